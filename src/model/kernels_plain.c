/* The kernels as their definitions read: slow, and the truth that the vector versions are tested against. */
#include "model/kernels.h"

#include <math.h>

static float round_row(const float *x, size_t count, uint8_t *rounded) {
    float most = 0;
    for (size_t i = 0; i < count; i++) {
        most = fabsf(x[i]) > most ? fabsf(x[i]) : most;
    }
    float scale = most / 127;
    for (size_t i = 0; i < count; i++) {
        float value = most > 0 ? rintf(x[i] * (127 / most)) : 0;
        value = value > -127 ? value : -127; /* a value that is no number becomes -127 here: no undefined conversion */
        value = value < 127 ? value : 127;
        rounded[i] = (uint8_t)(value + 128);
    }
    return scale;
}

static void restore(const int32_t *sums, const int32_t *offset, const float *scale, const float *bias,
                    const float *row_scale, size_t rows, size_t count, float *out, size_t out_step) {
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < count; i++) {
            float sum = (float)(sums[row * count + i] - offset[i]);
            out[row * out_step + i] = sum * (row_scale[row] * scale[i]) + bias[i];
        }
    }
}

static int32_t sum_bytes(const int8_t *x, size_t count) {
    int32_t all = 0;
    for (size_t i = 0; i < count; i++) {
        all += x[i];
    }
    return all;
}

static void add(float *x, const float *other, size_t count) {
    for (size_t i = 0; i < count; i++) {
        x[i] += other[i];
    }
}

static void gelu(float *x, size_t count) {
    for (size_t i = 0; i < count; i++) {
        x[i] = x[i] * 0.5f * (1 + erff(x[i] * 0.707106781f));
    }
}

static void norm(float *x, const float *weight, const float *bias, float epsilon, size_t count) {
    double all = 0, square = 0;
    for (size_t i = 0; i < count; i++) {
        all += x[i];
    }
    double mean = all / (double)count;
    for (size_t i = 0; i < count; i++) {
        square += (x[i] - mean) * (x[i] - mean);
    }
    double factor = 1 / sqrt(square / (double)count + epsilon);
    for (size_t i = 0; i < count; i++) {
        x[i] = (float)((x[i] - mean) * factor) * weight[i] + bias[i];
    }
}

static void softmax(float *x, size_t count, float factor) {
    float most = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        most = x[i] > most ? x[i] : most;
    }
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        x[i] = expf((x[i] - most) * factor);
        sum += x[i];
    }
    for (size_t i = 0; i < count; i++) {
        x[i] = (float)(x[i] / sum);
    }
}

static float dot(const float *a, const float *b, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)a[i] * b[i];
    }
    return (float)sum;
}

static void product(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t rows,
                    size_t depth, size_t columns) {
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            double sum = 0;
            for (size_t k = 0; k < depth; k++) {
                sum += (double)a[i * a_step + k] * b[k * b_step + j];
            }
            c[i * c_step + j] = (float)sum;
        }
    }
}

static void transpose(const float *from, size_t from_step, float *to, size_t to_step, size_t rows, size_t columns) {
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            to[j * to_step + i] = from[i * from_step + j];
        }
    }
}

const Kernels kernels_plain = {
    .name = "plain",
    .round_row = round_row,
    .restore = restore,
    .sum = sum_bytes,
    .add = add,
    .gelu = gelu,
    .norm = norm,
    .softmax = softmax,
    .dot = dot,
    .product = product,
    .transpose = transpose,
};
