/* identity/times_value (private to identity/): a time as TIMEX3 writes it. */
#ifndef ISNAD_IDENTITY_TIMES_VALUE_H
#define ISNAD_IDENTITY_TIMES_VALUE_H

#include "identity/times_days.h"

/* The value: "2020-01-24", "2020-W04", "2020-01-24TMO", "P3W", "XXXX-WXX-5", "PAST_REF"; data NULL when the words say
 * nothing that TIMEX3 can write. *failed is set when there is no memory. */
View time_value(Arena *arena, const TimeSense *sense, const TimeContext *context, bool *failed);

#endif
