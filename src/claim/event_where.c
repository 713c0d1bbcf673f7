/* claim/event_where: places of events that name none, from the events around them.
 *
 * In: events with the places that their accounts say. Out: Event.whole.place of some more; accounts keep only what
 * their tellers say. Measured on the annotated training texts, with the places of the other events as given there (hits
 * of 100): an act that is coordinated with a placed one ("stormed the square and fired") is there too (70), or one of
 * the same sentence and teller about the same people (80, or 57 when the sentence names places of its own); an attack,
 * protest or deployment in the next sentence of the same teller, or about the same people (45). Left out, since at most
 * one in five is right: farther away, across paragraphs or tellers, what is planned or demanded; accusations, refusals
 * and demands, whose place annotators mostly leave open; the place of an event that comes later.
 */
#include "claim/work.h"

static bool is_scene(EventType type) { /* one act of such a kind goes on where the one before was */
    return type == EVENT_ASSAULT || type == EVENT_PROTEST || type == EVENT_MOBILIZE;
}

static bool is_act(EventType type) {
    return is_scene(type) || type == EVENT_COERCE || type == EVENT_CONSULT || type == EVENT_RETREAT ||
           type == EVENT_COOPERATE || type == EVENT_AID;
}

static bool is_done(const Account *account) {
    return account->status == STATUS_HAPPENED || account->status == STATUS_ONGOING;
}

/* The account whose trigger stands for the event; NULL when that is in a heading. */
static const AccountWork *teller(const Work *work, size_t event) {
    uint32_t start = work->record->events.items[event].whole.trigger.start;
    for (size_t i = 0; i < work->accounts.count; i++) {
        const AccountWork *account = &work->accounts.items[i];
        if (account->event == (int32_t)event && account->account.trigger.start == start)
            return account->headline ? NULL : account;
    }
    return NULL;
}

static bool shares_actor(const Account *a, const Account *b) {
    return work_lists_meet(&a->source, &b->source) || work_lists_meet(&a->target, &b->target) ||
           work_lists_meet(&a->source, &b->target) || work_lists_meet(&a->target, &b->source);
}

static bool coordinated(const Syntax *s, uint32_t a, uint32_t b) {
    return (syntax_is(s, a, "conj") && syntax_head(s, a) == b) || (syntax_is(s, b, "conj") && syntax_head(s, b) == a);
}

static bool names_place(const Work *work, uint32_t sentence) {
    for (size_t i = 0; i < work->mentions->place_count; i++)
        if (work->cast->place_of[i] >= 0 &&
            work->text->words[work->mentions->places[i].words.first].sentence == sentence)
            return true;
    return false;
}

/* The placed event told last before this one, in its sentence or earlier; -1: none. */
static int32_t placed_before(const Work *work, const AccountWork *account, const AccountWork **other) {
    int32_t best = -1;
    for (size_t i = 0; i < work->record->events.count; i++) {
        const AccountWork *told = work->record->events.items[i].whole.place < 0 ? NULL : teller(work, i);
        if (told && told->word < account->word && (best < 0 || told->word > (*other)->word)) {
            best = (int32_t)i;
            *other = told;
        }
    }
    return best;
}

static const char *same_scene(const Work *work, size_t event, const AccountWork *account, size_t before,
                              const AccountWork *other) {
    const Account *a = &work->record->events.items[event].whole, *b = &work->record->events.items[before].whole;
    uint32_t here = work->text->words[account->word].sentence, there = work->text->words[other->word].sentence;
    bool same_teller = account->account.said_in == other->account.said_in;
    if (!is_done(b))
        return NULL;
    if (here == there) {
        if (!same_teller)
            return NULL;
        if (coordinated(&work->syntax, account->word, other->word))
            return "of the act that it is coordinated with";
        return shares_actor(a, b) ? "of the act before, about the same people" : NULL;
    }
    const Sentence *sentences = work->text->sentences;
    bool next = there + 1 == here && sentences[there].paragraph == sentences[here].paragraph;
    return next && is_scene(account->type) && !names_place(work, here) && (same_teller || shares_actor(a, b))
               ? "of the act in the sentence before"
               : NULL;
}

void events_place(Work *work) {
    for (size_t i = 0; i < work->record->events.count; i++) {
        Event *event = &work->record->events.items[i];
        const AccountWork *account = teller(work, i), *other = NULL;
        if (event->whole.place >= 0 || !account || !is_act(event->type) || !is_done(&event->whole))
            continue;
        int32_t before = placed_before(work, account, &other);
        const char *why = before < 0 ? NULL : same_scene(work, i, account, (size_t)before, other);
        if (!why)
            continue;
        event->whole.place = work->record->events.items[before].whole.place;
        work_because(work, &event->whole.because, "place: %s", why);
    }
}
