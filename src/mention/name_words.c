/* mention/name_words: names that a translation put into words: "the chest" for Sadr, "Opening Brigade" for al-Fath.
 *
 * In: data/name_words.tsv (words of names and their meanings), the names of a report. Out: for a word of the text, the
 * name that it may be the meaning of. Only names that stand in the report count, and a meaning that two of them share
 * tells nothing. Left out: whether it is so; the mention is kept in doubt (identity/).
 */
#include "mention/name_words.h"
#include "mention/phrase.h"

#define SEVERAL (-2)

struct NameWordTable {
    Map *words;          /* folded word of a name -> index of its meanings */
    LIST(View) meanings; /* as the table writes them, separated by | */
};

struct Meanings {
    Arena *arena;
    const NameWordTable *table;
    const Text *text;
    Map *map;              /* meaning -> index into bearers */
    LIST(int32_t) bearers; /* index of the mention that bears the name, or SEVERAL */
    LIST(View) names;      /* the folded word of its name */
};

Code name_words_open(Arena *arena, const char *folder, NameWordTable **table, Error *error) {
    Table *file;
    Row row;
    uint32_t known;
    NameWordTable *made = arena_take(arena, sizeof *made);
    Code code = table_open(arena, folder, "name_words.tsv", 3, 3, &file, error);
    if (code != OK)
        return code;
    if (!made || !(made->words = map_new(arena)))
        return error_memory(error);
    while (table_next(file, &row)) {
        if (map_get(made->words, row.fields[0], &known))
            return table_fault(file, &row, error, "this word stands twice; put the meanings into one line");
        if (!map_set(made->words, row.fields[0], (uint32_t)made->meanings.count) ||
            !list_push(arena, &made->meanings, row.fields[1]))
            return error_memory(error);
    }
    *table = made;
    return OK;
}

Meanings *meanings_new(Arena *arena, const NameWordTable *table, const Text *text) {
    Meanings *meanings = arena_take(arena, sizeof *meanings);
    if (!meanings || !(meanings->map = map_new(arena)))
        return NULL;
    meanings->arena = arena;
    meanings->table = table;
    meanings->text = text;
    return meanings;
}

/* "al-Sadr" and "Sadr" */
static View without_article(View folded) {
    static const char *const articles[] = {"al-", "el-", "as-", "ash-", "an-", "ar-", "at-", NULL};
    for (const char *const *article = articles; *article; article++)
        if (view_starts(folded, view(*article)) && folded.length > view(*article).length + 2)
            return view_slice(folded, view(*article).length, folded.length);
    return folded;
}

static bool add_meaning(Meanings *meanings, View meaning, View name, int32_t index) {
    uint32_t at;
    if (!map_get(meanings->map, meaning, &at))
        return map_set(meanings->map, meaning, (uint32_t)meanings->bearers.count) &&
               list_push(meanings->arena, &meanings->bearers, index) &&
               list_push(meanings->arena, &meanings->names, name);
    if (!view_equal(meanings->names.items[at], name))
        meanings->bearers.items[at] = SEVERAL;
    return true;
}

bool meanings_learn(Meanings *meanings, const ActorMention *mention, int32_t index) {
    for (uint32_t word = mention->name.first; word < mention->name.end; word++) {
        View folded = unicode_fold(meanings->arena, text_word(meanings->text, word)), meaning;
        uint32_t at;
        if (!folded.data)
            return false;
        View name = without_article(folded);
        if (!map_get(meanings->table->words, name, &at))
            continue;
        View all = meanings->table->meanings.items[at];
        while (view_split(&all, '|', &meaning))
            if (!add_meaning(meanings, meaning, name, index))
                return false;
    }
    return true;
}

int32_t meanings_at(Meanings *meanings, uint32_t word) {
    View folded = unicode_fold(meanings->arena, text_word(meanings->text, word));
    uint32_t at;
    if (!folded.data || !map_get(meanings->map, folded, &at) || view_equal(meanings->names.items[at], folded))
        return -1;
    return meanings->bearers.items[at] < 0 ? -1 : meanings->bearers.items[at];
}
