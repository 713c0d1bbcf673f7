/* claim/account_where: in which place, as far as the network and the trigger's own sentence say.
 *
 * The network points at words in the sentences around, too, and at several mentions of one place: their probabilities
 * go together. How sure it must be depends on the kind of event and on whether the trigger's own sentence names the
 * place: of places named beside an attack, a protest or a deployment half are right from 0.05 on, of those beside an
 * accusation or a refusal from 0.3 on; of places named elsewhere one in four at any score for the former, one in ten
 * for the latter, and of what is only planned or demanded hardly any. (Counted on the annotated training texts that the
 * network had not seen.) The places of events around are event_where.c's.
 */
#include "claim/work.h"

typedef enum EventKind { KIND_ACT, KIND_DEALING, KIND_WORD } EventKind;

typedef struct PlaceShares { /* the least probability of all mentions of the place together */
    float here, elsewhere;   /* its sentence names the place, or does not */
} PlaceShares;

static const PlaceShares shares_done[] = {
    [KIND_ACT] = {0.05f, 0.17f}, [KIND_DEALING] = {0.17f, 0.43f}, [KIND_WORD] = {0.25f, 0.43f}};
static const PlaceShares shares_open[] = {
    [KIND_ACT] = {0.17f, 0.5f}, [KIND_DEALING] = {0.17f, 0.77f}, [KIND_WORD] = {0.25f, 0.77f}};

static EventKind kind_of(EventType type) {
    switch (type) {
    case EVENT_ASSAULT:
    case EVENT_PROTEST:
    case EVENT_MOBILIZE: return KIND_ACT;
    case EVENT_COERCE:
    case EVENT_CONSULT:
    case EVENT_RETREAT:
    case EVENT_COOPERATE:
    case EVENT_AID: return KIND_DEALING;
    default: return KIND_WORD;
    }
}

/* Nouns that stand for a place by themselves where nothing names it: of 14 events at "the airport", "the islands" six
 * had that for their place, of 14 at "the fort", "the barricades", "the courthouse" none (training reports, small
 * numbers). */
#define GROUNDS                                                                                                        \
    "airport archipelago border camp capital city east hill hills island islands mountains north northeast northwest " \
    "province region south southeast southwest town west"

/* Does a name stand for the place elsewhere: "the bridge" for one that the report has named? */
static bool named_elsewhere(const Work *work, int32_t place) {
    for (size_t i = 0; i < work->mentions->place_count; i++)
        if (work->cast->place_of[i] == place && !work->mentions->places[i].described)
            return true;
    return false;
}

/* The place that an argument stands for: a noun that is no name gives way to the name that says where it is. */
static int32_t place_of(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->place_at[word], place = account_place_at(work, word);
    if (place < 0 || mention < 0 || !work->mentions->places[mention].described || named_elsewhere(work, place))
        return place;
    uint32_t noun = work->mentions->places[mention].head;
    int32_t named = account_name_around(work, noun);
    return named >= 0 || !syntax_word(&work->syntax, noun, GROUNDS) ? named : place;
}

/* The probability that the event is at this place, of two opinions: that not every word the network points at is wrong,
 * and the share of the place's name in the whole report. */
static float place_score(const Work *work, const TriggerReading *trigger, int32_t place) {
    float wrong = 1;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        if (argument->role == ROLE_PLACE && place_of(work, argument->word) == place)
            wrong *= 1 - argument->score;
    }
    return (1 - wrong + work_share(work, &trigger->places, account_place_at, place)) / 2;
}

static bool named_here(const Work *work, const AccountWork *account, int32_t place) {
    uint32_t sentence = work->text->words[account->word].sentence;
    for (size_t i = 0; i < work->mentions->place_count; i++)
        if (work->cast->place_of[i] == place &&
            work->text->words[work->mentions->places[i].words.first].sentence == sentence)
            return true;
    return false;
}

/* The likeliest place that is likely enough, one of its own sentence before all others; -1: none. */
static int32_t likeliest_place(const Work *work, const AccountWork *account, float *score) {
    const TriggerReading *trigger = &work->reading->triggers[account->trigger];
    Status status = account->account.status;
    bool done = status == STATUS_HAPPENED || status == STATUS_ONGOING;
    const PlaceShares *shares = &(done ? shares_done : shares_open)[kind_of(account->type)];
    int32_t best = -1;
    bool best_here = false;
    *score = 0;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        int32_t place = argument->role == ROLE_PLACE ? place_of(work, argument->word) : -1;
        if (place < 0 || place == best)
            continue;
        bool here = named_here(work, account, place);
        float its = place_score(work, trigger, place);
        if (its < (here ? shares->here : shares->elsewhere) || here < best_here || (here == best_here && its <= *score))
            continue;
        best = place;
        best_here = here;
        *score = its;
    }
    return best;
}

/* The first place of the trigger's sentence that the tree says this of; -1: none. */
static int32_t place_where(const Work *work, const AccountWork *account,
                           bool (*holds)(const Work *, uint32_t, const AccountWork *)) {
    for (size_t i = 0; i < work->mentions->place_count; i++) {
        const PlaceMention *mention = &work->mentions->places[i];
        if (work->cast->place_of[i] >= 0 && !mention->described && holds(work, mention->head, account))
            return work->cast->place_of[i];
    }
    return -1;
}

/* What the event is done to, unless the network's place is more precise. */
static bool take_place(Work *work, Account *a, int32_t taken) {
    const Place *places = work->cast->places;
    if (taken < 0 || (a->place >= 0 && account_precision(&places[taken]) < account_precision(&places[a->place])))
        return false;
    a->place = taken;
    work_because(work, &a->because, "place: what it is done to");
    return true;
}

void account_place(Work *work, AccountWork *account) {
    Account *a = &account->account;
    float score;
    a->place = likeliest_place(work, account, &score);
    int32_t taken = place_where(work, account, account_takes);
    if (taken != a->place && take_place(work, a, taken))
        return;
    if (a->place >= 0) {
        work_because(work, &a->because, "place: network %.2f", (double)score);
        return;
    }
    a->place = place_where(work, account, account_scene);
    if (a->place >= 0)
        work_because(work, &a->because, "place: hangs on the trigger");
}
