/* mention/times: the time expressions of a text (private to mention/). data/times.tsv has the words, times_*.c the ways
 * in which they combine, and the network adds vague ones. What day it is, identity/ says. */
#ifndef ISNAD_MENTION_TIMES_H
#define ISNAD_MENTION_TIMES_H

#include "mention/mention.h"

typedef struct TimeTable TimeTable;

Code times_open(Arena *arena, const char *folder, TimeTable **table, Error *error);
/* Fills mentions->times, time_count and time_at. */
Code times_find(Arena *arena, const TimeTable *table, const Text *text, const Reading *reading, Mentions *mentions,
                Error *error);

#endif
