/* claim/event_counts: numbers of the text -> counts of the event that they belong to. The network links a number to its
 * trigger; where it does not, the number belongs to the trigger whose source or target is counted. A number is counted
 * once only. What is counted follows from the word that governs the counted noun ("five people were killed") or from
 * the noun itself ("200 soldiers", "nine dead").
 */
#include "claim/work.h"

#define COUNT_SCORE 0.40f

typedef struct Kind {
    const char *what, *words; /* lemmas of the governing word or the counted noun */
} Kind;

static const Kind kinds[] = {
    {"killed", "kill killed killing killings dead death deaths die died martyr martyrs martyred murder murdered slain "
               "slay execute executed execution behead fatality fatalities massacre"},
    {"injured", "injure injured injury injuries wound wounded wounds hurt"},
    {"arrested", "arrest arrested arrests detain detained detention detainee detainees imprison jail"},
    {"kidnapped", "kidnap kidnapped abduct abducted abduction kidnapping hostage hostages"},
    {"captured", "capture captured captive captives"},
    {"released", "release released free freed liberate"},
    {"displaced", "displace displaced flee evacuate"},
    {"tortured", "torture tortured"},
};

static View kind_of(const Syntax *s, uint32_t word) {
    for (size_t i = 0; word != NO_WORD && i < sizeof kinds / sizeof *kinds; i++)
        if (syntax_word(s, word, kinds[i].words))
            return view(kinds[i].what);
    return (View){0};
}

static bool counts_people(const Syntax *s, uint32_t noun) {
    return noun == NO_WORD || syntax_upos(s, noun) == UPOS_PROPN ||
           syntax_word(
               s, noun,
               "person people man men woman women protester demonstrator citizen resident worker "
               "student employee supporter activist civilian child thousand thousands hundred hundreds ten tens "
               "dozen dozens");
}

/* What the number tells of this event. */
static View what_of(const Work *work, const Number *number, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    uint32_t noun = number->counted != NO_WORD ? number->counted : number->words.end - 1;
    View what = kind_of(s, noun);
    if (what.data)
        return what;
    bool undergone = noun != NO_WORD && (syntax_is(s, noun, "nsubj:pass") || syntax_is(s, noun, "obj") ||
                                         syntax_is(s, noun, "nmod") || syntax_is(s, noun, "nsubj"));
    uint32_t governor = noun == NO_WORD ? NO_WORD : syntax_head(s, noun);
    bool doer = undergone && syntax_is(s, noun, "nsubj") && !syntax_is(s, noun, "nsubj:pass");
    if (doer && governor != NO_WORD && !syntax_word(s, governor, "die"))
        undergone = false;
    what = undergone ? kind_of(s, governor) : what;
    if (what.data)
        return what;
    if (account->type == EVENT_PROTEST && counts_people(s, number->counted))
        return VIEW("participants");
    what = undergone ? kind_of(s, account->word) : what;
    if (what.data)
        return what;
    return number->counted == NO_WORD ? VIEW("people") : text_word(work->text, noun);
}

static float network_link(const Work *work, const AccountWork *account, const Number *number) {
    const ArgumentList *arguments = &work->reading->triggers[account->trigger].arguments;
    float best = 0;
    for (size_t i = 0; i < arguments->count; i++) {
        const Argument *argument = &arguments->items[i];
        bool here = (argument->word >= number->words.first && argument->word < number->words.end) ||
                    argument->word == number->counted;
        if (argument->role == ROLE_COUNT && here && argument->score > best)
            best = argument->score;
    }
    return best;
}

/* The counted noun is the head of the trigger's source or target, and the trigger is what governs it. */
static bool tree_link(const Work *work, const AccountWork *account, const Number *number) {
    const Syntax *s = &work->syntax;
    uint32_t noun = number->counted;
    if (noun == NO_WORD || !work_mention(work, noun))
        return false;
    const char *how;
    return noun == syntax_undergoer(s, account->word, &how) || noun == syntax_doer(s, account->word, &how);
}

static void attach(Work *work, AccountWork *account, const Number *number) {
    Count count = {.what = what_of(work, number, account),
                   .low = number->low,
                   .high = number->high,
                   .span = text_words_span(work->text, number->words)};
    for (size_t i = 0; i < account->account.counts.count; i++)
        if (view_equal(account->account.counts.items[i].what, count.what) &&
            account->account.counts.items[i].low == count.low && account->account.counts.items[i].high == count.high)
            return;
    KEEP(work, &account->account.counts, count);
}

void counts_attach(Work *work) {
    for (size_t n = 0; n < work->mentions->number_count; n++) {
        const Number *number = &work->mentions->numbers[n];
        if (number->words.first < work->text->word_count && work->mentions->time_at[number->words.first] >= 0)
            continue; /* "three weeks ago" */
        AccountWork *best = NULL;
        float score = COUNT_SCORE;
        for (size_t i = 0; i < work->accounts.count; i++) {
            float link = network_link(work, &work->accounts.items[i], number);
            if (link >= score)
                best = &work->accounts.items[i], score = link;
        }
        for (size_t i = 0; !best && i < work->accounts.count; i++)
            if (tree_link(work, &work->accounts.items[i], number))
                best = &work->accounts.items[i];
        if (best)
            attach(work, best, number);
    }
}
