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

View channel_find(Work *work, const CueReading *cue, const Statement *statement, const SegmentList *content) {
    uint32_t verb = range_governor(work, cue->words);
    WordRange sentence = work->text->sentences[work->text->words[verb].sentence].words;
    for (size_t i = 0; i < work->reading->name_count; i++) {
        WordRange range = work->reading->names[i].words;
        if (range.first < sentence.first || range.end > sentence.end || content_holds(content, range.first) ||
            !syntax_under(&work->syntax, range.first, verb) || speaks(work, statement, range))
            continue;
        if (is_outlet(work, range) || is_media(work, range.end - 1))
            return text_span(work->text, text_words_span(work->text, range));
    }
    return (View){0};
}
