/* identity/times_days: a TimeSense and its context -> days.
 *
 * The rulings of the annotation guide: "the past week" is the 7 days up to publication, "last month" that calendar
 * month, "three weeks ago" the 7 days around that day, "four months ago" and "two years ago" that calendar month and
 * year, a bare weekday the last one up to publication when the verb speaks of the past, a date without a year the
 * nearest year in the verb's direction, unless the passage is in a year of its own. What cannot be known stays unknown.
 */
#include "identity/times_days.h"
#include <math.h>
#include <stdlib.h>

#define HALF_YEAR   180 /* days by which a narrative looks back without naming the year again, at most */
#define RECENT      60  /* days around publication within which a date is taken for the nearest one */
#define NEARLY_YEAR 300 /* days away from which on a report names the year, when the date's next one is as near */

static DaySpan day_span(Day day) {
    return day == DAY_UNKNOWN ? SPAN_UNKNOWN : (DaySpan){day, day, UNIT_DAY};
}

static int year_of(Day day) {
    int year, month, of_month;
    day_split(day, &year, &month, &of_month);
    return year;
}

/* --- counted off --- */

DaySpan time_counted(const TimeSense *sense, DaySpan base) {
    bool back = sense->amount < 0 || (sense->amount == AMOUNT_SOME && sense->towards < 0);
    Day from = back ? base.from : base.to;
    if (from == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    if (sense->amount == AMOUNT_SOME && sense->counted)
        return SPAN_UNKNOWN;
    Day day = day_shift(from, sense->unit, sense->amount);
    double many = fabs(sense->amount);
    if (day == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    if (!sense->counted)
        return sense->unit <= UNIT_DAY ? day_span(day) : span_around(day, sense->unit);
    if (sense->unit <= UNIT_HOUR) /* on the same day as far as anybody can tell */
        return base.from == base.to ? base : SPAN_UNKNOWN;
    bool vague_base = base.to - base.from > 6 && base.unit >= UNIT_MONTH;
    if (vague_base && sense->unit < UNIT_MONTH)
        return (DaySpan){day_shift(base.from, sense->unit, sense->amount),
                         day_shift(base.to, sense->unit, sense->amount), UNIT_NONE};
    switch (sense->unit) {
    case UNIT_DAY:
    case UNIT_WEEKEND: return day_span(day);
    case UNIT_WEEK: return many < 2 ? day_span(day) : (DaySpan){day - 3, day + 3, UNIT_WEEK};
    case UNIT_MONTH:
        if (many < 2 && sense->anchor == ANCHOR_PUBLICATION)
            return (DaySpan){day - 3, day + 3, UNIT_MONTH};
        return span_around(day, UNIT_MONTH);
    case UNIT_YEAR: /* "a year ago": about this day */
        if (many < 2 && sense->anchor == ANCHOR_PUBLICATION)
            return (DaySpan){span_around(day, UNIT_MONTH).from, span_around(day, UNIT_MONTH).to, UNIT_YEAR};
        return span_around(day, UNIT_YEAR);
    default: return span_around(day, sense->unit == UNIT_DECADE ? UNIT_YEAR : sense->unit);
    }
}

/* Results are of a quarter that is over. */
static DaySpan last_quarter(Day published) {
    if (published == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    return span_around(span_around(published, UNIT_QUARTER).from - 1, UNIT_QUARTER);
}

/* "The quarter", "a year earlier" beside a quarter: that one, or the same one of the year before. */
static DaySpan compared(const TimeSense *sense, DaySpan quarter) {
    int year = sense->year ? sense->year : year_of(quarter.from) + (int)sense->amount, first, day;
    day_split(quarter.from, &(int){0}, &first, &day);
    int month = sense->quarter ? sense->quarter * 3 - 2 : first;
    return (DaySpan){span_of_month(year, month).from, span_of_month(year, month + 2).to, UNIT_QUARTER};
}

/* "The quarter ended 30 September". */
static DaySpan ended(const TimeSense *sense, DaySpan end) {
    Day from = span_known(end) ? day_shift(end.to + 1, sense->unit, -sense->amount) : DAY_UNKNOWN;
    return from == DAY_UNKNOWN ? SPAN_UNKNOWN : (DaySpan){from, end.to, sense->amount == 1 ? sense->unit : UNIT_NONE};
}

static DaySpan shift(const TimeSense *sense, const TimeContext *context) {
    if (sense->ends)
        return ended(sense, time_days(sense->of, context));
    DaySpan base = day_span(context->published);
    if (sense->compares && span_known(context->quarter))
        return compared(sense, context->quarter);
    if (sense->compares && (sense->unit == UNIT_QUARTER || sense->quarter)) {
        DaySpan quarter = last_quarter(context->published);
        return span_known(quarter) ? compared(sense, quarter) : quarter;
    }
    if (sense->compares && sense->year)
        return span_of_year(sense->year);
    if (sense->anchor == ANCHOR_WORD)
        return SPAN_UNKNOWN;
    if (sense->anchor == ANCHOR_OF)
        base = time_days(sense->of, context);
    else if (sense->anchor == ANCHOR_STORY)
        base = context->story;
    bool of_story =
        context->narrative && sense->mod && sense->amount == 0 && !sense->counted; /* "the end of the year" */
    if (of_story && sense->anchor == ANCHOR_PUBLICATION && span_known(context->story))
        return span_around(context->story.from, sense->unit);
    bool untold = sense->anchor == ANCHOR_STORY && !sense->same && sense->unit >= UNIT_WEEK && !sense->lasts &&
                  (sense->amount < 0 || context->direction > 0);
    if (untold && !span_known(base) && !context->narrative)
        base = day_span(context->published); /* "the previous month" where nothing was told yet */
    if (!span_known(base))
        return SPAN_UNKNOWN;
    if (sense->anchor == ANCHOR_STORY && sense->same)
        return sense->unit <= UNIT_DAY ? (base.from == base.to ? base : SPAN_UNKNOWN)
                                       : span_around(base.from, sense->unit);
    bool finer = base.unit > UNIT_WEEK && sense->unit < base.unit && sense->unit >= UNIT_DAY && !sense->counted;
    if (finer && base.to - base.from > 6)
        return SPAN_UNKNOWN; /* "the next day" after "in March" */
    return time_counted(sense, base);
}

static DaySpan window(const TimeSense *sense, const TimeContext *context) {
    DaySpan base = sense->anchor == ANCHOR_STORY ? context->story : day_span(context->published);
    if (!span_known(base) || sense->amount == AMOUNT_SOME)
        return SPAN_UNKNOWN;
    if (sense->unit <= UNIT_HOUR)
        return sense->amount < 0 ? (DaySpan){base.from - 1, base.from, UNIT_NONE}
                                 : (DaySpan){base.to, base.to + 1, UNIT_NONE};
    Day other = day_shift(sense->amount < 0 ? base.from : base.to, sense->unit, sense->amount);
    if (other == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    return sense->amount < 0 ? (DaySpan){other, base.from, UNIT_NONE} : (DaySpan){base.to, other, UNIT_NONE};
}

static DaySpan nth(const TimeSense *sense, const TimeContext *context) {
    DaySpan of = sense->of ? time_days(sense->of, context) : SPAN_UNKNOWN;
    if (!span_known(of) || sense->nth == 0)
        return SPAN_UNKNOWN;
    if (sense->weekday) {
        Day first = of.from + (sense->weekday - 1 - day_weekday(of.from) + 7) % 7;
        Day last = of.to - (day_weekday(of.to) - (sense->weekday - 1) + 7) % 7;
        Day day = sense->nth > 0 ? first + 7 * (sense->nth - 1) : last;
        return day >= of.from && day <= of.to ? day_span(day) : SPAN_UNKNOWN;
    }
    double amount = sense->amount == AMOUNT_SOME ? (sense->unit == UNIT_DAY ? 7 : 3) : sense->amount;
    Day from, to;
    if (sense->nth > 0) {
        from = day_shift(of.from, sense->unit, (sense->nth - 1) * amount);
        to = day_shift(from, sense->unit, amount);
        to = to == DAY_UNKNOWN ? to : to - 1;
    } else {
        to = of.to;
        from = day_shift(of.to + 1, sense->unit, -amount);
    }
    if (from == DAY_UNKNOWN || to == DAY_UNKNOWN || from > of.to || from < of.from)
        return SPAN_UNKNOWN;
    return (DaySpan){from, to < of.to ? to : of.to, amount == 1 ? sense->unit : UNIT_NONE};
}

/* --- what stands in a calendar --- */

static DaySpan of_year(const TimeSense *sense, int year) {
    if (year < 1)
        return SPAN_UNKNOWN;
    if (sense->calendar != CALENDAR_GREGORIAN) {
        bool hijri = sense->calendar == CALENDAR_HIJRI;
        int last = sense->day          ? sense->day
                   : hijri             ? (sense->month % 2 ? 30 : 29)
                   : sense->month <= 6 ? 31
                   : sense->month < 12 ? 30
                                       : 29;
        int first = sense->day ? sense->day : 1;
        DaySpan span = {hijri ? hijri_day(year, sense->month, first) : day_from_solar(year, sense->month, first),
                        hijri ? hijri_day(year, sense->month, last) : day_from_solar(year, sense->month, last),
                        sense->day ? UNIT_DAY : UNIT_NONE};
        return span_known(span) ? span : SPAN_UNKNOWN;
    }
    if (sense->day) {
        DaySpan span = day_span(day_from(year, sense->month, sense->day));
        Day end = sense->day_end ? day_from(year, sense->month, sense->day_end) : DAY_UNKNOWN;
        return end != DAY_UNKNOWN && span_known(span) ? (DaySpan){span.from, end, UNIT_NONE} : span;
    }
    if (sense->month)
        return span_of_month(year, sense->month);
    if (sense->season)
        return span_of_season(year, sense->season);
    if (sense->quarter)
        return (DaySpan){span_of_month(year, sense->quarter * 3 - 2).from, span_of_month(year, sense->quarter * 3).to,
                         UNIT_QUARTER};
    if (sense->half)
        return (DaySpan){span_of_month(year, sense->half * 6 - 5).from, span_of_month(year, sense->half * 6).to,
                         UNIT_HALF};
    return span_of_year(year);
}

/* The year in the sense's own calendar that a Gregorian year begins in. */
static int year_in_calendar(const TimeSense *sense, int year) {
    if (sense->calendar == CALENDAR_HIJRI)
        return (int)((year - 622) * 33L / 32);
    return sense->calendar == CALENDAR_SOLAR_HIJRI ? year - 622 : year;
}

/* The nearest one that fits the direction: past, it has begun by the base; future, it has not ended. */
static DaySpan nearest(const TimeSense *sense, Day base, int direction, bool strictly) {
    DaySpan best = SPAN_UNKNOWN;
    int year = year_in_calendar(sense, year_of(base));
    for (int candidate = year - 2; candidate <= year + 3; candidate++) {
        DaySpan span = of_year(sense, candidate);
        if (!span_known(span))
            continue;
        bool fits = direction < 0 ? (strictly ? span.to < base : span.from <= base)
                                  : (strictly ? span.from > base : span.to >= base);
        bool nearer = best.from == DAY_UNKNOWN || (direction < 0 ? span.from > best.from : span.from < best.from);
        if (fits && nearer)
            best = span;
    }
    return best;
}

/* The weekday alone. */
static DaySpan weekday(const TimeSense *sense, const TimeContext *context) {
    bool from_story = sense->anchor == ANCHOR_STORY;
    Day base = from_story ? context->story.to : context->published;
    if (base == DAY_UNKNOWN || (from_story && context->story.to - context->story.from > 6))
        return SPAN_UNKNOWN;
    int back = (day_weekday(base) - (sense->weekday - 1) + 7) % 7, ahead = (7 - back) % 7;
    if (from_story && sense->same)
        return day_span(back <= 3 ? base - back : base + ahead);
    int direction = sense->which == WHICH_UNSAID || sense->which == 0 ? context->direction : sense->which;
    bool other_day = sense->which == -1 || sense->which == 1;
    if (direction < 0)
        return day_span(base - (back == 0 && other_day ? 7 : back));
    return day_span(base + (ahead == 0 && other_day ? 7 : ahead));
}

/* "the 16th": after what the narrative told, else the nearest to publication. */
static DaySpan day_of_month(const TimeSense *sense, const TimeContext *context) {
    bool in_story = span_known(context->story) && context->story.unit <= UNIT_MONTH && context->direction < 0;
    Day base = in_story ? context->story.from : context->published;
    if (base == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    int year, month, of_month;
    day_split(base, &year, &month, &of_month);
    if (in_story && context->story.unit <= UNIT_DAY && sense->day < of_month)
        month++;
    else if (!in_story && context->direction < 0 && sense->day > of_month)
        month--;
    else if (!in_story && context->direction > 0 && sense->day < of_month)
        month++;
    DaySpan span = day_span(day_from(month < 1    ? year - 1
                                     : month > 12 ? year + 1
                                                  : year,
                                     (month + 11) % 12 + 1, sense->day));
    if (in_story && context->published != DAY_UNKNOWN && span_known(span) && span.from > context->published) {
        day_split(base, &year, &month, &of_month);
        span = day_span(day_from(year, month, sense->day));
    }
    return span;
}

/* "Monday, 26 October": the date falls on the weekday beside it. */
static bool on_weekday(const TimeSense *sense, DaySpan span) {
    return span_known(span) && span.from == span.to && day_weekday(span.from) == sense->weekday - 1;
}

/* A day or month so far away would have its year: the direction of the nearer one, unless its weekday tells or the
 * verb's is firm. A month that is a guess is rather past. */
static int near_direction(const TimeSense *sense, Day base, const TimeContext *context) {
    if (!sense->month)
        return context->direction;
    DaySpan past = nearest(sense, base, -1, false), future = nearest(sense, base, 1, false);
    if (sense->weekday && on_weekday(sense, past) != on_weekday(sense, future))
        return on_weekday(sense, past) ? -1 : 1;
    if (context->tense == GRIP_FIRM || !span_known(past) || !span_known(future))
        return context->direction;
    Day back = base - past.to, ahead = future.from - base;
    if (context->tense == GRIP_GUESS)
        return (sense->day ? ahead : 2 * ahead) < back ? 1 : -1;
    return back > NEARLY_YEAR ? 1 : ahead > NEARLY_YEAR ? -1 : context->direction;
}

/* "After the 1995 war ... again on February 2", published on February 13, 1998: what lies so near is meant. */
static bool is_recent(const TimeSense *sense, const TimeContext *context) {
    if (!sense->month || context->narrative || context->published == DAY_UNKNOWN ||
        context->story_year >= year_of(context->published))
        return false;
    DaySpan last = nearest(sense, context->published, -1, false);
    return span_known(last) && context->published - last.to <= RECENT;
}

/* Month, day, season or quarter without a year. */
static DaySpan yearless(const TimeSense *sense, const TimeContext *context) {
    bool from_story = sense->anchor == ANCHOR_STORY && span_known(context->story);
    int ago = context->published == DAY_UNKNOWN ? 0 : year_of(context->published) - context->story_year;
    bool results = sense->quarter && ago > 1 && !context->narrative; /* reported soon, whatever year was spoken of */
    if (context->story_year && context->direction < 0 && sense->which == WHICH_UNSAID && !results &&
        !is_recent(sense, context)) {
        DaySpan span = of_year(sense, year_in_calendar(sense, context->story_year));
        Day back = context->narrative ? HALF_YEAR : 0; /* "in September 1939 ... in April": of the next year */
        bool before_story = span_known(span) && span_known(context->story) && span.to + back < context->story.from &&
                            context->story.unit < UNIT_YEAR && year_of(context->story.from) == context->story_year;
        DaySpan later = before_story ? of_year(sense, year_in_calendar(sense, context->story_year + 1)) : span;
        bool possible = span_known(later) && (context->published == DAY_UNKNOWN || later.from <= context->published);
        if (possible)
            return later;
        if (span_known(span) && (context->published == DAY_UNKNOWN || span.from <= context->published))
            return span;
    }
    Day base = from_story ? context->story.to : context->published;
    if (base == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    if (sense->which == 0) { /* "this summer": of the year that is running */
        DaySpan span = of_year(sense, year_in_calendar(sense, year_of(base)));
        return sense->calendar == CALENDAR_GREGORIAN ? span : nearest(sense, base, context->direction, false);
    }
    bool said = sense->which != WHICH_UNSAID;
    int direction = said ? sense->which : near_direction(sense, base, context);
    bool over = sense->half && direction < 0; /* results of a half are told when it is over */
    DaySpan span = nearest(sense, base, direction, said || over);
    if (!said && sense->quarter && span_known(span) && span.from - base > HALF_YEAR)
        return nearest(sense, base, -1, false); /* results are of a quarter that is over */
    return span;
}

static DaySpan within(const TimeSense *sense, DaySpan of) {
    if (!span_known(of))
        return SPAN_UNKNOWN;
    if (sense->weekday && !sense->month && of.unit == UNIT_WEEK)
        return day_span(of.from + sense->weekday - 1);
    if (!sense->month && !sense->season && !sense->quarter && !sense->half)
        return of; /* a part or hour of that day */
    return of_year(sense, year_in_calendar(sense, year_of(of.from)));
}

/* The weekend alone. */
static DaySpan weekend(const TimeContext *context) {
    if (context->published == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    DaySpan span = span_around(context->published, UNIT_WEEKEND);
    Day back = context->direction < 0 && span.from > context->published ? 7 : 0;
    return (DaySpan){span.from - back, span.to - back, UNIT_WEEKEND};
}

/* "2/8/98" in a report of February 1998: of the two readings the one near publication. */
static DaySpan numeric(const TimeSense *sense, const TimeContext *context) {
    TimeSense other = *sense;
    other.day = sense->month;
    other.month = sense->day;
    DaySpan span = of_year(sense, sense->year), swapped = of_year(&other, sense->year);
    if (context->published == DAY_UNKNOWN || !span_known(span) || !span_known(swapped))
        return span;
    bool near = abs(span.from - context->published) <= RECENT, also = abs(swapped.from - context->published) <= RECENT;
    return also && !near ? swapped : span;
}

static DaySpan calendar(const TimeSense *sense, const TimeContext *context) {
    if (sense->unit == UNIT_WEEKEND)
        return weekend(context);
    if (sense->unit == UNIT_DECADE || sense->unit == UNIT_CENTURY) {
        DaySpan span = span_around(day_from(sense->year > 0 ? sense->year : 1, 1, 1), sense->unit);
        return span;
    }
    if (sense->of)
        return within(sense, time_days(sense->of, context));
    if (sense->year)
        return sense->swaps ? numeric(sense, context) : of_year(sense, sense->year);
    if (sense->month || sense->season || sense->quarter || sense->half) {
        DaySpan span = yearless(sense, context);
        return span;
    }
    if (sense->day)
        return day_of_month(sense, context);
    if (sense->weekday)
        return weekday(sense, context);
    if (span_known(context->paper))
        return day_span(context->paper.from);
    if (span_known(context->story) && context->story.from == context->story.to)
        return context->story; /* an hour or a part of the day that the narrative is at */
    return context->narrative ? SPAN_UNKNOWN : day_span(context->published);
}

static DaySpan festival(const TimeSense *sense, const TimeContext *context) {
    int year = sense->year;
    if (sense->of) {
        DaySpan of = time_days(sense->of, context);
        year = span_known(of) ? year_of(of.from) : 0;
    } else if (!year && context->story_year && context->direction < 0 && sense->which == WHICH_UNSAID) {
        year = context->story_year;
    }
    if (year)
        return festival_span(&sense->festival, year, 0);
    if (context->published == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    int direction = sense->which == WHICH_UNSAID || sense->which == 0 ? context->direction : sense->which;
    DaySpan best = SPAN_UNKNOWN;
    for (int i = 0; i < 6; i++) {
        DaySpan span = festival_span(&sense->festival, year_of(context->published) - 1 + i / 2, i % 2);
        if (!span_known(span))
            continue;
        bool fits = direction < 0 ? span.from <= context->published : span.to >= context->published;
        bool nearer = best.from == DAY_UNKNOWN || (direction < 0 ? span.from > best.from : span.from < best.from);
        if (fits && nearer)
            best = span;
    }
    return best;
}

/* --- parts of a stretch, and bounds --- */

/* "early 2003": its first third; "earlier this week": what of it is over. */
static DaySpan modified(const TimeSense *sense, DaySpan span, const TimeContext *context) {
    if (!span_known(span) || sense->mod == MOD_NONE)
        return span;
    Day length = span.to - span.from + 1, third = length / 3 > 0 ? length / 3 : 1;
    Day now = context->published;
    switch (sense->mod) {
    case MOD_START: return (DaySpan){span.from, span.from + third - 1, span.unit};
    case MOD_MID: return length < 3 ? span : (DaySpan){span.from + third, span.to - third, span.unit};
    case MOD_END: return (DaySpan){span.to - third + 1, span.to, span.unit};
    case MOD_BEFORE: return now >= span.from && now < span.to ? (DaySpan){span.from, now, span.unit} : span;
    case MOD_AFTER: return now > span.from && now <= span.to ? (DaySpan){now, span.to, span.unit} : span;
    case MOD_NONE: break;
    }
    return span;
}

DaySpan time_days(const TimeSense *sense, const TimeContext *context) {
    DaySpan span = SPAN_UNKNOWN;
    switch (sense->form) {
    case TIME_CALENDAR: span = calendar(sense, context); break;
    case TIME_SHIFT: span = shift(sense, context); break;
    case TIME_WINDOW: span = window(sense, context); break;
    case TIME_NTH: span = nth(sense, context); break;
    case TIME_FESTIVAL: span = festival(sense, context); break;
    case TIME_LENGTH:
    case TIME_EVERY:
    case TIME_VAGUE: break;
    }
    return modified(sense, span, context);
}

DaySpan time_bounded(TimeBound bound, const TimeSense *sense, DaySpan days, const TimeContext *context) {
    Day now = context->published;
    bool future = context->direction > 0 && now != DAY_UNKNOWN;
    if (sense->form == TIME_LENGTH) { /* "within sixty days" from now on */
        Day end = future && bound == BOUND_WITHIN && sense->amount > 0 ? day_shift(now, sense->unit, sense->amount)
                                                                       : DAY_UNKNOWN;
        return end != DAY_UNKNOWN ? (DaySpan){now, end, UNIT_NONE} : SPAN_UNKNOWN;
    }
    if (!span_known(days))
        return days;
    bool within_day = days.from == days.to && (sense->part != PART_NONE || sense->hour >= 0) && !future;
    if (within_day && (bound == BOUND_UNTIL || bound == BOUND_BEFORE || bound == BOUND_AFTER))
        return days; /* "by noon", "before dawn on Friday": on that day */
    switch (bound) {
    case BOUND_SINCE: return (DaySpan){days.from, days.from <= now ? now : DAY_UNKNOWN, days.unit};
    case BOUND_UNTIL: return (DaySpan){future && now <= days.to ? now : DAY_UNKNOWN, days.to, days.unit};
    case BOUND_BEFORE: {
        Day last = sense->mod == MOD_END ? days.to : days.from - 1;
        return (DaySpan){future && now <= last ? now : DAY_UNKNOWN, last, days.unit};
    }
    case BOUND_AFTER: {
        Day first = days.to + (sense->form == TIME_CALENDAR || (days.from == days.to && sense->form != TIME_FESTIVAL));
        return (DaySpan){first, first <= now && context->direction < 0 ? now : DAY_UNKNOWN, days.unit};
    }
    default: return days;
    }
}
