/* Private to mention/: the mentions of actors, and which of them stand in apposition. */
#ifndef ISNAD_MENTION_ACTORS_H
#define ISNAD_MENTION_ACTORS_H

#include "mention/mention.h"

/* Fills mentions->actors, actor_count and actor_at; the numbers are there already. */
Code actors_find(Arena *arena, const Text *text, const Reading *reading, Mentions *mentions, Error *error);
/* Fills the `apposition` of the mentions that are there. */
void appositions_find(const Text *text, const Reading *reading, Mentions *mentions);

#endif
