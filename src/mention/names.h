/* Private to mention/: the names that the network saw. */
#ifndef ISNAD_MENTION_NAMES_H
#define ISNAD_MENTION_NAMES_H

#include "mention/mention.h"

/* A copy of the reading whose names are made whole. False: no memory. */
bool names_mend(Arena *arena, const Text *text, const Reading *reading, Reading *mended);
/* The name inside the phrase of a head word; empty when there is none. name_at: index of the reading's name that holds
 * a word, or -1. */
WordRange name_in_phrase(const Text *text, const Reading *reading, const int32_t *name_at, uint32_t head,
                         WordRange phrase, ActorKind kind);

#endif
