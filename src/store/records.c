/* store/records: the kept records, one after the other. */
#include "store/inside.h"

Code store_records(Store *store, const StoreFilter *filter, StoreTake *take, void *into, Error *error) {
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    long long last = 0;
    Code code = arena ? OK : error_memory(error);
    (void)filter;
    while (code == OK) {
        View line = {NULL, 0};
        sqlite3_stmt *rows = sql_ask(store, QUERY_RECORD_NEXT, "i", last);
        if (!sql_next(store, rows))
            break;
        last = sql_integer(rows, 0);
        code = unpack(store, arena, sql_bytes(rows, 1), &line, error);
        sql_end(rows);
        if (code == OK)
            code = take(into, line, error);
        arena_reset(arena);
    }
    arena_free(arena);
    return code == OK ? sql_outcome(store, error) : code;
}
