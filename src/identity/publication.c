/* identity/publication: given by metadata; else a dateline; else inferred: well-known dated events (data/dated.tsv),
 * full dates of the past, and expressions that measure from them ("three weeks after ..."). A report that says nothing
 * gets none. */
#include "identity/publication.h"
#include "identity/calendars.h"

#define PAPER_AGE 7 /* days after which minutes and bulletins appear, at most */

typedef struct Clues {
    Arena *arena;
    const Text *text;
    const Mentions *mentions;
    Day after;    /* the report was published on or after this day */
    Day measured; /* a day measured from a known one, DAY_UNKNOWN without */
    int slack;    /* days to either side of it */
    LIST(WordRange) because;
} Clues;

static bool note(Clues *clues, WordRange words) {
    return list_push(clues->arena, &clues->because, words);
}

static bool is_full(const TimeSense *sense) {
    return sense->form == TIME_CALENDAR && sense->year && sense->month && sense->day;
}

/* A full date in the head of the report; the later end of a period. */
static const TimeMention *head_date(const Mentions *mentions) {
    const TimeMention *found = NULL;
    for (size_t i = 0; i < mentions->time_count; i++) {
        const TimeMention *mention = &mentions->times[i];
        if (mention->at_head == HEAD_NONE || !is_full(&mention->sense))
            continue;
        bool ends =
            found && mention->bound == BOUND_RANGE && mention->until >= 0 && &mentions->times[mention->until] == found;
        if (!found || ends)
            found = mention;
    }
    return found;
}

/* A dateline is of the day of publication; minutes and bulletins appear after what they are of. */
static void by_head(const TimeMention *line, Published *published) {
    const TimeSense *sense = &line->sense;
    Day day = day_from(sense->year, sense->month, sense->day_end ? sense->day_end : sense->day);
    bool paper = line->at_head == HEAD_PAPER;
    published->from = paper ? PUBLISHED_INFERRED : PUBLISHED_DATELINE;
    published->date = day + paper;
    published->earliest = day;
    published->latest = day + (paper ? PAPER_AGE : 0);
}

/* In the sentence of a dated event: "three weeks after", "two days ago" measure the day of publication from it. */
static bool measure(Clues *clues, uint32_t sentence, Day day) {
    for (size_t i = 0; i < clues->mentions->time_count; i++) {
        const TimeMention *mention = &clues->mentions->times[i];
        const TimeSense *sense = &mention->sense;
        int days = sense->unit < UNIT_DAY ? 0 : (int)(day_shift(day, sense->unit, sense->amount) - day);
        if (clues->text->words[mention->words.first].sentence != sentence || !days)
            continue;
        bool after = sense->anchor == ANCHOR_WORD && days > 0;
        bool ago = sense->form == TIME_SHIFT && sense->anchor == ANCHOR_PUBLICATION && sense->counted && days < 0;
        if (!after && !ago)
            continue;
        clues->measured = day + (days < 0 ? -days : days);
        clues->slack = (int)(day_shift(day, sense->unit, 1) - day) / 2;
        if (!note(clues, mention->words))
            return false;
    }
    return true;
}

/* All words of a dated event stand in one sentence. */
static bool dated_events(Clues *clues, const Tables *tables) {
    for (size_t s = 0; s < clues->text->sentence_count; s++) {
        const Sentence *sentence = &clues->text->sentences[s];
        View folded = unicode_fold(clues->arena, text_span(clues->text, sentence->span));
        if (!folded.data)
            return false;
        Day day = dated_find(tables, folded);
        if (day == DAY_UNKNOWN)
            continue;
        if (clues->after == DAY_UNKNOWN || day > clues->after)
            clues->after = day;
        if (!note(clues, sentence->words) || !measure(clues, (uint32_t)s, day))
            return false;
    }
    return true;
}

static bool full_dates(Clues *clues) {
    for (size_t i = 0; i < clues->mentions->time_count; i++) {
        const TimeMention *mention = &clues->mentions->times[i];
        const TimeSense *sense = &mention->sense;
        Day day = is_full(sense) ? day_from(sense->year, sense->month, sense->day) : DAY_UNKNOWN;
        if (day == DAY_UNKNOWN || (clues->after != DAY_UNKNOWN && day <= clues->after))
            continue;
        clues->after = day;
        if (!note(clues, mention->words))
            return false;
    }
    return true;
}

/* The latest weekday that the report tells of in the past: it is written on that day or soon after. */
static Day with_weekday(const Clues *clues, Day day) {
    for (size_t i = 0; i < clues->mentions->time_count; i++) {
        const TimeSense *sense = &clues->mentions->times[i].sense;
        if (sense->form == TIME_CALENDAR && sense->weekday && !sense->month && sense->which == WHICH_UNSAID)
            return day - (day_weekday(day) - (sense->weekday - 1) + 7) % 7 + 1;
    }
    return day;
}

static void conclude(Clues *clues, Published *published) {
    if (clues->measured != DAY_UNKNOWN) {
        published->earliest = clues->measured - clues->slack;
        published->latest = clues->measured + clues->slack + 1;
        Day day = with_weekday(clues, clues->measured + 1);
        published->date = day < published->earliest ? clues->measured : day;
    } else if (clues->after != DAY_UNKNOWN) {
        published->earliest = clues->after;
        published->date = clues->after + 1;
    } else
        return;
    published->from = PUBLISHED_INFERRED;
    published->because = clues->because.items;
    published->because_count = clues->because.count;
}

Code publication_find(Arena *arena, const Tables *tables, const Report *report, Day given, const Text *text,
                      const Reading *reading, const Mentions *mentions, Cast *cast, Error *error) {
    (void)reading;
    (void)report;
    Published *published = &cast->published;
    *published = (Published){PUBLISHED_UNKNOWN, DAY_UNKNOWN, DAY_UNKNOWN, DAY_UNKNOWN, NULL, 0, {0}};
    Clues clues = {.arena = arena, .text = text, .mentions = mentions, .after = DAY_UNKNOWN, .measured = DAY_UNKNOWN};
    if (given != DAY_UNKNOWN) {
        *published = (Published){PUBLISHED_GIVEN, given, given, given, NULL, 0, {0}};
        return OK;
    }
    const TimeMention *line = head_date(mentions);
    if (line) {
        if (!note(&clues, line->words))
            return error_memory(error);
        by_head(line, published);
        published->because = clues.because.items;
        published->because_count = clues.because.count;
        return OK;
    }
    if (!dated_events(&clues, tables) || !full_dates(&clues))
        return error_memory(error);
    conclude(&clues, published);
    return OK;
}
