/* claim/work: what every file of claim/ asks: which actor is this word, which statement holds it, why was it decided.
 */
#include "claim/work.h"
#include <stdarg.h>
#include <stdio.h>

void work_because(Work *work, View *because, const char *format, ...) {
    char reason[200];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    if (length <= 0)
        return;
    bool first = because->length == 0;
    View joined = arena_format(work->arena, "%.*s%s%s", (int)because->length, first ? "" : because->data,
                               first ? "" : "; ", reason);
    if (joined.data)
        *because = joined;
    else
        work->failed = true;
}

const ActorMention *work_mention(const Work *work, uint32_t word) {
    int32_t index = word == NO_WORD ? -1 : work->mentions->actor_at[word];
    return index < 0 ? NULL : &work->mentions->actors[index];
}

int32_t work_actor_at(const Work *work, uint32_t word, uint32_t *at) {
    if (word == NO_WORD)
        return -1;
    word = syntax_antecedent(&work->syntax, word);
    *at = word;
    int32_t mention = work->mentions->actor_at[word];
    if (mention >= 0)
        return work->cast->actor_of[mention];
    return cast_actor_at(work->cast, work->mentions, word);
}

int32_t work_actor(const Work *work, uint32_t word) {
    uint32_t at;
    return work_actor_at(work, word, &at);
}

float work_share(const Work *work, const WordShareList *list, int32_t (*meant)(const Work *, uint32_t), int32_t one) {
    float share = 0;
    for (size_t i = 0; i < list->count; i++)
        if (meant(work, list->items[i].word) == one)
            share += list->items[i].share;
    return share;
}

bool work_list_holds(const IndexList *list, int32_t index) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == index)
            return true;
    return false;
}

void work_list_add(Work *work, IndexList *list, int32_t index) {
    if (index >= 0 && !work_list_holds(list, index))
        KEEP(work, list, index);
}

bool work_lists_meet(const IndexList *a, const IndexList *b) {
    for (size_t i = 0; i < a->count; i++)
        if (work_list_holds(b, a->items[i]))
            return true;
    return false;
}

bool content_holds(const SegmentList *content, uint32_t word) {
    for (size_t i = 0; i < content->count; i++)
        if (content->items[i].first <= word && word <= content->items[i].last)
            return true;
    return false;
}

uint32_t work_sentence(const Work *work, uint32_t word) {
    return work->text->words[word].sentence;
}

bool work_content_holds(const StatementWork *statement, uint32_t word) {
    return content_holds(&statement->content, word);
}

int32_t work_statement_at(const Work *work, uint32_t word) {
    int32_t best = -1;
    for (size_t i = 0; i < work->statements.count; i++)
        if (work_content_holds(&work->statements.items[i], word) &&
            (best < 0 || work->statements.items[i].size <= work->statements.items[best].size))
            best = (int32_t)i;
    return best;
}

View *work_folded(Work *work, WordRange range, bool lemmas) {
    View *folded = arena_array(work->arena, range.end - range.first + 1, sizeof *folded);
    for (uint32_t word = range.first; folded && word < range.end; word++) {
        View one = lemmas ? work->reading->words[word].lemma : text_word(work->text, word);
        folded[word - range.first] = unicode_fold(work->arena, one);
        if (!folded[word - range.first].data)
            folded = NULL;
    }
    work->failed |= !folded;
    return folded;
}

uint32_t range_governor(const Work *work, WordRange range) {
    for (uint32_t word = range.first; word < range.end; word++) {
        uint32_t head = syntax_head(&work->syntax, word);
        if ((head == NO_WORD || head < range.first || head >= range.end) &&
            syntax_upos(&work->syntax, word) != UPOS_PUNCT)
            return word;
    }
    return range.first;
}
