/* identity/dated_table: dated.tsv. A row's words, separated by a space, must all stand in a sentence; | separates
 * alternatives. */
#include "identity/tables_inside.h"

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    DatedTable *table = into;
    DatedEntry entry = {.words = row->fields[1]};
    if (!day_parse(row->fields[0], &entry.day))
        return table_fault(file, row, error, "the first field is a day such as 2020-01-03");
    return list_push(arena, &table->entries, entry) ? OK : error_memory(error);
}

Code dated_table_open(Arena *arena, const char *folder, DatedTable *table, Error *error) {
    return table_each(arena, folder, "dated.tsv", 2, 2, add_row, table, error);
}

static bool holds_word(View folded, View word) {
    for (size_t at = view_find(folded, word, 0); at != SIZE_MAX; at = view_find(folded, word, at + 1)) {
        size_t end = at + word.length;
        bool left = at == 0 || folded.data[at - 1] == ' ';
        char behind = end < folded.length ? folded.data[end] : ' ';
        if (left && !((behind >= 'a' && behind <= 'z') || (behind >= '0' && behind <= '9')))
            return true;
    }
    return false;
}

static bool holds_all(View folded, View words) {
    View alternatives, word;
    while (view_split(&words, ' ', &alternatives)) {
        bool any = false;
        while (!any && view_split(&alternatives, '|', &word))
            any = holds_word(folded, word);
        if (!any)
            return false;
    }
    return true;
}

Day dated_find(const Tables *tables, View folded) {
    Day latest = DAY_UNKNOWN;
    for (size_t i = 0; i < tables->dated.entries.count; i++) {
        const DatedEntry *entry = &tables->dated.entries.items[i];
        if ((latest == DAY_UNKNOWN || entry->day > latest) && holds_all(folded, entry->words))
            latest = entry->day;
    }
    return latest;
}
