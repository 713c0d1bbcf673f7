/* safetensors: a weights file -> its tensors, each checked for place, type and shape when it is taken.
 * Format: https://github.com/huggingface/safetensors - eight bytes of header length, a JSON header, the data. */
#ifndef ISNAD_MODEL_SAFETENSORS_H
#define ISNAD_MODEL_SAFETENSORS_H

#include "base/base.h"

typedef struct Tensors {
    const char *path; /* for messages, not owned */
    View file;        /* mapped; the taken tensors point into it */
    View data;        /* behind the header */
    JsonValue *header;
} Tensors;

/* Every fault of the file is ERROR_DATA with what to do about it. tensors_close frees the header; the mapping stays
 * until file_unmap(tensors->file), which the caller does when the open failed, too. */
Code tensors_open(const char *path, Tensors *tensors, Error *error);
void tensors_close(Tensors *tensors);

View tensors_metadata(const Tensors *tensors, const char *key); /* data NULL when it is not there */

/* A tensor of that shape; sizes that are 0 end the shape. */
typedef struct Shape {
    size_t sizes[3];
} Shape;

Code tensors_bytes(const Tensors *tensors, const char *name, Shape shape, const int8_t **values, Error *error);
/* Copied into the arena (the file promises no alignment), every number finite. */
Code tensors_floats(const Tensors *tensors, Arena *arena, const char *name, Shape shape, const float **values,
                    Error *error);

/* ERROR_DATA: "PATH: what: take the weights of this release again". */
Code tensors_fault(const Tensors *tensors, Error *error, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
