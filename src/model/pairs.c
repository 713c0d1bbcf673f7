/* pairs: the families of FORMAT.md. For predicate p and candidate w: a = gelu(A h_p), b = gelu(B h_w),
 * score_r = b . U_r [a; 1] + distance_r[bucket(w - p)]. U [a; 1] is one product a predicate, the rest a dot a role. */
#include "model/runner.h"

#include <string.h>

/* Rows of h for the words, as they stand when they are a run of neighbours. */
static bool pick(Runner *runner, const Rows *h, const uint32_t *words, size_t count, Rows *picked, size_t *first) {
    bool neighbours = true;
    for (size_t i = 1; i < count; i++) {
        neighbours = neighbours && words[i] == words[i - 1] + 1;
    }
    *first = count > 0 && neighbours ? words[0] : 0;
    *picked = *h;
    if (neighbours) {
        return true;
    }
    if (!rows_take(runner->model->engine, runner->scratch, count, h->width, picked)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        rows_copy(picked, i, h, words[i]);
    }
    return true;
}

/* out[count][width] = gelu(linear h) of the words */
static Code project(Runner *runner, const Linear *linear, const Rows *h, const uint32_t *words, size_t count,
                    float **out, Error *error) {
    Rows picked;
    size_t first;
    *out = arena_array(runner->scratch, count * linear->outputs, sizeof **out);
    if (!*out || !pick(runner, h, words, count, &picked, &first)) {
        return error_memory(error);
    }
    Code code = linear_run(runner->lane, linear, &picked, first, count, *out, linear->outputs, error);
    if (code == OK) {
        runner->model->kernels->gelu(*out, count * linear->outputs);
    }
    return code;
}

Code pairs_make(Runner *runner, FamilyName name, const Rows *h, const uint32_t *predicates, size_t predicate_count,
                const uint32_t *candidates, size_t candidate_count, Pairs *pairs, Error *error) {
    const Family *family = &runner->model->families[name];
    const Engine *engine = runner->model->engine;
    *pairs = (Pairs){.family = family,
                     .kernels = runner->model->kernels,
                     .predicates = predicates,
                     .candidates = candidates,
                     .predicate_count = predicate_count,
                     .candidate_count = candidate_count};
    float *a;
    Rows rows;
    Code code = project(runner, &family->a, h, predicates, predicate_count, &a, error);
    if (code != OK) {
        return code;
    }
    pairs->left = arena_array(runner->scratch, predicate_count * family->u.outputs, sizeof *pairs->left);
    if (!pairs->left || !rows_take(engine, runner->scratch, predicate_count, family->width, &rows)) {
        return error_memory(error);
    }
    rows_set(engine, &rows, 0, a, family->width, predicate_count);
    code = linear_run(runner->lane, &family->u, &rows, 0, predicate_count, pairs->left, family->u.outputs, error);
    if (code == OK) {
        code = project(runner, &family->b, h, candidates, candidate_count, &pairs->right, error);
    }
    return code;
}

/* bucket(k) = 10 + sign(k) * the index of the largest level that is not above |k| */
static size_t bucket(uint32_t predicate, uint32_t candidate) {
    static const uint32_t levels[] = {0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 45};
    uint32_t far = candidate > predicate ? candidate - predicate : predicate - candidate;
    size_t level = sizeof levels / sizeof *levels - 1;
    while (levels[level] > far) {
        level--;
    }
    return candidate > predicate ? 10 + level : 10 - level;
}

void pairs_score(const Pairs *pairs, size_t p, size_t c, float *scores) {
    size_t width = pairs->family->width, place = bucket(pairs->predicates[p], pairs->candidates[c]);
    const float *left = pairs->left + p * pairs->family->u.outputs, *right = pairs->right + c * width;
    for (size_t r = 0; r < pairs->family->roles.count; r++) {
        scores[r] =
            pairs->kernels->dot(right, left + r * width, width) + pairs->family->distance[r * DISTANCES + place];
    }
}
