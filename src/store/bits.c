/* store/bits: sets of rows, one bit each. A million events are 125 kB, so that what two filters have in common is found
 * at the speed of reading their indices. Rows go from an index into a set inside SQLite: handing each out costs more
 * than finding it. */
#include "store/search.h"

bool bits_new(Arena *arena, long long room, Bits *bits) {
    bits->room = room;
    bits->words = arena_array(arena, (size_t)room / 64 + 1, sizeof *bits->words);
    return bits->words != NULL;
}

void bits_add(Bits *bits, long long row) {
    if (row >= 0 && row < bits->room)
        bits->words[row / 64] |= (uint64_t)1 << row % 64;
}

void bits_add_range(Bits *bits, long long first, long long count) {
    for (long long row = first; row < first + count; row++)
        bits_add(bits, row);
}

bool bits_hold(const Bits *bits, long long row) {
    return row >= 0 && row < bits->room && (bits->words[row / 64] >> row % 64 & 1);
}

void bits_keep(Bits *bits, const Bits *others) {
    for (long long i = 0; i <= bits->room / 64; i++)
        bits->words[i] &= others->words[i];
}

size_t bits_count(const Bits *bits) {
    size_t count = 0;
    for (long long i = 0; i <= bits->room / 64; i++)
        count += (size_t)__builtin_popcountll(bits->words[i]);
    return count;
}

long long bits_next(const Bits *bits, long long after) {
    long long row = after + 1;
    while (row < bits->room) {
        uint64_t rest = bits->words[row / 64] >> row % 64;
        if (rest)
            return row + __builtin_ctzll(rest);
        row = (row / 64 + 1) * 64;
    }
    return NO_NUMBER;
}

/* --- from queries --------------------------------------------------------------------------------------------------
 */

struct Gathering {
    Bits *bits;
    const Bits *of;
};

/* gather(row), or gather(first, count, report): takes it and says no, so that a million rows are one step of SQLite's.
 */
static void gather(sqlite3_context *context, int count, sqlite3_value **values) {
    const Store *store = sqlite3_user_data(context);
    const struct Gathering *into = store->gathering;
    long long first = sqlite3_value_int64(values[0]);
    if (into && count == 1)
        bits_add(into->bits, first);
    else if (into && (!into->of || bits_hold(into->of, sqlite3_value_int64(values[2]))))
        bits_add_range(into->bits, first, sqlite3_value_int64(values[1]));
    sqlite3_result_int(context, 0);
}

void bits_open(Store *store) {
    for (int count = 1; count <= 3 && store->fault == SQLITE_OK; count += 2)
        store->fault =
            sqlite3_create_function_v2(store->db, "gather", count, SQLITE_UTF8, store, gather, NULL, NULL, NULL);
}

void bits_gather(Store *store, Bits *bits, const Bits *of, sqlite3_stmt *query) {
    struct Gathering into = {bits, of};
    store->gathering = &into;
    while (sql_next(store, query))
        ;
    store->gathering = NULL;
}
