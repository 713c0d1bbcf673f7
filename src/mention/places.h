/* Private to mention/: names of places (places*.c). */
#ifndef ISNAD_MENTION_PLACES_H
#define ISNAD_MENTION_PLACES_H

#include "mention/tables.h"

/* Fills mentions->places, place_count and place_at; the actors are found already. */
Code places_find(Arena *arena, const MentionTables *tables, const Text *text, const Reading *reading,
                 Mentions *mentions, Error *error);

#endif
