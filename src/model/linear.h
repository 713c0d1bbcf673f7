/* linear: rows of floats times int8 weights, by our own panels or by oneDNN.
 *
 * In: weights as the file has them (int8, a scale for each output). Out: packed weights that all threads share
 * (Linear), and what one thread needs to multiply with them (Lane). Int8: the input's rows are rounded to bytes, the
 * product is exact in int32, scale and bias are ours. Float: the weights are expanded once when they are packed. oneDNN
 * takes a fraction of a millisecond to compile a product of one shape, so rows go in blocks of LANE_ROWS and a rest
 * rounded up to LANE_STEP: few shapes, and a block's results stay in the cache for what follows.
 */
#ifndef ISNAD_MODEL_LINEAR_H
#define ISNAD_MODEL_LINEAR_H

#include "base/base.h"
#include "model/kernels.h"
#include "model/model.h"
#include "model/panels.h"

#define LANE_ROWS 96
#define LANE_ROWS_DEEP                                                                                                 \
    192 /* a block's rows where inputs outnumber outputs: there the weights are what fills the cache */
#define LANE_STEP 16

typedef struct Engine Engine; /* oneDNN's, one a model; says whether int8 or float */
typedef struct Lane Lane;     /* one a thread: stream, compiled products, sums */

Code engine_new(Precision precision, const Kernels *kernels, Engine **engine, Error *error);
/* With our product for int8, or NULL for oneDNN's: for tests. */
Code engine_new_with(Precision precision, const Kernels *kernels, Multiply multiply, Engine **engine, Error *error);
void engine_free(Engine *engine); /* NULL is fine */
bool engine_int8(const Engine *engine);
const Kernels *engine_kernels(const Engine *engine);

/* oneDNN in Debian runs on OpenMP, and one thread a report is ours to decide: every call into this file from outside
 * stands between the two. `threads` is what the calling thread had before. */
int single_thread_begin(void);
void single_thread_end(int threads);

typedef struct Weights {
    const int8_t *values; /* [outputs][step], the first `inputs` of each row are used */
    size_t outputs, inputs, step;
    const float *scale; /* [outputs] */
    const float *bias;  /* [outputs] */
} Weights;

typedef struct Linear {
    size_t outputs, inputs;
    const float *scale, *bias; /* those of Weights, which must live as long */
    int32_t *offset;           /* int8: 128 * the sum of each output's weights */
    void *packed, *memory;     /* the packed weights, and oneDNN's handle on them (NULL for panels) */
} Linear;

/* The packed weights live in the arena; linear_drop gives back oneDNN's handle. */
Code linear_pack(const Engine *engine, Arena *arena, const Weights *weights, Linear *linear, Error *error);
void linear_drop(Linear *linear);

/* Input rows: floats, or bytes with a scale for each row. There is room for LANE_STEP more than `most`, unused. */
typedef struct Rows {
    size_t width, most;
    float *values;
    uint8_t *rounded;
    float *scales;
} Rows;

bool rows_take(const Engine *engine, Arena *arena, size_t most, size_t width, Rows *rows); /* false: no memory */
/* Rows at .. at + count become those of x, which are `step` floats apart. */
void rows_set(const Engine *engine, Rows *rows, size_t at, const float *x, size_t step, size_t count);
void rows_copy(Rows *rows, size_t at, const Rows *from, size_t row);

Code lane_new(const Engine *engine, size_t most_outputs, Lane **lane, Error *error);
void lane_free(Lane *lane); /* NULL is fine */

/* out[count][outputs] = rows first .. first + count times the weights, plus bias; out_step floats from row to row. */
Code linear_run(Lane *lane, const Linear *linear, const Rows *rows, size_t first, size_t count, float *out,
                size_t out_step, Error *error);

#endif
