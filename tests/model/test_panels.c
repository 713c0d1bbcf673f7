/* Our int8 product: this processor's against the plain one, and both against oneDNN's, for odd sizes, extremes and rows
 * that end before a block of them does. */
#include "model/linear.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>

#define MOST_ROWS    30
#define MOST_OUTPUTS 100
#define MOST_INPUTS  3072
#define STEP         (MOST_OUTPUTS + 3)

static uint32_t seed = 1;

static uint32_t any(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

typedef struct Case {
    size_t rows, outputs, inputs;
    int8_t values[MOST_OUTPUTS * MOST_INPUTS], packed[(MOST_OUTPUTS + PANEL) * MOST_INPUTS];
    uint8_t rounded[(MOST_ROWS + LANE_STEP) * MOST_INPUTS];
    int32_t offset[MOST_OUTPUTS];
    float scale[MOST_OUTPUTS], bias[MOST_OUTPUTS], row_scale[MOST_ROWS + LANE_STEP];
    float out[MOST_ROWS * STEP], wanted[MOST_ROWS * STEP];
} Case;

/* extreme: -1 all weights and inputs as low, 1 as high as they go, 0 random. */
static void fill(Case *one, size_t rows, size_t outputs, size_t inputs, int extreme) {
    one->rows = rows;
    one->outputs = outputs;
    one->inputs = inputs;
    for (size_t i = 0; i < outputs * inputs; i++)
        one->values[i] = (int8_t)(extreme ? extreme * 127 : (int)any(256) - 128);
    for (size_t i = 0; i < (MOST_ROWS + LANE_STEP) * inputs; i++)
        one->rounded[i] = (uint8_t)(extreme ? 128 + extreme * 127 : (int)any(256));
    for (size_t i = 0; i < outputs; i++) {
        one->offset[i] = 0;
        for (size_t k = 0; k < inputs; k++)
            one->offset[i] += 128 * one->values[i * inputs + k];
        one->scale[i] = (float)(1 + any(1000)) * 1e-6f;
        one->bias[i] = (float)any(1000) * 1e-3f;
    }
    for (size_t i = 0; i < MOST_ROWS; i++)
        one->row_scale[i] = (float)any(1000) * 1e-4f;
    for (size_t i = 0; i < MOST_ROWS * STEP; i++)
        one->out[i] = one->wanted[i] = (float)i;
}

static bool near(const Case *one, float tolerance) {
    for (size_t i = 0; i < MOST_ROWS * STEP; i++) /* what lies behind rows and their ends included */
        if (!(fabsf(one->out[i] - one->wanted[i]) <= tolerance * fmaxf(1, fabsf(one->wanted[i]))))
            return false;
    return true;
}

static void check(Case *one, Multiply multiply) {
    memset(one->packed, 55, sizeof one->packed);
    CHECK(panels_size(one->outputs, one->inputs) <= sizeof one->packed);
    panels_pack(one->values, one->inputs, one->outputs, one->inputs, one->packed);
    Panels panels = {one->packed, one->outputs, one->inputs, one->offset, one->scale, one->bias};
    multiply(&panels, one->rounded, one->row_scale, one->rows, one->out, STEP);
    for (size_t i = 0; i < one->rows; i++)
        for (size_t j = 0; j < one->outputs; j++) {
            long sum = 0;
            for (size_t k = 0; k < one->inputs; k++)
                sum += (one->rounded[i * one->inputs + k] - 128) * one->values[j * one->inputs + k];
            one->wanted[i * STEP + j] = (float)sum * (one->row_scale[i] * one->scale[j]) + one->bias[j];
        }
    CHECK(near(one, 1e-6f));
}

static void check_sizes(Case *one, Multiply multiply) {
    static const size_t outputs[] = {1, 2, 15, 16, 17, 31, 32, 33, 48, 64, 95, 96, 97};
    static const size_t inputs[] = {1, 2, 3, 4, 5, 7, 8, 63, 64, 65, 255, 257};
    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
        for (size_t k = 0; k < sizeof inputs / sizeof *inputs; k++) {
            fill(one, 1 + any(MOST_ROWS), outputs[i], inputs[k], 0);
            check(one, multiply);
        }
    for (size_t rows = 0; rows <= MOST_ROWS; rows++) {
        fill(one, rows, 40, 20, 0);
        check(one, multiply);
    }
    for (int extreme = -1; extreme <= 1; extreme++) {
        fill(one, 13, 33, MOST_INPUTS, extreme);
        check(one, multiply);
    }
}

/* The same weights and rows through linear.h, with our product or with oneDNN's. */
static bool run(Case *one, Arena *arena, Multiply multiply, float *out) {
    Engine *engine = NULL;
    Lane *lane = NULL;
    Linear linear = {0};
    Rows rows;
    Error error = {0};
    Weights weights = {one->values, one->outputs, one->inputs, one->inputs, one->scale, one->bias};
    int threads = single_thread_begin();
    bool fine = engine_new_with(PRECISION_INT8, kernels_best(), multiply, &engine, &error) == OK &&
                lane_new(engine, one->outputs, &lane, &error) == OK &&
                linear_pack(engine, arena, &weights, &linear, &error) == OK &&
                rows_take(engine, arena, one->rows, one->inputs, &rows);
    if (fine) {
        memcpy(rows.rounded, one->rounded, one->rows * one->inputs);
        memcpy(rows.scales, one->row_scale, one->rows * sizeof *rows.scales);
        fine = linear_run(lane, &linear, &rows, 0, one->rows, out, STEP, &error) == OK;
    }
    linear_drop(&linear);
    lane_free(lane);
    engine_free(engine);
    single_thread_end(threads);
    return fine;
}

static void check_onednn(Case *one, Arena *arena) {
    static const size_t sizes[][3] = {{1, 1, 4}, {17, 33, 64}, {30, 100, 768}, {5, 96, 3072}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        fill(one, sizes[i][0], sizes[i][1], sizes[i][2], 0);
        CHECK(run(one, arena, panels_best(), one->out));
        CHECK(run(one, arena, NULL, one->wanted));
        CHECK(near(one, 1e-6f));
    }
}

int main(void) {
    test_begin("model/panels");
    Case *one = malloc(sizeof *one);
    Arena *arena = arena_new(0);
    if (CHECK(one && arena)) {
        check_sizes(one, panels_plain);
        if (panels_best()) { /* this processor has one */
            check_sizes(one, panels_best());
            check_onednn(one, arena);
        }
    }
    arena_free(arena);
    free(one);
    return test_end();
}
