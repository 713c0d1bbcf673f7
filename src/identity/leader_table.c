/* identity/leader_table: leaders.tsv. Who held the first offices of a state on which days; dates undated reports. */
#include "identity/tables_inside.h"
#include <string.h>

enum { COUNTRY, NAME, ALIASES, OFFICE, FROM, TO, SOURCE, COLUMNS };

static bool open_day(View field, Day *day) {
    *day = DAY_UNKNOWN;
    return !field_value(field).data || day_parse(field, day);
}

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    LeaderTable *table = into;
    const View *f = row->fields;
    LeaderEntry leader = {f[NAME], f[OFFICE], f[COUNTRY], DAY_UNKNOWN, DAY_UNKNOWN};
    uint32_t entry = (uint32_t)table->entries.count;
    if (!open_day(f[FROM], &leader.from) || !open_day(f[TO], &leader.to))
        return table_fault(file, row, error, "a day in office is malformed; write YYYY-MM-DD, or - while open");
    if (!names_add(&table->names, arena, leader.name, 0, entry) ||
        !names_add_all(&table->names, arena, field_value(f[ALIASES]), 0, entry) ||
        !list_push(arena, &table->entries, leader))
        return error_memory(error);
    return OK;
}

Code leader_table_open(Arena *arena, const char *folder, LeaderTable *table, Error *error) {
    if (!names_init(&table->names, arena))
        return error_memory(error);
    return table_each(arena, folder, "leaders.tsv", COLUMNS, COLUMNS, add_row, table, error);
}

size_t leader_find(const Tables *tables, View folded, View country, const LeaderEntry **hits, size_t room) {
    const LeaderTable *table = &tables->leaders;
    size_t count = 0;
    for (const NameLink *link = names_first(&table->names, folded); link && count < room;
         link = names_next(&table->names, link)) {
        const LeaderEntry *leader = &table->entries.items[link->entry];
        if (!country.data || view_equal(country, leader->country))
            hits[count++] = leader;
    }
    return count;
}
