/* See ranks.h. */
#include "model/ranks.h"

#define LEAST_RANK 0.03f /* one of many candidates that is less probable is left out */

size_t rank_best(const Pairs *pairs, size_t p, size_t end, float *scores, float *share) {
    size_t best = end; /* null, whose score is 0, stands behind the candidates */
    float kept = 0;
    for (size_t c = 0; c < end; c++) {
        bool itself = pairs->candidates[c] == pairs->predicates[p];
        pairs_score(pairs, p, c, &kept);
        scores[c] = itself ? -1e9f : kept;
        best = !itself && scores[c] > (best == end ? 0 : scores[best]) ? c : best;
    }
    scores[end] = 0;
    pairs->kernels->softmax(scores, end + 1, 1);
    *share = scores[best];
    return best == end ? SIZE_MAX : best;
}

bool rank_keep(ModelReader *reader, const uint32_t *candidates, size_t count, const float *shares,
               WordShareList *list) {
    LIST(WordShare) likely = {0};
    for (size_t c = 0; c < count; c++) {
        WordShare one = {reader->window->words.first + candidates[c], shares[c]};
        if (one.share > LEAST_RANK && !list_push(reader->arena, &likely, one)) {
            return false;
        }
    }
    *list = (WordShareList){likely.items, likely.count};
    return true;
}

Code rank_places(ModelReader *reader, FamilyName family, const Places *places, size_t *best, float *shares,
                 Error *error) {
    float *scores = arena_array(reader->runner->scratch, places->count + 1, sizeof *scores);
    if (!scores) {
        return error_memory(error);
    }
    Pairs pairs;
    size_t count = places->count - places->own;
    Code code = pairs_make(reader->runner, family, &reader->h, places->rows + places->own, count, places->rows,
                           places->count, &pairs, error);
    for (size_t p = 0; code == OK && p < count; p++) {
        best[p] = rank_best(&pairs, p, places->count, scores, &shares[p]);
    }
    return code;
}

bool rank_take(ModelReader *reader, const Places *places, size_t **best, float **shares) {
    *best = arena_array(reader->runner->scratch, places->count, sizeof **best);
    *shares = arena_array(reader->runner->scratch, places->count, sizeof **shares);
    return *best && *shares;
}

bool places_add(ModelReader *reader, Places *places, size_t room, size_t index, uint32_t word) {
    if (word < reader->window->words.first) {
        return true;
    }
    if (!places->rows) {
        places->first = index;
        places->rows = arena_array(reader->runner->scratch, room - index, sizeof *places->rows);
        if (!places->rows) {
            return false;
        }
    }
    places->rows[places->count++] = word - reader->window->words.first;
    places->own += word < reader->own.first;
    return true;
}
