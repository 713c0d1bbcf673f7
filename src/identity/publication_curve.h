/* identity/publication_curve (private to identity/): how likely each day is to be that of publication.
 *
 * Whatever dates a report becomes a Clue: days that something is of, once or again every year, month or week, and how
 * likely a report is to speak of it so many days after them (past), or before them (what is to come). The clues'
 * likelihoods multiply; each may be mistaken, which its trust says.
 */
#ifndef ISNAD_IDENTITY_PUBLICATION_CURVE_H
#define ISNAD_IDENTITY_PUBLICATION_CURVE_H

#include "identity/calendars.h"

#define CURVE_FIRST 5479  /* 1985-01-01 */
#define CURVE_DAYS  16801 /* to 2030-12-31 */

typedef enum ClueRepeat { REPEAT_NEVER, REPEAT_YEARLY, REPEAT_MONTHLY, REPEAT_WEEKLY, REPEAT_FESTIVAL } ClueRepeat;

/* How likely a distance is, between points in a straight line; the last point's value beyond it. */
typedef struct LagPoint {
    int days;
    float value;
} LagPoint;

typedef struct Clue {
    ClueRepeat repeat;
    Day from, to;      /* NEVER; DAY_UNKNOWN for an open end */
    int8_t month, day; /* YEARLY: day 0 is the whole month; MONTHLY: the day */
    int8_t season;     /* YEARLY, when there is no month */
    int8_t weekday;    /* WEEKLY; with YEARLY the weekday that the day must be; 1 Monday .. 7, 0 none */
    const Festival *festival;
    int direction;        /* -1: it is past, +1: it is to come */
    const LagPoint *lags; /* to the last whose days are INT32_MAX */
    double trust;         /* that it is not mistaken, 0 .. 1 */
    double weight;        /* what it counts beside others of its kind that say the same; 1 when independent */
    WordRange words;      /* that give it */
    const char *because;
} Clue;

typedef LIST(Clue) ClueList;

typedef struct Curve {
    float *logs; /* [CURVE_DAYS] log likelihood */
    float *clue; /* [CURVE_DAYS] scratch: of one clue */
} Curve;

typedef struct CurveEnd {
    Day best, earliest, latest; /* of the interval that holds nine in ten; DAY_UNKNOWN when it says too little */
    double near;                /* the part of the likelihood that lies within a week of the best day */
} CurveEnd;

bool curve_init(Arena *arena, Curve *curve); /* false: no memory */
void curve_add(Curve *curve, const Clue *clue);
CurveEnd curve_end(const Curve *curve);
/* How much likelier the clue makes the day than days are on average: over 1 it speaks for it. */
double curve_support(Curve *curve, const Clue *clue, Day day);

#endif
