/* identity/times_days (private to identity/): what a time expression says, and where one stands -> days. */
#ifndef ISNAD_IDENTITY_TIMES_DAYS_H
#define ISNAD_IDENTITY_TIMES_DAYS_H

#include "identity/calendars.h"

/* How firmly the direction holds: a guess, since no verb of its own says it; by a verb or event, whose tree or tense
 * may mislead; by the tense of the very verb that it dates. */
typedef enum TimeGrip { GRIP_GUESS, GRIP_LIKELY, GRIP_FIRM } TimeGrip;

typedef struct TimeContext {
    DaySpan paper;   /* the days that minutes or a bulletin are of: their hours without a day; unknown elsewhere */
    Day published;   /* DAY_UNKNOWN: unknown */
    DaySpan story;   /* what the narrative told last; unknown at the beginning */
    DaySpan quarter; /* the quarter that the passage reports; unknown elsewhere */
    int story_year;  /* a year that the passage named, in which its dates without a year are; 0: none */
    int direction;   /* -1 the verb speaks of the past, +1 of the future */
    bool narrative;  /* the text tells of years long past: what is incomplete is of the year that it is at */
    TimeGrip tense;  /* of the direction */
} TimeContext;

/* The days of the sense by itself, without its bound. Unknown when the context does not tell. */
DaySpan time_days(const TimeSense *sense, const TimeContext *context);
/* The days that a time with this bound covers ("since Friday", "by Sunday"), out of its own. */
DaySpan time_bounded(TimeBound bound, const TimeSense *sense, DaySpan days, const TimeContext *context);
/* A count of units away from a span: "three weeks after", "two days before". */
DaySpan time_counted(const TimeSense *sense, DaySpan base);

#endif
