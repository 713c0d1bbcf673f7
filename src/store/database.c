/* store/database: a path -> an open file in the present form. A new file gets schema.sql; an older one is drawn anew
 * from its records, in one transaction; what is no store of isnad, or of a newer form, is refused and left as it is.
 * Also the transactions: write-ahead log, each commit on the disk before it is told of. */
#include "store/inside.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define WAIT_MS 10000 /* for another writer to end its transaction */
#define STEP_MS 2     /* short, so that it is noticed between two of its transactions */

static long long pragma(Store *store, const char *text) {
    sqlite3_stmt *rows = sql_prepare(store, view(text));
    long long number = sql_next(store, rows) ? sql_integer(rows, 0) : 0;
    sqlite3_finalize(rows);
    return number;
}

/* --- open --------------------------------------------------------------------------------------------------------- */

/* A file in a folder that may not be written has no place for a reader's notes beside its log; when there is no log, it
 * can be read as it lies. */
static int open_as_it_lies(Store *store) {
    struct stat log;
    Buffer name;
    int code = SQLITE_CANTOPEN;
    buffer_init(&name, 0);
    buffer_format(&name, "%s-wal", store->path);
    buffer_byte(&name, '\0');
    bool idle = !name.failed && (stat(name.data, &log) != 0 || log.st_size == 0);
    buffer_clear(&name);
    buffer_append(&name, VIEW("file:"));
    for (const char *at = store->path; *at; at++)
        if (strchr("%?#", *at))
            buffer_format(&name, "%%%02X", (unsigned char)*at);
        else
            buffer_byte(&name, *at);
    buffer_append(&name, VIEW("?mode=ro&immutable=1"));
    buffer_byte(&name, '\0');
    if (idle && !name.failed) {
        sqlite3_close_v2(store->db);
        store->db = NULL;
        code =
            sqlite3_open_v2(name.data, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    }
    buffer_free(&name);
    return code;
}

static bool is_empty(Store *store) {
    return pragma(store, "PRAGMA user_version") == 0 && pragma(store, "PRAGMA application_id") == 0 &&
           pragma(store, "SELECT count(*) FROM sqlite_schema") == 0;
}

static void make(Store *store) {
    sql_script(store, store_schema.data);
    Buffer text;
    buffer_init(&text, 0);
    buffer_format(&text, "PRAGMA application_id = %d; PRAGMA user_version = %d", STORE_NAME, STORE_FORM);
    buffer_byte(&text, '\0');
    if (!text.failed)
        sql_script(store, text.data);
    else if (store->fault == SQLITE_OK)
        store->fault = SQLITE_NOMEM;
    buffer_free(&text);
}

/* --- an older form ------------------------------------------------------------------------------------------------ */

/* Everything but the reports and their records goes; those two wait under other names. */
static void clear_old(Store *store, Arena *arena) {
    LIST(View) drops = {0};
    sqlite3_stmt *rows = sql_prepare(
        store,
        VIEW("SELECT CASE WHEN type = 'index' THEN 'DROP INDEX ' ELSE 'DROP TABLE ' END || name FROM sqlite_schema "
             "WHERE sql IS NOT NULL AND (type = 'index' OR (type = 'table' AND name NOT IN ('reports', 'records') "
             "AND name NOT GLOB '*_words_*')) ORDER BY type = 'table', sql NOT LIKE 'CREATE VIRTUAL%'"));
    while (sql_next(store, rows)) {
        View drop = arena_copy(arena, sql_text(rows, 0));
        if (!drop.data || !list_push(arena, &drops, drop))
            store->fault = SQLITE_NOMEM;
    }
    sqlite3_finalize(rows);
    for (size_t i = 0; i < drops.count; i++)
        sql_script(store, drops.items[i].data);
    sql_script(store, "ALTER TABLE records RENAME TO old_records; ALTER TABLE reports RENAME TO old_reports");
}

/* Keeps every record again; when it was first kept stays. */
static Code keep_again(Store *store, Arena *arena, Error *error) {
    Code code = OK;
    sqlite3_stmt *rows = sql_prepare(
        store, VIEW("SELECT r.hash, r.kept, c.json FROM old_reports r JOIN old_records c ON c.report = r.id "
                    "ORDER BY r.id"));
    while (code == OK && sql_next(store, rows)) {
        View record, hash = arena_copy(arena, sql_text(rows, 0));
        long long kept = sql_integer(rows, 1);
        StoreKept what;
        code = unpack(store, arena, sql_bytes(rows, 2), &record, error);
        if (code == OK)
            code = store_keep(store, record, hash, &what, error);
        if (code == OK)
            sql_run(store, QUERY_REPORT_KEPT, "it", kept, hash);
        arena_reset(arena);
    }
    sqlite3_finalize(rows);
    Code outcome = sql_outcome(store, error);
    return code == OK ? outcome : code;
}

static Code migrate(Store *store, Error *error) {
    Arena *arena = arena_new(0);
    if (!arena)
        return error_memory(error);
    clear_old(store, arena);
    make(store);
    Code code = sql_outcome(store, error);
    if (code == OK)
        code = keep_again(store, arena, error);
    if (code == OK)
        sql_script(store, "DROP TABLE old_records; DROP TABLE old_reports");
    arena_free(arena);
    return code == OK ? sql_outcome(store, error) : code;
}

/* --- the form ----------------------------------------------------------------------------------------------------- */

static Code newer(Store *store, long long form, Error *error) {
    return error_set(error, ERROR_FILE, "%s: was made by a newer isnad (form %lld, this one knows %d); use that one",
                     store->path, form, STORE_FORM);
}

/* Inside a transaction, since another writer may have made or moved the file in between. */
static Code form_to_write(Store *store, Error *error) {
    Code code = store_begin(store, error);
    if (code != OK)
        return code;
    long long form = pragma(store, "PRAGMA user_version");
    if (is_empty(store))
        make(store);
    else if (form < STORE_FORM)
        code = migrate(store, error);
    if (code == OK)
        code = sql_outcome(store, error);
    return code == OK ? store_commit(store, error) : code;
}

static Code look(Store *store, StoreAccess access, Error *error) {
    long long name = pragma(store, "PRAGMA application_id"), form = pragma(store, "PRAGMA user_version");
    bool empty = is_empty(store);
    Code code = sql_outcome(store, error);
    if (code != OK)
        return code;
    if (empty && access == STORE_READ)
        return error_set(error, ERROR_FILE, "%s: nothing was kept in it yet", store->path);
    if (name != STORE_NAME && !empty)
        return error_set(error, ERROR_FILE, "%s: is a database, but not a store of isnad", store->path);
    if (form > STORE_FORM)
        return newer(store, form, error);
    if (access == STORE_WRITE) {
        sql_script(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072; "
                          "PRAGMA wal_autocheckpoint = 8000");
        code = sql_outcome(store, error);
        return code == OK && form < STORE_FORM ? form_to_write(store, error) : code;
    }
    if (form < STORE_FORM)
        return error_set(error, ERROR_FILE, "%s: is of an older form; isnad keep -d %s brings it to the present one",
                         store->path, store->path);
    sql_script(store, "PRAGMA query_only = 1; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = 2");
    return sql_outcome(store, error);
}

static int wait_for_writer(void *nothing, int times) {
    const struct timespec step = {0, STEP_MS * 1000000L};
    (void)nothing;
    nanosleep(&step, NULL);
    return times < WAIT_MS / STEP_MS;
}

static Code open_file(Store *store, StoreAccess access, Error *error) {
    struct stat file;
    int flags = access == STORE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    flags |= SQLITE_OPEN_NOMUTEX; /* one thread at a time, as store.h has it */
    if (stat(store->path, &file) != 0 && (access == STORE_READ || errno != ENOENT))
        return file_fault(store->path, "cannot be opened", error);
    int code = sqlite3_open_v2(store->path, &store->db, flags, NULL);
    if (code != SQLITE_OK) {
        store->fault = code;
        return sql_outcome(store, error);
    }
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_busy_handler(store->db, wait_for_writer, NULL);
    pragma(store, "PRAGMA application_id");
    int fault = store->fault & 0xFF;
    if ((fault == SQLITE_CANTOPEN || fault == SQLITE_READONLY) && access == STORE_READ)
        store->fault = open_as_it_lies(store);
    bits_open(store);
    Code outcome = sql_outcome(store, error);
    return outcome == OK ? look(store, access, error) : outcome;
}

Code store_open(const char *path, StoreAccess access, const Tables *tables, Store **store, Error *error) {
    *store = NULL;
    Store *opened = calloc(1, sizeof *opened);
    if (!opened)
        return error_memory(error);
    opened->tables = tables;
    opened->path = strdup(path);
    Code code = opened->path ? open_file(opened, access, error) : error_memory(error);
    if (code == OK)
        *store = opened;
    else
        store_close(opened);
    return code;
}

void store_close(Store *store) {
    if (!store)
        return;
    for (size_t i = 0; i < QUERY_COUNT; i++)
        sqlite3_finalize(store->queries[i]);
    sqlite3_close_v2(store->db);
    pack_close(store);
    arena_free(store->arena);
    free(store->path);
    free(store);
}

/* --- transactions ------------------------------------------------------------------------------------------------- */

Code store_begin(Store *store, Error *error) {
    if (store->inside)
        return OK;
    sql_run(store, QUERY_BEGIN, "");
    Code code = sql_outcome(store, error);
    store->inside = code == OK;
    return code;
}

Code store_look(Store *store, Error *error) {
    if (!store->inside)
        sql_script(store, "BEGIN");
    columns_flush(store);
    return sql_outcome(store, error);
}

void store_looked(Store *store) {
    if (!store->inside && !sqlite3_get_autocommit(store->db))
        sql_script(store, "ROLLBACK");
    store->fault = SQLITE_OK;
}

Code store_drop(Store *store, Code code) {
    store->fault = SQLITE_OK;
    store->inside = false;
    columns_drop(store);
    if (!sqlite3_get_autocommit(store->db))
        sql_run(store, QUERY_ROLLBACK, "");
    store->fault = SQLITE_OK;
    return code;
}

Code store_commit(Store *store, Error *error) {
    if (!store->inside)
        return OK;
    columns_flush(store);
    sql_run(store, QUERY_COMMIT, "");
    Code code = sql_outcome(store, error);
    if (code != OK)
        return store_drop(store, code);
    store->inside = false;
    return OK;
}
