/* identity/publication_curve: clues -> a likelihood of every day -> an interval and a best day.
 *
 * In: clues, one after the other: the likelihood of a clue is its trust times how likely its distance is, beside the
 * average day, and else the same on all days. Out: the shortest interval that holds nine tenths of the likelihood, and
 * the likeliest day. Left out: that clues of one report hang together; `weight` is the caller's answer to that.
 */
#include "identity/publication_curve.h"
#include <math.h>
#include <string.h>

#define HELD        0.9 /* of the likelihood that the interval holds */
#define LEAST       1e-6
#define WRONG_DAY   0.02  /* of its likelihood when the weekday beside a date does not fit */
#define WIDEST      5500  /* an interval of more days says nothing */
#define LAST_KNOWN  20800 /* 2026-12-13: few reports are later, as far as this version knows */
#define OFTEN_AFTER 10957 /* 2000-01-01: reports are mostly of this time */

bool curve_init(Arena *arena, Curve *curve) {
    curve->logs = arena_array(arena, CURVE_DAYS, sizeof *curve->logs);
    curve->clue = arena_array(arena, CURVE_DAYS, sizeof *curve->clue);
    if (!curve->logs || !curve->clue)
        return false;
    for (int i = 0; i < CURVE_DAYS; i++) {
        Day day = CURVE_FIRST + i;
        curve->logs[i] = day > LAST_KNOWN ? -4.0f : day < OFTEN_AFTER ? -0.7f : 0.0f;
    }
    return true;
}

static float at_lag(const LagPoint *lags, int days) {
    if (days <= lags->days)
        return lags->value;
    for (; lags[1].days != INT32_MAX; lags++)
        if (days <= lags[1].days)
            return lags->value +
                   (lags[1].value - lags->value) * (float)(days - lags->days) / (float)(lags[1].days - lags->days);
    return lags->value;
}

/* Raises the likelihood around one occurrence, up to the next one (past) or from the one before (to come). */
static void occurrence(Curve *curve, const Clue *clue, DaySpan span, bool fits) {
    bool past = clue->direction < 0;
    Day first = past ? span.from : CURVE_FIRST, last = past ? CURVE_FIRST + CURVE_DAYS - 1 : span.to;
    int reach = clue->repeat == REPEAT_NEVER ? CURVE_DAYS : clue->repeat == REPEAT_MONTHLY ? 2 * 31 : 366 + 2 * 31;
    if (past && first != DAY_UNKNOWN && last > first + reach)
        last = first + reach;
    if (!past && last != DAY_UNKNOWN && first < last - reach)
        first = last - reach;
    if (first == DAY_UNKNOWN || first < CURVE_FIRST)
        first = CURVE_FIRST;
    if (last == DAY_UNKNOWN || last >= CURVE_FIRST + CURVE_DAYS)
        last = CURVE_FIRST + CURVE_DAYS - 1;
    for (Day day = first; day <= last; day++) {
        int lag = past ? (span.to == DAY_UNKNOWN || day <= span.to ? 0 : day - span.to)
                       : (span.from == DAY_UNKNOWN || day >= span.from ? 0 : span.from - day);
        curve->clue[day - CURVE_FIRST] = at_lag(clue->lags, lag) * (fits ? 1.0f : (float)WRONG_DAY);
    }
}

static DaySpan in_year(const Clue *clue, int year) {
    if (clue->day) {
        Day day = day_from(year, clue->month, clue->day);
        return (DaySpan){day, day, UNIT_DAY};
    }
    return clue->month ? span_of_month(year, clue->month) : span_of_season(year, clue->season);
}

static bool weekday_fits(const Clue *clue, DaySpan span) {
    return !clue->weekday || span.from != span.to || day_weekday(span.from) == clue->weekday - 1;
}

/* Later occurrences overwrite what earlier ones say of the days behind them; those to come go the other way. */
static void yearly(Curve *curve, const Clue *clue) {
    for (int i = 0; i < 48; i++) {
        int year = clue->direction < 0 ? 1984 + i : 2031 - i;
        for (int nth = 0; nth < (clue->repeat == REPEAT_FESTIVAL ? 2 : 1); nth++) {
            DaySpan span = clue->repeat == REPEAT_FESTIVAL
                               ? festival_span(clue->festival, year, clue->direction < 0 ? nth : 1 - nth)
                               : in_year(clue, year);
            if (span_known(span))
                occurrence(curve, clue, span, weekday_fits(clue, span));
        }
    }
}

static void monthly(Curve *curve, const Clue *clue) {
    for (int i = 0; i < 48 * 12; i++) {
        int month = clue->direction < 0 ? i : 48 * 12 - 1 - i;
        Day day = day_from(1984 + month / 12, month % 12 + 1, clue->day);
        DaySpan span = {day, day, UNIT_DAY};
        if (day != DAY_UNKNOWN)
            occurrence(curve, clue, span, weekday_fits(clue, span));
    }
}

static void weekly(Curve *curve, const Clue *clue) {
    for (int i = 0; i < CURVE_DAYS; i++) {
        int lag = (day_weekday(CURVE_FIRST + i) - (clue->weekday - 1) + 7) % 7;
        curve->clue[i] = at_lag(clue->lags, clue->direction < 0 ? lag : (7 - lag) % 7);
    }
}

static void fill(Curve *curve, const Clue *clue) {
    memset(curve->clue, 0, CURVE_DAYS * sizeof *curve->clue);
    switch (clue->repeat) {
    case REPEAT_NEVER: occurrence(curve, clue, (DaySpan){clue->from, clue->to, UNIT_NONE}, true); break;
    case REPEAT_YEARLY:
    case REPEAT_FESTIVAL: yearly(curve, clue); break;
    case REPEAT_MONTHLY: monthly(curve, clue); break;
    case REPEAT_WEEKLY: weekly(curve, clue); break;
    }
}

/* The clue's likelihoods, one on average: a clue that is mistaken is as likely on every day. */
static void weigh(Curve *curve, const Clue *clue) {
    double sum = 0;
    fill(curve, clue);
    for (int i = 0; i < CURVE_DAYS; i++)
        sum += (double)curve->clue[i];
    double scale = sum > 0 ? clue->trust * CURVE_DAYS / sum : 0;
    for (int i = 0; i < CURVE_DAYS; i++)
        curve->clue[i] = (float)(scale * (double)curve->clue[i] + (1 - clue->trust) + LEAST);
}

void curve_add(Curve *curve, const Clue *clue) {
    weigh(curve, clue);
    for (int i = 0; i < CURVE_DAYS; i++)
        curve->logs[i] += (float)clue->weight * logf(curve->clue[i]);
}

double curve_support(Curve *curve, const Clue *clue, Day day) {
    weigh(curve, clue);
    return (double)curve->clue[day - CURVE_FIRST];
}

CurveEnd curve_end(const Curve *curve) {
    int best = 0;
    double sum = 0, held = 0;
    for (int i = 1; i < CURVE_DAYS; i++)
        if (curve->logs[i] > curve->logs[best])
            best = i;
    float top = curve->logs[best];
    for (int i = 0; i < CURVE_DAYS; i++)
        sum += exp((double)(curve->logs[i] - top));
    int shortest = CURVE_DAYS, first = 0;
    for (int from = 0, to = 0; from < CURVE_DAYS; from++) {
        for (; to < CURVE_DAYS && held < HELD * sum; to++)
            held += exp((double)(curve->logs[to] - top));
        if (held < HELD * sum)
            break;
        if (to - from < shortest) {
            shortest = to - from;
            first = from;
        }
        held -= exp((double)(curve->logs[from] - top));
    }
    if (shortest > WIDEST)
        return (CurveEnd){DAY_UNKNOWN, DAY_UNKNOWN, DAY_UNKNOWN, 0};
    double near = 0;
    for (int i = best < 7 ? 0 : best - 7; i < CURVE_DAYS && i <= best + 7; i++)
        near += exp((double)(curve->logs[i] - top));
    Day earliest = CURVE_FIRST + first, latest = CURVE_FIRST + first + shortest - 1, day = CURVE_FIRST + best;
    return (CurveEnd){day, day < earliest ? day : earliest, day > latest ? day : latest, near / sum};
}
