/* Private to mention/: names that a translation put into words. */
#ifndef ISNAD_MENTION_NAME_WORDS_H
#define ISNAD_MENTION_NAME_WORDS_H

#include "mention/mention.h"

typedef struct NameWordTable NameWordTable;
Code name_words_open(Arena *arena, const char *folder, NameWordTable **table, Error *error); /* data/name_words.tsv */

/* What the words of the names in this report mean. */
typedef struct Meanings Meanings;
Meanings *meanings_new(Arena *arena, const NameWordTable *table, const Text *text); /* NULL: no memory */
/* Learns the words of the name of a person or an organization; false: no memory. */
bool meanings_learn(Meanings *meanings, const ActorMention *mention, int32_t index);
/* The mention (its index as learnt) whose name's word has this word's meaning; -1 for none, or for two different names.
 */
int32_t meanings_at(Meanings *meanings, uint32_t word);

#endif
