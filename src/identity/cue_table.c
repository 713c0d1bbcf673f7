/* identity/cue_table: cues.tsv. The words that report somebody's word, and how far the teller stands behind it. */
#include "identity/tables_inside.h"
#include <string.h>

enum { PHRASE, FORMS, KIND, MANNER, COMMITMENT, COLUMNS };
static const char *const KINDS[] = {"verb", "phrase", "noun", NULL}; /* which goes first when a word is two of them */

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    CueTable *table = into;
    const View *f = row->fields;
    CueEntry cue = {f[PHRASE], f[KIND], VIEW(""), f[COMMITMENT]};
    uint32_t entry = (uint32_t)table->entries.count, kind = 0;
    if (field_value(f[MANNER]).data)
        cue.manner = f[MANNER];
    while (KINDS[kind] && !view_equal(f[KIND], view(KINDS[kind])))
        kind++;
    if (!KINDS[kind])
        return table_fault(file, row, error, "kind \"%.*s\": write verb, noun or phrase", (int)f[KIND].length,
                           f[KIND].data);
    bool good = names_add(&table->names, arena, cue.phrase, kind, entry) &&
                names_add_all(&table->names, arena, field_value(f[FORMS]), kind, entry) &&
                list_push(arena, &table->entries, cue);
    return good ? OK : error_memory(error);
}

Code cue_table_open(Arena *arena, const char *folder, CueTable *table, Error *error) {
    if (!names_init(&table->names, arena))
        return error_memory(error);
    return table_each(arena, folder, "cues.tsv", COLUMNS, COLUMNS, add_row, table, error);
}

static const NameLink *best_link(const Names *names, View phrase, const NameLink *best) {
    for (const NameLink *link = phrase.length ? names_first(names, phrase) : NULL; link; link = names_next(names, link))
        if (!best || link->kind < best->kind)
            best = link;
    return best;
}

const CueEntry *cue_find(const Tables *tables, const View *lemmas, const View *words, size_t count) {
    const CueTable *table = &tables->cues;
    char key[PHRASE_BYTES];
    for (size_t length = count < PHRASE_WORDS ? count : PHRASE_WORDS; length > 0; length--) {
        const NameLink *best = NULL;
        for (size_t start = 0; start + length <= count; start++) {
            if (lemmas)
                best = best_link(&table->names, phrase_key(lemmas, start, start + length, key), best);
            if (words)
                best = best_link(&table->names, phrase_key(words, start, start + length, key), best);
        }
        if (best)
            return &table->entries.items[best->entry];
    }
    return NULL;
}
