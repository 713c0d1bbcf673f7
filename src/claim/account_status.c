/* claim/account_status: happened, ongoing, planned, called-for, possible, denied or asked, as the innermost speaker has
 * it. The network's probabilities, mended where the tree speaks plainly: a question, a negation, a modal, a demand.
 */
#include "claim/work.h"

#define HINT 0.10f /* what the network must give a status before a plain sign in the tree decides for it */

static bool question(const Work *work, uint32_t word) {
    WordRange words = work->text->sentences[work->text->words[word].sentence].words;
    for (uint32_t w = words.end; w > words.first && w > words.end - 3 && w > 0; w--)
        if (view_equal(text_word(work->text, w - 1), VIEW("?")))
            return true;
    return false;
}

static uint32_t modal(const Syntax *s, uint32_t verb, const char *words) {
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "aux") && syntax_word(s, child, words))
            return child;
    return NO_WORD;
}

/* "called for the release of", "demanded that they leave", "urged the army to withdraw". */
static bool demanded(const Syntax *s, uint32_t word) {
    uint32_t head = syntax_head(s, word);
    if (head == NO_WORD || !(syntax_is(s, word, "xcomp") || syntax_is(s, word, "ccomp") || syntax_is(s, word, "obj") ||
                             syntax_is(s, word, "obl") || syntax_is(s, word, "advcl")))
        return false;
    return syntax_word(s, head, "demand call urge ask request appeal order require recommend propose insist beg");
}

void account_status(Work *work, AccountWork *account) {
    const TriggerReading *trigger = &work->reading->triggers[account->trigger];
    const Syntax *s = &work->syntax;
    const float *p = trigger->status;
    uint32_t word = account->word;
    Status best = STATUS_HAPPENED;
    for (int i = 0; i < STATUS_COUNT; i++)
        if (p[i] > p[best])
            best = (Status)i;
    Status mended = best;
    const char *why = NULL;
    if (best != STATUS_ASKED && p[STATUS_ASKED] >= HINT && question(work, word))
        mended = STATUS_ASKED, why = "the sentence is a question";
    else if (best != STATUS_HAPPENED)
        ;
    else if (account->type != EVENT_REJECT && p[STATUS_DENIED] >= HINT && syntax_negated(s, word))
        mended = STATUS_DENIED, why = "negated";
    else if (p[STATUS_CALLED_FOR] >= HINT && demanded(s, word))
        mended = STATUS_CALLED_FOR, why = "object of a demand";
    else if (p[STATUS_POSSIBLE] >= HINT && modal(s, word, "may might could can") != NO_WORD)
        mended = STATUS_POSSIBLE, why = "modal verb";
    else if (p[STATUS_PLANNED] >= HINT && modal(s, word, "will shall would 'll") != NO_WORD)
        mended = STATUS_PLANNED, why = "future";
    account->account.status = mended;
    if (why)
        work_because(work, &account->account.because, "%s: %s", status_name(mended), why);
    else
        work_because(work, &account->account.because, "%s: network %.2f", status_name(mended), (double)p[mended]);
}
