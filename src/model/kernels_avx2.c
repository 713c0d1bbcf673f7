/* The kernels with AVX2 and FMA, eight floats at a time; the last part of a row is loaded and stored under a mask. */
#include "model/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define FAST static __attribute__((target("avx2,fma")))
#define PART FAST inline __attribute__((always_inline))

/* The lanes of a vector that starts `left` floats before the end of a row, for maskload and maskstore. */
PART __m256i lanes(size_t left) {
    __m256i place = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(left < 8 ? (int)left : 8), place);
}

PART __m256 load(const float *x, size_t left) {
    return left >= 8 ? _mm256_loadu_ps(x) : _mm256_maskload_ps(x, lanes(left));
}

PART void store(float *x, size_t left, __m256 value) {
    if (left >= 8) {
        _mm256_storeu_ps(x, value);
    } else {
        _mm256_maskstore_ps(x, lanes(left), value);
    }
}

PART __m256i load_int(const int32_t *x, size_t left) {
    return left >= 8 ? _mm256_loadu_si256((const __m256i *)x) : _mm256_maskload_epi32(x, lanes(left));
}

PART float total(__m256 x) {
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

PART float largest(__m256 x) {
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
}

FAST float round_row(const float *x, size_t count, uint8_t *rounded) {
    const __m256 sign = _mm256_set1_ps(-0.0f);
    __m256 most = _mm256_setzero_ps();
    for (size_t i = 0; i < count; i += 8) {
        most = _mm256_max_ps(_mm256_andnot_ps(sign, load(x + i, count - i)), most);
    }
    float top = largest(most);
    __m256 factor = _mm256_set1_ps(top > 0 ? 127 / top : 0);
    __m256i low = _mm256_set1_epi32(-127), high = _mm256_set1_epi32(127), middle = _mm256_set1_epi32(128);
    for (size_t i = 0; i < count; i += 8) {
        __m256i value = _mm256_cvtps_epi32(_mm256_mul_ps(load(x + i, count - i), factor));
        value = _mm256_add_epi32(_mm256_min_epi32(_mm256_max_epi32(value, low), high), middle);
        int32_t eight[8];
        _mm256_storeu_si256((__m256i *)eight, value);
        for (size_t k = 0; k < 8 && i + k < count; k++) {
            rounded[i + k] = (uint8_t)eight[k];
        }
    }
    return top / 127;
}

FAST void restore(const int32_t *sums, const int32_t *offset, const float *scale, const float *bias,
                  const float *row_scale, size_t rows, size_t count, float *out, size_t out_step) {
    for (size_t row = 0; row < rows; row++, sums += count, out += out_step) {
        __m256 steep = _mm256_set1_ps(row_scale[row]);
        for (size_t i = 0; i < count; i += 8) {
            __m256i sum = _mm256_sub_epi32(load_int(sums + i, count - i), load_int(offset + i, count - i));
            __m256 both = _mm256_mul_ps(steep, load(scale + i, count - i));
            store(out + i, count - i, _mm256_fmadd_ps(_mm256_cvtepi32_ps(sum), both, load(bias + i, count - i)));
        }
    }
}

/* The bytes are made unsigned (+ 128) for the one instruction that sums bytes; the 128 are taken off at the end. */
FAST int32_t sum_bytes(const int8_t *x, size_t count) {
    __m256i all = _mm256_setzero_si256(), flip = _mm256_set1_epi8((char)0x80);
    size_t whole = count / 32 * 32;
    for (size_t i = 0; i < whole; i += 32) {
        __m256i bytes = _mm256_xor_si256(flip, _mm256_loadu_si256((const __m256i *)(x + i)));
        all = _mm256_add_epi64(all, _mm256_sad_epu8(bytes, _mm256_setzero_si256()));
    }
    int64_t four[4];
    _mm256_storeu_si256((__m256i *)four, all);
    int64_t result = four[0] + four[1] + four[2] + four[3] - 128 * (int64_t)whole;
    for (size_t i = whole; i < count; i++) {
        result += x[i];
    }
    return (int32_t)result;
}

FAST void add(float *x, const float *other, size_t count) {
    for (size_t i = 0; i < count; i += 8) {
        store(x + i, count - i, _mm256_add_ps(load(x + i, count - i), load(other + i, count - i)));
    }
}

FAST void gelu(float *x, size_t count) {
    static const float p[] = GELU_P, q[] = GELU_Q;
    __m256 cut = _mm256_set1_ps(GELU_CUT), half = _mm256_set1_ps(0.5f);
    for (size_t i = 0; i < count; i += 8) {
        __m256 value = load(x + i, count - i);
        __m256 inner = _mm256_min_ps(_mm256_max_ps(value, _mm256_sub_ps(_mm256_setzero_ps(), cut)), cut);
        __m256 square = _mm256_mul_ps(inner, inner);
        __m256 above = _mm256_set1_ps(p[6]), below = _mm256_set1_ps(q[4]);
#pragma GCC unroll 6
        for (int k = 5; k >= 0; k--) {
            above = _mm256_fmadd_ps(above, square, _mm256_set1_ps(p[k]));
        }
#pragma GCC unroll 4
        for (int k = 3; k >= 0; k--) {
            below = _mm256_fmadd_ps(below, square, _mm256_set1_ps(q[k]));
        }
        __m256 factor = _mm256_fmadd_ps(inner, _mm256_div_ps(above, below), half);
        store(x + i, count - i, _mm256_mul_ps(value, factor));
    }
}

FAST void norm(float *x, const float *weight, const float *bias, float epsilon, size_t count) {
    __m256 sum = _mm256_setzero_ps(), square = _mm256_setzero_ps();
    for (size_t i = 0; i < count; i += 8) {
        sum = _mm256_add_ps(sum, load(x + i, count - i));
    }
    __m256 mean = _mm256_set1_ps(total(sum) / (float)count);
    for (size_t i = 0; i < count; i += 8) {
        __m256 off = _mm256_sub_ps(load(x + i, count - i), mean);
        off = _mm256_and_ps(off, _mm256_castsi256_ps(lanes(count - i)));
        square = _mm256_fmadd_ps(off, off, square);
    }
    __m256 root = _mm256_sqrt_ps(_mm256_set1_ps(total(square) / (float)count + epsilon));
    __m256 factor = _mm256_div_ps(_mm256_set1_ps(1), root);
    for (size_t i = 0; i < count; i += 8) {
        __m256 value = _mm256_mul_ps(_mm256_sub_ps(load(x + i, count - i), mean), factor);
        store(x + i, count - i, _mm256_fmadd_ps(value, load(weight + i, count - i), load(bias + i, count - i)));
    }
}

FAST void softmax(float *x, size_t count, float factor) {
    static const float exp2[] = EXP2;
    __m256 lowest = _mm256_set1_ps(-__builtin_inff()), most = lowest, sum = _mm256_setzero_ps();
    for (size_t i = 0; i < count; i += 8) {
        __m256 value = _mm256_blendv_ps(lowest, load(x + i, count - i), _mm256_castsi256_ps(lanes(count - i)));
        most = _mm256_max_ps(value, most);
    }
    __m256 top = _mm256_set1_ps(largest(most)), steep = _mm256_set1_ps(factor * LOG2_E), floor = _mm256_set1_ps(-126);
    for (size_t i = 0; i < count; i += 8) {
        __m256 power = _mm256_mul_ps(_mm256_sub_ps(load(x + i, count - i), top), steep);
        __m256 seen = _mm256_cmp_ps(power, floor, _CMP_GE_OQ); /* below is less than the least normal float: 0 */
        power = _mm256_max_ps(power, floor);
        __m256 whole = _mm256_round_ps(power, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
        __m256 part = _mm256_sub_ps(power, whole), value = _mm256_set1_ps(exp2[6]);
#pragma GCC unroll 6
        for (int k = 5; k >= 0; k--) {
            value = _mm256_fmadd_ps(value, part, _mm256_set1_ps(exp2[k]));
        }
        __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(whole), _mm256_set1_epi32(127));
        value = _mm256_mul_ps(value, _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23)));
        value = _mm256_and_ps(value, _mm256_and_ps(seen, _mm256_castsi256_ps(lanes(count - i))));
        sum = _mm256_add_ps(sum, value);
        store(x + i, count - i, value);
    }
    __m256 share = _mm256_set1_ps(1 / total(sum));
    for (size_t i = 0; i < count; i += 8) {
        store(x + i, count - i, _mm256_mul_ps(load(x + i, count - i), share));
    }
}

FAST float dot(const float *a, const float *b, size_t count) {
    __m256 sum = _mm256_setzero_ps();
    for (size_t i = 0; i < count; i += 8) {
        sum = _mm256_fmadd_ps(load(a + i, count - i), load(b + i, count - i), sum);
    }
    return total(sum);
}

/* ROWS rows times up to 16 columns, the sums held in registers. ROWS and VECTORS are constants at every call. */
PART void tile(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t depth,
               size_t left, const int rows, const int vectors) {
    __m256 sums[6][2];
#pragma GCC unroll 6
    for (int i = 0; i < rows; i++) {
        sums[i][0] = _mm256_setzero_ps();
        sums[i][1] = _mm256_setzero_ps();
    }
    for (size_t k = 0; k < depth; k++) {
        __m256 right[2];
#pragma GCC unroll 2
        for (int j = 0; j < vectors; j++) {
            right[j] = load(b + k * b_step + 8 * j, left - 8 * (size_t)j);
        }
#pragma GCC unroll 6
        for (int i = 0; i < rows; i++) {
            __m256 one = _mm256_set1_ps(a[(size_t)i * a_step + k]);
#pragma GCC unroll 2
            for (int j = 0; j < vectors; j++) {
                sums[i][j] = _mm256_fmadd_ps(one, right[j], sums[i][j]);
            }
        }
    }
#pragma GCC unroll 6
    for (int i = 0; i < rows; i++) {
#pragma GCC unroll 2
        for (int j = 0; j < vectors; j++) {
            store(c + (size_t)i * c_step + 8 * j, left - 8 * (size_t)j, sums[i][j]);
        }
    }
}

FAST void tile_6(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t depth,
                 size_t left) {
    if (left > 8) {
        tile(a, a_step, b, b_step, c, c_step, depth, left, 6, 2);
    } else {
        tile(a, a_step, b, b_step, c, c_step, depth, left, 6, 1);
    }
}

FAST void tile_1(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t depth,
                 size_t left) {
    if (left > 8) {
        tile(a, a_step, b, b_step, c, c_step, depth, left, 1, 2);
    } else {
        tile(a, a_step, b, b_step, c, c_step, depth, left, 1, 1);
    }
}

FAST void product(const float *a, size_t a_step, const float *b, size_t b_step, float *c, size_t c_step, size_t rows,
                  size_t depth, size_t columns) {
    for (size_t j = 0; j < columns; j += 16) {
        size_t left = columns - j < 16 ? columns - j : 16, i = 0;
        for (; i + 6 <= rows; i += 6) {
            tile_6(a + i * a_step, a_step, b + j, b_step, c + i * c_step + j, c_step, depth, left);
        }
        for (; i < rows; i++) {
            tile_1(a + i * a_step, a_step, b + j, b_step, c + i * c_step + j, c_step, depth, left);
        }
    }
}

/* Eight rows at a time, gathered down the column and stored along the row of the result. */
FAST void transpose(const float *from, size_t from_step, float *to, size_t to_step, size_t rows, size_t columns) {
    const __m256i step =
        _mm256_mullo_epi32(_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32((int)from_step));
    for (size_t i = 0; i < rows; i += 8) {
        __m256 mask = _mm256_castsi256_ps(lanes(rows - i));
        for (size_t j = 0; j < columns; j++) {
            __m256 column = _mm256_mask_i32gather_ps(_mm256_setzero_ps(), from + i * from_step + j, step, mask, 4);
            store(to + j * to_step + i, rows - i, column);
        }
    }
}

const Kernels kernels_avx2 = {
    .name = "avx2",
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
typedef int kernels_avx2_not_here;
#endif
