/* claim/event_verbs: the CAMEO code of an event by a user's own PETRARCH verbs, which goes before ours. The verb is the
 * trigger's, or its light verb's; of the patterns of its block the one with most words whose words all stand on the
 * right side of the verb and under it in the tree; the verb's own code when none fits. A passive has what stands behind
 * the verb in an active sentence on either side.
 *
 * Left out: transformations, and the marks of source and target in patterns (+ $ % ^): whom an event has is the
 * network's business.
 */
#include "claim/work.h"

#define FARTHEST 40 /* words from the verb */

typedef struct Match {
    Work *work;
    View *folded, *lemmas; /* of the sentence */
    WordRange sentence;
    uint32_t verb;
    bool passive;
} Match;

static bool is_word(const Match *m, View wanted, uint32_t word) {
    View key = unicode_fold(m->work->arena, wanted);
    m->work->failed |= !key.data;
    return key.data && (view_equal(key, m->folded[word - m->sentence.first]) ||
                        view_equal(key, m->lemmas[word - m->sentence.first]));
}

/* "AIR_STRIKE" at this word, "&WEAPON" by its set. */
static bool stands_at(const Match *m, View wanted, uint32_t word) {
    if (wanted.length && wanted.data[0] == '&')
        return own_verb_set_holds(m->work->tables, wanted, m->folded[word - m->sentence.first]) ||
               own_verb_set_holds(m->work->tables, wanted, m->lemmas[word - m->sentence.first]);
    View rest = wanted, part;
    while (view_split(&rest, '_', &part)) {
        if (part.length == 0)
            continue;
        if (word >= m->sentence.end || !is_word(m, part, word))
            return false;
        word++;
    }
    return true;
}

/* All words of one side; *count grows by their number. */
static bool side_matches(const Match *m, View words, bool behind, size_t *count) {
    View rest = words, wanted;
    while (view_split(&rest, ' ', &wanted)) {
        if (wanted.length == 0 || (wanted.length == 1 && !(wanted.data[0] >= 'A' && wanted.data[0] <= 'Z')))
            continue; /* + $ % ^ */
        bool found = false;
        for (uint32_t word = m->sentence.first; word < m->sentence.end && !found; word++) {
            bool there = m->passive ? word != m->verb : behind ? word > m->verb : word < m->verb;
            uint32_t far = word > m->verb ? word - m->verb : m->verb - word;
            found =
                there && far <= FARTHEST && syntax_under(&m->work->syntax, word, m->verb) && stands_at(m, wanted, word);
        }
        if (!found)
            return false;
        *count += 1;
    }
    return true;
}

/* The code of the block for this verb; data NULL: none. */
static View code_in(const Match *m, const VerbBlock *block, View own, size_t *line) {
    View code = own;
    size_t most = 0;
    *line = block->line;
    for (size_t i = 0; i < block->patterns.count && !m->work->failed; i++) {
        const VerbPattern *pattern = &block->patterns.items[i];
        size_t count = 0;
        if (side_matches(m, pattern->before, false, &count) && side_matches(m, pattern->after, true, &count) &&
            count > most) {
            most = count;
            code = pattern->code;
            *line = pattern->line;
        }
    }
    return code;
}

/* "cleared up" before "cleared", each as it stands and as a lemma. */
static const VerbBlock *block_at(const Match *m, View *own) {
    size_t at = m->verb - m->sentence.first;
    View forms[] = {m->folded[at], m->lemmas[at]};
    const VerbBlock *block = NULL;
    for (int i = 0; i < 2 && !block && m->verb + 1 < m->sentence.end; i++) {
        View two = arena_format(m->work->arena, "%.*s %.*s", (int)forms[i].length, forms[i].data,
                                (int)m->folded[at + 1].length, m->folded[at + 1].data);
        m->work->failed |= !two.data;
        block = two.data ? own_verb_find(m->work->tables, two, own) : NULL;
    }
    for (int i = 0; i < 2 && !block; i++)
        block = own_verb_find(m->work->tables, forms[i], own);
    return block;
}

static bool verb_code(Work *work, uint32_t verb, View *code, size_t *line) {
    WordRange sentence = work->text->sentences[work->text->words[verb].sentence].words;
    if (syntax_upos(&work->syntax, verb) != UPOS_VERB)
        return false;
    Match m = {.work = work, .sentence = sentence, .verb = verb, .passive = syntax_passive(&work->syntax, verb)};
    m.folded = work_folded(work, sentence, false);
    m.lemmas = work_folded(work, sentence, true);
    if (!m.folded || !m.lemmas)
        return false;
    View own;
    const VerbBlock *block = block_at(&m, &own);
    *code = block ? code_in(&m, block, own, line) : (View){NULL, 0};
    return code->data != NULL;
}

void event_code_by_verbs(Work *work, Event *event) {
    const AccountWork *account = NULL;
    for (size_t i = 0; i < work->accounts.count && !account; i++)
        if (work->accounts.items[i].account.trigger.start == event->whole.trigger.start)
            account = &work->accounts.items[i];
    View code;
    size_t line;
    if (!account || !own_verbs_given(work->tables))
        return;
    bool found = verb_code(work, account->word, &code, &line);
    if (!found && account->also >= 0)
        found = verb_code(work, range_governor(work, work->reading->triggers[account->also].words), &code, &line);
    if (!found)
        return;
    event->cameo = code;
    work_because(work, &event->whole.because, "CAMEO %.*s: line %zu of --verbs", (int)code.length, code.data, line);
}
