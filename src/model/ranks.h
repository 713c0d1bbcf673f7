/* ranks: one of many. A family of one role gives each candidate a score, null has 0; the shares are their softmax.
 * Private to model/. */
#ifndef ISNAD_MODEL_RANKS_H
#define ISNAD_MODEL_RANKS_H

#include "model/reader.h"

/* First words of list items, as rows of the window; list items lie in the order of the text. */
typedef struct Places {
    uint32_t *rows;
    size_t count;
    size_t first; /* index of the first item, in its list */
    size_t own;   /* of the first item that is the window's own, in rows */
} Places;

/* Adds the item `index` of a list that begins at `word`; of `room` items in all. False: no memory. */
bool places_add(ModelReader *reader, Places *places, size_t room, size_t index, uint32_t word);

/* The best of the candidates before `end`, the predicate itself aside, and null; SIZE_MAX for null. scores [end + 1]
 * become the shares, that of null last. */
size_t rank_best(const Pairs *pairs, size_t p, size_t end, float *scores, float *share);
/* The likely ones of the candidates, by the shares that rank_best made. False: no memory. */
bool rank_keep(ModelReader *reader, const uint32_t *candidates, size_t count, const float *shares, WordShareList *list);
/* Room for what rank_places finds, in the runner's scratch. False: no memory. */
bool rank_take(ModelReader *reader, const Places *places, size_t **best, float **shares);
/* Own items against all others of the window. best[i] is an index into places or SIZE_MAX.
 */
Code rank_places(ModelReader *reader, FamilyName family, const Places *places, size_t *best, float *shares,
                 Error *error);

#endif
