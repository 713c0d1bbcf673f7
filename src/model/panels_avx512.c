/* See panels.h: the product with AVX512-VNNI. Sums of PANEL_ROWS rows and one panel stay in registers over all inputs.
 * The first two blocks of rows fetch the next panel into the second cache, half of it each. */
#include "model/panels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#define FAST static __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,fma")))
#define PART FAST inline __attribute__((always_inline))

#define LINE  64   /* bytes of the cache */
#define AHEAD 1024 /* bytes that weights are asked for before they are needed; rows two lines */

typedef int Sums __attribute__((vector_size(64))); /* gcc 12 keeps arrays of these in registers, not of __m512i */

/* Rows of one panel. */
typedef struct Block {
    const uint8_t *rounded;
    const int8_t *weights, *next; /* next: what is fetched meanwhile, as much as half a panel */
    size_t step, fours;
    const int32_t *offset;
    const float *scale, *bias, *row_scale;
    float *out;
    size_t out_step, rows, outputs; /* that are stored */
} Block;

PART __mmask16 lanes(size_t left) {
    return left >= 16 ? (__mmask16)0xFFFF : (__mmask16)((1u << left) - 1);
}

PART __m512i four(const uint8_t *bytes) {
    int32_t value;
    memcpy(&value, bytes, sizeof value);
    return _mm512_set1_epi32(value);
}

/* `rows` is a constant at every call, at least block->rows: the rows behind are computed and not stored. */
PART void tile(const Block *block, const size_t rows) {
    Sums sums[PANEL_ROWS][2];
#pragma GCC unroll 12
    for (size_t i = 0; i < rows; i++) {
        sums[i][0] = sums[i][1] = (Sums){0};
    }
    const int8_t *weights = block->weights;
    for (size_t k = 0; k < block->fours; k++, weights += PANEL * 4) {
        if (k % (LINE / 4) == 0) {
#pragma GCC unroll 12
            for (size_t i = 0; i < rows; i++) {
                _mm_prefetch((const char *)block->rounded + i * block->step + 4 * k + 2 * LINE, _MM_HINT_T0);
            }
        }
        _mm_prefetch((const char *)weights + AHEAD, _MM_HINT_T0);
        _mm_prefetch((const char *)weights + AHEAD + LINE, _MM_HINT_T0);
        _mm_prefetch((const char *)block->next + LINE * k, _MM_HINT_T1);
        __m512i left = _mm512_loadu_si512(weights), right = _mm512_loadu_si512(weights + 64);
#pragma GCC unroll 12
        for (size_t i = 0; i < rows; i++) {
            __m512i row = four(block->rounded + i * block->step + 4 * k);
            sums[i][0] = (Sums)_mm512_dpbusd_epi32((__m512i)sums[i][0], row, left);
            sums[i][1] = (Sums)_mm512_dpbusd_epi32((__m512i)sums[i][1], row, right);
        }
    }
#pragma GCC unroll 2
    for (size_t j = 0; j < 2; j++) {
        __mmask16 mask = lanes(block->outputs > 16 * j ? block->outputs - 16 * j : 0);
        __m512i offset = _mm512_maskz_loadu_epi32(mask, block->offset + 16 * j);
        __m512 scale = _mm512_maskz_loadu_ps(mask, block->scale + 16 * j);
        __m512 bias = _mm512_maskz_loadu_ps(mask, block->bias + 16 * j);
#pragma GCC unroll 12
        for (size_t i = 0; i < rows; i++) {
            if (i < block->rows) {
                __m512 both = _mm512_mul_ps(_mm512_set1_ps(block->row_scale[i]), scale);
                __m512 sum = _mm512_cvtepi32_ps(_mm512_sub_epi32((__m512i)sums[i][j], offset));
                _mm512_mask_storeu_ps(block->out + i * block->out_step + 16 * j, mask,
                                      _mm512_fmadd_ps(sum, both, bias));
            }
        }
    }
}

FAST void tile_12(const Block *block) {
    tile(block, 12);
}

FAST void tile_8(const Block *block) {
    tile(block, 8);
}

FAST void tile_4(const Block *block) {
    tile(block, 4);
}

void panels_avx512(const Panels *panels, const uint8_t *rounded, const float *row_scale, size_t rows, float *out,
                   size_t out_step) {
    size_t fours = (panels->inputs + 3) / 4, size = fours * PANEL * 4;
    for (size_t first = 0; first < panels->outputs; first += PANEL) {
        const int8_t *weights = panels->weights + first / PANEL * size;
        Block block = {.weights = weights,
                       .next = weights + size,
                       .step = panels->inputs,
                       .fours = fours,
                       .offset = panels->offset + first,
                       .scale = panels->scale + first,
                       .bias = panels->bias + first,
                       .out_step = out_step,
                       .outputs = panels->outputs - first};
        for (size_t row = 0; row < rows; row += PANEL_ROWS) {
            size_t left = rows - row;
            block.rounded = rounded + row * panels->inputs;
            block.row_scale = row_scale + row;
            block.out = out + row * out_step + first;
            block.rows = left < PANEL_ROWS ? left : PANEL_ROWS;
            if (left > 8) {
                tile_12(&block);
            } else if (left > 4) {
                tile_8(&block);
            } else {
                tile_4(&block);
            }
            block.next = row == 0 ? weights + size + size / 2 : weights;
        }
    }
}

#else
typedef int panels_avx512_not_here;
#endif
