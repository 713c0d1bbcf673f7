/* claim/statement_chant: quotations that no cue of the network brings in. What a crowd holds up or shouts: raising
 * slogans such as "...", placards that read "...", a banner with the words "...". A quotation behind such a noun or
 * verb (data/cues.tsv: manner direct) is a statement of whoever raises it, also where the network sees no cue.
 *
 * Left out: a slogan in no quotation marks, one that names a thing ("the "Great Lie" campaign" has no such word before
 * it).
 */
#include "claim/work.h"

#define SEEN_SCORE 0.45f /* from here on the network's cue decides */

static bool is_carrier(Work *work, uint32_t word) {
    Upos upos = syntax_upos(&work->syntax, word);
    if (upos != UPOS_NOUN && upos != UPOS_VERB)
        return false;
    WordRange one = {word, word + 1};
    View *lemma = work_folded(work, one, true), *form = work_folded(work, one, false);
    const CueEntry *entry = lemma && form ? cue_find(work->tables, lemma, form, 1) : NULL;
    if (!entry || !view_equal(entry->manner, VIEW("direct")))
        return false;
    return view_equal(entry->kind, VIEW("noun")) || upos == UPOS_VERB;
}

/* The noun or verb that brings the quotation in: only words like "such as", "that read", "with the words" between. */
static uint32_t carrier_of(Work *work, uint32_t open) {
    const Syntax *s = &work->syntax;
    uint32_t first = work->text->sentences[work->text->words[open].sentence].words.first;
    for (uint32_t word = open; word > first && open - word < 6; word--) {
        uint32_t before = word - 1;
        if (is_carrier(work, before))
            return before;
        bool between =
            syntax_word(s, before, "such as like including of with that which the words read saying say : ,");
        if (!between)
            return NO_WORD;
    }
    return NO_WORD;
}

/* The next quotation of a row: "..." and "..."; or NULL. */
static const Quotation *next_of_row(const Work *work, const Quotation *quotation) {
    for (size_t q = 0; q < work->text->quotation_count; q++) {
        const Quotation *next = &work->text->quotations[q];
        bool row = next->open > quotation->close && next->open <= quotation->close + 3 && next->closed;
        for (uint32_t word = quotation->close + 1; row && word < next->open; word++)
            row = syntax_word(&work->syntax, word, "and or ,");
        if (row)
            return next;
    }
    return NULL;
}

/* The network has a cue of its own here. */
static bool is_seen(const Work *work, WordRange words) {
    for (size_t i = 0; i < work->cues.count; i++) {
        const CueReading *cue = &work->cues.items[i];
        if (cue->score >= SEEN_SCORE && cue->words.first < words.end && words.first < cue->words.end)
            return true;
    }
    return false;
}

static WordRange cue_of(const Work *work, uint32_t carrier) {
    const Syntax *s = &work->syntax;
    uint32_t verb = syntax_upos(s, carrier) == UPOS_NOUN ? syntax_light_verb(s, carrier) : carrier;
    bool beside = verb != NO_WORD && verb < carrier && carrier - verb <= 3; /* "raising slogans" */
    return (WordRange){beside ? verb : carrier, carrier + 1};
}

static const ActorMention *mention_that(const Work *work, uint32_t first, uint32_t end) {
    for (size_t i = 0; i < work->mentions->actor_count; i++) {
        const ActorMention *mention = &work->mentions->actors[i];
        if (mention->form != FORM_PRONOUN && (first == NO_WORD || mention->words.first == first) &&
            (end == NO_WORD || mention->words.end == end))
            return mention;
    }
    return NULL;
}

/* Koss: "..." and "..." - the mayor, Yusuf Karam. The mark is the cue. */
static void by_mark(Work *work, const Quotation *quotation) {
    WordRange sentence = work->text->sentences[work->text->words[quotation->open].sentence].words;
    uint32_t mark = quotation->open - 1;
    const ActorMention *mention = NULL;
    if (quotation->open >= sentence.first + 2 && syntax_word(&work->syntax, mark, ":"))
        mention = mention_that(work, sentence.first, mark);
    if (!mention && quotation->close + 2 < sentence.end && syntax_word(&work->syntax, quotation->close + 1, "- – —")) {
        mark = quotation->close + 1;
        mention = mention_that(work, mark + 1, NO_WORD);
        if (mention && mention->apposition >= 0) /* "the mayor of Dera, Yusuf Karam" */
            mention = &work->mentions->actors[mention->apposition];
        if (mention && mention->words.end + 1 < sentence.end)
            mention = NULL;
    }
    Argument *speaker = mention ? arena_array(work->arena, 1, sizeof *speaker) : NULL;
    if (!speaker) {
        work->failed |= mention != NULL;
        return;
    }
    *speaker = (Argument){.word = mention->head, .role = ROLE_SPEAKER, .score = 1};
    CueReading cue = {
        .words = {mark, mark + 1}, .score = 1, .named = 0.5f, .within = -1, .within_score = 1, .heads = {speaker, 1}};
    if (!is_seen(work, sentence))
        KEEP(work, &work->cues, cue);
}

void chants_find(Work *work) {
    for (size_t q = 0; q < work->text->quotation_count && !work->failed; q++) {
        const Quotation *quotation = &work->text->quotations[q];
        uint32_t carrier = quotation->closed ? carrier_of(work, quotation->open) : NO_WORD;
        if (carrier == NO_WORD && quotation->closed && quotation->inside < 0)
            by_mark(work, quotation);
        if (carrier == NO_WORD || is_seen(work, (WordRange){cue_of(work, carrier).first, quotation->open}))
            continue;
        CueReading cue = {.words = cue_of(work, carrier), .score = 1, .named = 0.3f, .within = -1, .within_score = 1};
        KEEP(work, &work->cues, cue);
    }
}

void chant_content(Work *work, const CueReading *cue, SegmentList *content) {
    for (size_t q = 0; q < work->text->quotation_count; q++) {
        const Quotation *quotation = &work->text->quotations[q];
        if (quotation->open == cue->words.end || quotation->close + 1 == cue->words.first)
            KEEP(work, content, (Segment){quotation->open, quotation->close}); /* the cue is a mark beside it */
        else if (quotation->closed && quotation->open >= cue->words.end &&
                 carrier_of(work, quotation->open) == cue->words.end - 1)
            for (; quotation; quotation = next_of_row(work, quotation))
                KEEP(work, content, (Segment){quotation->open, quotation->close});
    }
}
