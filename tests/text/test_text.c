/* Every tests/text/cases/NAME.txt is made into a Text and what comes out is compared with NAME.expected, as text:
 *
 *     == title           one line a paragraph's kind (nothing for prose)
 *     1 The |minister| ...   sentences, numbered, one a line
 *     quote: "..."       quotations, as written, `open` when never closed, indented by nesting
 *     removed (why): ...
 *
 * The program called with `show FILE`, `words FILE`, `sentences FILE` or `text FILE` prints that, the words, the
 * sentences, or the clean text.
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

static void show_plain(Buffer *out, const Text *text) {
    buffer_append(out, text->text);
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

/* Every byte of the text leads back to the byte of the body that it came from. */
static void test_origin(void) {
    Arena *arena = arena_new(0);
    Error error = {0};
    TextTables *tables;
    Report report;
    Text text;
    CHECK_OK(text_tables_open(arena, "data", &tables, &error), error);
    View bytes = VIEW("  Cafe\xCC\x81 opens\r\n\r\nvideo\r\n\r\nThe wa\xC2\xADll holds.  \n");
    CHECK_OK(make(arena, bytes, tables, &report, &text, &error), error);
    CHECK_TEXT(text.text, "Caf\xC3\xA9 opens\n\nThe wall holds.");
    CHECK_TEXT(report.body, "  Cafe\xCC\x81 opens\n\nvideo\n\nThe wa\xC2\xADll holds.  \n");
    static const char *const places[] = {"opens", "The", "holds"};
    for (size_t i = 0; i < 3; i++) {
        size_t here = view_find(text.text, view(places[i]), 0);
        CHECK(text.origin[here] == view_find(report.body, view(places[i]), 0));
    }
    CHECK(text.origin[3] == 5 && text.origin[4] == 5 && text.origin[text.text.length] == report.body.length);
    CHECK(text.removed_count == 1);
    CHECK_TEXT(view(text.removed[0].why), "player residue");
    CHECK(text_word_is(&text, 0, "caf\xC3\xA9") && text_word_is(&text, 2, "the") && !text_word_is(&text, 2, "th"));
    arena_free(arena);
}

static void test_running_out(const char *path) {
    Arena *kept = arena_new(0);
    Error error = {0};
    TextTables *tables;
    View bytes;
    CHECK_OK(text_tables_open(kept, "data", &tables, &error), error);
    CHECK_OK(file_read(kept, path, 0, &bytes, &error), error);
    for (size_t maximum = 1, passed = 0; !passed; maximum += 331) {
        Arena *arena = arena_new(maximum);
        Report report;
        Text text;
        Code code = make(arena, bytes, tables, &report, &text, &error);
        passed = code == OK;
        if (!passed)
            CHECK(code == ERROR_MEMORY);
        arena_free(arena);
    }
    for (size_t maximum = 1, passed = 0; !passed; maximum += 997) {
        Arena *arena = arena_new(maximum);
        Code code = text_tables_open(arena, "data", &tables, &error);
        passed = code == OK;
        if (!passed)
            CHECK(code == ERROR_MEMORY);
        arena_free(arena);
    }
    arena_free(kept);
}

/* Repeats a piece up to a size and makes a Text of it, within the memory that a report may take. */
static void test_large(const char *piece, size_t size) {
    Arena *kept = arena_new(0), *arena = arena_new(LIMIT_REPORT_ARENA);
    Error error = {0};
    TextTables *tables;
    Report report;
    Text text;
    Buffer large;
    buffer_init(&large, 0);
    while (large.length < size)
        buffer_append(&large, view(piece));
    CHECK_OK(text_tables_open(kept, "data", &tables, &error), error);
    if (CHECK_OK(make(arena, buffer_view(&large), tables, &report, &text, &error), error))
        CHECK(holds_together(&text, &report));
    buffer_free(&large);
    arena_free(arena);
    arena_free(kept);
}

/* Random rows of the pieces that the rules look at: whatever comes out must hold together. */
static void test_random(void) {
    static const char *const pieces[] = {
        "\"",
        "'",
        "\xE2\x80\x9C",
        "\xE2\x80\x9D",
        "\xE2\x80\x98",
        "\xE2\x80\x99",
        "\xC2\xAB",
        "\xC2\xBB",
        "\xE2\x80\x9E",
        "word",
        "The",
        "Gen.",
        "U.S.",
        "no.",
        "said",
        "9",
        "1,200",
        "...",
        ".",
        "!",
        "?",
        "(",
        ")",
        "[",
        "]",
        "-",
        "\xE2\x80\x94",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\xC2\xA0",
        "\xC2\xAD",
        "e\xCC\x81",
        "\xE2\x80\xA6",
        "'s",
        "n't",
        "video",
        "https://a.b",
        ",",
        ":",
        ";",
        "\t",
        "\xD8\xB9",
    };
    Arena *kept = arena_new(0), *arena = arena_new(0);
    Error error = {0};
    TextTables *tables;
    Buffer row;
    uint32_t seed = 1;
    bool good = true;
    buffer_init(&row, 0);
    CHECK_OK(text_tables_open(kept, "data", &tables, &error), error);
    for (int i = 0; i < 3000 && good; i++) {
        Report report;
        Text text;
        buffer_clear(&row);
        for (int k = 0; k < i % 120 + 1; k++) {
            seed = seed * 1664525u + 1013904223u;
            buffer_append(&row, view(pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]));
        }
        Code code = make(arena, buffer_view(&row), tables, &report, &text, &error);
        good = code == ERROR_INPUT || (code == OK && holds_together(&text, &report));
        if (!CHECK(good))
            printf("    with: %.*s\n", (int)row.length, row.data);
        arena_reset(arena);
    }
    buffer_free(&row);
    arena_free(arena);
    arena_free(kept);
}

static void test_faults(void) {
    static const char *const faults[][2] = {
        {"none", "abbreviations.tsv: cannot be opened"},
        {"kind", "abbreviations.tsv:3: no kind \"titel\""},
        {"capital", "sentences.tsv:2: \"The\": write it in lower case"},
        {"twice", "datelines.tsv:3: \"may\": empty, longer than 64 bytes, or here twice"},
        {"star", "residue.tsv:2: a pattern and a reason are wanted"},
        {"first", "residue.tsv:3: the first field is \"any\" or \"open\", not \"all\""},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        Arena *arena = arena_new(0);
        Error error = {0};
        TextTables *tables;
        View folder = arena_format(arena, "tests/text/tables/%s", faults[i][0]);
        CHECK(text_tables_open(arena, folder.data, &tables, &error) == ERROR_DATA);
        if (!CHECK(view_find(view(error.message), view(faults[i][1]), 0) != SIZE_MAX))
            printf("    %s\n", error.message);
        arena_free(arena);
    }
}

static int show(const char *how, const char *path) {
    Error error = {0};
    Buffer out;
    buffer_init(&out, 0);
    static const struct {
        const char *how;
        Show *show;
    } ways[] = {{"show", show_text}, {"words", show_words}, {"sentences", show_sentences}, {"text", show_plain}};
    Show *what = show_text;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strcmp(how, ways[i].how) == 0)
            what = ways[i].show;
    Code code = show_file(&out, path, what, &error);
    if (code == OK)
        fwrite(buffer_view(&out).data, 1, out.length, stdout);
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
    test_origin();
    test_running_out("tests/text/cases/quotes.txt");
    test_running_out("tests/text/cases/residue.txt");
    test_large("The minister said \"no\", and the council voted. ", (size_t)20 << 20);
    test_large("word ", (size_t)2 << 20);
    test_large("\"'\xE2\x80\x9C(", 300000);
    test_large("x", (size_t)3 << 20);
    test_large("a\n", 300000);
    test_large(".\xE2\x80\x9D", 300000);
    test_large("'a b ", 300000);
    test_large("\xE2\x80\x9C"
               "a\n\n",
               300000);
    test_random();
    test_faults();
    return test_end();
}
