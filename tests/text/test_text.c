/* Every tests/text/cases/NAME.txt is made into a Text and what comes out is compared with NAME.expected, as text:
 *
 *     == title           one line a paragraph's kind (nothing for prose)
 *     1 The |minister| ...   sentences, numbered, one a line
 *     quote: "..."       quotations, as written, `open` when never closed, indented by nesting
 *     removed (why): ...
 *
 * The program called with `show FILE`, `words FILE` or `sentences FILE` prints that text, the words, or the sentences.
 */
#include "tests/test.h"
#include "text/text.h"
#include <glob.h>

static const char *const kind_names[] = {"prose", "heading", "title", "dateline"};

static void show_quotations(Buffer *out, const Text *text) {
    for (size_t i = 0; i < text->quotation_count; i++) {
        const Quotation *quotation = &text->quotations[i];
        View words = text_span(text, text_words_span(text, (WordRange){quotation->open, quotation->close + 1}));
        for (int32_t around = quotation->inside; around >= 0; around = text->quotations[around].inside)
            buffer_append(out, VIEW("  "));
        buffer_format(out, "quote%s: ", quotation->closed ? "" : " (open)");
        for (size_t k = 0; k < words.length; k++)
            buffer_byte(out, words.data[k] == '\n' ? ' ' : words.data[k]);
        buffer_byte(out, '\n');
    }
}

static void show_text(Buffer *out, const Text *text) {
    for (size_t i = 0; i < text->paragraph_count; i++) {
        const Paragraph *paragraph = &text->paragraphs[i];
        buffer_format(out, "== %s\n", kind_names[text->sentences[paragraph->first_sentence].kind]);
        for (size_t k = paragraph->first_sentence; k < paragraph->end_sentence; k++) {
            View sentence = text_span(text, text->sentences[k].span);
            buffer_format(out, "%zu %.*s\n", k + 1, (int)sentence.length, sentence.data);
        }
    }
    show_quotations(out, text);
    for (size_t i = 0; i < text->removed_count; i++)
        buffer_format(out, "removed (%s): %.*s\n", text->removed[i].why, (int)text->removed[i].text.length,
                      text->removed[i].text.data);
}

static void show_words(Buffer *out, const Text *text) {
    for (uint32_t i = 0; i < text->word_count; i++)
        buffer_format(out, "%.*s\n", (int)text_word(text, i).length, text_word(text, i).data);
}

static void show_sentences(Buffer *out, const Text *text) {
    for (size_t i = 0; i < text->sentence_count; i++) {
        View sentence = text_span(text, text->sentences[i].span);
        buffer_format(out, "%s\t%.*s\n", kind_names[text->sentences[i].kind], (int)sentence.length, sentence.data);
    }
}

/* What later rooms rely on. */
static bool holds_together(const Text *text, const Report *report) {
    bool good = utf8_invalid(text->text) == SIZE_MAX && (text->text.length == 0) == (text->word_count == 0);
    uint32_t end = 0;
    for (uint32_t i = 0; i < text->word_count; i++) {
        Span span = text->words[i].span;
        good = good && span.start >= end && span.end > span.start && span.end <= text->text.length;
        good = good && text->words[i].space_before == (i == 0 || span.start > end);
        good = good && text->words[i].sentence < text->sentence_count;
        end = span.end;
    }
    for (size_t i = 0; i < text->sentence_count; i++) {
        const Sentence *sentence = &text->sentences[i];
        good = good && sentence->words.first == (i ? text->sentences[i - 1].words.end : 0);
        good = good && sentence->words.end > sentence->words.first;
        good = good && sentence->words.end - sentence->words.first <= LIMIT_SENTENCE_WORDS;
    }
    good =
        good && (text->sentence_count == 0 || text->sentences[text->sentence_count - 1].words.end == text->word_count);
    for (size_t i = 0; i < text->text.length; i++)
        good = good && text->origin[i] <= text->origin[i + 1] && text->origin[i + 1] <= report->body.length;
    for (size_t i = 0; i < text->quotation_count; i++) {
        const Quotation *quotation = &text->quotations[i];
        good = good && quotation->open <= quotation->close && quotation->close < text->word_count;
        good = good && quotation->inside < (int32_t)i;
        if (quotation->inside >= 0)
            good = good && text->quotations[quotation->inside].close >= quotation->close;
    }
    return good;
}

typedef void Show(Buffer *out, const Text *text);

static Code make(Arena *arena, View bytes, const TextTables *tables, Report *report, Text *text, Error *error) {
    Code code = report_from_bytes(arena, VIEW("test"), bytes, report, error);
    return code == OK ? text_make(arena, tables, report, text, error) : code;
}

static Code show_file(Buffer *out, const char *path, Show *show, Error *error) {
    Arena *arena = arena_new(0);
    TextTables *tables;
    Report report;
    Text text;
    View bytes;
    Code code = text_tables_open(arena, "data", &tables, error);
    if (code == OK)
        code = file_read(arena, path, 0, &bytes, error);
    if (code == OK)
        code = make(arena, bytes, tables, &report, &text, error);
    if (code == OK) {
        show(out, &text);
        CHECK(holds_together(&text, &report));
    }
    arena_free(arena);
    return code;
}

static void test_case(const char *path) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Buffer out;
    buffer_init(&out, 0);
    CHECK_OK(show_file(&out, path, show_text, &error), error);
    char expected_path[300];
    snprintf(expected_path, sizeof expected_path, "%.*s.expected", (int)strlen(path) - 4, path);
    View expected = {"", 0};
    CHECK_OK(file_read(arena, expected_path, 0, &expected, &error), error);
    if (!CHECK(view_equal(buffer_view(&out), expected)))
        printf("%s gives\n%.*s", path, (int)out.length, out.data);
    buffer_free(&out);
    arena_free(arena);
}

static int show(const char *how, const char *path) {
    Error error = {0};
    Buffer out;
    buffer_init(&out, 0);
    Show *what = strcmp(how, "words") == 0 ? show_words : strcmp(how, "sentences") == 0 ? show_sentences : show_text;
    Code code = show_file(&out, path, what, &error);
    if (code == OK)
        fwrite(out.data, 1, out.length, stdout);
    else
        fprintf(stderr, "%s\n", error.message);
    buffer_free(&out);
    return code;
}

int main(int count, char **arguments) {
    test_begin("text");
    if (count == 3)
        return show(arguments[1], arguments[2]);
    glob_t cases;
    if (CHECK(glob("tests/text/cases/*.txt", 0, NULL, &cases) == 0)) {
        for (size_t i = 0; i < cases.gl_pathc; i++)
            test_case(cases.gl_pathv[i]);
        globfree(&cases);
    }
    return test_end();
}
