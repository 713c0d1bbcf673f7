/* store/find_events: rows of events -> events as people ask for them: what is plainly one in several reports once, with
 * all its tellings. */
#include "store/found.h"

typedef struct Walk {
    Found *found;
    Arena *arena;
    Map *seen; /* `same` of the shared events that were given */
} Walk;

static const char *const columns[] = {"from",   "to",     "type",    "mode",    "code",    "status",
                                      "source", "target", "place",   "country", "trigger", "tellers",
                                      "chain",  "outlet", "reports", "report",  "name",    "event"};

enum {
    TYPE,
    MODE,
    CODE,
    STATUS,
    FIRST,
    LAST,
    START,
    STOP,
    TRIGGER,
    CHAIN,
    LABEL,
    SAME,
    PLACE,
    COUNTRY,
    ADMIN1,
    LAT,
    LON,
    HASH,
    NAME,
    TITLE,
    OUTLET,
    PUBLISHED,
    REPORT
};

static void write_place(Found *found, sqlite3_stmt *event) {
    json_key(&found->json, "place");
    if (!sql_text(event, PLACE).data) {
        json_nothing(&found->json);
        return;
    }
    json_object_begin(&found->json);
    found_json(found, "name", sql_text(event, PLACE));
    found_json(found, "country", sql_text(event, COUNTRY));
    found_json(found, "admin1", sql_text(event, ADMIN1));
    for (int column = LAT; column <= LON; column++) {
        json_key(&found->json, column == LAT ? "lat" : "lon");
        if (sqlite3_column_type(event, column) == SQLITE_NULL)
            json_nothing(&found->json);
        else
            json_decimal(&found->json, sqlite3_column_double(event, column), 4);
    }
    json_object_end(&found->json);
}

/* What is the same in all tellings, from the first. */
static void write_event(Found *found, long long row, sqlite3_stmt *event) {
    found_day(found, "from", sql_integer(event, FIRST));
    found_day(found, "to", sql_integer(event, LAST));
    found_text(found, "type", sql_text(event, TYPE));
    found_text(found, "mode", sql_text(event, MODE));
    found_text(found, "code", sql_text(event, CODE));
    found_text(found, "status", sql_text(event, STATUS));
    found_actors(found, "source", sql_ask(found->store, QUERY_EVENT_PARTS, "ii", row, 0LL));
    found_actors(found, "target", sql_ask(found->store, QUERY_EVENT_PARTS, "ii", row, 1LL));
    write_place(found, event);
    found_field(found, sql_text(event, PLACE));
    found_field(found, sql_text(event, COUNTRY));
    found_field(found, sql_text(event, TRIGGER));
}

/* Gives the words of its chain. */
static View write_telling(Found *found, sqlite3_stmt *event) {
    json_object_begin(&found->json);
    found_json(found, "report", sql_text(event, HASH));
    found_json(found, "name", sql_text(event, NAME));
    found_json(found, "title", sql_text(event, TITLE));
    found_json(found, "outlet", sql_text(event, OUTLET));
    found_json_day(found, "published", sql_integer(event, PUBLISHED));
    found_json(found, "event", sql_text(event, LABEL));
    found_json(found, "status", sql_text(event, STATUS));
    View chain = found_chain(found, "chain", sql_text(event, CHAIN));
    json_key(&found->json, "trigger");
    json_object_begin(&found->json);
    json_key(&found->json, "start");
    json_number(&found->json, sql_integer(event, START));
    json_key(&found->json, "end");
    json_number(&found->json, sql_integer(event, STOP));
    found_json(found, "text", sql_text(event, TRIGGER));
    json_object_end(&found->json);
    json_object_end(&found->json);
    return chain;
}

typedef struct Teller {
    long long actor, report; /* report: where the actor is not known, 0 otherwise */
    View name;
} Teller;

typedef LIST(Teller) Tellers;

static void add_tellers(Found *found, long long row, long long report, View report_name, Tellers *tellers) {
    sqlite3_stmt *rows = sql_ask(found->store, QUERY_EVENT_TELLERS, "i", row);
    while (sql_next(found->store, rows)) {
        long long actor = sql_integer(rows, 0), own = actor ? 0 : report;
        bool again = false;
        for (size_t i = 0; i < tellers->count && !again; i++)
            again = tellers->items[i].actor == actor && tellers->items[i].report == own;
        View name = again ? VIEW("") : arena_copy(found->arena, actor ? sql_text(rows, 1) : report_name);
        found->failed |= !again && !list_push(found->arena, tellers, (Teller){actor, own, name});
    }
}

static void write_tellers(Found *found, const Tellers *tellers) {
    Buffer names;
    buffer_init(&names, 0);
    json_key(&found->json, "tellers");
    json_array_begin(&found->json);
    for (size_t i = 0; i < tellers->count; i++) {
        json_text(&found->json, tellers->items[i].name);
        if (i)
            buffer_append(&names, VIEW("; "));
        buffer_append(&names, tellers->items[i].name);
    }
    json_array_end(&found->json);
    found->failed |= names.failed;
    found_field(found, names.length ? buffer_view(&names) : VIEW(""));
    buffer_free(&names);
}

/* Rows of the tellings in their order; just this one when it is told once. */
static void tellings_of(Walk *walk, long long row, long long same, Rows *rows) {
    Found *found = walk->found;
    sqlite3_stmt *others = same == NO_NUMBER ? NULL : sql_ask(found->store, QUERY_EVENTS_SAME, "i", same);
    while (sql_next(found->store, others))
        walk->found->failed |= !list_push(found->arena, rows, sql_integer(others, 0));
    if (!rows->count)
        walk->found->failed |= !list_push(found->arena, rows, row);
}

static View arena_text(Found *found, View text) {
    View copy = text.data ? arena_copy(found->arena, text) : text;
    found->failed |= text.data && !copy.data;
    return copy;
}

static void write_tellings(Found *found, const Rows *rows) {
    Tellers tellers = {0};
    long long reports = 0, before = 0;
    View hash = {NULL, 0}, name = hash, label = hash, chain = hash, outlet = hash;
    json_key(&found->json, "tellings");
    json_array_begin(&found->json);
    for (size_t i = 0; i < rows->count && !found->failed; i++) {
        sqlite3_stmt *event = sql_ask(found->store, QUERY_EVENT_GET, "i", rows->items[i]);
        if (!sql_next(found->store, event))
            continue;
        View words = write_telling(found, event), from = arena_text(found, sql_text(event, NAME));
        long long report = sql_integer(event, REPORT);
        reports += report != before;
        before = report;
        if (i == 0) {
            hash = arena_text(found, sql_text(event, HASH));
            label = arena_text(found, sql_text(event, LABEL));
            outlet = arena_text(found, sql_text(event, OUTLET));
            chain = words;
            name = from;
        }
        sql_end(event);
        add_tellers(found, rows->items[i], report, from, &tellers);
    }
    json_array_end(&found->json);
    write_tellers(found, &tellers);
    found_field(found, chain);
    found_field(found, outlet);
    found_number(found, "reports", reports);
    found_field(found, hash);
    found_field(found, name);
    found_field(found, label);
}

static void give(Walk *walk, const Rows *rows) {
    Found *found = walk->found;
    sqlite3_stmt *event = sql_ask(found->store, QUERY_EVENT_GET, "i", rows->items[0]);
    if (!sql_next(found->store, event))
        return;
    write_event(found, rows->items[0], event);
    sql_end(event);
    write_tellings(found, rows);
}

static bool take(void *into, long long row, long long day) {
    Walk *walk = into;
    Found *found = walk->found;
    uint32_t seen;
    Rows rows = {0};
    (void)day;
    long long same = sql_number(found->store, NO_NUMBER, QUERY_EVENT_SAME, "i", row);
    View key = same == NO_NUMBER ? VIEW("") : arena_format(walk->arena, "%lld", same);
    if (same != NO_NUMBER && key.data && map_get(walk->seen, key, &seen))
        return true;
    found->failed |= !key.data || (same != NO_NUMBER && !map_set(walk->seen, key, 1));
    if (!found_room(found))
        return false;
    found_begin(found);
    tellings_of(walk, row, same, &rows);
    if (found->failed)
        return false;
    give(walk, &rows);
    return found_give(found);
}

void find_events(Found *found, Search *search) {
    Walk walk = {found, search->arena, map_new(search->arena)};
    found->columns = columns;
    found->failed |= !walk.seen;
    if (found->failed)
        return;
    found_search(found, search, take, &walk);
}
