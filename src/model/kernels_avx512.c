/* The kernels with AVX-512 (F, BW, DQ, VL), sixteen floats at a time; the last part of a row is masked. */
#include "model/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define FAST static __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,fma")))
#define PART FAST inline __attribute__((always_inline))

/* The lanes of a vector that starts `left` floats before the end of a row. */
PART __mmask16 lanes(size_t left) {
    return left >= 16 ? (__mmask16)0xFFFF : (__mmask16)((1u << left) - 1);
}

FAST float round_row(const float *x, size_t count, uint8_t *rounded) {
    __m512 most = _mm512_setzero_ps();
    for (size_t i = 0; i < count; i += 16) {
        most = _mm512_max_ps(_mm512_abs_ps(_mm512_maskz_loadu_ps(lanes(count - i), x + i)), most);
    }
    float top = _mm512_reduce_max_ps(most);
    __m512 factor = _mm512_set1_ps(top > 0 ? 127 / top : 0);
    __m512i low = _mm512_set1_epi32(-127), high = _mm512_set1_epi32(127), middle = _mm512_set1_epi32(128);
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        __m512i value = _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_maskz_loadu_ps(mask, x + i), factor));
        value = _mm512_add_epi32(_mm512_min_epi32(_mm512_max_epi32(value, low), high), middle);
        _mm512_mask_cvtepi32_storeu_epi8(rounded + i, mask, value);
    }
    return top / 127;
}

/* Row by row: rows side by side stand a multiple of 4 KiB apart, and a load would wait for the store before it. */
FAST void restore(const int32_t *sums, const int32_t *offset, const float *scale, const float *bias,
                  const float *row_scale, size_t rows, size_t count, float *out, size_t out_step) {
    for (size_t row = 0; row < rows; row++) {
        __m512 its = _mm512_set1_ps(row_scale[row]);
        for (size_t i = 0; i < count; i += 16) {
            __mmask16 mask = lanes(count - i);
            __m512i off = _mm512_maskz_loadu_epi32(mask, offset + i);
            __m512i sum = _mm512_sub_epi32(_mm512_maskz_loadu_epi32(mask, sums + row * count + i), off);
            __m512 both = _mm512_mul_ps(its, _mm512_maskz_loadu_ps(mask, scale + i));
            __m512 value = _mm512_fmadd_ps(_mm512_cvtepi32_ps(sum), both, _mm512_maskz_loadu_ps(mask, bias + i));
            _mm512_mask_storeu_ps(out + row * out_step + i, mask, value);
        }
    }
}

/* The bytes are made unsigned (+ 128) for the one instruction that sums bytes; the 128 are taken off at the end. */
FAST int32_t sum_bytes(const int8_t *x, size_t count) {
    __m512i all = _mm512_setzero_si512(), flip = _mm512_set1_epi8((char)0x80);
    for (size_t i = 0; i < count; i += 64) {
        size_t left = count - i;
        __mmask64 mask = left >= 64 ? ~(__mmask64)0 : ((__mmask64)1 << left) - 1;
        __m512i bytes = _mm512_xor_si512(flip, _mm512_maskz_loadu_epi8(mask, x + i));
        all = _mm512_add_epi64(all, _mm512_sad_epu8(bytes, _mm512_setzero_si512()));
    }
    return (int32_t)(_mm512_reduce_add_epi64(all) - 128 * (long long)((count + 63) / 64 * 64));
}

FAST void add(float *x, const float *other, size_t count) {
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        __m512 sum = _mm512_add_ps(_mm512_maskz_loadu_ps(mask, x + i), _mm512_maskz_loadu_ps(mask, other + i));
        _mm512_mask_storeu_ps(x + i, mask, sum);
    }
}

FAST void gelu(float *x, size_t count) {
    static const float p[] = GELU_P, q[] = GELU_Q;
    __m512 cut = _mm512_set1_ps(GELU_CUT), half = _mm512_set1_ps(0.5f);
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        __m512 value = _mm512_maskz_loadu_ps(mask, x + i);
        __m512 inner = _mm512_min_ps(_mm512_max_ps(value, _mm512_sub_ps(_mm512_setzero_ps(), cut)), cut);
        __m512 square = _mm512_mul_ps(inner, inner);
        __m512 above = _mm512_set1_ps(p[6]), below = _mm512_set1_ps(q[4]);
#pragma GCC unroll 6
        for (int k = 5; k >= 0; k--) {
            above = _mm512_fmadd_ps(above, square, _mm512_set1_ps(p[k]));
        }
#pragma GCC unroll 4
        for (int k = 3; k >= 0; k--) {
            below = _mm512_fmadd_ps(below, square, _mm512_set1_ps(q[k]));
        }
        __m512 factor = _mm512_fmadd_ps(inner, _mm512_div_ps(above, below), half);
        _mm512_mask_storeu_ps(x + i, mask, _mm512_mul_ps(value, factor));
    }
}

FAST void norm(float *x, const float *weight, const float *bias, float epsilon, size_t count) {
    __m512 sum = _mm512_setzero_ps(), square = _mm512_setzero_ps();
    for (size_t i = 0; i < count; i += 16) {
        sum = _mm512_add_ps(sum, _mm512_maskz_loadu_ps(lanes(count - i), x + i));
    }
    __m512 mean = _mm512_set1_ps(_mm512_reduce_add_ps(sum) / (float)count);
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        __m512 off = _mm512_maskz_sub_ps(mask, _mm512_maskz_loadu_ps(mask, x + i), mean);
        square = _mm512_fmadd_ps(off, off, square);
    }
    float variance = _mm512_reduce_add_ps(square) / (float)count;
    __m512 root = _mm512_sqrt_ps(_mm512_set1_ps(variance + epsilon));
    __m512 factor = _mm512_div_ps(_mm512_set1_ps(1), root);
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        __m512 value = _mm512_mul_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(mask, x + i), mean), factor);
        value = _mm512_fmadd_ps(value, _mm512_maskz_loadu_ps(mask, weight + i), _mm512_maskz_loadu_ps(mask, bias + i));
        _mm512_mask_storeu_ps(x + i, mask, value);
    }
}

FAST void softmax(float *x, size_t count, float factor) {
    static const float exp2[] = EXP2;
    __m512 lowest = _mm512_set1_ps(-__builtin_inff()), most = lowest, sum = _mm512_setzero_ps();
    for (size_t i = 0; i < count; i += 16) {
        most = _mm512_max_ps(_mm512_mask_loadu_ps(lowest, lanes(count - i), x + i), most);
    }
    __m512 top = _mm512_set1_ps(_mm512_reduce_max_ps(most)), steep = _mm512_set1_ps(factor * LOG2_E);
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        __m512 power = _mm512_mul_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(mask, x + i), top), steep);
        __m512 whole = _mm512_roundscale_ps(power, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
        __m512 part = _mm512_sub_ps(power, whole), value = _mm512_set1_ps(exp2[6]);
#pragma GCC unroll 6
        for (int k = 5; k >= 0; k--) {
            value = _mm512_fmadd_ps(value, part, _mm512_set1_ps(exp2[k]));
        }
        value = _mm512_maskz_scalef_ps(mask, value, whole);
        sum = _mm512_add_ps(sum, value);
        _mm512_mask_storeu_ps(x + i, mask, value);
    }
    __m512 share = _mm512_set1_ps(1 / _mm512_reduce_add_ps(sum));
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        _mm512_mask_storeu_ps(x + i, mask, _mm512_mul_ps(_mm512_maskz_loadu_ps(mask, x + i), share));
    }
}

FAST float dot(const float *a, const float *b, size_t count) {
    __m512 sum = _mm512_setzero_ps();
    for (size_t i = 0; i < count; i += 16) {
        __mmask16 mask = lanes(count - i);
        sum = _mm512_fmadd_ps(_mm512_maskz_loadu_ps(mask, a + i), _mm512_maskz_loadu_ps(mask, b + i), sum);
    }
    return _mm512_reduce_add_ps(sum);
}

/* ROWS rows times up to 64 columns, the sums held in registers. ROWS and VECTORS are constants at every call. */
PART void tile(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t depth,
               size_t left, const int rows, const int vectors) {
    __m512 sums[6][4];
    __mmask16 last = lanes(left - 16 * (size_t)(vectors - 1));
#pragma GCC unroll 6
    for (int i = 0; i < rows; i++) {
#pragma GCC unroll 4
        for (int j = 0; j < vectors; j++) {
            sums[i][j] = _mm512_setzero_ps();
        }
    }
    for (size_t k = 0; k < depth; k++) {
        __m512 right[4];
#pragma GCC unroll 4
        for (int j = 0; j < vectors; j++) { /* its rows are too far apart for the processor to guess the next */
            _mm_prefetch((const char *)(b + (k + 6) * b_step + 16 * j), _MM_HINT_T0);
        }
#pragma GCC unroll 4
        for (int j = 0; j < vectors; j++) {
            right[j] = _mm512_maskz_loadu_ps(j == vectors - 1 ? last : (__mmask16)0xFFFF, b + k * b_step + 16 * j);
        }
#pragma GCC unroll 6
        for (int i = 0; i < rows; i++) {
            __m512 one = _mm512_set1_ps(a[(size_t)i * a_step + k]);
#pragma GCC unroll 4
            for (int j = 0; j < vectors; j++) {
                sums[i][j] = _mm512_fmadd_ps(one, right[j], sums[i][j]);
            }
        }
    }
#pragma GCC unroll 6
    for (int i = 0; i < rows; i++) {
#pragma GCC unroll 4
        for (int j = 0; j < vectors; j++) {
            _mm512_mask_storeu_ps(c + (size_t)i * c_step + 16 * j, j == vectors - 1 ? last : (__mmask16)0xFFFF,
                                  sums[i][j]);
        }
    }
}

FAST void tile_6(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t depth,
                 size_t left) {
    switch ((left + 15) / 16) {
    case 1: tile(a, a_step, b, b_step, c, c_step, depth, left, 6, 1); break;
    case 2: tile(a, a_step, b, b_step, c, c_step, depth, left, 6, 2); break;
    case 3: tile(a, a_step, b, b_step, c, c_step, depth, left, 6, 3); break;
    default: tile(a, a_step, b, b_step, c, c_step, depth, left, 6, 4); break;
    }
}

FAST void tile_1(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t depth,
                 size_t left) {
    switch ((left + 15) / 16) {
    case 1: tile(a, a_step, b, b_step, c, c_step, depth, left, 1, 1); break;
    case 2: tile(a, a_step, b, b_step, c, c_step, depth, left, 1, 2); break;
    case 3: tile(a, a_step, b, b_step, c, c_step, depth, left, 1, 3); break;
    default: tile(a, a_step, b, b_step, c, c_step, depth, left, 1, 4); break;
    }
}

FAST void product(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t rows,
                  size_t depth, size_t columns) {
    for (size_t j = 0; j < columns; j += 64) {
        size_t left = columns - j < 64 ? columns - j : 64, i = 0;
        for (; i + 6 <= rows; i += 6) {
            tile_6(a + i * a_step, a_step, b + j, b_step, c + i * c_step + j, c_step, depth, left);
        }
        for (; i < rows; i++) {
            tile_1(a + i * a_step, a_step, b + j, b_step, c + i * c_step + j, c_step, depth, left);
        }
    }
}

/* Sixteen columns of up to sixteen rows at a time, gathered down the column and stored along the row of the result. */
FAST void transpose(const float *from, size_t from_step, float *to, size_t to_step, size_t rows, size_t columns) {
    const __m512i step = _mm512_mullo_epi32(_mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
                                            _mm512_set1_epi32((int)from_step));
    for (size_t i = 0; i < rows; i += 16) {
        __mmask16 mask = lanes(rows - i);
        for (size_t j = 0; j < columns; j++) {
            __m512 column = _mm512_mask_i32gather_ps(_mm512_setzero_ps(), mask, step, from + i * from_step + j, 4);
            _mm512_mask_storeu_ps(to + j * to_step + i, mask, column);
        }
    }
}

const Kernels kernels_avx512 = {
    .name = "avx512",
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

#else
typedef int kernels_avx512_not_here;
#endif
