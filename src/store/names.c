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

static bool is_ascii(View text) {
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] > 0x7F)
            return false;
    return true;
}

/* What a letter stands for where names are written by ear; 0: nothing, as vowels and half vowels. */
static const char BONE[256] = {['b'] = 'b', ['c'] = 'k', ['d'] = 'd', ['f'] = 'f', ['g'] = 'g', ['j'] = 'j',
                               ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['p'] = 'p', ['q'] = 'k',
                               ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['v'] = 'v', ['x'] = 'x', ['z'] = 's'};

/* The consonants of a name's words in Latin letters; what vowels and doubled letters make of it in another spelling is
 * left. `folded` is the name folded, which is in Latin letters already when it is plain ASCII. */
static View bones(Arena *arena, View folded) {
    View plain = is_ascii(folded) ? folded : name_romanised(arena, folded);
    char *out = plain.data ? arena_take(arena, plain.length + 1) : NULL;
    size_t length = 0;
    for (size_t i = 0; out && i < plain.length; i++) {
        char c = BONE[(unsigned char)plain.data[i]];
        if (c && (!length || out[length - 1] != c))
            out[length++] = c;
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

/* What is looked for among all names of the store. */
typedef struct Asked {
    View folded, longest, bones; /* the longest word of `folded` */
} Asked;

typedef struct Close {
    View name;
    long long actor;
} Close;

typedef LIST(Close) CloseNames;

static bool asked_new(Arena *arena, View folded, Asked *asked) {
    View rest = folded, word;
    *asked = (Asked){folded, {folded.data, 0}, bones(arena, folded)};
    while (view_split(&rest, ' ', &word))
        if (word.length > asked->longest.length)
            asked->longest = word;
    return asked->bones.data;
}

static bool near(const Asked *asked, View frame) {
    return asked->bones.length > 1 && frame.length > 1 && frame.length * 2 >= asked->bones.length &&
           frame.length <= asked->bones.length * 2 && shared_bones(asked->bones, frame) >= 75;
}

/* One pass over all names: those that hold all words asked for to `found`; while there are none, those near to it to
 * `close`. */
static bool pass(Store *store, Arena *arena, const Asked *asked, Rows *found, CloseNames *close) {
    Arena *scratch = arena_new(0);
    bool fine = scratch;
    sqlite3_stmt *rows = fine ? sql_ask(store, QUERY_NAMES_ALL, "") : NULL;
    while (fine && sql_next(store, rows)) {
        View other = sql_text(rows, 0);
        if (view_find(other, asked->longest, 0) != SIZE_MAX && words_in(asked->folded, other)) {
            fine = list_push(arena, found, sql_integer(rows, 1));
        } else if (store->tables && !found->count && close->count < MOST_ALIKE) {
            View frame = bones(scratch, other);
            fine = frame.data;
            if (fine && near(asked, frame)) {
                Close one = {arena_copy(arena, sql_text(rows, 2)), sql_integer(rows, 1)};
                fine = one.name.data && list_push(arena, close, one);
            }
            arena_reset(scratch);
        }
    }
    sql_end(rows);
    arena_free(scratch);
    return fine;
}

static bool by_words_or_likeness(Store *store, Arena *arena, View name, View folded, Rows *found) {
    Asked asked;
    CloseNames close = {0};
    bool fine = asked_new(arena, folded, &asked) && pass(store, arena, &asked, found, &close);
    for (size_t i = 0; fine && !found->count && i < close.count; i++)
        if (name_likeness(store->tables, arena, name, close.items[i].name) >= LIKENESS_SAME)
            fine = list_push(arena, found, close.items[i].actor);
    return fine;
}

bool names_actors(Store *store, Arena *arena, View name, Rows *actors) {
    View folded = fold_name(arena, name);
    bool fine = folded.data && add_all(store, arena, sql_ask(store, QUERY_ACTORS_NAMED, "t", folded), actors);
    if (fine && !actors->count && is_code(name))
        fine = add_all(store, arena, sql_ask(store, QUERY_ACTORS_CODED, "t", name), actors);
    if (fine && !actors->count)
        fine = by_words_or_likeness(store, arena, name, folded, actors);
    return fine;
}

bool names_places(Store *store, Arena *arena, View name, Rows *places) {
    View folded = fold_name(arena, name);
    bool fine = folded.data && add_all(store, arena, sql_ask(store, QUERY_PLACES_NAMED, "t", folded), places);
    return fine && add_all(store, arena, sql_ask(store, QUERY_PLACES_IN_PROVINCE, "t", name), places);
}
