/* text/text: the steps in their order. Report.body -> NFC -> lines -> residue out -> Text with paragraphs -> words ->
 * quotation marks -> sentences -> their kinds. */
#include "text/parts.h"

/* Each paragraph's words. Words never cross a line break, and every paragraph has one. */
static WordRange *paragraph_words(Arena *arena, const Text *text) {
    WordRange *ranges = arena_array(arena, text->paragraph_count + 1, sizeof *ranges);
    uint32_t word = 0;
    for (size_t i = 0; ranges && i < text->paragraph_count; i++) {
        ranges[i].first = word;
        while (word < text->word_count && text->words[word].span.start < text->paragraphs[i].span.end)
            word++;
        ranges[i].end = word;
    }
    return ranges;
}

Code text_make(Arena *arena, const TextTables *tables, const Report *report, Text *text, Error *error) {
    uint32_t *origins;
    uint8_t *roles;
    LineList lines = {0};
    *text = (Text){0};
    if (report->body.length > LIMIT_REPORT_BYTES)
        return error_set(error, ERROR_INPUT, "%.*s: longer than %zu MiB; split it", (int)report->name.length,
                         report->name.data ? report->name.data : "", LIMIT_REPORT_BYTES >> 20);
    View nfc = unicode_nfc(arena, report->body, &origins);
    if (!nfc.data || !lines_split(arena, nfc, &lines))
        return error_memory(error);
    clean_lines(tables, nfc, &lines);
    lines_join(nfc, &lines);
    if (!compose_text(arena, nfc, origins, &lines, text) || !split_words(arena, tables, text))
        return error_memory(error);
    WordRange *ranges = paragraph_words(arena, text);
    if (!ranges || !find_quotations(arena, text, ranges, &roles) ||
        !split_sentences(arena, tables, text, ranges, roles))
        return error_memory(error);
    tell_kinds(tables, text);
    return OK;
}

uint32_t text_first_point(const Text *text, uint32_t word) {
    size_t position = 0;
    return utf8_next(text_word(text, word), &position);
}

View text_span(const Text *text, Span span) {
    return view_slice(text->text, span.start, span.end);
}

View text_word(const Text *text, uint32_t word) {
    return text_span(text, text->words[word].span);
}

Span text_words_span(const Text *text, WordRange range) {
    return (Span){text->words[range.first].span.start, text->words[range.end - 1].span.end};
}

bool text_word_is(const Text *text, uint32_t word, const char *lower) {
    return view_equal_folded(text_word(text, word), view(lower));
}
