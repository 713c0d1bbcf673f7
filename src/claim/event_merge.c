/* claim/event_merge: accounts -> events. Two accounts are one event when the network links them and they agree, or when
 * one of them is a headline and the body tells the same. What the report as a whole puts on record is then taken from
 * the first account in the body, filled up from the others where no teller contradicts.
 */
#include "claim/work.h"
#include <stdlib.h>

#define SAME_SCORE 0.50f
#define SAME_SURE  0.80f /* enough even when the network's types differ */

static bool days_known(const Work *work, const Account *a, Day *from, Day *to) {
    if (a->time < 0)
        return false;
    *from = work->cast->times[a->time].from;
    *to = work->cast->times[a->time].to;
    return *from != DAY_UNKNOWN && *to != DAY_UNKNOWN;
}

static bool actors_agree(const IndexList *a, const IndexList *b) {
    return a->count == 0 || b->count == 0 || work_lists_meet(a, b);
}

static bool agree(const Work *work, const Account *a, const Account *b) {
    Day from_a, to_a, from_b, to_b;
    if (days_known(work, a, &from_a, &to_a) && days_known(work, b, &from_b, &to_b) && (from_a > to_b || from_b > to_a))
        return false;
    if (a->said_in != b->said_in) /* tellers may contradict each other about one event */
        return true;
    return actors_agree(&a->source, &b->source) || actors_agree(&a->target, &b->target);
}

static AccountWork *account_of(Work *work, int32_t trigger) {
    for (size_t i = 0; i < work->accounts.count; i++)
        if ((int32_t)work->accounts.items[i].trigger == trigger)
            return &work->accounts.items[i];
    return NULL;
}

static bool linked(Work *work, AccountWork *account, AccountWork **earlier) {
    const TriggerReading *trigger = &work->reading->triggers[account->trigger];
    *earlier = trigger->same < 0 || trigger->same_score < SAME_SCORE ? NULL : account_of(work, trigger->same);
    if (!*earlier || (*earlier)->event < 0)
        return false;
    if ((*earlier)->type != account->type && trigger->same_score < SAME_SURE)
        return false;
    return agree(work, &(*earlier)->account, &account->account);
}

/* A headline tells what the body tells: same type, and the same word or the same people. */
static bool headlined(Work *work, AccountWork *account, AccountWork **earlier) {
    const Reading *reading = work->reading;
    for (size_t i = 0; i < work->accounts.count && &work->accounts.items[i] != account; i++) {
        AccountWork *other = &work->accounts.items[i];
        if (!other->headline || account->headline || other->type != account->type || other->event < 0 ||
            !agree(work, &other->account, &account->account))
            continue;
        if (work->record->events.items[other->event].accounts.count > 1)
            continue; /* the body has told it already */
        bool word = view_equal_folded(reading->words[other->word].lemma, reading->words[account->word].lemma);
        bool people = work_lists_meet(&other->account.source, &account->account.source) &&
                      actors_agree(&other->account.target, &account->account.target);
        if (word || people) {
            *earlier = other;
            return true;
        }
    }
    return false;
}

static void join(Work *work, AccountWork *account) {
    AccountWork *earlier;
    bool by_network = linked(work, account, &earlier);
    if (by_network || headlined(work, account, &earlier)) {
        account->event = earlier->event;
        const TriggerReading *trigger = &work->reading->triggers[account->trigger];
        if (by_network)
            work_because(work, &account->account.because, "same event: network %.2f", (double)trigger->same_score);
        else
            work_because(work, &account->account.because, "same event as in the headline");
    } else {
        account->event = (int32_t)work->record->events.count;
        Event event = {.type = account->type};
        KEEP(work, &work->record->events, event);
        if (work->failed)
            return;
    }
    Event *event = &work->record->events.items[account->event];
    KEEP(work, &event->accounts, account->account);
}

static void take_list(Work *work, IndexList *into, const IndexList *from) {
    for (size_t i = 0; i < from->count; i++)
        work_list_add(work, into, from->items[i]);
}

/* Do two tellers name different doers, and the report itself none? */
static bool doers_contradict(const Event *event) {
    bool contradict = false;
    for (size_t i = 0; i < event->accounts.count; i++) {
        const Account *a = &event->accounts.items[i];
        if (a->source.count == 0)
            continue;
        if (a->said_in < 0)
            return false;
        for (size_t j = 0; j < i; j++) {
            const Account *b = &event->accounts.items[j];
            contradict |= b->source.count > 0 && b->said_in != a->said_in && !work_lists_meet(&a->source, &b->source);
        }
    }
    return contradict;
}

static bool counted(const CountList *counts, View what) {
    for (size_t i = 0; i < counts->count; i++)
        if (view_equal(counts->items[i].what, what))
            return true;
    return false;
}

static void fill(Work *work, Account *whole, const Account *from) {
    if (whole->source.count == 0)
        take_list(work, &whole->source, &from->source);
    if (whole->target.count == 0)
        for (size_t i = 0; i < from->target.count; i++)
            if (!work_list_holds(&whole->source, from->target.items[i]))
                work_list_add(work, &whole->target, from->target.items[i]);
    if (whole->place < 0)
        whole->place = from->place;
    if (whole->time < 0)
        whole->time = from->time;
    size_t own = whole->counts.count;
    for (size_t i = 0; i < from->counts.count; i++) {
        CountList before = {whole->counts.items, own, own}; /* never two figures for one thing */
        if (!counted(&before, from->counts.items[i].what))
            KEEP(work, &whole->counts, from->counts.items[i]);
    }
}

/* lists of the whole are its own: what is added to it later must not change the account. */
static Account copied(Work *work, const Account *account) {
    Account copy = *account;
    copy.source = (IndexList){0};
    copy.target = (IndexList){0};
    copy.counts = (CountList){0};
    take_list(work, &copy.source, &account->source);
    take_list(work, &copy.target, &account->target);
    for (size_t i = 0; i < account->counts.count; i++)
        KEEP(work, &copy.counts, account->counts.items[i]);
    return copy;
}

static bool in_heading(const Work *work, const Account *account) {
    for (size_t i = 0; i < work->accounts.count; i++)
        if (work->accounts.items[i].account.trigger.start == account->trigger.start)
            return work->accounts.items[i].headline;
    return false;
}

static void put_on_record(Work *work, Event *event) {
    size_t first = 0;
    while (first + 1 < event->accounts.count && in_heading(work, &event->accounts.items[first]))
        first++;
    if (in_heading(work, &event->accounts.items[first]))
        first = 0;
    event->whole = copied(work, &event->accounts.items[first]);
    for (int own = 1; own >= 0; own--) /* the report's own voice first, then its tellers */
        for (size_t i = 0; i < event->accounts.count; i++)
            if (i != first && (event->accounts.items[i].said_in < 0) == (own == 1))
                fill(work, &event->whole, &event->accounts.items[i]);
    if (doers_contradict(event)) {
        event->whole.source.count = 0;
        work_because(work, &event->whole.because, "source: the tellers contradict each other");
    }
}

static int by_trigger(const void *a, const void *b) {
    const AccountWork *x = a, *y = b;
    return (x->trigger > y->trigger) - (x->trigger < y->trigger);
}

void events_merge(Work *work) {
    if (work->accounts.count > 1)
        qsort(work->accounts.items, work->accounts.count, sizeof *work->accounts.items, by_trigger);
    for (size_t i = 0; i < work->accounts.count && !work->failed; i++)
        join(work, &work->accounts.items[i]);
    for (size_t i = 0; i < work->record->events.count && !work->failed; i++)
        put_on_record(work, &work->record->events.items[i]);
}
