/* The best tree: small cases by hand, and random ones against trying every tree. */
#include "model/tree.h"
#include "tests/test.h"

#include <math.h>

static bool is_tree(const uint32_t *heads, size_t count) {
    size_t roots = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = i, steps = 0;
        while (heads[at] != at && steps++ < count)
            at = heads[at];
        if (heads[at] != at)
            return false;
        roots += heads[i] == i;
    }
    return roots == 1;
}

static double worth(const float *scores, const uint32_t *heads, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += scores[i * (count + 1) + (heads[i] == i ? count : heads[i])];
    return sum;
}

/* The sum of the best tree, by trying all count^count choices of heads. */
static double best_worth(const float *scores, size_t count) {
    size_t choices = 1;
    double best = -INFINITY;
    for (size_t i = 0; i < count; i++)
        choices *= count;
    for (size_t choice = 0; choice < choices; choice++) {
        uint32_t heads[8];
        size_t rest = choice;
        for (size_t i = 0; i < count; i++, rest /= count)
            heads[i] = (uint32_t)(rest % count);
        if (is_tree(heads, count) && worth(scores, heads, count) > best)
            best = worth(scores, heads, count);
    }
    return best;
}

static void check_random(Arena *arena) {
    uint32_t seed = 7, heads[6];
    float scores[6 * 7];
    for (int round = 0; round < 400; round++) {
        size_t count = 1 + (size_t)round % 6;
        for (size_t i = 0; i < count * (count + 1); i++) {
            seed = seed * 1664525u + 1013904223u;
            scores[i] = (float)(seed >> 24) / (round % 2 ? 16 : 64); /* every second round with many ties */
        }
        arena_reset(arena);
        if (CHECK(tree_best(arena, scores, count, heads)) && CHECK(is_tree(heads, count)))
            CHECK(fabs(worth(scores, heads, count) - best_worth(scores, count)) < 1e-4);
    }
}

static void check_by_hand(Arena *arena) {
    uint32_t heads[3];
    /* 0 and 1 like each other best, and 1 likes the root: the cycle opens at 1. */
    const float cycle[] = {0, 9, 1, 0, 8, 0, 1, 6, 7, 1, 0, 0};
    CHECK(tree_best(arena, cycle, 3, heads) && heads[0] == 1 && heads[1] == 1 && heads[2] == 0);
    /* Two words want to be the root: one only may, although both lose by it. */
    const float two[] = {0, 1, 9, 1, 0, 8};
    CHECK(tree_best(arena, two, 2, heads) && heads[0] == 0 && heads[1] == 0);
    const float one[] = {0, -5};
    CHECK(tree_best(arena, one, 1, heads) && heads[0] == 0);
    /* Numbers that are none give some tree, and an end. */
    const float none[] = {0, NAN, NAN, NAN, NAN, 0, NAN, NAN, NAN, NAN, 0, NAN};
    CHECK(tree_best(arena, none, 3, heads));
}

static void check_long(void) {
    size_t count = 400;
    uint32_t seed = 3;
    Arena *arena = arena_new(0);
    float *scores = arena_array(arena, count * (count + 1), sizeof *scores);
    uint32_t *heads = arena_array(arena, count, sizeof *heads);
    for (size_t i = 0; i < count * (count + 1); i++) {
        seed = seed * 1664525u + 1013904223u;
        scores[i] = (float)(seed >> 8) / 65536;
    }
    CHECK(tree_best(arena, scores, count, heads) && is_tree(heads, count));
    Arena *small = arena_new(4096);
    CHECK(!tree_best(small, scores, count, heads));
    arena_free(small);
    arena_free(arena);
}

int main(void) {
    test_begin("model/tree");
    Arena *arena = arena_new(0);
    check_by_hand(arena);
    check_random(arena);
    check_long();
    arena_free(arena);
    return test_end();
}
