/* claim/account_status: happened, ongoing, planned, called-for, possible, denied or asked, as the innermost speaker has
 * it. The network's best guess first; where the grammar around the trigger speaks plainly, the grammar. The rules are
 * tried in order, the first that holds decides; each was kept because it mended more than it spoiled on the annotated
 * training reports (tools/event_errors.py).
 *
 * Left out: what only the course of the story tells (a plan of which a later sentence says that it failed).
 */
#include "claim/work.h"

#define HINT  0.10f /* what the network must give a status before a weak sign in the tree decides for it */
#define FAINT 0.05f /* and before a strong one does */

typedef struct Signs { /* what the rules look at */
    const Work *work;
    const Syntax *s;
    const AccountWork *account;
    const float *p; /* the network's probabilities */
    uint32_t word;  /* the verb that carries mood and tense: the trigger, or its light verb */
    Status best;
} Signs;

static bool is_open(Status status) {
    return status == STATUS_PLANNED || status == STATUS_POSSIBLE || status == STATUS_CALLED_FOR;
}

static bool ends_with_question(const Work *work, uint32_t word) {
    WordRange words = work->text->sentences[work->text->words[word].sentence].words;
    for (uint32_t w = words.end; w > words.first && w + 3 > words.end; w--)
        if (view_equal(text_word(work->text, w - 1), VIEW("?")))
            return true;
    return false;
}

static bool has_aux(const Syntax *s, uint32_t verb, const char *words) {
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "aux") && syntax_word(s, child, words))
            return true;
    return false;
}

static bool has_mark(const Syntax *s, uint32_t verb, const char *words) {
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "mark") || syntax_is(s, child, "advmod")) && syntax_word(s, child, words))
            return true;
    return false;
}

/* The word that governs the clause or noun, through its coordination ("urged them to stop and to withdraw"). */
static uint32_t governor(const Syntax *s, uint32_t word, uint32_t *governed) {
    uint32_t head = syntax_head(s, word);
    while (head != NO_WORD && syntax_is(s, word, "conj")) {
        word = head;
        head = syntax_head(s, word);
    }
    *governed = word;
    return head;
}

static bool complement(const Syntax *s, uint32_t word) {
    return syntax_is(s, word, "xcomp") || syntax_is(s, word, "ccomp") || syntax_is(s, word, "obj") ||
           syntax_is(s, word, "obl") || syntax_is(s, word, "advcl");
}

static bool governed_by(const Syntax *s, uint32_t word, const char *verbs) {
    uint32_t governed, head = governor(s, word, &governed);
    uint32_t particle = head == NO_WORD ? NO_WORD : syntax_child(s, head, "compound:prt");
    bool called_off = particle != NO_WORD && syntax_word(s, particle, "off");
    return head != NO_WORD && !called_off && complement(s, governed) && syntax_word(s, head, verbs);
}

/* "asked whether the police had arrested anyone"; a question in its main clause. */
static bool asked(const Signs *at) {
    const Syntax *s = at->s;
    uint32_t governed, head = governor(s, at->word, &governed);
    if (head != NO_WORD && syntax_is(s, governed, "ccomp") && has_mark(s, governed, "whether if"))
        return syntax_word(s, head, "ask wonder inquire question");
    return ends_with_question(at->work, at->word) && (at->p[STATUS_ASKED] >= HINT || head == NO_WORD);
}

/* "It is false that the police shot"; "the rumour that a shell fell there is untrue". */
static bool called_false(const Signs *at) {
    const Syntax *s = at->s;
    uint32_t governed, head = governor(s, at->word, &governed);
    if (head != NO_WORD && syntax_is(s, governed, "acl") && syntax_is(s, head, "nsubj")) {
        governed = head;
        head = syntax_head(s, governed);
    } else if (head == NO_WORD || !(syntax_is(s, governed, "ccomp") || syntax_is(s, governed, "csubj"))) {
        return false;
    }
    return head != NO_WORD &&
           (syntax_word(s, head, "false untrue baseless unfounded groundless") ||
            (syntax_word(s, head, "true") && syntax_negated(s, head) && !ends_with_question(at->work, head)));
}

/* "The meeting did not take place". */
static bool never_was(const Signs *at) {
    const Syntax *s = at->s;
    uint32_t verb = syntax_head(s, at->word);
    return verb != NO_WORD && syntax_upos(s, at->word) == UPOS_NOUN && syntax_is(s, at->word, "nsubj") &&
           syntax_negated(s, verb) && syntax_word(s, verb, "take happen occur materialise materialize") &&
           has_aux(s, verb, "do did does have has had");
}

/* "did not attack"; "nobody was tortured", "promised nothing", "no soldier opened fire", "paid to nobody". */
static bool denied(const Signs *at) {
    const Syntax *s = at->s;
    if (at->account->type == EVENT_REJECT)
        return false;
    if (syntax_negated(s, at->word) && has_aux(s, at->word, "do did does have has had"))
        return true;
    if (called_false(at) || never_was(at))
        return true;
    if (is_open(at->best))
        return false;
    if (at->p[STATUS_DENIED] >= HINT && syntax_negated(s, at->word))
        return true;
    for (uint32_t child = s->child[at->word]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "nsubj") || syntax_is(s, child, "obj")) &&
            (syntax_word(s, child, "nobody nothing none") || syntax_negated(s, child) ||
             (syntax_word(s, child, "one") && syntax_negated(s, child))))
            return true;
        else if ((syntax_is(s, child, "obl") || syntax_is(s, child, "iobj")) && syntax_word(s, child, "nobody none"))
            return true;
    return false;
}

/* "denied that the army had bombed the village". */
static bool denied_by_governor(const Signs *at) {
    uint32_t governed, head = governor(at->s, at->word, &governed);
    return at->best != STATUS_DENIED && head != NO_WORD && syntax_is(at->s, governed, "ccomp") &&
           syntax_word(at->s, head, "deny refute disprove") && !syntax_negated(at->s, head);
}

/* "may return"; "will close the road if he stays"; "is considering a complaint". */
static bool possible(const Signs *at) {
    const Syntax *s = at->s;
    if (at->best != STATUS_HAPPENED && at->best != STATUS_PLANNED)
        return false;
    if (has_aux(s, at->word, "may might") || (at->p[STATUS_POSSIBLE] >= HINT && has_aux(s, at->word, "could can")))
        return true;
    if (governed_by(s, at->word, "consider mull contemplate weigh threaten warn ponder"))
        return at->p[STATUS_POSSIBLE] >= HINT;
    if (at->best != STATUS_PLANNED)
        return false;
    for (uint32_t child = s->child[at->word]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "advcl") && has_mark(s, child, "if unless"))
            return true;
    return false;
}

/* "demanded that they leave", "called for a rally", "urged the army to withdraw". */
static bool called_for(const Signs *at) {
    if (at->best == STATUS_HAPPENED || at->best == STATUS_ONGOING)
        return at->p[STATUS_CALLED_FOR] >= HINT &&
               governed_by(at->s, at->word,
                           "demand call urge ask request appeal order require recommend propose insist beg instruct "
                           "tell invite exhort press move");
    return at->best == STATUS_PLANNED && at->p[STATUS_CALLED_FOR] >= HINT &&
           governed_by(at->s, at->word, "demand urge request appeal exhort press invite call");
}

/* "meets again on Tuesday", "visits Rome tomorrow". */
static bool present_of_future(const Signs *at) {
    const Syntax *s = at->s;
    View tag = s->reading->words[at->word].xpos;
    if (at->p[STATUS_PLANNED] < FAINT || !(view_equal(tag, VIEW("VBZ")) || view_equal(tag, VIEW("VBP"))))
        return false;
    for (uint32_t child = s->child[at->word]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "obl") || syntax_is(s, child, "advmod") || syntax_is(s, child, "nmod")) &&
            syntax_word(s, child, "tomorrow tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
            return true;
    return false;
}

/* "will withdraw"; "plans to attack", "a plot to kill". */
static bool planned(const Signs *at) {
    const Syntax *s = at->s;
    if (at->best != STATUS_HAPPENED && at->best != STATUS_ONGOING)
        return false;
    if ((at->p[STATUS_PLANNED] >= HINT && has_aux(s, at->word, "will shall would 'll")) || present_of_future(at))
        return true;
    uint32_t head = syntax_head(s, at->word);
    bool infinitive = head != NO_WORD && (syntax_is(s, at->word, "xcomp") || syntax_is(s, at->word, "acl") ||
                                          syntax_is(s, at->word, "advcl"));
    return infinitive && view_equal(s->reading->words[at->word].xpos, VIEW("VB")) &&
           syntax_word(s, head,
                       "plan plot plotting planning intend prepare aim scheme schedule hope wish mean vow pledge");
}

/* "The curfew has entered its second week", "the strike goes on", "the truce expires on Friday". */
static bool goes_on(const Signs *at) {
    const Syntax *s = at->s;
    uint32_t verb = syntax_head(s, at->word);
    if (verb == NO_WORD || !syntax_is(s, at->word, "nsubj") ||
        !syntax_word(s, verb, "continue go enter persist expire end drag rage"))
        return false;
    View tag = s->reading->words[verb].xpos;
    uint32_t particle = syntax_child(s, verb, "advmod");
    if (syntax_word(s, verb, "go drag") && !(particle != NO_WORD && syntax_word(s, particle, "on")) &&
        syntax_child(s, verb, "compound:prt") == NO_WORD)
        return false;
    return view_equal(tag, VIEW("VBZ")) || view_equal(tag, VIEW("VBP")) ||
           (!syntax_word(s, verb, "end expire") && has_aux(s, verb, "has have"));
}

/* "are demanding", "has been negotiating"; "have banned classes since 2016". */
static bool ongoing(const Signs *at) {
    const Syntax *s = at->s;
    if (at->best != STATUS_HAPPENED)
        return false;
    if (syntax_upos(s, at->word) != UPOS_VERB)
        return syntax_upos(s, at->word) == UPOS_NOUN && goes_on(at);
    bool gerund = view_equal(s->reading->words[at->word].xpos, VIEW("VBG"));
    bool past = has_aux(s, at->word, "was were had");
    if (gerund && has_aux(s, at->word, "be") && !past)
        return true;
    bool lasts = at->account->type == EVENT_COERCE || at->account->type == EVENT_SANCTION;
    if (past || !lasts || !has_aux(s, at->word, "have"))
        return false;
    for (uint32_t child = s->child[at->word]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "obl") && syntax_case(s, child, "since"))
            return true;
    return false;
}

/* "answered the call to march" */
static bool heeded(const Signs *at) {
    return is_open(at->best) && reading_is_heeded(at->work->text, at->s->reading, at->word);
}

typedef struct Rule {
    bool (*holds)(const Signs *);
    Status status;
    const char *why;
} Rule;

static const Rule rules[] = {{asked, STATUS_ASKED, "a question"},
                             {denied, STATUS_DENIED, "negated"},
                             {heeded, STATUS_HAPPENED, "a call that was heeded"},
                             {denied_by_governor, STATUS_DENIED, "in a denial"},
                             {called_for, STATUS_CALLED_FOR, "object of a demand"},
                             {possible, STATUS_POSSIBLE, "may be, or on a condition"},
                             {planned, STATUS_PLANNED, "future or intended"},
                             {ongoing, STATUS_ONGOING, "progressive, or since a time"}};

void account_status(Work *work, AccountWork *account) {
    const TriggerReading *triggers = work->reading->triggers;
    const TriggerReading *trigger = &triggers[account->trigger];
    uint32_t word = account->word;
    if (account->also >= 0) { /* the light verb carries mood and tense */
        uint32_t verb = range_governor(work, triggers[account->also].words);
        if (syntax_upos(&work->syntax, verb) == UPOS_VERB)
            trigger = &triggers[account->also], word = verb;
    }
    Signs at = {work, &work->syntax, account, trigger->status, word, STATUS_HAPPENED};
    for (int i = 0; i < STATUS_COUNT; i++)
        if (at.p[i] > at.p[at.best])
            at.best = (Status)i;
    account->account.status = at.best;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].status != at.best && rules[i].holds(&at)) {
            account->account.status = rules[i].status;
            work_because(work, &account->account.because, "%s: %s", status_name(rules[i].status), rules[i].why);
            return;
        }
    work_because(work, &account->account.because, "%s: network %.2f", status_name(at.best), (double)at.p[at.best]);
}
