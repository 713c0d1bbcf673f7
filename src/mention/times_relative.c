/* mention/times_relative: what is counted from another day: "yesterday", "last week", "the same day", "the past three
 * weeks", "two years ago", "three weeks after America killed ...", "since then", "recently". */
#include "mention/times_parse.h"

/* The part of a day behind it: "yesterday evening", "Friday night". */
static size_t part_behind(const TimeParse *parse, size_t at, TimeSense *sense) {
    size_t end;
    const TimeWord *part = times_take(parse, at, CLASS_PART, &end);
    if (!part || part->every)
        return at;
    sense->part = part->part;
    return end;
}

bool times_day(TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = UNIT_DAY;
    const TimeWord *word = times_take(parse, at, CLASS_TONIGHT, &end);
    bool overnight = times_is(parse, at, "overnight");
    if (word && !(overnight && times_tagged(parse, at, "J"))) {
        sense.amount = word->value;
        sense.part = word->part;
        return times_found(found, end, TIMEX_TIME, sense, "day");
    }
    word = times_take(parse, at, CLASS_DAY, &end);
    if (!word)
        return false;
    sense.amount = word->value;
    end = part_behind(parse, end, &sense);
    return times_found(found, end, sense.part ? TIMEX_TIME : TIMEX_DATE, sense, "day");
}

/* --- "last", "this", "the next" and what they stand before --- */

/* "the past three weeks", "the next few days", "recent months". */
static bool stretch(TimeParse *parse, size_t at, const TimeWord *which, TimeFound *found) {
    double amount = 1;
    size_t end, from = times_amount(parse, at, &amount);
    const TimeWord *unit = times_take(parse, from, CLASS_UNIT, &end);
    if (!unit || unit->unit == UNIT_HALF ||
        (from == at && unit->many && !which->some && !which->stretch && !which->story))
        return false;
    bool single = from == at && !unit->many;
    if (which->same || which->value == 0 || (single && (!which->stretch || which->some)) || (!single && !unit->many))
        return false;
    end = times_and_half(parse, end, &amount); /* "the past year and a half" */
    TimeSense sense = times_sense(TIME_WINDOW);
    sense.unit = unit->unit;
    sense.towards = (int8_t)(which->value < 0 ? -1 : 1);
    sense.amount = (from == at && unit->many ? AMOUNT_SOME : amount * unit->value) * sense.towards;
    sense.anchor = which->story ? ANCHOR_STORY : ANCHOR_PUBLICATION;
    return times_found(found, end, TIMEX_DURATION, sense, "stretch of days");
}

/* "last week", "that day", "the following year", "the current fiscal year". */
static bool which_unit(TimeParse *parse, size_t at, const TimeWord *which, bool the, TimeFound *found) {
    size_t end;
    at += times_is(parse, at, "fiscal") && times_is(parse, at + 1, "year");
    const TimeWord *unit = times_take(parse, at, CLASS_UNIT, &end);
    if (!unit || unit->many || unit->unit <= UNIT_MINUTE || (unit->unit == UNIT_HALF))
        return false;
    if (times_piece(parse, end)->hyphen || (unit->unit == UNIT_HOUR && !which->same && which->value == 0))
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = unit->unit;
    sense.amount = which->value;
    sense.same = which->same;
    bool next_day = the && which->value > 0 && unit->unit <= UNIT_DAY;
    sense.anchor = which->story || which->same || next_day ? ANCHOR_STORY : ANCHOR_PUBLICATION;
    if (times_is(parse, at, "night"))
        sense.part = PART_NIGHT;
    return times_found(found, end, unit->unit == UNIT_HOUR ? TIMEX_TIME : TIMEX_DATE, sense, "last, this, next");
}

/* "last Friday", "next March", "this summer", "last Christmas", "that evening". */
static bool which_named(TimeParse *parse, size_t at, const TimeWord *which, bool the, TimeFound *found) {
    size_t end;
    TimeSense sense = times_sense(TIME_CALENDAR);
    bool capital = times_piece(parse, at)->capital;
    const TimeWord *word = times_take(parse, at, CLASS_WEEKDAY, &end);
    sense.which = (int8_t)which->value;
    sense.same = which->same;
    sense.anchor = which->story || which->same ? ANCHOR_STORY : ANCHOR_PUBLICATION;
    if (word && capital && !word->every && !word->brief) {
        sense.weekday = (int8_t)word->value;
        end = part_behind(parse, end, &sense);
        return times_found(found, end, sense.part ? TIMEX_TIME : TIMEX_DATE, sense, "last, this, next weekday");
    }
    word = times_take(parse, at, CLASS_MONTH, &end);
    if (word && capital && !word->brief) {
        const TimePiece *day = times_piece(parse, end);
        sense.month = (int8_t)word->value;
        sense.calendar = word->calendar;
        if (day->digits && day->length <= 2 && day->number >= 1 && day->number <= 31 && !day->hyphen &&
            !times_tagged(parse, end + 1, "N")) { /* "last March 5" */
            sense.day = (int8_t)day->number;
            end++;
        }
        return times_found(found, end, TIMEX_DATE, sense, "last, this, next month");
    }
    word = times_take(parse, at, CLASS_SEASON, &end);
    if (word && !times_tagged(parse, at, "V") && !times_is(parse, end, "of")) {
        sense.season = (int8_t)word->value;
        return times_found(found, end, TIMEX_DATE, sense, "last, this, next season");
    }
    word = times_take(parse, at, CLASS_FESTIVAL, &end);
    if (word && capital && !word->festival.year) {
        sense.form = TIME_FESTIVAL;
        sense.festival = word->festival;
        return times_found(found, end, TIMEX_DATE, sense, "last, this, next festival");
    }
    word = times_take(parse, at, CLASS_PART, &end);
    if (!word || word->every || times_tagged(parse, end, "N"))
        return false;
    TimeSense day = times_sense(TIME_SHIFT);
    day.unit = UNIT_DAY;
    day.part = word->part;
    day.amount = which->value;
    day.same = which->same;
    day.anchor = which->story || which->same || (the && which->value > 0) ? ANCHOR_STORY : ANCHOR_PUBLICATION;
    return times_found(found, end, TIMEX_TIME, day, "part of that day");
}

/* "over the weekend", "at the weekend": the one that the tense tells. */
static bool weekend(const TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    const TimeWord *unit = times_take(parse, at + 1, CLASS_UNIT, &end);
    if (!unit || unit->unit != UNIT_WEEKEND || unit->many ||
        !times_among(parse, at - 1, "over at during on by before after since until through") ||
        times_is(parse, end, "of") || times_tagged(parse, end, "N") || times_piece(parse, end)->hyphen)
        return false;
    TimeSense sense = times_sense(TIME_CALENDAR);
    sense.unit = UNIT_WEEKEND;
    return times_found(found, end, TIMEX_DATE, sense, "the weekend");
}

/* "This year and next", "last week and this": the unit is said once. */
static bool also_next(const TimeParse *parse, size_t at, TimeFound *found) {
    size_t end, before;
    if (at < 3 || !times_among(parse, at - 1, "and or") || !times_among(parse, at, "last this next") ||
        !times_among(parse, at - 3, "last this next") || times_tagged(parse, at + 1, "N") ||
        times_tagged(parse, at + 1, "J") || times_tagged(parse, at + 1, "CD"))
        return false;
    const TimeWord *unit = times_take(parse, at - 2, CLASS_UNIT, &end);
    const TimeWord *which = times_take(parse, at, CLASS_WHICH, &before);
    if (!unit || end != at - 1 || unit->many || unit->unit < UNIT_WEEK || !which || before != at + 1)
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = unit->unit;
    sense.amount = which->value;
    return times_found(found, at + 1, TIMEX_DATE, sense, "last, this, next");
}

/* "the" in front, or a possessive ("its last week" is no time expression of its own, but harmless). */
bool times_which(TimeParse *parse, size_t at, TimeFound *found) {
    bool the = times_is(parse, at, "the");
    size_t end;
    if (the && weekend(parse, at, found))
        return true;
    const TimeWord *which = times_take(parse, at, CLASS_WHICH, &end);
    if (!which && the)
        which = times_take(parse, at + 1, CLASS_WHICH, &end);
    if (!which || (times_is(parse, at, "that") && end == at + 1 && times_tagged(parse, at, "IN")))
        return false;
    bool same_the = which->same && !the && times_is(parse, at, "same");
    if (same_the || (the && which->value == 0 && !which->same && !times_is(parse, at + 1, "current") &&
                     !times_is(parse, at + 1, "running")))
        return false;
    if (the && end == at + 2 && times_is(parse, at + 1, "last") && times_take(parse, end, CLASS_UNIT, &(size_t){0})) {
        TimeWord past = *which; /* "the last week" is the stretch up to now, as "the past week" */
        past.stretch = true;
        return stretch(parse, end, &past, found);
    }
    return also_next(parse, at, found) || stretch(parse, end, which, found) ||
           which_unit(parse, end, which, the, found) || which_named(parse, end, which, the, found);
}

/* --- "two years ago", "a week later", "three weeks after ..." --- */

/* The word that a preposition or conjunction belongs to: the event behind "after"; NO_WORD when it stands alone. */
static uint32_t anchor_word(const TimeParse *parse, size_t at) {
    if (at >= parse->pieces.count)
        return NO_WORD;
    uint32_t word = parse->pieces.items[at].word, head = parse->reading->words[word].head;
    if (head > word && head < parse->sentence.end)
        return head;
    for (uint32_t next = word + 1; next < parse->sentence.end; next++) {
        uint8_t upos = parse->reading->words[next].upos;
        if (upos == UPOS_PUNCT)
            return NO_WORD;
        if (upos == UPOS_NOUN || upos == UPOS_VERB || upos == UPOS_PROPN)
            return next;
    }
    return NO_WORD;
}

/* What stands behind "after", "before": a time, an event, or nothing (the narrative's day). */
static bool anchored(TimeParse *parse, size_t shift, TimeFound *found) {
    TimeFound of;
    static const char *const open = "after before following since preceding to of"; /* "prior to", "ahead of" */
    if (!times_among(parse, found->end - 1, open) || found->sense.anchor == ANCHOR_PUBLICATION)
        return true;
    if (times_is(parse, found->end, "that") && !times_tagged(parse, found->end + 1, "N")) {
        found->end++;
        return true;
    }
    if (times_period(parse, found->end, &of) || times_part(parse, found->end, &of)) {
        found->sense.of = times_keep(parse, of.sense);
        found->sense.anchor = ANCHOR_OF;
        found->end = of.end;
        return !parse->failed;
    }
    const TimePiece *behind = times_piece(parse, found->end);
    if (!behind->text.length || times_among(parse, found->end, ", . ; : ) \" - and"))
        return true;
    found->sense.anchor_word = anchor_word(parse, shift);
    if (found->sense.anchor_word != NO_WORD)
        found->sense.anchor = ANCHOR_WORD;
    return true;
}

/* "the day after", "the night before the attack", "the week which preceded the meeting". */
static bool unit_shift(TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = at + times_is(parse, at, "the"), end;
    TimeSense sense = times_sense(TIME_SHIFT);
    const TimeWord *unit = times_take(parse, from, CLASS_UNIT, &end), *part = NULL;
    if (from == at)
        return false;
    if (!unit || unit->many || unit->unit < UNIT_DAY) {
        part = times_take(parse, from, CLASS_PART, &end);
        if (!part || part->every)
            return false;
        sense.part = part->part;
    }
    sense.unit = unit && !part ? unit->unit : UNIT_DAY;
    if (times_is(parse, from, "night") || times_is(parse, from, "eve"))
        sense.part = PART_NIGHT;
    sense.anchor = ANCHOR_STORY;
    bool relative = times_among(parse, end, "which that") && times_among(parse, end + 1, "preceded followed");
    size_t shift = end + relative;
    if (times_among(parse, shift, "before preceding preceded"))
        sense.amount = -1;
    else if (times_among(parse, shift, "after following followed"))
        sense.amount = 1;
    else
        return false;
    times_found(found, shift + 1, sense.part ? TIMEX_TIME : TIMEX_DATE, sense, "the day before, after");
    if (relative) {
        found->sense.anchor_word = anchor_word(parse, shift);
        TimeFound of;
        if (times_period(parse, found->end, &of)) {
            found->sense.of = times_keep(parse, of.sense);
            found->sense.anchor = ANCHOR_OF;
            found->end = of.end;
        } else {
            uint32_t word = parse->pieces.items[shift].word;
            for (uint32_t next = word + 1; next < parse->sentence.end; next++)
                if (parse->reading->words[next].upos == UPOS_NOUN) {
                    found->sense.anchor = ANCHOR_WORD;
                    found->sense.anchor_word = next;
                    break;
                }
        }
        return !parse->failed;
    }
    return anchored(parse, shift, found);
}

/* "In earlier years", "in the months ahead", "in the weeks to come": nobody says how many. */
static bool some_units(const TimeParse *parse, size_t at, TimeFound *found) {
    size_t from = at + times_is(parse, at, "the"), end;
    bool earlier = from == at && times_is(parse, at, "earlier"), later = from == at && times_is(parse, at, "later");
    from += earlier || later;
    const TimeWord *unit = times_take(parse, from, CLASS_UNIT, &end);
    bool ahead = times_is(parse, end, "ahead") && !times_is(parse, end + 1, "of");
    size_t come = end + (ahead ? 1 : times_is(parse, end, "to") && times_is(parse, end + 1, "come") ? 2 : 0);
    if (!unit || !unit->many || unit->unit < UNIT_HOUR || !(earlier || later || come > end))
        return false;
    TimeSense sense = times_sense(TIME_WINDOW);
    sense.unit = unit->unit;
    sense.towards = earlier ? -1 : 1;
    sense.anchor = earlier || later ? ANCHOR_STORY : ANCHOR_PUBLICATION;
    return times_found(found, come, TIMEX_DURATION, sense, "stretch of days");
}

/* "Two weeks from Monday", "a week from today", "a week ago Friday": so long from that day. */
static bool from_day(TimeParse *parse, size_t at, TimeFound *found) {
    double amount = 1;
    size_t from = times_amount(parse, at, &amount), end;
    TimeFound day;
    const TimeWord *unit = times_take(parse, from, CLASS_UNIT, &end);
    bool ago = times_is(parse, end, "ago") && times_take(parse, end + 1, CLASS_WEEKDAY, &(size_t){0});
    if (!unit || from == at || amount == AMOUNT_SOME || unit->unit < UNIT_DAY || !(ago || times_is(parse, end, "from")))
        return false;
    if (!(times_date(parse, end + 1, &day) || times_day(parse, end + 1, &day)) || day.sense.part || day.sense.month)
        return false;
    day.sense.which = WHICH_UNSAID;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = unit->unit == UNIT_WEEK ? UNIT_DAY : unit->unit;
    sense.amount = amount * unit->value * (unit->unit == UNIT_WEEK ? 7 : 1) * (ago ? -1 : 1);
    sense.towards = ago ? -1 : 1;
    sense.counted = true;
    sense.anchor = ANCHOR_OF;
    sense.of = times_keep(parse, day.sense);
    return !parse->failed && times_found(found, day.end, TIMEX_DATE, sense, "counted off from a day");
}

bool times_shift(TimeParse *parse, size_t at, TimeFound *found) {
    if (unit_shift(parse, at, found) || some_units(parse, at, found) || from_day(parse, at, found))
        return true;
    double amount = 1;
    size_t approx = at, end, unit_end;
    if (times_take(parse, at, CLASS_APPROX, &end))
        approx = end;
    size_t from = times_amount(parse, approx, &amount);
    const TimeWord *unit = times_take(parse, from, CLASS_UNIT, &unit_end);
    if (!unit || (from == approx && !unit->many) || unit->unit == UNIT_HALF)
        return false;
    if (from == approx)
        amount = AMOUNT_SOME;
    if (times_is(parse, unit_end, "and") && times_is(parse, unit_end + 1, "a") &&
        times_is(parse, unit_end + 2, "half")) {
        amount += 0.5;
        unit_end += 3;
    }
    const TimeWord *shift = times_take(parse, unit_end, CLASS_SHIFT, &end);
    size_t shift_at = end - 1;
    if (!shift || (times_is(parse, unit_end, "into")))
        return false;
    if (times_is(parse, unit_end, "back") && !times_is(parse, end, ",") && times_tagged(parse, end, "I"))
        return false; /* "two days back in town" */
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = unit->unit;
    sense.counted = true;
    sense.towards = (int8_t)(shift->value < 0 ? -1 : 1);
    sense.amount = amount * unit->value * sense.towards;
    sense.anchor = shift->story ? ANCHOR_STORY : ANCHOR_PUBLICATION;
    sense.compares = unit->unit == UNIT_YEAR && amount == 1 && shift->value < 0;
    times_found(found, end, unit->unit < UNIT_DAY ? TIMEX_TIME : TIMEX_DATE, sense, "counted off");
    return anchored(parse, shift_at, found);
}

bool times_then(TimeParse *parse, size_t at, TimeFound *found) {
    if (!times_is(parse, at, "then") || !times_among(parse, at - 1, "since until till by from before") ||
        times_tagged(parse, at + 1, "N"))
        return false;
    TimeSense sense = times_sense(TIME_SHIFT);
    sense.unit = UNIT_DAY;
    sense.anchor = ANCHOR_STORY;
    sense.same = true;
    return times_found(found, at + 1, TIMEX_DATE, sense, "then");
}

/* "Islam will one day be ...": no length. */
static bool one_day(const TimeParse *parse, size_t at, TimeFound *found) {
    if (!times_is(parse, at, "one") || !times_is(parse, at + 1, "day") || times_piece(parse, at + 1)->hyphen ||
        !times_tagged(parse, at - 1, "MD"))
        return false;
    TimeSense sense = times_sense(TIME_VAGUE);
    sense.vague = VAGUE_FUTURE;
    return times_found(found, at + 2, TIMEX_DATE, sense, "vague");
}

bool times_vague(TimeParse *parse, size_t at, TimeFound *found) {
    size_t end;
    if (one_day(parse, at, found))
        return true;
    const TimeWord *word = times_take(parse, at, CLASS_VAGUE, &end);
    if (!word || times_piece(parse, end)->hyphen || times_piece(parse, at)->hyphen ||
        (word->shy && !times_seen(parse, at, end)))
        return false;
    bool the = times_is(parse, at, "the");
    if (the && (times_tagged(parse, end, "N") || times_tagged(parse, end, "CD") || times_is(parse, end, "of")))
        return false; /* "the past president", "the future of" */
    if (times_is(parse, at, "now") && times_is(parse, end, "that"))
        return false;
    TimeSense sense = times_sense(TIME_VAGUE);
    sense.vague = word->vague;
    return times_found(found, end, TIMEX_DATE, sense, "vague");
}
