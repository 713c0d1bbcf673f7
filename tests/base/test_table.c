/* Tables and files: tests/base/tables/NAME.tsv; a fault names file, line and cure. */
#include "tests/test.h"
#include <stdlib.h>
#include <unistd.h>

#define FOLDER "tests/base/tables"

static void test_good(const char *file) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Table *table;
    Row row;
    if (CHECK_OK(table_open(arena, FOLDER, file, 2, 3, &table, &error), error)) {
        CHECK(table_next(table, &row) && row.count == 2 && row.line == 4);
        CHECK_TEXT(row.fields[0], "said");
        CHECK_TEXT(row.fields[1], "direct");
        CHECK(table_next(table, &row) && row.count == 3 && row.line == 6);
        CHECK_TEXT(row.fields[1], "");
        CHECK_TEXT(row.fields[2], "\xC3\xA9t\xC3\xA9");
        CHECK(table_fault(table, &row, &error, "no manner \"%s\"", "x") == ERROR_DATA);
        View message = view(error.message);
        CHECK(view_find(message, VIEW(":6: no manner \"x\""), 0) != SIZE_MAX);
        CHECK(table_next(table, &row) && row.count == 3);
        CHECK_TEXT(row.fields[2], "");
        CHECK(!table_next(table, &row));
    }
    arena_free(arena);
}

static void test_fault(const char *file, const char *expected) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Table *table;
    CHECK(table_open(arena, FOLDER, file, 2, 3, &table, &error) == ERROR_DATA);
    if (!CHECK(view_find(view(error.message), view(expected), 0) != SIZE_MAX))
        printf("    %s says: %s\n", file, error.message);
    arena_free(arena);
}

static void test_running_out(const char *file) {
    for (size_t maximum = 1, passed = 0; !passed; maximum += 5) {
        Arena *arena = arena_new(maximum);
        Table *table;
        Error error = {0};
        Code code = table_open(arena, FOLDER, file, 2, 3, &table, &error);
        passed = code == OK;
        if (!passed)
            CHECK(code == ERROR_MEMORY);
        arena_free(arena);
    }
}

static void test_files(void) {
    Arena *arena = arena_new(0);
    Error error = {0};
    View content;
    CHECK(file_read(arena, FOLDER "/none", 0, &content, &error) == ERROR_FILE);
    CHECK_TEXT(view(error.message), FOLDER "/none: cannot be opened: No such file or directory");
    CHECK(file_read(arena, FOLDER, 0, &content, &error) == ERROR_FILE);
    CHECK_TEXT(view(error.message), FOLDER ": cannot be read: Is a directory");
    CHECK(file_read(arena, FOLDER "/good.tsv", 10, &content, &error) == ERROR_INPUT);
    CHECK_OK(file_read(arena, FOLDER "/good.tsv", 0, &content, &error), error);
    View mapped;
    CHECK_OK(file_map(FOLDER "/good.tsv", &mapped, &error), error);
    CHECK(view_equal(content, mapped));
    file_unmap(mapped);
    CHECK_OK(file_map(FOLDER "/empty.tsv", &mapped, &error), error);
    CHECK_TEXT(mapped, "");
    file_unmap(mapped);
    CHECK(file_map(FOLDER "/none", &mapped, &error) == ERROR_FILE);
    CHECK_OK(file_read(arena, FOLDER "/packed.tsv.gz", 0, &content, &error), error);
    CHECK(gzip_is(content));
    View unpacked;
    CHECK(gzip_unpack(arena, content, "packed", 10, &unpacked, &error) == ERROR_INPUT);
    CHECK_TEXT(view(error.message), "packed: unpacks to more than 0 MiB; split it");
    CHECK(gzip_unpack(arena, view_slice(content, 0, content.length - 9), "cut", 0, &unpacked, &error) == ERROR_INPUT);
    CHECK(gzip_unpack(arena, view_slice(content, 0, 4), "cut", 0, &unpacked, &error) == ERROR_INPUT);
    arena_free(arena);
}

int main(void) {
    test_begin("table");
    test_good("good.tsv");
    test_good("packed.tsv.gz");
    test_fault("none.tsv", "none.tsv: cannot be opened");
    test_fault("empty.tsv", ":1: the first line must be \"#isnad empty 1\"");
    test_fault("unnamed.tsv", ":1: the first line must be \"#isnad unnamed 1\"");
    test_fault("version.tsv", ":1: version 2 of this table is not known");
    test_fault("few.tsv", ":3: 1 fields where 2 to 3 are wanted");
    test_fault("many.tsv", ":2: 4 fields where 2 to 3 are wanted");
    test_fault("latin.tsv", ":3: malformed UTF-8");
    test_running_out("good.tsv");
    test_running_out("packed.tsv.gz");
    test_files();
    return test_end();
}
