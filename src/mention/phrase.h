/* Private to mention/: the noun phrase, and small questions about words in the tree. */
#ifndef ISNAD_MENTION_PHRASE_H
#define ISNAD_MENTION_PHRASE_H

#include "mention/mention.h"

/* The relation of the word is one of `names` (NULL at the end) or a subtype of one. */
bool relation_among(const Reading *reading, uint32_t word, const char *const *names);
/* The text of the word is one of `words` (NULL at the end), ASCII case folded. */
bool word_among(const Text *text, uint32_t word, const char *const *words);
Upos word_upos(const Reading *reading, uint32_t word);
bool word_is_possessive_mark(const Text *text, uint32_t word); /* the 's of "Sadr's" */
bool word_is_quote(const Text *text, uint32_t word);
/* A comma, dash with spaces, colon, semicolon or bracket: what sets an apposition or a clause off. */
bool word_sets_off(const Text *text, uint32_t word);
bool range_holds(WordRange range, uint32_t word);
bool ranges_overlap(WordRange a, WordRange b);
/* The word of the range that hangs on a word outside of it; the first such word. */
uint32_t range_top(const Reading *reading, WordRange range);

#endif
