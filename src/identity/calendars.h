/* identity/calendars (private to identity/): stretches of the calendar, movable feasts, the Islamic and Iranian
 * calendars. */
#ifndef ISNAD_IDENTITY_CALENDARS_H
#define ISNAD_IDENTITY_CALENDARS_H

#include "mention/mention.h"

typedef struct DaySpan {
    Day from, to;  /* DAY_UNKNOWN: open or unknown */
    TimeUnit unit; /* what it is a span of: how fine its value is written; UNIT_NONE: vague */
} DaySpan;

#define SPAN_UNKNOWN ((DaySpan){DAY_UNKNOWN, DAY_UNKNOWN, UNIT_NONE})

bool span_known(DaySpan span);
/* The day, week (Monday to Sunday), weekend, month ... century that holds the day. */
DaySpan span_around(Day day, TimeUnit unit);
DaySpan span_of_month(int year, int month);
DaySpan span_of_year(int year);
/* season 1 spring .. 4 winter; winter begins in December of the year. */
DaySpan span_of_season(int year, int season);
/* The day `amount` units away; the day of the month is kept where there is one. */
Day day_shift(Day day, TimeUnit unit, double amount);

/* The festival in that Gregorian year; Hijri feasts can fall twice in one: `nth` 0 or 1. Unknown when there is none. */
DaySpan festival_span(const Festival *festival, int year, int nth);
/* A day of the tabular Islamic calendar (civil epoch), right to within a day or two of what is proclaimed. */
Day hijri_day(int year, int month, int day);

#endif
