/* claim/statement_following: texts that are given whole. "The command issued the following statement:" - what comes
 * behind it is said by the command: the quotations of a row, a paragraph each, or else all that follows.
 *
 * Left out: "the following" without a word for a text ("the following day"), and a list behind a colon.
 */
#include "claim/work.h"

static bool brings_in(const Syntax *s, uint32_t verb, uint32_t *noun) {
    *noun = syntax_child(s, verb, "obj");
    if (*noun == NO_WORD || syntax_upos(s, verb) != UPOS_VERB ||
        !syntax_word(s, verb, "issue release publish provide make send read circulate broadcast") ||
        !syntax_word(s, *noun, "statement communique declaration letter message appeal announcement notice bulletin"))
        return false;
    for (uint32_t child = s->child[*noun]; child != NO_WORD; child = s->sibling[child])
        if (syntax_word(s, child, "following follow"))
            return true;
    return false;
}

static bool ends_with_colon(const Work *work, uint32_t sentence) {
    WordRange words = work->text->sentences[sentence].words;
    return words.end > words.first && syntax_word(&work->syntax, words.end - 1, ":");
}

static const Quotation *quotation_from(const Work *work, uint32_t word) {
    for (size_t q = 0; q < work->text->quotation_count; q++)
        if (work->text->quotations[q].open == word)
            return &work->text->quotations[q];
    return NULL;
}

/* The quotations that stand behind each other from this word on; without one, all the rest of the text. */
static void take_rest(Work *work, uint32_t first, SegmentList *content) {
    uint32_t end = (uint32_t)work->text->word_count;
    if (first >= end)
        return;
    const Quotation *quotation = quotation_from(work, first);
    if (!quotation) {
        uint32_t last = (uint32_t)work->text->sentence_count;
        while (last > 0 && work->text->sentences[last - 1].words.first > first &&
               work->text->sentences[last - 1].kind != SENTENCE_PROSE)
            last--;
        KEEP(work, content, (Segment){first, last ? work->text->sentences[last - 1].words.end - 1 : end - 1});
        return;
    }
    for (; quotation && !work->failed; quotation = quotation_from(work, quotation->close + 1))
        KEEP(work, content, (Segment){quotation->open, quotation->close});
}

static bool seen_already(const Work *work, WordRange words) {
    for (size_t i = 0; i < work->statements.count; i++) {
        WordRange cue = work->cues.items[work->statements.items[i].cue].words;
        if (cue.first < words.end && words.first < cue.end)
            return true;
    }
    return false;
}

void statements_following(Work *work) {
    for (uint32_t verb = 0; verb < work->text->word_count && !work->failed; verb++) {
        uint32_t noun, sentence = work->text->words[verb].sentence;
        if (!brings_in(&work->syntax, verb, &noun) || noun < verb || !ends_with_colon(work, sentence))
            continue;
        CueReading cue = {.words = {verb, noun + 1}, .score = 1, .named = 0.5f, .within = -1, .within_score = 1};
        SegmentList content = {0};
        take_rest(work, work->text->sentences[sentence].words.end, &content);
        if (content.count == 0 || seen_already(work, cue.words))
            continue;
        KEEP(work, &work->cues, cue);
        if (!work->failed)
            statement_from(work, work->cues.count - 1, &content, "content: the text that follows");
    }
}
