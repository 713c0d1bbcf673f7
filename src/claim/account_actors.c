/* claim/account_actors: who did it and to whom. The network's arguments first; where it gives none, the tree: passives,
 * by-phrases, possessives, shared subjects, participles, control, light verbs. A source is never also a target.
 */
#include "claim/work.h"

#define ARGUMENT_SCORE 0.40f /* an argument on the network's word alone */
#define ARGUMENT_AGREE 0.20f /* one that the tree names too */

typedef struct Side { /* source or target while it is looked for */
    EventRole role;
    IndexList *list;
    uint32_t tree; /* the word that the tree names, or NO_WORD */
    const char *how;
    const char *name;
} Side;

/* The network's role, but for an of-phrase of a noun that it does ("the withdrawal of the troops"). */
static EventRole role_of(const Syntax *s, const TriggerReading *trigger, const Argument *argument) {
    uint32_t noun = syntax_head(s, argument->word);
    bool does = argument->role == ROLE_TARGET && noun != NO_WORD && noun >= trigger->words.first &&
                noun < trigger->words.end && syntax_is(s, argument->word, "nmod") && syntax_of_does(s, noun);
    uint32_t preposition = does ? syntax_child(s, argument->word, "case") : NO_WORD;
    return preposition != NO_WORD && syntax_word(s, preposition, "of") ? ROLE_SOURCE : (EventRole)argument->role;
}

/* Arguments of the trigger's own sentence, or those of others: they count only where the own has none. */
static void by_network_in(Work *work, const TriggerReading *trigger, const Side *side, View *because, bool own) {
    const Word *words = work->text->words;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        bool here = words[argument->word].sentence == words[trigger->words.first].sentence;
        if (here != own || role_of(&work->syntax, trigger, argument) != side->role)
            continue;
        float least = argument->word == side->tree ? ARGUMENT_AGREE : ARGUMENT_SCORE;
        if (argument->score < least)
            continue;
        size_t before = side->list->count;
        work_list_add(work, side->list, work_actor(work, argument->word));
        if (side->list->count > before)
            work_because(work, because, "%s: network %.2f", side->name, (double)argument->score);
    }
}

static void by_network(Work *work, const TriggerReading *trigger, const Side *side, View *because) {
    by_network_in(work, trigger, side, because, true);
    if (side->list->count == 0)
        by_network_in(work, trigger, side, because, false);
}

/* Actors only: the word must head a mention ("the road was closed": the road is no actor). */
static void by_tree(Work *work, const Side *side, View *because) {
    if (side->list->count > 0 || side->tree == NO_WORD || !work_mention(work, side->tree))
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
    Side source = {ROLE_SOURCE, &a->source, NO_WORD, "", "source"};
    Side target = {ROLE_TARGET, &a->target, NO_WORD, "", "target"};
    source.tree = syntax_doer(s, account->word, &source.how);
    if (source.tree == NO_WORD && syntax_upos(s, account->word) != UPOS_VERB) {
        source.tree = modifier_actor(work, account->word);
        source.how = "modifier of the noun";
    }
    target.tree = syntax_undergoer(s, account->word, &target.how);
    by_network(work, trigger, &source, &a->because);
    by_network(work, trigger, &target, &a->because);
    if (account->also >= 0) {
        const TriggerReading *also = &work->reading->triggers[account->also];
        if (a->source.count == 0)
            by_network(work, also, &source, &a->because);
        if (a->target.count == 0)
            by_network(work, also, &target, &a->because);
    }
    by_tree(work, &source, &a->because);
    by_tree(work, &target, &a->because);
    remove_shared(&a->source, &a->target);
}
