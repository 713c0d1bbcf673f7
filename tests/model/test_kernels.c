/* The vector kernels of this processor against the plain ones, for row lengths around every multiple of a vector. */
#include "model/kernels.h"
#include "tests/test.h"

#include <math.h>
#include <stdlib.h>

#define MOST 200
#define STEP (MOST + 3)

static uint32_t seed = 1;

/* Uniform in [-size, size]; the same numbers every time. */
static float any(float size) {
    seed = seed * 1664525u + 1013904223u;
    return ((float)(seed >> 8) / (float)(1 << 23) - 1) * size;
}

static void fill(float *x, size_t count, float size) {
    for (size_t i = 0; i < count; i++)
        x[i] = any(size);
}

static bool near(const float *a, const float *b, size_t count, float tolerance) {
    for (size_t i = 0; i < count; i++)
        if (!(fabsf(a[i] - b[i]) <= tolerance * fmaxf(1, fabsf(b[i]))))
            return false;
    return true;
}

static void check_rows(const Kernels *kernels, size_t count) {
    float x[MOST + 1], y[MOST + 1], weight[MOST], bias[MOST];
    fill(weight, count, 2);
    fill(bias, count, 1);
    fill(x, count, 8);
    x[count] = y[count] = 77; /* must stay: nothing is written behind the end */
    memcpy(y, x, count * sizeof *x);
    kernels->gelu(x, count);
    kernels_plain.gelu(y, count);
    CHECK(near(x, y, count, 2e-6f));
    kernels->add(x, weight, count);
    kernels_plain.add(y, weight, count);
    CHECK(near(x, y, count, 2e-6f));
    kernels->norm(x, weight, bias, 1e-12f, count);
    kernels_plain.norm(y, weight, bias, 1e-12f, count);
    CHECK(count == 1 || near(x, y, count, 2e-5f));
    fill(x, count, 60);
    memcpy(y, x, count * sizeof *x);
    kernels->softmax(x, count, 0.5f);
    kernels_plain.softmax(y, count, 0.5f);
    CHECK(near(x, y, count, 1e-5f));
    CHECK(fabsf(kernels->dot(weight, bias, count) - kernels_plain.dot(weight, bias, count)) < 1e-4f);
    CHECK(x[count] == 77 && y[count] == 77);
}

static void check_bytes(const Kernels *kernels, size_t count) {
    float x[MOST];
    uint8_t rounded[MOST + 1], plain[MOST + 1];
    int8_t bytes[MOST];
    fill(x, count, 3);
    for (size_t i = 0; i < count; i++)
        bytes[i] = (int8_t)any(127.9f);
    bytes[0] = -128;
    rounded[count] = 7;
    float a = kernels->round_row(x, count, rounded), b = kernels_plain.round_row(x, count, plain);
    CHECK(a == b && rounded[count] == 7 && memcmp(rounded, plain, count) == 0);
    CHECK(kernels->sum(bytes, count) == kernels_plain.sum(bytes, count));
}

static void check_restore(const Kernels *kernels, size_t rows, size_t count) {
    static int32_t sums[7 * MOST], offset[MOST];
    static float scale[MOST], bias[MOST], row_scale[7], out[7 * STEP], wanted[7 * STEP];
    fill(scale, count, 0.01f);
    fill(bias, count, 1);
    fill(row_scale, rows, 0.05f);
    fill(out, 7 * STEP, 1);
    memcpy(wanted, out, sizeof out);
    for (size_t i = 0; i < rows * count; i++)
        sums[i] = (int32_t)any(1e6f);
    for (size_t i = 0; i < count; i++)
        offset[i] = (int32_t)any(1e5f);
    kernels->restore(sums, offset, scale, bias, row_scale, rows, count, out, STEP);
    kernels_plain.restore(sums, offset, scale, bias, row_scale, rows, count, wanted, STEP);
    CHECK(near(out, wanted, 7 * STEP, 1e-5f)); /* what lies behind a row's end included */
}

static void check_product(const Kernels *kernels, size_t rows, size_t depth, size_t columns) {
    float *a = malloc(STEP * STEP * sizeof *a), *b = malloc(STEP * STEP * sizeof *b);
    float *c = malloc(STEP * STEP * sizeof *c), *wanted = malloc(STEP * STEP * sizeof *wanted);
    if (CHECK(a && b && c && wanted)) {
        fill(a, STEP * STEP, 1);
        fill(b, STEP * STEP, 1);
        fill(c, STEP * STEP, 1);
        memcpy(wanted, c, STEP * STEP * sizeof *c);
        kernels->product(a, STEP, b, STEP, c, STEP, rows, depth, columns);
        kernels_plain.product(a, STEP, b, STEP, wanted, STEP, rows, depth, columns);
        CHECK(near(c, wanted, STEP * STEP, 1e-4f));
        memcpy(c, wanted, STEP * STEP * sizeof *c);
        kernels->transpose(a, STEP, c, STEP, rows, columns);
        kernels_plain.transpose(a, STEP, wanted, STEP, rows, columns);
        CHECK(memcmp(c, wanted, STEP * STEP * sizeof *c) == 0);
    }
    free(a);
    free(b);
    free(c);
    free(wanted);
}

/* What must not go wrong: rows of zeros, values that are no number, scores far apart. */
static void check_edges(const Kernels *kernels) {
    float zeros[20] = {0}, far[20] = {0}, bad[20] = {0};
    uint8_t rounded[20];
    CHECK(kernels->round_row(zeros, 20, rounded) == 0 && rounded[0] == 128 && rounded[19] == 128);
    far[3] = 1e4f;
    kernels->softmax(far, 20, 1);
    CHECK(far[3] == 1 && far[0] == 0 && far[19] == 0);
    bad[5] = NAN;
    bad[6] = 2;
    kernels->round_row(bad, 20, rounded);
    CHECK(rounded[6] == 255 && rounded[7] == 128);
    float big[2] = {-1000, 1000};
    kernels->gelu(big, 2);
    CHECK(fabsf(big[0]) < 1e-3f && big[1] == 1000);
}

static void check(const Kernels *kernels) {
    for (size_t count = 1; count <= MOST; count += count < 70 ? 1 : 13) {
        check_rows(kernels, count);
        check_bytes(kernels, count);
        check_restore(kernels, 1 + count % 7, count);
    }
    static const size_t sizes[] = {1, 2, 5, 6, 7, 13, 16, 17, 48, 63, 64, 65, 96, 129};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++)
            check_product(kernels, sizes[i], sizes[(i + k) % 14], sizes[k]);
    check_edges(kernels);
}

int main(void) {
    test_begin("model/kernels");
    check(&kernels_plain);
#if defined(__x86_64__)
    if (kernels_best() == &kernels_avx512)
        check(&kernels_avx512);
    if (kernels_best() != &kernels_plain)
        check(&kernels_avx2);
#endif
    return test_end();
}
