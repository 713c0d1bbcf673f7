/* Pages in, reports out. Without an argument: every tests/read/html/NAME.html is read and what comes out is compared
 * with NAME.expected; then dates (tests/read/dates.tsv), depth, length and memory. `--show FILE` prints the text of an
 * expectation, to be looked at before it is kept; with files alone: one JSON object a page, for tests/read/pages. */
#include "read/date.h"
#include "read/html.h"
#include "tests/test.h"
#include <glob.h>

static const View unknown = {NULL, 0};

static Code read_page(Arena *arena, const char *path, Report *report, Error *error) {
    View bytes;
    *report = (Report){0};
    Code code = file_read(arena, path, 0, &bytes, error);
    return code == OK ? html_read(arena, view(path), bytes, unknown, report, error) : code;
}

static void show_json(const char *path) {
    Arena *arena = arena_new(0);
    Report report;
    Error error = {0};
    Buffer out;
    Json json;
    buffer_init(&out, 0);
    json_init(&json, &out);
    json_object_begin(&json);
    Code code = read_page(arena, path, &report, &error);
    const struct {
        const char *key;
        View value;
    } members[] = {{"name", view(path)},      {"error", view(code == OK ? NULL : error.message)},
                   {"title", report.title},   {"outlet", report.outlet},
                   {"author", report.author}, {"date", report.date},
                   {"url", report.url},       {"text", code == OK ? report.body : unknown}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        json_key(&json, members[i].key);
        json_text(&json, members[i].value);
    }
    json_object_end(&json);
    printf("%.*s\n", (int)out.length, out.data);
    buffer_free(&out);
    arena_free(arena);
}

static void show_text(Buffer *out, Arena *arena, const char *path) {
    Report report;
    Error error = {0};
    if (read_page(arena, path, &report, &error) != OK) {
        buffer_format(out, "refused: %s\n", error.message);
        return;
    }
    const struct {
        const char *key;
        View value;
    } members[] = {{"title", report.title},
                   {"outlet", report.outlet},
                   {"author", report.author},
                   {"date", report.date},
                   {"url", report.url}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (members[i].value.data)
            buffer_format(out, "%s: %.*s\n", members[i].key, (int)members[i].value.length, members[i].value.data);
    for (size_t i = 0; i < report.notes.count; i++)
        buffer_format(out, "note: %.*s\n", (int)report.notes.items[i].length, report.notes.items[i].data);
    buffer_format(out, "---\n%.*s\n", (int)report.body.length, report.body.data);
    CHECK(utf8_invalid(report.body) == SIZE_MAX);
}

static void test_case(const char *path) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Buffer out;
    buffer_init(&out, 0);
    show_text(&out, arena, path);
    char expected_path[300];
    snprintf(expected_path, sizeof expected_path, "%.*s.expected", (int)strlen(path) - 5, path);
    View expected = {"", 0};
    CHECK_OK(file_read(arena, expected_path, 0, &expected, &error), error);
    if (!CHECK(view_equal(buffer_view(&out), expected)))
        printf("%s gives\n%.*s", path, (int)out.length, out.data);
    buffer_free(&out);
    arena_free(arena);
}

static void test_dates(void) {
    Arena *arena = arena_new(0);
    Table *table;
    Row row;
    Error error = {0};
    if (!CHECK_OK(table_open(arena, "tests/read", "dates.tsv", 2, 2, &table, &error), error))
        return;
    while (table_next(table, &row)) {
        View found = date_iso(arena, row.fields[0]);
        if (!CHECK(view_equal(found.data ? found : VIEW("-"), row.fields[1])))
            printf("%.*s gives %.*s\n", (int)row.fields[0].length, row.fields[0].data, (int)found.length,
                   found.data ? found.data : "");
    }
    arena_free(arena);
}

static void repeat(Buffer *page, const char *part, size_t count) {
    for (size_t i = 0; i < count; i++)
        buffer_append(page, view(part));
}

/* Made pages: the last sentence must be in what comes out. */
static void test_made(const char *before, size_t count, const char *after, const char *tail) {
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    Report report = {0};
    Error error = {0};
    Buffer page;
    buffer_init(&page, 0);
    repeat(&page, before, count);
    buffer_append(&page, VIEW("<p>Dockers at Port Selim walked out on Monday, the union said in a statement.</p>"));
    repeat(&page, after, count);
    buffer_append(&page, view(tail));
    Code code = html_read(arena, VIEW("made"), buffer_view(&page), unknown, &report, &error);
    CHECK_OK(code, error);
    CHECK(code != OK || view_find(report.body, VIEW("Dockers at Port Selim walked out on Monday"), 0) != SIZE_MAX);
    buffer_free(&page);
    arena_free(arena);
}

static void test_limits(void) {
    test_made("<div>", 100000, "</div>", "");
    test_made("<div><span>", 50000, "", "");
    test_made("<b><i>", 20000, "", "</p></p></div></div>");
    test_made("</div></p></span>", 50000, "", "");
    test_made("", 60000, "<p>The port authority did not answer questions on that day, its office said.</p>\n", "");
    test_made("<ul><li><a href=1>menu</a>", 20000, "", "");
    test_made("<table><tr><td>", 3000, "", "");
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    Error error = {0};
    Report report = {0};
    CHECK(html_read(arena, VIEW("empty"), VIEW(""), unknown, &report, &error) == ERROR_INPUT);
    CHECK(strcmp(error.message, "empty: empty: no text in it") == 0);
    CHECK(html_read(arena, VIEW("bare"), VIEW("<html><body></body></html>"), unknown, &report, &error) == ERROR_INPUT);
    CHECK(strcmp(error.message, "bare: a page without an article's text") == 0);
    arena_free(arena);
}

/* What the caller knows beats nothing, and the charset of the header beats the page's. */
static void test_given(void) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Report report = {.title = VIEW("Known title"), .url = VIEW("https://h.example/known")};
    View page = VIEW("<meta charset=utf-8><p>\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2, \xF1\xEE\xEE\xE1\xF9\xE8\xEB "
                     "\xEF\xF0\xEE\xF4\xF1\xEE\xFE\xE7.</p>");
    CHECK_OK(html_read(arena, VIEW("given"), page, VIEW("Windows-1251"), &report, &error), error);
    CHECK_TEXT(report.title, "Known title");
    CHECK_TEXT(report.url, "https://h.example/known");
    CHECK_TEXT(report.body, "Порт закрыт, сообщил профсоюз.");
    arena_free(arena);
}

static void test_memory(const char *path) {
    Code code = ERROR_MEMORY;
    for (size_t maximum = 1000; code != OK && maximum < ((size_t)64 << 20); maximum += maximum / 8) {
        Arena *arena = arena_new(maximum);
        Report report;
        Error error = {0};
        code = read_page(arena, path, &report, &error);
        CHECK(code == OK || code == ERROR_MEMORY);
        arena_free(arena);
    }
    CHECK(code == OK);
}

int main(int count, char **arguments) {
    if (count == 3 && strcmp(arguments[1], "--show") == 0) {
        Arena *arena = arena_new(0);
        Buffer out;
        buffer_init(&out, 0);
        show_text(&out, arena, arguments[2]);
        printf("%.*s", (int)out.length, out.data);
        buffer_free(&out);
        arena_free(arena);
        return 0;
    }
    for (int i = 1; i < count; i++)
        show_json(arguments[i]);
    if (count > 1)
        return 0;
    test_begin("html");
    glob_t cases;
    CHECK(glob("tests/read/html/*.html", 0, NULL, &cases) == 0 && cases.gl_pathc > 0);
    for (size_t i = 0; i < cases.gl_pathc; i++)
        test_case(cases.gl_pathv[i]);
    globfree(&cases);
    test_dates();
    test_limits();
    test_given();
    test_memory("tests/read/html/jsonld-graph.html");
    test_memory("tests/read/html/koi8.html");
    test_memory("tests/read/html/live.html");
    return test_end();
}
