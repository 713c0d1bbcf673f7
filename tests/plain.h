/* Makes a Text and a Reading from plain text in which only the words that matter are tagged, for tests of times, places
 * and publication days, where the tree hardly counts.
 *
 *     Sadr/NNP@PER met/VBD them in Qom/NNP@LOC on Friday
 *
 * WORD/TAG@NAME: a Penn tag and, for a word of a name, PER, ORG or LOC; words of one name stand side by side. The text
 * goes through text_make, so that paragraphs, sentences and words are those of a report. Every word hangs on the
 * nearest tagged verb of its sentence (a modal or "will" on the next one); a word without a tag is an unknown X. A
 * relation can follow the tag after a colon: "Tehran/NNP:nsubj@LOC".
 */
#ifndef ISNAD_TEST_PLAIN_H
#define ISNAD_TEST_PLAIN_H

#include "model/model.h"
#include <ctype.h>
#include <string.h>

typedef struct PlainTag {
    uint32_t start; /* of its word, bytes of the stripped text */
    View tag, relation, name;
} PlainTag;

typedef struct PlainTags {
    PlainTag *items;
    size_t count, room;
} PlainTags;

static inline bool plain_is_tag(View word, size_t slash) {
    size_t letters = 0;
    for (size_t i = slash + 1; i < word.length && isupper((unsigned char)word.data[i]); i++)
        letters++;
    return letters >= 2 && slash > 0;
}

/* Takes the tags out of the input. */
static inline View plain_strip(Arena *arena, View input, PlainTags *tags) {
    char *out = arena_take(arena, input.length + 1);
    size_t length = 0, word_start = 0;
    for (size_t i = 0; i < input.length;) {
        if (input.data[i] == '/' && plain_is_tag(view_slice(input, word_start, input.length), i - word_start)) {
            size_t end = i + 1, from = i + 1;
            PlainTag tag = {.start = (uint32_t)(length - (i - word_start))};
            while (end < input.length && (isupper((unsigned char)input.data[end]) || input.data[end] == '$'))
                end++;
            tag.tag = view_slice(input, from, end);
            if (end < input.length && input.data[end] == ':') {
                from = ++end;
                while (end < input.length && islower((unsigned char)input.data[end]))
                    end++;
                tag.relation = view_slice(input, from, end);
            }
            if (end < input.length && input.data[end] == '@') {
                tag.name = view_slice(input, end + 1, end + 4);
                end += 4;
            }
            list_push(arena, tags, tag);
            i = end;
            continue;
        }
        out[length++] = input.data[i++];
        if (isspace((unsigned char)input.data[i - 1]))
            word_start = i;
    }
    return (View){out, length};
}

static inline Upos plain_upos(View tag) {
    static const char *const tags[] = {"MD", "VB", "NNP", "NN", "IN", "CD", "DT", "JJ", "RB", "PRP", "TO", "WDT"};
    static const Upos upos[] = {UPOS_AUX, UPOS_VERB, UPOS_PROPN, UPOS_NOUN, UPOS_ADP,  UPOS_NUM,
                                UPOS_DET, UPOS_ADJ,  UPOS_ADV,   UPOS_PRON, UPOS_PART, UPOS_PRON};
    for (size_t i = 0; i < sizeof upos / sizeof *upos; i++)
        if (view_starts(tag, view(tags[i])))
            return upos[i];
    return UPOS_X;
}

static inline uint32_t plain_head(const Text *text, const Reading *reading, uint32_t word) {
    WordRange sentence = text->sentences[text->words[word].sentence].words;
    uint32_t best = word;
    for (uint32_t i = sentence.first; i < sentence.end; i++) {
        uint32_t far = i > word ? i - word : word - i, so_far = best > word ? best - word : word - best;
        bool after_modal = reading->words[word].upos != UPOS_AUX || i > word;
        if (i != word && reading->words[i].upos == UPOS_VERB && after_modal && (best == word || far < so_far))
            best = i;
    }
    return best;
}

/* The same input, folder of the tables in data/; false when something fails. */
static inline bool plain_make(Arena *arena, const char *data, View input, Report *report, Text *text, Reading *reading,
                              Error *error) {
    PlainTags tags = {0};
    TextTables *tables;
    static const View relations[] = {{"dep", 3}, {"nsubj", 5}, {"obl", 3}, {"nmod", 4},
                                     {"aux", 3}, {"root", 4},  {"obj", 3}, {"compound", 8}};
    *report = (Report){.name = VIEW("test")};
    report->body = plain_strip(arena, input, &tags);
    *reading = (Reading){.relations = relations, .relation_count = 8};
    if (text_tables_open(arena, data, &tables, error) != OK || text_make(arena, tables, report, text, error) != OK)
        return false;
    reading->words = arena_array(arena, text->word_count + 1, sizeof(WordReading));
    reading->names = arena_array(arena, text->word_count + 1, sizeof(NameReading));
    View open = {0};
    for (uint32_t i = 0; i < text->word_count; i++) {
        WordReading *word = &reading->words[i];
        View name = {0};
        *word = (WordReading){.upos = UPOS_X, .head = i, .xpos = VIEW(""), .lemma = text_word(text, i)};
        for (size_t j = 0; j < tags.count; j++) {
            if (text->origin[text->words[i].span.start] != tags.items[j].start)
                continue;
            name = tags.items[j].name;
            word->xpos = tags.items[j].tag;
            word->upos = (uint8_t)plain_upos(word->xpos);
            for (uint16_t k = 0; k < 8; k++)
                if (view_equal(tags.items[j].relation, relations[k]))
                    word->relation = k;
            if (!word->relation && word->upos == UPOS_AUX)
                word->relation = 4;
        }
        bool goes_on = name.data && open.data && view_equal(name, open);
        if (goes_on)
            reading->names[reading->name_count - 1].words.end = i + 1;
        else if (name.data)
            reading->names[reading->name_count++] = (NameReading){{i, i + 1},
                                                                  name.data[0] == 'P'   ? NAME_PER
                                                                  : name.data[0] == 'O' ? NAME_ORG
                                                                                        : NAME_LOC,
                                                                  0.9f};
        open = name;
    }
    for (uint32_t i = 0; i < text->word_count; i++)
        if (reading->words[i].upos != UPOS_VERB)
            reading->words[i].head = plain_head(text, reading, i);
    return true;
}

#endif
