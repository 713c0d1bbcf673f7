/* text/kinds: which paragraphs are no prose: the title at the top, headings inside, and lines that are only place,
 * agency and day.
 *
 * A heading is a short line without a sentence's end, with prose behind it. A dateline has nothing but capitalised
 * words, numbers and small words, and one of them a day, an agency or a dash; a line that is only a day always is one.
 */
#include "text/parts.h"

#define TITLE_BYTES    220
#define HEADING_BYTES  110
#define DATELINE_WORDS 12
#define DATELINE_LINES 4 /* at the top of the report, or at its very end */

static WordRange words_of(const Text *text, const Paragraph *paragraph) {
    return (WordRange){text->sentences[paragraph->first_sentence].words.first,
                       text->sentences[paragraph->end_sentence - 1].words.end};
}

/* Short, without a sentence's end, and nothing that leads over to what follows; no item of a list. */
static bool is_headline(const Text *text, const Paragraph *paragraph, size_t longest) {
    View line = text_span(text, paragraph->span);
    uint32_t first = text_first_point(text, words_of(text, paragraph).first);
    bool item = first == '-' || first == '*' || first == 0x2022 || first == 0x2013;
    char last = line.data[line.length - 1];
    return line.length <= longest && !item && !ends_sentence(line) && last != ':' && last != ',' && last != ';';
}

/* A question or a cry of one line can be a title: "Does the wall hold?" */
static bool is_question(const Text *text, const Paragraph *paragraph) {
    View line = text_span(text, paragraph->span);
    char last = line.data[line.length - 1];
    return line.length <= TITLE_BYTES / 2 && (last == '?' || last == '!');
}

static bool is_dateline(const TextTables *tables, const Text *text, const Paragraph *paragraph) {
    WordRange words = words_of(text, paragraph);
    size_t days = 0, agencies = 0, dashes = 0, names = 0, numbers = 0;
    if (words.end - words.first > DATELINE_WORDS)
        return false;
    for (uint32_t word = words.first; word < words.end; word++) {
        uint32_t c = text_first_point(text, word);
        View w = text_word(text, word);
        uint32_t kind =
            tables_find(tables->dateline_words, view_ends(w, VIEW(".")) ? view_slice(w, 0, w.length - 1) : w);
        if (kind == DATELINE_DAY)
            days++;
        else if (kind == DATELINE_AGENCY)
            agencies++;
        else if (kind == DATELINE_JOINT)
            continue;
        else if (unicode_is_digit(c))
            numbers++;
        else if (unicode_is_upper(c))
            names++;
        else if (c == '-' || c == '/' || c == '|' || c == 0x2013 || c == 0x2014)
            dashes++;
        else if (!unicode_is_punctuation(c))
            return false;
    }
    if (names == 0)
        return days && numbers; /* "Friday, September 13, 2019" */
    return (days && numbers && names <= 4) || (agencies && names <= 5) ||
           (dashes == 1 && names + agencies <= 4 && numbers == 0);
}

static bool prose_follows(const Text *text, size_t index) {
    if (index + 1 == text->paragraph_count)
        return false;
    View next = text_span(text, text->paragraphs[index + 1].span);
    return next.length > HEADING_BYTES / 2 || ends_sentence(next);
}

static SentenceKind kind_of(const TextTables *tables, const Text *text, size_t index) {
    const Paragraph *paragraph = &text->paragraphs[index];
    bool last = index + 1 == text->paragraph_count;
    if (text->paragraph_count == 1)
        return SENTENCE_PROSE;
    if (index == 0)
        return is_headline(text, paragraph, TITLE_BYTES) || is_question(text, paragraph) ? SENTENCE_TITLE
                                                                                         : SENTENCE_PROSE;
    if (index < DATELINE_LINES || last) {
        if (is_dateline(tables, text, paragraph))
            return SENTENCE_DATELINE;
    }
    return is_headline(text, paragraph, HEADING_BYTES) && prose_follows(text, index) ? SENTENCE_HEADING
                                                                                     : SENTENCE_PROSE;
}

void tell_kinds(const TextTables *tables, Text *text) {
    for (size_t i = 0; i < text->paragraph_count; i++) {
        SentenceKind kind = kind_of(tables, text, i);
        for (uint32_t k = text->paragraphs[i].first_sentence; k < text->paragraphs[i].end_sentence; k++)
            text->sentences[k].kind = kind;
    }
}
