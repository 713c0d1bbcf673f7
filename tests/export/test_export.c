/* Every format with too little memory of each kind: for the tables, for one record, for what it writes. Each time it
 * says so, until it has enough and writes what it wrote before. */
#include "export/export.h"
#include "tests/test.h"

#define RECORDS "tests/export/records.jsonl"

typedef struct Limits {
    size_t arena, memory, out; /* 0: none */
} Limits;

/* All records through a format; *written is in `keep`. */
static Code run(const char *format, Limits limits, Arena *keep, View *written, Error *error) {
    ExportOptions options = {.folder = "data", .format = format, .memory = limits.memory, .every_status = true};
    Arena *arena = arena_new(limits.arena);
    Export *export = NULL;
    Buffer out;
    View rest, line;
    size_t number = 0;
    buffer_init(&out, limits.out);
    Code code = arena ? file_read(keep, RECORDS, 0, &rest, error) : ERROR_MEMORY;
    if (code == OK)
        code = export_open(arena, &options, &out, &export, error);
    while (code == OK && view_split(&rest, '\n', &line))
        if (line.length)
            code = export_record(export, line, RECORDS, ++number, error);
    if (code == OK)
        code = export_end(export, error);
    if (code == OK)
        *written = arena_copy(keep, buffer_view(&out));
    export_close(export);
    buffer_free(&out);
    arena_free(arena);
    return code;
}

/* Raises one limit until the format passes. */
static void raise_limit(const char *format, int part, size_t from, View wanted, Arena *keep) {
    Code code = ERROR_MEMORY;
    View written = {NULL, 0};
    bool said = true;
    size_t tries = 0;
    for (size_t limit = from; code == ERROR_MEMORY && limit < (size_t)1 << 28; limit += limit / 3 + 1, tries++) {
        Limits limits = {part == 0 ? limit : 0, part == 1 ? limit : 0, part == 2 ? limit : 0};
        Error error = {0};
        code = run(format, limits, keep, &written, &error);
        said = said && (code == OK || (code == ERROR_MEMORY && error.message[0]) || !error.message[0]);
    }
    CHECK(code == OK && tries > 1 && said);
    CHECK(view_equal(written, wanted));
}

static void test_format(const char *format) {
    Arena *keep = arena_new(0);
    Error error = {0};
    View wanted;
    if (!CHECK(keep != NULL))
        return;
    if (CHECK_OK(run(format, (Limits){0}, keep, &wanted, &error), error)) {
        raise_limit(format, 0, 1 << 16, wanted, keep);
        raise_limit(format, 1, 1 << 8, wanted, keep);
        raise_limit(format, 2, 1 << 4, wanted, keep);
    }
    arena_free(keep);
}

int main(void) {
    ExportName name;
    test_begin("export/memory");
    for (size_t i = 0; export_name(i, &name); i++)
        test_format(name.name);
    return test_end();
}
