/* identity/type_table: types.tsv. From a trigger and the PLOVER type that the network saw in it to PLOVER's mode and
 * the closest CAMEO code; a user's own file of the same form may put modes and codes of another ontology in their
 * place.
 */
#include "identity/tables_inside.h"
#include <string.h>

enum { PHRASE, TYPE, MODE, CAMEO, SURE, COLUMNS };

static Code add_row(Arena *arena, TypeTable *table, const Table *file, const Row *row, Error *error) {
    const View *f = row->fields;
    uint32_t entry = (uint32_t)table->entries.count;
    EventType type = 0;
    while (type < EVENT_TYPE_COUNT && !view_equal(f[TYPE], view(event_type_name(type))))
        type++;
    if (type == EVENT_TYPE_COUNT)
        return table_fault(file, row, error, "type \"%.*s\" is none of PLOVER's; write ASSAULT, PROTEST ...",
                           (int)f[TYPE].length, f[TYPE].data);
    if (row->count > SURE && !view_equal(f[SURE], VIEW("sure")))
        return table_fault(file, row, error, "the fifth column is \"sure\" or left out");
    if (view_equal(f[PHRASE], VIEW("*")))
        table->defaults[type] = entry + 1;
    bool good = names_add(&table->names, arena, f[PHRASE], type, entry) &&
                list_push(arena, &table->entries,
                          (TypeEntry){f[PHRASE], field_value(f[MODE]), f[CAMEO], type, row->count > SURE});
    return good ? OK : error_memory(error);
}

Code type_table_open(Arena *arena, const char *folder, const char *own, TypeTable *table, Error *error) {
    Table *file;
    Row row = {0};
    Code code = own ? table_open_own(arena, own, "types", SURE, COLUMNS, &file, error)
                    : table_open(arena, folder, "types.tsv", SURE, COLUMNS, &file, error);
    if (code != OK)
        return code;
    if (!names_init(&table->names, arena))
        return error_memory(error);
    while (code == OK && table_next(file, &row))
        code = add_row(arena, table, file, &row, error);
    for (EventType type = 0; code == OK && type < EVENT_TYPE_COUNT; type++)
        if (!table->defaults[type])
            return table_fault(file, &row, error, "%s has no default; add a row with * as its phrase",
                               event_type_name(type));
    return code;
}

static const TypeEntry *entry_of(const TypeTable *table, EventType type, View phrase) {
    for (const NameLink *link = phrase.length ? names_first(&table->names, phrase) : NULL; link;
         link = names_next(&table->names, link))
        if (link->kind == type)
            return &table->entries.items[link->entry];
    return NULL;
}

const TypeEntry *type_find(const Tables *tables, EventType type, const View *lemmas, const View *words, size_t count) {
    const TypeTable *table = &tables->types;
    char key[PHRASE_BYTES];
    for (size_t length = count < PHRASE_WORDS ? count : PHRASE_WORDS; length > 0; length--)
        for (size_t start = 0; start + length <= count; start++) {
            const TypeEntry *entry = NULL;
            if (lemmas)
                entry = entry_of(table, type, phrase_key(lemmas, start, start + length, key));
            if (!entry && words)
                entry = entry_of(table, type, phrase_key(words, start, start + length, key));
            if (entry)
                return entry;
        }
    return &table->entries.items[table->defaults[type] - 1];
}

const TypeEntry *type_sure(const Tables *tables, const View *lemmas, size_t count) {
    const TypeTable *table = &tables->types;
    char key[PHRASE_BYTES];
    View phrase = lemmas && count > 0 && count <= PHRASE_WORDS ? phrase_key(lemmas, 0, count, key) : (View){0};
    for (const NameLink *link = phrase.length ? names_first(&table->names, phrase) : NULL; link;
         link = names_next(&table->names, link))
        if (table->entries.items[link->entry].sure)
            return &table->entries.items[link->entry];
    return NULL;
}
