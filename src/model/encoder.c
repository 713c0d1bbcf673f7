/* encoder: word pieces of a window -> vectors. BERT's layers (model/FORMAT.md), on one thread.
 *
 * Attention goes head by head, and what follows it in a layer block of pieces by block, so that their values stay in
 * the cache. Only the first pieces of words are read off in the end: in the last layer the others are looked at, but do
 * not look.
 */
#include "model/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void embed(Runner *runner, const uint32_t *pieces, size_t count) {
    const Model *model = runner->model;
    size_t width = model->width;
    for (size_t i = 0; i < count; i++) {
        const int8_t *word = model->word + pieces[i] * width;
        const float *position = model->position + i * width;
        float *x = runner->x + i * width, scale = model->word_scale[pieces[i]];
        for (size_t k = 0; k < width; k++) {
            x[k] = (float)word[k] * scale + position[k] + model->type[k];
        }
        model->kernels->norm(x, model->norm.weight, model->norm.bias, model->epsilon, width);
    }
}

/* Scores of ATTENTION_ROWS queries with all keys, softmax, mixture of the values. */
void encoder_attend(Runner *runner, size_t head, size_t queries, size_t count) {
    const Kernels *kernels = runner->model->kernels;
    size_t width = runner->model->width, size = width / runner->model->heads, step = runner->turned_step;
    const float *query = runner->qkv, *key = query + size, *value = key + size;
    float factor = 1 / sqrtf((float)size), *scores = runner->scores;
    kernels->transpose(key, 3 * size, runner->turned, step, count, size);
    for (size_t i = 0; i < queries; i += ATTENTION_ROWS) {
        size_t rows = queries - i < ATTENTION_ROWS ? queries - i : ATTENTION_ROWS;
        kernels->product(query + i * 3 * size, 3 * size, runner->turned, step, scores, step, rows, size, count);
        for (size_t k = 0; k < rows; k++) {
            kernels->softmax(scores + k * step, count, factor);
        }
        kernels->product(scores, step, value, 3 * size, runner->mixed + i * width + head * size, width, rows, count,
                         size);
    }
}

/* x = norm(x + linear(rows)) for pieces first .. first + count; the sums go through `spare` [count][H]. */
static Code add_and_norm(Runner *runner, const Linear *linear, const Rows *rows, size_t first, size_t count,
                         float *spare, const Norm *norm, Error *error) {
    const Model *model = runner->model;
    size_t width = model->width;
    Code code = linear_run(runner->lane, linear, rows, 0, count, spare, width, error);
    for (size_t i = 0; code == OK && i < count; i++) {
        float *x = runner->x + (first + i) * width;
        model->kernels->add(x, spare + i * width, width);
        model->kernels->norm(x, norm->weight, norm->bias, model->epsilon, width);
    }
    return code;
}

/* inner_rows = gelu(ffn_in(x)) for `count` pieces from first on. */
static Code widen(Runner *runner, const Layer *layer, size_t first, size_t count, Error *error) {
    const Model *model = runner->model;
    Code code = OK;
    for (size_t done = 0; code == OK && done < count; done += LANE_ROWS) {
        size_t block = count - done < LANE_ROWS ? count - done : LANE_ROWS;
        rows_set(model->engine, &runner->rows, 0, runner->x + (first + done) * model->width, model->width, block);
        code = linear_run(runner->lane, &layer->ffn_in, &runner->rows, 0, block, runner->inner, model->ffn, error);
        for (size_t i = 0; code == OK && i < block; i++) {
            float *row = runner->inner + i * model->ffn;
            model->kernels->gelu(row, model->ffn);
            rows_set(model->engine, &runner->inner_rows, done + i, row, model->ffn, 1);
        }
    }
    return code;
}

/* What follows the attention, for count <= LANE_ROWS_DEEP pieces from first on. */
static Code feed_forward(Runner *runner, const Layer *layer, size_t first, size_t count, Error *error) {
    const Model *model = runner->model;
    size_t width = model->width;
    float *mixed = runner->mixed + first * width;
    rows_set(model->engine, &runner->rows, 0, mixed, width, count);
    Code code =
        add_and_norm(runner, &layer->attention_out, &runner->rows, first, count, mixed, &layer->attention_norm, error);
    if (code == OK) {
        code = widen(runner, layer, first, count, error);
    }
    return code == OK ? add_and_norm(runner, &layer->ffn_out, &runner->inner_rows, first, count, mixed,
                                     &layer->ffn_norm, error)
                      : code;
}

/* Row i becomes what row firsts[i] was. */
static void keep_firsts(float *x, size_t step, size_t width, const uint32_t *firsts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        memmove(x + i * step, x + firsts[i] * step, width * sizeof *x);
    }
}

/* firsts NULL: all pieces come out of the layer, else only these; their states and queries move to the front. */
static Code run_layer(Runner *runner, const Layer *layer, size_t count, const uint32_t *firsts, size_t first_count,
                      Error *error) {
    const Model *model = runner->model;
    size_t queries = firsts ? first_count : count, size = model->width / model->heads;
    rows_set(model->engine, &runner->rows, 0, runner->x, model->width, count);
    if (firsts) {
        keep_firsts(runner->x, model->width, model->width, firsts, queries);
    }
    Code code = OK;
    for (size_t head = 0; code == OK && head < model->heads; head++) {
        code = linear_run(runner->lane, &layer->qkv[head], &runner->rows, 0, count, runner->qkv, 3 * size, error);
        if (code == OK && firsts) {
            keep_firsts(runner->qkv, 3 * size, size, firsts, queries);
        }
        if (code == OK) {
            encoder_attend(runner, head, queries, count);
        }
    }
    for (size_t first = 0; code == OK && first < queries; first += LANE_ROWS_DEEP) {
        size_t block = queries - first < LANE_ROWS_DEEP ? queries - first : LANE_ROWS_DEEP;
        code = feed_forward(runner, layer, first, block, error);
    }
    return code;
}

Code encoder_run(Runner *runner, const uint32_t *pieces, size_t count, const uint32_t *firsts, size_t word_count,
                 Error *error) {
    Code code = OK;
    size_t last = runner->model->layer_count - 1;
    embed(runner, pieces, count);
    for (size_t i = 0; code == OK && i <= last; i++) {
        code = run_layer(runner, &runner->model->layers[i], count, i == last ? firsts : NULL, word_count, error);
    }
    return code;
}

/* --- runner ----------------------------------------------------------------------------------------------------- */

static bool take_buffers(Runner *runner) {
    const Model *model = runner->model;
    Arena *memory = runner->memory;
    size_t window = model->window, width = model->width;
    runner->turned_step = (window + 15) / 16 * 16;
    runner->x = arena_array(memory, window * width, sizeof(float));
    runner->qkv = arena_array(memory, window * 3 * width / model->heads, sizeof(float));
    runner->mixed = arena_array(memory, window * width, sizeof(float));
    runner->inner = arena_array(memory, LANE_ROWS * model->ffn, sizeof(float));
    runner->turned = arena_array(memory, width / model->heads * runner->turned_step, sizeof(float));
    runner->scores = arena_array(memory, ATTENTION_ROWS * runner->turned_step, sizeof(float));
    return runner->x && runner->qkv && runner->mixed && runner->inner && runner->turned && runner->scores &&
           rows_take(model->engine, memory, window, width, &runner->rows) &&
           rows_take(model->engine, memory, LANE_ROWS_DEEP, model->ffn, &runner->inner_rows);
}

Code runner_new_within(const Model *model, size_t maximum, Runner **out, Error *error) {
    Runner *runner = calloc(1, sizeof *runner);
    if (!runner) {
        return error_memory(error);
    }
    runner->model = model;
    runner->memory = arena_new(maximum);
    runner->scratch = arena_new(maximum);
    Code code = runner->memory && runner->scratch && take_buffers(runner) ? OK : error_memory(error);
    if (code == OK) {
        int threads = single_thread_begin();
        code = lane_new(model->engine, model->most_outputs, &runner->lane, error);
        single_thread_end(threads);
    }
    if (code != OK) {
        runner_free(runner);
        return code;
    }
    *out = runner;
    return OK;
}

Code runner_new(const Model *model, Runner **runner, Error *error) {
    return runner_new_within(model, 0, runner, error);
}

void runner_free(Runner *runner) {
    if (runner) {
        lane_free(runner->lane);
        arena_free(runner->scratch);
        arena_free(runner->memory);
        free(runner);
    }
}
