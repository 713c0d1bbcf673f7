/* identity/times: time mentions -> Times, with the direction that the governing verb gives and the day that the
 * narrative is at: the last single day that was told of the past. */
#include "identity/times.h"

/* The verb that governs a word, NO_WORD when none does. */
static uint32_t governing_verb(const Reading *reading, uint32_t word) {
    for (int steps = 0; steps < 12; steps++) {
        uint8_t upos = reading->words[word].upos;
        if (upos == UPOS_VERB || upos == UPOS_AUX)
            return word;
        if (reading->words[word].head == word)
            return NO_WORD;
        word = reading->words[word].head;
    }
    return NO_WORD;
}

/* "will meet on Friday", "are to meet", "plan to": the verb or an auxiliary of it points ahead. */
static bool looks_ahead(const Text *text, const Reading *reading, uint32_t word) {
    uint32_t verb = governing_verb(reading, word);
    if (verb == NO_WORD)
        return false;
    WordRange sentence = text->sentences[text->words[verb].sentence].words;
    bool infinitive = view_equal(reading->words[verb].xpos, VIEW("VB")), will = false, to = false;
    for (uint32_t i = sentence.first; i < sentence.end; i++) {
        if (reading->words[i].head != verb || i == verb)
            continue;
        will |= text_word_is(text, i, "will") || text_word_is(text, i, "shall") || text_word_is(text, i, "'ll");
        to |= text_word_is(text, i, "to") && reading_relation_is(reading, i, "mark");
    }
    if (will)
        return true;
    uint32_t above = reading->words[verb].head;
    return infinitive && to && above != verb &&
           (view_equal(reading->words[above].xpos, VIEW("VBZ")) || view_equal(reading->words[above].xpos, VIEW("VBP")));
}

static View value_of(Arena *arena, const TimeMention *mention, DayRange days) {
    static const char *const units[] = {
        [UNIT_MINUTE] = "TM", [UNIT_HOUR] = "TH", [UNIT_DAY] = "D",     [UNIT_WEEK] = "W",
        [UNIT_MONTH] = "M",   [UNIT_YEAR] = "Y",  [UNIT_DECADE] = "DE", [UNIT_CENTURY] = "CE"};
    const TimeSense *sense = &mention->sense;
    if (sense->form == TIME_LENGTH && sense->unit != UNIT_NONE && units[sense->unit] && sense->amount > 0)
        return arena_format(arena, "P%s%.0f%s", units[sense->unit][0] == 'T' ? "T" : "", sense->amount,
                            units[sense->unit] + (units[sense->unit][0] == 'T'));
    if (sense->form == TIME_VAGUE)
        return sense->vague == VAGUE_FUTURE    ? VIEW("FUTURE_REF")
               : sense->vague == VAGUE_PRESENT ? VIEW("PRESENT_REF")
                                               : VIEW("PAST_REF");
    if (days.from == DAY_UNKNOWN || sense->form == TIME_EVERY)
        return (View){NULL, 0};
    int year, month, day;
    day_split(days.from, &year, &month, &day);
    if (days.from == days.to)
        return day_format(arena, days.from);
    if (sense->month || sense->unit == UNIT_MONTH)
        return arena_format(arena, "%04d-%02d", year, month);
    return arena_format(arena, "%04d", year);
}

/* "between 2003 and 2011": both ends cover the whole. */
static void join_ranges(const Mentions *mentions, Cast *cast) {
    for (size_t i = 0; i < mentions->time_count; i++) {
        const TimeMention *mention = &mentions->times[i];
        if (mention->bound != BOUND_RANGE || mention->until <= (int32_t)i)
            continue;
        Time *first = &cast->times[i], *last = &cast->times[mention->until];
        if (first->from == DAY_UNKNOWN || last->to == DAY_UNKNOWN || first->from > last->to)
            continue;
        first->to = last->to;
        last->from = first->from;
    }
}

Code times_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                   const Mentions *mentions, Cast *cast, Error *error) {
    (void)tables;
    Day story = DAY_UNKNOWN, published = cast->published.date;
    cast->times = arena_array(arena, mentions->time_count + 1, sizeof *cast->times);
    cast->time_of = arena_array(arena, mentions->time_count + 1, sizeof *cast->time_of);
    if (!cast->times || !cast->time_of)
        return error_memory(error);
    for (size_t i = 0; i < mentions->time_count; i++) {
        const TimeMention *mention = &mentions->times[i];
        bool ahead = looks_ahead(text, reading, mention->head);
        DayRange days = time_days(&mention->sense, mention->bound, published, story, ahead);
        cast->times[i] =
            (Time){mention->words, mention->kind, value_of(arena, mention, days), days.from, days.to, mention->because};
        cast->time_of[i] = (int32_t)i;
        if (!ahead && days.from != DAY_UNKNOWN && days.from == days.to)
            story = days.from;
    }
    cast->time_count = mentions->time_count;
    join_ranges(mentions, cast);
    return OK;
}
