/* claim/statement: the network's cues -> statements. One for each cue that is sure enough and has a content; what was
 * said, by whom, in which manner, through which channel. Which statement stands inside which is statement_nest.c.
 *
 * Left out on purpose: words in quotation marks that nobody says (scare quotes, titles), cues without a content.
 */
#include "claim/work.h"

#define CUE_SCORE 0.45f /* chosen on the development reports: F1 is flat between 0.4 and 0.55 */

static SpanList content_spans(Work *work, const SegmentList *segments) {
    SpanList spans = {0};
    for (size_t i = 0; i < segments->count; i++)
        KEEP(work, &spans,
             text_words_span(work->text, (WordRange){segments->items[i].first, segments->items[i].last + 1}));
    return spans;
}

static size_t content_size(const SegmentList *content) {
    size_t size = 0;
    for (size_t i = 0; i < content->count; i++)
        size += content->items[i].last - content->items[i].first + 1;
    return size;
}

static size_t shared_words(const SegmentList *a, const SegmentList *b) {
    size_t shared = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++) {
            Segment x = a->items[i], y = b->items[j];
            uint32_t first = x.first > y.first ? x.first : y.first, last = x.last < y.last ? x.last : y.last;
            if (first <= last)
                shared += last - first + 1;
        }
    return shared;
}

static bool same_speakers(const IndexList *a, const IndexList *b) {
    return (a->count == 0 && b->count == 0) || work_lists_meet(a, b);
}

/* Two cues of one speaker for nearly the same content are one statement told twice: "added, saying that". */
static bool repeats(const Work *work, const Statement *statement, const StatementWork *beside, float score) {
    for (size_t i = 0; i < work->statements.count; i++) {
        StatementWork *other = &work->statements.items[i];
        size_t shared = shared_words(&other->content, &beside->content);
        size_t larger = other->size > beside->size ? other->size : beside->size;
        if (shared * 10 < larger * 9 || !same_speakers(&work->record->statements.items[i].speaker, &statement->speaker))
            continue;
        const CueReading *earlier = &work->cues.items[other->cue];
        return score <= earlier->score || earlier->words.first < work->cues.items[beside->cue].words.first;
    }
    return false;
}

bool contents_agree(const Work *work, size_t a, size_t b) {
    const StatementWork *one = &work->statements.items[a], *other = &work->statements.items[b];
    size_t larger = one->size > other->size ? one->size : other->size;
    return shared_words(&one->content, &other->content) * 10 >= larger * 9;
}

/* "confirmed this": what was said before; nothing where no statement stands right before. False: no content. */
static bool mean_the_one_before(Work *work, const CueReading *cue, StatementWork *beside) {
    const Segment *segment = beside->content.items;
    uint32_t only = beside->content.count == 0 ? syntax_child(&work->syntax, range_governor(work, cue->words), "obj")
                    : beside->content.count == 1 && segment->first == segment->last ? segment->first
                                                                                    : NO_WORD;
    if (only == NO_WORD || syntax_upos(&work->syntax, only) != UPOS_PRON ||
        !syntax_word(&work->syntax, only, "this that it"))
        return true;
    const StatementWork *before = work->statements.count ? &work->statements.items[work->statements.count - 1] : NULL;
    if (!before || !syntax_word(&work->syntax, range_governor(work, cue->words), "confirm repeat affirm echo") ||
        work->text->words[cue->words.first].sentence >
            work->text->words[before->content.items[before->content.count - 1].last].sentence + 1)
        return false;
    beside->content = before->content;
    return true;
}

bool statement_from(Work *work, size_t index, const SegmentList *content, const char *why) {
    const CueReading *cue = &work->cues.items[index];
    Statement statement = {.within = -1, .cue_word = cue->words.first};
    StatementWork beside = {.cue = (int32_t)index};
    work_because(work, &statement.because, "cue: network %.2f", (double)cue->score);
    if (content)
        beside.content = *content;
    else
        content_find(work, cue, &beside.content, &statement.because);
    if (why)
        work_because(work, &statement.because, "%s", why);
    if (!mean_the_one_before(work, cue, &beside))
        return false;
    beside.size = content_size(&beside.content);
    if (beside.size == 0)
        return false;
    statement.content = content_spans(work, &beside.content);
    if (syntax_upos(&work->syntax, cue->words.first) != UPOS_PUNCT) /* a colon is no word of saying */
        KEEP(work, &statement.cue, text_words_span(work->text, cue->words));
    uint32_t speaker = speaker_find(work, cue, &beside.content, &statement);
    if (statement_refused(work, cue, &beside.content, statement.speaker.count > 0) ||
        repeats(work, &statement, &beside, cue->score) ||
        (cue_cites(work, cue) && content && statement.speaker.count == 0))
        return false;
    beside.speaker = speaker;
    statement.manner = content_manner(work, &beside.content);
    statement.commitment = commitment_of(work, cue, &statement.because);
    statement.channel = channel_find(work, cue, &statement, &beside.content);
    KEEP(work, &work->record->statements, statement);
    KEEP(work, &work->statements, beside);
    return true;
}

/* "..." she said. "The rest of it." A sentence that is a quotation and nothing else goes on with the statement before.
 */
static void take_following_quotations(Work *work) {
    for (size_t q = 0; q < work->text->quotation_count; q++) {
        const Quotation *quotation = &work->text->quotations[q];
        uint32_t open = quotation->open, sentence = work->text->words[open].sentence;
        const Sentence *here = &work->text->sentences[sentence];
        if (sentence == 0 || here->words.first != open || quotation->close + 2 < here->words.end ||
            quotation->inside >= 0 || work_statement_at(work, open) >= 0)
            continue;
        const Sentence *before = &work->text->sentences[sentence - 1];
        if (before->paragraph != here->paragraph)
            continue;
        for (size_t i = work->statements.count; i-- > 0;) {
            Statement *statement = &work->record->statements.items[i];
            uint32_t last = work->statements.items[i].content.items[work->statements.items[i].content.count - 1].last;
            bool cue_there = work->text->words[statement->cue_word].sentence == sentence - 1;
            bool content_there = work->text->words[last].sentence == sentence - 1;
            if ((!cue_there && !content_there) || statement->manner != MANNER_DIRECT)
                continue;
            KEEP(work, &work->statements.items[i].content, (Segment){open, quotation->close});
            work->statements.items[i].size += quotation->close - open + 1;
            KEEP(work, &statement->content, text_words_span(work->text, (WordRange){open, quotation->close + 1}));
            work_because(work, &statement->because, "the quotation that follows goes on with it");
            break;
        }
    }
}

void statements_find(Work *work) {
    for (size_t i = 0; i < work->reading->cue_count; i++)
        KEEP(work, &work->cues, work->reading->cues[i]);
    size_t seen = work->cues.count;
    chants_find(work);
    for (size_t i = 0; !work->failed && i < seen; i++)
        if (work->cues.items[i].score >= CUE_SCORE)
            statement_from(work, i, NULL, NULL);
    for (size_t i = seen; !work->failed && i < work->cues.count; i++) {
        SegmentList content = {0};
        chant_content(work, &work->cues.items[i], &content);
        statement_from(work, i, &content, "content: held up or shouted, in quotation marks");
    }
    if (!work->failed)
        take_following_quotations(work);
}
