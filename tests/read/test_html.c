/* Pages in, reports out. Without an argument: the cases of tests/read/html/. With files: one JSON object a page on
 * standard output, for tests/read/pages.py. */
#include "read/html.h"
#include "tests/test.h"

static void show_json(const char *path) {
    Arena *arena = arena_new(0);
    Report report = {0};
    Error error = {0};
    View bytes;
    Buffer out;
    Json json;
    buffer_init(&out, 0);
    json_init(&json, &out);
    json_object_begin(&json);
    Code code = file_read(arena, path, 0, &bytes, &error);
    if (code == OK)
        code = html_read(arena, view(path), bytes, (View){NULL, 0}, &report, &error);
    const struct {
        const char *key;
        View value;
    } members[] = {{"name", view(path)},      {"error", view(code == OK ? NULL : error.message)},
                   {"title", report.title},   {"outlet", report.outlet},
                   {"author", report.author}, {"date", report.date},
                   {"url", report.url},       {"text", report.body}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        json_key(&json, members[i].key);
        json_text(&json, members[i].value);
    }
    json_object_end(&json);
    printf("%.*s\n", (int)out.length, out.data);
    buffer_free(&out);
    arena_free(arena);
}

int main(int count, char **arguments) {
    for (int i = 1; i < count; i++)
        show_json(arguments[i]);
    if (count > 1)
        return 0;
    test_begin("html");
    return test_end();
}
