/* mention/numbers: numbers of the text as intervals, and what they count.
 *
 * In: words, data/numbers.tsv, the tree. Out: Number, by first word. GUIDE.md's readings: "dozens" 24..99, "more than
 * 5,000" from 5001 on, "tens of thousands" 20000..99999, "up to 30" 0..30. The idea: a bound ("at least") in front,
 * then a value made of number words and digits, then perhaps a second value ("20 to 30", "between 20 and 30"). Left
 * out: days and clock times, ages, percentages, numbers in names ("Resolution 1701", "Route 9"), ordinals, and a lone
 * "a" or "one" that only points.
 */
#include "mention/numbers.h"
#include "mention/phrase.h"
#include <math.h>

typedef struct Parser {
    const NumberTable *table;
    const Text *text;
    const Reading *reading;
    uint32_t end; /* of the sentence */
} Parser;

typedef struct Value {
    double low, high;
    uint32_t end; /* behind its last word; 0: no value here */
} Value;

static const NumberWord *entry_at(const Parser *parser, uint32_t word) {
    return word < parser->end ? number_table_at(parser->table, parser->text, word, parser->end) : NULL;
}

static bool is_word(const Parser *parser, uint32_t word, const char *lower) {
    return word < parser->end && text_word_is(parser->text, word, lower);
}

static bool digits_at(const Parser *parser, uint32_t word, double *value) {
    return word < parser->end && number_digits(text_word(parser->text, word), value);
}

static Value times(Value value, const NumberWord *by) {
    value.high = value.low == value.high ? value.low * by->low : (value.high + 1) * by->low - 1;
    value.low *= by->low;
    return value;
}

/* "half a million", "a quarter of a million". */
static Value parse_part(const Parser *parser, uint32_t word) {
    word += is_word(parser, word, "a");
    const NumberWord *part = entry_at(parser, word);
    if (!part || part->kind != NUMBER_PART)
        return (Value){0};
    word += part->length;
    word += is_word(parser, word, "of");
    word += is_word(parser, word, "a");
    const NumberWord *whole = entry_at(parser, word);
    if (!whole || whole->kind != NUMBER_MULTIPLIER)
        return (Value){0};
    return (Value){part->low * whole->low, part->low * whole->low, word + whole->length};
}

/* "hundreds", "tens of thousands", "several thousand", "a few dozen". */
static Value parse_vague(const Parser *parser, uint32_t word) {
    const NumberWord *vague = entry_at(parser, word);
    if (!vague || vague->kind != NUMBER_VAGUE)
        return (Value){0};
    Value value = {vague->low, vague->high, word + vague->length};
    uint32_t next = value.end + is_word(parser, value.end, "of");
    const NumberWord *by = entry_at(parser, next);
    if (by && by->kind == NUMBER_MULTIPLIER) {
        value = times(value, by);
        value.end = next + by->length;
    } else if (by && by->kind == NUMBER_VAGUE && next > value.end && by->low >= 1000) {
        /* "thousands" is 2..9 of a thousand: the unit is half of its low */
        NumberWord unit = {.low = by->low / 2};
        value = times(value, &unit);
        value.end = next + by->length;
    }
    return value;
}

typedef struct Sum {
    double total, group, last; /* last: the value added last, 0 behind a multiplier */
    uint32_t end;
    bool multiplied;
} Sum;

/* Adds the number word or digits at the word; false when it does not continue the number. */
static bool add_to_sum(const Parser *parser, Sum *sum, uint32_t word) {
    double value;
    const NumberWord *entry = entry_at(parser, word);
    if (entry && entry->kind == NUMBER_MULTIPLIER) {
        if (entry->low < 1000) {
            if (sum->group >= 1000 || (sum->end && sum->group == 0))
                return false;
            sum->group = fmax(sum->group, 1) * entry->low;
        } else {
            if (sum->end && sum->group == 0)
                return false;
            sum->total += fmax(sum->group, 1) * entry->low;
            sum->group = 0;
        }
        sum->last = 0;
        sum->multiplied = true;
        sum->end = word + entry->length;
        return true;
    }
    bool is_value = entry && entry->kind == NUMBER_VALUE;
    if (is_value)
        value = entry->low;
    else if (!digits_at(parser, word, &value))
        return false;
    bool fits = !sum->end || (sum->multiplied && sum->last == 0) ||
                (is_value && sum->last >= 20 && sum->last < 100 && value < 10);
    if (!fits)
        return false;
    sum->group += value;
    sum->last = is_value ? value : 1;
    sum->end = word + (is_value ? entry->length : 1);
    return true;
}

/* "thirty-five", "two hundred and six", "1.4 million", "two thousand and 500". */
static Value parse_exact(const Parser *parser, uint32_t word) {
    Sum sum = {0};
    const NumberWord *first = entry_at(parser, word + 1);
    if ((is_word(parser, word, "a") || is_word(parser, word, "an")) && first && first->kind == NUMBER_MULTIPLIER)
        word++;
    while (add_to_sum(parser, &sum, word)) {
        word = sum.end;
        bool joined = (is_word(parser, word, "and") && sum.multiplied && sum.last == 0) ||
                      (is_word(parser, word, "-") && !parser->text->words[word].space_before);
        Sum ahead = sum;
        if (joined && add_to_sum(parser, &ahead, word + 1) &&
            !(is_word(parser, word, "-") && ahead.last == 1 && sum.last == 1)) {
            sum = ahead;
            word = sum.end;
        }
    }
    double value = sum.total + sum.group;
    return (Value){value, value, sum.end};
}

static Value parse_value(const Parser *parser, uint32_t word) {
    Value value = parse_part(parser, word);
    if (!value.end)
        value = parse_vague(parser, word);
    if (!value.end)
        value = parse_exact(parser, word);
    return value;
}

/* "20 to 30", "160-200", "two or three"; with `and` also "(between) 20 and 30". */
static Value parse_range(const Parser *parser, uint32_t word, bool with_and) {
    Value first = parse_value(parser, word);
    bool linked = first.end && (is_word(parser, first.end, "to") || is_word(parser, first.end, "or") ||
                                is_word(parser, first.end, "-") || is_word(parser, first.end, "–") ||
                                (with_and && is_word(parser, first.end, "and")));
    Value second = linked ? parse_value(parser, first.end + 1) : (Value){0};
    if (second.end && second.high > first.low)
        return (Value){first.low, second.high, second.end};
    return first;
}

static Value bounded(Value value, NumberKind bound) {
    switch (bound) {
    case NUMBER_LEAST: value.high = INFINITY; break;
    case NUMBER_OVER:
        value.low = value.low == value.high ? value.low + 1 : value.low;
        value.high = INFINITY;
        break;
    case NUMBER_MOST: value.low = 0; break;
    case NUMBER_UNDER:
        value.low = 0;
        value.high -= 1;
        break;
    default: break;
    }
    return value;
}

static Value parse_number(const Parser *parser, uint32_t word) {
    if (is_word(parser, word, "between") || is_word(parser, word, "from")) {
        Value range = parse_range(parser, word + 1, is_word(parser, word, "between"));
        return range.low < range.high ? range : (Value){0};
    }
    const NumberWord *entry = entry_at(parser, word);
    if (!entry || entry->kind < NUMBER_LEAST)
        return parse_range(parser, word, false);
    uint32_t start = word + entry->length;
    const NumberWord *inner = entry_at(parser, start); /* "at least about 12" */
    if (inner && inner->kind == NUMBER_ABOUT)
        start += inner->length;
    start += start < parser->end && word_upos(parser->reading, start) == UPOS_SYM; /* "more than $4 million" */
    Value value = parse_range(parser, start, false);
    return value.end ? bounded(value, entry->kind) : value;
}

/* --- what is no number ------------------------------------------------------------------------------------------ */

static bool in_day_or_clock(const Mentions *mentions, uint32_t word) {
    int32_t time = mentions->time_at ? mentions->time_at[word] : -1;
    return time >= 0 && mentions->times[time].kind != TIMEX_DURATION;
}

static bool in_name(const Reading *reading, uint32_t word) {
    for (size_t i = 0; i < reading->name_count; i++)
        if (range_holds(reading->names[i].words, word))
            return true;
    return false;
}

static bool is_age_or_percentage(const Parser *parser, WordRange range) {
    static const char *const percent[] = {"%", "percent", "per", "percentage", "th", "st", "nd", "rd", NULL};
    static const char *const before[] = {"aged", "age", "no.", "number", "article", "page", "channel", "#", NULL};
    static const char *const parts[] = {"third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenths", NULL};
    const Text *text = parser->text;
    if (range.end < parser->end && word_among(text, range.end, percent))
        return true;
    if (range.first > 0 && word_among(text, range.first - 1, before))
        return true;
    uint32_t next = range.end + is_word(parser, range.end, "-");
    if (next < parser->end && word_among(text, next, parts))
        return true;
    bool years = is_word(parser, next, "year") || is_word(parser, next, "years");
    uint32_t old = next + 1 + is_word(parser, next + 1, "-");
    return years && is_word(parser, old, "old");
}

/* Digits of a bare year, and digits that number a thing: "Resolution 1701". */
static bool is_label(const Parser *parser, WordRange range) {
    static const char *const counting[] = {"nummod", "obj", "nsubj", "root", "conj", "obl", "nmod", "amod", NULL};
    double value;
    if (range.end != range.first + 1 || !digits_at(parser, range.first, &value))
        return false;
    uint32_t above = parser->reading->words[range.first].head;
    bool counts = reading_relation_is(parser->reading, range.first, "nummod") && above > range.first;
    if (counts)
        return false;
    bool year = value >= 1000 && value <= 2100 && text_word(parser->text, range.first).length == 4;
    bool behind = above < range.first && above + 1 == range.first && word_upos(parser->reading, above) != UPOS_VERB;
    return year || behind || !relation_among(parser->reading, range.first, counting);
}

static bool only_points(const Parser *parser, WordRange range) {
    if (range.end != range.first + 1 || !is_word(parser, range.first, "one"))
        return false;
    return !reading_relation_is(parser->reading, range.first, "nummod");
}

static bool alone_in_sentence(const Parser *parser, WordRange range) {
    WordRange sentence = parser->text->sentences[parser->text->words[range.first].sentence].words;
    for (uint32_t word = sentence.first; word < sentence.end; word++)
        if (!range_holds(range, word) && word_upos(parser->reading, word) != UPOS_PUNCT)
            return false;
    return true;
}

/* --- what is counted ---------------------------------------------------------------------------------------------- */

static bool is_noun(const Reading *reading, uint32_t word) {
    return word_upos(reading, word) == UPOS_NOUN || word_upos(reading, word) == UPOS_PROPN;
}

static uint32_t counted_noun(const Parser *parser, WordRange range) {
    static const char *const modifies[] = {"nummod", "amod", "det", "compound", "advmod", "nmod:unmarked", NULL};
    const Reading *reading = parser->reading;
    for (uint32_t word = range.first; word < range.end; word++) { /* "at least 14 civilians" */
        uint32_t above = reading->words[word].head;
        if (above >= range.end && above < parser->end && is_noun(reading, above) &&
            relation_among(reading, word, modifies))
            return above;
    }
    for (uint32_t word = range.end; word < parser->end; word++) /* "hundreds of angry people" */
        if (range_holds(range, reading->words[word].head) && reading_relation_is(reading, word, "nmod") &&
            is_noun(reading, word))
            return word;
    if (range.end < parser->end && view_equal(reading->words[range.end].xpos, VIEW("NNS")))
        return range.end;
    return NO_WORD;
}

static bool is_number(const Parser *parser, const Mentions *mentions, WordRange range) {
    return !in_day_or_clock(mentions, range.end - 1) && !in_name(parser->reading, range.end - 1) &&
           !is_age_or_percentage(parser, range) && !is_label(parser, range) && !only_points(parser, range) &&
           !alone_in_sentence(parser, range);
}

Code numbers_find(Arena *arena, const NumberTable *table, const Text *text, const Reading *reading, Mentions *mentions,
                  Error *error) {
    LIST(Number) found = {0};
    for (size_t s = 0; s < text->sentence_count; s++) {
        Parser parser = {table, text, reading, text->sentences[s].words.end};
        uint32_t word = text->sentences[s].words.first;
        while (word < parser.end) {
            Value value = parse_number(&parser, word);
            WordRange range = {word, value.end};
            if (!value.end) {
                word++;
                continue;
            }
            if (is_number(&parser, mentions, range) &&
                !list_push(arena, &found, (Number){range, value.low, value.high, counted_noun(&parser, range)}))
                return error_memory(error);
            word = value.end;
        }
    }
    mentions->numbers = found.items;
    mentions->number_count = found.count;
    return OK;
}
