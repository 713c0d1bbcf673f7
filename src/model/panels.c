/* See panels.h: packing, the plain product, and which one this processor runs. */
#include "model/panels.h"

#include <string.h>

static size_t fours_of(size_t inputs) {
    return (inputs + 3) / 4;
}

size_t panels_size(size_t outputs, size_t inputs) {
    return (outputs + PANEL - 1) / PANEL * fours_of(inputs) * PANEL * 4;
}

void panels_pack(const int8_t *values, size_t step, size_t outputs, size_t inputs, int8_t *packed) {
    size_t fours = fours_of(inputs);
    if (outputs % PANEL != 0 || inputs % 4 != 0) {
        memset(packed, 0, panels_size(outputs, inputs));
    }
    for (size_t i = 0; i < outputs; i++) {
        const int8_t *row = values + i * step;
        int8_t *to = packed + (i / PANEL * fours * PANEL + i % PANEL) * 4;
        for (size_t k = 0; k < inputs / 4; k++) {
            memcpy(to + k * PANEL * 4, row + 4 * k, 4);
        }
        memcpy(to + inputs / 4 * PANEL * 4, row + inputs / 4 * 4, inputs % 4);
    }
}

void panels_plain(const Panels *panels, const uint8_t *rounded, const float *row_scale, size_t rows, float *out,
                  size_t out_step) {
    size_t fours = fours_of(panels->inputs);
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < panels->outputs; i++) {
            const int8_t *weights = panels->weights + (i / PANEL * fours * PANEL + i % PANEL) * 4;
            int32_t sum = -panels->offset[i];
            for (size_t k = 0; k < panels->inputs; k++) {
                sum += rounded[row * panels->inputs + k] * weights[k / 4 * PANEL * 4 + k % 4];
            }
            out[row * out_step + i] = (float)sum * (row_scale[row] * panels->scale[i]) + panels->bias[i];
        }
    }
}

Multiply panels_best(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) {
        return panels_avx512;
    }
#endif
    return NULL;
}
