/* store/columns: rows of events and statements <-> blocks of numbers, one for each column that conditions are asked of.
 *
 * The idea: a question about any two columns reads two arrays from end to end, a million rows in a few milliseconds,
 * however frequent either of them is; and a new report changes only the last block of each, where an index for each
 * column would change pages all over the file. What is written waits in memory until columns_flush. Left out: what few
 * rows have (actors, places, tellers), which indices find. */
#include "store/columns.h"
#include "store/inside.h"
#include <endian.h>
#include <string.h>

#define KEY(column, block) ((long long)(column) << 32 | (block))

static const Column first_of[] = {COLUMN_TYPE, COLUMN_COMMITMENT};
static const size_t count_of[] = {COLUMNS_OF_EVENTS, COLUMN_COUNT - COLUMNS_OF_EVENTS};

bool columns_block(Store *store, Column column, long long block, int32_t numbers[COLUMN_ROWS]) {
    sqlite3_stmt *rows = sql_ask(store, QUERY_COLUMN_GET, "i", KEY(column, block));
    bool found = sql_next(store, rows);
    View bytes = found ? sql_bytes(rows, 0) : VIEW("");
    size_t length = bytes.length < COLUMN_ROWS * sizeof *numbers ? bytes.length : COLUMN_ROWS * sizeof *numbers;
    memset(numbers, 0, COLUMN_ROWS * sizeof *numbers);
    if (length)
        memcpy(numbers, bytes.data, length);
    for (size_t i = 0; i < COLUMN_ROWS; i++)
        numbers[i] = (int32_t)le32toh((uint32_t)numbers[i]);
    if (found)
        sql_end(rows);
    return found;
}

static void write_block(Store *store, Column column, long long block, const int32_t numbers[COLUMN_ROWS]) {
    uint32_t bytes[COLUMN_ROWS];
    for (size_t i = 0; i < COLUMN_ROWS; i++)
        bytes[i] = htole32((uint32_t)numbers[i]);
    sql_run(store, QUERY_COLUMN_SET, "ib", KEY(column, block), ((View){(const char *)bytes, sizeof bytes}));
}

static void flush(Store *store, bool statements) {
    Columns *columns = &store->columns;
    for (size_t i = 0; columns->of[statements].changed && i < count_of[statements]; i++)
        write_block(store, first_of[statements] + i, columns->of[statements].block, columns->of[statements].numbers[i]);
    columns->of[statements].changed = false;
}

void columns_flush(Store *store) {
    flush(store, false);
    flush(store, true);
}

void columns_drop(Store *store) {
    store->columns.of[0].open = store->columns.of[1].open = false;
    store->columns.of[0].changed = store->columns.of[1].changed = false;
}

void columns_set(Store *store, bool statements, long long row, const int32_t *numbers) {
    Columns *columns = &store->columns;
    long long block = row / COLUMN_ROWS;
    if (row < 0 || store->fault != SQLITE_OK)
        return;
    if (!columns->of[statements].open || columns->of[statements].block != block) {
        flush(store, statements);
        for (size_t i = 0; i < count_of[statements]; i++)
            columns_block(store, first_of[statements] + i, block, columns->of[statements].numbers[i]);
        columns->of[statements].open = true;
        columns->of[statements].block = block;
    }
    for (size_t i = 0; i < count_of[statements]; i++)
        columns->of[statements].numbers[i][row % COLUMN_ROWS] = numbers ? numbers[i] : 0;
    columns->of[statements].changed = true;
}

void columns_put(Store *store, Column column, long long row, int32_t number) {
    bool statements = column >= COLUMNS_OF_EVENTS;
    int32_t numbers[COLUMN_ROWS];
    Columns *columns = &store->columns;
    if (columns->of[statements].open && columns->of[statements].block == row / COLUMN_ROWS) {
        columns->of[statements].numbers[column - first_of[statements]][row % COLUMN_ROWS] = number;
        columns->of[statements].changed = true;
    } else if (columns_block(store, column, row / COLUMN_ROWS, numbers) && numbers[row % COLUMN_ROWS] != number) {
        numbers[row % COLUMN_ROWS] = number;
        write_block(store, column, row / COLUMN_ROWS, numbers);
    }
}

int32_t *columns_all(Store *store, Arena *arena, Column column, long long room) {
    long long blocks = room / COLUMN_ROWS + 1;
    int32_t *numbers = arena_array(arena, (size_t)(blocks * COLUMN_ROWS), sizeof *numbers);
    for (long long block = 0; numbers && block < blocks; block++)
        columns_block(store, column, block, numbers + block * COLUMN_ROWS);
    return numbers;
}

/* --- against the tables ------------------------------------------------------------------------------------------- */

/* The same from the rows of a table: its id, then its columns in their order. */
static void drawn_block(Store *store, bool statements, long long block, int32_t drawn[COLUMNS_OF_EVENTS][COLUMN_ROWS]) {
    Query query = statements ? QUERY_STATEMENT_COLUMNS : QUERY_EVENT_COLUMNS;
    memset(drawn, 0, COLUMNS_OF_EVENTS * sizeof *drawn);
    sqlite3_stmt *rows = sql_ask(store, query, "ii", block * COLUMN_ROWS, (block + 1) * COLUMN_ROWS - 1);
    while (sql_next(store, rows))
        for (size_t i = 0; i < count_of[statements]; i++) {
            Column column = first_of[statements] + i;
            bool day = column == COLUMN_FIRST || column == COLUMN_LAST || column == COLUMN_PUBLISHED;
            long long number = sql_integer(rows, (int)i + 1);
            drawn[i][sql_integer(rows, 0) % COLUMN_ROWS] = number != NO_NUMBER ? (int32_t)number
                                                           : day               ? DAY_UNKNOWN
                                                                               : 0;
        }
}

long long columns_fault(Store *store, bool statements) {
    int32_t drawn[COLUMNS_OF_EVENTS][COLUMN_ROWS], kept[COLUMN_ROWS];
    long long last = sql_number(store, 0, statements ? QUERY_LAST_STATEMENT : QUERY_EVENT_LAST, "");
    for (long long block = 0; last != NO_NUMBER && block <= last / COLUMN_ROWS; block++) {
        drawn_block(store, statements, block, drawn);
        for (size_t i = 0; i < count_of[statements]; i++) {
            columns_block(store, first_of[statements] + i, block, kept);
            if (memcmp(kept, drawn[i], sizeof kept) != 0)
                return block;
        }
    }
    return -1;
}
