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

/* The entry of a cue whose verb the network gives a wrong lemma ("deni"): the bases that "denied" may have. */
static const CueEntry *by_spelling(Work *work, const CueReading *cue, View *lemmas) {
    static const struct {
        const char *ending, *base;
    } endings[] = {{"ied", "y"}, {"ies", "y"}, {"ed", ""}, {"ed", "e"},
                   {"ing", ""},  {"ing", "e"}, {"s", ""},  {"es", ""}};
    uint32_t verb = range_governor(work, cue->words);
    if (syntax_upos(&work->syntax, verb) != UPOS_VERB)
        return NULL;
    View form = unicode_fold(work->arena, text_word(work->text, verb));
    for (size_t i = 0; form.data && i < sizeof endings / sizeof *endings; i++) {
        View ending = view(endings[i].ending);
        if (form.length <= ending.length + 2 || !view_ends(form, ending))
            continue;
        View base = arena_format(work->arena, "%.*s%s", (int)(form.length - ending.length), form.data, endings[i].base);
        lemmas[verb - cue->words.first] = base;
        const CueEntry *entry =
            base.data ? cue_find(work->tables, lemmas, NULL, cue->words.end - cue->words.first) : NULL;
        if (entry)
            return entry;
    }
    return NULL;
}

bool cue_is_known(Work *work, const CueReading *cue) {
    View *lemmas = work_folded(work, cue->words, true), *words = work_folded(work, cue->words, false);
    size_t count = cue->words.end - cue->words.first;
    return lemmas && words && (cue_find(work->tables, lemmas, words, count) || by_spelling(work, cue, lemmas));
}

const char *commitment_of(Work *work, const CueReading *cue, View *because) {
    View *lemmas = work_folded(work, cue->words, true), *words = work_folded(work, cue->words, false);
    size_t count = cue->words.end - cue->words.first;
    const CueEntry *entry = lemmas && words ? cue_find(work->tables, lemmas, words, count) : NULL;
    if (!entry && lemmas)
        entry = by_spelling(work, cue, lemmas);
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
