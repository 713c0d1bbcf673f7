/* store/search: a filter -> the rows it finds, the latest first.
 *
 * What names many rows (an actor, a place, a word) becomes a set of bits, read off its index, and the sets are joined.
 * What a column says (type, status, days) becomes a condition. When the set that is left is small its rows are looked
 * at one by one; otherwise the index of days is walked from the latest on, which soon finds what is frequent. When it
 * does not, the conditions become sets too, each off its own index, so that two frequent things that seldom meet are
 * found as fast; only what a third of all rows meets stays a condition. */
#include "store/search.h"
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#define FEW             30000  /* rows that are looked at one by one */
#define BROAD           300000 /* more rows are not worth a set: what else is asked for is met soon enough */
#define STEP_OPERATIONS 1000   /* of SQLite's machine, a row takes about ten */
#define WALK_STEPS      500    /* so 50,000 rows are walked before sets are made */
#define MOST_SOON       2000   /* rows found on that walk */

static const char *const table_of[] = {"events", "statements"};
static const char *const day_of[] = {"t.first", "t.published"};
static const char *const by_day[] = {"events_by_day", "statements_by_published"};

static sqlite3_stmt *prepare(Search *search, const char *format, ...) __attribute__((format(printf, 2, 3)));
static sqlite3_stmt *prepare(Search *search, const char *format, ...) {
    va_list values;
    va_start(values, format);
    char *text = sqlite3_vmprintf(format, values);
    va_end(values);
    search->failed |= !text;
    sqlite3_stmt *rows = text ? sql_prepare(search->store, view(text)) : NULL;
    sqlite3_free(text);
    return rows;
}

/* --- sets --------------------------------------------------------------------------------------------------------- */

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

/* What was added to the conditions since `start` can be found by that index. */
static void found_by(Search *search, size_t start, const char *by) {
    if (search->where.length > start && !search->where.failed)
        search->failed |= !list_push(search->arena, &search->conditions,
                                     (Condition){start + sizeof " AND " - 1, search->where.length, by});
}

/* The condition becomes a set, when not too many rows meet it. */
static void narrow_by(Search *search, const Condition *condition) {
    View words = view_slice(buffer_view(&search->where), condition->start, condition->end);
    sqlite3_stmt *rows = prepare(search, "SELECT t.id FROM %s t INDEXED BY %s WHERE %.*s LIMIT %d",
                                 table_of[search->statements], condition->by, (int)words.length, words.data, BROAD + 1);
    Bits bits = none(search);
    size_t count = 0;
    for (; !search->failed && sql_next(search->store, rows); count++)
        bits_add(&bits, sql_integer(rows, 0));
    sqlite3_finalize(rows);
    if (!search->failed && count <= BROAD)
        narrow(search, &bits);
}

static void add_rows(Search *search, Bits *bits, sqlite3_stmt *rows) {
    while (!search->failed && sql_next(search->store, rows))
        bits_add(bits, sql_integer(rows, 0));
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
    size_t start = search->where.length;
    search->nothing |= country == NO_NUMBER;
    buffer_format(&search->where, " AND t.country = %lld", country);
    found_by(search, start, "events_by_country");
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
    while (sql_next(store, rows))
        bits_add(bits, sql_integer(rows, 0));
    return store->fault == SQLITE_OK;
}

static long long rows_below(Store *store, Query last) {
    long long row = sql_number(store, 0, last, "");
    return row == NO_NUMBER ? 1 : row + 1;
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
    int column = search->statements ? 2 : 0;
    for (long long row = bits_next(&reports, -1); !search->failed && row != NO_NUMBER; row = bits_next(&reports, row)) {
        sqlite3_stmt *extent = sql_ask(search->store, QUERY_EXTENT_GET, "i", row);
        if (sql_next(search->store, extent))
            bits_add_range(&bits, sql_integer(extent, column), sql_integer(extent, column + 1));
        sql_end(extent);
    }
    if (!search->failed)
        narrow(search, &bits);
}

/* --- conditions --------------------------------------------------------------------------------------------------- */

/* Words separated by commas, whole or as beginnings, as "COLUMN IN (rows of terms)". */
static void add_terms(Search *search, const char *column, const char *asked, bool beginnings) {
    View rest = view(asked), word;
    size_t count = 0;
    if (!asked)
        return;
    buffer_format(&search->where, " AND t.%s IN (", column);
    while (view_split(&rest, ',', &word)) {
        sqlite3_stmt *rows =
            sql_ask(search->store, beginnings ? QUERY_TERM_BEGINS : QUERY_TERM_LIKE, "t", view_trim(word));
        while (sql_next(search->store, rows))
            buffer_format(&search->where, "%s%lld", count++ ? "," : "", sql_integer(rows, 0));
    }
    buffer_byte(&search->where, ')');
    search->nothing |= !count;
}

static void add_days(Search *search) {
    const StoreFilter *filter = search->filter;
    const char *first = search->statements ? "published" : "first", *last = search->statements ? "published" : "last";
    if (filter->from_given)
        buffer_format(&search->where, " AND t.%s >= %d", first, (int)filter->from);
    if (filter->to_given)
        buffer_format(&search->where, " AND t.%s <= %d AND t.%s <= %d", first, (int)filter->to, last, (int)filter->to);
}

static void add_chain(Search *search) {
    const StoreFilter *filter = search->filter;
    if (filter->chain_given && filter->chain_least > 0)
        buffer_format(&search->where, " AND t.depth >= %ld", filter->chain_least);
    if (filter->chain_given && filter->chain_most != STORE_NO_LIMIT)
        buffer_format(&search->where, " AND t.depth <= %ld", filter->chain_most);
}

static void add_named(Search *search) {
    const StoreFilter *filter = search->filter;
    if (filter->named == STORE_NAMED)
        buffer_append(&search->where, VIEW(" AND t.unnamed = 0 AND t.depth > 0"));
    if (filter->named == STORE_UNNAMED)
        buffer_append(&search->where, VIEW(" AND t.unnamed = 1"));
}

static void add_event_conditions(Search *search) {
    const StoreFilter *filter = search->filter;
    const struct {
        const char *column, *asked, *by;
        bool beginnings;
    } terms[] = {{"type", filter->type, "events_by_type", false},
                 {"mode", filter->mode, "events_by_mode", false},
                 {"code", filter->code, "events_by_code", true},
                 {"status", filter->status, "events_by_status", false}};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        size_t start = search->where.length;
        add_terms(search, terms[i].column, terms[i].asked, terms[i].beginnings);
        found_by(search, start, terms[i].by);
    }
    if (filter->country)
        add_country(search, country_term(search, filter->country));
    size_t start = search->where.length;
    add_days(search);
    found_by(search, start, "events_by_day");
    start = search->where.length;
    add_chain(search);
    found_by(search, start, "events_by_depth");
    start = search->where.length;
    add_named(search);
    if (filter->named == STORE_UNNAMED)
        found_by(search, start, "events_by_unnamed");
}

static void narrow_by_tellers(Search *search) {
    if (search->filter->tellers_least < 2)
        return;
    Bits bits = none(search);
    add_rows(search, &bits, sql_ask(search->store, QUERY_EVENTS_SHARED, "i", (long long)search->filter->tellers_least));
    if (!search->failed)
        narrow(search, &bits);
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
    buffer_init(&search->where, 0);
    narrow_by_actor(search, filter->actor, statements ? 1 : -1);
    narrow_by_teller(search, filter->teller);
    narrow_by_report(search);
    if (statements) {
        narrow_by_statement_words(search);
        size_t start = search->where.length;
        add_terms(search, "commitment", filter->commitment, false);
        found_by(search, start, "statements_by_commitment");
        add_days(search);
        add_chain(search);
        add_named(search);
    } else {
        narrow_by_actor(search, filter->source, 0);
        narrow_by_actor(search, filter->target, 1);
        narrow_by_tellers(search);
        narrow_by_place(search);
        add_event_conditions(search);
    }
    Code code = sql_outcome(store, error);
    if (code == OK && (search->failed || search->where.failed))
        code = error_memory(error);
    if (code != OK)
        search_end(search);
    return code;
}

void search_end(Search *search) {
    buffer_free(&search->where);
}

/* --- run ---------------------------------------------------------------------------------------------------------- */

typedef struct Dated {
    long long row, day; /* NO_NUMBER: none, the lowest there is */
} Dated;

static int latest_first(const void *a, const void *b) {
    const Dated *x = a, *y = b;
    int order = (x->day < y->day) - (x->day > y->day);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* The rows of a small set. */
static void run_few(Search *search, size_t count, SearchTake *take, void *into) {
    Dated *found = arena_array(search->arena, count + 1, sizeof *found);
    size_t kept = 0;
    View where = buffer_view(&search->where);
    sqlite3_stmt *rows = prepare(search, "SELECT %s FROM %s t WHERE t.id = ?%.*s", day_of[search->statements],
                                 table_of[search->statements], (int)where.length, where.length ? where.data : "");
    search->failed |= !found;
    for (long long row = bits_next(&search->bits, -1); !search->failed && rows && row != NO_NUMBER;
         row = bits_next(&search->bits, row)) {
        if (search->given.words && bits_hold(&search->given, row))
            continue;
        sqlite3_bind_int64(rows, 1, row);
        if (sql_next(search->store, rows))
            found[kept++] = (Dated){row, sql_integer(rows, 0)};
        sqlite3_reset(rows);
    }
    sqlite3_finalize(rows);
    if (kept)
        qsort(found, kept, sizeof *found, latest_first);
    for (size_t i = 0; i < kept && take(into, found[i].row, found[i].day); i++)
        ;
}

static void hold(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    sqlite3_result_int(context, bits_hold(sqlite3_user_data(context), sqlite3_value_int64(values[0])));
}

/* Walks the index from the latest day on. */
static sqlite3_stmt *walk(Search *search) {
    View where = buffer_view(&search->where);
    if (search->narrowed && sqlite3_create_function_v2(search->store->db, "held", 1, SQLITE_UTF8, &search->bits, hold,
                                                       NULL, NULL, NULL) != SQLITE_OK)
        search->failed = true;
    return prepare(search, "SELECT t.id, %s FROM %s t INDEXED BY %s WHERE 1%.*s%s ORDER BY %s DESC",
                   day_of[search->statements], table_of[search->statements], by_day[search->statements],
                   (int)where.length, where.length ? where.data : "", search->narrowed ? " AND held(t.id)" : "",
                   day_of[search->statements]);
}

static void run_many(Search *search, SearchTake *take, void *into) {
    sqlite3_stmt *rows = walk(search);
    while (!search->failed && sql_next(search->store, rows)) {
        long long row = sql_integer(rows, 0);
        if (!search->given.words || !bits_hold(&search->given, row))
            if (!take(into, row, sql_integer(rows, 1)))
                break;
    }
    sqlite3_finalize(rows);
}

static int count_down(void *left) {
    return --*(long *)left <= 0;
}

/* The same for a while, in the hope that the latest few come soon. False: they did not, and what was given is noted. */
static bool run_soon(Search *search, SearchTake *take, void *into) {
    Store *store = search->store;
    long left = WALK_STEPS;
    bool enough = false;
    search->failed |= !bits_new(search->arena, search->room, &search->given);
    sqlite3_stmt *rows = walk(search);
    LIST(Dated) found = {0};
    sqlite3_progress_handler(store->db, STEP_OPERATIONS, count_down, &left);
    while (!search->failed && found.count < MOST_SOON && sql_next(store, rows))
        search->failed |= !list_push(search->arena, &found, (Dated){sql_integer(rows, 0), sql_integer(rows, 1)});
    sqlite3_progress_handler(store->db, 0, NULL, NULL);
    sqlite3_finalize(rows);
    bool whole = left > 0 && found.count < MOST_SOON;
    if (left <= 0 && (store->fault & 0xFF) == SQLITE_INTERRUPT)
        store->fault = SQLITE_OK;
    for (size_t i = 0; i < found.count && !enough; i++) {
        bits_add(&search->given, found.items[i].row);
        enough = !take(into, found.items[i].row, found.items[i].day);
    }
    return enough || whole;
}

Code search_run(Search *search, SearchTake *take, void *into, Error *error) {
    bool done = search->nothing || search->failed;
    size_t count = search->narrowed ? bits_count(&search->bits) : SIZE_MAX;
    if (!done && count > FEW && search->soon)
        done = run_soon(search, take, into);
    for (size_t i = 0; !done && count > FEW / 10 && !search->failed && i < search->conditions.count; i++) {
        narrow_by(search, &search->conditions.items[i]);
        count = search->narrowed ? bits_count(&search->bits) : SIZE_MAX;
    }
    if (!done && count <= FEW)
        run_few(search, count, take, into);
    else if (!done)
        run_many(search, take, into);
    Code code = sql_outcome(search->store, error);
    return code == OK && search->failed ? error_memory(error) : code;
}
