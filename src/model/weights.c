/* weights: weights.safetensors and vocab.txt -> Model. In: a folder. Out: everything packed for running.
 *
 * The word table is read where it lies in the mapped file. Every size follows the file's config; every tensor is
 * checked against it.
 */
#include "model/weights.h"

#include "model/config.h"
#include "model/labels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Opening {
    Model *model;
    Tensors tensors;
    Layout layout;
    Error *error;
} Opening;

static Code floats(Opening *opening, const char *name, size_t first, size_t second, const float **values) {
    return tensors_floats(&opening->tensors, opening->model->arena, name, (Shape){{first, second}}, values,
                          opening->error);
}

static Code pack(Opening *opening, const Weights *weights, Linear *linear) {
    Model *model = opening->model;
    if (weights->outputs > model->most_outputs) {
        model->most_outputs = weights->outputs;
    }
    return linear_pack(model->engine, model->arena, weights, linear, opening->error);
}

/* The tensors NAME.weight, NAME.scale and NAME.bias, not yet packed. */
static Code matrix(Opening *opening, const char *name, size_t outputs, size_t inputs, Weights *weights) {
    char full[80];
    *weights = (Weights){.outputs = outputs, .inputs = inputs, .step = inputs};
    snprintf(full, sizeof full, "%s.weight", name);
    Code code = tensors_bytes(&opening->tensors, full, (Shape){{outputs, inputs}}, &weights->values, opening->error);
    if (code == OK) {
        snprintf(full, sizeof full, "%s.scale", name);
        code = floats(opening, full, outputs, 0, &weights->scale);
    }
    if (code == OK) {
        snprintf(full, sizeof full, "%s.bias", name);
        code = floats(opening, full, outputs, 0, &weights->bias);
    }
    return code;
}

static Code linear(Opening *opening, size_t layer, const char *part, size_t outputs, size_t inputs, Linear *made) {
    char name[64];
    Weights weights;
    snprintf(name, sizeof name, "layer.%zu.%s", layer, part);
    Code code = matrix(opening, name, outputs, inputs, &weights);
    return code == OK ? pack(opening, &weights, made) : code;
}

static Code norm(Opening *opening, const char *name, Norm *made) {
    char full[80];
    snprintf(full, sizeof full, "%s.weight", name);
    Code code = floats(opening, full, opening->model->width, 0, &made->weight);
    if (code == OK) {
        snprintf(full, sizeof full, "%s.bias", name);
        code = floats(opening, full, opening->model->width, 0, &made->bias);
    }
    return code;
}

static Code open_embeddings(Opening *opening) {
    Model *model = opening->model;
    Code code = tensors_bytes(&opening->tensors, "embeddings.word", (Shape){{model->pieces, model->width}},
                              &model->word, opening->error);
    if (code == OK) {
        code = floats(opening, "embeddings.word.scale", model->pieces, 0, &model->word_scale);
    }
    if (code == OK) {
        code = floats(opening, "embeddings.position", model->positions, model->width, &model->position);
    }
    if (code == OK) {
        code = floats(opening, "embeddings.type", model->width, 0, &model->type);
    }
    return code == OK ? norm(opening, "embeddings.norm", &model->norm) : code;
}

/* The file has query, key and value of all heads; here each head has its own three, so that they stay in the cache. */
static Code open_qkv(Opening *opening, size_t layer, Linear **heads) {
    Model *model = opening->model;
    size_t width = model->width, size = width / model->heads;
    char name[64];
    Weights all;
    snprintf(name, sizeof name, "layer.%zu.qkv", layer);
    Code code = matrix(opening, name, 3 * width, width, &all);
    if (code != OK) {
        return code;
    }
    float *scale = arena_array(model->arena, 3 * width, sizeof *scale);
    float *bias = arena_array(model->arena, 3 * width, sizeof *bias);
    int8_t *values = malloc(3 * size * width);
    *heads = arena_array(model->arena, model->heads, sizeof **heads);
    code = scale && bias && values && *heads ? OK : error_memory(opening->error);
    for (size_t head = 0; code == OK && head < model->heads; head++) {
        size_t at = head * 3 * size;
        for (size_t part = 0; part < 3; part++) {
            size_t from = part * width + head * size;
            memcpy(values + part * size * width, all.values + from * width, size * width);
            memcpy(scale + at + part * size, all.scale + from, size * sizeof *scale);
            memcpy(bias + at + part * size, all.bias + from, size * sizeof *bias);
        }
        Weights own = {values, 3 * size, width, width, scale + at, bias + at};
        code = pack(opening, &own, *heads + head);
    }
    free(values);
    return code;
}

static Code open_layer(Opening *opening, size_t index) {
    Model *model = opening->model;
    Layer *layer = &model->layers[index];
    size_t width = model->width;
    char name[64];
    Code code = open_qkv(opening, index, &layer->qkv);
    if (code == OK) {
        code = linear(opening, index, "attention_out", width, width, &layer->attention_out);
    }
    if (code == OK) {
        code = linear(opening, index, "ffn_in", model->ffn, width, &layer->ffn_in);
    }
    if (code == OK) {
        code = linear(opening, index, "ffn_out", width, model->ffn, &layer->ffn_out);
    }
    if (code == OK) {
        snprintf(name, sizeof name, "layer.%zu.attention_norm", index);
        code = norm(opening, name, &layer->attention_norm);
    }
    if (code == OK) {
        snprintf(name, sizeof name, "layer.%zu.ffn_norm", index);
        code = norm(opening, name, &layer->ffn_norm);
    }
    return code;
}

/* U [R, d, d + 1] runs as a product of R * d outputs: its last column, which meets the 1 behind a, is the bias. */
static Code open_u(Opening *opening, const char *name, Family *family) {
    Model *model = opening->model;
    size_t width = family->width, rows = family->roles.count * width;
    char full[80];
    Weights weights = {.outputs = rows, .inputs = width, .step = width + 1};
    snprintf(full, sizeof full, "family.%s.u", name);
    Code code = tensors_bytes(&opening->tensors, full, (Shape){{family->roles.count, width, width + 1}},
                              &weights.values, opening->error);
    if (code == OK) {
        snprintf(full, sizeof full, "family.%s.u.scale", name);
        code = floats(opening, full, family->roles.count, width, &weights.scale);
    }
    if (code == OK) {
        snprintf(full, sizeof full, "family.%s.distance", name);
        code = floats(opening, full, family->roles.count, DISTANCES, &family->distance);
    }
    if (code != OK) {
        return code;
    }
    float *bias = arena_array(model->arena, rows, sizeof *bias);
    if (!bias) {
        return error_memory(opening->error);
    }
    for (size_t i = 0; i < rows; i++) {
        bias[i] = weights.scale[i] * (float)weights.values[i * (width + 1) + width];
    }
    weights.bias = bias;
    return pack(opening, &weights, &family->u);
}

static Code open_families(Opening *opening) {
    Model *model = opening->model;
    Weights project;
    Code code = matrix(opening, "project", opening->layout.project_rows, model->width, &project);
    for (size_t i = 0; code == OK && i < FAMILY_COUNT; i++) {
        Family *family = &model->families[i];
        size_t first = opening->layout.family_rows[i], width = family->width;
        Weights a = project;
        a.values += first * model->width;
        a.scale += first;
        a.bias += first;
        a.outputs = width;
        Weights b = a;
        b.values += width * model->width;
        b.scale += width;
        b.bias += width;
        code = pack(opening, &a, &family->a);
        if (code == OK) {
            code = pack(opening, &b, &family->b);
        }
        if (code == OK) {
            code = open_u(opening, family_name((FamilyName)i), family);
        }
    }
    return code;
}

static Code open_all(Opening *opening, const char *folder) {
    Model *model = opening->model;
    Code code = config_read(&opening->tensors, model, &opening->layout, opening->error);
    if (code == OK) {
        code = vocabulary_open(model->arena, folder, model->pieces, model->vocabulary.cased, &model->vocabulary,
                               opening->error);
    }
    if (code == OK) {
        code = open_embeddings(opening);
    }
    if (code == OK) {
        model->layers = arena_array(model->arena, model->layer_count, sizeof *model->layers);
        code = model->layers ? OK : error_memory(opening->error);
    }
    for (size_t i = 0; code == OK && i < model->layer_count; i++) {
        code = open_layer(opening, i);
    }
    Weights tags;
    if (code == OK) {
        code = matrix(opening, "tags", opening->layout.tag_rows, model->width, &tags);
    }
    if (code == OK) {
        model->tag_rows = opening->layout.tag_rows;
        code = pack(opening, &tags, &model->tags);
    }
    return code == OK ? open_families(opening) : code;
}

static Code open_model(Model *model, const char *folder, Precision precision, size_t maximum, Error *error) {
    Opening opening = {.model = model, .error = error};
    model->kernels = kernels_best();
    model->arena = arena_new(maximum);
    View path = model->arena ? arena_format(model->arena, "%s/weights.safetensors", folder) : (View){0};
    if (!path.data) {
        return error_memory(error);
    }
    Code code = engine_new(precision, model->kernels, &model->engine, error);
    if (code == OK) {
        code = tensors_open(path.data, &opening.tensors, error);
        model->file = opening.tensors.file;
    }
    if (code == OK) {
        code = open_all(&opening, folder);
    }
    tensors_close(&opening.tensors);
    if (code == OK) {
        snprintf(model->path, sizeof model->path, "%s, %s", engine_int8(model->engine) ? "int8" : "float",
                 model->kernels->name);
    }
    return code;
}

Code model_open_within(const char *folder, Precision precision, size_t maximum, Model **out, Error *error) {
    Model *model = calloc(1, sizeof *model);
    if (!model) {
        return error_memory(error);
    }
    int threads = single_thread_begin();
    Code code = open_model(model, folder, precision, maximum, error);
    single_thread_end(threads);
    if (code != OK) {
        model_close(model);
        return code;
    }
    *out = model;
    return OK;
}

Code model_open(const char *folder, Precision precision, Model **model, Error *error) {
    return model_open_within(folder, precision, 0, model, error);
}

void model_close(Model *model) {
    if (!model) {
        return;
    }
    for (size_t i = 0; model->layers && i < model->layer_count; i++) {
        for (size_t head = 0; model->layers[i].qkv && head < model->heads; head++) {
            linear_drop(&model->layers[i].qkv[head]);
        }
        linear_drop(&model->layers[i].attention_out);
        linear_drop(&model->layers[i].ffn_in);
        linear_drop(&model->layers[i].ffn_out);
    }
    for (size_t i = 0; i < FAMILY_COUNT; i++) {
        linear_drop(&model->families[i].a);
        linear_drop(&model->families[i].b);
        linear_drop(&model->families[i].u);
    }
    linear_drop(&model->tags);
    engine_free(model->engine);
    file_unmap(model->file);
    arena_free(model->arena);
    free(model);
}

const char *model_path(const Model *model) {
    return model->path;
}
