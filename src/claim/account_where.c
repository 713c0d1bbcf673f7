/* claim/account_where: in which place and at which time, as far as the network and the trigger's own sentence say.
 *
 * The network points at words in the sentences around, too, and at several mentions of one place: their probabilities
 * go together. How sure it must be depends on the kind of event and on whether the trigger's own sentence names the
 * place: of places named beside an attack, a protest or a deployment half are right from 0.05 on, of those beside an
 * accusation or a refusal from 0.3 on; of places named elsewhere one in four at any score for the former, one in ten
 * for the latter, and of what is only planned or demanded hardly any. (Counted on the annotated training texts that the
 * network had not seen.) The places of events around are event_where.c's.
 */
#include "claim/work.h"

#define TIME_SCORE 0.35f
#define STEPS_UP   3

typedef enum EventKind { KIND_ACT, KIND_DEALING, KIND_WORD } EventKind;

typedef struct PlaceShares { /* the least probability of all mentions of the place together */
    float here, elsewhere;   /* its sentence names the place, or does not */
} PlaceShares;

static const PlaceShares shares_done[] = {
    [KIND_ACT] = {0.06f, 0.2f}, [KIND_DEALING] = {0.2f, 0.5f}, [KIND_WORD] = {0.3f, 0.5f}};
static const PlaceShares shares_open[] = {
    [KIND_ACT] = {0.2f, 0.6f}, [KIND_DEALING] = {0.2f, 0.9f}, [KIND_WORD] = {0.3f, 0.9f}};

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

static int32_t place_of(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->place_at[word];
    return mention < 0 ? -1 : work->cast->place_of[mention];
}

static int32_t time_of(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->time_at[word];
    return mention < 0 ? -1 : work->cast->time_of[mention];
}

/* Mentions that hang on the trigger itself as an adverbial. */
static bool hangs_on(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    uint32_t above = syntax_head(s, head);
    bool adverbial = syntax_is(s, head, "obl") || syntax_is(s, head, "nmod") || syntax_is(s, head, "advmod");
    if (above == NO_WORD || !adverbial)
        return false;
    const WordRange trigger = work->reading->triggers[account->trigger].words;
    if (above >= trigger.first && above < trigger.end)
        return true;
    return above == account->word || (above == syntax_light_verb(s, account->word) && syntax_is(s, head, "obl"));
}

static bool located(const Syntax *s, uint32_t head) {
    uint32_t preposition = syntax_child(s, head, "case");
    return preposition != NO_WORD &&
           syntax_word(s, preposition, "in at near outside inside around across throughout within");
}

/* What stands for where something happened when a place's name is a part of it: "home" for "at her Jaffna home",
 * "school" for "in a school in the Qalai Qazi area". NO_WORD: it is no such thing ("met with the mayor of Jaffna"). */
static uint32_t scene_of(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    for (int step = 0; step < STEPS_UP && head != NO_WORD; step++) {
        if (located(s, head) && hangs_on(work, head, account))
            return head;
        if (!syntax_is(s, head, "compound") && !(syntax_is(s, head, "nmod") && located(s, head)))
            return NO_WORD;
        head = syntax_head(s, head);
    }
    return NO_WORD;
}

/* The probability that the event is at this place: that not every word the network points at is wrong. */
static float place_score(const Work *work, const TriggerReading *trigger, int32_t place) {
    float wrong = 1;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        if (argument->role == ROLE_PLACE && place_of(work, argument->word) == place)
            wrong *= 1 - argument->score;
    }
    return 1 - wrong;
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

void account_place(Work *work, AccountWork *account) {
    Account *a = &account->account;
    float score;
    a->place = likeliest_place(work, account, &score);
    if (a->place >= 0) {
        work_because(work, &a->because, "place: network %.2f", (double)score);
        return;
    }
    for (size_t i = 0; i < work->mentions->place_count; i++) {
        const PlaceMention *mention = &work->mentions->places[i];
        if (place_of(work, mention->words.first) < 0 || scene_of(work, mention->head, account) == NO_WORD)
            continue;
        a->place = place_of(work, mention->words.first);
        work_because(work, &a->because, "place: hangs on the trigger");
        return;
    }
}

static bool says_days(const Work *work, int32_t time) {
    const Time *t = &work->cast->times[time];
    return t->from != DAY_UNKNOWN || t->to != DAY_UNKNOWN;
}

/* The network's time: the likeliest that says days, else the likeliest. */
static int32_t likeliest_time(const Work *work, const TriggerReading *trigger, float *score) {
    int32_t best = -1;
    *score = 0;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        int32_t time = argument->role == ROLE_TIME ? time_of(work, argument->word) : -1;
        if (time < 0 || argument->score < TIME_SCORE)
            continue;
        int days = says_days(work, time), best_days = best >= 0 && says_days(work, best);
        if (best < 0 || days > best_days || (days == best_days && argument->score > *score)) {
            best = time;
            *score = argument->score;
        }
    }
    return best;
}

/* Whose clause the mention stands in: the verb that it is an adverbial of. */
static uint32_t dated_verb(const Syntax *s, uint32_t head) {
    bool adverbial = syntax_is(s, head, "obl") || syntax_is(s, head, "advmod") || syntax_is(s, head, "nmod:unmarked");
    uint32_t above = adverbial ? syntax_head(s, head) : NO_WORD;
    return above != NO_WORD && syntax_verbal(s, above) ? above : NO_WORD;
}

/* How near the mention is to the trigger in the tree: 3 on the trigger itself, 2 in its clause, 1 on the verb that its
 * participle, infinitive or second verb hangs on ("marched on Friday, demanding ..."); 0 elsewhere. */
static int nearness(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    if (hangs_on(work, head, account))
        return 3;
    uint32_t verb = dated_verb(s, head), clause = syntax_clause(s, account->word);
    if (verb == NO_WORD || verb == clause)
        return verb == NO_WORD ? 0 : 2;
    bool shares = syntax_head(s, clause) == verb &&
                  (syntax_is(s, clause, "conj") || syntax_is(s, clause, "xcomp") || syntax_is(s, clause, "advcl"));
    bool relative = syntax_is(s, verb, "acl") && syntax_head(s, verb) == account->word;
    return shares || relative;
}

static int32_t nearest_time(const Work *work, const AccountWork *account, int *near) {
    uint32_t sentence = work->text->words[account->word].sentence;
    int32_t best = -1;
    *near = 0;
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        if (mention->kind == TIMEX_SET || mention->kind == TIMEX_DURATION || work->cast->time_of[i] < 0 ||
            work->text->words[mention->head].sentence != sentence || !says_days(work, work->cast->time_of[i]))
            continue;
        int its = nearness(work, mention->head, account);
        if (its > *near) {
            best = work->cast->time_of[i];
            *near = its;
        }
    }
    return best;
}

void account_time(Work *work, AccountWork *account) {
    static const char *const how[] = {"", "of the verb above", "of its clause", "hangs on the trigger"};
    Account *a = &account->account;
    float score;
    int near;
    a->time = likeliest_time(work, &work->reading->triggers[account->trigger], &score);
    int32_t nearest = a->time >= 0 && says_days(work, a->time) ? -1 : nearest_time(work, account, &near);
    if (nearest >= 0) {
        a->time = nearest;
        work_because(work, &a->because, "time: %s", how[near]);
    } else if (a->time >= 0)
        work_because(work, &a->because, "time: network %.2f", (double)score);
}
