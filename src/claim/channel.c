/* claim/channel: the outlet or platform that a statement went through: "told AFP", "in a report published by Le
 * Figaro", "wrote on Twitter", "X, quoted by Reuters, said". It stands in the cue's clause, outside the content, and is
 * not the speaker.
 */
#include "claim/work.h"

static bool is_outlet(Work *work, WordRange range) {
    View name = text_span(work->text, text_words_span(work->text, range));
    View folded = unicode_fold(work->arena, name);
    OutletHit hit;
    if (!folded.data) {
        work->failed = true;
        return false;
    }
    return outlet_find(work->tables, folded, &hit, 1) > 0 && tables_written_alike(hit.written, name);
}

bool actor_is_media(const Work *work, int32_t index) {
    return view_find(work->cast->actors[index].code, VIEW("MED"), 0) != SIZE_MAX;
}

static bool is_media(const Work *work, uint32_t word) {
    int32_t index = work_mention(work, word) ? work_actor(work, word) : -1;
    return index >= 0 && work->cast->actors[index].kind == ACTOR_ORGANIZATION && actor_is_media(work, index);
}

static bool speaks(const Work *work, const Statement *statement, WordRange range) {
    for (uint32_t word = range.first; word < range.end; word++)
        if (work_list_holds(&statement->speaker, work_actor(work, word)))
            return true;
    return false;
}

/* "newspaper" in "the newspaper Le Figaro": no part of the name, whatever the network takes it for. */
static bool is_outlet_noun(const Work *work, uint32_t word) {
    unsigned char first = (unsigned char)text_word(work->text, word).data[0];
    return first >= 'a' && first <= 'z' && syntax_word(&work->syntax, word, OUTLET_NOUNS);
}

/* The name in a mention: "Le Figaro" of "the French newspaper "Le Figaro"", "Ganges Courier" of "the daily Ganges
 * Courier"; all of it when it has none ("state television"). */
static WordRange name_in(const Work *work, WordRange range) {
    for (uint32_t word = range.first; word < range.end; word++) {
        int32_t q = work->quoted[word];
        const Quotation *quotation = q >= 0 ? &work->text->quotations[q] : NULL;
        if (quotation && quotation->open == word && quotation->close < range.end && quotation->close > word + 1)
            return (WordRange){word + 1, quotation->close};
    }
    WordRange name = {range.end, range.end};
    while (name.first > range.first && syntax_upos(&work->syntax, name.first - 1) == UPOS_PROPN &&
           !is_outlet_noun(work, name.first - 1))
        name.first--;
    return name.first < name.end ? name : range;
}

/* It stands in the cue's clause, outside of the content, and does not speak itself. */
static bool beside_cue(const Work *work, uint32_t verb, WordRange range, const Statement *statement,
                       const SegmentList *content) {
    WordRange sentence = work->text->sentences[work->text->words[verb].sentence].words;
    return range.first >= sentence.first && range.end <= sentence.end && !content_holds(content, range.first) &&
           syntax_under(&work->syntax, range.first, verb) && !speaks(work, statement, range);
}

/* "wrote on Twitter": a name that is neither an actor nor seen as a name by the network. */
static WordRange proper_run(const Work *work, uint32_t word) {
    WordRange run = {word, word + 1};
    while (run.end < work->text->word_count && syntax_upos(&work->syntax, run.end) == UPOS_PROPN)
        run.end++;
    return run;
}

static View spelled(const Work *work, WordRange range) {
    return text_span(work->text, text_words_span(work->text, range));
}

/* "The newspaper" is called by the name that the report gives it elsewhere. */
static View outlet_name(const Work *work, const ActorMention *mention) {
    int32_t actor = work_actor(work, mention->head);
    for (size_t i = 0; mention->form != FORM_NAME && i < work->mentions->actor_count; i++) {
        const ActorMention *other = &work->mentions->actors[i];
        if (other->form == FORM_NAME && work_actor(work, other->head) == actor)
            return spelled(work, name_in(work, other->words));
    }
    return spelled(work, name_in(work, mention->words));
}

/* A writer's later words go through the outlet that his first ones went through. */
static View channel_before(const Work *work, const Statement *statement) {
    int32_t speaker = statement->speaker.count == 1 ? statement->speaker.items[0] : -1;
    if (speaker < 0 || work->cast->actors[speaker].kind != ACTOR_PERSON || !actor_is_media(work, speaker))
        return (View){0};
    for (size_t i = work->record->statements.count; i-- > 0;) {
        const Statement *earlier = &work->record->statements.items[i];
        if (earlier->speaker.count == 1 && earlier->speaker.items[0] == speaker && earlier->channel.data)
            return earlier->channel;
    }
    return (View){0};
}

View channel_find(Work *work, const CueReading *cue, const Statement *statement, const SegmentList *content) {
    uint32_t verb = range_governor(work, cue->words);
    for (size_t i = 0; i < work->mentions->actor_count; i++) {
        const ActorMention *mention = &work->mentions->actors[i];
        if (mention->form != FORM_PRONOUN && beside_cue(work, verb, mention->words, statement, content) &&
            is_media(work, mention->head))
            return outlet_name(work, mention);
    }
    for (size_t i = 0; i < work->reading->name_count; i++) {
        WordRange range = work->reading->names[i].words;
        if (beside_cue(work, verb, range, statement, content) && is_outlet(work, range))
            return spelled(work, range);
    }
    WordRange sentence = work->text->sentences[work->text->words[verb].sentence].words;
    for (uint32_t word = sentence.first; word < sentence.end; word++) {
        if (syntax_upos(&work->syntax, word) != UPOS_PROPN)
            continue;
        WordRange run = proper_run(work, word);
        if (beside_cue(work, verb, run, statement, content) && is_outlet(work, run))
            return spelled(work, run);
        word = run.end - 1;
    }
    return channel_before(work, statement);
}
