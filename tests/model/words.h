/* A Text for the model's tests: one sentence a line, words between spaces. */
#ifndef ISNAD_TESTS_MODEL_WORDS_H
#define ISNAD_TESTS_MODEL_WORDS_H

#include "text/text.h"

static inline bool words_text(Arena *arena, View lines, Text *text) {
    LIST(Word) words = {0};
    LIST(Sentence) sentences = {0};
    View rest = lines, line, word;
    while (rest.length > 0 && view_split(&rest, '\n', &line)) {
        uint32_t first = (uint32_t)words.count;
        while (line.length > 0 && view_split(&line, ' ', &word)) {
            uint32_t start = (uint32_t)(word.data - lines.data);
            Word one = {{start, start + (uint32_t)word.length}, (uint32_t)sentences.count, true};
            if (word.length > 0 && !list_push(arena, &words, one))
                return false;
        }
        Sentence sentence = {.words = {first, (uint32_t)words.count}};
        if (words.count > first && !list_push(arena, &sentences, sentence))
            return false;
    }
    *text = (Text){.text = lines,
                   .words = words.items,
                   .word_count = words.count,
                   .sentences = sentences.items,
                   .sentence_count = sentences.count};
    return true;
}

#endif
