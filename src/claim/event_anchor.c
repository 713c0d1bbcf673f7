/* claim/event_anchor: times counted from an event ("three weeks after America killed Soleimani", "the day before the
 * march").
 *
 * In: events with their times. Out: the time's days by those of the event, and the event's days by those of what the
 * time dates. The idea: the word behind "after" is a trigger of the event, or its lemma is, or it names its type ("the
 * blast"); then the nearest such event before it is meant. Repeated while it finds something, since one may date the
 * next. Left out: events that the report does not tell.
 */
#include "claim/day_choice.h"

#define ROUNDS 4

static bool holds(const Work *work, const Account *account, uint32_t word) {
    Span span = text_words_span(work->text, (WordRange){word, word + 1});
    return account->trigger.start < span.end && span.start < account->trigger.end;
}

/* Does the word name an event of this type by the tables, rather than by their default? */
static bool names_type(const Work *work, uint32_t word, EventType type) {
    View lemma = unicode_fold(work->arena, work->reading->words[word].lemma);
    return lemma.data && !view_equal(type_find(work->tables, type, &lemma, NULL, 1)->phrase, VIEW("*"));
}

static bool same_lemma(const Work *work, const Event *event, uint32_t word) {
    View lemma = work->reading->words[word].lemma;
    for (size_t i = 0; i < work->accounts.count; i++) {
        const AccountWork *account = &work->accounts.items[i];
        if (account->event >= 0 && &work->record->events.items[account->event] == event &&
            view_equal_folded(work->reading->words[account->word].lemma, lemma))
            return true;
    }
    return false;
}

/* The event that the word stands for; NULL for none. */
static Event *event_at(const Work *work, uint32_t word) {
    Event *lemma = NULL, *type = NULL, *events = work->record->events.items;
    uint32_t at = text_words_span(work->text, (WordRange){word, word + 1}).start;
    for (size_t i = 0; i < work->record->events.count; i++) {
        for (size_t j = 0; j < events[i].accounts.count; j++)
            if (holds(work, &events[i].accounts.items[j], word))
                return &events[i];
        if (events[i].accounts.items[0].trigger.start > at || events[i].whole.status != STATUS_HAPPENED)
            continue;
        if (same_lemma(work, &events[i], word))
            lemma = &events[i];
        Day from, to;
        if (names_type(work, word, events[i].type) && account_days(work, &events[i].whole, &from, &to))
            type = &events[i];
    }
    return lemma ? lemma : type;
}

static bool time_known(const Time *time) {
    return time->from != DAY_UNKNOWN && time->to != DAY_UNKNOWN;
}

static bool date_time(Work *work, size_t i, Event *event) {
    Day from, to;
    Time *time = &work->cast->times[work->cast->time_of[i]];
    if (time_known(time) || !account_days(work, &event->whole, &from, &to) ||
        !time_days_from_anchor(&work->mentions->times[i], from, to, &time->from, &time->to))
        return false;
    time->because = "counted from an event";
    return true;
}

/* A day of the world that the sentence names ("three weeks after the fall of Assad"; data/dated.tsv). */
static Day known_day(Work *work, uint32_t word) {
    const Sentence *sentence = &work->text->sentences[work->text->words[word].sentence];
    View folded = unicode_fold(work->arena, text_span(work->text, sentence->span));
    Day day = folded.data ? dated_find(work->tables, folded) : DAY_UNKNOWN, published = work->cast->published.date;
    work->failed = work->failed || !folded.data;
    return published == DAY_UNKNOWN || day <= published ? day : DAY_UNKNOWN;
}

static void date_by_world(Work *work, size_t i, uint32_t word) {
    Time *time = &work->cast->times[work->cast->time_of[i]];
    Day day = time_known(time) ? DAY_UNKNOWN : known_day(work, word);
    if (day != DAY_UNKNOWN && time_days_from_anchor(&work->mentions->times[i], day, day, &time->from, &time->to))
        time->because = "counted from a day of the world";
}

/* "Three weeks after the killing, nobody has been summoned": counted from publication. */
static bool counted_from_now(const Work *work, size_t i) {
    const Syntax *s = &work->syntax;
    uint32_t verb = syntax_head(s, work->mentions->times[i].head);
    return verb != NO_WORD && syntax_upos(s, verb) == UPOS_VERB && day_is_now(work, verb);
}

static bool date_event_from_now(Work *work, size_t i, Event *event) {
    Day from, to, published = work->cast->published.date;
    if (account_days(work, &event->whole, &from, &to) || published == DAY_UNKNOWN || !counted_from_now(work, i) ||
        !time_anchor_from_days(&work->mentions->times[i], published, published, &event->whole.from, &event->whole.to))
        return false;
    event->whole.time = -1;
    work_because(work, &event->whole.because, "days: counted from publication");
    return true;
}

/* "on July 30, four days after soldiers seized the palace": the two times are of one day. NULL for none. */
static const Time *time_beside(const Work *work, size_t i) {
    if (i == 0 || work->cast->time_of[i - 1] < 0)
        return NULL;
    uint32_t comma = work->mentions->times[i - 1].words.end;
    const Time *time = &work->cast->times[work->cast->time_of[i - 1]];
    bool beside = comma + 1 == work->mentions->times[i].words.first && text_word_is(work->text, comma, ",");
    return beside && time_known(time) ? time : NULL;
}

static bool date_event_beside(Work *work, size_t i, Event *event) {
    const Time *beside = time_beside(work, i);
    Time *time = &work->cast->times[work->cast->time_of[i]];
    Day from, to;
    if (!beside)
        return false;
    bool same = event->whole.time >= 0 && event->whole.time == work->cast->time_of[i - 1]; /* cannot be of that day */
    if (time_known(time) || (!same && account_days(work, &event->whole, &from, &to)) ||
        !time_anchor_from_days(&work->mentions->times[i], beside->from, beside->to, &from, &to))
        return false;
    time->from = beside->from;
    time->to = beside->to;
    time->because = "that of the time beside it";
    event->whole.from = from;
    event->whole.to = to;
    event->whole.time = -1;
    work_because(work, &event->whole.because, "days: counted from a time beside it");
    return true;
}

/* "was killed on May 5, three weeks after the raid": the raid's day. */
static bool date_event(Work *work, size_t i, Event *event) {
    int32_t time = work->cast->time_of[i];
    Day from, to;
    if (account_days(work, &event->whole, &from, &to))
        return false;
    for (size_t j = 0; j < work->record->events.count; j++) {
        const Event *other = &work->record->events.items[j];
        bool dates = false;
        for (size_t k = 0; k < other->accounts.count; k++)
            dates |= other->accounts.items[k].time == time;
        if (!dates || other == event || other->whole.time == time || !account_days(work, &other->whole, &from, &to) ||
            !time_anchor_from_days(&work->mentions->times[i], from, to, &event->whole.from, &event->whole.to))
            continue;
        event->whole.time = -1;
        work_because(work, &event->whole.because, "days: counted from another event");
        return true;
    }
    return false;
}

void events_anchor(Work *work) {
    bool found = true;
    for (int round = 0; found && round < ROUNDS; round++) {
        found = false;
        for (size_t i = 0; i < work->mentions->time_count; i++) {
            uint32_t word = time_anchor(&work->mentions->times[i]);
            Event *event = word == NO_WORD || work->cast->time_of[i] < 0 ? NULL : event_at(work, word);
            if (event)
                found |= date_event_beside(work, i, event) || date_time(work, i, event) || date_event(work, i, event) ||
                         date_event_from_now(work, i, event);
            else if (word != NO_WORD && work->cast->time_of[i] >= 0)
                date_by_world(work, i, word);
        }
    }
}
