/* claim/event_merge: accounts -> events. Which accounts are one event is event_same.c's question; what the report as a
 * whole puts on record is taken from the first account in the body, filled up from the others where no teller
 * contradicts.
 */
#include "claim/work.h"
#include <stdlib.h>

static void join(Work *work, AccountWork *account) {
    const AccountWork *earlier = event_told_before(work, account);
    if (earlier) {
        account->event = earlier->event;
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

/* Only now, since tellings of one event are known by the places as told. */
static void place_finer(Work *work, AccountWork *account) {
    Event *event = &work->record->events.items[account->event];
    account_place_finer(work, account);
    for (size_t i = 0; i < event->accounts.count; i++)
        if (event->accounts.items[i].trigger.start == account->account.trigger.start)
            event->accounts.items[i] = account->account;
}

static void take_list(Work *work, IndexList *into, const IndexList *from) {
    for (size_t i = 0; i < from->count; i++)
        work_list_add(work, into, from->items[i]);
}

/* Is it the same teller's word: one statement, or two of the same speaker? */
static bool one_teller(const Work *work, const Account *a, const Account *b) {
    const Statement *statements = work->record->statements.items;
    return a->said_in == b->said_in ||
           work_lists_meet(&statements[a->said_in].speaker, &statements[b->said_in].speaker);
}

/* Do two tellers name different doers, and the report itself none? */
static bool doers_contradict(const Work *work, const Event *event) {
    bool contradict = false;
    for (size_t i = 0; i < event->accounts.count; i++) {
        const Account *a = &event->accounts.items[i];
        if (a->source.count == 0)
            continue;
        if (a->said_in < 0)
            return false;
        for (size_t j = 0; j < i; j++) {
            const Account *b = &event->accounts.items[j];
            contradict |= b->source.count > 0 && !work_lists_meet(&a->source, &b->source) && !one_teller(work, a, b);
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

/* A side from another account, without who is on the other side. */
static void take_side(Work *work, IndexList *into, const IndexList *from, const IndexList *other) {
    for (size_t i = 0; i < from->count; i++)
        if (!work_list_holds(other, from->items[i]))
            work_list_add(work, into, from->items[i]);
}

static void fill(Work *work, Account *whole, const Account *from) {
    if (whole->source.count == 0)
        take_side(work, &whole->source, &from->source, &whole->target);
    if (whole->target.count == 0)
        take_side(work, &whole->target, &from->target, &whole->source);
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
    if (doers_contradict(work, event)) {
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
    for (size_t i = 0; i < work->accounts.count && !work->failed; i++)
        place_finer(work, &work->accounts.items[i]);
    for (size_t i = 0; i < work->record->events.count && !work->failed; i++)
        put_on_record(work, &work->record->events.items[i]);
}
