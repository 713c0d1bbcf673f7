/* identity/dated_table: dated.tsv and eras.tsv. A row's words, separated by a space, must all stand in a text; |
 * separates alternatives, and one that ends in * is the beginning of a word. */
#include "identity/tables_inside.h"

static Code read_rows(Arena *arena, const char *folder, const char *name, bool eras, DatedTable *table, Error *error) {
    Table *file;
    Row row;
    size_t columns = eras ? 3 : 2;
    Code code = table_open(arena, folder, name, columns, columns, &file, error);
    while (code == OK && table_next(file, &row)) {
        DatedEntry entry = {.until = DAY_UNKNOWN, .words = row.fields[columns - 1]};
        if (!day_parse(row.fields[0], &entry.day))
            return table_fault(file, &row, error, "the first field is a day such as 2020-01-03");
        if (!eras)
            entry.until = entry.day;
        else if (!view_equal(row.fields[1], VIEW("-")) && !day_parse(row.fields[1], &entry.until))
            return table_fault(file, &row, error,
                               "the second field is a day such as 2020-01-03, or - while it goes on");
        if (!list_push(arena, &table->entries, entry))
            return error_memory(error);
    }
    return code;
}

Code dated_table_open(Arena *arena, const char *folder, DatedTable *table, Error *error) {
    Code code = read_rows(arena, folder, "dated.tsv", false, table, error);
    table->events = table->entries.count;
    return code == OK ? read_rows(arena, folder, "eras.tsv", true, table, error) : code;
}

static bool holds_word(View folded, View word) {
    bool beginning = view_ends(word, VIEW("*"));
    word.length -= beginning;
    for (size_t at = view_find(folded, word, 0); at != SIZE_MAX; at = view_find(folded, word, at + 1)) {
        size_t end = at + word.length;
        bool left = at == 0 || folded.data[at - 1] == ' ' || folded.data[at - 1] == '\n';
        char behind = end < folded.length ? folded.data[end] : ' ';
        if (left && (beginning || !((behind >= 'a' && behind <= 'z') || (behind >= '0' && behind <= '9'))))
            return true;
    }
    return false;
}

bool dated_holds(const DatedEntry *entry, View folded) {
    View words = entry->words, alternatives, word;
    while (view_split(&words, ' ', &alternatives)) {
        bool any = false;
        while (!any && view_split(&alternatives, '|', &word))
            any = holds_word(folded, word);
        if (!any)
            return false;
    }
    return true;
}

const DatedEntry *dated_events(const Tables *tables, size_t *count) {
    *count = tables->dated.events;
    return tables->dated.entries.items;
}

const DatedEntry *dated_eras(const Tables *tables, size_t *count) {
    *count = tables->dated.entries.count - tables->dated.events;
    return tables->dated.entries.items + tables->dated.events;
}

Day dated_find(const Tables *tables, View folded) {
    Day latest = DAY_UNKNOWN;
    for (size_t i = 0; i < tables->dated.events; i++) {
        const DatedEntry *entry = &tables->dated.entries.items[i];
        if ((latest == DAY_UNKNOWN || entry->day > latest) && dated_holds(entry, folded))
            latest = entry->day;
    }
    return latest;
}
