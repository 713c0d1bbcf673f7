/* store/find_rest: statements, actors and reports as people ask for them. */
#include "store/found.h"
#include <stdlib.h>

/* --- statements --------------------------------------------------------------------------------------------------- */

static const char *const statement_columns[] = {"published", "speaker", "commitment", "manner", "cue",      "content",
                                                "chain",     "outlet",  "report",     "name",   "statement"};

static bool take_statement(void *into, long long row, long long day) {
    enum {
        LABEL,
        MANNER,
        COMMITMENT,
        UNNAMED,
        DEPTH,
        PUBLISHED,
        CUE,
        START,
        STOP,
        CONTENT,
        CHAIN,
        HASH,
        NAME,
        TITLE,
        OUTLET
    };
    Found *found = into;
    (void)day;
    if (!found_room(found))
        return false;
    found_begin(found);
    sqlite3_stmt *statement = sql_ask(found->store, QUERY_STATEMENT_GET, "i", row);
    if (!sql_next(found->store, statement))
        return found->store->fault == SQLITE_OK;
    found_day(found, "published", sql_integer(statement, PUBLISHED));
    found_actors(found, "speaker", sql_ask(found->store, QUERY_STATEMENT_SPEAKERS, "i", row));
    found_text(found, "commitment", sql_text(statement, COMMITMENT));
    found_text(found, "manner", sql_text(statement, MANNER));
    json_key(&found->json, "unnamed");
    json_boolean(&found->json, sql_integer(statement, UNNAMED) == 1);
    found_text(found, "cue", sql_text(statement, CUE));
    found_text(found, "content", sql_text(statement, CONTENT));
    found_field(found, found_chain(found, "chain", sql_text(statement, CHAIN)));
    json_key(&found->json, "start");
    json_number(&found->json, sql_integer(statement, START));
    json_key(&found->json, "end");
    json_number(&found->json, sql_integer(statement, STOP));
    found_text(found, "outlet", sql_text(statement, OUTLET));
    found_text(found, "report", sql_text(statement, HASH));
    found_text(found, "name", sql_text(statement, NAME));
    found_text(found, "statement", sql_text(statement, LABEL));
    sql_end(statement);
    return found_give(found);
}

void find_statements(Found *found, Search *search) {
    found->columns = statement_columns;
    found_search(found, search, take_statement, found);
}

/* --- actors ------------------------------------------------------------------------------------------------------- */

static const char *const actor_columns[] = {"name",    "kind",   "code",   "known", "names",
                                            "reports", "source", "target", "teller"};

typedef struct Tally {
    long long actor, source, target;
} Tally;

typedef struct Tallies {
    Found *found;
    Tally *items; /* [room] by actor */
    long long room;
} Tallies;

static bool take_parts(void *into, long long row, long long day) {
    Tallies *tallies = into;
    (void)day;
    sqlite3_stmt *parts = sql_ask(tallies->found->store, QUERY_EVENT_ACTORS, "i", row);
    while (sql_next(tallies->found->store, parts)) {
        long long actor = sql_integer(parts, 0);
        if (actor < 0 || actor >= tallies->room)
            continue;
        tallies->items[actor].actor = actor;
        if (sql_integer(parts, 1) == 0)
            tallies->items[actor].source++;
        else
            tallies->items[actor].target++;
    }
    return tallies->found->store->fault == SQLITE_OK;
}

static int most_first(const void *a, const void *b) {
    const Tally *x = a, *y = b;
    long long more = y->source + y->target - x->source - x->target;
    return more ? (more > 0) - (more < 0) : (x->actor > y->actor) - (x->actor < y->actor);
}

static void write_names(Found *found, long long actor) {
    Buffer names;
    buffer_init(&names, 0);
    json_key(&found->json, "names");
    json_array_begin(&found->json);
    sqlite3_stmt *rows = sql_ask(found->store, QUERY_ACTOR_NAMES, "i", actor);
    while (sql_next(found->store, rows)) {
        json_text(&found->json, sql_text(rows, 0));
        if (names.length)
            buffer_append(&names, VIEW("; "));
        buffer_append(&names, sql_text(rows, 0));
    }
    json_array_end(&found->json);
    found->failed |= names.failed;
    found_field(found, names.length ? buffer_view(&names) : VIEW(""));
    buffer_free(&names);
}

static bool give_actor(Found *found, long long actor, long long source, long long target) {
    found_begin(found);
    sqlite3_stmt *row = sql_ask(found->store, QUERY_ACTOR_ROW, "i", actor);
    if (!sql_next(found->store, row))
        return found->store->fault == SQLITE_OK;
    found_text(found, "name", sql_text(row, 0));
    found_text(found, "kind", sql_text(row, 1));
    found_text(found, "code", sql_text(row, 2));
    found_text(found, "known", sql_text(row, 3));
    long long reports = sql_integer(row, 4);
    sql_end(row);
    write_names(found, actor);
    found_number(found, "reports", reports);
    found_number(found, "source", source);
    found_number(found, "target", target);
    found_number(found, "teller", sql_number(found->store, 0, QUERY_ACTOR_TOLD, "i", actor));
    return found_give(found);
}

void find_actors(Found *found, Search *search, const Rows *only) {
    Store *store = found->store;
    long long room = sql_number(store, 0, QUERY_LAST_ACTOR, "");
    found->columns = actor_columns;
    for (size_t i = 0; only && i < only->count && found_room(found); i++) {
        bool again = false;
        for (size_t k = 0; k < i && !again; k++)
            again = only->items[k] == only->items[i];
        if (!again &&
            !give_actor(found, only->items[i], sql_number(store, 0, QUERY_ACTOR_PARTS, "ii", only->items[i], 0LL),
                        sql_number(store, 0, QUERY_ACTOR_PARTS, "ii", only->items[i], 1LL)))
            return;
    }
    if (only || room == NO_NUMBER)
        return;
    Tallies tallies = {found, arena_array(search->arena, (size_t)room + 1, sizeof(Tally)), room + 1};
    found->failed |= !tallies.items;
    if (found->failed)
        return;
    found_search(found, search, take_parts, &tallies);
    if (found->code != OK)
        return;
    qsort(tallies.items, (size_t)room + 1, sizeof *tallies.items, most_first);
    for (long long i = 0; i <= room && tallies.items[i].source + tallies.items[i].target > 0 && found_room(found); i++)
        if (!give_actor(found, tallies.items[i].actor, tallies.items[i].source, tallies.items[i].target))
            return;
}

/* --- reports ------------------------------------------------------------------------------------------------------ */

static const char *const report_columns[] = {"published", "outlet", "title",      "name", "url",   "author",
                                             "language",  "events", "statements", "kept", "report"};

void find_report(Found *found, long long row) {
    enum { HASH, NAME, TITLE, OUTLET, URL, AUTHOR, LANGUAGE, PUBLISHED, KEPT, EVENTS, STATEMENTS };
    found->columns = report_columns;
    found_begin(found);
    sqlite3_stmt *report = sql_ask(found->store, QUERY_REPORT_ROW, "i", row);
    if (!sql_next(found->store, report))
        return;
    found_day(found, "published", sql_integer(report, PUBLISHED));
    found_text(found, "outlet", sql_text(report, OUTLET));
    found_text(found, "title", sql_text(report, TITLE));
    found_text(found, "name", sql_text(report, NAME));
    found_text(found, "url", sql_text(report, URL));
    found_text(found, "author", sql_text(report, AUTHOR));
    found_text(found, "language", sql_text(report, LANGUAGE));
    found_number(found, "events", sql_integer(report, EVENTS));
    found_number(found, "statements", sql_integer(report, STATEMENTS));
    found_day(found, "kept", sql_integer(report, KEPT) / 86400);
    found_text(found, "report", sql_text(report, HASH));
    sql_end(report);
    found_give(found);
}
