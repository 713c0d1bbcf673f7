/* identity/credit_table: credits.tsv. */
#include "identity/tables_inside.h"

enum { HOW, PLACE, NAME, WORDS, COLUMNS };

/* The word's place in names, -1 when it is none of them. */
static int place_in(const char *const *names, int count, View word) {
    for (int i = 0; i < count; i++)
        if (view_equal(word, view(names[i])))
            return i;
    return -1;
}

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    static const char *const hows[] = {"credit", "agencies", "translated", "syndicated", "own"};
    static const char *const places[] = {"line", "start", "in", "alone"};
    static const char *const whom[] = {"none", "any", "outlet"};
    CreditTable *table = into;
    LIST(View) words = {0};
    int place = place_in(places, 4, row->fields[PLACE]), name = place_in(whom, 3, row->fields[NAME]);
    if (place_in(hows, 5, row->fields[HOW]) < 0 || place < 0 || name < 0)
        return table_fault(file, row, error,
                           "a row is credit, agencies, translated, syndicated or own; line, start, in or alone; none, "
                           "any or outlet; the words");
    View rest = row->fields[WORDS], word;
    bool star = false;
    while (view_split(&rest, ' ', &word)) {
        star = star || view_equal(word, VIEW("*"));
        if (word.length && !list_push(arena, &words, word))
            return error_memory(error);
    }
    if (words.count == 0 || star != (name != CREDIT_NOBODY))
        return table_fault(file, row, error, "a row that names somebody has one * among its words, and no other has");
    CreditEntry entry = {row->fields[HOW], (CreditPlace)place, (CreditName)name, words.items, words.count};
    return list_push(arena, &table->entries, entry) ? OK : error_memory(error);
}

Code credit_table_open(Arena *arena, const char *folder, CreditTable *table, Error *error) {
    return table_each(arena, folder, "credits.tsv", COLUMNS, COLUMNS, add_row, table, error);
}

const CreditEntry *credit_entries(const Tables *tables, size_t *count) {
    *count = tables->credits.entries.count;
    return tables->credits.entries.items;
}
