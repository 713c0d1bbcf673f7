/* coreference: whom the mentions of a window's own words mean. In: h, the words' kinds. Out: coreferences. */
#include "model/ranks.h"

/* scores: the shares of the earlier places and, behind them, of being a first mention. */
static bool add_coreference(ModelReader *reader, const Places *places, size_t item, size_t best, const float *scores) {
    uint32_t first = reader->window->words.first;
    WordShareList antecedents;
    if (!rank_keep(reader, places->rows, item, scores, &antecedents)) {
        return false;
    }
    Coreference coreference = {.mention = first + places->rows[item],
                               .antecedent = best == SIZE_MAX ? NO_WORD : first + places->rows[best],
                               .score = scores[best == SIZE_MAX ? item : best],
                               .first = scores[item],
                               .antecedents = antecedents};
    return list_push(reader->arena, &reader->coreferences, coreference);
}

Code coreference_read(ModelReader *reader, Error *error) {
    Places places = {0};
    for (uint32_t word = reader->window->words.first; word < reader->own.end; word++) {
        if (word_is_mention(&reader->reading->words[word]) &&
            !places_add(reader, &places, reader->own.end, word, word)) {
            return error_memory(error);
        }
    }
    if (places.own == places.count) {
        return OK;
    }
    float *scores = arena_array(reader->runner->scratch, places.count + 1, sizeof *scores), share;
    if (!scores) {
        return error_memory(error);
    }
    Pairs pairs;
    Code code = pairs_make(reader->runner, FAMILY_COREF, &reader->h, places.rows + places.own,
                           places.count - places.own, places.rows, places.count, &pairs, error);
    for (size_t i = places.own; code == OK && i < places.count; i++) {
        size_t best = rank_best(&pairs, i - places.own, i, scores, &share);
        if (!add_coreference(reader, &places, i, best, scores)) {
            code = error_memory(error);
        }
    }
    return code;
}
