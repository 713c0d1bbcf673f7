/* Sources of whole reports: the cases of sources.txt, read with the shipped tables and no weights. */
#include "claim/source.h"
#include "tests/test.h"
#include "text/text.h"

typedef struct Fixture {
    Arena *tables_arena;
    TextTables *text_tables;
    Tables *tables;
} Fixture;

static View line_of(View *rest) {
    View line = {NULL, 0};
    view_split(rest, '\n', &line);
    return line;
}

static void show(Buffer *out, const SourceList *sources, const Text *text) {
    for (size_t i = 0; i < sources->count; i++) {
        const Source *source = &sources->items[i];
        View name = source->name.data ? source->name : VIEW("-");
        View words = source->said ? text_span(text, source->span) : VIEW("-");
        buffer_format(out, "%.*s | %.*s | %.*s\n", (int)source->how.length, source->how.data, (int)name.length,
                      name.data, (int)words.length, words.data);
    }
}

static void run_case(const Fixture *fixture, View name, View block) {
    Arena *arena = arena_new(0);
    Report report = {0};
    Text text;
    Error error = {0};
    SourceList sources = {0};
    Buffer body, found;
    buffer_init(&body, 0);
    buffer_init(&found, 0);
    while (block.length && !view_starts(block, VIEW("---"))) {
        View line = line_of(&block);
        View value = view_slice(line, view_find(line, VIEW(" "), 0) == SIZE_MAX ? 0 : view_find(line, VIEW(" "), 0) + 1,
                                line.length);
        if (view_starts(line, VIEW("@outlet")))
            report.outlet = value;
        else if (view_starts(line, VIEW("@author")))
            report.author = value;
        else if (view_starts(line, VIEW("@source")))
            report.source = value;
        else
            buffer_format(&body, "%.*s\n", (int)line.length, line.data);
    }
    line_of(&block);
    report.body = buffer_view(&body);
    Code code = text_make(arena, fixture->text_tables, &report, &text, &error);
    if (code == OK)
        code = sources_find(arena, fixture->tables, &report, &text, &sources, &error);
    if (CHECK_OK(code, error))
        show(&found, &sources, &text);
    if (!CHECK(view_equal(view_trim(buffer_view(&found)), view_trim(block))))
        printf("%.*s gives\n%.*s", (int)name.length, name.data, (int)found.length, found.data ? found.data : "");
    buffer_free(&body);
    buffer_free(&found);
    arena_free(arena);
}

static void run_all(const Fixture *fixture, View cases) {
    for (size_t at = view_find(cases, VIEW("=== "), 0); at != SIZE_MAX;) {
        size_t next = view_find(cases, VIEW("\n=== "), at);
        View block = view_slice(cases, at, next == SIZE_MAX ? cases.length : next + 1);
        View name = line_of(&block);
        run_case(fixture, name, block);
        at = next == SIZE_MAX ? next : next + 1;
    }
}

/* Every maximum of the arena up to the one that is enough. */
static void test_memory(const Fixture *fixture) {
    Report report = {.body = VIEW("PORT SELIM (Reuters) - Dockers walked out.\nBy our correspondent and agencies\n"),
                     .author = VIEW("AFP"),
                     .outlet = VIEW("Post")};
    Code code = ERROR_MEMORY;
    for (size_t maximum = 1000; code != OK && maximum < 10000000; maximum += maximum / 4) {
        Arena *arena = arena_new(maximum);
        Text text;
        Error error = {0};
        SourceList sources = {0};
        code = text_make(arena, fixture->text_tables, &report, &text, &error);
        if (code == OK)
            code = sources_find(arena, fixture->tables, &report, &text, &sources, &error);
        CHECK(code == ERROR_MEMORY || (code == OK && sources.count == 3));
        arena_free(arena);
    }
    CHECK(code == OK);
}

int main(void) {
    test_begin("sources");
    Fixture fixture = {.tables_arena = arena_new(0)};
    Error error = {0};
    View cases;
    Code code = text_tables_open(fixture.tables_arena, "data", &fixture.text_tables, &error);
    if (code == OK)
        code = tables_open(fixture.tables_arena, "data", &fixture.tables, &error);
    if (code == OK)
        code = file_read(fixture.tables_arena, "tests/claim/sources.txt", 0, &cases, &error);
    if (CHECK_OK(code, error)) {
        run_all(&fixture, cases);
        test_memory(&fixture);
        tables_close(fixture.tables);
    }
    arena_free(fixture.tables_arena);
    return test_end();
}
