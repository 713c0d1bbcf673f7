/* claim/day_choice: the choices of days for an event that names none, with their probabilities (day_choice.h).
 *
 * Of the annotated training reports' events without a time of their own nineteen in twenty have the days of another
 * event or mention near them, or those from it up to publication; which one, the features say.
 */
#include "claim/day_choice.h"
#include <math.h>

#define EARLIER        4 /* events before it that are asked, and apart from them the report's lead */
#define LATER          2
#define MENTIONS       4
#define SENTENCES_BACK 2 /* a mention's, at most */

static void add(DayWork *days, size_t at, int rank, DayChoice choice, DayChoiceList *choices) {
    if (choice.to != DAY_UNKNOWN && choice.from > choice.to)
        return;
    day_features(days, at, rank, &choice);
    KEEP(days->work, choices, choice);
}

/* The ways of taking the days from..to of another. */
static void add_ways(DayWork *days, size_t at, int rank, DayChoice of, Day from, Day to, DayChoiceList *choices) {
    Day end = days->events[at].end;
    if (end != DAY_UNKNOWN && from > end)
        return;
    of.mode = DAYS_SAME, of.from = from, of.to = to;
    add(days, at, rank, of, choices);
    if (end != DAY_UNKNOWN && to >= end)
        return;
    of.mode = DAYS_SINCE, of.to = end;
    add(days, at, rank, of, choices);
    of.mode = DAYS_AFTER, of.from = to;
    if (from != to)
        add(days, at, rank, of, choices);
}

static bool asked(const EventDays *event) {
    return event->done && event->how != DAYS_UNKNOWN;
}

static void add_events(DayWork *days, size_t at, DayChoiceList *choices) {
    const EventDays *events = days->events;
    int rank = 0;
    bool lead = false;
    for (size_t i = at; i-- > 0 && rank < EARLIER;)
        if (asked(&events[i])) {
            lead |= (int32_t)i == days->lead;
            add_ways(days, at, rank++, (DayChoice){.event = (int32_t)i, .mention = -1}, events[i].from, events[i].to,
                     choices);
        }
    if (days->lead >= 0 && !lead && (size_t)days->lead < at)
        add_ways(days, at, EARLIER - 1, (DayChoice){.event = days->lead, .mention = -1}, events[days->lead].from,
                 events[days->lead].to, choices);
    rank = 0;
    for (size_t i = at + 1; i < days->count && rank < LATER; i++)
        if (asked(&events[i]))
            add_ways(days, at, EARLIER + rank++, (DayChoice){.event = (int32_t)i, .mention = -1}, events[i].from,
                     events[i].to, choices);
}

static void add_mentions(DayWork *days, size_t at, DayChoiceList *choices) {
    const Work *work = days->work;
    const EventDays *event = &days->events[at];
    int rank = 0;
    for (size_t i = work->mentions->time_count; i-- > 0 && rank < MENTIONS;) {
        const TimeMention *mention = &work->mentions->times[i];
        uint32_t sentence = work->text->words[mention->head].sentence;
        const Time *time = work->cast->time_of[i] < 0 ? NULL : &work->cast->times[work->cast->time_of[i]];
        bool near = sentence <= event->sentence && sentence + SENTENCES_BACK >= event->sentence;
        bool own = event->time >= 0 && work->cast->time_of[i] == event->time;
        if ((near || own) && time && time->from != DAY_UNKNOWN && time->to != DAY_UNKNOWN && mention->kind != TIMEX_SET)
            add_ways(days, at, rank++, (DayChoice){.event = -1, .mention = (int32_t)i}, time->from, time->to, choices);
    }
}

static void add_ends(DayWork *days, size_t at, DayChoiceList *choices) {
    Day end = days->events[at].end;
    const Cast *cast = days->work->cast;
    DayChoice choice = {.mode = DAYS_NONE, .event = -1, .mention = -1, .from = DAY_UNKNOWN, .to = DAY_UNKNOWN};
    add(days, at, 0, choice, choices);
    if (end == DAY_UNKNOWN)
        return;
    choice.mode = DAYS_TODAY, choice.from = choice.to = end;
    if (!days->events[at].bounded && cast->period_from != DAY_UNKNOWN)
        choice.from = cast->period_from, choice.to = cast->period_to;
    add(days, at, 0, choice, choices);
    choice.mode = DAYS_EVE, choice.from = end - 1, choice.to = end;
    add(days, at, 0, choice, choices);
    choice.mode = DAYS_WEEK, choice.from = end - 6;
    add(days, at, 0, choice, choices);
}

static void weigh(DayChoiceList *choices) {
    float sum = 0, most = -INFINITY;
    for (size_t i = 0; i < choices->count; i++) {
        DayChoice *choice = &choices->items[i];
        choice->p = 0;
        for (size_t k = 0; k < choice->feature_count; k++)
            choice->p += day_weights[choice->features[k]][choice->mode];
        most = choice->p > most ? choice->p : most;
    }
    for (size_t i = 0; i < choices->count; i++)
        sum += choices->items[i].p = expf(choices->items[i].p - most);
    for (size_t i = 0; i < choices->count; i++)
        choices->items[i].p /= sum;
}

void day_choices(DayWork *days, size_t at, DayChoiceList *choices) {
    add_ends(days, at, choices);
    add_events(days, at, choices);
    add_mentions(days, at, choices);
    weigh(choices);
}
