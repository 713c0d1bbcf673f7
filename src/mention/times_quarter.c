/* mention/times_quarter: quarters and halves of years, and what reports of results compare with them: "the third
 * quarter of 2003", "this year's first quarter", "Q3 2019", "the latest quarter", "the year-ago period". */
#include "mention/times_parse.h"

/* What a report of results says of a half: "first-half profit". */
#define RESULTS  "profit profits results earnings net sales loss losses revenue revenues pretax income figures"
#define COMPARED 8 /* words from "compared with" to the time of what is compared, at most */

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
    if (sense.half && times_is(parse, end, "of") && times_decade(parse, end + 1, &of)) { /* "of the 1990s" */
        of.sense.mod = sense.half == 1 ? MOD_START : MOD_END;
        return times_found(found, of.end, TIMEX_DATE, of.sense, "half of a decade");
    }
    if (times_is_year(parse, behind)) {
        sense.year = (int16_t)times_piece(parse, behind)->number;
        end = behind + 1;
    } else if (times_which(parse, behind, &of) && of.sense.unit == UNIT_YEAR) {
        sense.of = times_keep(parse, of.sense);
        end = of.end;
    } else if (sense.half && times_piece(parse, end - 1)->hyphen && times_among(parse, end, RESULTS)) {
        return times_found(found, end, TIMEX_DATE, sense, "half of results");
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

/* "the corresponding period last year", "the same quarter of 2018", "the same period a year earlier". */
static bool same_quarter(const TimeParse *parse, size_t at, TimeFound *found) {
    if (!times_is(parse, at, "the") || !times_among(parse, at + 1, "same corresponding comparable equivalent") ||
        !times_among(parse, at + 2, "quarter period"))
        return false;
    TimeSense sense = a_year_before();
    size_t behind = at + 3 + times_among(parse, at + 3, "of in"), end = before_year(parse, behind);
    behind += times_is(parse, behind, "the");
    if (times_is_year(parse, behind)) {
        sense.year = (int16_t)times_piece(parse, behind)->number;
        end = behind + 1;
    } else if (times_among(parse, behind, "last previous prior") && times_is(parse, behind + 1, "year")) {
        end = behind + 2;
    } else if (end == behind) {
        return false;
    }
    return times_found(found, end, TIMEX_DATE, sense, "compared with a year ago");
}

/* "compared with a loss of $3 million last year", "up from last year's $2 million". */
static bool last_year(const TimeParse *parse, size_t at, TimeFound *found) {
    if (!times_is(parse, at, "last") || !times_is(parse, at + 1, "year"))
        return false;
    for (size_t back = 1; back <= COMPARED && back <= at; back++) {
        size_t word = at - back;
        bool with = times_is(parse, word, "with") && word > 0 && times_is(parse, word - 1, "compared");
        if (with || times_among(parse, word, "from against than"))
            return times_found(found, at + 2, TIMEX_DATE, a_year_before(), "compared with last year");
        if (times_among(parse, word, ", ; :") || times_tagged(parse, word, "V") || times_tagged(parse, word, "MD"))
            return false;
    }
    return false;
}

/* In reports of results: "the quarter", "the latest period" are the one that the passage is about, "the year-ago
 * quarter", "the year-earlier period" the same one a year before. */
bool times_compared(TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = at + times_is(parse, at, "the"), end = from;
    if (year_ago(parse, from, found) || quarter_of_year(parse, at, found) || same_quarter(parse, at, found) ||
        last_year(parse, at, found))
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

/* "the quarter ended 30 September", "the nine months ending in June": the stretch up to that day. */
bool times_ended(TimeParse *parse, size_t at, TimeFound *found) {
    TimeFound of;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.amount = 1;
    size_t from = at + times_is(parse, at, "the"), end;
    from += times_is(parse, from, "fiscal");
    size_t unit_at = times_amount(parse, from, &sense.amount);
    const TimeWord *unit = times_take(parse, unit_at, CLASS_UNIT, &end);
    bool stretch = unit && unit_at > at && unit->unit >= UNIT_WEEK && unit->unit <= UNIT_YEAR;
    if (!stretch || sense.amount == AMOUNT_SOME || !times_among(parse, end, "ended ending"))
        return false;
    size_t behind = end + 1 + times_among(parse, end + 1, "on in");
    if (!times_date(parse, behind, &of) && !times_month(parse, behind, &of) && !times_numeric(parse, behind, &of))
        return false;
    sense.unit = unit->unit;
    sense.ends = true;
    sense.anchor = ANCHOR_OF;
    sense.of = times_keep(parse, of.sense);
    TimexKind kind = sense.amount == 1 && sense.unit == UNIT_QUARTER ? TIMEX_DATE : TIMEX_DURATION;
    return !parse->failed && times_found(found, end, kind, sense, "a stretch that ended");
}
