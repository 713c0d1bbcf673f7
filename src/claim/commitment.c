/* claim/commitment: a cue -> how far the teller stands behind the content, by data/cues.tsv and negation. */
#include "claim/work.h"

static const char *fixed(View word) {
    static const char *const words[] = {"said",     "confirmed", "claimed",  "alleged", "denied",
                                        "promised", "warned",    "demanded", "supposed"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (view_equal(word, view(words[i])))
            return words[i];
    return "said";
}

const char *commitment_of(Work *work, const CueReading *cue, View *because) {
    View *lemmas = work_folded(work, cue->words, true), *words = work_folded(work, cue->words, false);
    size_t count = cue->words.end - cue->words.first;
    const CueEntry *entry = lemmas && words ? cue_find(work->tables, lemmas, words, count) : NULL;
    const char *commitment = entry ? fixed(entry->commitment) : "said";
    if (entry)
        work_because(work, because, "cues.tsv: %.*s, %s", (int)entry->phrase.length, entry->phrase.data, commitment);
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, cue->words);
    uint32_t head = syntax_head(s, verb);
    bool refused = head != NO_WORD && syntax_is(s, verb, "xcomp") && syntax_word(s, head, "refuse decline fail");
    if (!refused && !syntax_negated(s, verb))
        return commitment;
    View was = view(commitment);
    if (view_equal(was, VIEW("denied"))) { /* "did not deny" */
        commitment = "supposed";
    } else if (view_equal(was, VIEW("confirmed")) || view_equal(was, VIEW("claimed"))) {
        commitment = "denied"; /* "did not confirm", "refused to acknowledge" */
    } else {
        return commitment;
    }
    work_because(work, because, "negated: %s", commitment);
    return commitment;
}
