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

#define LEAD_SENTENCES 4  /* of the report, its title among them */
#define LEAD_AGE       7  /* days before publication */
#define RECENT         14 /* days before publication up to which a word answers an act */

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

static Follows beside(const EventDays *event, const EventDays *other, bool recent) {
    if (other->timed)
        return event->word && recent ? FOLLOWS_SINCE : FOLLOWS_NOT;
    bool teller = !event->word && other->word && event->said_in != other->said_in;
    return teller ? FOLLOWS_NOT : FOLLOWS_SAME;
}

static Follows behind(const EventDays *event, const EventDays *other, bool recent, bool same_paragraph) {
    if (!same_paragraph || (!event->word && other->word))
        return FOLLOWS_NOT;
    if (!other->timed)
        return FOLLOWS_SAME;
    if (event->word)
        return recent ? FOLLOWS_SINCE : FOLLOWS_NOT;
    return other->from == other->to && event->said_in == other->said_in ? FOLLOWS_SAME : FOLLOWS_NOT;
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
    Day published = work->cast->published.date;
    bool recent = other->from == other->to && (published == DAY_UNKNOWN || published - other->from <= RECENT);
    if (event->done)
        take(work, whole, event, other,
             same_sentence ? beside(event, other, recent)
                           : behind(event, other, recent,
                                    sentences[other->sentence].paragraph == sentences[event->sentence].paragraph));
    else if (same_sentence && whole->status != STATUS_DENIED && whole->status != STATUS_ASKED && whole->time < 0)
        whole->from = other->from;
}

/* "has been shelling the town since May", "the sit-in of 20 February": what goes on has not ended by publication. */
static void go_on(Work *work, Account *whole, EventDays *event) {
    Day published = work->cast->published.date;
    if (whole->status != STATUS_ONGOING || published == DAY_UNKNOWN || event->from == DAY_UNKNOWN ||
        event->to == DAY_UNKNOWN || event->to >= published)
        return;
    event->to = whole->to = published;
    whole->from = event->from;
    work_because(work, &whole->because, "days: goes on");
}

/* What the report itself tells without a time is of the day or period that its head names: of 119 words 84, of 44 acts
 * 23, but of what its speakers tell 8 in 33. */
static void by_period(Work *work, Account *whole, EventDays *event) {
    const Cast *cast = work->cast;
    if (cast->period_to == DAY_UNKNOWN || !event->done || event->said_in >= 0 || event->from != DAY_UNKNOWN ||
        event->to != DAY_UNKNOWN)
        return;
    event->from = whole->from = cast->period_from;
    event->to = whole->to = cast->period_to;
    whole->time = -1;
    work_because(work, &whole->because, "days: those of the report's head");
}

/* The act of one day of the last week that the report begins with; NULL for none. */
static const EventDays *lead(const Work *work, const EventDays *days, size_t count) {
    Day published = work->cast->published.date;
    for (size_t i = 0; i < count && days[i].sentence < LEAD_SENTENCES && published != DAY_UNKNOWN; i++)
        if (days[i].timed && days[i].done && !days[i].word && days[i].from == days[i].to && published >= days[i].from &&
            published - days[i].from <= LEAD_AGE)
            return &days[i];
    return NULL;
}

/* Words of the report itself that answer nothing near answer what it begins with (11 of 34, and 11 could not be dated).
 */
static void answer_lead(Work *work, EventDays *days, size_t count) {
    const EventDays *first = lead(work, days, count);
    for (size_t i = 0; first && i < count; i++) {
        Account *whole = &work->record->events.items[i].whole;
        if (days[i].word && days[i].done && days[i].said_in < 0 && days[i].from == DAY_UNKNOWN &&
            days[i].to == DAY_UNKNOWN && days[i].sentence > first->sentence)
            take(work, whole, &days[i], first, FOLLOWS_SINCE);
    }
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
        go_on(work, &record->events.items[i].whole, &days[i]);
    for (size_t i = 0; i < count; i++)
        by_period(work, &record->events.items[i].whole, &days[i]);
    for (size_t i = 0; i < count; i++)
        infer(work, days, count, i, -1);
    for (size_t i = count; i-- > 0;)
        infer(work, days, count, i, +1);
    answer_lead(work, days, count);
}
