/* claim/account: the network's triggers -> accounts: each mention of an event, with what its own sentence says.
 *
 * Two triggers that name one act are one account: a light verb with its noun ("signed an agreement", "a curfew was
 * imposed"), a noun with its modifier ("military offensive"). What only tells how somebody speaks is no event
 * ("declined to comment"). A word that data/types.tsv is sure of has its type from there.
 */
#include "claim/work.h"

#define TRIGGER_SCORE 0.45f
#define TOGETHER      5 /* words between the first and the last of a trigger that is shown as one span */

static const char light_verbs[] =
    "sign reach strike seal ink conclude broker clinch impose clamp slap levy file lodge register carry launch conduct "
    "make stage hold commit mount perform open take issue announce begin start lead offer declare wage give deliver "
    "order organise organize place put pay receive set send exchange voice express suffer see do undertake initiate "
    "convene raise pass";

/* Who says that he will not speak does not act: "declined to comment", "asked not to be named". */
static bool only_about_speaking(const Syntax *s, const AccountWork *account) {
    if (account->type != EVENT_REJECT && account->type != EVENT_REQUEST)
        return false;
    for (uint32_t child = s->child[account->word]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "xcomp") || syntax_is(s, child, "ccomp") || syntax_is(s, child, "obj")) &&
            syntax_word(s, child, "comment identify name anonymity elaborate withhold withheld"))
            return true;
        else if (syntax_is(s, child, "xcomp") && syntax_word(s, child, "reveal disclose give mention") &&
                 syntax_child(s, child, "obj") != NO_WORD &&
                 syntax_word(s, syntax_child(s, child, "obj"), "name identity"))
            return true;
    return false;
}

/* Does `verb` lend its verb to the act that `noun` names, or `modifier` its kind to the noun? */
static bool one_act(const Syntax *s, uint32_t part, uint32_t noun) {
    if (syntax_head(s, part) == noun)
        return syntax_is(s, part, "compound") || syntax_is(s, part, "amod") || syntax_is(s, part, "flat");
    return syntax_head(s, noun) == part && syntax_upos(s, noun) == UPOS_NOUN && syntax_upos(s, part) == UPOS_VERB &&
           (syntax_is(s, noun, "obj") || syntax_is(s, noun, "nsubj:pass")) && syntax_word(s, part, light_verbs);
}

static AccountWork account_new(Work *work, uint32_t index) {
    const TriggerReading *trigger = &work->reading->triggers[index];
    SentenceKind kind = work->text->sentences[work->text->words[trigger->words.first].sentence].kind;
    return (AccountWork){.trigger = index,
                         .also = -1,
                         .words = trigger->words,
                         .word = range_governor(work, trigger->words),
                         .type = trigger->type,
                         .headline = kind == SENTENCE_TITLE || kind == SENTENCE_HEADING,
                         .event = -1,
                         .account = {.place = -1, .time = -1, .from = DAY_UNKNOWN, .to = DAY_UNKNOWN}};
}

/* `part` becomes a part of `account`, whose noun names the act; the surer of the two gives the type. */
static void absorb(Work *work, AccountWork *account, const AccountWork *part) {
    const TriggerReading *triggers = work->reading->triggers;
    account->also = (int32_t)part->trigger;
    if (triggers[part->trigger].score > triggers[account->trigger].score)
        account->type = part->type;
    WordRange all = {part->words.first < account->words.first ? part->words.first : account->words.first,
                     part->words.end > account->words.end ? part->words.end : account->words.end};
    if (all.end - all.first <= TOGETHER)
        account->words = all;
    work_because(work, &account->account.because, "one act with its %s",
                 syntax_upos(&work->syntax, part->word) == UPOS_VERB ? "light verb" : "modifier");
}

#define PART (-2) /* AccountWork.also of one that became a part of another */

/* Joins the accounts of a sentence that name one act; the list stays in the order of the text. */
static void join_acts(Work *work) {
    AccountWork *items = work->accounts.items;
    size_t kept = 0, first = 0;
    for (size_t i = 0; i < work->accounts.count; i++) {
        while (work_sentence(work, items[first].words.first) != work_sentence(work, items[i].words.first))
            first++;
        for (size_t k = first; k < work->accounts.count && items[i].also == -1; k++) {
            if (work_sentence(work, items[k].words.first) != work_sentence(work, items[i].words.first))
                break;
            if (k != i && items[k].also == -1 && one_act(&work->syntax, items[i].word, items[k].word)) {
                absorb(work, &items[k], &items[i]);
                items[i].also = PART;
            }
        }
    }
    for (size_t i = 0; i < work->accounts.count; i++)
        if (items[i].also != PART)
            items[kept++] = items[i];
    work->accounts.count = kept;
}

static void sure_type(Work *work, AccountWork *account) {
    View *lemmas = work_folded(work, account->words, true);
    const TypeEntry *entry = lemmas ? type_sure(work->tables, lemmas, account->words.end - account->words.first) : NULL;
    if (!entry || entry->type == account->type)
        return;
    account->type = entry->type;
    work_because(work, &account->account.because, "types.tsv is sure: %s", event_type_name(entry->type));
}

static void fill(Work *work, AccountWork *account) {
    account->account.trigger = text_words_span(work->text, account->words);
    account->account.said_in = work_statement_at(work, work->reading->triggers[account->trigger].words.first);
    account_actors(work, account);
    account_status(work, account);
    account_place(work, account);
    account_time(work, account);
}

void accounts_find(Work *work) {
    for (size_t i = 0; i < work->reading->trigger_count; i++) {
        const TriggerReading *trigger = &work->reading->triggers[i];
        if (trigger->score < TRIGGER_SCORE)
            continue;
        AccountWork account = account_new(work, (uint32_t)i);
        if (only_about_speaking(&work->syntax, &account))
            continue;
        work_because(work, &account.account.because, "%s: network %.2f", event_type_name(trigger->type),
                     (double)trigger->score);
        sure_type(work, &account);
        KEEP(work, &work->accounts, account);
    }
    join_acts(work);
    for (size_t i = 0; i < work->accounts.count && !work->failed; i++)
        fill(work, &work->accounts.items[i]);
}
