/* claim/statement_nest: which statement stands inside which. The words decide first: a cue that stands in another
 * statement's content is told there, and the innermost content counts. Where a retelling goes on over sentences
 * ("The writer mentioned ... He quoted Z as saying ..."), the network's link does. No chain ever comes back to itself.
 */
#include "claim/work.h"

#define WITHIN_SCORE 0.5f

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

void statements_nest(Work *work) {
    Record *record = work->record;
    for (size_t i = 0; i < record->statements.count; i++) {
        Statement *statement = &record->statements.items[i];
        int32_t outer = around(work, i);
        if (outer >= 0 && !leads_to(record, outer, (int32_t)i)) {
            statement->within = outer;
            work_because(work, &statement->because, "stands in the words of another statement");
        }
    }
    for (size_t i = 0; i < record->statements.count; i++) {
        Statement *statement = &record->statements.items[i];
        const CueReading *cue = &work->reading->cues[work->statements.items[i].cue];
        if (statement->within >= 0 || cue->within < 0 || cue->within_score < WITHIN_SCORE)
            continue;
        int32_t outer = statement_of_cue(work, cue->within);
        if (outer < 0 || leads_to(record, outer, (int32_t)i))
            continue;
        statement->within = outer;
        work_because(work, &statement->because, "told inside another: network %.2f", (double)cue->within_score);
    }
}
