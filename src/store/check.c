/* store/check: is everything in the file as it was kept? SQLite's own structure; each record whole, its id the digest
 * of its text, its spans inside it; each letter in the tables that the record's text has at that place; as many
 * statements, events, accounts in the tables as in the record; names, actors and places counted for as many reports as
 * have them. */
#include "store/inside.h"
#include <stdarg.h>
#include <stdio.h>

typedef struct Check {
    Store *store;
    StoreFault *take;
    void *into;
    Arena *arena; /* of one report */
    size_t reports;
    bool failed;
    Error *error;
} Check;

static void say(Check *check, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(Check *check, const char *format, ...) {
    Error line = {0}; /* printable and of one line, as what is damaged may not be */
    char text[sizeof line.message];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    error_set(&line, OK, "%s", text);
    check->take(check->into, view(line.message));
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

static const char *named(sqlite3_stmt *rows, int column) {
    const char *name = sql_text(rows, column).data;
    return name ? name : "?";
}

static void check_structure(Check *check) {
    Store *store = check->store;
    sqlite3_stmt *rows = sql_prepare(store, VIEW("PRAGMA integrity_check(20)"));
    while (sql_next(store, rows)) {
        View said = sql_text(rows, 0);
        if (!view_equal(said, VIEW("ok")))
            say(check, "the file is damaged: %.*s", (int)said.length, said.data);
    }
    sqlite3_finalize(rows);
    rows = sql_prepare(store, VIEW("PRAGMA foreign_key_check"));
    while (sql_next(store, rows))
        say(check, "%s row %lld names a row of %s that is not there", named(rows, 0),
            (long long)sqlite3_column_int64(rows, 1), named(rows, 2));
    sqlite3_finalize(rows);
}

/* Questions that find what should not be: a text and how many. */
static void check_tables(Check *check) {
    static const char *const questions[] = {
        "SELECT 'reports without a record', count(*) FROM reports WHERE id NOT IN (SELECT report FROM records)",
        "SELECT 'records without a report', count(*) FROM records WHERE report NOT IN (SELECT id FROM reports)",
        "SELECT 'reports without an extent', count(*) FROM reports WHERE id NOT IN (SELECT report FROM extents)",
        "SELECT 'events of no report', count(*) FROM events WHERE report NOT IN (SELECT id FROM reports)",
        "SELECT 'statements of no report', count(*) FROM statements WHERE report NOT IN (SELECT id FROM reports)",
        "SELECT 'tellers that are no actors', count(*) FROM tellers WHERE actor <> 0 AND actor NOT IN "
        "(SELECT id FROM actors)",
        "SELECT 'actors that no report has', count(*) FROM actors WHERE key IS NOT NULL AND id NOT IN "
        "(SELECT actor FROM actor_reports WHERE reports > 0)",
        "SELECT 'places that no report has', count(*) FROM places WHERE reports <= 0",
        "SELECT 'names that no report has', count(*) FROM names WHERE NOT given AND id NOT IN "
        "(SELECT name FROM name_reports WHERE reports > 0)",
        "SELECT 'events told in several reports and counted wrong', count(*) FROM (SELECT same, "
        "count(DISTINCT report) n FROM events WHERE same IS NOT NULL GROUP BY same HAVING n > 1) e LEFT JOIN shared s "
        "ON s.same = e.same WHERE s.reports IS NOT e.n",
        "SELECT 'events told once and counted as shared', count(*) FROM shared s WHERE (SELECT count(DISTINCT report) "
        "FROM events e WHERE e.same = s.same) < 2",
        "SELECT 'tellers of shared events counted wrong', count(*) FROM shared s WHERE s.tellers <> "
        "(SELECT count(*) FROM shared_tellers t WHERE t.shared = s.id)",
        "SELECT 'reports missing in the full text', count(*) FROM reports WHERE id NOT IN (SELECT id FROM "
        "report_words_docsize)",
        "SELECT 'statements missing in the full text', count(*) FROM statements WHERE id NOT IN (SELECT id FROM "
        "statement_words_docsize)",
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        sqlite3_stmt *rows = sql_prepare(check->store, view(questions[i]));
        if (sql_next(check->store, rows) && sql_integer(rows, 1) > 0)
            say(check, "%lld %s", sql_integer(rows, 1), named(rows, 0));
        sqlite3_finalize(rows);
    }
}

static void check_columns(Check *check) {
    for (int statements = 0; statements < 2; statements++) {
        long long block = columns_fault(check->store, statements);
        if (block >= 0)
            say(check, "the columns of %s %lld to %lld are not what the table has",
                statements ? "statements" : "events", block * COLUMN_ROWS, (block + 1) * COLUMN_ROWS - 1);
    }
}

/* --- one report --------------------------------------------------------------------------------------------------- */

typedef struct Sheet {
    View text;
    uint32_t *bytes; /* where each code point begins */
    size_t points;
    const char *name; /* the report's id */
} Sheet;

static bool lay(Check *check, const JsonValue *record, Sheet *sheet) {
    const JsonValue *report = json_value_member(record, "report");
    sheet->text = json_value_text(json_value_member(report, "text"));
    sheet->points = utf8_count(sheet->text);
    sheet->bytes = arena_array(check->arena, sheet->points + 1, sizeof *sheet->bytes);
    size_t position = 0;
    for (size_t i = 0; sheet->bytes && i <= sheet->points; i++) {
        sheet->bytes[i] = (uint32_t)position;
        if (i < sheet->points)
            utf8_next(sheet->text, &position);
    }
    return sheet->bytes != NULL;
}

/* Rows of label, start, stop, letters. A text of several pieces has its first and its last letters there. */
static size_t check_letters(Check *check, const Sheet *sheet, Query query, long long report) {
    size_t count = 0;
    sqlite3_stmt *rows = sql_ask(check->store, query, "i", report);
    for (; sql_next(check->store, rows); count++) {
        long long start = sql_integer(rows, 1), stop = sql_integer(rows, 2);
        View letters = sql_text(rows, 3), label = sql_text(rows, 0);
        bool inside = start >= 0 && start <= stop && (size_t)stop <= sheet->points;
        View there = inside ? view_slice(sheet->text, sheet->bytes[start], sheet->bytes[stop]) : VIEW("");
        size_t cut = view_find(letters, VIEW(" ... "), 0);
        bool pieces = cut != SIZE_MAX && !view_equal(there, letters);
        if (pieces ? !view_starts(there, view_slice(letters, 0, cut)) : !view_equal(there, letters))
            say(check, "%s: %.*s has other letters than its text at %lld to %lld", sheet->name, (int)label.length,
                label.data, start, stop);
    }
    return count;
}

static void check_count(Check *check, const Sheet *sheet, const char *what, size_t wanted, size_t found) {
    if (wanted != found)
        say(check, "%s: the record has %zu %s, the tables %zu", sheet->name, wanted, what, found);
}

static size_t count_accounts(const JsonValue *events) {
    size_t count = 0;
    for (size_t i = 0; i < json_value_count(events); i++)
        count += json_value_count(json_value_member(json_value_item(events, i), "accounts"));
    return count;
}

static void check_record(Check *check, long long row, const JsonValue *record, const char *name) {
    Sheet sheet = {.name = name};
    const JsonValue *events = json_value_member(record, "events");
    if (!lay(check, record, &sheet)) {
        check->failed = true;
        return;
    }
    check_count(check, &sheet, "events", json_value_count(events),
                check_letters(check, &sheet, QUERY_CHECK_EVENTS, row));
    check_count(check, &sheet, "accounts", count_accounts(events),
                check_letters(check, &sheet, QUERY_CHECK_ACCOUNTS, row));
    check_count(check, &sheet, "statements", json_value_count(json_value_member(record, "statements")),
                check_letters(check, &sheet, QUERY_CHECK_STATEMENTS, row));
}

static Code check_report(Check *check, long long row, View hash, View packed) {
    JsonValue *record = NULL;
    View line, fault = {NULL, 0}, name = arena_copy(check->arena, hash);
    Error error = {0};
    Code code = name.data ? unpack(check->store, check->arena, packed, &line, &error) : error_memory(&error);
    if (code == OK)
        code = json_value_parse(line, "record", 1, &record, &error);
    if (code == OK && record_faults(check->arena, record, &fault) != OK)
        code = error_memory(&error);
    View id = json_value_text(json_value_member(json_value_member(record, "report"), "id"));
    if (code == ERROR_INPUT)
        say(check, "%s: its record is damaged: %s", name.data, error.message);
    else if (code == OK && fault.data)
        say(check, "%s: %s", name.data, fault.data);
    else if (code == OK && !view_equal(id, name))
        say(check, "%s: has the record of another report", name.data);
    else if (code == OK)
        check_record(check, row, record, name.data);
    json_value_free(record);
    if (code != OK && code != ERROR_INPUT)
        *check->error = error;
    return code == ERROR_INPUT ? OK : code;
}

static Code check_reports(Check *check) {
    Code code = OK;
    sqlite3_stmt *rows =
        sql_prepare(check->store,
                    VIEW("SELECT r.id, r.hash, c.json FROM reports r JOIN records c ON c.report = r.id ORDER BY r.id"));
    while (code == OK && !check->failed && sql_next(check->store, rows)) {
        code = check_report(check, sql_integer(rows, 0), sql_text(rows, 1), sql_bytes(rows, 2));
        check->reports++;
        arena_reset(check->arena);
    }
    sqlite3_finalize(rows);
    return code;
}

Code store_check(Store *store, StoreFault *take, void *into, size_t *reports, Error *error) {
    Error unused;
    Check check = {.store = store, .take = take, .into = into, .error = error ? error : &unused};
    check.arena = arena_new(0);
    Code code = check.arena ? store_look(store, error) : error_memory(error);
    if (code == OK) {
        check_structure(&check);
        check_tables(&check);
        check_columns(&check);
        code = check_reports(&check);
    }
    if (code == OK && (store->fault & 0xFF) == SQLITE_CORRUPT) { /* that is what was looked for */
        say(&check, "the file is damaged: %s", sqlite3_errmsg(store->db));
        store->fault = SQLITE_OK;
    }
    Code outcome = sql_outcome(store, error);
    store_looked(store);
    *reports = check.reports;
    arena_free(check.arena);
    if (code == OK && check.failed)
        code = error_memory(error);
    return code == OK ? outcome : code;
}
