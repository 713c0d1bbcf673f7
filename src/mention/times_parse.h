/* mention/times_parse: what the rules of time expressions share (private to mention/).
 *
 * A rule looks at one place of a sentence and says whether a time expression of its sort begins there, where it ends
 * and what it says. times_calendar.c has dates and what stands in a calendar, times_relative.c what is counted from
 * another day, times_length.c lengths and sets; times.c asks all of them everywhere and keeps the longest.
 */
#ifndef ISNAD_MENTION_TIMES_PARSE_H
#define ISNAD_MENTION_TIMES_PARSE_H

#include "mention/times_words.h"

typedef struct TimeParse {
    Arena *arena;
    const TimeTable *table;
    const Text *text;
    const Reading *reading;
    WordRange sentence;
    TimePieces pieces;
    bool failed; /* no memory */
} TimeParse;

#define NETWORK_SCORE 0.6f /* least probability of a time that the network saw */

typedef struct TimeFound {
    size_t end; /* piece behind it */
    TimexKind kind;
    TimeSense sense;
    const char *because;
} TimeFound;

typedef bool TimeRule(TimeParse *parse, size_t at, TimeFound *found);

/* times_calendar.c */
TimeRule times_numeric, times_date, times_month, times_year, times_decade, times_season, times_festival;
/* times_quarter.c */
TimeRule times_quarter, times_compared, times_ended;
/* times_clock.c */
TimeRule times_clock, times_part;
/* times_relative.c */
TimeRule times_day, times_which, times_shift, times_then, times_vague;
/* times_length.c */
TimeRule times_length, times_every, times_nth, times_mod;

/* times_head.c: fills at_head. */
Code times_mark_heads(TimeParse *parse, Mentions *mentions, Error *error);

/* The longest of the rules that name a stretch of the calendar or a day: what may stand behind "of" and "after". */
bool times_period(TimeParse *parse, size_t at, TimeFound *found);
/* "three", "a", "several", "two and a half" before a unit: its end, or at itself when there is none. */
size_t times_amount(const TimeParse *parse, size_t at, double *amount);
/* "and a half" behind a length adds to its amount: its end, or at itself. */
size_t times_and_half(const TimeParse *parse, size_t at, double *amount);

TimeSense times_sense(TimeForm form);
/* A copy in the arena for TimeSense.of; NULL and parse->failed when there is no memory. */
TimeSense *times_keep(TimeParse *parse, TimeSense sense);
bool times_found(TimeFound *found, size_t end, TimexKind kind, TimeSense sense, const char *because);

/* The piece reads so. */
bool times_is(const TimeParse *parse, size_t at, const char *word);
/* It is one of the words of the list, which are separated by spaces. */
bool times_among(const TimeParse *parse, size_t at, const char *words);
const TimePiece *times_piece(const TimeParse *parse, size_t at); /* an empty piece outside the sentence */
const TimeWord *times_take(const TimeParse *parse, size_t at, TimeClass class, size_t *end);
/* The Penn tag of the piece's word begins so. */
bool times_tagged(const TimeParse *parse, size_t at, const char *tag);
/* The network sees a time in these pieces. */
bool times_seen(const TimeParse *parse, size_t at, size_t end);
/* "1996", "nineteen ninety-six", "493 BC" (below 0): its end, or at itself when there is no year. */
size_t times_year_at(const TimeParse *parse, size_t at, int16_t *year);
bool times_is_year(const TimeParse *parse, size_t at);

#endif
