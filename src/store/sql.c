/* store/sql: the fixed queries of queries.h and those put together at run time -> rows. The idea: the first fault stays
 * and makes every later question a nothing, so that a writer of many rows looks once, at its end. */
#include "store/inside.h"
#include <math.h>
#include <stdarg.h>
#include <string.h>

static const char *const texts[QUERY_COUNT] = {
#define QUERY_TEXT(name, text) [QUERY_##name] = (text),
    QUERIES(QUERY_TEXT)
#undef QUERY_TEXT
};

static void note(Store *store, int fault) {
    if (store->fault == SQLITE_OK && fault != SQLITE_OK)
        store->fault = fault;
}

static int bind(sqlite3_stmt *query, int place, View text, bool bytes) {
    if (!text.data)
        return sqlite3_bind_null(query, place);
    return bytes ? sqlite3_bind_blob64(query, place, text.data, text.length, SQLITE_STATIC)
                 : sqlite3_bind_text64(query, place, text.data, text.length, SQLITE_STATIC, SQLITE_UTF8);
}

static sqlite3_stmt *ask(Store *store, Query query, const char *format, va_list values) {
    sqlite3_stmt **prepared = &store->queries[query];
    if (store->fault == SQLITE_OK && !*prepared)
        note(store, sqlite3_prepare_v3(store->db, texts[query], -1, SQLITE_PREPARE_PERSISTENT, prepared, NULL));
    if (store->fault != SQLITE_OK)
        return NULL;
    sqlite3_reset(*prepared);
    for (int place = 1; *format; format++, place++) {
        int code = SQLITE_OK;
        if (*format == 'i') {
            long long number = va_arg(values, long long);
            code = number == NO_NUMBER ? sqlite3_bind_null(*prepared, place)
                                       : sqlite3_bind_int64(*prepared, place, number);
        } else if (*format == 'y') {
            Day day = va_arg(values, Day);
            code = day == DAY_UNKNOWN ? sqlite3_bind_null(*prepared, place) : sqlite3_bind_int(*prepared, place, day);
        } else if (*format == 'd') {
            code = sqlite3_bind_double(*prepared, place, va_arg(values, double)); /* NAN is bound as null */
        } else {
            code = bind(*prepared, place, va_arg(values, View), *format == 'b');
        }
        note(store, code);
    }
    return store->fault == SQLITE_OK ? *prepared : NULL;
}

sqlite3_stmt *sql_ask(Store *store, Query query, const char *format, ...) {
    va_list values;
    va_start(values, format);
    sqlite3_stmt *rows = ask(store, query, format, values);
    va_end(values);
    return rows;
}

bool sql_next(Store *store, sqlite3_stmt *rows) {
    if (!rows || store->fault != SQLITE_OK)
        return false;
    int code = sqlite3_step(rows);
    if (code == SQLITE_ROW)
        return true;
    sqlite3_reset(rows);
    if (code != SQLITE_DONE)
        note(store, code);
    return false;
}

void sql_end(sqlite3_stmt *rows) {
    if (rows)
        sqlite3_reset(rows);
}

void sql_run(Store *store, Query query, const char *format, ...) {
    va_list values;
    va_start(values, format);
    sqlite3_stmt *rows = ask(store, query, format, values);
    va_end(values);
    while (sql_next(store, rows))
        ;
}

long long sql_number(Store *store, long long otherwise, Query query, const char *format, ...) {
    va_list values;
    va_start(values, format);
    sqlite3_stmt *rows = ask(store, query, format, values);
    va_end(values);
    long long number = sql_next(store, rows) ? sql_integer(rows, 0) : otherwise;
    sql_end(rows);
    return number;
}

sqlite3_stmt *sql_prepare(Store *store, View text) {
    sqlite3_stmt *query = NULL;
    if (store->fault == SQLITE_OK)
        note(store, sqlite3_prepare_v2(store->db, text.data, (int)text.length, &query, NULL));
    return query;
}

void sql_script(Store *store, const char *text) {
    if (store->fault == SQLITE_OK)
        note(store, sqlite3_exec(store->db, text, NULL, NULL, NULL));
}

View sql_text(sqlite3_stmt *rows, int column) {
    const char *data = (const char *)sqlite3_column_text(rows, column);
    return (View){data, data ? (size_t)sqlite3_column_bytes(rows, column) : 0};
}

View sql_bytes(sqlite3_stmt *rows, int column) {
    const char *data = sqlite3_column_blob(rows, column);
    return (View){data, data ? (size_t)sqlite3_column_bytes(rows, column) : 0};
}

long long sql_integer(sqlite3_stmt *rows, int column) {
    return sqlite3_column_type(rows, column) == SQLITE_NULL ? NO_NUMBER : sqlite3_column_int64(rows, column);
}

Code sql_outcome(Store *store, Error *error) {
    int fault = store->fault;
    store->fault = SQLITE_OK;
    switch (fault & 0xFF) {
    case SQLITE_OK: return OK;
    case SQLITE_NOMEM: return error_memory(error);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(error, ERROR_FILE, "%s: another process writes to it; repeat when that is done", store->path);
    case SQLITE_FULL:
        return error_set(error, ERROR_FILE, "%s: the disk is full; free space and repeat, what is kept stays kept",
                         store->path);
    case SQLITE_READONLY: return error_set(error, ERROR_FILE, "%s: may not be written", store->path);
    case SQLITE_NOTADB: return error_set(error, ERROR_FILE, "%s: is not a store of isnad", store->path);
    case SQLITE_CANTOPEN: return error_set(error, ERROR_FILE, "%s: cannot be opened", store->path);
    case SQLITE_CORRUPT:
        return error_set(error, ERROR_FILE, "%s: is damaged (%s); isnad check says where", store->path,
                         sqlite3_errmsg(store->db));
    case SQLITE_IOERR:
        return error_set(error, ERROR_FILE, "%s: the system refused to read or write it (%s); is the disk full?",
                         store->path, sqlite3_errstr(fault));
    case SQLITE_INTERRUPT: return error_set(error, ERROR_FILE, "%s: interrupted", store->path);
    default: return error_set(error, ERROR_FILE, "%s: %s", store->path, sqlite3_errmsg(store->db));
    }
}
