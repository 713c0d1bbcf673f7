/* claim/event_days: days for events that name none, from the events and times around them.
 *
 * An event that happened or goes on has choices (day_choice.h), each with a probability. Choices that agree with each
 * other, as a score of days would count them, stand for one another: the one with the most probability behind it is
 * taken, when that is more than DAYS_WORTH; else the days stay unknown. The events are decided in the order of the
 * text, so that each can lean on those before it; of those behind it only on such as have days of their own. Of what is
 * still to come only the first day can be known: that of the demand or plan beside it.
 */
#include "claim/day_choice.h"

#define LEAD_SENTENCES  4     /* of the report, its title among them */
#define LEAD_AGE        7     /* days before publication */
#define STORY_SENTENCES 3     /* back from "the same day" to the act that it is of */
#define UNTOLD          0.03f /* less worth of days that nothing told */
#define DAYS_WORTH      0.40f /* probability from which on days are better than none */

bool account_days(const Work *work, const Account *a, Day *from, Day *to) {
    *from = a->time >= 0 ? work->cast->times[a->time].from : a->from;
    *to = a->time >= 0 ? work->cast->times[a->time].to : a->to;
    return *from != DAY_UNKNOWN && *to != DAY_UNKNOWN;
}

static bool is_word(EventType type) {
    return type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_REQUEST || type == EVENT_THREATEN ||
           type == EVENT_SUPPORT || type == EVENT_AGREE;
}

/* The account that the whole is taken from. */
static const AccountWork *account_of(const Work *work, const Account *whole) {
    for (size_t i = 0; i < work->accounts.count; i++)
        if (work->accounts.items[i].account.trigger.start == whole->trigger.start)
            return &work->accounts.items[i];
    return &work->accounts.items[0];
}

static EventDays look(const Work *work, const Event *event) {
    const Account *whole = &event->whole;
    const Cast *cast = work->cast;
    const AccountWork *account = account_of(work, whole);
    EventDays days = {.whole = whole,
                      .account = account,
                      .type = event->type,
                      .word = account->word,
                      .is_word = is_word(event->type),
                      .done = whole->status == STATUS_HAPPENED || whole->status == STATUS_ONGOING,
                      .time = whole->time};
    days.sentence = work->text->words[days.word].sentence;
    days.tense = day_tense(work, days.word);
    days.how = account_days(work, whole, &days.from, &days.to) ? DAYS_OWN : DAYS_UNKNOWN;
    days.end = cast->published.date != DAY_UNKNOWN ? cast->published.date : cast->period_to;
    days.bounded = days.how == DAYS_UNKNOWN && days.to != DAY_UNKNOWN;
    if (days.bounded)
        days.end = days.to;
    return days;
}

/* "has been shelling the town since May", "the sit-in of 20 February": what goes on has not ended by publication. */
static void go_on(Work *work, Account *whole, EventDays *event) {
    Day published = work->cast->published.date;
    if (whole->status != STATUS_ONGOING || published == DAY_UNKNOWN || event->from == DAY_UNKNOWN ||
        event->to == DAY_UNKNOWN || event->to >= published)
        return;
    event->to = whole->to = published;
    whole->from = event->from;
    whole->time = -1;
    work_because(work, &whole->because, "days: goes on");
}

/* The act of one day of the last week that the report begins with; -1 for none. */
static int32_t lead(const DayWork *days) {
    Day published = days->work->cast->published.date;
    for (size_t i = 0; i < days->count && days->events[i].sentence < LEAD_SENTENCES && published != DAY_UNKNOWN; i++) {
        const EventDays *event = &days->events[i];
        if (event->how == DAYS_OWN && event->done && !event->is_word && event->from == event->to &&
            published >= event->from && published - event->from <= LEAD_AGE)
            return (int32_t)i;
    }
    return -1;
}

/* Would one pass for the other: equal, or, of more than three days, sharing half of their union? */
static bool agree(const DayChoice *truth, const DayChoice *choice) {
    if (truth->mode == DAYS_NONE || (truth->from == choice->from && truth->to == choice->to))
        return truth->mode != DAYS_NONE;
    if (truth->to == DAY_UNKNOWN || choice->to == DAY_UNKNOWN || truth->to - truth->from < 3)
        return false;
    Day first = truth->from > choice->from ? truth->from : choice->from;
    Day last = truth->to < choice->to ? truth->to : choice->to;
    Day begin = truth->from < choice->from ? truth->from : choice->from;
    Day end = truth->to > choice->to ? truth->to : choice->to;
    return 2 * (last - first + 1) >= end - begin + 1;
}

/* Of choices that pass for each other the one that leans on something told is taken. */
static float untold(const DayChoice *choice) {
    return choice->event < 0 && choice->mention < 0 ? UNTOLD : 0;
}

static const DayChoice *likeliest(const DayChoiceList *choices, float *worth) {
    const DayChoice *best = NULL;
    *worth = 0;
    for (size_t i = 0; i < choices->count; i++) {
        float sum = -untold(&choices->items[i]);
        for (size_t k = 0; k < choices->count && choices->items[i].mode != DAYS_NONE; k++)
            sum += agree(&choices->items[k], &choices->items[i]) ? choices->items[k].p : 0;
        if (sum > *worth) {
            *worth = sum;
            best = &choices->items[i];
        }
    }
    return best;
}

static void decide(DayWork *days, size_t at) {
    static const char *const how[] = {
        "", "those of", "since", "after", "of publication", "around publication", "of the week"};
    EventDays *event = &days->events[at];
    Event *of = &days->work->record->events.items[at];
    DayChoiceList choices = {0};
    day_choices(days, at, &choices);
    of->choices = choices.items;
    of->choice_count = choices.count;
    float worth;
    const DayChoice *best = likeliest(&choices, &worth);
    bool own = best && best->mode == DAYS_SAME && best->mention >= 0 && event->time >= 0 &&
               days->work->cast->time_of[best->mention] == event->time;
    if (!best || own || (worth < DAYS_WORTH && event->how == DAYS_UNKNOWN))
        return;
    of->whole.time = -1;
    of->whole.from = event->from = best->from;
    of->whole.to = event->to = best->to;
    event->how = best->to == DAY_UNKNOWN ? DAYS_UNKNOWN : best->mode == DAYS_SAME ? DAYS_TAKEN : DAYS_TAKEN_SINCE;
    work_because(days->work, &of->whole.because, "days: %s%s %.2f", how[best->mode],
                 best->event >= 0     ? " an event beside it"
                 : best->mention >= 0 ? " a time beside it"
                                      : "",
                 (double)worth);
}

static const TimeMention *mention_of(const Work *work, int32_t time) {
    for (size_t i = 0; i < work->mentions->time_count; i++)
        if (work->cast->time_of[i] == time)
            return &work->mentions->times[i];
    return NULL;
}

/* What the report itself tells without a time is of the day or period that its head names (minutes, a bulletin): of 119
 * words 84, of 44 acts 23. A head that names only the day of publication is a dateline and says nothing of the events.
 */
static bool by_period(DayWork *days, size_t at) {
    const Cast *cast = days->work->cast;
    EventDays *event = &days->events[at];
    Account *whole = &days->work->record->events.items[at].whole;
    bool dateline = cast->published.from == PUBLISHED_GIVEN && cast->period_from == cast->published.date;
    if (cast->period_to == DAY_UNKNOWN || dateline || whole->said_in >= 0 || event->from != DAY_UNKNOWN ||
        event->to != DAY_UNKNOWN)
        return false;
    event->from = whole->from = cast->period_from;
    event->to = whole->to = cast->period_to;
    event->how = DAYS_TAKEN;
    whole->time = -1;
    work_because(days->work, &whole->because, "days: those of the report's head");
    return true;
}

/* Its own days may be doubted, but not because they lie behind a day of publication that may be wrong. */
static bool open_to_choice(const EventDays *event) {
    if (event->how == DAYS_UNKNOWN)
        return true;
    return event->time >= 0 && (event->end == DAY_UNKNOWN || event->from <= event->end);
}

/* "The same day", "hours later", "the following evening" where no time was told before: counted from the act told last
 * that has one day. */
static bool by_story(DayWork *days, size_t at) {
    const Work *work = days->work;
    EventDays *event = &days->events[at];
    Account *whole = &days->work->record->events.items[at].whole;
    const TimeMention *mention = event->time >= 0 ? mention_of(work, event->time) : NULL;
    Day from, to;
    if (!mention || event->how != DAYS_UNKNOWN)
        return false;
    for (size_t i = at; i-- > 0 && days->events[i].sentence + STORY_SENTENCES >= event->sentence;) {
        const EventDays *other = &days->events[i];
        if (!other->done || other->time == event->time || other->how == DAYS_UNKNOWN || other->from != other->to ||
            !time_days_from_story(mention, other->from, other->to, &from, &to))
            continue;
        if (event->end != DAY_UNKNOWN && to > event->end)
            return false;
        event->from = whole->from = from;
        event->to = whole->to = to;
        event->how = DAYS_TAKEN;
        whole->time = -1;
        work_because(days->work, &whole->because, "days: counted from an event before it");
        return true;
    }
    return false;
}

/* What was said was not said after the day of publication: the time is that of what it was about ("called for a
 * march on Saturday"). Of an act it is rather the status that is wrong. */
static void forget_future(DayWork *days, size_t at) {
    const Cast *cast = days->work->cast;
    EventDays *event = &days->events[at];
    Account *whole = &days->work->record->events.items[at].whole;
    if (!event->done || !event->is_word || event->time < 0 || cast->published.from != PUBLISHED_GIVEN ||
        cast->published.date == DAY_UNKNOWN || event->from == DAY_UNKNOWN || event->from <= cast->published.date)
        return;
    whole->time = event->time = -1;
    whole->from = whole->to = event->from = event->to = DAY_UNKNOWN;
    event->how = DAYS_UNKNOWN;
    work_because(days->work, &whole->because, "days: not after publication");
}

/* What is called for or planned beside an event begins with it at the earliest. */
static void begin(DayWork *days, size_t at) {
    const EventDays *event = &days->events[at];
    Account *whole = &days->work->record->events.items[at].whole;
    if (whole->status == STATUS_DENIED || whole->status == STATUS_ASKED || whole->time >= 0)
        return;
    for (size_t i = at; i-- > 0 && days->events[i].sentence == event->sentence;)
        if (days->events[i].done && days->events[i].how != DAYS_UNKNOWN) {
            whole->from = days->events[i].from;
            return;
        }
}

void events_infer(Work *work) {
    DayWork days = {work, arena_array(work->arena, work->record->events.count + 1, sizeof *days.events),
                    work->record->events.count, -1};
    if (!days.events) {
        work->failed = true;
        return;
    }
    for (size_t i = 0; i < days.count; i++) {
        days.events[i] = look(work, &work->record->events.items[i]);
        forget_future(&days, i);
        go_on(work, &work->record->events.items[i].whole, &days.events[i]);
    }
    days.lead = lead(&days);
    for (size_t i = 0; i < days.count && !work->failed; i++) {
        if (days.events[i].done && open_to_choice(&days.events[i]) && !by_period(&days, i) && !by_story(&days, i))
            decide(&days, i);
        else if (!days.events[i].done && days.events[i].from == DAY_UNKNOWN)
            begin(&days, i);
    }
}
