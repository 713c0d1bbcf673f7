/* identity/times: which days (private to identity/). Runs after publication_find. */
#ifndef ISNAD_IDENTITY_TIMES_H
#define ISNAD_IDENTITY_TIMES_H

#include "identity/identity.h"

/* Fills cast->times, time_count and time_of: one Time a mention, in the order of the mentions. */
Code times_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                   const Mentions *mentions, Cast *cast, Error *error);

typedef struct DayRange {
    Day from, to; /* DAY_UNKNOWN: open or unknown */
} DayRange;

/* The days of a sense against a publication day and the day that the narrative is at (either may be DAY_UNKNOWN).
 * ahead: the text speaks of the future. */
DayRange time_days(const TimeSense *sense, TimeBound bound, Day published, Day story, bool ahead);

/* Days of a unit, rounded; 0 for those shorter than a day. */
int time_unit_days(TimeUnit unit);

#endif
