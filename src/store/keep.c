/* store/keep: one record in, or a report out. A record is looked through first, so that what is drawn from it can trust
 * its spans; after that only memory or the disk can fail, and then the whole transaction is dropped. No savepoint for
 * each: FTS5 would write out its words at each of them. */
#include "store/inside.h"
#include <string.h>
#include <time.h>

/* --- in ----------------------------------------------------------------------------------------------------------- */

static View member(const JsonValue *object, const char *key) {
    return json_value_text(json_value_member(object, key));
}

static Code add(Store *store, Arena *arena, View line, const JsonValue *record, Error *error) {
    const JsonValue *report = json_value_member(record, "report");
    Day published = DAY_UNKNOWN;
    View packed;
    Code code = pack(store, arena, line, &packed, error);
    if (code != OK)
        return code;
    day_parse(member(json_value_member(report, "published"), "date"), &published);
    sql_run(store, QUERY_REPORT_ADD, "tttttttyi", member(report, "id"), member(report, "name"), member(report, "title"),
            member(report, "outlet"), member(report, "url"), member(report, "author"), member(report, "language"),
            published, (long long)time(NULL));
    long long row = sqlite3_last_insert_rowid(store->db);
    sql_run(store, QUERY_RECORD_ADD, "ib", row, packed);
    return draw(store, arena, record, row, error);
}

static Code keep(Store *store, Arena *arena, View line, const JsonValue *record, StoreKept *kept, Error *error) {
    View id = member(json_value_member(record, "report"), "id");
    *kept = STORE_KEPT_BEFORE;
    long long before = sql_number(store, NO_NUMBER, QUERY_REPORT_BY_HASH, "t", id);
    Code code = sql_outcome(store, error);
    if (code != OK || before != NO_NUMBER)
        return code;
    *kept = STORE_KEPT;
    return add(store, arena, line, record, error);
}

Code store_keep(Store *store, View record, View name, StoreKept *kept, Error *error) {
    JsonValue *json = NULL;
    Arena *arena = store->arena ? store->arena : (store->arena = arena_new(LIMIT_REPORT_ARENA));
    View line = view_trim(record), fault = {NULL, 0};
    View named = arena ? arena_copy(arena, name) : (View){NULL, 0};
    Code code = named.data ? json_value_parse(line, named.data, 1, &json, error) : error_memory(error);
    if (code == OK && record_faults(arena, json, &fault) != OK)
        code = error_memory(error);
    if (code == OK && fault.data)
        code = error_set(error, ERROR_INPUT, "%s: %s", named.data, fault.data);
    if (code == OK)
        code = store_begin(store, error);
    if (code == OK) {
        code = keep(store, arena, line, json, kept, error);
        if (code != OK)
            store_drop(store, code);
    }
    json_value_free(json);
    if (arena)
        arena_reset(arena);
    return code;
}

/* --- out ---------------------------------------------------------------------------------------------------------- */

static Code take_out(Store *store, long long row, Error *error) {
    JsonValue *json = NULL;
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    View line;
    if (!arena)
        return error_memory(error);
    sqlite3_stmt *rows = sql_ask(store, QUERY_RECORD_GET, "i", row);
    Code code = sql_next(store, rows) ? unpack(store, arena, sql_bytes(rows, 0), &line, error) : OK;
    sql_end(rows);
    if (code == OK)
        code = sql_outcome(store, error);
    if (code == OK)
        code = json_value_parse(line, store->path, 1, &json, error);
    if (code == OK)
        code = undraw(store, arena, json, row, error);
    sql_run(store, QUERY_RECORD_REMOVE, "i", row);
    sql_run(store, QUERY_REPORT_REMOVE, "i", row);
    if (code == OK)
        code = sql_outcome(store, error);
    json_value_free(json);
    arena_free(arena);
    return code;
}

Code store_forget(Store *store, View which, size_t *count, Error *error) {
    LIST(long long) found = {0};
    View digits = view_starts(which, VIEW("sha256:")) ? view_slice(which, 7, which.length) : which;
    Arena *arena = arena_new(0);
    *count = 0;
    if (!arena)
        return error_memory(error);
    sql_script(store, "PRAGMA secure_delete = 1"); /* forgotten letters do not stay in free pages */
    Code code = store_begin(store, error);
    sqlite3_stmt *rows = code == OK ? sql_ask(store, QUERY_REPORTS_NAMED, "tt", which, digits) : NULL;
    while (code == OK && sql_next(store, rows))
        if (!list_push(arena, &found, sql_integer(rows, 0)))
            code = error_memory(error);
    if (code == OK)
        code = sql_outcome(store, error);
    for (size_t i = 0; code == OK && i < found.count; i++)
        code = take_out(store, found.items[i], error);
    if (code == OK)
        *count = found.count;
    else
        store_drop(store, code);
    arena_free(arena);
    return code;
}
