/* Private to store/: the open file, and how its SQL is asked. */
#ifndef ISNAD_STORE_INSIDE_H
#define ISNAD_STORE_INSIDE_H

#include "store/columns.h"
#include "store/queries.h"
#include "store/store.h"
#include <sqlite3.h>

#define STORE_FORM 6          /* user_version: raised when schema.sql or what is drawn into it changes */
#define STORE_NAME 0x69736E64 /* application_id: "isnd" */
#define NO_NUMBER  INT64_MIN  /* null in a column of numbers */

struct Store {
    sqlite3 *db;
    char *path;
    const Tables *tables; /* NULL: none */
    sqlite3_stmt *queries[QUERY_COUNT];
    int fault;               /* the first that SQLite told of; from then on nothing more is asked until store_failed */
    bool inside;             /* a transaction is open */
    Arena *arena;            /* of the record that is kept; NULL before the first */
    void *packer, *unpacker; /* zstd's */
    Columns columns;
    struct Gathering *gathering; /* where the rows of a query go; bits.c */
};

extern const View store_schema; /* schema.sql */

/* --- sql.c -------------------------------------------------------------------------------------------------------- */

/* format, a letter a value: i long long (NO_NUMBER: null), y Day (DAY_UNKNOWN: null), d double (NAN: null), t View
 * (data NULL: null), b View as bytes. NULL after a fault. The values live until the query is asked again. */
sqlite3_stmt *sql_ask(Store *store, Query query, const char *format, ...);
bool sql_next(Store *store, sqlite3_stmt *rows); /* false: no further row, or a fault; the query is then free again */
void sql_end(sqlite3_stmt *rows);                /* when not all rows are wanted */
void sql_run(Store *store, Query query, const char *format, ...);
/* First column of the first row; otherwise when there is none. */
long long sql_number(Store *store, long long otherwise, Query query, const char *format, ...);
/* A query that is put together at run time: the caller finalizes it. */
sqlite3_stmt *sql_prepare(Store *store, View text);
void sql_script(Store *store, const char *text);
View sql_text(sqlite3_stmt *rows, int column); /* data NULL for null; good until the next row */
View sql_bytes(sqlite3_stmt *rows, int column);
long long sql_integer(sqlite3_stmt *rows, int column); /* NO_NUMBER for null */
/* What a fault means to the user; clears it. OK when there was none. */
Code sql_outcome(Store *store, Error *error);

/* Makes gather() known, which the queries for sets of rows call. */
void bits_open(Store *store);

/* --- the parts ---------------------------------------------------------------------------------------------------- */

/* A record's line, compressed; sql_outcome's code. */
Code pack(Store *store, Arena *arena, View record, View *packed, Error *error);
Code unpack(Store *store, Arena *arena, View packed, View *record, Error *error);
void pack_close(Store *store);

/* The folded name as names are looked up: without "the" in front. data NULL: no memory. */
View fold_name(Arena *arena, View name);

Code store_begin(Store *store, Error *error);
/* What is read between the two is as the file was at one moment, whoever writes meanwhile. */
Code store_look(Store *store, Error *error);
void store_looked(Store *store);
Code store_drop(Store *store, Code code); /* what was not committed; gives the code back */
/* Fills the tables from a record whose report has the row `report`; or takes out of them what it put there. */
Code draw(Store *store, Arena *arena, const JsonValue *record, long long report, Error *error);
Code undraw(Store *store, Arena *arena, const JsonValue *record, long long report, Error *error);
/* What a record is refused for, or one line about what is wrong with it in *fault (data NULL: nothing). */
Code record_faults(Arena *arena, const JsonValue *record, View *fault);

#endif
