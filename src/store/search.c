/* store/search: a filter -> the rows it finds, the latest first.
 *
 * What few rows have (an actor, a place, a word) becomes a set of bits, read off its index, and the sets are joined.
 * What every row has (type, status, days) is compared column by column (columns.h), only where the set still has rows.
 * Both take the same time whatever is asked for, so that two frequent things that seldom meet are found as fast as any
 * other. What is left is sorted by day with its column. */
#include "store/search.h"
#include <math.h>
#include <stdlib.h>

/* --- sets --------------------------------------------------------------------------------------------------------- */

static long long rows_below(Store *store, Query last) {
    long long row = sql_number(store, 0, last, "");
    return row == NO_NUMBER ? 1 : row + 1;
}

static void narrow(Search *search, const Bits *bits) {
    if (search->narrowed)
        bits_keep(&search->bits, bits);
    else
        search->bits = *bits;
    search->narrowed = true;
}

static Bits none(Search *search) {
    Bits bits = {0};
    search->failed |= !bits_new(search->arena, search->room, &bits);
    return bits;
}

static void add_range(Search *search, Column column, int32_t low, int32_t high) {
    search->failed |= !list_push(search->arena, &search->conditions, (Condition){column, NULL, low, high});
}

static void add_rows(Search *search, Bits *bits, sqlite3_stmt *rows) {
    if (!search->failed)
        bits_gather(search->store, bits, NULL, rows);
}

/* roles: of parts (0, 1) or of speakers (1 own, 0 through whom it came), -1 for both. */
static void narrow_by_actor(Search *search, const char *name, int role) {
    Rows actors = {0};
    if (!name)
        return;
    search->failed |= !names_actors(search->store, search->arena, view(name), &actors);
    search->nothing |= !actors.count;
    Query query = search->statements ? QUERY_SAID_BY : QUERY_PARTS_OF;
    Bits bits = none(search);
    for (size_t i = 0; i < actors.count; i++)
        for (long long k = 0; k < 2; k++)
            if (role < 0 || role == k)
                add_rows(search, &bits, sql_ask(search->store, query, "ii", actors.items[i], k));
    if (!search->failed)
        narrow(search, &bits);
}

static void narrow_by_teller(Search *search, const char *name) {
    Rows actors = {0};
    if (!name)
        return;
    if (search->statements) {
        narrow_by_actor(search, name, -1);
        return;
    }
    search->failed |= !names_actors(search->store, search->arena, view(name), &actors);
    search->nothing |= !actors.count;
    Bits bits = none(search);
    for (size_t i = 0; i < actors.count; i++)
        add_rows(search, &bits, sql_ask(search->store, QUERY_TOLD_BY, "i", actors.items[i]));
    if (!search->failed)
        narrow(search, &bits);
}

#define EARTH_KM  6371.0
#define DEGREE    (3.14159265358979323846 / 180)
#define DEGREE_KM 111.0

static double distance_km(double lat, double lon, double other_lat, double other_lon) {
    double half_lat = sin((other_lat - lat) * DEGREE / 2), half_lon = sin((other_lon - lon) * DEGREE / 2);
    double share = half_lat * half_lat + cos(lat * DEGREE) * cos(other_lat * DEGREE) * half_lon * half_lon;
    return 2 * EARTH_KM * asin(sqrt(share < 1 ? share : 1));
}

static void add_near(Search *search, double lat, double lon, double km, Bits *bits) {
    Rows places = {0};
    double reach = km / DEGREE_KM;
    sqlite3_stmt *rows = sql_ask(search->store, QUERY_PLACES_BETWEEN, "dd", lat - reach, lat + reach);
    while (sql_next(search->store, rows))
        if (distance_km(lat, lon, sqlite3_column_double(rows, 1), sqlite3_column_double(rows, 2)) <= km)
            search->failed |= !list_push(search->arena, &places, sql_integer(rows, 0));
    for (size_t i = 0; i < places.count; i++)
        add_rows(search, bits, sql_ask(search->store, QUERY_EVENTS_AT, "i", places.items[i]));
}

/* Around each place of the name; places of one name that lie apart each have their circle. */
static void add_near_places(Search *search, const Rows *places, Bits *bits) {
    for (size_t i = 0; i < places->count; i++) {
        sqlite3_stmt *rows = sql_ask(search->store, QUERY_PLACE_WHERE, "i", places->items[i]);
        if (!sql_next(search->store, rows))
            continue;
        double lat = sqlite3_column_double(rows, 0), lon = sqlite3_column_double(rows, 1);
        sql_end(rows);
        add_near(search, lat, lon, search->filter->km, bits);
    }
}

static long long country_term(Search *search, const char *name) {
    View folded = fold_name(search->arena, view(name));
    search->failed |= !folded.data;
    return folded.data ? sql_number(search->store, NO_NUMBER, QUERY_COUNTRY_NAMED, "t", folded) : NO_NUMBER;
}

static void add_country(Search *search, long long country) {
    search->nothing |= country == NO_NUMBER;
    if (country != NO_NUMBER)
        add_range(search, COLUMN_COUNTRY, (int32_t)country, (int32_t)country);
}

static void narrow_by_place(Search *search) {
    const StoreFilter *filter = search->filter;
    Rows places = {0};
    if (!filter->place && !filter->near)
        return;
    if (filter->place && !filter->near) {
        long long country = country_term(search, filter->place);
        if (country != NO_NUMBER) {
            add_country(search, country);
            return;
        }
    }
    if (filter->place && !filter->point_given) {
        search->failed |= !names_places(search->store, search->arena, view(filter->place), &places);
        search->nothing |= !places.count;
    }
    Bits bits = none(search);
    if (search->failed)
        return;
    if (!filter->near)
        for (size_t i = 0; i < places.count; i++)
            add_rows(search, &bits, sql_ask(search->store, QUERY_EVENTS_AT, "i", places.items[i]));
    else if (!filter->point_given)
        add_near_places(search, &places, &bits);
    else
        add_near(search, filter->lat, filter->lon, filter->km, &bits);
    narrow(search, &bits);
}

/* --- reports ------------------------------------------------------------------------------------------------------ */

static bool collect(Store *store, Bits *bits, sqlite3_stmt *rows) {
    bits_gather(store, bits, NULL, rows);
    return store->fault == SQLITE_OK;
}

bool search_reports(Store *store, Arena *arena, const StoreFilter *filter, Bits *reports, bool *all) {
    long long room = rows_below(store, QUERY_LAST_REPORT);
    Bits more;
    *all = true;
    if (filter->text) {
        View words = words_question(arena, view(filter->text));
        if (!words.data || !bits_new(arena, room, reports) ||
            !collect(store, reports, sql_ask(store, QUERY_REPORTS_WITH_WORDS, "t", words)))
            return false;
        *all = false;
    }
    if (filter->outlet) {
        Rows actors = {0};
        if (!bits_new(arena, room, &more) || !names_actors(store, arena, view(filter->outlet), &actors))
            return false;
        for (size_t i = 0; i < actors.count; i++)
            if (!collect(store, &more, sql_ask(store, QUERY_REPORTS_TOLD_BY, "i", actors.items[i])))
                return false;
        if (*all)
            *reports = more;
        else
            bits_keep(reports, &more);
        *all = false;
    }
    return true;
}

static void narrow_by_report(Search *search) {
    Bits reports;
    bool all;
    StoreFilter filter = *search->filter;
    if (search->statements)
        filter.text = NULL; /* their own words are searched */
    if (!search_reports(search->store, search->arena, &filter, &reports, &all)) {
        search->failed |= search->store->fault == SQLITE_OK;
        return;
    }
    if (all)
        return;
    Bits bits = none(search);
    if (!search->failed)
        bits_gather(
            search->store, &bits, &reports,
            sql_ask(search->store, search->statements ? QUERY_STATEMENTS_OF_REPORTS : QUERY_EVENTS_OF_REPORTS, ""));
    if (!search->failed)
        narrow(search, &bits);
}

/* --- conditions --------------------------------------------------------------------------------------------------- */

/* wanted[room], by number. */
static void add_wanted(Search *search, Column column, const bool *wanted, long long room) {
    search->failed |=
        !list_push(search->arena, &search->conditions, (Condition){column, wanted, 0, (int32_t)(room - 1)});
}

/* Words separated by commas, whole or as beginnings. */
static void add_terms(Search *search, Column column, const char *asked, bool beginnings) {
    View rest = view(asked), word;
    if (!asked)
        return;
    long long room = rows_below(search->store, QUERY_LAST_TERM);
    bool *wanted = arena_array(search->arena, (size_t)room, sizeof *wanted), any = false;
    search->failed |= !wanted;
    while (wanted && view_split(&rest, ',', &word)) {
        sqlite3_stmt *rows =
            sql_ask(search->store, beginnings ? QUERY_TERM_BEGINS : QUERY_TERM_LIKE, "t", view_trim(word));
        for (; sql_next(search->store, rows); any = true)
            wanted[sql_integer(rows, 0)] = true;
    }
    search->nothing |= !any;
    if (any)
        add_wanted(search, column, wanted, room);
}

/* All its days; a row without a day is never within. */
static void add_days(Search *search) {
    const StoreFilter *filter = search->filter;
    Day from = filter->from_given ? filter->from : DAY_UNKNOWN + 1, to = filter->to_given ? filter->to : INT32_MAX;
    if (!filter->from_given && !filter->to_given)
        return;
    add_range(search, search->statements ? COLUMN_PUBLISHED : COLUMN_FIRST, from, to);
    if (!search->statements && filter->to_given)
        add_range(search, COLUMN_LAST, DAY_UNKNOWN + 1, to);
}

static int32_t links(long number) {
    return number < 0 ? 0 : number > INT32_MAX ? INT32_MAX : (int32_t)number;
}

static void add_chain(Search *search) {
    const StoreFilter *filter = search->filter;
    Column depth = search->statements ? COLUMN_LINKS : COLUMN_DEPTH;
    Column unnamed = search->statements ? COLUMN_NAMELESS : COLUMN_UNNAMED;
    if (filter->chain_given)
        add_range(search, depth, links(filter->chain_least),
                  filter->chain_most == STORE_NO_LIMIT ? INT32_MAX : links(filter->chain_most));
    if (filter->named == STORE_NAMED)
        add_range(search, depth, 1, INT32_MAX);
    if (filter->named != STORE_ANYBODY)
        add_range(search, unnamed, filter->named == STORE_UNNAMED, filter->named == STORE_UNNAMED);
}

/* Events that are shared by so many tellers, more than one. */
static void add_tellers(Search *search, long least) {
    long long room = rows_below(search->store, QUERY_LAST_SHARED);
    bool *wanted = arena_array(search->arena, (size_t)room, sizeof *wanted);
    search->failed |= !wanted;
    sqlite3_stmt *rows = wanted ? sql_ask(search->store, QUERY_SHARED_WITH_TELLERS, "i", (long long)least) : NULL;
    while (sql_next(search->store, rows))
        wanted[sql_integer(rows, 0)] = true;
    add_wanted(search, COLUMN_SHARED, wanted, room);
}

static void add_event_conditions(Search *search) {
    const StoreFilter *filter = search->filter;
    add_terms(search, COLUMN_TYPE, filter->type, false);
    add_terms(search, COLUMN_MODE, filter->mode, false);
    add_terms(search, COLUMN_CODE, filter->code, true);
    add_terms(search, COLUMN_STATUS, filter->status, false);
    if (filter->country)
        add_country(search, country_term(search, filter->country));
    if (filter->tellers_least > 1)
        add_tellers(search, filter->tellers_least);
}

static void narrow_by_statement_words(Search *search) {
    if (!search->filter->text)
        return;
    Bits bits = none(search);
    View words = words_question(search->arena, view(search->filter->text));
    search->failed |= !words.data;
    add_rows(search, &bits, sql_ask(search->store, QUERY_STATEMENTS_WITH_WORDS, "t", words));
    if (!search->failed)
        narrow(search, &bits);
}

Code search_start(Store *store, Arena *arena, const StoreFilter *filter, bool statements, Search *search,
                  Error *error) {
    *search = (Search){.store = store, .arena = arena, .filter = filter, .statements = statements};
    search->room = rows_below(store, statements ? QUERY_LAST_STATEMENT : QUERY_EVENT_LAST);
    narrow_by_actor(search, filter->actor, statements ? 1 : -1);
    narrow_by_teller(search, filter->teller);
    narrow_by_report(search);
    if (statements) {
        narrow_by_statement_words(search);
        add_terms(search, COLUMN_COMMITMENT, filter->commitment, false);
    } else {
        narrow_by_actor(search, filter->source, 0);
        narrow_by_actor(search, filter->target, 1);
        narrow_by_place(search);
        add_event_conditions(search);
    }
    add_days(search);
    add_chain(search);
    Code code = sql_outcome(store, error);
    return code == OK && search->failed ? error_memory(error) : code;
}

/* --- run ---------------------------------------------------------------------------------------------------------- */

/* Which of 64 rows meet the condition. */
static uint64_t rows_that_meet(const Condition *condition, const int32_t numbers[64]) {
    uint64_t met = 0;
    if (condition->wanted)
        for (int i = 0; i < 64; i++)
            met |= (uint64_t)((uint32_t)numbers[i] <= (uint32_t)condition->high && condition->wanted[numbers[i]]) << i;
    else
        for (int i = 0; i < 64; i++)
            met |= (uint64_t)(numbers[i] >= condition->low && numbers[i] <= condition->high) << i;
    return met;
}

static void keep_those_that_meet(Search *search, const Condition *condition) {
    int32_t numbers[COLUMN_ROWS];
    long long words = search->room / 64 + 1, of_block = COLUMN_ROWS / 64;
    for (long long block = 0; block * of_block < words; block++) {
        long long first = block * of_block, end = first + of_block < words ? first + of_block : words;
        uint64_t any = 0;
        for (long long i = first; i < end; i++)
            any |= search->bits.words[i];
        if (!any)
            continue;
        columns_block(search->store, condition->column, block, numbers);
        for (long long i = first; i < end; i++)
            if (search->bits.words[i])
                search->bits.words[i] &= rows_that_meet(condition, numbers + (i - first) * 64);
    }
}

/* Every row that is there. */
static void start_with_all(Search *search) {
    search->bits = none(search);
    if (search->failed)
        return;
    for (long long row = 0; row < search->room; row += 64)
        search->bits.words[row / 64] = UINT64_MAX;
    keep_those_that_meet(search,
                         &(Condition){search->statements ? COLUMN_COMMITMENT : COLUMN_TYPE, NULL, 1, INT32_MAX});
}

/* Numbers in rising order of their upper halves; those that have the same stay in their order. `other` has room for as
 * many. */
static void sort_by_upper(uint64_t *items, uint64_t *other, size_t *starts, size_t count) {
    for (int shift = 32; shift < 64; shift += 16) {
        for (size_t i = 0; i <= UINT16_MAX; i++)
            starts[i] = 0;
        for (size_t i = 0; i < count; i++)
            starts[items[i] >> shift & UINT16_MAX]++;
        for (size_t i = 0, before = 0; i <= UINT16_MAX; i++) {
            size_t those = starts[i];
            starts[i] = before;
            before += those;
        }
        for (size_t i = 0; i < count; i++)
            other[starts[items[i] >> shift & UINT16_MAX]++] = items[i];
        uint64_t *sorted = other;
        other = items;
        items = sorted;
    }
}

/* The latest day first, no day last: the days that are left until the end of days above, the row below. */
#define LATEST_FIRST(day, row) ((uint64_t)(uint32_t)(INT32_MAX - (int64_t)(day)) << 32 | (uint32_t)(row))
#define DAY_OF(item)           ((long long)INT32_MAX - (long long)((item) >> 32))
#define ROW_OF(item)           ((long long)((item)&UINT32_MAX))

/* Its rows fit 32 bits: a file with more of them would have a thousand times what SQLite takes. */
static void give_latest_first(Search *search, SearchTake *take, void *into) {
    size_t count = bits_count(&search->bits), kept = 0;
    int32_t days[COLUMN_ROWS];
    Column column = search->statements ? COLUMN_PUBLISHED : COLUMN_FIRST;
    uint64_t *items = arena_array(search->arena, 2 * count + 1, sizeof *items);
    size_t *starts = arena_array(search->arena, (size_t)UINT16_MAX + 1, sizeof *starts);
    search->failed |= !items || !starts;
    long long block = -1;
    for (long long row = bits_next(&search->bits, -1); !search->failed && row != NO_NUMBER;
         row = bits_next(&search->bits, row)) {
        if (row / COLUMN_ROWS != block)
            columns_block(search->store, column, block = row / COLUMN_ROWS, days);
        items[kept++] = LATEST_FIRST(days[row % COLUMN_ROWS], row);
    }
    if (search->failed)
        return;
    sort_by_upper(items, items + count, starts, kept);
    for (size_t i = 0; i < kept; i++) {
        long long day = DAY_OF(items[i]);
        if (!take(into, ROW_OF(items[i]), day == DAY_UNKNOWN ? NO_NUMBER : day))
            break;
    }
}

Code search_run(Search *search, SearchTake *take, void *into, Error *error) {
    if (!search->nothing && !search->failed && !search->narrowed)
        start_with_all(search);
    for (size_t i = 0; !search->nothing && !search->failed && i < search->conditions.count; i++)
        keep_those_that_meet(search, &search->conditions.items[i]);
    if (!search->nothing && !search->failed)
        give_latest_first(search, take, into);
    Code code = sql_outcome(search->store, error);
    return code == OK && search->failed ? error_memory(error) : code;
}
