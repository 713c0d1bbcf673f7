/* claim/statement_refuse: what looks like a statement and is none, by the rulings of GUIDE.md. A headline; "was said to
 * have fled" with nobody who says it; "asked not to be named", which is why somebody is unnamed; an accusation, denial
 * or demand with a bare noun ("denied involvement"), which is an event only; what a question asks for ("did she receive
 * orders to").
 */
#include "claim/work.h"

/* A verb of the content that stands in no relative clause inside it: "using the residents as shields". */
static bool has_clause(const Work *work, const SegmentList *content) {
    const Syntax *s = &work->syntax;
    for (size_t i = 0; i < content->count; i++)
        for (uint32_t word = content->items[i].first; word <= content->items[i].last; word++) {
            if (syntax_upos(s, word) != UPOS_VERB && syntax_upos(s, word) != UPOS_AUX)
                continue;
            uint32_t up = word;
            while (up != NO_WORD && content_holds(content, up) && !syntax_is(s, up, "acl:relcl") &&
                   !syntax_is(s, up, "amod"))
                up = syntax_head(s, up);
            if (up == NO_WORD || !content_holds(content, up))
                return true;
        }
    return false;
}

static bool has_quotation(const Work *work, const SegmentList *content) {
    for (size_t q = 0; q < work->text->quotation_count; q++)
        if (content_holds(content, work->text->quotations[q].open))
            return true;
    return false;
}

/* "citing the heat", "cited Article 5": a thing that has no voice. */
static bool cites_a_thing(const Work *work, const CueReading *cue, const SegmentList *content) {
    const Syntax *s = &work->syntax;
    if (!syntax_word(s, range_governor(work, cue->words), "cite") || has_quotation(work, content))
        return false;
    for (size_t i = 0; i < content->count; i++)
        for (uint32_t word = content->items[i].first; word <= content->items[i].last; word++)
            if (syntax_upos(s, word) == UPOS_VERB || syntax_upos(s, word) == UPOS_AUX)
                return false;
    return true;
}

static bool bare_noun(const Work *work, const CueReading *cue, const SegmentList *content) {
    return syntax_word(&work->syntax, range_governor(work, cue->words),
                       "accuse blame denounce condemn criticise criticize deny reject demand oppose") &&
           !has_quotation(work, content) && !has_clause(work, content) && content->items[0].first > cue->words.first;
}

static bool explains_the_unnamed(Work *work, WordRange cue) {
    WordRange sentence = work->text->sentences[work->text->words[cue.first].sentence].words;
    View *words = work_folded(work, sentence, false);
    size_t first, end;
    View reason =
        words ? anonymous_reason(work->tables, words, sentence.end - sentence.first, &first, &end) : (View){0};
    return reason.data && sentence.first + first <= cue.first && cue.end <= sentence.first + end;
}

/* "the answer came from Manila: the paper | says that": what begins with the cue of another, after a word that
 * data/cues.tsv does not have. */
static bool takes_a_cue(Work *work, const CueReading *cue, const SegmentList *content) {
    for (size_t i = 0; i < work->cues.count; i++) {
        const CueReading *other = &work->cues.items[i];
        if (other->words.first == content->items[0].first && other->score > cue->score && other != cue)
            return !cue_is_known(work, cue);
    }
    return false;
}

/* "Or did she receive instructions to wait?": whether anybody said so is what the text asks. The cue belongs to the
 * clause whose auxiliary stands in front of its subject; what others ask ("..., she asked?") is another clause. */
static bool is_asked_for(const Work *work, const CueReading *cue, const SegmentList *content) {
    const Syntax *s = &work->syntax;
    uint32_t top = range_governor(work, cue->words), end = content->items[content->count - 1].last;
    const Sentence *sentence = &work->text->sentences[work->text->words[top].sentence];
    if (!syntax_word(s, sentence->words.end - 1, "?") || content->items[0].first < cue->words.end ||
        end >= sentence->words.end || has_quotation(work, content))
        return false;
    while (syntax_head(s, top) != NO_WORD && !syntax_is(s, top, "parataxis") && !syntax_is(s, top, "acl:relcl"))
        top = syntax_head(s, top);
    uint32_t auxiliary = syntax_child(s, top, "aux"), subject = syntax_child(s, top, "nsubj");
    return syntax_head(s, top) == NO_WORD && auxiliary != NO_WORD && subject != NO_WORD && auxiliary < subject;
}

bool statement_refused(Work *work, const CueReading *cue, const SegmentList *content, bool speaker) {
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, cue->words);
    SentenceKind kind = work->text->sentences[work->text->words[verb].sentence].kind;
    uint32_t infinitive = syntax_child(s, verb, "xcomp");
    bool said_to =
        !speaker && syntax_passive(s, verb) && infinitive != NO_WORD && syntax_child(s, infinitive, "mark") != NO_WORD;
    return kind == SENTENCE_TITLE || kind == SENTENCE_HEADING || said_to || bare_noun(work, cue, content) ||
           cites_a_thing(work, cue, content) || is_asked_for(work, cue, content) || takes_a_cue(work, cue, content) ||
           explains_the_unnamed(work, cue->words);
}
