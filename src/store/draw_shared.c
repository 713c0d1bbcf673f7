/* store/draw_shared: an event that is plainly the same as one told before -> shared, and who its tellers are. The idea:
 * a telling only adds to what is counted, whether ten reports told of the event or ten thousand. No INSERT from a
 * SELECT: SQLite makes a savepoint for it, at which FTS5 would write out its words. */
#include "store/draw.h"

static void count_telling(Draw *draw, long long shared, long long row, long long report, bool first_of_report) {
    Store *store = draw->store;
    long long more = 0;
    sqlite3_stmt *tellers = sql_ask(store, QUERY_OUTERMOST_TELLERS, "i", row);
    while (sql_next(store, tellers)) {
        long long teller = sql_integer(tellers, 0);
        sql_run(store, QUERY_SHARED_TELLER_ADD, "ii", shared, teller ? teller : -report);
        more += sqlite3_changes(store->db);
    }
    sql_run(store, QUERY_SHARED_COUNT, "iii", shared, more, (long long)first_of_report);
    columns_put(store, COLUMN_SHARED, row, (int32_t)shared);
}

/* From all its tellings; nothing when they are of one report. */
static void share_anew(Draw *draw, long long same) {
    LIST(long long) rows = {0}, reports = {0};
    Store *store = draw->store;
    sqlite3_stmt *tellings = sql_ask(store, QUERY_EVENTS_SAME, "i", same);
    while (sql_next(store, tellings))
        draw->failed |= !list_push(draw->arena, &rows, sql_integer(tellings, 0)) ||
                        !list_push(draw->arena, &reports, sql_integer(tellings, 1));
    if (draw->failed || !rows.count)
        return;
    if (reports.items[0] == reports.items[reports.count - 1]) { /* they are in the order of reports */
        for (size_t i = 0; i < rows.count; i++)
            columns_put(store, COLUMN_SHARED, rows.items[i], 0);
        return;
    }
    sql_run(store, QUERY_SHARED_ADD, "i", same);
    long long shared = sqlite3_last_insert_rowid(store->db);
    for (size_t i = 0; i < rows.count; i++)
        count_telling(draw, shared, rows.items[i], reports.items[i],
                      i == 0 || reports.items[i] != reports.items[i - 1]);
}

void draw_share(Draw *draw, long long same, long long row) {
    Store *store = draw->store;
    long long shared = sql_number(store, NO_NUMBER, QUERY_SHARED_GET, "i", same);
    if (shared == NO_NUMBER) {
        share_anew(draw, same);
        return;
    }
    bool again = sql_number(store, 0, QUERY_EVENT_SAME_BETWEEN, "iii", same, draw->first_event, row) == 1;
    count_telling(draw, shared, row, draw->row, !again);
}

void undraw_share(Draw *draw, long long same) {
    Store *store = draw->store;
    long long shared = sql_number(store, NO_NUMBER, QUERY_SHARED_GET, "i", same);
    if (shared == NO_NUMBER)
        return;
    sql_run(store, QUERY_SHARED_TELLERS_REMOVE, "i", shared);
    sql_run(store, QUERY_SHARED_REMOVE, "i", shared);
    share_anew(draw, same);
}
