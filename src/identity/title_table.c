/* identity/title_table: titles.tsv. Words around the names of persons, each with its kind and the gender that it tells.
 */
#include "identity/tables_inside.h"
#include "identity/titles.h"

#define GENDERS 3

static bool kind_parse(View word, uint32_t *kind) {
    static const char *const kinds[] = {"", "address", "particle", "noun"};
    for (*kind = TITLE_ADDRESS; *kind <= TITLE_NOUN; ++*kind)
        if (view_equal(word, view(kinds[*kind])))
            return true;
    return false;
}

static bool gender_parse(View word, uint32_t *gender) {
    *gender = view_equal(word, VIEW("female")) ? GENDER_FEMALE
              : view_equal(word, VIEW("male")) ? GENDER_MALE
                                               : GENDER_UNKNOWN;
    return *gender != GENDER_UNKNOWN || view_equal(word, VIEW("-"));
}

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    (void)arena;
    uint32_t kind, gender;
    if (!kind_parse(row->fields[1], &kind) || !gender_parse(row->fields[2], &gender))
        return table_fault(file, row, error, "a row is word, address or particle or noun, female or male or -");
    return map_set(into, row->fields[0], kind * GENDERS + gender) ? OK : error_memory(error);
}

Code title_table_open(Arena *arena, const char *folder, Map **titles, Error *error) {
    *titles = map_new(arena);
    return *titles ? table_each(arena, folder, "titles.tsv", 3, 3, add_row, *titles, error) : error_memory(error);
}

TitleKind title_find(const Tables *tables, View folded, Gender *gender) {
    uint32_t value = 0;
    if (folded.length > 1 && folded.data[folded.length - 1] == '.') /* "Mr." */
        folded.length--;
    map_get(tables->titles, folded, &value);
    *gender = (Gender)(value % GENDERS);
    return (TitleKind)(value / GENDERS);
}
