/* store/find: a question -> what is found, one thing after the other. Which table is searched for which question; the
 * kinds of answers are find_*.c's. */
#include "store/found.h"

static bool asks_of_events(const StoreFilter *filter) {
    return filter->actor || filter->source || filter->target || filter->teller || filter->type || filter->mode ||
           filter->code || filter->status || filter->place || filter->country || filter->near || filter->chain_given ||
           filter->tellers_least > 1 || filter->named != STORE_ANYBODY;
}

bool store_knows(Store *store, const StoreFilter *filter) {
    const char *names[] = {filter->actor, filter->source, filter->target, filter->teller, filter->outlet};
    Arena *arena = arena_new(0);
    bool known = arena;
    const Tables *tables = store->tables;
    store->tables = NULL;
    for (size_t i = 0; known && i < sizeof names / sizeof *names; i++) {
        Rows actors = {0};
        known = !names[i] || (names_actors(store, arena, view(names[i]), &actors) && actors.count);
    }
    store->tables = tables;
    arena_free(arena);
    return known;
}

void store_use(Store *store, const Tables *tables) {
    store->tables = tables;
}

/* --- reports ------------------------------------------------------------------------------------------------------ */

typedef struct Marks {
    Store *store;
    Bits reports;
    long long left; /* events that may still be taken; 0 and below: no limit */
    bool limited;
} Marks;

static bool mark(void *into, long long row, long long day) {
    Marks *marks = into;
    (void)day;
    if (marks->limited && marks->left-- <= 0)
        return false;
    bits_add(&marks->reports, sql_number(marks->store, NO_NUMBER, QUERY_EVENT_REPORT, "i", row));
    return marks->store->fault == SQLITE_OK;
}

/* The reports that have an event that the filter finds; limit: of events, 0 none. */
static Code mark_reports(Store *store, Arena *arena, const StoreFilter *filter, long limit, Bits *reports,
                         Error *error) {
    Search search;
    Marks marks = {.store = store, .left = limit, .limited = limit > 0};
    long long last = sql_number(store, 0, QUERY_LAST_REPORT, "");
    if (!bits_new(arena, last == NO_NUMBER ? 1 : last + 1, &marks.reports))
        return error_memory(error);
    Code code = search_start(store, arena, filter, false, &search, error);
    if (code != OK)
        return code;
    code = search_run(&search, mark, &marks, error);
    *reports = marks.reports;
    return code;
}

static bool in_days(const StoreFilter *filter, long long day) {
    return (!filter->from_given || (day != NO_NUMBER && day >= filter->from)) &&
           (!filter->to_given || (day != NO_NUMBER && day <= filter->to));
}

static Code find_reports(Found *found, Arena *arena) {
    const StoreFilter *filter = found->filter;
    Store *store = found->store;
    bool events = asks_of_events(filter), all = true;
    Bits reports = {0};
    Code code = events ? mark_reports(store, arena, filter, 0, &reports, found->error) : OK;
    if (code != OK)
        return code;
    if (!events && !search_reports(store, arena, filter, &reports, &all))
        found->failed |= store->fault == SQLITE_OK;
    sqlite3_stmt *rows = sql_ask(store, QUERY_REPORTS_BY_DAY, "");
    while (!found->failed && sql_next(store, rows)) {
        long long row = sql_integer(rows, 0);
        if (events || !all ? !bits_hold(&reports, row) : false)
            continue;
        if (!events && !in_days(filter, sql_integer(rows, 1)))
            continue;
        if (!found_room(found))
            break;
        find_report(found, row);
        if (found->code != OK)
            break;
    }
    sql_end(rows);
    return found->code;
}

/* --- all ---------------------------------------------------------------------------------------------------------- */

static Code find_by_search(Found *found, Arena *arena, StoreWhat what) {
    Search search;
    Rows only = {0};
    StoreFilter others = *found->filter;
    Code code = search_start(found->store, arena, found->filter, what == STORE_STATEMENTS, &search, found->error);
    if (code != OK)
        return code;
    others.actor = NULL;
    bool by_name = what == STORE_ACTORS && found->filter->actor && !asks_of_events(&others) && !others.text &&
                   !others.outlet && !others.from_given && !others.to_given;
    if (by_name)
        found->failed |= !names_actors(found->store, arena, view(found->filter->actor), &only);
    if (what == STORE_EVENTS)
        find_events(found, &search);
    else if (what == STORE_STATEMENTS)
        find_statements(found, &search);
    else if (what == STORE_ACTORS)
        find_actors(found, &search, by_name ? &only : NULL);
    else
        find_counts(found, &search, what);
    return found->code;
}

/* What FTS5 says of words that it does not understand is of use to who wrote them. */
static Code words_fault(Store *store, const StoreFilter *filter, Code code, Error *error) {
    const char *said = sqlite3_errmsg(store->db);
    if (code != ERROR_FILE || !filter->text || (sqlite3_errcode(store->db) & 0xFF) != SQLITE_ERROR)
        return code;
    return error_set(error, ERROR_USAGE, "\"%s\" is not understood (%s); put words with signs into quotation marks",
                     filter->text, said);
}

Code store_find(Store *store, StoreWhat what, const StoreFilter *filter, StoreTakeRow *take, void *into, bool *more,
                Error *error) {
    Arena *arena = arena_new(0), *scratch = arena_new(0);
    Found found = {.store = store, .arena = scratch, .filter = filter, .take = take, .into = into, .error = error};
    buffer_init(&found.text, LIMIT_RECORD_BYTES);
    Code code = arena && scratch ? store_look(store, error) : error_memory(error);
    if (code == OK)
        code = what == STORE_REPORTS ? find_reports(&found, arena) : find_by_search(&found, arena, what);
    if (code == OK)
        code = sql_outcome(store, error);
    if (code == OK && found.failed)
        code = error_memory(error);
    *more = found.more;
    buffer_free(&found.text);
    arena_free(scratch);
    arena_free(arena);
    code = words_fault(store, filter, code, error);
    store_looked(store);
    return code;
}

Code store_records(Store *store, const StoreFilter *filter, StoreTake *take, void *into, Error *error) {
    Arena *arena = arena_new(0), *scratch = arena_new(LIMIT_REPORT_ARENA);
    long long last = 0;
    Bits reports = {0};
    Code code = arena && scratch ? store_look(store, error) : error_memory(error);
    if (code == OK && filter)
        code = words_fault(store, filter, mark_reports(store, arena, filter, filter->limit, &reports, error), error);
    while (code == OK) {
        View line = {NULL, 0};
        long long next = filter ? bits_next(&reports, last) : last + 1;
        sqlite3_stmt *rows = next == NO_NUMBER ? NULL : sql_ask(store, QUERY_RECORD_NEXT, "i", next - 1);
        if (!sql_next(store, rows))
            break;
        last = sql_integer(rows, 0);
        code = unpack(store, scratch, sql_bytes(rows, 1), &line, error);
        sql_end(rows);
        if (code == OK)
            code = take(into, line, error);
        arena_reset(scratch);
    }
    arena_free(scratch);
    arena_free(arena);
    if (code == OK)
        code = sql_outcome(store, error);
    store_looked(store);
    return code;
}
