/* claim/event_days: days for events that name no time, from the events around them.
 *
 * Measured on the annotated training reports, with the days of timed events as given there: an act in the sentence
 * after an act has its day in 55 of 100 cases; a word (accusation, refusal, demand ...) in the sentence after an act of
 * one day fell between that day and the publication in 54 of 100. An act beside an act whose day was found so has it
 * too (71). An event beside a timed one in its own sentence does not share its time (9 to 27 of 100): the time would
 * hang on it. Everything farther away is wrong more often than right and stays unknown. Only what happened is dated so:
 * a plan or a demand has no end.
 */
#include "claim/work.h"

static bool is_word(EventType type) { /* somebody's word to somebody, rather than an act */
    return type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_REQUEST || type == EVENT_THREATEN ||
           type == EVENT_SUPPORT || type == EVENT_AGREE;
}

static bool days_of(const Work *work, const Account *a, Day *from, Day *to) {
    *from = a->time >= 0 ? work->cast->times[a->time].from : a->from;
    *to = a->time >= 0 ? work->cast->times[a->time].to : a->to;
    return *from != DAY_UNKNOWN && *to != DAY_UNKNOWN;
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

typedef enum Follows { FOLLOWS_NOT, FOLLOWS_SAME_DAYS, FOLLOWS_SINCE } Follows;

static Follows follows(const Work *work, const Event *event, const Event *before, bool one_day) {
    uint32_t here = sentence_at(work, event->whole.trigger.start);
    uint32_t there = sentence_at(work, before->whole.trigger.start);
    const Sentence *sentences = work->text->sentences;
    bool same_paragraph = sentences[here].paragraph == sentences[there].paragraph;
    bool timed = before->whole.time >= 0, after_act = !is_word(before->type);
    if (!after_act)
        return FOLLOWS_NOT;
    if (here == there)
        return !timed && !is_word(event->type) ? FOLLOWS_SAME_DAYS : FOLLOWS_NOT;
    if (here != there + 1 || !one_day)
        return FOLLOWS_NOT;
    if (!is_word(event->type))
        return FOLLOWS_SAME_DAYS;
    return timed && same_paragraph ? FOLLOWS_SINCE : FOLLOWS_NOT;
}

void events_infer(Work *work) {
    const Record *record = work->record;
    const Event *before = NULL;
    Day published = work->cast->published.date;
    for (size_t i = 0; i < record->events.count; i++) {
        Event *event = &record->events.items[i];
        Day from, to;
        bool known = event->whole.time >= 0 || event->whole.status != STATUS_HAPPENED || !before ||
                     !days_of(work, &before->whole, &from, &to) || (published != DAY_UNKNOWN && from > published);
        Follows how = known ? FOLLOWS_NOT : follows(work, event, before, from == to);
        if (how == FOLLOWS_SAME_DAYS || (how == FOLLOWS_SINCE && published != DAY_UNKNOWN)) {
            event->whole.from = from;
            event->whole.to = how == FOLLOWS_SINCE ? published : to;
            work_because(work, &event->whole.because,
                         how == FOLLOWS_SINCE ? "days: since the act before" : "days: those of the act before");
        }
        if (days_of(work, &event->whole, &from, &to))
            before = event;
    }
}
