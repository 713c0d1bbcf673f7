/* identity/outlet_table: outlets.tsv. News outlets, agencies and the platforms that carry statements. */
#include "identity/tables_inside.h"
#include <string.h>

enum { NAME, ALIASES, KIND, COUNTRY, LANGUAGE, COLUMNS };

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    (void)file;
    OutletTable *table = into;
    const View *f = row->fields;
    OutletEntry outlet = {f[NAME], field_value(f[ALIASES]), f[KIND], field_value(f[COUNTRY]), f[LANGUAGE]};
    uint32_t entry = (uint32_t)table->entries.count;
    if (!names_add(&table->names, arena, outlet.name, 0, entry) ||
        !names_add_all(&table->names, arena, outlet.aliases, 0, entry) || !list_push(arena, &table->entries, outlet))
        return error_memory(error);
    return OK;
}

Code outlet_table_open(Arena *arena, const char *folder, OutletTable *table, Error *error) {
    if (!names_init(&table->names, arena))
        return error_memory(error);
    return table_each(arena, folder, "outlets.tsv", COLUMNS, COLUMNS, add_row, table, error);
}

size_t outlet_find(const Tables *tables, View folded, OutletHit *hits, size_t room) {
    const OutletTable *table = &tables->outlets;
    size_t count = 0;
    for (const NameLink *link = names_first(&table->names, folded); link && count < room;
         link = names_next(&table->names, link))
        hits[count++] = (OutletHit){&table->entries.items[link->entry], link->written};
    return count;
}
