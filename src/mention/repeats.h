/* Private to mention/: names that the network saw somewhere and missed elsewhere. */
#ifndef ISNAD_MENTION_REPEATS_H
#define ISNAD_MENTION_REPEATS_H

#include "mention/mention.h"

/* Notes the mention's name in `known` (name -> ActorKind); false: no memory. */
bool repeats_learn(Arena *arena, const Text *text, Map *known, const ActorMention *mention);
/* The known name that begins at the word; an empty range when there is none. */
WordRange repeats_at(const Text *text, const Reading *reading, const Map *known, uint32_t word, ActorKind *kind);

#endif
