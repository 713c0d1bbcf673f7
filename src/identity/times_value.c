/* identity/times_value: TIMEX3 values (TimeML 1.2.1). What the context cannot fill in is written with X. */
#include "identity/times_value.h"
#include <math.h>

static const char *const parts[] = {[PART_NONE] = "",       [PART_DAWN] = "TMO",        [PART_MORNING] = "TMO",
                                    [PART_NOON] = "T12:00", [PART_AFTERNOON] = "TAF",   [PART_EVENING] = "TEV",
                                    [PART_NIGHT] = "TNI",   [PART_MIDNIGHT] = "T24:00", [PART_DAYTIME] = "TDT"};
static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};

/* ISO 8601: the week belongs to the year that its Thursday is in. */
static void iso_week(Day day, int *year, int *week) {
    int month, of_month;
    Day thursday = day - day_weekday(day) + 3;
    day_split(thursday, year, &month, &of_month);
    *week = (int)(thursday - day_from(*year, 1, 1)) / 7 + 1;
}

static int season_of(int month) {
    return month % 12 < 3 ? 4 : month / 3;
}

static View value_of_span(Arena *arena, DaySpan span) {
    int year, month, of_month, week;
    day_split(span.from, &year, &month, &of_month);
    switch (span.unit) {
    case UNIT_WEEK:
    case UNIT_WEEKEND:
        iso_week(span.from + (span.to - span.from) / 2, &year, &week);
        return arena_format(arena, span.unit == UNIT_WEEK ? "%04d-W%02d" : "%04d-W%02d-WE", year, week);
    case UNIT_MONTH:
        day_split(span.from + (span.to - span.from) / 2, &year, &month, &of_month);
        return arena_format(arena, "%04d-%02d", year, month);
    case UNIT_QUARTER: /* a firm's own may end in July */
        day_split(span.from + (span.to - span.from) / 2, &year, &month, &of_month);
        return arena_format(arena, "%04d-Q%d", year, (month + 2) / 3);
    case UNIT_SEASON: return arena_format(arena, "%04d-%s", year, seasons[season_of(month)]);
    case UNIT_HALF: return arena_format(arena, "%04d-H%d", year, month <= 6 ? 1 : 2);
    case UNIT_YEAR: return arena_format(arena, "%04d", year);
    case UNIT_DECADE: return arena_format(arena, "%03d", year / 10);
    case UNIT_CENTURY: return arena_format(arena, "%02d", year / 100);
    case UNIT_DAY: return arena_format(arena, "%04d-%02d-%02d", year, month, of_month);
    default: break;
    }
    if (span.from == span.to)
        return arena_format(arena, "%04d-%02d-%02d", year, month, of_month);
    int to_year, to_month, to_day;
    day_split(span.to, &to_year, &to_month, &to_day);
    return arena_format(arena, "%04d-%02d-%02d/%04d-%02d-%02d", year, month, of_month, to_year, to_month, to_day);
}

/* "P3W", "PT48H", "PXY". */
static View value_of_length(Arena *arena, TimeUnit unit, double amount) {
    static const char *const letters[] = {
        [UNIT_NONE] = "D",     [UNIT_SECOND] = "S", [UNIT_MINUTE] = "M",  [UNIT_HOUR] = "H",    [UNIT_DAY] = "D",
        [UNIT_WEEKEND] = "WE", [UNIT_WEEK] = "W",   [UNIT_MONTH] = "M",   [UNIT_QUARTER] = "Q", [UNIT_SEASON] = "Q",
        [UNIT_HALF] = "H",     [UNIT_YEAR] = "Y",   [UNIT_DECADE] = "DE", [UNIT_CENTURY] = "CE"};
    const char *time = unit >= UNIT_SECOND && unit <= UNIT_HOUR ? "T" : "";
    double many = fabs(amount);
    if (many == AMOUNT_SOME)
        return arena_format(arena, "P%sX%s", time, letters[unit]);
    if (many == floor(many))
        return arena_format(arena, "P%s%.0f%s", time, many, letters[unit]);
    if (unit == UNIT_YEAR)
        return arena_format(arena, "P%.0fM", many * 12);
    if (unit == UNIT_HOUR)
        return arena_format(arena, "PT%.0fM", many * 60);
    if (unit == UNIT_MINUTE && many - floor(many) == 0.5)
        return arena_format(arena, "PT%.0fM30S", floor(many));
    return arena_format(arena, "P%s%.1f%s", time, many, letters[unit]);
}

/* What is said, without the days: "XXXX-01-03", "XXXX-WXX-5", "XXXX-SU". */
static View value_unplaced(Arena *arena, const TimeSense *sense) {
    View year = sense->year < 0 ? arena_format(arena, "BC%04d", -sense->year) : VIEW("XXXX");
    if (sense->year > 0)
        return arena_format(arena, "%04d", sense->year);
    if (sense->year < 0 && !sense->month && !sense->season)
        return year;
    if (!year.data)
        return year;
    if (sense->calendar != CALENDAR_GREGORIAN)
        return (View){NULL, 0};
    if (sense->month && sense->day)
        return arena_format(arena, "%.*s-%02d-%02d", (int)year.length, year.data, sense->month, sense->day);
    if (sense->month)
        return arena_format(arena, "%.*s-%02d", (int)year.length, year.data, sense->month);
    if (sense->day)
        return arena_format(arena, "%.*s-XX-%02d", (int)year.length, year.data, sense->day);
    if (sense->weekday)
        return arena_format(arena, "%.*s-WXX-%d", (int)year.length, year.data, sense->weekday);
    if (sense->season)
        return arena_format(arena, "%.*s-%s", (int)year.length, year.data, seasons[sense->season]);
    if (sense->quarter)
        return arena_format(arena, "%.*s-Q%d", (int)year.length, year.data, sense->quarter);
    return sense->part || sense->hour >= 0 ? arena_format(arena, "%.*s-XX-XX", (int)year.length, year.data)
                                           : (View){NULL, 0};
}

static View with_hour(Arena *arena, View value, const TimeSense *sense) {
    if (!value.data || view_find(value, VIEW("/"), 0) != SIZE_MAX)
        return value;
    if (sense->hour >= 0)
        return arena_format(arena, "%.*sT%02d:%02d", (int)value.length, value.data, sense->hour,
                            sense->minute >= 0 ? sense->minute : 0);
    if (sense->part == PART_NONE)
        return value;
    return arena_format(arena, "%.*s%s", (int)value.length, value.data, parts[sense->part]);
}

/* A length that begins or ends at something else is a duration for TIMEX3: "after three days", "two months before he
 * left", "half an hour later". */
static bool is_length(const TimeSense *sense, DaySpan span) {
    bool of_event = sense->anchor == ANCHOR_WORD && !span_known(span);
    bool within_day = sense->unit <= UNIT_HOUR && sense->anchor != ANCHOR_PUBLICATION;
    return sense->counted && (sense->lasts || of_event || within_day);
}

View time_value(Arena *arena, const TimeSense *sense, const TimeContext *context, bool *failed) {
    static const char *const references[] = {
        [VAGUE_PAST] = "PAST_REF", [VAGUE_PRESENT] = "PRESENT_REF", [VAGUE_FUTURE] = "FUTURE_REF"};
    View value = {NULL, 0};
    TimeSense whole = *sense;
    whole.mod = MOD_NONE;
    DaySpan span = time_days(&whole, context);
    bool says = true;
    switch (sense->form) {
    case TIME_VAGUE: return sense->vague == VAGUE_NONE ? value : view(references[sense->vague]);
    case TIME_WINDOW:
    case TIME_LENGTH: value = value_of_length(arena, sense->unit, sense->amount); break;
    case TIME_EVERY:
        value = sense->weekday || sense->season || sense->month ? value_unplaced(arena, sense)
                                                                : value_of_length(arena, sense->unit, sense->amount);
        break;
    case TIME_SHIFT:
        if (is_length(sense, span) || (sense->ends && (sense->amount != 1 || sense->unit != UNIT_QUARTER)))
            return value_of_length(arena, sense->unit, sense->amount);
        if (!span_known(span) && sense->amount == AMOUNT_SOME && sense->counted)
            return view(sense->towards < 0 ? "PAST_REF" : "FUTURE_REF");
        says = span_known(span);
        value = says ? value_of_span(arena, span) : value;
        break;
    case TIME_NTH:
        says = span_known(span);
        if (sense->amount != 1) /* "the first six months of 1996" */
            value = value_of_length(arena, sense->unit, sense->amount);
        else
            value = says ? value_of_span(arena, span) : value;
        break;
    case TIME_FESTIVAL:
        says = span_known(span);
        value = says ? value_of_span(arena, span) : value;
        break;
    case TIME_CALENDAR:
        value = span_known(span) ? value_of_span(arena, span) : value_unplaced(arena, sense);
        says = value.data != NULL || span_known(span);
        break;
    }
    value = with_hour(arena, value, sense);
    *failed = *failed || (says && !value.data);
    return value;
}
