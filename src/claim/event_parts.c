/* claim/event_parts: the sources, targets and places that no telling of an event names beside its trigger.
 *
 * In: events merged from their accounts. Out: Event.whole has some more of them; accounts keep only what their tellers
 * say. The network gives to each trigger a probability for every mention of the report (TriggerReading.sources ...):
 * those of one actor go together, and those of all triggers of an event count alike.
 */
#include "claim/work.h"

#define LEAST_SOURCE 0.50f
#define LEAST_TARGET 0.40f
#define LEAST_PLACE  0.50f

typedef struct Shares { /* of actors or places, by index */
    float *of;
    size_t count;
} Shares;

static int32_t actor_of(const Work *work, uint32_t word) {
    return work_actor(work, word);
}

static const WordShareList *sources_of(const TriggerReading *trigger) {
    return &trigger->sources;
}

static const WordShareList *targets_of(const TriggerReading *trigger) {
    return &trigger->targets;
}

static const WordShareList *places_of(const TriggerReading *trigger) {
    return &trigger->places;
}

/* The mean share of each actor (place) over the triggers of an event. */
static void add_up(const Work *work, int32_t event, const WordShareList *(*list_of)(const TriggerReading *),
                   int32_t (*meant)(const Work *, uint32_t), Shares *shares) {
    size_t tellings = 0;
    for (size_t i = 0; i < shares->count; i++)
        shares->of[i] = 0;
    for (size_t i = 0; i < work->accounts.count; i++) {
        if (work->accounts.items[i].event != event)
            continue;
        const WordShareList *list = list_of(&work->reading->triggers[work->accounts.items[i].trigger]);
        tellings++;
        for (size_t k = 0; k < list->count; k++) {
            int32_t one = meant(work, list->items[k].word);
            if (one >= 0)
                shares->of[one] += list->items[k].share;
        }
    }
    for (size_t i = 0; i < shares->count; i++)
        shares->of[i] /= (float)tellings;
}

static void add_side(Work *work, Account *whole, IndexList *side, const IndexList *other, const Shares *shares,
                     float least, const char *name) {
    for (size_t i = 0; i < shares->count; i++) {
        if (shares->of[i] < least || work_list_holds(other, (int32_t)i))
            continue;
        work_list_add(work, side, (int32_t)i);
        work_because(work, &whole->because, "%s: of the whole report %.2f", name, (double)shares->of[i]);
    }
}

static void add_place(Work *work, Account *whole, const Shares *shares) {
    size_t best = 0;
    for (size_t i = 1; i < shares->count; i++)
        best = shares->of[i] > shares->of[best] ? i : best;
    if (shares->count == 0 || shares->of[best] < LEAST_PLACE)
        return;
    whole->place = (int32_t)best;
    work_because(work, &whole->because, "place: of the whole report %.2f", (double)shares->of[best]);
}

void events_complete(Work *work) {
    size_t actors = work->cast->actor_count, places = work->cast->place_count;
    Shares of_actors = {arena_array(work->arena, actors + 1, sizeof(float)), actors},
           of_places = {arena_array(work->arena, places + 1, sizeof(float)), places};
    if (!of_actors.of || !of_places.of) {
        work->failed = true;
        return;
    }
    for (size_t i = 0; i < work->record->events.count && !work->failed; i++) {
        Account *whole = &work->record->events.items[i].whole;
        if (whole->source.count == 0 && !event_doers_contradict(work, &work->record->events.items[i])) {
            add_up(work, (int32_t)i, sources_of, actor_of, &of_actors);
            add_side(work, whole, &whole->source, &whole->target, &of_actors, LEAST_SOURCE, "source");
        }
        if (whole->target.count == 0) {
            add_up(work, (int32_t)i, targets_of, actor_of, &of_actors);
            add_side(work, whole, &whole->target, &whole->source, &of_actors, LEAST_TARGET, "target");
        }
        if (whole->place < 0) {
            add_up(work, (int32_t)i, places_of, account_place_at, &of_places);
            add_place(work, whole, &of_places);
        }
    }
}
