/* mention/lemmas: the lemmas of inflected verbs and plural nouns (private to mention/, but for mention_lemmas). */
#ifndef ISNAD_MENTION_LEMMAS_H
#define ISNAD_MENTION_LEMMAS_H

#include "model/model.h"

typedef struct LemmaTable LemmaTable;
Code lemmas_open(Arena *arena, const char *folder, LemmaTable **table, Error *error); /* data/lemmas.tsv */
Code lemmas_mend(Arena *arena, const LemmaTable *table, const Text *text, Reading *reading, Error *error);

#endif
