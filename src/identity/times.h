/* Private to identity/: which days (times*.c). */
#ifndef ISNAD_IDENTITY_TIMES_H
#define ISNAD_IDENTITY_TIMES_H

#include "identity/identity.h"

/* Fills cast->times, time_count and time_of; cast->published is there already. */
Code times_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                   const Mentions *mentions, Cast *cast, Error *error);

#endif
