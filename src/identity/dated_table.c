/* identity/dated_table: dated.tsv and eras.tsv. A row's words, separated by a space, must all stand in a text; |
 * separates alternatives, one that ends in * is the beginning of a word, and _ in it is a space. */
#include "identity/tables_inside.h"

/* A folded text has a space for these. */
static bool is_folded_away(View words) {
    return view_find(words, VIEW("-"), 0) != SIZE_MAX || view_find(words, VIEW("'"), 0) != SIZE_MAX;
}

static Code add_event(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    DatedTable *table = into;
    DatedEntry entry = {.words = row->fields[1]};
    if (!day_parse(row->fields[0], &entry.day))
        return table_fault(file, row, error, "the first field is a day such as 2020-01-03");
    if (is_folded_away(entry.words))
        return table_fault(file, row, error, "the words are folded: write _ where a name has - or '");
    entry.until = entry.day;
    return list_push(arena, &table->entries, entry) ? OK : error_memory(error);
}

static Code add_era(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    DatedTable *table = into;
    DatedEntry entry = {.until = DAY_UNKNOWN, .words = row->fields[2]};
    if (!day_parse(row->fields[0], &entry.day))
        return table_fault(file, row, error, "the first field is a day such as 2020-01-03");
    if (!view_equal(row->fields[1], VIEW("-")) && !day_parse(row->fields[1], &entry.until))
        return table_fault(file, row, error, "the second field is a day such as 2020-01-03, or - while it goes on");
    if (is_folded_away(entry.words))
        return table_fault(file, row, error, "the words are folded: write _ where a name has - or '");
    return list_push(arena, &table->entries, entry) ? OK : error_memory(error);
}

Code dated_table_open(Arena *arena, const char *folder, DatedTable *table, Error *error) {
    Code code = table_each(arena, folder, "dated.tsv", 2, 2, add_event, table, error);
    table->events = table->entries.count;
    return code == OK ? table_each(arena, folder, "eras.tsv", 3, 3, add_era, table, error) : code;
}

/* Where the word stands from `from` on; _ matches a space. */
static size_t find(View folded, View word, size_t from) {
    View first = word, part;
    if (view_find(word, VIEW("_"), 0) == SIZE_MAX)
        return view_find(folded, word, from);
    view_split(&first, '_', &part);
    for (size_t at = view_find(folded, part, from); at != SIZE_MAX; at = view_find(folded, part, at + 1)) {
        size_t i = 0;
        while (i < word.length && at + i < folded.length &&
               (word.data[i] == '_' ? folded.data[at + i] == ' ' : folded.data[at + i] == word.data[i]))
            i++;
        if (i == word.length)
            return at;
    }
    return SIZE_MAX;
}

static bool is_inside(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool holds_word(View folded, View word) {
    bool beginning = view_ends(word, VIEW("*"));
    word.length -= beginning;
    for (size_t at = find(folded, word, 0); at != SIZE_MAX; at = find(folded, word, at + 1)) {
        size_t end = at + word.length;
        bool left = at == 0 || !is_inside(folded.data[at - 1]);
        if (left && (beginning || end >= folded.length || !is_inside(folded.data[end])))
            return true;
    }
    return false;
}

static uint32_t start_hash(const char *letters) {
    uint32_t hash = 0;
    for (size_t i = 0; i < DATED_START; i++)
        hash = hash * 31 + (unsigned char)(letters[i] == '_' ? ' ' : letters[i]);
    return hash % DATED_STARTS;
}

void dated_text(View folded, DatedText *text) {
    *text = (DatedText){.folded = folded};
    for (size_t at = 0; at + DATED_START <= folded.length; at++) {
        if (at == 0 || !is_inside(folded.data[at - 1])) {
            uint32_t hash = start_hash(folded.data + at);
            text->starts[hash / 64] |= UINT64_C(1) << hash % 64;
        }
    }
}

/* text NULL: nothing is known of what its words begin with. */
static bool may_hold(const DatedText *text, View word) {
    if (!text || word.length < DATED_START || word.data[DATED_START - 1] == '*')
        return true;
    uint32_t hash = start_hash(word.data);
    return text->starts[hash / 64] >> hash % 64 & 1;
}

static bool holds_any(View folded, const DatedText *text, View alternatives) {
    View word;
    bool any = false;
    while (!any && view_split(&alternatives, '|', &word))
        any = may_hold(text, word) && holds_word(folded, word);
    return any;
}

bool dated_holds(const DatedEntry *entry, View folded) {
    View words = entry->words, alternatives;
    while (view_split(&words, ' ', &alternatives))
        if (!holds_any(folded, NULL, alternatives))
            return false;
    return true;
}

bool dated_touches(const DatedEntry *entry, View folded) {
    View words = entry->words, alternatives;
    while (view_split(&words, ' ', &alternatives))
        if (holds_any(folded, NULL, alternatives))
            return true;
    return false;
}

size_t dated_missing(const DatedEntry *entry, const DatedText *text, size_t *count) {
    View words = entry->words, alternatives;
    size_t missing = 0;
    for (*count = 0; view_split(&words, ' ', &alternatives); ++*count) {
        bool held = holds_any(text->folded, text, alternatives);
        if (!held && *count == 0)
            return SIZE_MAX;
        missing += !held;
    }
    return missing;
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
