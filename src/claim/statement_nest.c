/* claim/statement_nest: which statement stands inside which. The words decide first: a cue that stands in another
 * statement's content is told there, and the innermost content counts. Where a retelling goes on over sentences
 * ("The writer mentioned ... He quoted Z as saying ..."), the network's link does, weighed by how the same speaker was
 * told before: whom the writer has quoted once, he quotes again (7 of 10 in the annotated reports), and who spoke to
 * the report itself goes on doing so (98 of 100). No chain ever comes back to itself.
 */
#include "claim/work.h"
#include <stdlib.h>

#define WITHIN_SCORE       0.50f /* the network's link, on its word alone */
#define WITHIN_AGAINST     0.85f /* its link for a speaker who has spoken to the report itself */
#define WITHIN_NOT_AGAINST 0.90f /* its "no link" for a speaker who has been retold */

bool statement_leads_to(const Record *record, int32_t from, int32_t to) {
    for (size_t steps = 0; from >= 0 && steps <= record->statements.count; steps++) {
        if (from == to)
            return true;
        from = record->statements.items[from].within;
    }
    return false;
}

static int32_t statement_of_cue(const Work *work, int32_t cue) {
    for (size_t i = 0; cue >= 0 && i < work->statements.count; i++)
        if (work->statements.items[i].cue == cue)
            return (int32_t)i;
    return -1;
}

static int32_t around(const Work *work, size_t index) {
    uint32_t cue = work->record->statements.items[index].cue_word;
    int32_t best = -1;
    for (size_t i = 0; i < work->statements.count; i++)
        if (i != index && work_content_holds(&work->statements.items[i], cue) &&
            (best < 0 || work->statements.items[i].size < work->statements.items[best].size ||
             work->record->statements.items[i].within == best)) /* two say the same: the inner one */
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
    if (outer < 0 || statement_leads_to(work->record, outer, (int32_t)index))
        return;
    statement->within = outer;
    work_because(work, &statement->because, "%s: network %.2f", why, (double)score);
}

/* The speaker's last one stands in the same paragraph, and in no other teller's words: he is still being retold (3 of 4
 * in the annotated reports, whatever the network says). */
static bool goes_on_beside(const Work *work, int32_t before, size_t index) {
    const Statement *earlier = &work->record->statements.items[before];
    uint32_t here = work->record->statements.items[index].cue_word;
    const Sentence *sentences = work->text->sentences;
    const Word *words = work->text->words;
    return sentences[words[earlier->cue_word].sentence].paragraph == sentences[words[here].sentence].paragraph &&
           around(work, (size_t)before) < 0;
}

/* A writer of the outlet whose statement the other is: he speaks beside it, the outlet is his channel. */
static bool writes_for(const Work *work, size_t index, int32_t outer) {
    const IndexList *writer = &work->record->statements.items[index].speaker;
    const IndexList *outlet = &work->record->statements.items[outer].speaker;
    return writer->count == 1 && outlet->count == 1 && actor_is_media(work, writer->items[0]) &&
           actor_is_media(work, outlet->items[0]) && work->cast->actors[writer->items[0]].kind == ACTOR_PERSON &&
           work->cast->actors[outlet->items[0]].kind == ACTOR_ORGANIZATION;
}

/* "For his part, an official said": a voice beside the one before whatever the network says (77 of 109 in the annotated
 * reports, and nearly all of the others "told the newspaper"). */
static bool turns_to_another(const Work *work, size_t index) {
    uint32_t cue = work->record->statements.items[index].cue_word;
    WordRange sentence = work->text->sentences[work->text->words[cue].sentence].words;
    const Syntax *s = &work->syntax;
    uint32_t first = sentence.first;
    if (sentence.end - first < 4 || !syntax_word(s, first, "for on in"))
        return false;
    return syntax_word(s, first + 1, "turn") || syntax_word(s, first + 2, "part side");
}

static void told_over_sentences(Work *work, size_t index) {
    const Statement *statement = &work->record->statements.items[index];
    const CueReading *cue = &work->cues.items[work->statements.items[index].cue];
    int32_t before = spoke_before(work->record, index);
    int32_t retold = before < 0 ? -1 : work->record->statements.items[before].within;
    bool own_speaker =
        retold >= 0 && same_speakers(&work->record->statements.items[retold].speaker, &statement->speaker);
    int32_t teller = frame_told_to(work, index), linked = statement_of_cue(work, cue->within);
    bool against = cue->within < 0 && cue->within_score > WITHIN_NOT_AGAINST;
    float least =
        before >= 0 || teller >= 0 || (linked >= 0 && writes_for(work, index, linked)) ? WITHIN_AGAINST : WITHIN_SCORE;
    if (retold >= 0 && !own_speaker && (!against || goes_on_beside(work, before, index)))
        put_inside(work, index, retold, "retold like its speaker's last one", cue->within_score);
    else if (teller >= 0)
        put_inside(work, index, teller, "told to the outlet whose report this is", cue->within_score);
    else if (linked >= 0 && cue->within_score >= least && !turns_to_another(work, index))
        put_inside(work, index, linked, "told inside another", cue->within_score);
}

/* "Reuters reported, citing two officials, that ...": what the officials said stands in what Reuters reported. */
static int32_t citing(const Work *work, size_t index) {
    const CueReading *cue = &work->cues.items[work->statements.items[index].cue];
    return cue_cites(work, cue) ? statement_above(work, range_governor(work, cue->words), (int32_t)index) : -1;
}

static bool accords(const Work *work, size_t index) {
    WordRange cue = work->cues.items[work->statements.items[index].cue].words;
    return syntax_word(&work->syntax, cue.first, "according accord");
}

/* Two who say the same: "..., the secretary said, according to an official" stands in the official's word; else the one
 * whose cue hangs on the other's. */
static int32_t same_words(const Work *work, size_t index) {
    for (size_t i = 0; i < work->statements.count; i++) {
        if (i == index || !contents_agree(work, i, index) ||
            same_speakers(&work->record->statements.items[i].speaker, &work->record->statements.items[index].speaker))
            continue;
        uint32_t mine = work->record->statements.items[index].cue_word;
        bool outer =
            accords(work, i) || (!accords(work, index) && statement_above(work, mine, (int32_t)index) == (int32_t)i);
        if (outer && !statement_leads_to(work->record, (int32_t)i, (int32_t)index))
            return (int32_t)i;
    }
    return -1;
}

typedef struct Order {
    const Work *work;
    int32_t *place; /* [statements]: where each goes; -1: not yet */
    int32_t count;
} Order;

static void order_one(Order *order, int32_t index) {
    if (order->place[index] >= 0)
        return;
    int32_t within = order->work->record->statements.items[index].within;
    if (within >= 0)
        order_one(order, within); /* within never comes back to itself */
    order->place[index] = order->count++;
}

static int by_cue(const void *a, const void *b, void *context) {
    const Statement *statements = context;
    uint32_t x = statements[*(const int32_t *)a].cue_word, y = statements[*(const int32_t *)b].cue_word;
    return x != y ? (x > y) - (x < y)
                  : (*(const int32_t *)a > *(const int32_t *)b) - (*(const int32_t *)a < *(const int32_t *)b);
}

/* By their cues, but each behind the one that it is told in. */
static void put_in_order(Work *work) {
    size_t count = work->statements.count;
    Statement *statements = arena_array(work->arena, count + 1, sizeof *statements);
    StatementWork *beside = arena_array(work->arena, count + 1, sizeof *beside);
    int32_t *place = arena_array(work->arena, count + 1, sizeof *place);
    int32_t *sorted = arena_array(work->arena, count + 1, sizeof *sorted);
    if (!statements || !beside || !place || !sorted) {
        work->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        place[i] = -1, sorted[i] = (int32_t)i;
    qsort_r(sorted, count, sizeof *sorted, by_cue, work->record->statements.items);
    Order order = {.work = work, .place = place};
    for (size_t i = 0; i < count; i++)
        order_one(&order, sorted[i]);
    for (size_t i = 0; i < count; i++) {
        statements[place[i]] = work->record->statements.items[i];
        beside[place[i]] = work->statements.items[i];
        int32_t within = statements[place[i]].within;
        statements[place[i]].within = within < 0 ? -1 : place[within];
    }
    for (size_t i = 0; i < count; i++) {
        work->record->statements.items[i] = statements[i];
        work->statements.items[i] = beside[i];
    }
}

static void nest_by_words(Work *work, size_t index) {
    Statement *statement = &work->record->statements.items[index];
    int32_t outer = same_words(work, index);
    const char *why = "says the same, told by another";
    if (outer < 0)
        outer = around(work, index), why = "stands in the words of another statement";
    if (outer >= 0 && !statement_leads_to(work->record, outer, (int32_t)index)) {
        statement->within = outer;
        work_because(work, &statement->because, "%s", why);
    }
}

/* Nobody is quoted by himself: what he says inside his own words is told where those are. */
static void lift_from_own(Work *work) {
    Statement *all = work->record->statements.items;
    for (size_t i = 0; i < work->record->statements.count; i++)
        while (all[i].within >= 0 && same_speakers(&all[i].speaker, &all[all[i].within].speaker))
            all[i].within = all[all[i].within].within;
}

void statements_nest(Work *work) {
    Record *record = work->record;
    for (size_t i = 0; i < record->statements.count; i++) {
        Statement *statement = &record->statements.items[i];
        int32_t above = statement->within >= 0 ? -1 : citing(work, i);
        if (above < 0 || statement_leads_to(record, above, (int32_t)i))
            continue;
        statement->within = above;
        work_because(work, &statement->because, "cited by the statement of the governing verb");
    }
    for (size_t i = 0; i < record->statements.count; i++)
        if (record->statements.items[i].within < 0)
            nest_by_words(work, i);
    for (size_t i = 0; i < record->statements.count; i++)
        if (record->statements.items[i].within < 0)
            told_over_sentences(work, i);
    lift_from_own(work);
    put_in_order(work);
}
