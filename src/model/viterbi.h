/* viterbi: the best legal sequence of O, B and I labels. */
#ifndef ISNAD_MODEL_VITERBI_H
#define ISNAD_MODEL_VITERBI_H

#include "model/weights.h"

/* I of a kind stands only behind B or I of that kind. logits[word * step + label]; labels[count] receives the sequence
 * with the greatest sum (softmax's divisor is the same for all labels of a word and needs no taking). False: no memory.
 */
bool viterbi(Arena *arena, const TagHead *head, const float *logits, size_t step, size_t count, uint16_t *labels);

#endif
