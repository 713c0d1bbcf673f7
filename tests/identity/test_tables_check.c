/* The shipped tables are without fault; broken ones (tests/identity/broken) give every fault with file, line and cure.
 */
#include "identity/tables.h"
#include "tests/test.h"
#include <stdlib.h>

static void test_shipped(Arena *arena) {
    TableFaults faults = {0};
    Error error = {0};
    CHECK_OK(tables_check(arena, "data", &faults, &error), error);
    CHECK(faults.count == 0);
    for (size_t i = 0; i < faults.count && i < 40; i++)
        printf("    %.*s\n", (int)faults.items[i].length, faults.items[i].data);
}

/* expected.txt: a line a fault, in any order; a table that is missing altogether is a fault too and not listed there.
 */
static void test_broken(Arena *arena) {
    TableFaults faults = {0};
    Error error = {0};
    View expected, line;
    CHECK_OK(tables_check(arena, "tests/identity/broken", &faults, &error), error);
    if (!CHECK_OK(file_read(arena, "tests/identity/broken/expected.txt", 0, &expected, &error), error))
        return;
    size_t wanted = 0, found = 0;
    while (view_split(&expected, '\n', &line)) {
        if (!line.length)
            continue;
        bool here = false;
        for (size_t i = 0; i < faults.count; i++)
            here = here || view_find(faults.items[i], line, 0) != SIZE_MAX;
        wanted++;
        found += here;
        if (!here)
            printf("    not found: %.*s\n", (int)line.length, line.data);
    }
    CHECK(found == wanted);
    size_t listed = 0;
    for (size_t i = 0; i < faults.count; i++)
        listed += view_find(faults.items[i], VIEW("No such file"), 0) == SIZE_MAX;
    CHECK(listed == wanted);
    for (size_t i = 0; i < faults.count && listed != wanted; i++)
        printf("    %.*s\n", (int)faults.items[i].length, faults.items[i].data);
}

static void test_memory(void) {
    Error error = {0};
    Tables *tables;
    TableFaults faults;
    size_t maximum = 1 << 12;
    Code code = ERROR_MEMORY;
    for (; code == ERROR_MEMORY && maximum < (size_t)1 << 30; maximum *= 2) {
        Arena *arena = arena_new(maximum);
        code = arena ? tables_open(arena, "data", &tables, &error) : ERROR_MEMORY;
        Code checked = arena ? tables_check(arena, "tests/identity/broken", &faults, &error) : ERROR_MEMORY;
        CHECK(checked == OK || checked == ERROR_MEMORY);
        arena_free(arena);
    }
    CHECK_OK(code, error);
}

static void test_missing(Arena *arena) {
    Error error = {0};
    Tables *tables;
    CHECK(tables_open(arena, "tests/identity/no-such-folder", &tables, &error) == ERROR_DATA);
    CHECK(strstr(error.message, "countries.tsv") != NULL);
    CHECK(tables_open(arena, "tests/identity/broken", &tables, &error) == ERROR_DATA);
    CHECK(strstr(error.message, ":") != NULL);
}

int main(void) {
    test_begin("tables check");
    Arena *arena = arena_new(0);
    if (CHECK(arena != NULL)) {
        test_shipped(arena);
        test_broken(arena);
        test_missing(arena);
    }
    arena_free(arena);
    test_memory();
    return test_end();
}
