/* store/names: a name as asked for -> the actors or places of the store that it may mean. Exactly as one of their names
 * (folded, any script that a report or a table writes it in) first; then as a CAMEO actor code; then by all its words
 * in any order; then, where the tables are at hand, by likeness, across scripts too. */
#include "store/search.h"
#include <string.h>

#define MOST_ALIKE 400 /* names compared one by one */

static bool add_all(Store *store, Arena *arena, sqlite3_stmt *rows, Rows *found) {
    bool fine = true;
    while (fine && sql_next(store, rows))
        fine = list_push(arena, found, sql_integer(rows, 0));
    sql_end(rows);
    return fine;
}

static bool is_code(View name) {
    for (size_t i = 0; i < name.length; i++)
        if (name.data[i] < 'A' || name.data[i] > 'Z')
            return false;
    return name.length >= 3 && name.length % 3 == 0;
}

/* Whether each word of `asked` is a word of `name`, both folded. Articles and particles of one or two letters need not
 * be. */
static bool words_in(View asked, View name) {
    View word, other;
    size_t held = 0;
    while (view_split(&asked, ' ', &word)) {
        View rest = name;
        bool found = false;
        while (!found && view_split(&rest, ' ', &other))
            found = view_equal(word, other);
        if (!found && word.length > 2)
            return false;
        held += found && word.length > 2;
    }
    return held > 0;
}

static bool by_words(Store *store, Arena *arena, View folded, Rows *found) {
    bool fine = true;
    sqlite3_stmt *rows = sql_ask(store, QUERY_NAMES_ALL, "");
    while (fine && sql_next(store, rows))
        if (words_in(folded, sql_text(rows, 0)))
            fine = list_push(arena, found, sql_integer(rows, 1));
    sql_end(rows);
    return fine;
}

/* The consonants of a romanised name's words; what vowels and doubled letters make of it in another spelling is left.
 */
static View bones(Arena *arena, View name) {
    View plain = name_romanised(arena, name);
    char *out = plain.data ? arena_take(arena, plain.length + 1) : NULL;
    size_t length = 0;
    for (size_t i = 0; out && i < plain.length; i++) {
        char c = plain.data[i];
        bool consonant = c >= 'a' && c <= 'z' && !strchr("aeiouywh", c);
        if (consonant && (!length || out[length - 1] != c))
            out[length++] = c == 'q' || c == 'c' ? 'k' : c == 'z' ? 's' : c;
    }
    return out ? (View){out, length} : (View){NULL, 0};
}

/* How many letters of the shorter one stand in the longer one in their order, of a hundred. */
static size_t shared_bones(View a, View b) {
    size_t at = 0, found = 0;
    View shorter = a.length < b.length ? a : b, longer = a.length < b.length ? b : a;
    for (size_t i = 0; i < shorter.length; i++) {
        size_t place = at;
        while (place < longer.length && longer.data[place] != shorter.data[i])
            place++;
        if (place < longer.length) {
            found++;
            at = place + 1;
        }
    }
    return shorter.length ? found * 100 / shorter.length : 0;
}

static bool by_likeness(Store *store, Arena *arena, View name, Rows *found) {
    View asked = bones(arena, name);
    Arena *scratch = arena_new(0);
    size_t compared = 0;
    bool fine = asked.data && scratch;
    sqlite3_stmt *rows = fine && asked.length > 1 ? sql_ask(store, QUERY_NAMES_ALL, "") : NULL;
    while (fine && compared < MOST_ALIKE && sql_next(store, rows)) {
        View other = sql_text(rows, 0), frame = bones(scratch, other);
        bool near = frame.length > 1 && frame.length * 2 >= asked.length && frame.length <= asked.length * 2 &&
                    shared_bones(asked, frame) >= 75;
        fine = frame.data;
        compared += near;
        if (fine && near && name_likeness(store->tables, scratch, name, sql_text(rows, 2)) >= LIKENESS_SAME)
            fine = list_push(arena, found, sql_integer(rows, 1));
        arena_reset(scratch);
    }
    sql_end(rows);
    arena_free(scratch);
    return fine;
}

bool names_actors(Store *store, Arena *arena, View name, Rows *actors) {
    View folded = fold_name(arena, name);
    bool fine = folded.data && add_all(store, arena, sql_ask(store, QUERY_ACTORS_NAMED, "t", folded), actors);
    if (fine && !actors->count && is_code(name))
        fine = add_all(store, arena, sql_ask(store, QUERY_ACTORS_CODED, "t", name), actors);
    if (fine && !actors->count)
        fine = by_words(store, arena, folded, actors);
    if (fine && !actors->count && store->tables)
        fine = by_likeness(store, arena, name, actors);
    return fine;
}

bool names_places(Store *store, Arena *arena, View name, Rows *places) {
    View folded = fold_name(arena, name);
    bool fine = folded.data && add_all(store, arena, sql_ask(store, QUERY_PLACES_NAMED, "t", folded), places);
    return fine && add_all(store, arena, sql_ask(store, QUERY_PLACES_IN_PROVINCE, "t", name), places);
}
