/* identity/letters: letters.tsv. How likely a name in Latin letters is written so in Arabic script.
 *
 * A channel learned from pairs of names (train/tables/letters.py): the Latin name is cut into pieces of one to three
 * letters, each of which writes none to two Arabic letters at a cost; the cheapest cut counts. Left out: other scripts,
 * which romanise.c handles, and Latin letters that are none of a to z.
 */
#include "identity/likeness.h"
#include "identity/tables_inside.h"
#include <string.h>

#define LONGEST     30
#define MOST_LATIN  3
#define MOST_ARABIC 2
#define COST_LETTER 900 /* of a Latin letter that writes nothing known */
#define COST_ARABIC 400 /* and of each Arabic letter beside it */
#define KEY_BYTES   32

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    long cost;
    if (!view_to_long(row->fields[2], &cost) || cost < 0)
        return table_fault(file, row, error, "a row is Latin letters, Arabic letters or -, a cost from 0 on");
    View arabic = view_equal(row->fields[1], VIEW("-")) ? VIEW("") : row->fields[1];
    View key = arena_format(arena, "%.*s %.*s", (int)row->fields[0].length, row->fields[0].data, (int)arabic.length,
                            arabic.data);
    return key.data && map_set(into, key, (uint32_t)cost) ? OK : error_memory(error);
}

Code letter_table_open(Arena *arena, const char *folder, Map **letters, Error *error) {
    *letters = map_new(arena);
    return *letters ? table_each(arena, folder, "letters.tsv", 3, 3, add_row, *letters, error) : error_memory(error);
}

static uint32_t step_cost(const Tables *tables, View latin, View arabic, size_t arabic_letters) {
    char key[KEY_BYTES];
    uint32_t cost;
    memcpy(key, latin.data, latin.length);
    key[latin.length] = ' ';
    memcpy(key + latin.length + 1, arabic.data, arabic.length);
    if (map_get(tables->letters, (View){key, latin.length + 1 + arabic.length}, &cost))
        return cost;
    return (uint32_t)(COST_LETTER * latin.length + COST_ARABIC * arabic_letters);
}

/* Persian letters as the Arabic ones that they are; 0 for what only joins letters. */
static uint32_t plain_letter(uint32_t point) {
    switch (point) {
    case 0x06CC: return 0x064A;
    case 0x06A9: return 0x0643;
    case 0x0640:
    case 0x200C:
    case 0x200D: return 0;
    default: return point;
    }
}

/* "^name$" and where its letters begin; 0: too long. */
static size_t bounded(View name, char text[4 * LONGEST], size_t starts[LONGEST + 1]) {
    size_t length = 0, count = 0, at = 0;
    text[length++] = '^';
    starts[count++] = 0;
    while (at < name.length) {
        uint32_t point = plain_letter(utf8_next(name, &at));
        if (count + 2 > LONGEST || length + 5 > 4 * LONGEST)
            return 0;
        if (!point)
            continue;
        starts[count++] = length;
        length += utf8_write(point, text + length);
    }
    starts[count++] = length;
    text[length++] = '$';
    starts[count] = length;
    return count;
}

double letters_cost(const Tables *tables, View latin, View arabic) {
    char from[4 * LONGEST], to[4 * LONGEST];
    size_t from_at[LONGEST + 1], to_at[LONGEST + 1];
    uint32_t cost[LONGEST + 1][LONGEST + 1];
    size_t n = bounded(latin, from, from_at), m = bounded(arabic, to, to_at);
    if (!n || !m)
        return LETTERS_FAR;
    memset(cost, 0xFF, sizeof cost);
    cost[0][0] = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= m; j++) {
            if (cost[i][j] == UINT32_MAX)
                continue;
            for (size_t di = 1; di <= MOST_LATIN && i + di <= n; di++)
                for (size_t dj = 0; dj <= MOST_ARABIC && j + dj <= m; dj++) {
                    View piece = {from + from_at[i], from_at[i + di] - from_at[i]};
                    View written = {to + to_at[j], to_at[j + dj] - to_at[j]};
                    uint32_t total = cost[i][j] + step_cost(tables, piece, written, dj);
                    if (total < cost[i + di][j + dj])
                        cost[i + di][j + dj] = total;
                }
        }
    return (double)cost[n][m] / 100 / (double)(m - 1);
}
