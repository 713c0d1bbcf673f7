/* identity/times: which days (private to identity/). Runs after publication_find. */
#ifndef ISNAD_IDENTITY_TIMES_H
#define ISNAD_IDENTITY_TIMES_H

#include "identity/identity.h"

/* Fills cast->times, time_count and time_of: one Time a mention, in the order of the mentions. */
Code times_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                   const Mentions *mentions, Cast *cast, Error *error);
/* -1 when what the mention dates is past, +1 when it is to come; by the events that it dates and the verb's tense. */
int times_direction(const Text *text, const Reading *reading, const TimeMention *mention);

#endif
