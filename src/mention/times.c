/* mention/times: Text, Reading -> Mentions.times.
 *
 * In: the words, and what the network saw (names that are no times, tags, its own time expressions). Out: time mentions
 * with what each says (TimeSense), how it bounds what it dates ("since", "until"), and which two are the ends of a
 * range. The idea: at every piece of a sentence all rules are asked and the longest answer is kept; what the rules do
 * not know and the network marked is kept as vague. Left out: what day it is (identity/), and times told by events
 * alone
 * ("during the war").
 */
#include "mention/times_parse.h"

typedef struct TimeEntry {
    TimeMention mention;
    size_t first, end; /* pieces */
} TimeEntry;

typedef LIST(TimeMention) TimeList;
typedef LIST(TimeEntry) EntryList;

static TimeRule *const rules[] = {times_mod,   times_numeric, times_date,   times_month,    times_quarter,  times_nth,
                                  times_clock, times_part,    times_day,    times_compared, times_which,    times_shift,
                                  times_then,  times_every,   times_season, times_decade,   times_festival, times_year,
                                  times_vague, times_ended,   times_length};

/* "January 3-5", "3 and 4 January" are two times (TimeML annotation guidelines 1.2.1, on ranges): the piece that the
 * second begins with; 0 when they cannot be told apart. */
static size_t second_day(const TimeParse *parse, size_t at, const TimeFound *found, size_t *first_end) {
    if (!found->sense.day_end || found->sense.weekday || found->sense.of)
        return 0;
    for (size_t second = at + 2; second < found->end; second++) {
        if (times_piece(parse, second)->number != found->sense.day_end || !times_piece(parse, second)->digits)
            continue;
        *first_end = second;
        while (times_among(parse, *first_end - 1, "- to and through until the"))
            --*first_end;
        bool apart = *first_end > at && *first_end < second &&
                     times_piece(parse, *first_end - 1)->word < times_piece(parse, second)->word;
        return apart ? second : 0;
    }
    return 0;
}

static bool longest(TimeParse *parse, size_t at, TimeFound *found) {
    TimeFound next;
    *found = (TimeFound){0};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i](parse, at, &next) && next.end > found->end)
            *found = next;
    return found->end > 0;
}

static bool inside(WordRange range, uint32_t word) {
    return word >= range.first && word < range.end;
}

/* "May" the person, "Black September" the group, "the Sunday Times". */
static bool is_name(const Reading *reading, WordRange words) {
    for (size_t i = 0; i < reading->name_count; i++) {
        const NameReading *name = &reading->names[i];
        bool overlap = name->words.first < words.end && words.first < name->words.end;
        bool larger = name->words.first < words.first || name->words.end > words.end;
        bool same = name->words.first == words.first && name->words.end == words.end;
        if (overlap && name->kind != NAME_LOC && (larger || (same && name->kind == NAME_PER)))
            return true;
    }
    return false;
}

/* "60 Minutes", "This Week", "USA Today": in running text a capital on such a word behind a quotation mark is a
 * title's. */
static bool is_title(const TimeParse *parse, size_t at, const TimeFound *found) {
    size_t word_end, last = found->end - 1;
    uint32_t sentence = parse->text->words[times_piece(parse, at)->word].sentence;
    if (parse->text->sentences[sentence].kind != SENTENCE_PROSE || !times_piece(parse, last)->capital || last == 0 ||
        found->sense.form == TIME_FESTIVAL)
        return false;
    View form = text_word(parse->text, times_piece(parse, last)->word);
    if (form.length > 1 && form.data[1] >= 'A' && form.data[1] <= 'Z') /* "FIVE DAYS": all of it is in capitals */
        return false;
    if (times_take(parse, last, CLASS_UNIT, &word_end))
        return times_among(parse, at - 1, "\" '' `` \xE2\x80\x9C");
    return times_is(parse, last, "today") && times_piece(parse, last - 1)->capital;
}

/* The word of the range that hangs on a word outside it. */
static uint32_t head_of(const Reading *reading, WordRange words) {
    for (uint32_t word = words.first; word < words.end; word++) {
        uint32_t head = reading->words[word].head;
        if ((head == word || !inside(words, head)) && reading->words[word].upos != UPOS_DET &&
            reading->words[word].upos != UPOS_ADP && reading->words[word].upos != UPOS_PUNCT)
            return word;
    }
    return words.end - 1;
}

/* What the words in front make of it: "since", "as of", "no later than". */
static TimeBound bound_before(const TimeParse *parse, size_t at) {
    size_t end;
    if (at > 0 && times_is(parse, at - 1, "the"))
        at--;
    for (size_t back = 4; back > 0; back--)
        if (back <= at) {
            const TimeWord *word = times_take(parse, at - back, CLASS_BOUND, &end);
            if (word && end == at)
                return word->bound;
        }
    return BOUND_NONE;
}

/* "after three days": three days later; "in two weeks" is the future's. */
static void length_to_shift(const TimeParse *parse, const TimeFound *found, size_t at, TimeEntry *entry) {
    bool after = entry->mention.bound == BOUND_AFTER;
    if (found->sense.form != TIME_LENGTH || !after || times_piece(parse, at)->hyphen)
        return;
    if (times_is(parse, found->end, "of")) { /* "after nine months of siege" */
        entry->mention.bound = BOUND_NONE;
        return;
    }
    TimeSense *sense = &entry->mention.sense;
    sense->form = TIME_SHIFT;
    sense->lasts = true;
    sense->towards = 1;
    sense->anchor = ANCHOR_STORY;
    entry->mention.bound = BOUND_NONE;
    entry->mention.because = "a length after";
}

/* "payable 3 May", "postponed to Friday", "shareholders of record 3 May": the word stands in front of it, or governs
 * it.
 */
static bool is_ahead(const TimeParse *parse, const TimeEntry *entry) {
    size_t end, at = entry->first;
    while (at > 0 && times_among(parse, at - 1, "to for on in until till by from through at around about the"))
        at--;
    if (at > 0 && times_take(parse, at - 1, CLASS_AHEAD, &end))
        return true;
    uint32_t governor = parse->reading->words[entry->mention.head].head;
    while (at > 0 && governor != NO_WORD && parse->pieces.items[at - 1].word >= governor)
        if (times_take(parse, --at, CLASS_AHEAD, &end) && parse->pieces.items[at].word == governor)
            return true;
    return false;
}

static TimeEntry entry_of(const TimeParse *parse, size_t at, const TimeFound *found) {
    TimeEntry entry = {.first = at, .end = found->end};
    entry.mention.words = (WordRange){parse->pieces.items[at].word, parse->pieces.items[found->end - 1].word + 1};
    entry.mention.head = head_of(parse->reading, entry.mention.words);
    entry.mention.kind = found->kind;
    entry.mention.because = found->because;
    entry.mention.sense = found->sense;
    entry.mention.bound = bound_before(parse, at);
    bool earlier = found->sense.form == TIME_SHIFT && found->sense.anchor == ANCHOR_STORY && found->sense.amount < 0;
    if ((found->sense.compares || earlier) && times_is(parse, at - 1, "from")) /* "up from a year earlier" */
        entry.mention.bound = BOUND_NONE;
    entry.mention.until = -1;
    entry.mention.ahead = is_ahead(parse, &entry);
    length_to_shift(parse, found, at, &entry);
    return entry;
}

/* "between 2003 and 2011", "from Monday to Friday", "2003-2011": is the second the other end of the first? */
static bool is_range(const TimeParse *parse, const TimeEntry *a, const TimeEntry *b) {
    bool dates = a->mention.kind <= TIMEX_TIME && b->mention.kind <= TIMEX_TIME &&
                 a->mention.sense.form != TIME_VAGUE && b->mention.sense.form != TIME_VAGUE;
    if (!dates)
        return false;
    size_t at = a->end;
    if (at == b->first)
        return times_piece(parse, at)->hyphen;
    bool to = times_among(parse, at, "to until till through - \xE2\x80\x93"), and = times_is(parse, at, "and");
    at++;
    if (to && times_is(parse, at - 1, "up") && times_is(parse, at, "to"))
        at++;
    if (times_is(parse, at, "the") && at < b->first)
        at++;
    if (at != b->first)
        return false;
    bool from = a->mention.bound == BOUND_SINCE || a->mention.bound == BOUND_RANGE;
    bool years = a->mention.sense.form == TIME_CALENDAR && b->mention.sense.form == TIME_CALENDAR;
    return (and&&a->mention.bound == BOUND_RANGE) || (to && (from || years));
}

/* "Saturday and Sunday", "2003 and 2004": the second follows the first. */
static bool is_pair(const TimeParse *parse, const TimeEntry *a, const TimeEntry *b) {
    const TimeSense *x = &a->mention.sense, *y = &b->mention.sense;
    if (b->first != a->end + 1 || !times_is(parse, a->end, "and") || x->form != TIME_CALENDAR ||
        y->form != TIME_CALENDAR || x->part || y->part)
        return false;
    if (x->weekday && y->weekday && !x->month && !y->month)
        return y->weekday == x->weekday % 7 + 1;
    bool months = x->month && y->month && !x->day && !y->day && y->month == x->month % 12 + 1;
    bool years = !x->month && !y->month && !x->season && !y->season && x->year && y->year == x->year + 1;
    return months || years;
}

/* What only the later end says holds for both: "between 14 March and 25 July 2016", "between December and February". */
static void share(TimeSense *from, const TimeSense *to) {
    if (from->form != TIME_CALENDAR || to->form != TIME_CALENDAR || !from->month || !to->month || from->of)
        return;
    if (!from->year && to->year)
        from->year = (int16_t)(to->year - (from->month > to->month));
}

static bool link_ranges(const TimeParse *parse, EntryList *entries, TimeList *out) {
    size_t base = out->count;
    for (size_t i = 0; i + 1 < entries->count; i++) {
        TimeEntry *a = &entries->items[i], *b = &entries->items[i + 1];
        if (a->mention.until >= 0 || !(is_range(parse, a, b) || is_pair(parse, a, b)))
            continue;
        share(&a->mention.sense, &b->mention.sense);
        a->mention.bound = b->mention.bound = BOUND_RANGE;
        a->mention.until = (int32_t)(base + i + 1);
        b->mention.until = (int32_t)(base + i);
    }
    for (size_t i = 0; i < entries->count; i++) {
        if (entries->items[i].mention.bound == BOUND_RANGE && entries->items[i].mention.until < 0)
            entries->items[i].mention.bound = BOUND_NONE;
        if (!list_push(parse->arena, out, entries->items[i].mention))
            return false;
    }
    return true;
}

/* "over the years": some of them; "for the year": the one that is running. */
static TimeSense unit_sense(const TimeWord *unit) {
    TimeSense sense = times_sense(unit->many ? TIME_LENGTH : TIME_SHIFT);
    sense.unit = unit->unit;
    sense.amount = unit->many ? AMOUNT_SOME : 0;
    return sense;
}

/* What the network's time says when it is only a year, a month, a season or a vague word, which the rules leave alone
 * where they stand bare ("the March vote", "now that"). */
static TimeSense network_sense(const TimeParse *parse, WordRange words) {
    TimeSense sense = times_sense(TIME_CALENDAR), vague = times_sense(TIME_VAGUE);
    size_t at = 0, end, word_end;
    while (at < parse->pieces.count && times_piece(parse, at)->word < words.first)
        at++;
    for (end = at; end < parse->pieces.count && times_piece(parse, end)->word < words.end;)
        end++;
    if (times_is(parse, at, "the") && at < end)
        at++;
    if (end > at && times_year_at(parse, at, &sense.year) == end)
        return sense;
    sense.year = 0;
    const TimeWord *word = times_take(parse, at, CLASS_SEASON, &word_end);
    if (word && word_end == end) {
        sense.season = (int8_t)word->value;
        return sense;
    }
    word = times_take(parse, at, CLASS_MONTH, &word_end);
    if (word && word_end == end && times_piece(parse, at)->capital && !word->brief) {
        sense.month = (int8_t)word->value;
        sense.calendar = word->calendar;
        return sense;
    }
    word = times_take(parse, at, CLASS_UNIT, &word_end);
    if (word && word_end == end && word->unit >= UNIT_DAY && (word->many || word->unit > UNIT_DAY))
        return unit_sense(word);
    word = times_take(parse, at, CLASS_VAGUE, &word_end);
    if (word && word_end == end)
        vague.vague = word->vague;
    return vague;
}

/* Articles alone are what is left of a time that the rules read otherwise. */
static bool is_article(const TimeParse *parse, WordRange words) {
    for (uint32_t word = words.first; word < words.end; word++)
        if (parse->reading->words[word].upos != UPOS_DET && parse->reading->words[word].upos != UPOS_PUNCT)
            return false;
    return true;
}

static bool add_network(TimeParse *parse, EntryList *entries) {
    const Reading *reading = parse->reading;
    for (size_t i = 0; i < reading->time_count; i++) {
        const TimeReading *time = &reading->times[i];
        if (!inside(parse->sentence, time->words.first) || time->score < NETWORK_SCORE ||
            is_name(reading, time->words) || is_article(parse, time->words))
            continue;
        bool taken = false;
        for (size_t j = 0; j < entries->count; j++) {
            WordRange other = entries->items[j].mention.words;
            taken = taken || (other.first < time->words.end && time->words.first < other.end);
        }
        if (taken)
            continue;
        TimeMention mention = {.words = time->words,
                               .head = head_of(reading, time->words),
                               .kind = time->kind,
                               .because = "network",
                               .sense = network_sense(parse, time->words),
                               .until = -1};
        if (!list_push(parse->arena, entries, (TimeEntry){mention, 0, 0}))
            return false;
    }
    for (size_t i = 1; i < entries->count; i++) /* the network's stand behind the rules' so far; few of them */
        for (size_t j = i; j > 0 && entries->items[j].mention.words.first < entries->items[j - 1].mention.words.first;
             j--) {
            TimeEntry entry = entries->items[j];
            entries->items[j] = entries->items[j - 1];
            entries->items[j - 1] = entry;
        }
    return true;
}

/* "that | Friday prayers": something that is no time begins inside and goes on behind. */
static bool runs_into_other(const TimeParse *parse, size_t at, size_t end) {
    size_t other;
    for (size_t i = at + 1; i < end; i++)
        if (times_take(parse, i, CLASS_NOT, &other) && other > end)
            return true;
    return false;
}

/* Puts the first of two days among the entries and leaves the second in `entry`. */
static bool split_days(TimeParse *parse, size_t at, const TimeFound *both, TimeEntry *entry, EntryList *entries) {
    size_t first_end, second = second_day(parse, at, both, &first_end);
    if (!second)
        return true;
    TimeFound first = *both, last = *both;
    first.end = first_end;
    first.sense.day_end = last.sense.day_end = 0;
    last.sense.day = both->sense.day_end;
    TimeEntry begins = entry_of(parse, at, &first);
    *entry = entry_of(parse, second, &last);
    begins.mention.bound = entry->mention.bound = BOUND_RANGE;
    return list_push(parse->arena, entries, begins);
}

static Code find_in_sentence(TimeParse *parse, TimeList *out, Error *error) {
    EntryList entries = {0};
    Code code = times_cut(parse->arena, parse->table, parse->text, parse->sentence, &parse->pieces, error);
    if (code != OK)
        return code;
    for (size_t at = 0; at < parse->pieces.count;) {
        TimeFound found;
        size_t end;
        if (times_take(parse, at, CLASS_NOT, &end)) {
            at = end;
        } else if (longest(parse, at, &found) && !runs_into_other(parse, at, found.end)) {
            TimeEntry entry = entry_of(parse, at, &found);
            if (!split_days(parse, at, &found, &entry, &entries))
                return error_memory(error);
            bool split =
                entries.count && entries.items[entries.count - 1].mention.words.end > entry.mention.words.first;
            bool named = is_name(parse->reading, entry.mention.words) || is_title(parse, at, &found);
            if (!named && !split && !list_push(parse->arena, &entries, entry))
                return error_memory(error);
            at = found.end;
        } else {
            at++;
        }
    }
    if (parse->failed || !add_network(parse, &entries) || !link_ranges(parse, &entries, out))
        return error_memory(error);
    return OK;
}

Code times_find(Arena *arena, const TimeTable *table, const Text *text, const Reading *reading, Mentions *mentions,
                Error *error) {
    TimeParse parse = {.arena = arena, .table = table, .text = text, .reading = reading};
    TimeList list = {0};
    Code code = OK;
    for (size_t i = 0; i < text->sentence_count; i++) {
        parse.sentence = text->sentences[i].words;
        code = find_in_sentence(&parse, &list, error);
        if (code != OK)
            return code;
    }
    mentions->times = list.items;
    mentions->time_count = list.count;
    code = times_mark_heads(&parse, mentions, error);
    if (code != OK)
        return code;
    mentions->time_at = arena_array(arena, text->word_count, sizeof *mentions->time_at);
    if (text->word_count && !mentions->time_at)
        return error_memory(error);
    for (size_t i = 0; i < text->word_count; i++)
        mentions->time_at[i] = -1;
    for (size_t i = 0; i < list.count; i++)
        for (uint32_t word = list.items[i].words.first; word < list.items[i].words.end; word++)
            mentions->time_at[word] = (int32_t)i;
    return OK;
}
