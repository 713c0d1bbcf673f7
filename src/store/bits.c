/* store/bits: sets of rows, one bit each. A million events are 125 kB, so that what two filters have in common is found
 * at the speed of reading their indices. */
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
