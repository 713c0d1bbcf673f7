/* store/find_counts: how many events, and how many tellings of them, by type, by week, by who did it to whom. An event
 * that several reports tell counts once. */
#include "store/found.h"
#include <stdlib.h>

typedef struct Counted {
    long long first, second; /* type; Monday; source and target */
    long long events, tellings;
} Counted;

typedef struct Tally {
    Found *found;
    Arena *arena;
    StoreWhat what;
    const int32_t *types, *shared; /* by event: its type; its row of shared */
    Map *seen;                     /* KEY SHARED */
    Map *index;                    /* KEY -> counts */
    LIST(Counted) counts;
} Tally;

#define MONDAY(day) ((day) - (long long)day_weekday((Day)(day)))

static bool counted_before(Tally *tally, long long row, long long first, long long second) {
    if (!tally->shared[row])
        return false;
    View key = arena_format(tally->arena, "%lld %lld %d", first, second, (int)tally->shared[row]);
    uint32_t before;
    if (key.data && map_get(tally->seen, key, &before))
        return true;
    tally->found->failed |= !key.data || !map_set(tally->seen, key, 1);
    return false;
}

static void add(Tally *tally, long long row, long long first, long long second) {
    long long pair[2] = {first, second};
    View key = {(const char *)pair, sizeof pair};
    uint32_t index = (uint32_t)tally->counts.count;
    if (!map_get(tally->index, key, &index)) {
        key = arena_copy(tally->arena, key);
        tally->found->failed |= !key.data || !map_set(tally->index, key, index) ||
                                !list_push(tally->arena, &tally->counts, (Counted){first, second, 0, 0});
    }
    if (tally->found->failed)
        return;
    tally->counts.items[index].tellings++;
    tally->counts.items[index].events += !counted_before(tally, row, first, second);
}

static bool take_pair(Tally *tally, long long row) {
    long long actors[2][8];
    size_t counts[2] = {0, 0};
    sqlite3_stmt *parts = sql_ask(tally->found->store, QUERY_EVENT_ACTORS, "i", row);
    while (sql_next(tally->found->store, parts)) {
        int role = sql_integer(parts, 1) == 1;
        if (counts[role] < 8)
            actors[role][counts[role]++] = sql_integer(parts, 0);
    }
    for (size_t i = 0; i < counts[0]; i++)
        for (size_t k = 0; k < counts[1]; k++)
            add(tally, row, actors[0][i], actors[1][k]);
    return !tally->found->failed && tally->found->store->fault == SQLITE_OK;
}

static bool take(void *into, long long row, long long day) {
    Tally *tally = into;
    if (tally->what == STORE_PAIRS)
        return take_pair(tally, row);
    if (tally->what == STORE_WEEKS)
        add(tally, row, day == NO_NUMBER ? NO_NUMBER : MONDAY(day), 0);
    else
        add(tally, row, tally->types[row], 0);
    return !tally->found->failed && tally->found->store->fault == SQLITE_OK;
}

static int most_first(const void *a, const void *b) {
    const Counted *x = a, *y = b;
    int order = (x->events < y->events) - (x->events > y->events);
    return order ? order : (x->first > y->first) - (x->first < y->first);
}

static int latest_first(const void *a, const void *b) {
    const Counted *x = a, *y = b;
    return (x->first < y->first) - (x->first > y->first);
}

static void write_actor(Found *found, const char *key, long long actor) {
    sqlite3_stmt *row = sql_ask(found->store, QUERY_ACTOR_ROW, "i", actor);
    found_text(found, key, sql_next(found->store, row) ? sql_text(row, 0) : (View){NULL, 0});
    sql_end(row);
}

static bool give(Tally *tally, const Counted *count) {
    Found *found = tally->found;
    found_begin(found);
    if (tally->what == STORE_PAIRS) {
        write_actor(found, "source", count->first);
        write_actor(found, "target", count->second);
    } else if (tally->what == STORE_WEEKS) {
        found_day(found, "week", count->first);
    } else {
        sqlite3_stmt *row = sql_ask(found->store, QUERY_TERM_TEXT, "i", count->first);
        found_text(found, "type", sql_next(found->store, row) ? sql_text(row, 0) : (View){NULL, 0});
        sql_end(row);
    }
    found_number(found, "events", count->events);
    found_number(found, "tellings", count->tellings);
    return found_give(found);
}

void find_counts(Found *found, Search *search, StoreWhat what) {
    static const char *const types[] = {"type", "events", "tellings"};
    static const char *const weeks[] = {"week", "events", "tellings"};
    static const char *const pairs[] = {"source", "target", "events", "tellings"};
    Tally tally = {.found = found, .arena = search->arena, .what = what};
    tally.seen = map_new(search->arena);
    tally.index = map_new(search->arena);
    tally.types = columns_all(found->store, search->arena, COLUMN_TYPE, search->room);
    tally.shared = columns_all(found->store, search->arena, COLUMN_SHARED, search->room);
    found->failed |= !tally.seen || !tally.index || !tally.types || !tally.shared;
    if (found->failed)
        return;
    found->columns = what == STORE_PAIRS ? pairs : what == STORE_WEEKS ? weeks : types;
    found_search(found, search, take, &tally);
    if (found->code != OK || found->failed)
        return;
    if (tally.counts.count)
        qsort(tally.counts.items, tally.counts.count, sizeof *tally.counts.items,
              what == STORE_WEEKS ? latest_first : most_first);
    for (size_t i = 0; i < tally.counts.count && found_room(found); i++)
        if (!give(&tally, &tally.counts.items[i]))
            return;
}
