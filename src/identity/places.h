/* identity/places: which place on earth (private to identity/). Needs publication of nothing; runs first. */
#ifndef ISNAD_IDENTITY_PLACES_H
#define ISNAD_IDENTITY_PLACES_H

#include "identity/identity.h"

/* Fills cast->places, place_count and place_of. */
Code places_resolve(Arena *arena, const Tables *tables, const Report *report, const Text *text, const Reading *reading,
                    const Mentions *mentions, Cast *cast, Error *error);

#endif
