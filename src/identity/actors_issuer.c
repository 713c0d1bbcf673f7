/* identity/actors_issuer: who speaks in a document that is the report itself: "Communique of the Council of Unions",
 * and then "we" outside all quotations.
 *
 * In: the title. Out: the mention in it that the document is of. Left out: documents that a report quotes, whose words
 * are statements.
 */
#include "identity/actors.h"

static bool is_document(ActorWork *work, uint32_t word) {
    static const char *const documents[] = {"communique", "statement", "declaration", "appeal",   "letter",  "message",
                                            "manifesto",  "release",   "resolution",  "bulletin", "address", NULL};
    return view_among(actors_folded(work, word), documents);
}

static bool is_of(const ActorWork *work, uint32_t head) {
    WordRange sentence = work->text->sentences[work->text->words[head].sentence].words;
    for (uint32_t word = sentence.first; word < head; word++)
        if (work->reading->words[word].head == head && reading_relation_is(work->reading, word, "case") &&
            (text_word_is(work->text, word, "of") || text_word_is(work->text, word, "by") ||
             text_word_is(work->text, word, "from")))
            return true;
    return false;
}

uint32_t actors_issuer(ActorWork *work) {
    if (work->text->sentence_count == 0 || work->text->sentences[0].kind != SENTENCE_TITLE)
        return NO_WORD;
    WordRange title = work->text->sentences[0].words;
    for (uint32_t i = 0; i < work->count && work->mentions->actors[i].head < title.end; i++) {
        uint32_t head = work->mentions->actors[i].head, noun = work->reading->words[head].head;
        if (noun != head && noun < title.end && reading_relation_is(work->reading, head, "nmod") && is_of(work, head) &&
            is_document(work, noun))
            return i;
    }
    return NO_WORD;
}
