/* claim/account_actors: who did it and to whom. The network's arguments first; where it gives none, the tree: passives,
 * by-phrases, possessives, shared subjects, participles, control, light verbs. Nobody is both source and target: of an
 * actor that both sides name the surer keeps it, and a pronoun on the other side is somebody else ("the guards struck
 * them": not the guards, whatever they were taken for).
 */
#include "claim/work.h"

/* The network says twice who takes part: for each word (Argument.score), and for all mentions in the report together
 * (TriggerReading.sources, targets), where a repeated telling counts too. Both weighed, who and whom were right in one
 * of a hundred cases more on 90 reports, most of which it had not seen; the latter alone finds nobody well enough. */
#define SHARE_WEIGHT   0.60f
#define ARGUMENT_SCORE 0.36f /* an argument on the network's word alone */
#define ARGUMENT_AGREE 0.18f /* one that the tree names too */
/* Targets, of which fewer are told than of sources, count from less on: on 62 annotated reports that the network
 * had not seen, F1 rose for them, and fell for sources, when the least score went from 0.40 to 0.25 and 0.15. */
#define TARGET_SHARE 0.75f
#define ELSEWHERE    0.08f /* so much more for who stands in another sentence */
#define UNSURE       0.75f /* a source below it gives way to a target that is MUCH surer */
#define MUCH         0.20f
#define ANTECEDENT   0.05f /* another actor that a pronoun may stand for */

typedef struct Found { /* an argument: the actor, where it is named, and how sure that is */
    int32_t actor;
    uint32_t word;
    float score;
} Found;

typedef struct Side { /* source or target while it is looked for */
    EventRole role;
    IndexList *list;
    LIST(Found) found;
    uint32_t tree; /* the word that the tree names, or NO_WORD */
    const char *how;
    const char *name;
} Side;

/* "The director, who was questioned": the subject of a passive, the network in doubt. */
static bool passive_subject(const Syntax *s, const TriggerReading *trigger, const Argument *argument) {
    uint32_t verb = syntax_head(s, argument->word);
    return verb != NO_WORD && verb >= trigger->words.first && verb < trigger->words.end && argument->score < UNSURE &&
           view_equal(reading_relation(s->reading, argument->word), VIEW("nsubj:pass")) &&
           syntax_child(s, verb, "xcomp") == NO_WORD;
}

/* The network's role, but for an of-phrase of a noun that it does ("the withdrawal of the troops") and for who
 * undergoes a passive. */
static EventRole role_of(const Syntax *s, const TriggerReading *trigger, const Argument *argument) {
    if (argument->role == ROLE_SOURCE && passive_subject(s, trigger, argument))
        return ROLE_TARGET;
    uint32_t noun = syntax_head(s, argument->word);
    bool does = argument->role == ROLE_TARGET && noun != NO_WORD && noun >= trigger->words.first &&
                noun < trigger->words.end && syntax_is(s, argument->word, "nmod") && syntax_of_does(s, noun);
    return does && syntax_case(s, argument->word, "of") ? ROLE_SOURCE : (EventRole)argument->role;
}

static void keep_found(Work *work, Side *side, int32_t actor, uint32_t word, float score) {
    for (size_t i = 0; i < side->found.count; i++)
        if (side->found.items[i].actor == actor) {
            if (score > side->found.items[i].score)
                side->found.items[i].score = score, side->found.items[i].word = word;
            return;
        }
    Found found = {actor, word, score};
    KEEP(work, &side->found, found);
}

/* Arguments of the trigger's own sentence, or those of others: they count only where the own has none. */
static void by_network_in(Work *work, const TriggerReading *trigger, Side *side, bool own) {
    const Word *words = work->text->words;
    const WordShareList *shares = side->role == ROLE_SOURCE ? &trigger->sources : &trigger->targets;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        bool here = words[argument->word].sentence == words[trigger->words.first].sentence;
        if (here != own || role_of(&work->syntax, trigger, argument) != side->role)
            continue;
        float least = argument->word == side->tree ? ARGUMENT_AGREE : ARGUMENT_SCORE;
        if (side->role == ROLE_TARGET)
            least *= TARGET_SHARE;
        uint32_t word;
        int32_t actor = work_actor_at(work, argument->word, &word);
        if (actor < 0)
            continue;
        float share = work_share(work, shares, work_actor, actor);
        float score = (1 - SHARE_WEIGHT) * argument->score + SHARE_WEIGHT * share;
        if (score >= (own ? least : least + ELSEWHERE))
            keep_found(work, side, actor, word, score);
    }
}

static void by_network(Work *work, const TriggerReading *trigger, Side *side) {
    by_network_in(work, trigger, side, true);
    if (side->found.count == 0)
        by_network_in(work, trigger, side, false);
}

static Found *found_actor(Side *side, int32_t actor) {
    for (size_t i = 0; i < side->found.count; i++)
        if (side->found.items[i].actor == actor)
            return &side->found.items[i];
    return NULL;
}

/* The likeliest other actor that a pronoun may stand for; -1: none. */
static int32_t someone_else(const Work *work, uint32_t pronoun, Side *source, Side *target) {
    const Reading *reading = work->reading;
    float best = ANTECEDENT;
    int32_t other = -1;
    for (size_t i = 0; i < reading->coreference_count; i++)
        for (size_t k = 0;
             reading->coreferences[i].mention == pronoun && k < reading->coreferences[i].antecedents.count; k++) {
            const WordShare *antecedent = &reading->coreferences[i].antecedents.items[k];
            int32_t actor = antecedent->share > best ? work_actor(work, antecedent->word) : -1;
            if (actor >= 0 && !found_actor(source, actor) && !found_actor(target, actor))
                best = antecedent->share, other = actor;
        }
    return other;
}

static bool stands_for_another(const Work *work, uint32_t word) {
    const ActorMention *mention = work_mention(work, word);
    return mention && mention->form == FORM_PRONOUN &&
           !syntax_word(&work->syntax, word, "himself herself itself themselves myself ourselves yourself oneself");
}

static void drop(Side *side, const Found *found) {
    size_t kept = 0;
    for (size_t i = 0; i < side->found.count; i++)
        if (&side->found.items[i] != found)
            side->found.items[kept++] = side->found.items[i];
    side->found.count = kept;
}

static void part_sides(Work *work, Side *source, Side *target, View *because) {
    for (size_t i = 0; i < target->found.count;) {
        Found *given = &target->found.items[i], *does = found_actor(source, given->actor);
        if (!does) {
            i++;
            continue;
        }
        bool surer = given->word == does->word ? given->score > does->score
                                               : does->score < UNSURE && given->score > does->score + MUCH;
        if (surer) {
            drop(source, does);
            i++;
            continue;
        }
        int32_t other = given->word != does->word && stands_for_another(work, given->word)
                            ? someone_else(work, given->word, source, target)
                            : -1;
        if (other < 0) {
            drop(target, given);
            continue;
        }
        given->actor = other;
        work_because(work, because, "the pronoun is not the source");
        i++;
    }
}

static void put_found(Work *work, const Side *side, View *because) {
    for (size_t i = 0; i < side->found.count; i++) {
        size_t before = side->list->count;
        work_list_add(work, side->list, side->found.items[i].actor);
        if (side->list->count > before)
            work_because(work, because, "%s: network %.2f", side->name, (double)side->found.items[i].score);
    }
}

/* "Visited Rome": the network knows it for the place. What is attacked may be both. */
static bool is_place(const TriggerReading *trigger, uint32_t word) {
    if (trigger->type == EVENT_ASSAULT)
        return false;
    for (size_t i = 0; i < trigger->arguments.count; i++)
        if (trigger->arguments.items[i].word == word && trigger->arguments.items[i].role == ROLE_PLACE &&
            trigger->arguments.items[i].score >= ARGUMENT_SCORE)
            return true;
    return false;
}

/* Actors only: the word must head a mention ("the road was closed": the road is no actor). */
static void by_tree(Work *work, const TriggerReading *trigger, const Side *side, View *because) {
    if (side->list->count > 0 || side->tree == NO_WORD || !work_mention(work, side->tree) ||
        is_place(trigger, side->tree))
        return;
    const Syntax *s = &work->syntax;
    work_list_add(work, side->list, work_actor(work, side->tree));
    for (uint32_t child = s->child[side->tree]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "conj") && work_mention(work, child))
            work_list_add(work, side->list, work_actor(work, child));
    if (side->list->count > 0)
        work_because(work, because, "%s: %s", side->name, side->how);
}

/* "Turkish strikes", "a police raid", "army withdrawal": the first word of the compound is the doer. */
static uint32_t modifier_actor(const Work *work, uint32_t noun) {
    const Syntax *s = &work->syntax;
    for (uint32_t child = s->child[noun]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "amod") || syntax_is(s, child, "compound")) && work_mention(work, child))
            return child;
    return NO_WORD;
}

static void remove_shared(const IndexList *sources, IndexList *targets) {
    size_t kept = 0;
    for (size_t i = 0; i < targets->count; i++)
        if (!work_list_holds(sources, targets->items[i]))
            targets->items[kept++] = targets->items[i];
    targets->count = kept;
}

void account_actors(Work *work, AccountWork *account) {
    const TriggerReading *trigger = &work->reading->triggers[account->trigger];
    const Syntax *s = &work->syntax;
    Account *a = &account->account;
    Side source = {.role = ROLE_SOURCE, .list = &a->source, .tree = NO_WORD, .how = "", .name = "source"};
    Side target = {.role = ROLE_TARGET, .list = &a->target, .tree = NO_WORD, .how = "", .name = "target"};
    source.tree = syntax_doer(s, account->word, &source.how);
    if (source.tree == NO_WORD && syntax_upos(s, account->word) != UPOS_VERB) {
        source.tree = modifier_actor(work, account->word);
        source.how = "modifier of the noun";
    }
    target.tree = syntax_undergoer(s, account->word, &target.how);
    by_network(work, trigger, &source);
    by_network(work, trigger, &target);
    if (account->also >= 0) {
        const TriggerReading *also = &work->reading->triggers[account->also];
        if (source.found.count == 0)
            by_network(work, also, &source);
        if (target.found.count == 0)
            by_network(work, also, &target);
    }
    part_sides(work, &source, &target, &a->because);
    put_found(work, &source, &a->because);
    put_found(work, &target, &a->because);
    by_tree(work, trigger, &source, &a->because);
    by_tree(work, trigger, &target, &a->because);
    remove_shared(&a->source, &a->target);
}
