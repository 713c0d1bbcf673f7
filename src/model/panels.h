/* panels: rounded rows (kernels.h) times int8 weights, restored to floats as the sums leave the registers. For
 * processors that sum products of bytes themselves; elsewhere, and where there is AMX, oneDNN multiplies (linear.c).
 *
 * The weights lie in panels of PANEL outputs, each read from front to back: weights[outputs / PANEL][inputs / 4][PANEL]
 * [4], both quotients rounded up, filled up with zeros. A panel stays in the nearest cache while all rows pass by it.
 * panels_plain is the truth; tests/model/test_panels.c compares.
 */
#ifndef ISNAD_MODEL_PANELS_H
#define ISNAD_MODEL_PANELS_H

#include <stddef.h>
#include <stdint.h>

/* PANEL_ROWS rows go at a time: up to so many less one behind the last are read, too, and up to 3 bytes. */
#define PANEL      32
#define PANEL_ROWS 12

typedef struct Panels {
    const int8_t *weights;
    size_t outputs, inputs;
    const int32_t *offset; /* [outputs] 128 * the sum of an output's weights */
    const float *scale, *bias;
} Panels;

/* Bytes of the packed weights. */
size_t panels_size(size_t outputs, size_t inputs);
/* values[outputs][step] -> packed. */
void panels_pack(const int8_t *values, size_t step, size_t outputs, size_t inputs, int8_t *packed);

/* out[rows][out_step]: the first `outputs` of each row become (sum - offset) * (row scale * scale) + bias. */
typedef void (*Multiply)(const Panels *panels, const uint8_t *rounded, const float *row_scale, size_t rows, float *out,
                         size_t out_step);

void panels_plain(const Panels *panels, const uint8_t *rounded, const float *row_scale, size_t rows, float *out,
                  size_t out_step);
#if defined(__x86_64__)
/* Needs AVX-512 F, BW, DQ, VL and VNNI. */
void panels_avx512(const Panels *panels, const uint8_t *rounded, const float *row_scale, size_t rows, float *out,
                   size_t out_step);
#endif

/* The one for this processor, NULL when it has none. */
Multiply panels_best(void);

#endif
