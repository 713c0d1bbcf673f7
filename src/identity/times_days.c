/* identity/times_days: what a sense means in days. The conventions are those of the annotation guide: "the past week"
 * the seven days up to publication, "three weeks ago" the seven days around that day, "last month" and "four months
 * ago" calendar months, a bare weekday the last one when the text speaks of the past. */
#include "identity/times.h"

static const DayRange nothing = {DAY_UNKNOWN, DAY_UNKNOWN};

static DayRange one_day(Day day) {
    return (DayRange){day, day};
}

static DayRange years(int first, int last) {
    return (DayRange){day_from(first, 1, 1), day_from(last, 12, 31)};
}

/* month counts on: 13 is January of the next year, 0 December of the last. */
static DayRange month_of(int year, int month) {
    year += (month - 1 >= 0 ? month - 1 : month - 12) / 12;
    month = ((month - 1) % 12 + 12) % 12 + 1;
    Day from = day_from(year, month, 1);
    Day next = month == 12 ? day_from(year + 1, 1, 1) : day_from(year, month + 1, 1);
    return (DayRange){from, next - 1};
}

/* A day or month whose year is not said: the nearest one before the anchor, or behind it when the text looks ahead. */
static DayRange without_year(const TimeSense *sense, Day anchor, bool ahead) {
    int year, month, day;
    if (anchor == DAY_UNKNOWN)
        return nothing;
    day_split(anchor, &year, &month, &day);
    DayRange best = nothing;
    for (int shift = -1; shift <= 1; shift++) {
        DayRange range = month_of(year + shift, sense->month);
        if (sense->day)
            range = one_day(day_from(year + shift, sense->month, sense->day));
        if (range.from == DAY_UNKNOWN)
            continue;
        if (ahead ? range.to >= anchor && best.from == DAY_UNKNOWN : range.from <= anchor)
            best = range;
    }
    return best;
}

static DayRange weekday_near(const TimeSense *sense, Day anchor, bool ahead) {
    if (anchor == DAY_UNKNOWN)
        return nothing;
    int wanted = sense->weekday - 1, today = day_weekday(anchor);
    if (ahead || sense->which == 1)
        return one_day(anchor + ((wanted - today + 6) % 7 + 1));
    int back = (today - wanted + 7) % 7;
    return one_day(anchor - (back == 0 && sense->which == -1 ? 7 : back));
}

static DayRange calendar(const TimeSense *sense, Day published, Day story, bool ahead) {
    if (sense->same && story != DAY_UNKNOWN)
        return one_day(story);
    if (sense->year && sense->month && sense->day)
        return one_day(day_from(sense->year, sense->month, sense->day));
    if (sense->year && sense->month)
        return month_of(sense->year, sense->month);
    if (sense->year && sense->quarter)
        return (DayRange){day_from(sense->year, 3 * sense->quarter - 2, 1),
                          month_of(sense->year, 3 * sense->quarter).to};
    if (sense->year) {
        int more = sense->unit == UNIT_DECADE ? 9 : sense->unit == UNIT_CENTURY ? 99 : 0;
        return years(sense->year, sense->year + more);
    }
    bool next = sense->which == 1;
    if (sense->month)
        return without_year(sense, published, ahead || next);
    if (sense->weekday)
        return weekday_near(sense, published, ahead);
    if (sense->part && sense->which == -1 && published != DAY_UNKNOWN)
        return one_day(published - 1); /* "last night" */
    return nothing;
}

/* `amount` units away from the anchor, as wide as the unit is. */
static DayRange shifted(TimeUnit unit, int amount, Day anchor, bool counted) {
    int year, month, day;
    if (anchor == DAY_UNKNOWN)
        return nothing;
    day_split(anchor, &year, &month, &day);
    switch (unit) {
    case UNIT_SECOND:
    case UNIT_MINUTE:
    case UNIT_HOUR: return one_day(anchor);
    case UNIT_WEEKEND: {
        Day saturday = anchor - day_weekday(anchor) + 5 + 7 * amount;
        return (DayRange){saturday, saturday + 1};
    }
    case UNIT_DAY: return one_day(anchor + amount);
    case UNIT_WEEK: {
        Day middle = anchor + 7 * amount;
        Day from = counted ? middle - 3 : middle - day_weekday(middle);
        return (DayRange){from, from + 6};
    }
    case UNIT_MONTH: return month_of(year, month + amount);
    case UNIT_YEAR: return years(year + amount, year + amount);
    case UNIT_DECADE: return years(year + 10 * amount - 5, year + 10 * amount + 5);
    case UNIT_NONE:
    case UNIT_QUARTER:
    case UNIT_SEASON:
    case UNIT_HALF:
    case UNIT_CENTURY: break;
    }
    return nothing;
}

int time_unit_days(TimeUnit unit) {
    static const int days[] = {
        [UNIT_DAY] = 1,     [UNIT_WEEKEND] = 7, [UNIT_WEEK] = 7,   [UNIT_MONTH] = 30,    [UNIT_QUARTER] = 91,
        [UNIT_SEASON] = 91, [UNIT_HALF] = 182,  [UNIT_YEAR] = 365, [UNIT_DECADE] = 3652, [UNIT_CENTURY] = 36524};
    return days[unit];
}

static DayRange window(const TimeSense *sense, Day anchor) {
    if (anchor == DAY_UNKNOWN || sense->amount == AMOUNT_SOME)
        return nothing;
    Day edge = anchor + (Day)(sense->amount * time_unit_days(sense->unit));
    return edge < anchor ? (DayRange){edge, anchor} : (DayRange){anchor, edge};
}

/* A unit of the calendar before, at or after the anchor: "this month" reaches to the day of publication, unless the
 * text looks ahead. */
static DayRange shift(const TimeSense *sense, Day anchor, bool ahead) {
    if (sense->amount == AMOUNT_SOME && sense->towards != 0)
        return nothing;
    DayRange range = shifted(sense->unit, (int)sense->amount, anchor, sense->counted);
    if (sense->amount == 0 && !ahead && range.from != DAY_UNKNOWN && anchor < range.to)
        range.to = anchor;
    return range;
}

static DayRange bounded(TimeBound bound, DayRange range, Day published) {
    if (bound == BOUND_SINCE && range.from != DAY_UNKNOWN)
        return (DayRange){range.from, published};
    if (bound == BOUND_UNTIL)
        return (DayRange){DAY_UNKNOWN, range.to};
    return range;
}

static Day anchor_day(const TimeSense *sense, Day published, Day story, bool ahead) {
    switch (sense->anchor) {
    case ANCHOR_PUBLICATION: return published;
    case ANCHOR_STORY: return story;
    case ANCHOR_OF: return sense->of ? time_days(sense->of, BOUND_NONE, published, story, ahead).from : DAY_UNKNOWN;
    case ANCHOR_WORD: break; /* an event: claim/ knows its day */
    }
    return DAY_UNKNOWN;
}

DayRange time_days(const TimeSense *sense, TimeBound bound, Day published, Day story, bool ahead) {
    DayRange range = nothing;
    switch (sense->form) {
    case TIME_CALENDAR:
        range = sense->of && !sense->month && !sense->weekday
                    ? time_days(sense->of, BOUND_NONE, published, story, ahead)
                    : calendar(sense, published, story, ahead);
        break;
    case TIME_SHIFT: range = shift(sense, anchor_day(sense, published, story, ahead), ahead); break;
    case TIME_WINDOW: range = window(sense, anchor_day(sense, published, story, ahead)); break;
    case TIME_NTH: /* within `of`, which is as narrow as is known here */
        if (sense->of)
            range = time_days(sense->of, BOUND_NONE, published, story, ahead);
        break;
    case TIME_LENGTH:
    case TIME_EVERY:
    case TIME_FESTIVAL:
    case TIME_VAGUE: break;
    }
    return bounded(bound, range, published);
}
