/* Well-known days in sentences: dated_cases.tsv, near misses included. */
#include "identity/tables.h"
#include "tests/test.h"

int main(void) {
    test_begin("dated");
    Error error = {0};
    Arena *arena = arena_new(0);
    Tables *tables = NULL;
    Table *cases = NULL;
    Row row;
    if (!CHECK(arena != NULL))
        return test_end();
    if (CHECK_OK(tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(table_open(arena, "tests/identity", "dated_cases.tsv", 2, 2, &cases, &error), error)) {
        while (table_next(cases, &row)) {
            Day expected = DAY_UNKNOWN;
            bool none = view_equal(row.fields[0], VIEW("-"));
            Day found = dated_find(tables, unicode_fold(arena, row.fields[1]));
            if (!CHECK((none || day_parse(row.fields[0], &expected)) && found == expected))
                printf("    %.*s\n", (int)row.fields[1].length, row.fields[1].data);
        }
    }
    arena_free(arena);
    return test_end();
}
