/* tree: scores of "h is the head of d" -> the best tree with one root. */
#ifndef ISNAD_MODEL_TREE_H
#define ISNAD_MODEL_TREE_H

#include "base/base.h"

/* scores[d * (count + 1) + h]: head h of word d; h == count stands for the root; h == d is not looked at.
 * heads[d] becomes the head, d itself for the root. False: no memory. count must not be 0. */
bool tree_best(Arena *arena, const float *scores, size_t count, uint32_t *heads);

#endif
