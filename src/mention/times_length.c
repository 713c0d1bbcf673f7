/* mention/times_length: lengths ("for two weeks", "48-hour", "half an hour"), sets ("every Friday", "daily"), parts of
 * stretches ("the first week of January", "the last days of 1984") and their modifiers ("early 2003", "the end of last
 * month", "earlier this year"). */
#include "mention/times_parse.h"

static size_t number_words(const TimeParse *parse, size_t at, double *value) {
    size_t end, next;
    const TimeWord *word = times_take(parse, at, CLASS_NUMBER, &end);
    if (!word)
        return at;
    *value = word->value;
    for (const TimeWord *more; (more = times_take(parse, end, CLASS_NUMBER, &next)) != NULL; end = next) {
        if (more->value >= 100)
            *value *= more->value;
        else if (*value >= 20 && more->value < 10)
            *value += more->value;
        else
            break;
    }
    return end;
}

static bool is_half(const TimeParse *parse, size_t at) {
    return times_is(parse, at, "1") && times_is(parse, at + 1, "/") && times_is(parse, at + 2, "2");
}

size_t times_and_half(const TimeParse *parse, size_t at, double *amount) {
    if (!times_is(parse, at, "and") || !times_is(parse, at + 1, "a") || !times_is(parse, at + 2, "half"))
        return at;
    *amount += 0.5;
    return at + 3;
}

size_t times_amount(const TimeParse *parse, size_t at, double *amount) {
    const TimePiece *piece = times_piece(parse, at);
    size_t end = number_words(parse, at, amount), some;
    if (end == at && piece->digits && is_half(parse, at + 1)) { /* "2 1/2 years" */
        *amount = (double)piece->number + 0.5;
        return at + 4;
    }
    if (end == at && times_take(parse, at, CLASS_SOME, &some)) {
        *amount = AMOUNT_SOME;
        return some;
    }
    if (end == at && times_among(parse, at, "a an one another")) {
        *amount = 1;
        end = at + 1;
    } else if (end == at && (piece->digits || view_to_double(piece->text, amount)) && piece->text.length &&
               piece->text.data[0] >= '0' && piece->text.data[0] <= '9') {
        if (piece->digits)
            *amount = (double)piece->number;
        end = at + 1;
        size_t word_end;
        const TimeWord *thousands = times_take(parse, end, CLASS_NUMBER, &word_end);
        if (thousands && thousands->value >= 100) {
            *amount *= thousands->value;
            end = word_end;
        }
    }
    if (end > at && times_is(parse, end, "and") && times_is(parse, end + 1, "a") && times_is(parse, end + 2, "half")) {
        *amount += 0.5;
        end += 3;
    }
    return *amount > 100000 ? at : end;
}

/* "The three-month-old truce", "the decades-old law", not "a 17-year-old (girl)": how long something has been. */
static bool is_age_of_thing(const TimeParse *parse, size_t end) {
    const TimePiece *old = times_piece(parse, end), *behind = times_piece(parse, end + 1);
    bool joined = times_is(parse, end, "old") && old->hyphen && behind->text.length && !behind->hyphen;
    if (!joined || behind->word == old->word)
        return false;
    const WordReading *words = parse->reading->words;
    uint32_t noun = old->word + 1;
    while (noun < parse->sentence.end && words[noun].upos == UPOS_ADJ)
        noun++;
    while (noun + 1 < parse->sentence.end && words[noun + 1].upos == UPOS_NOUN)
        noun++;
    return noun < parse->sentence.end && words[noun].upos == UPOS_NOUN && words[noun].best_kind == ACTOR_NONE;
}

/* "34-year-old", "aged 17 years": a person's age is no time expression. */
static bool is_age(const TimeParse *parse, size_t at, size_t end) {
    return (times_among(parse, end, "old older younger") && !is_age_of_thing(parse, end)) ||
           times_is(parse, at - 1, "aged") || (times_is(parse, end, "of") && times_is(parse, end + 1, "age"));
}

/* "the year ended June 30": a length that the day behind it ends. */
static bool ended_year(const TimeParse *parse, size_t at, TimeFound *found) {
    size_t unit = at + 1 + times_is(parse, at + 1, "fiscal");
    if (!times_is(parse, at, "the") || !times_among(parse, unit, "year quarter") ||
        !times_among(parse, unit + 1, "ended ending"))
        return false;
    TimeSense sense = times_sense(TIME_LENGTH);
    sense.unit = times_is(parse, unit, "year") ? UNIT_YEAR : UNIT_QUARTER;
    sense.amount = 1;
    return times_found(found, unit + 1, TIMEX_DURATION, sense, "a year that ended");
}

/* "results for the full year": of the one that is running. */
static bool full_year(const TimeParse *parse, size_t at, TimeFound *found) {
    if (!times_is(parse, at, "the") || !times_is(parse, at + 1, "full") || !times_is(parse, at + 2, "year"))
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = UNIT_YEAR;
    return times_found(found, at + 3, TIMEX_DATE, sense, "the full year");
}

/* "24 hours a day", "seven days a week": how much of each. */
static bool rate(const TimeParse *parse, TimeUnit of, size_t at, TimeFound *found) {
    size_t end;
    const TimeWord *unit = times_among(parse, at, "a an per") ? times_take(parse, at + 1, CLASS_UNIT, &end) : NULL;
    if (!unit || unit->many || unit->unit <= of || times_among(parse, end, "ago later earlier before after"))
        return false;
    TimeSense sense = times_sense(TIME_EVERY);
    sense.unit = unit->unit;
    sense.amount = 1;
    return times_found(found, end, TIMEX_SET, sense, "so much of each");
}

/* "day-long", "a week-long", "decades-old": a unit that another word makes a length. */
static bool unit_of_word(const TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    const TimeWord *unit = times_take(parse, at, CLASS_UNIT, &end);
    bool made = times_piece(parse, end)->hyphen && (times_is(parse, end, "long") || is_age_of_thing(parse, end));
    if (!unit || unit->unit < UNIT_MINUTE || times_piece(parse, at)->hyphen || !made)
        return false;
    TimeSense sense = times_sense(TIME_LENGTH);
    sense.unit = unit->unit;
    sense.amount = unit->many ? AMOUNT_SOME : unit->value;
    sense.counted = true;
    return times_found(found, end + 1, TIMEX_DURATION, sense, "length");
}

/* "the 1994-95 season": the second year of a range counts nothing. */
static bool ends_years(const TimeParse *parse, size_t at) {
    bool mark = at > 1 && times_is(parse, at - 1, "-");
    bool joined = mark || (at > 0 && times_piece(parse, at)->hyphen);
    return joined && times_piece(parse, at)->digits && times_is_year(parse, at - 1 - mark);
}

bool times_length(TimeParse *parse, size_t at, TimeFound *found) {
    double amount = 1;
    size_t approx = at, end;
    if (ended_year(parse, at, found) || full_year(parse, at, found) || unit_of_word(parse, at, found))
        return true;
    if (times_take(parse, at, CLASS_APPROX, &end) && !times_among(parse, at, "over under"))
        approx = end;
    bool the = times_is(parse, approx, "the"), whole = times_among(parse, approx + the, "whole entire full");
    size_t start = approx + (the && times_take(parse, approx + 1, CLASS_NUMBER, &(size_t){0}));
    size_t from = whole ? approx + the + 1 : times_amount(parse, start, &amount);
    const TimeWord *unit = times_take(parse, from, CLASS_UNIT, &end);
    bool adjective = start > approx && times_piece(parse, from)->hyphen; /* "the three-day siege": without "the" */
    bool year = unit && unit->unit == UNIT_SECOND && times_is_year(parse, start); /* "the 1988 second quarter" */
    if (!unit || adjective || year || is_age(parse, at, end) || ends_years(parse, start))
        return false;
    bool article = from == start + 1 && times_among(parse, start, "a an");
    if (article && (unit->unit == UNIT_SECOND || unit->unit == UNIT_HALF || unit->unit == UNIT_QUARTER ||
                    unit->unit == UNIT_SEASON || unit->unit == UNIT_WEEKEND || times_is(parse, from, "night")))
        return false;
    if (from == start && !whole) {
        bool introduced = times_among(parse, at - 1, "for in within after over of took takes lasted lasting last");
        if (!unit->many || !introduced || unit->unit == UNIT_SECOND || unit->unit == UNIT_HALF ||
            unit->unit == UNIT_QUARTER || unit->unit == UNIT_SEASON)
            return false;
        amount = AMOUNT_SOME;
    }
    bool fraction = unit->unit == UNIT_QUARTER && (times_piece(parse, from)->hyphen || times_is(parse, end, "of"));
    if (fraction || (unit->unit == UNIT_QUARTER && !unit->many)) /* "three-quarters of the food" */
        return false;
    if (article &&
        (times_is(parse, at - 1, "times") || times_is(parse, at - 1, "once") || times_is(parse, at - 1, "twice"))) {
        TimeSense every = times_sense(TIME_EVERY);
        every.unit = unit->unit;
        every.amount = 1;
        return times_found(found, end, TIMEX_SET, every, "so many times a unit");
    }
    if (rate(parse, unit->unit, end, found))
        return true;
    end = times_and_half(parse, end, &amount);
    if (times_piece(parse, end)->hyphen && times_among(parse, end, "long old"))
        end++;
    TimeSense sense = times_sense(TIME_LENGTH);
    sense.unit = unit->unit;
    sense.amount = amount * unit->value;
    sense.counted = true;
    return times_found(found, end, TIMEX_DURATION, sense, "length");
}

bool times_every(TimeParse *parse, size_t at, TimeFound *found) {
    size_t end, next;
    TimeSense sense = times_sense(TIME_EVERY);
    sense.amount = 1;
    const TimeWord *word = times_take(parse, at, CLASS_SET, &end);
    if (word && (!word->shy || times_seen(parse, at, end))) {
        sense.unit = word->unit;
        sense.amount = word->value;
        return times_found(found, end, TIMEX_SET, sense, "set");
    }
    if (times_among(parse, at, "once twice") && times_among(parse, at + 1, "a an per") &&
        (word = times_take(parse, at + 2, CLASS_UNIT, &end)) != NULL && !word->many && word->unit != UNIT_SECOND) {
        sense.unit = word->unit;
        return times_found(found, end, TIMEX_SET, sense, "so many times a unit");
    }
    word = times_take(parse, at, CLASS_WEEKDAY, &end);
    if (word && word->every && times_piece(parse, at)->capital) {
        sense.weekday = (int8_t)word->value;
        return times_found(found, end, TIMEX_SET, sense, "weekdays");
    }
    word = times_take(parse, at, CLASS_EVERY, &end);
    if (!word)
        return false;
    double amount = word->value > 0 ? word->value : 1;
    size_t from = times_amount(parse, end, &amount);
    sense.amount = amount;
    if ((word = times_take(parse, from, CLASS_UNIT, &next)) != NULL && word->unit != UNIT_HALF &&
        !(times_is(parse, at, "each") && word->unit == UNIT_QUARTER)) {
        sense.unit = word->unit;
        return times_found(found, next, TIMEX_SET, sense, "every");
    }
    if ((word = times_take(parse, from, CLASS_WEEKDAY, &next)) != NULL && times_piece(parse, from)->capital) {
        sense.weekday = (int8_t)word->value;
        size_t part_end;
        const TimeWord *part = times_take(parse, next, CLASS_PART, &part_end);
        sense.part = part ? part->part : PART_NONE;
        return times_found(found, part ? part_end : next, TIMEX_SET, sense, "every");
    }
    if ((word = times_take(parse, from, CLASS_PART, &next)) != NULL) {
        sense.unit = UNIT_DAY;
        sense.part = word->part;
        return times_found(found, next, TIMEX_SET, sense, "every");
    }
    if ((word = times_take(parse, from, CLASS_SEASON, &next)) != NULL) {
        sense.season = (int8_t)word->value;
        return times_found(found, next, TIMEX_SET, sense, "every");
    }
    if ((word = times_take(parse, from, CLASS_MONTH, &next)) != NULL && times_piece(parse, from)->capital) {
        sense.month = (int8_t)word->value;
        return times_found(found, next, TIMEX_SET, sense, "every");
    }
    return false;
}

bool times_nth(TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = at + times_is(parse, at, "the"), end, unit_end;
    const TimeWord *ordinal = times_take(parse, from, CLASS_ORDINAL, &end);
    if (!ordinal)
        return false;
    double amount = 1;
    size_t unit_at = times_amount(parse, end, &amount);
    const TimeWord *unit = times_take(parse, unit_at, CLASS_UNIT, &unit_end);
    const TimeWord *weekday = times_take(parse, unit_at, CLASS_WEEKDAY, &unit_end);
    if (!weekday)
        unit = times_take(parse, unit_at, CLASS_UNIT, &unit_end);
    if ((!unit && !weekday) || !times_among(parse, unit_end, "of in"))
        return false;
    TimeSense sense = times_sense(TIME_NTH);
    sense.nth = (int8_t)ordinal->value;
    sense.unit = weekday ? UNIT_DAY : unit->unit;
    sense.weekday = (int8_t)(weekday ? weekday->value : 0);
    sense.amount = unit_at == end && unit && unit->many ? AMOUNT_SOME : amount;
    size_t behind = unit_end + 1;
    TimeFound of;
    if (times_period(parse, behind, &of)) {
        sense.of = times_keep(parse, of.sense);
        return !parse->failed && times_found(found, of.end, TIMEX_DATE, sense, "the nth of");
    }
    if (times_is(parse, behind, "the") && times_among(parse, behind + 1, "year month week")) {
        TimeSense year = times_sense(TIME_SHIFT);
        year.unit = times_is(parse, behind + 1, "year")    ? UNIT_YEAR
                    : times_is(parse, behind + 1, "month") ? UNIT_MONTH
                                                           : UNIT_WEEK;
        sense.of = times_keep(parse, year);
        return !parse->failed && times_found(found, behind + 2, TIMEX_DATE, sense, "the nth of");
    }
    return false;
}

/* "year's end", "by year end": of the year that it is told in. */
static bool unit_end(TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    const TimeWord *unit = times_take(parse, at, CLASS_UNIT, &end);
    bool possessive = times_is(parse, end, "'s");
    if (!unit || !times_among(parse, at, "year month week") || !times_is(parse, end + possessive, "end") ||
        !(possessive || times_among(parse, at - 1, "by at until the before since after around")))
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = unit->unit;
    sense.mod = MOD_END;
    size_t year = end + possessive + 1;
    if (unit->unit == UNIT_YEAR && times_is_year(parse, year)) { /* "at year-end 1995" */
        sense.form = TIME_CALENDAR;
        sense.unit = UNIT_NONE;
        sense.year = (int16_t)times_piece(parse, year)->number;
        return times_found(found, year + 1, TIMEX_DATE, sense, "the end of a unit");
    }
    return times_found(found, end + possessive + 1, TIMEX_DATE, sense, "the end of a unit");
}

bool times_mod(TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = at + times_is(parse, at, "the"), end;
    if (unit_end(parse, at, found))
        return true;
    const TimeWord *mod = times_take(parse, at, CLASS_MOD, &end);
    if (!mod)
        mod = times_take(parse, from, CLASS_MOD, &end);
    if (!mod)
        return false;
    TimeFound of;
    size_t behind = end + times_among(parse, end, "on in");
    if (times_among(parse, behind, "the this") &&
        times_among(parse, behind + 1, "day week month year century decade") && !times_period(parse, behind, &of)) {
        TimeSense unit = times_sense(TIME_SHIFT);
        unit.unit = times_take(parse, behind + 1, CLASS_UNIT, &(size_t){0})->unit;
        unit.same = times_is(parse, behind + 1, "day");
        unit.anchor = unit.same ? ANCHOR_STORY : ANCHOR_PUBLICATION;
        unit.mod = mod->mod;
        return times_found(found, behind + 2, TIMEX_DATE, unit, "part of a stretch");
    }
    if (!times_period(parse, behind, &of) && !(times_part(parse, behind, &of) && of.sense.of))
        return false;
    bool compares = mod->mod == MOD_BEFORE || mod->mod == MOD_AFTER; /* "earlier on Friday", but not "later March" */
    if (compares && end == behind && of.sense.form != TIME_SHIFT && of.sense.which == WHICH_UNSAID)
        return false;
    of.sense.mod = mod->mod;
    return times_found(found, of.end, of.kind, of.sense, "part of a stretch");
}
