/* claim/statement_nest: which statement stands inside which. The words decide first: a cue that stands in another
 * statement's content is told there, and the innermost content counts. Where a retelling goes on over sentences
 * ("The writer mentioned ... He quoted Z as saying ..."), the network's link does, weighed by how the same speaker was
 * told before: whom the writer has quoted once, he quotes again (7 of 10 in the annotated reports), and who spoke to
 * the report itself goes on doing so (98 of 100). No chain ever comes back to itself.
 */
#include "claim/work.h"

#define WITHIN_SCORE       0.50f /* the network's link, on its word alone */
#define WITHIN_AGAINST     0.85f /* its link for a speaker who has spoken to the report itself */
#define WITHIN_NOT_AGAINST 0.90f /* its "no link" for a speaker who has been retold */

static bool leads_to(const Record *record, int32_t from, int32_t to) {
    for (size_t steps = 0; from >= 0 && steps <= record->statements.count; steps++) {
        if (from == to)
            return true;
        from = record->statements.items[from].within;
    }
    return false;
}

static int32_t statement_of_cue(const Work *work, int32_t cue) {
    for (size_t i = 0; i < work->statements.count; i++)
        if (work->statements.items[i].cue == cue)
            return (int32_t)i;
    return -1;
}

static int32_t around(const Work *work, size_t index) {
    uint32_t cue = work->record->statements.items[index].cue_word;
    int32_t best = -1;
    for (size_t i = 0; i < work->statements.count; i++)
        if (i != index && work_content_holds(&work->statements.items[i], cue) &&
            (best < 0 || work->statements.items[i].size < work->statements.items[best].size))
            best = (int32_t)i;
    return best;
}

static bool same_speakers(const IndexList *a, const IndexList *b) {
    bool same = a->count == b->count && a->count > 0;
    for (size_t i = 0; same && i < a->count; i++)
        same = work_list_holds(b, a->items[i]);
    return same;
}

/* The last statement of the same speakers in front of this one, or -1. */
static int32_t spoke_before(const Record *record, size_t index) {
    const Statement *statement = &record->statements.items[index];
    int32_t last = -1;
    for (size_t i = 0; i < record->statements.count; i++) {
        const Statement *other = &record->statements.items[i];
        if (other->cue_word < statement->cue_word && same_speakers(&other->speaker, &statement->speaker) &&
            (last < 0 || other->cue_word > record->statements.items[last].cue_word))
            last = (int32_t)i;
    }
    return last;
}

static void put_inside(Work *work, size_t index, int32_t outer, const char *why, float score) {
    Statement *statement = &work->record->statements.items[index];
    if (outer < 0 || leads_to(work->record, outer, (int32_t)index))
        return;
    statement->within = outer;
    work_because(work, &statement->because, "%s: network %.2f", why, (double)score);
}

static void told_over_sentences(Work *work, size_t index) {
    const Statement *statement = &work->record->statements.items[index];
    const CueReading *cue = &work->reading->cues[work->statements.items[index].cue];
    int32_t before = spoke_before(work->record, index);
    int32_t retold = before < 0 ? -1 : work->record->statements.items[before].within;
    bool own_speaker =
        retold >= 0 && same_speakers(&work->record->statements.items[retold].speaker, &statement->speaker);
    if (retold >= 0 && !own_speaker && !(cue->within < 0 && cue->within_score > WITHIN_NOT_AGAINST))
        put_inside(work, index, retold, "retold like its speaker's last one", cue->within_score);
    else if (cue->within >= 0 && cue->within_score >= (before >= 0 ? WITHIN_AGAINST : WITHIN_SCORE))
        put_inside(work, index, statement_of_cue(work, cue->within), "told inside another", cue->within_score);
}

/* "Reuters reported, citing two officials, that ...": what the officials said stands in what Reuters reported. */
static int32_t citing(const Work *work, size_t index) {
    const CueReading *cue = &work->reading->cues[work->statements.items[index].cue];
    if (!cue_cites(work, cue))
        return -1;
    uint32_t governor = syntax_head(&work->syntax, range_governor(work, cue->words));
    for (size_t i = 0; i < work->statements.count; i++) {
        const CueReading *other = &work->reading->cues[work->statements.items[i].cue];
        if (i != index && other->words.first <= governor && governor < other->words.end)
            return (int32_t)i;
    }
    return -1;
}

void statements_nest(Work *work) {
    Record *record = work->record;
    for (size_t i = 0; i < record->statements.count; i++) {
        Statement *statement = &record->statements.items[i];
        statement->within = citing(work, i);
        if (statement->within >= 0)
            work_because(work, &statement->because, "cited by the statement of the governing verb");
    }
    for (size_t i = 0; i < record->statements.count; i++) {
        Statement *statement = &record->statements.items[i];
        int32_t outer = statement->within >= 0 ? -1 : around(work, i);
        if (outer >= 0 && !leads_to(record, outer, (int32_t)i)) {
            statement->within = outer;
            work_because(work, &statement->because, "stands in the words of another statement");
        }
    }
    for (size_t i = 0; i < record->statements.count; i++)
        if (record->statements.items[i].within < 0)
            told_over_sentences(work, i);
}
