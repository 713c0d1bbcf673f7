/* mention/times_quarter: quarters and halves of years, and what reports of results compare with them: "the third
 * quarter of 2003", "this year's first quarter", "Q3 2019", "the latest quarter", "the year-ago period". */
#include "mention/times_parse.h"

/* "third quarter", "fiscal-first quarter", "first half", "Q3": its end, or at itself. */
static size_t quarter_words(const TimeParse *parse, size_t at, TimeSense *sense) {
    size_t start = at, end;
    sense->fiscal = times_is(parse, at, "fiscal");
    at += sense->fiscal;
    const TimePiece *number = times_piece(parse, at + 1);
    if (times_is(parse, at, "q") && number->digits && number->glued && number->number >= 1 && number->number <= 4) {
        sense->quarter = (int8_t)number->number;
        return at + 2;
    }
    const TimeWord *ordinal = times_take(parse, at, CLASS_ORDINAL, &end), *unit = NULL;
    if (ordinal && ordinal->value >= 1 && ordinal->value <= 4)
        unit = times_take(parse, end, CLASS_UNIT, &end);
    if (!unit || unit->many || (unit->unit != UNIT_QUARTER && unit->unit != UNIT_HALF))
        return start;
    *(unit->unit == UNIT_QUARTER ? &sense->quarter : &sense->half) = (int8_t)ordinal->value;
    return end;
}

/* What a comparison with the same quarter of the year before says. */
static TimeSense a_year_before(void) {
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.compares = true;
    sense.unit = UNIT_YEAR;
    sense.amount = -1;
    return sense;
}

/* "this year's third quarter", "1995's fourth quarter", "last year's first half"; "last year's quarter": the same one
 * of that year. */
static bool year_before(TimeParse *parse, size_t at, TimeFound *found) {
    TimeFound year;
    TimeSense sense = times_sense(TIME_CALENDAR);
    if (times_is_year(parse, at) && times_is(parse, at + 1, "'s")) {
        size_t quarter = quarter_words(parse, at + 2, &sense);
        sense.year = (int16_t)times_piece(parse, at)->number;
        return quarter > at + 2 && times_found(found, quarter, TIMEX_DATE, sense, "quarter of a year");
    }
    bool names_year = times_which(parse, at, &year) && year.sense.form == TIME_SHIFT && year.sense.unit == UNIT_YEAR &&
                      !year.sense.of && times_is(parse, year.end, "'s");
    if (!names_year)
        return false;
    size_t from = year.end + 1, end = quarter_words(parse, from, &sense);
    if (end > from) {
        sense.of = times_keep(parse, year.sense);
        return !parse->failed && times_found(found, end, TIMEX_DATE, sense, "quarter of a year");
    }
    if (year.sense.amount != -1 || !times_among(parse, from, "quarter period"))
        return false;
    sense = a_year_before();
    return times_found(found, from + 1, TIMEX_DATE, sense, "compared with a year ago");
}

bool times_quarter(TimeParse *parse, size_t at, TimeFound *found) {
    TimeSense sense = times_sense(TIME_CALENDAR);
    if (year_before(parse, at, found))
        return true;
    size_t from = at + times_is(parse, at, "the");
    if (times_is_year(parse, from) && from > at) /* "the 1988 second quarter" */
        sense.year = (int16_t)times_piece(parse, from++)->number;
    size_t end = quarter_words(parse, from, &sense);
    if (end == from)
        return false;
    TimeFound of;
    size_t behind = end + times_is(parse, end, "of");
    behind += times_is(parse, behind, "the");
    if (times_is_year(parse, behind)) {
        sense.year = (int16_t)times_piece(parse, behind)->number;
        end = behind + 1;
    } else if (times_which(parse, behind, &of) && of.sense.unit == UNIT_YEAR) {
        sense.of = times_keep(parse, of.sense);
        end = of.end;
    } else if (times_is(parse, end, "of") && times_is(parse, behind, "year")) {
        end = behind + 1;
    } else if (!sense.year && (sense.half || (times_is(parse, end, "of") && !times_is(parse, end + 1, "$")))) {
        return false;
    }
    return times_found(found, end, TIMEX_DATE, sense, "quarter");
}

/* --- comparisons --- */

/* "the year-ago quarter", "the year-earlier third quarter", "the year-ago period". */
static bool year_ago(const TimeParse *parse, size_t from, TimeFound *found) {
    size_t end = from + 2, unit_end;
    if (!times_is(parse, from, "year") || !times_among(parse, from + 1, "ago earlier") ||
        !times_piece(parse, from + 1)->hyphen)
        return false;
    TimeSense sense = a_year_before();
    const TimeWord *ordinal = times_take(parse, end, CLASS_ORDINAL, &unit_end);
    if (ordinal && ordinal->value >= 1 && ordinal->value <= 4 && times_is(parse, unit_end, "quarter")) {
        sense.quarter = (int8_t)ordinal->value;
        end = unit_end;
    }
    end += times_among(parse, end, "quarter period");
    return times_found(found, end, TIMEX_DATE, sense, "compared with a year ago");
}

/* "the 2018 quarter", "the 2018 period": the one that the passage is about, in that year. */
static bool quarter_of_year(const TimeParse *parse, size_t at, TimeFound *found) {
    if (!times_is(parse, at, "the") || !times_is_year(parse, at + 1) || !times_among(parse, at + 2, "quarter period") ||
        times_piece(parse, at + 2)->hyphen)
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.compares = true;
    sense.unit = UNIT_YEAR;
    sense.year = (int16_t)times_piece(parse, at + 1)->number;
    return times_found(found, at + 3, TIMEX_DATE, sense, "the quarter of a year");
}

/* "the quarter a year ago", "the quarter a year earlier": its end, or at itself. */
static size_t before_year(const TimeParse *parse, size_t at) {
    bool ago = times_is(parse, at, "a") && times_is(parse, at + 1, "year") && times_among(parse, at + 2, "ago earlier");
    return ago ? at + 3 : at;
}

/* In reports of results: "the quarter", "the latest period" are the one that the passage is about, "the year-ago
 * quarter", "the year-earlier period" the same one a year before. */
bool times_compared(TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = at + times_is(parse, at, "the"), end = from;
    if (year_ago(parse, from, found) || quarter_of_year(parse, at, found))
        return true;
    bool latest = times_among(parse, from, "latest most") && from > at;
    end += latest + (latest && times_is(parse, from, "most") && times_is(parse, from + 1, "recent"));
    bool quarter = from > at && (times_is(parse, end, "quarter") || (latest && times_is(parse, end, "period")));
    bool introduced = latest || times_seen(parse, at, end + 1); /* else it may be a part of a town */
    if (!quarter || !introduced || times_piece(parse, end + 1)->hyphen || times_tagged(parse, end + 1, "N") ||
        times_among(parse, end + 1, "of ended ending") || times_piece(parse, end)->capital)
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.compares = true;
    sense.unit = UNIT_QUARTER;
    size_t ago = before_year(parse, end + 1);
    sense.amount = ago > end + 1 ? -1 : 0; /* years */
    return times_found(found, ago, TIMEX_DATE, sense, "the quarter");
}
