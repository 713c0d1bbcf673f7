/* Private to store/: a filter as a question over one table, events or statements. */
#ifndef ISNAD_STORE_SEARCH_H
#define ISNAD_STORE_SEARCH_H

#include "store/inside.h"

/* A set of rows, one bit each. */
typedef struct Bits {
    uint64_t *words;
    long long room; /* rows from 0 to below this */
} Bits;

bool bits_new(Arena *arena, long long room, Bits *bits);
void bits_add(Bits *bits, long long row);
void bits_add_range(Bits *bits, long long first, long long count);
bool bits_hold(const Bits *bits, long long row);
void bits_keep(Bits *bits, const Bits *others); /* those that are in both */
size_t bits_count(const Bits *bits);
long long bits_next(const Bits *bits, long long after); /* NO_NUMBER: no more */

/* Adds what a query that calls gather() finds: rows, or those of the extents of the reports `of` (NULL: all). */
void bits_gather(Store *store, Bits *bits, const Bits *of, sqlite3_stmt *query);

typedef LIST(long long) Rows;

/* names.c: what a name as asked for may mean. */
bool names_actors(Store *store, Arena *arena, View name, Rows *actors);
bool names_places(Store *store, Arena *arena, View name, Rows *places);

/* words.c; data NULL: no memory. */
View words_question(Arena *arena, View text);

/* What a column must have: a term or a shared event that is wanted, or a number from low to high. */
typedef struct Condition {
    Column column;
    const bool *wanted; /* [high + 1] by its number; NULL: from low to high */
    int32_t low, high;
} Condition;

typedef struct Search {
    Store *store;
    Arena *arena;
    const StoreFilter *filter;
    bool statements; /* what is searched; false: events */
    long long room;  /* rows are below this */
    bool narrowed;   /* bits are given; otherwise every row */
    Bits bits;
    LIST(Condition) conditions;
    bool nothing; /* a name or word that the store does not have */
    bool failed;  /* no memory */
} Search;

/* statements: whether statements are searched, not events. The search's memory is the arena's. */
Code search_start(Store *store, Arena *arena, const StoreFilter *filter, bool statements, Search *search, Error *error);
/* The rows found, the latest day first, those without a day last; each call of `take` gets one, until it says false. */
typedef bool SearchTake(void *into, long long row, long long day);
Code search_run(Search *search, SearchTake *take, void *into, Error *error);
/* Reports (rows) that the filter finds by what it says of reports: outlet, text, days. *all: it says nothing. */
bool search_reports(Store *store, Arena *arena, const StoreFilter *filter, Bits *reports, bool *all);

#endif
