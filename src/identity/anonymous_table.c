/* identity/anonymous_table: anonymous.tsv. How unnamed speakers are described ("a senior official") and the words that
 * say why they are unnamed ("on condition of anonymity").
 */
#include "identity/tables_inside.h"
#include <string.h>

enum { ENTRY, PHRASE, PLURAL_OR_REASON, ROLE, NUMBER, COLUMNS };

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    AnonymousTable *table = into;
    const View *f = row->fields;
    uint32_t entry = (uint32_t)table->values.count;
    bool good;
    if (view_equal(f[ENTRY], VIEW("role")) && row->count == COLUMNS) {
        View plural = field_value(f[PLURAL_OR_REASON]);
        uint32_t number = view_equal(f[NUMBER], VIEW("plural"));
        good = names_add(&table->roles, arena, f[PHRASE], number, entry) &&
               (!plural.data || names_add(&table->roles, arena, plural, 1, entry)) &&
               list_push(arena, &table->values, f[ROLE]);
    } else if (view_equal(f[ENTRY], VIEW("reason"))) {
        good = names_add(&table->reasons, arena, f[PHRASE], 0, entry) &&
               list_push(arena, &table->values, f[PLURAL_OR_REASON]);
    } else {
        return table_fault(file, row, error, "a row is role, phrase, plural, role, number or reason, phrase, reason");
    }
    return good ? OK : error_memory(error);
}

Code anonymous_table_open(Arena *arena, const char *folder, AnonymousTable *table, Error *error) {
    if (!names_init(&table->roles, arena) || !names_init(&table->reasons, arena))
        return error_memory(error);
    return table_each(arena, folder, "anonymous.tsv", 3, COLUMNS, add_row, table, error);
}

AnonymousHit anonymous_find(const Tables *tables, const View *words, size_t count, size_t head) {
    const AnonymousTable *table = &tables->anonymous;
    size_t length;
    const NameLink *link = names_ending_at(&table->roles, words, count, head, &length);
    return link ? (AnonymousHit){table->values.items[link->entry], link->kind == 1, length}
                : (AnonymousHit){{NULL, 0}, false, 0};
}

View anonymous_reason(const Tables *tables, const View *words, size_t count, size_t *first, size_t *end) {
    const AnonymousTable *table = &tables->anonymous;
    char key[PHRASE_BYTES];
    for (size_t length = count < PHRASE_WORDS ? count : PHRASE_WORDS; length > 0; length--)
        for (size_t start = 0; start + length <= count; start++) {
            View phrase = phrase_key(words, start, start + length, key);
            const NameLink *link = phrase.length ? names_first(&table->reasons, phrase) : NULL;
            if (link) {
                *first = start;
                *end = start + length;
                return table->values.items[link->entry];
            }
        }
    return (View){NULL, 0};
}
