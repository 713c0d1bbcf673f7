/* Private to mention/: mentions that translate a name. */
#ifndef ISNAD_MENTION_TRANSLATIONS_H
#define ISNAD_MENTION_TRANSLATIONS_H

#include "mention/name_words.h"

/* Marks the mentions that are there, and adds those that are missing; before appositions are looked for. */
Code translations_find(Arena *arena, const NameWordTable *table, const Text *text, const Reading *reading,
                       Mentions *mentions, Error *error);

#endif
