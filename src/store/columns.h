/* Private to store/: what conditions are asked of, column by column. */
#ifndef ISNAD_STORE_COLUMNS_H
#define ISNAD_STORE_COLUMNS_H

#include "base/base.h"

typedef struct Store Store;

#define COLUMN_ROWS 960 /* of a block: its numbers fit a page of the file, and fifteen words of bits have them */

/* Their places are part of the form of the file. Of events first, then of statements; the first of each is 0 where
 * there is no such row. Terms are 0 for null, days DAY_UNKNOWN. */
typedef enum Column {
    COLUMN_TYPE,
    COLUMN_MODE,
    COLUMN_CODE,
    COLUMN_STATUS,
    COLUMN_COUNTRY,
    COLUMN_FIRST,
    COLUMN_LAST,
    COLUMN_DEPTH,
    COLUMN_UNNAMED,
    COLUMN_SHARED, /* the row of shared, where several reports tell of it; 0 otherwise */
    COLUMNS_OF_EVENTS,
    COLUMN_COMMITMENT = COLUMNS_OF_EVENTS,
    COLUMN_PUBLISHED,
    COLUMN_LINKS,
    COLUMN_NAMELESS,
    COLUMN_COUNT
} Column;

/* The blocks that are being written. */
typedef struct Columns {
    struct {
        bool open, changed;
        long long block;
        int32_t numbers[COLUMNS_OF_EVENTS][COLUMN_ROWS];
    } of[2]; /* events, statements */
} Columns;

/* One number for each column of events or of statements, in their order; NULL: the row is gone. */
void columns_set(Store *store, bool statements, long long row, const int32_t *numbers);
void columns_put(Store *store, Column column, long long row, int32_t number); /* of a row that is there */
void columns_flush(Store *store); /* to the tables; to be called before a commit and before reading */
void columns_drop(Store *store);  /* what was not flushed */

/* False: there is no such block, or a fault. */
bool columns_block(Store *store, Column column, long long block, int32_t numbers[COLUMN_ROWS]);
/* The numbers of all rows below `room`; NULL: no memory. */
int32_t *columns_all(Store *store, Arena *arena, Column column, long long room);
/* Gives the first block whose numbers are not those of the tables; -1: there is none. */
long long columns_fault(Store *store, bool statements);

#endif
