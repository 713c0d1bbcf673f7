/* mention/times_calendar: dates as they are written: "Friday, January 3, 2020", "the 3rd of January", "2020-01-24",
 * "March", "2016", "the 1990s", "the summer of 2003", "Christmas". */
#include "mention/times_parse.h"

/* --- numeric dates --- */

static long digits_of(View text, size_t *at) {
    long number = 0;
    size_t start = *at;
    while (*at < text.length && text.data[*at] >= '0' && text.data[*at] <= '9' && *at - start < 4)
        number = number * 10 + (text.data[(*at)++] - '0');
    return *at > start ? number : -1;
}

/* Day first, as most outlets outside America write, unless only the other reading is a day. year: -1 when unsaid. */
static bool set_numeric(TimeSense *sense, long first, long second, long year) {
    if (year >= 0 && year < 100)
        year += year < 60 ? 2000 : 1900;
    bool day_first = second >= 1 && second <= 12 && first >= 1 && first <= 31;
    bool month_first = first >= 1 && first <= 12 && second >= 1 && second <= 31;
    if (!day_first && !month_first)
        return false;
    sense->day = (int8_t)(day_first ? first : second);
    sense->month = (int8_t)(day_first ? second : first);
    sense->year = (int16_t)(year < 0 ? 0 : year);
    sense->swaps = day_first && month_first && first != second && sense->year;
    return true;
}

/* "24.01.2020" in one piece. */
static bool dotted_date(View text, TimeSense *sense) {
    size_t at = 0;
    long first = digits_of(text, &at);
    if (first < 0 || at > 2 || at >= text.length || text.data[at++] != '.')
        return false;
    long second = digits_of(text, &at);
    if (second < 0 || at >= text.length || text.data[at++] != '.')
        return false;
    size_t from = at;
    long year = digits_of(text, &at);
    return at == text.length && (at - from == 4 || at - from == 2) && set_numeric(sense, first, second, year);
}

bool times_numeric(TimeParse *parse, size_t at, TimeFound *found) {
    const TimePiece *a = times_piece(parse, at), *mark = times_piece(parse, at + 1);
    TimeSense sense = times_sense(TIME_CALENDAR);
    if (dotted_date(a->text, &sense))
        return times_found(found, at + 1, TIMEX_DATE, sense, "numeric date");
    if (!a->digits || !(times_is(parse, at + 1, "/") || times_is(parse, at + 1, "-")))
        return false;
    const TimePiece *b = times_piece(parse, at + 2), *c = times_piece(parse, at + 4);
    bool three = view_equal(times_piece(parse, at + 3)->text, mark->text) && c->digits;
    if (three && a->length == 4 && b->digits && b->length <= 2 && c->length <= 2 && b->number >= 1 && b->number <= 12 &&
        c->number >= 1 && c->number <= 31) {
        sense.year = (int16_t)a->number;
        sense.month = (int8_t)b->number;
        sense.day = (int8_t)c->number;
        return times_found(found, at + 5, TIMEX_DATE, sense, "ISO date");
    }
    bool short_year = three && c->length == 2 && times_is(parse, at + 1, "/");
    if (three && b->digits && a->length <= 2 && b->length <= 2 && (c->length == 4 || short_year) &&
        set_numeric(&sense, a->number, b->number, c->number))
        return times_found(found, at + 5, TIMEX_DATE, sense, "numeric date");
    bool leading_zero = a->text.data[0] == '0' || (b->text.length && b->text.data[0] == '0');
    if (!three && times_is(parse, at + 1, "/") && b->digits && a->length == 2 && b->length == 2 && leading_zero &&
        set_numeric(&sense, a->number, b->number, -1))
        return times_found(found, at + 3, TIMEX_DATE, sense, "numeric date");
    return false;
}

/* --- pieces of written dates --- */

static size_t skip(const TimeParse *parse, size_t at, const char *word) {
    return times_is(parse, at, word) ? at + 1 : at;
}

/* "3", "3rd", "third": the piece behind it, or at itself. */
static size_t day_number(const TimeParse *parse, size_t at, int8_t *day, bool *ordinal) {
    const TimePiece *piece = times_piece(parse, at);
    size_t end;
    *ordinal = false;
    if (piece->digits && piece->length <= 2 && piece->length > 0 && piece->number >= 1 && piece->number <= 31) {
        *day = (int8_t)piece->number;
        *ordinal = times_among(parse, at + 1, "st nd rd th") && times_piece(parse, at + 1)->glued;
        return at + 1 + *ordinal;
    }
    const TimeWord *word = times_take(parse, at, CLASS_ORDINAL, &end);
    if (!word || word->value < 1)
        return at;
    *day = (int8_t)word->value;
    *ordinal = true;
    return end;
}

static const TimeWord *month_at(const TimeParse *parse, size_t at, size_t *end) {
    const TimeWord *word = times_take(parse, at, CLASS_MONTH, end);
    const TimePiece *piece = times_piece(parse, at);
    if (!word || !piece->capital)
        return NULL;
    if (word->brief && times_is(parse, *end, ".") && times_piece(parse, *end)->glued)
        *end += 1;
    return word;
}

/* Behind a month and its day: ", 2020", " 2020", "of that year", "last year". */
static size_t year_behind(TimeParse *parse, size_t at, TimeSense *sense) {
    size_t next = skip(parse, at, ",");
    size_t year_end = times_year_at(parse, next, &sense->year);
    if (year_end > next && !times_is(parse, year_end, "%"))
        return year_end;
    sense->year = 0;
    TimeFound of;
    next = skip(parse, skip(parse, at, "of"), "in");
    bool names_year = times_which(parse, next, &of) && of.sense.unit == UNIT_YEAR && of.sense.form == TIME_SHIFT;
    if (!names_year || of.sense.of)
        return at;
    sense->of = times_keep(parse, of.sense);
    return of.end;
}

/* "January 3", "January 3-5", "3 January", "the 3rd of January", with the year behind it when there is one. */
static size_t month_and_day(TimeParse *parse, size_t at, TimeSense *sense) {
    size_t end, after;
    bool ordinal, second_ordinal;
    int8_t day = 0, last = 0;
    const TimeWord *month = month_at(parse, at, &end);
    if (month) {
        after = day_number(parse, skip(parse, end, "the"), &day, &ordinal);
        bool names = times_among(parse, at - 1, "on the"); /* "the August 7 bombings", but "in August 7 men" */
        bool counts = !ordinal && times_tagged(parse, after, "NNS") && !names;
        bool hour = times_is(parse, after, ":") && times_piece(parse, after + 1)->digits;
        if (after == skip(parse, end, "the") || counts || times_is(parse, after, "%") || hour)
            return at;
        if (times_is(parse, after, "-") || times_among(parse, after, "to and through until")) {
            size_t behind = day_number(parse, after + 1, &last, &second_ordinal), ignored;
            bool free = !month_at(parse, behind, &ignored) && !times_take(parse, behind, CLASS_UNIT, &ignored) &&
                        !times_tagged(parse, behind, "N");
            if (behind > after + 1 && last > day && free && second_ordinal == ordinal)
                after = behind;
            else
                last = 0;
        }
    } else {
        size_t from = skip(parse, at, "the");
        after = day_number(parse, from, &day, &ordinal);
        if (after == from)
            return at;
        if (times_is(parse, after, "-") || times_among(parse, after, "to and")) {
            size_t second = skip(parse, after + 1, "the"), behind = day_number(parse, second, &last, &second_ordinal);
            if (behind > second && last > day)
                after = behind;
            else
                return at;
        }
        month = month_at(parse, skip(parse, after, "of"), &end);
        if (!month)
            return at;
        after = end;
    }
    sense->month = (int8_t)month->value;
    sense->calendar = month->calendar;
    sense->day = day;
    sense->day_end = last;
    return year_behind(parse, after, sense);
}

/* "the 16th", "the tenth": a day of the month that the context gives; only behind "on the", "by the", "until the" ...
 */
static size_t bare_day(const TimeParse *parse, size_t at, TimeSense *sense) {
    int8_t day;
    bool ordinal;
    size_t ignored;
    bool of_part = at > 1 && times_is(parse, at - 1, "of") && times_take(parse, at - 2, CLASS_PART, &ignored);
    if (!times_is(parse, at, "the") ||
        !(of_part || times_among(parse, at - 1, "on by until till from since between and before after")))
        return at;
    size_t end = day_number(parse, at + 1, &day, &ordinal);
    if (end == at + 1 || !ordinal || times_piece(parse, end)->hyphen || times_take(parse, end, CLASS_UNIT, &ignored))
        return at;
    size_t month =
        times_is(parse, end, "of") && times_among(parse, end + 1, "the this that") && times_is(parse, end + 2, "month")
            ? end + 3
            : end;
    bool noun = times_tagged(parse, month, "N") || times_tagged(parse, month, "J") ||
                times_tagged(parse, month, "CD") || times_tagged(parse, month, "VBG") ||
                (month == end && times_is(parse, month, "of"));
    bool digits = times_piece(parse, at + 1)->digits;
    if (noun || (!digits && month == end && !times_among(parse, at - 1, "on between and")))
        return at;
    sense->day = day;
    return month;
}

/* "Wednesday of last week", "Monday this week". */
static size_t week_behind(TimeParse *parse, size_t at, TimeSense *sense) {
    TimeFound of;
    bool week = times_which(parse, skip(parse, at, "of"), &of) && of.sense.unit == UNIT_WEEK &&
                of.sense.form == TIME_SHIFT && !of.sense.of;
    if (!week)
        return at;
    sense->of = times_keep(parse, of.sense);
    return of.end;
}

bool times_date(TimeParse *parse, size_t at, TimeFound *found) {
    TimeSense sense = times_sense(TIME_CALENDAR);
    size_t end;
    const TimeWord *weekday = times_take(parse, at, CLASS_WEEKDAY, &end);
    if (weekday && !weekday->every && times_piece(parse, at)->capital) {
        size_t part_end, next = end;
        if (weekday->brief && times_is(parse, next, "."))
            next++;
        const TimeWord *part = times_take(parse, next, CLASS_PART, &part_end);
        if (part && !part->every) {
            sense.part = part->part;
            end = next = part_end;
        }
        sense.weekday = (int8_t)weekday->value;
        next = skip(parse, skip(parse, next, ","), "the");
        size_t date = month_and_day(parse, next, &sense);
        if (date > next)
            return times_found(found, date, part ? TIMEX_TIME : TIMEX_DATE, sense, "weekday and date");
        int8_t day;
        bool ordinal;
        size_t number = day_number(parse, next, &day, &ordinal);
        bool counts = times_tagged(parse, number, "N") || times_tagged(parse, number, "J"); /* "the eighth big raid" */
        bool apart =
            times_is(parse, next - 1, "the") && (!counts || (next == end + 1 && times_piece(parse, next)->digits));
        if (number > next && ordinal && apart) { /* "Wednesday the 8th", "the Friday the 13th plunge" */
            sense.day = day;
            return times_found(found, number, TIMEX_DATE, sense, "weekday and day of the month");
        }
        if (weekday->brief && !times_piece(parse, at)->dotted)
            return false;
        end = week_behind(parse, end, &sense);
        return times_found(found, end, part ? TIMEX_TIME : TIMEX_DATE, sense, "weekday");
    }
    end = month_and_day(parse, at, &sense);
    if (end > at)
        return times_found(found, end, TIMEX_DATE, sense, "date");
    end = bare_day(parse, at, &sense);
    return end > at && times_found(found, end, TIMEX_DATE, sense, "day of the month");
}

/* A word that may be no month ("May said", "March on") needs a date word in front of it or a year behind it. */
static bool is_month(const TimeParse *parse, size_t at, const TimeWord *word, size_t end) {
    size_t ignored;
    if (times_is_year(parse, end) || (times_is(parse, end, "of") && times_is_year(parse, end + 1)))
        return true;
    if (word->brief)
        return times_piece(parse, at)->dotted && at > 0 &&
               times_among(parse, at - 1, "in of since until by last this next from");
    if (!word->word)
        return true;
    bool introduced = times_among(parse, at - 1,
                                  "in of since until till by last this next from early late mid during between "
                                  "before after through to as");
    bool second = at > 1 && times_among(parse, at - 1, "and or -") && times_take(parse, at - 2, CLASS_MONTH, &ignored);
    return introduced || second || (at > 0 && times_take(parse, at - 1, CLASS_MOD, &ignored));
}

bool times_month(TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    const TimeWord *month = month_at(parse, at, &end);
    if (!month || !is_month(parse, at, month, end))
        return false;
    TimeSense sense = times_sense(TIME_CALENDAR);
    sense.month = (int8_t)month->value;
    sense.calendar = month->calendar;
    if (times_is(parse, end, "of") && times_year_at(parse, end + 1, &sense.year) > end + 1)
        end++;
    return times_found(found, year_behind(parse, end, &sense), TIMEX_DATE, sense, "month");
}

/* --- years and longer --- */

/* The "18" of "1914-18". */
static bool year_end(const TimeParse *parse, size_t at, TimeSense *sense) {
    const TimePiece *piece = times_piece(parse, at);
    size_t before = at - 1 - times_is(parse, at - 1, "-");
    bool joined = at > 1 && (before < at - 1 || piece->hyphen) && times_is_year(parse, before);
    if (!joined || !piece->digits || piece->length != 2 || times_piece(parse, at + 1)->hyphen ||
        times_is(parse, at + 1, "-") || piece->number <= times_piece(parse, before)->number % 100)
        return false;
    long century = times_piece(parse, before)->number / 100 * 100;
    sense->year = (int16_t)(century + piece->number);
    return true;
}

bool times_year(TimeParse *parse, size_t at, TimeFound *found) {
    TimeSense sense = times_sense(TIME_CALENDAR);
    if (year_end(parse, at, &sense))
        return times_found(found, at + 1, TIMEX_DATE, sense, "end of a range of years");
    bool said = times_is(parse, at, "the") && times_is(parse, at + 1, "year");
    size_t year = said ? at + 2 : times_among(parse, at, "fiscal fy") ? at + 1 : at;
    sense.fiscal = !said && year > at;
    if (times_is(parse, year, "year"))
        year++;
    size_t end = times_year_at(parse, year, &sense.year);
    if (!times_is_year(parse, year) || sense.year < 0)
        return end > year && times_found(found, end, TIMEX_DATE, sense, "year");
    const TimePiece *piece = times_piece(parse, year), *behind = times_piece(parse, year + 1);
    bool likely = piece->number >= 1900 && piece->number <= 2049;
    bool introduced = year > at || times_among(parse, at - 1,
                                               "in of since until till by from during between before after "
                                               "early late mid through summer winter spring autumn");
    bool counts = (year == at && times_tagged(parse, year + 1, "NNS")) ||
                  times_among(parse, year + 1, "% percent people million km") ||
                  times_among(parse, at - 1, "$ # no number resolution") || behind->hyphen ||
                  (behind->glued && times_among(parse, year + 1, "s / : th"));
    if (counts || (!likely && !introduced) || (piece->hyphen && !introduced))
        return false;
    sense.year = (int16_t)piece->number;
    return times_found(found, year + 1, TIMEX_DATE, sense, "year");
}

bool times_decade(TimeParse *parse, size_t at, TimeFound *found) {
    TimeSense sense = times_sense(TIME_CALENDAR);
    size_t from = skip(parse, at, "the"), end, after;
    const TimePiece *piece = times_piece(parse, from);
    const TimeWord *ordinal;
    if (times_is(parse, from + 1, "s") && times_piece(parse, from + 1)->glued && piece->text.length) {
        bool age = at > 0 && times_among(parse, at - 1 - times_among(parse, at - 1, "early late mid"),
                                         "his her their my your our its"); /* "in his early 30s" */
        View digits = piece->text.data[0] == '\'' ? view_slice(piece->text, 1, piece->text.length) : piece->text;
        long number;
        if (!view_to_long(digits, &number) || number % 10 != 0 || !(digits.length == 4 || (digits.length == 2 && !age)))
            return false;
        sense.year = (int16_t)(digits.length == 4 ? number : 1900 + number);
        sense.unit = UNIT_DECADE;
        return times_found(found, from + 2, TIMEX_DATE, sense, "decade");
    }
    const TimeWord *decade = times_take(parse, from, CLASS_DECADE, &end);
    if (decade && from > at && !times_tagged(parse, end, "N")) {
        sense.year = (int16_t)(1900 + (int)decade->value);
        sense.unit = UNIT_DECADE;
        return times_found(found, end, TIMEX_DATE, sense, "decade");
    }
    int8_t day;
    bool is_ordinal;
    after = day_number(parse, from, &day, &is_ordinal);
    ordinal = after > from && is_ordinal ? times_take(parse, after, CLASS_UNIT, &end) : NULL;
    if (!ordinal || ordinal->unit != UNIT_CENTURY || ordinal->many)
        return false;
    sense.year = (int16_t)((day - 1) * 100);
    sense.unit = UNIT_CENTURY;
    return times_found(found, end, TIMEX_DATE, sense, "century");
}

bool times_season(TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = skip(parse, at, "the"), end;
    const TimeWord *season = times_take(parse, from, CLASS_SEASON, &end);
    if (!season || times_tagged(parse, from, "V"))
        return false;
    TimeSense sense = times_sense(TIME_CALENDAR);
    sense.season = (int8_t)season->value;
    size_t year = end + times_among(parse, end, "of in"), year_end = times_year_at(parse, year, &sense.year);
    if (year_end > year)
        return times_found(found, year_end, TIMEX_DATE, sense, "season");
    TimeFound of;
    if (times_which(parse, year, &of) && of.sense.unit == UNIT_YEAR && of.sense.form == TIME_SHIFT) {
        sense.of = times_keep(parse, of.sense);
        return times_found(found, of.end, TIMEX_DATE, sense, "season");
    }
    bool fall = times_is(parse, from, "fall");
    bool introduced =
        from > at
            ? times_among(parse, at - 1, "in by before until since during after of over through throughout for this")
            : times_among(parse, at - 1, "in by before until since early late mid during of through throughout that") &&
                  !fall;
    bool other = times_is(parse, end, "of") || times_tagged(parse, end, "N");
    return introduced && !other && times_found(found, end, TIMEX_DATE, sense, "season");
}

bool times_festival(TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    const TimeWord *word = times_take(parse, at, CLASS_FESTIVAL, &end);
    if (!word || !(times_piece(parse, at)->capital || times_is(parse, at, "the") || times_piece(parse, at)->digits))
        return false;
    TimeSense sense = times_sense(TIME_FESTIVAL);
    sense.festival = word->festival;
    sense.year = word->festival.year;
    if (times_is(parse, end, "day") && times_piece(parse, end)->capital)
        end++;
    return times_found(found, sense.year ? end : year_behind(parse, end, &sense), TIMEX_DATE, sense, "festival");
}
