/* Private to identity/: which place on earth (places*.c). */
#ifndef ISNAD_IDENTITY_PLACES_H
#define ISNAD_IDENTITY_PLACES_H

#include "identity/identity.h"

/* Fills cast->places, place_count and place_of; the actors are there already. */
Code places_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                    const Mentions *mentions, Cast *cast, Error *error);

#endif
