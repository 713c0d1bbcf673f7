/* store: records -> one SQLite file, and questions to it.
 *
 * The records themselves are what is kept; every other table is drawn from them and can be drawn again, which is how
 * older files move to a newer form. A report is known by its id (the digest of its text), so that keeping it twice
 * changes nothing. One process writes at a time, any number read; an open store is for one thread at a time. Left out:
 * which reports tell of one story (merge/'s; the column is there); here only what is plainly one event is shown
 * together.
 */
#ifndef ISNAD_STORE_H
#define ISNAD_STORE_H

#include "record/record.h"

typedef struct Store Store;

typedef enum StoreAccess {
    STORE_READ, /* an existing file, also one that may not be written, also while another process writes */
    STORE_WRITE /* made when there is none, moved to the present form when it is older */
} StoreAccess;

/* tables: where a known actor's aliases are found; NULL: none (for reading never needed). It must outlive the store.
 * ERROR_FILE: it cannot be opened, is no store of isnad, or is of a newer form; the message says which. */
Code store_open(const char *path, StoreAccess access, const Tables *tables, Store **store, Error *error);
void store_close(Store *store); /* what was not committed is dropped; NULL is fine */

/* --- in and out --------------------------------------------------------------------------------------------------- */

typedef enum StoreKept { STORE_KEPT, STORE_KEPT_BEFORE } StoreKept;

/* Takes one record as isnad read writes it (one line, with or without its end), whole or not at all; name is for
 * messages. It lasts from the next store_commit on. ERROR_INPUT: this one is refused (no record, or spans outside its
 * text) and others may follow; after any other error nothing since the last commit is kept. */
Code store_keep(Store *store, View record, View name, StoreKept *kept, Error *error);
Code store_commit(Store *store, Error *error);
/* Removes the reports with this id ("sha256:..." or at least 8 digits of it) or name, with everything that only they
 * said; *count of them. Lasts from the next store_commit on. */
Code store_forget(Store *store, View which, size_t *count, Error *error);

/* Something wrong with the file, one line; the code stays OK while the file can be read. */
typedef void StoreFault(void *into, View fault);
/* Looks at all of it: SQLite's own structure, each record's text against its id, each span against its letters, each
 * table against the records. *reports: how many were looked at. */
Code store_check(Store *store, StoreFault *take, void *into, size_t *reports, Error *error);

/* --- questions ---------------------------------------------------------------------------------------------------- */

#define STORE_NO_LIMIT (-1)
typedef enum StoreNamed { STORE_ANYBODY, STORE_NAMED, STORE_UNNAMED } StoreNamed;

/* What is looked for; zero-filled finds everything. Names are found by any alias in any script. Texts NULL: any. */
typedef struct StoreFilter {
    const char *actor, *source, *target, *teller; /* names, or a CAMEO actor code */
    const char *type, *mode, *code, *status;      /* of events; code: CAMEO, its beginning is enough ("19") */
    const char *commitment;                       /* of statements */
    const char *place, *country;                  /* country: name or ISO 3166 alpha-3 */
    const char *outlet, *text;                    /* text: words, "phrases", word*, OR, NOT as FTS5 has them */
    bool near, point_given;                       /* km around the point, or around each place of that name */
    double lat, lon, km;
    bool from_given, to_given; /* whether from and to say anything */
    Day from, to;              /* all days of the event lie within; of a statement or report, the day of publication */
    bool chain_given;
    long chain_least, chain_most; /* links between the report and the innermost word */
    long tellers_least;           /* over all reports that tell of it */
    StoreNamed named;             /* whether all in the chain have names, or somebody has none */
    long limit;                   /* 0: all */
} StoreFilter;

/* Whether the store has all names that the filter asks for as they are written. When not, names are found by likeness
 * once the store has the tables. */
bool store_knows(Store *store, const StoreFilter *filter);
void store_use(Store *store, const Tables *tables); /* as store_open's */

typedef enum StoreWhat {
    STORE_EVENTS, /* what is plainly one event in several reports, once, with all who tell of it */
    STORE_STATEMENTS,
    STORE_ACTORS, /* by actor only: that actor and its names; otherwise those of the events found, most often first */
    STORE_REPORTS,
    STORE_TYPES, /* how many events and tellings, by type; by week; by who did it to whom */
    STORE_WEEKS,
    STORE_PAIRS
} StoreWhat;

/* One thing found. Everything in it is good until `take` comes back. */
typedef struct StoreRow {
    const char *const *columns;
    const View *fields; /* data NULL: unknown */
    size_t count;
    View json; /* the same and more as a JSON object on one line */
} StoreRow;

/* The latest first, at most filter->limit of them; *more: there are more. Ends at the first that `take` does not find
 * OK. ERROR_USAGE: words of the full text that FTS5 does not understand. */
typedef Code StoreTakeRow(void *into, const StoreRow *row, Error *error);
Code store_find(Store *store, StoreWhat what, const StoreFilter *filter, StoreTakeRow *take, void *into, bool *more,
                Error *error);

/* Gives the records of the reports that have an event that the filter finds (NULL: of all), one line of JSON without
 * its end each, in the order in which they were kept; the filter's limit counts events. Ends at the first that is not
 * OK. */
typedef Code StoreTake(void *into, View record, Error *error);
Code store_records(Store *store, const StoreFilter *filter, StoreTake *take, void *into, Error *error);

#endif
