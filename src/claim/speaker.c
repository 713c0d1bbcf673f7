/* claim/speaker: whose word it is. The network's head words first, then the tree, then the speaker who goes on; a
 * speaker that the text does not give is never invented.
 */
#include "claim/work.h"

#define SPEAKER_FIRST 0.30f /* the best head word */
#define SPEAKER_OTHER 0.50f /* further ones */

static void add_with_coordinated(Work *work, uint32_t head, IndexList *speakers) {
    const Syntax *s = &work->syntax;
    work_list_add(work, speakers, work_actor(work, head));
    for (uint32_t child = s->child[head]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "conj") && work_mention(work, child))
            work_list_add(work, speakers, work_actor(work, child));
}

static uint32_t by_network(Work *work, const CueReading *cue, Statement *statement) {
    const Argument *best = NULL;
    for (size_t i = 0; i < cue->heads.count; i++) {
        const Argument *head = &cue->heads.items[i];
        if (head->role == ROLE_SPEAKER && head->score >= SPEAKER_FIRST && (!best || head->score > best->score))
            best = head;
    }
    if (!best)
        return NO_WORD;
    add_with_coordinated(work, best->word, &statement->speaker);
    for (size_t i = 0; i < cue->heads.count; i++)
        if (cue->heads.items[i].role == ROLE_SPEAKER && cue->heads.items[i].score >= SPEAKER_OTHER)
            work_list_add(work, &statement->speaker, work_actor(work, cue->heads.items[i].word));
    if (statement->speaker.count)
        work_because(work, &statement->because, "speaker: network %.2f", (double)best->score);
    return best->word;
}

/* "his claim that", "in the words of the minister", "a statement by the army", "made the claim that". */
static uint32_t of_noun(const Syntax *s, uint32_t noun, const char **how) {
    *how = "owner of the cue";
    uint32_t owner = syntax_child(s, noun, "nmod:poss");
    if (owner == NO_WORD)
        owner = syntax_child(s, noun, "nmod");
    return owner != NO_WORD ? owner : syntax_doer(s, noun, how);
}

static uint32_t by_tree(const Work *work, const CueReading *cue, const char **how) {
    const Syntax *s = &work->syntax;
    uint32_t word = range_governor(work, cue->words);
    if (syntax_is(s, word, "case")) { /* "according to the ministry" */
        *how = "phrase of the cue";
        return syntax_head(s, word);
    }
    if (syntax_word(s, word, "according accord")) {
        *how = "phrase of the cue";
        return syntax_child(s, word, "obl");
    }
    if (syntax_upos(s, word) == UPOS_NOUN)
        return of_noun(s, word, how);
    if (syntax_passive(s, word) && cue->words.end - cue->words.first > 1) /* "was quoted as saying" */
        return syntax_subject(s, word, how);
    return syntax_doer(s, word, how);
}

/* Who goes on: a pronoun that nobody resolved, or a verb with no subject at all ("Added that ..."). */
static bool goes_on(const Work *work, const CueReading *cue, uint32_t subject) {
    const Syntax *s = &work->syntax;
    if (subject != NO_WORD)
        return syntax_upos(s, subject) == UPOS_PRON && syntax_word(s, subject, "he she they");
    uint32_t verb = range_governor(work, cue->words);
    return syntax_upos(s, verb) == UPOS_VERB && !syntax_passive(s, verb) && syntax_head(s, verb) == NO_WORD;
}

uint32_t speaker_find(Work *work, const CueReading *cue, Statement *statement) {
    uint32_t head = by_network(work, cue, statement);
    if (statement->speaker.count)
        return head;
    const char *how = "";
    uint32_t subject = by_tree(work, cue, &how);
    if (subject != NO_WORD && !(subject >= cue->words.first && subject < cue->words.end)) {
        add_with_coordinated(work, subject, &statement->speaker);
        if (statement->speaker.count) {
            work_because(work, &statement->because, "speaker: %s", how);
            return subject;
        }
    }
    size_t before = work->record->statements.count;
    if (before > 0 && goes_on(work, cue, subject)) {
        const Statement *previous = &work->record->statements.items[before - 1];
        const Sentence *sentences = work->text->sentences;
        const Word *words = work->text->words;
        if (sentences[words[previous->cue_word].sentence].paragraph ==
            sentences[words[cue->words.first].sentence].paragraph) {
            for (size_t i = 0; i < previous->speaker.count; i++)
                work_list_add(work, &statement->speaker, previous->speaker.items[i]);
            if (statement->speaker.count)
                work_because(work, &statement->because, "speaker: the one of the statement before goes on");
        }
    }
    return head != NO_WORD ? head : subject;
}
