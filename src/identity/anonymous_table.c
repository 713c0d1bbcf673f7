/* identity/anonymous_table: anonymous.tsv. How unnamed speakers are described ("a senior official") and the words that
 * say why they are unnamed ("on condition of anonymity").
 */
#include "identity/tables_inside.h"
#include <string.h>

enum { ENTRY, PHRASE, PLURAL_OR_REASON, ROLE, NUMBER, COLUMNS };

static Code add_row(Arena *arena, AnonymousTable *table, const Table *file, const Row *row, Error *error) {
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
    Table *file;
    Row row;
    Code code = table_open(arena, folder, "anonymous.tsv", 3, COLUMNS, &file, error);
    if (code != OK)
        return code;
    if (!names_init(&table->roles, arena) || !names_init(&table->reasons, arena))
        return error_memory(error);
    while (code == OK && table_next(file, &row))
        code = add_row(arena, table, file, &row, error);
    return code;
}

AnonymousHit anonymous_find(const Tables *tables, const View *words, size_t count, size_t head) {
    const AnonymousTable *table = &tables->anonymous;
    char key[PHRASE_BYTES];
    if (head >= count)
        return (AnonymousHit){{NULL, 0}, false, 0};
    for (size_t length = head + 1 < PHRASE_WORDS ? head + 1 : PHRASE_WORDS; length > 0; length--) {
        if (length > 1 && view_equal(words[head + 1 - length], VIEW("the")))
            continue; /* names_first would pass over it */
        View phrase = phrase_key(words, head + 1 - length, head + 1, key);
        const NameLink *link = phrase.length ? names_first(&table->roles, phrase) : NULL;
        if (link)
            return (AnonymousHit){table->values.items[link->entry], link->kind == 1, length};
    }
    return (AnonymousHit){{NULL, 0}, false, 0};
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
