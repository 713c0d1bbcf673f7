/* claim/statement_cite: a teller who gives another's word as his own sentence: "Reuters reported, citing two officials,
 * that ...", "the newspaper, which relied on a diplomat, said that ...". Both say the same, so the statement of the one
 * who is cited has the content of the statement whose cue governs the citing words.
 *
 * Left out: "citing" a thing that is no actor ("citing the heat").
 */
#include "claim/work.h"

#define CITING_SCORE 0.20f /* the network's cue where the tree shows what is cited */

int32_t statement_above(const Work *work, uint32_t word, int32_t but) {
    const Syntax *s = &work->syntax;
    for (; word != NO_WORD; word = syntax_head(s, word)) {
        uint32_t preposition = syntax_child(s, word, "case"); /* "according to Reuters, citing ..." */
        for (size_t i = 0; i < work->statements.count; i++) {
            WordRange cue = work->cues.items[work->statements.items[i].cue].words;
            bool here = cue.first <= word && word < cue.end;
            here |= preposition != NO_WORD && cue.first <= preposition && preposition < cue.end;
            if (here && (int32_t)i != but)
                return (int32_t)i;
        }
    }
    return -1;
}

static int32_t statement_of(const Work *work, size_t cue) {
    for (size_t i = 0; i < work->statements.count; i++)
        if (work->statements.items[i].cue == (int32_t)cue)
            return (int32_t)i;
    return -1;
}

/* What the network gives the one who is cited is nearly the same: then it is the same. */
static void say_the_same(Work *work, int32_t cited, int32_t above) {
    if (above < 0 || !contents_agree(work, (size_t)cited, (size_t)above))
        return;
    work->statements.items[cited].content = work->statements.items[above].content;
    work->statements.items[cited].size = work->statements.items[above].size;
    work->record->statements.items[cited].content = work->record->statements.items[above].content;
}

void statements_cite(Work *work) {
    for (size_t i = 0; i < work->cues.count && !work->failed; i++) {
        const CueReading *cue = &work->cues.items[i];
        if (cue->score < CITING_SCORE || !cue_cites(work, cue))
            continue;
        int32_t cited = statement_of(work, i), above = statement_above(work, range_governor(work, cue->words), cited);
        if (cited >= 0)
            say_the_same(work, cited, above);
        else if (above >= 0)
            statement_from(work, i, &work->statements.items[above].content, "content: that of the one who cites");
    }
}
