/* The best legal sequence of BIO labels: by hand, and random scores against trying every sequence. */
#include "model/viterbi.h"
#include "tests/test.h"

#include <math.h>

/* O B-x I-x B-y I-y */
static Meaning meanings[] = {{MARK_O, 0}, {MARK_B, 0}, {MARK_I, 0}, {MARK_B, 1}, {MARK_I, 1}};
static const TagHead head = {.labels = {NULL, 5}, .meanings = meanings};
enum { O, BX, IX, BY, IY, KINDS };

static bool is_legal(const uint16_t *labels, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint16_t before = i ? labels[i - 1] : O;
        if ((labels[i] == IX && before != BX && before != IX) || (labels[i] == IY && before != BY && before != IY))
            return false;
    }
    return true;
}

static double worth(const float *logits, const uint16_t *labels, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += logits[i * KINDS + labels[i]];
    return sum;
}

static double best_worth(const float *logits, size_t count) {
    size_t choices = 1;
    double best = -INFINITY;
    for (size_t i = 0; i < count; i++)
        choices *= KINDS;
    for (size_t choice = 0; choice < choices; choice++) {
        uint16_t labels[5];
        size_t rest = choice;
        for (size_t i = 0; i < count; i++, rest /= KINDS)
            labels[i] = (uint16_t)(rest % KINDS);
        if (is_legal(labels, count) && worth(logits, labels, count) > best)
            best = worth(logits, labels, count);
    }
    return best;
}

int main(void) {
    test_begin("model/viterbi");
    Arena *arena = arena_new(0);
    uint16_t labels[5];
    const float inside[] = {0, 2, 0, 0, 0, 0, 0, 3, 0, 0}; /* B-x I-x as they stand */
    CHECK(viterbi(arena, &head, inside, KINDS, 2, labels) && labels[0] == BX && labels[1] == IX);
    const float orphan[] = {1, 0, 3, 0, 0}; /* I-x at the start is not legal */
    CHECK(viterbi(arena, &head, orphan, KINDS, 1, labels) && labels[0] == O);
    const float other[] = {0, 2, 0, 1.9f, 0, 0, 0, 0, 0, 3}; /* I-y does not follow B-x: the first gives way */
    CHECK(viterbi(arena, &head, other, KINDS, 2, labels) && labels[0] == BY && labels[1] == IY);
    CHECK(viterbi(arena, &head, other, KINDS, 0, labels));
    uint32_t seed = 5;
    for (int round = 0; round < 300; round++) {
        float logits[5 * KINDS];
        size_t count = 1 + (size_t)round % 5;
        for (size_t i = 0; i < count * KINDS; i++) {
            seed = seed * 1664525u + 1013904223u;
            logits[i] = (float)(seed >> 20) / 256;
        }
        arena_reset(arena);
        if (CHECK(viterbi(arena, &head, logits, KINDS, count, labels)) && CHECK(is_legal(labels, count)))
            CHECK(fabs(worth(logits, labels, count) - best_worth(logits, count)) < 1e-4);
    }
    Arena *small = arena_new(16);
    CHECK(!viterbi(small, &head, inside, KINDS, 2, labels));
    arena_free(small);
    arena_free(arena);
    return test_end();
}
