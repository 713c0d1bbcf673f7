/* claim/event_days: days for events that name no time, from the events around them.
 *
 * Measured on the annotated training reports, with the days of the other events as given there (hits of 100):
 * two events of one sentence that both name no time have the same days (80 to 100, but for an act beside another
 * teller's word: 8); a word (accusation, refusal, demand ...) beside an act with a time, or in the sentence after one
 * of one day, fell between that day and the publication (43 to 56); in the sentence after an untimed event the days are
 * the same (65 to 87); an act in the sentence after an act of one day, told by the same teller, has its day (43). An
 * act beside a timed one in its own sentence does not share its time (22), which would hang on it. Everything farther
 * away is wrong more often than right and stays unknown. Of what is still to come only the first day can be known: that
 * of the demand or plan beside it.
 */
#include "claim/work.h"

typedef struct EventDays {
    Day from, to;
    uint32_t sentence;
    int32_t said_in;
    bool word;  /* somebody's word to somebody, rather than an act */
    bool timed; /* by a time of its own */
    bool done;  /* happened or goes on */
} EventDays;

bool account_days(const Work *work, const Account *a, Day *from, Day *to) {
    *from = a->time >= 0 ? work->cast->times[a->time].from : a->from;
    *to = a->time >= 0 ? work->cast->times[a->time].to : a->to;
    return *from != DAY_UNKNOWN && *to != DAY_UNKNOWN;
}

static bool is_word(EventType type) {
    return type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_REQUEST || type == EVENT_THREATEN ||
           type == EVENT_SUPPORT || type == EVENT_AGREE;
}

static uint32_t sentence_at(const Work *work, uint32_t byte) {
    uint32_t low = 0, high = (uint32_t)work->text->sentence_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (work->text->sentences[middle].span.start <= byte)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static bool known(const EventDays *e) {
    return e->from != DAY_UNKNOWN && e->to != DAY_UNKNOWN;
}

typedef enum Follows { FOLLOWS_NOT, FOLLOWS_SAME, FOLLOWS_SINCE } Follows;

static Follows beside(const EventDays *event, const EventDays *other) {
    if (other->timed)
        return event->word ? FOLLOWS_SINCE : FOLLOWS_NOT;
    bool teller = !event->word && other->word && event->said_in != other->said_in;
    return teller ? FOLLOWS_NOT : FOLLOWS_SAME;
}

static Follows behind(const EventDays *event, const EventDays *other, bool same_paragraph) {
    bool one_day = other->from == other->to;
    if (!same_paragraph || (!event->word && other->word))
        return FOLLOWS_NOT;
    if (!other->timed)
        return FOLLOWS_SAME;
    if (event->word)
        return one_day ? FOLLOWS_SINCE : FOLLOWS_NOT;
    return one_day && event->said_in == other->said_in ? FOLLOWS_SAME : FOLLOWS_NOT;
}

/* Index of the nearest event to one side, in its sentence or the one before, whose days are known; -1 for none. */
static int32_t nearest(const EventDays *days, size_t count, size_t at, int step) {
    for (int64_t i = (int64_t)at + step; i >= 0 && i < (int64_t)count; i += step) {
        if (days[i].sentence > days[at].sentence || days[i].sentence + 1 < days[at].sentence)
            return -1;
        if (days[i].done && known(&days[i]))
            return (int32_t)i;
    }
    return -1;
}

static void take(Work *work, Account *whole, EventDays *event, const EventDays *other, Follows how) {
    Day published = work->cast->published.date;
    if (how == FOLLOWS_NOT || (published != DAY_UNKNOWN && other->from > published))
        return;
    event->from = other->from;
    event->to = how == FOLLOWS_SAME ? other->to : published;
    whole->time = -1;
    whole->from = event->from;
    whole->to = event->to;
    work_because(work, &whole->because,
                 how == FOLLOWS_SINCE ? "days: since that of an event beside it" : "days: those of an event beside it");
}

static void infer(Work *work, EventDays *days, size_t count, size_t at, int step) {
    const Sentence *sentences = work->text->sentences;
    EventDays *event = &days[at];
    int32_t near = nearest(days, count, at, step);
    if (near < 0 || event->from != DAY_UNKNOWN || event->to != DAY_UNKNOWN)
        return;
    const EventDays *other = &days[near];
    Account *whole = &work->record->events.items[at].whole;
    bool same_sentence = other->sentence == event->sentence;
    if (event->done)
        take(work, whole, event, other,
             same_sentence
                 ? beside(event, other)
                 : behind(event, other, sentences[other->sentence].paragraph == sentences[event->sentence].paragraph));
    else if (same_sentence && whole->status != STATUS_DENIED && whole->status != STATUS_ASKED && whole->time < 0)
        whole->from = other->from;
}

void events_infer(Work *work) {
    const Record *record = work->record;
    size_t count = record->events.count;
    EventDays *days = arena_array(work->arena, count + 1, sizeof *days);
    if (!days) {
        work->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const Account *whole = &record->events.items[i].whole;
        days[i] = (EventDays){.sentence = sentence_at(work, whole->trigger.start),
                              .said_in = whole->said_in,
                              .word = is_word(record->events.items[i].type),
                              .done = whole->status == STATUS_HAPPENED || whole->status == STATUS_ONGOING};
        days[i].timed = account_days(work, whole, &days[i].from, &days[i].to);
    }
    for (size_t i = 0; i < count; i++)
        infer(work, days, count, i, -1);
    for (size_t i = count; i-- > 0;)
        infer(work, days, count, i, +1);
}
