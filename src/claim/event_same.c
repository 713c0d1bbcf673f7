/* claim/event_same: is this account a second telling of an event that was told before? By the network's link, by the
 * headline, by a noun that points back ("the attack", "this meeting"), or by the same word about the same people. Two
 * tellings are never one event when their days, places, doers or victims exclude each other.
 *
 * Measured on the annotated training reports with tools/event_errors.py: of nouns with a definite article and nothing
 * that sets them apart ("the second blast", "the attack on Monday") about nine of ten point back to an earlier event of
 * their type.
 */
#include "claim/work.h"

#define SAME_SCORE    0.40f /* on the development reports; with the sum over the tellings */
#define SAME_WEAK     0.25f /* enough where nothing excludes it */
#define MOST_TELLINGS 33    /* with a share over 0.03 each */
#define SAME_SURE     0.80f /* enough even when the network's types differ */
#define FURTHEST      300   /* accounts back: longer reports have moved on */
#define SAME_WORD     3     /* the same word three sentences farther back is as likely as another word */

static bool days_agree(const Work *work, const Account *a, const Account *b) {
    Day from_a, to_a, from_b, to_b;
    return !account_days(work, a, &from_a, &to_a) || !account_days(work, b, &from_b, &to_b) ||
           (from_a <= to_b && from_b <= to_a);
}

static bool actors_agree(const IndexList *a, const IndexList *b) {
    return a->count == 0 || b->count == 0 || work_lists_meet(a, b);
}

/* Tellers may contradict each other about one event, so that for two of them either side is enough. */
static bool agree(const Work *work, const Account *a, const Account *b) {
    return days_agree(work, a, b) &&
           (a->said_in != b->said_in || actors_agree(&a->source, &b->source) || actors_agree(&a->target, &b->target));
}

/* What a rule asks that has no link by the network: nothing excludes the other. */
static bool nothing_excludes(const Work *work, const Account *a, const Account *b) {
    return days_agree(work, a, b) && actors_agree(&a->source, &b->source) && actors_agree(&a->target, &b->target) &&
           (a->place < 0 || b->place < 0 || a->place == b->place);
}

static bool acts_alike(Status a, Status b) {
    bool open_a = a == STATUS_PLANNED || a == STATUS_CALLED_FOR || a == STATUS_POSSIBLE;
    bool open_b = b == STATUS_PLANNED || b == STATUS_CALLED_FOR || b == STATUS_POSSIBLE;
    return open_a == open_b;
}

static AccountWork *furthest_back(const Work *work, const AccountWork *account) {
    AccountWork *items = work->accounts.items;
    size_t index = (size_t)(account - items);
    return &items[index > FURTHEST ? index - FURTHEST : 0];
}

/* The event of the account, not too far back, that the word triggers; -1: none. */
static int32_t event_told_at(const Work *work, const AccountWork *account, uint32_t word) {
    const TriggerReading *triggers = work->reading->triggers;
    const AccountWork *furthest = furthest_back(work, account);
    for (const AccountWork *other = account; other-- != furthest;)
        if (triggers[other->trigger].words.first == word ||
            (other->also >= 0 && triggers[other->also].words.first == word))
            return other->event;
    return -1;
}

/* The earlier event that the network takes for this one: the sum over all its tellings is its probability. */
static float likeliest(const Work *work, const AccountWork *account, int32_t *event) {
    const WordShareList *tellings = &work->reading->triggers[account->trigger].tellings;
    int32_t events[MOST_TELLINGS];
    float best = 0;
    *event = -1;
    for (size_t i = 0; i < tellings->count && i < MOST_TELLINGS; i++) {
        float sum = tellings->items[i].share;
        events[i] = event_told_at(work, account, tellings->items[i].word);
        for (size_t k = 0; k < i; k++)
            sum += events[k] == events[i] ? tellings->items[k].share : 0;
        if (events[i] >= 0 && sum > best)
            best = sum, *event = events[i];
    }
    return best;
}

static AccountWork *first_of(const Work *work, const AccountWork *account, int32_t event) {
    AccountWork *other = furthest_back(work, account);
    while (other->event != event)
        other++;
    return other;
}

static bool linked(Work *work, const AccountWork *account, AccountWork **earlier, float *share) {
    int32_t event;
    *share = likeliest(work, account, &event);
    if (*share < SAME_WEAK)
        return false;
    *earlier = first_of(work, account, event);
    if ((*earlier)->type != account->type && *share < SAME_SURE)
        return false;
    const Account *a = &(*earlier)->account, *b = &account->account;
    if (*share < SAME_SCORE && !(acts_alike(a->status, b->status) && nothing_excludes(work, a, b)))
        return false;
    return agree(work, a, b);
}

static bool same_word(const Work *work, const AccountWork *a, const AccountWork *b) {
    return view_equal_folded(work->reading->words[a->word].lemma, work->reading->words[b->word].lemma);
}

/* A headline tells what the body tells: same type, and the same word or the same people. */
static bool headlined(const Work *work, const AccountWork *account, const AccountWork *other) {
    if (!other->headline || account->headline || !agree(work, &other->account, &account->account) ||
        work->record->events.items[other->event].accounts.count > 1) /* the body has told it already */
        return false;
    return same_word(work, account, other) || (work_lists_meet(&other->account.source, &account->account.source) &&
                                               actors_agree(&other->account.target, &account->account.target));
}

static bool definite(const Syntax *s, uint32_t noun) {
    for (uint32_t child = s->child[noun]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "det") && syntax_word(s, child, "the this that these those"))
            return true;
    return false;
}

/* Has the noun something that tells it from others of its kind: "the attack on Monday", "the second blast"? */
static bool set_apart(const Syntax *s, uint32_t noun) {
    for (uint32_t child = s->child[noun]; child != NO_WORD; child = s->sibling[child]) {
        bool owner = view_equal(reading_relation(s->reading, child), VIEW("nmod:poss"));
        if ((syntax_is(s, child, "nmod") && !owner) || syntax_is(s, child, "acl") || syntax_is(s, child, "nummod"))
            return true;
        if (syntax_is(s, child, "amod") &&
            syntax_word(s, child,
                        "first second third last new next other another fresh earlier previous similar separate recent "
                        "past latest further"))
            return true;
    }
    return false;
}

/* "A second attack", "another rally": a new one whatever the network thinks. */
static bool brings_new(const Syntax *s, uint32_t noun) {
    for (uint32_t child = s->child[noun]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "amod") &&
             syntax_word(s, child, "second third fourth fresh further separate similar")) ||
            (syntax_is(s, child, "det") && syntax_word(s, child, "another")))
            return true;
    return false;
}

/* A noun that means an event told before: "the attack". */
static bool points_back(const Syntax *s, uint32_t word) {
    return syntax_upos(s, word) == UPOS_NOUN && definite(s, word) && !set_apart(s, word);
}

/* "The attack": the nearest earlier event of its type that nothing excludes, one of the same word preferred. */
static AccountWork *pointed_at(Work *work, const AccountWork *account) {
    AccountWork *best = NULL;
    int64_t worth = INT64_MIN;
    for (AccountWork *other = furthest_back(work, account); other != account; other++) {
        if (other->event < 0 || other->type != account->type ||
            !nothing_excludes(work, &other->account, &account->account))
            continue;
        int64_t back = (int64_t)work_sentence(work, account->word) - work_sentence(work, other->word);
        int64_t here = (same_word(work, account, other) ? SAME_WORD : 0) - back;
        if (here >= worth)
            best = other, worth = here;
    }
    return best;
}

static uint32_t object_of(const Syntax *s, uint32_t word) {
    uint32_t object = syntax_child(s, word, "obj");
    return object != NO_WORD ? object : syntax_child(s, word, "nsubj:pass");
}

/* "attacked the barracks", "attacked the bridge": different things undergo the two acts. */
static bool other_object(const Work *work, const AccountWork *a, const AccountWork *b) {
    const Syntax *s = &work->syntax;
    uint32_t one = object_of(s, a->word), two = object_of(s, b->word);
    if (one == NO_WORD || two == NO_WORD || syntax_upos(s, one) == UPOS_PRON || syntax_upos(s, two) == UPOS_PRON)
        return false;
    int32_t actor_one = work_actor(work, one), actor_two = work_actor(work, two);
    return (actor_one < 0 || actor_one != actor_two) &&
           !view_equal_folded(s->reading->words[one].lemma, s->reading->words[two].lemma);
}

/* "Shelled the market, killing nine", "the shelling killed nine": deaths and wounds belong to the assault beside them.
 */
static bool suffered_from(const Work *work, const AccountWork *account, const AccountWork *other) {
    const Syntax *s = &work->syntax;
    bool touch = syntax_head(s, account->word) == other->word || syntax_head(s, other->word) == account->word;
    return touch && account->type == EVENT_ASSAULT && syntax_upos(s, account->word) == UPOS_VERB &&
           syntax_word(s, account->word, "kill wound injure hurt die perish martyr") &&
           days_agree(work, &account->account, &other->account) &&
           actors_agree(&account->account.source, &other->account.source) &&
           account->account.status == other->account.status;
}

static bool is_a_death(const Work *work, const AccountWork *account) {
    return syntax_word(&work->syntax, account->word,
                       "kill killing assassinate assassination murder slay slaying execute execution martyr behead "
                       "beheading lynch lynching");
}

/* "America killed the general", "the general's assassination": nobody dies twice, whoever is said to have done it. */
static bool dies_again(const Work *work, const AccountWork *account, const AccountWork *other) {
    const IndexList *one = &account->account.target, *two = &other->account.target;
    if (!is_a_death(work, account) || !is_a_death(work, other) ||
        !acts_alike(account->account.status, other->account.status))
        return false;
    for (size_t i = 0; i < one->count; i++)
        if (work->cast->actors[one->items[i]].kind == ACTOR_PERSON && work_list_holds(two, one->items[i]))
            return true;
    return false;
}

/* The same word again: about the same people, or of people that neither telling names. */
static bool told_again(const Work *work, const AccountWork *account, const AccountWork *other) {
    const Account *a = &account->account, *b = &other->account;
    if (!same_word(work, account, other) || !nothing_excludes(work, b, a) || !acts_alike(a->status, b->status) ||
        other_object(work, account, other))
        return false;
    if (work_lists_meet(&a->source, &b->source) || work_lists_meet(&a->target, &b->target))
        return true;
    bool noun = syntax_upos(&work->syntax, account->word) == UPOS_NOUN;
    return a->source.count == 0 && a->target.count == 0 && (!noun || points_back(&work->syntax, account->word));
}

typedef bool SameRule(const Work *work, const AccountWork *account, const AccountWork *other);

/* The first account in front of this one, or the nearest, of an event of its type that the rule takes for the same. */
static AccountWork *told_by(Work *work, AccountWork *account, SameRule *rule, bool nearest, const char *why) {
    AccountWork *furthest = furthest_back(work, account);
    size_t count = (size_t)(account - furthest);
    for (size_t i = 0; i < count; i++) {
        AccountWork *other = nearest ? account - 1 - i : furthest + i;
        if (other->event < 0 || other->type != account->type || !rule(work, account, other))
            continue;
        work_because(work, &account->account.because, "same event%s", why);
        return other;
    }
    return NULL;
}

AccountWork *event_told_before(Work *work, AccountWork *account) {
    AccountWork *earlier;
    float share;
    View *because = &account->account.because;
    bool fresh = brings_new(&work->syntax, account->word);
    if (!fresh && linked(work, account, &earlier, &share)) {
        work_because(work, because, "same event: network %.2f", (double)share);
        return earlier;
    }
    earlier = told_by(work, account, headlined, false, " as in the headline");
    if (!earlier)
        earlier = told_by(work, account, dies_again, false, ": nobody dies twice");
    if (earlier || fresh)
        return earlier;
    earlier = points_back(&work->syntax, account->word) ? pointed_at(work, account) : NULL;
    if (earlier) {
        work_because(work, because, "same event: the noun points back");
        return earlier;
    }
    earlier = told_by(work, account, suffered_from, true, ": its victims");
    return earlier ? earlier : told_by(work, account, told_again, true, ": the same word again");
}
