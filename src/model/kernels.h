/* Our own arithmetic between the linear layers. kernels_plain.c is the truth; kernels_avx2.c and kernels_avx512.c do
 * the same with vectors and are chosen at run time; tests/model/test_kernels.c compares them.
 *
 * Rounded rows: a float row is kept as bytes q + 128, q = round(x / scale) in [-127, 127], scale = max|x| / 127. The
 * 128 makes them unsigned, which is what vpdpbusd multiplies without a detour; its part of the product, 128 * the sum
 * of the weights, is taken off again in `restore`.
 */
#ifndef ISNAD_MODEL_KERNELS_H
#define ISNAD_MODEL_KERNELS_H

#include <stddef.h>
#include <stdint.h>

typedef struct Kernels {
    const char *name;
    /* Returns the scale. A row of zeros has scale 0. */
    float (*round_row)(const float *x, size_t count, uint8_t *rounded);
    /* out[rows][out_step] = (sums[rows][count] - offset[count]) * row_scale[rows] * scale[count] + bias[count] */
    void (*restore)(const int32_t *sums, const int32_t *offset, const float *scale, const float *bias,
                    const float *row_scale, size_t rows, size_t count, float *out, size_t out_step);
    int32_t (*sum)(const int8_t *x, size_t count);
    void (*add)(float *x, const float *other, size_t count); /* x += other */
    void (*gelu)(float *x, size_t count);                    /* x * (1 + erf(x / sqrt 2)) / 2, to 1e-6 */
    /* Layer norm: (x - mean) / sqrt(variance + epsilon) * weight + bias */
    void (*norm)(float *x, const float *weight, const float *bias, float epsilon, size_t count);
    void (*softmax)(float *x, size_t count, float factor); /* of factor * x */
    float (*dot)(const float *a, const float *b, size_t count);
    /* c[rows][columns] = a[rows][depth] b[depth][columns]; a_step .. are the floats from one row to the next. */
    void (*product)(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t rows,
                    size_t depth, size_t columns);
    /* to[columns][rows] = from[rows][columns], to_step at least rows */
    void (*transpose)(const float *from, size_t from_step, float *to, size_t to_step, size_t rows, size_t columns);
} Kernels;

extern const Kernels kernels_plain;
#if defined(__x86_64__)
extern const Kernels kernels_avx2;   /* needs AVX2 and FMA */
extern const Kernels kernels_avx512; /* needs AVX-512 F, BW, DQ and VL */
#endif

/* The fastest that this processor has. */
const Kernels *kernels_best(void);

/* gelu(x) = x * (0.5 + x * P(x^2) / Q(x^2)) with x cut at +-GELU_CUT in the factor: a rational fit of erf, 4e-7 off at
 * most. */
#define GELU_CUT 5.8f
#define GELU_P                                                                                                         \
    { 0.398942052f, 0.0396996924f, 0.00476015248f, 0.000209212828f, 3.64807884e-06f, -2.21041457e-08f, 1.02270144e-10f }
#define GELU_Q                                                                                                         \
    { 1.0f, 0.26617534f, 0.0313013173f, 0.00205734526f, 7.5091223e-05f }
/* 2^f = sum EXP2[k] f^k for |f| <= 1/2: ln(2)^k / k!, 2e-7 off at most. */
#define EXP2                                                                                                           \
    { 1.0f, 0.693147181f, 0.240226507f, 0.0555041087f, 0.00961812911f, 0.00133335581f, 0.000154035304f }
#define LOG2_E 1.44269504f

#endif
