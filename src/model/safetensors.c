/* See safetensors.h. Nothing in the file is believed before it is checked against the file's length. */
#include "model/safetensors.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define HEADER_BYTES ((size_t)16 << 20)

Code tensors_fault(const Tensors *tensors, Error *error, const char *format, ...) {
    char what[300];
    va_list values;
    va_start(values, format);
    vsnprintf(what, sizeof what, format, values);
    va_end(values);
    return error_set(error, ERROR_DATA, "%s: %s: put the weights of this release there", tensors->path, what);
}

Code tensors_open(const char *path, Tensors *tensors, Error *error) {
    *tensors = (Tensors){.path = path};
    Error cause;
    Code code = file_map(path, &tensors->file, &cause);
    if (code == ERROR_FILE) {
        return error_set(error, ERROR_DATA, "%s cannot be read: put the weights of this release there", path);
    }
    if (code != OK) {
        return error_memory(error);
    }
    View file = tensors->file;
    uint64_t length = 0;
    for (size_t i = 0; i < 8 && i < file.length; i++) {
        length |= (uint64_t)(unsigned char)file.data[i] << (8 * i);
    }
    if (file.length < 8 || length > HEADER_BYTES || length > file.length - 8) {
        return tensors_fault(tensors, error, "cut off, or no safetensors file");
    }
    View header = {file.data + 8, (size_t)length};
    tensors->data = (View){header.data + header.length, file.length - 8 - header.length};
    code = json_value_parse(header, path, 1, &tensors->header, &cause);
    if (code == ERROR_INPUT) {
        return tensors_fault(tensors, error, "damaged, or no safetensors file");
    }
    return code == OK ? OK : error_memory(error);
}

void tensors_close(Tensors *tensors) {
    json_value_free(tensors->header);
    tensors->header = NULL;
}

View tensors_metadata(const Tensors *tensors, const char *key) {
    return json_value_text(json_value_member(json_value_member(tensors->header, "__metadata__"), key));
}

static bool same_shape(const JsonValue *sizes, Shape shape) {
    size_t rank = 0;
    for (; rank < 3 && shape.sizes[rank] > 0; rank++) {
        long long size = 0;
        if (!json_value_integer(json_value_item(sizes, rank), &size) || size < 0 || (size_t)size != shape.sizes[rank]) {
            return false;
        }
    }
    return json_value_count(sizes) == rank;
}

static Code take(const Tensors *tensors, const char *name, const char *type, size_t size, Shape shape, View *values,
                 Error *error) {
    const JsonValue *entry = json_value_member(tensors->header, name);
    const JsonValue *offsets = json_value_member(entry, "data_offsets");
    if (!entry) {
        return tensors_fault(tensors, error, "no tensor %s", name);
    }
    if (!view_equal(json_value_text(json_value_member(entry, "dtype")), view(type))) {
        return tensors_fault(tensors, error, "tensor %s is not of type %s", name, type);
    }
    if (!same_shape(json_value_member(entry, "shape"), shape)) {
        return tensors_fault(tensors, error, "tensor %s is not of shape [%zu, %zu, %zu] (0: no such side)", name,
                             shape.sizes[0], shape.sizes[1], shape.sizes[2]);
    }
    for (size_t i = 0; i < 3 && shape.sizes[i] > 0; i++) {
        size *= shape.sizes[i]; /* weights.c keeps every side below 2^24, so three of them and a type fit */
    }
    long long start = 0, end = 0;
    if (!json_value_integer(json_value_item(offsets, 0), &start) ||
        !json_value_integer(json_value_item(offsets, 1), &end) || start < 0 || end < start ||
        (size_t)(end - start) != size) {
        return tensors_fault(tensors, error, "tensor %s has wrong offsets", name);
    }
    if ((size_t)end > tensors->data.length) {
        return tensors_fault(tensors, error, "cut off in tensor %s", name);
    }
    *values = view_slice(tensors->data, (size_t)start, (size_t)end);
    return OK;
}

Code tensors_bytes(const Tensors *tensors, const char *name, Shape shape, const int8_t **values, Error *error) {
    View bytes = {0};
    Code code = take(tensors, name, "I8", 1, shape, &bytes, error);
    *values = (const int8_t *)bytes.data;
    return code;
}

Code tensors_floats(const Tensors *tensors, Arena *arena, const char *name, Shape shape, const float **values,
                    Error *error) {
    View bytes = {0};
    Code code = take(tensors, name, "F32", sizeof(float), shape, &bytes, error);
    if (code != OK) {
        return code;
    }
    float *copy = arena_take(arena, bytes.length);
    if (!copy) {
        return error_memory(error);
    }
    memcpy(copy, bytes.data, bytes.length);
    for (size_t i = 0; i < bytes.length / sizeof(float); i++) {
        if (!isfinite(copy[i])) {
            return tensors_fault(tensors, error, "tensor %s holds what is no number", name);
        }
    }
    *values = copy;
    return OK;
}
