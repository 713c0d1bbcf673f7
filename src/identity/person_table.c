/* identity/person_table: persons.tsv. Given names with the gender that they tell, and nicknames. */
#include "identity/tables_inside.h"
#include <string.h>

enum { NAME, GENDER, NICKNAMES, COLUMNS };
enum { GIVEN, NICKNAME };

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    (void)file;
    PersonTable *table = into;
    const View *f = row->fields;
    uint32_t entry = (uint32_t)table->genders.count;
    Gender gender = view_equal(f[GENDER], VIEW("female")) ? GENDER_FEMALE
                    : view_equal(f[GENDER], VIEW("male")) ? GENDER_MALE
                                                          : GENDER_UNKNOWN;
    if (!names_add(&table->names, arena, f[NAME], GIVEN, entry) ||
        !names_add_all(&table->names, arena, field_value(f[NICKNAMES]), NICKNAME, entry) ||
        !list_push(arena, &table->genders, gender))
        return error_memory(error);
    return OK;
}

Code person_table_open(Arena *arena, const char *folder, PersonTable *table, Error *error) {
    if (!names_init(&table->names, arena))
        return error_memory(error);
    return table_each(arena, folder, "persons.tsv", COLUMNS, COLUMNS, add_row, table, error);
}

Gender given_name_gender(const Tables *tables, View folded) {
    const PersonTable *table = &tables->persons;
    Gender gender = GENDER_UNKNOWN;
    for (const NameLink *link = names_first(&table->names, folded); link; link = names_next(&table->names, link)) {
        Gender other = table->genders.items[link->entry];
        if (link->kind == GIVEN)
            return other;
        if (gender != GENDER_UNKNOWN && other != gender)
            return GENDER_UNKNOWN;
        gender = other;
    }
    return gender;
}

bool given_name_known(const Tables *tables, View folded) {
    return names_first(&tables->persons.names, folded) != NULL;
}

bool given_names_alike(const Tables *tables, View folded, View other_folded) {
    const Names *names = &tables->persons.names;
    if (view_equal(folded, other_folded))
        return true;
    for (const NameLink *a = names_first(names, folded); a; a = names_next(names, a))
        for (const NameLink *b = names_first(names, other_folded); b; b = names_next(names, b))
            if (a->entry == b->entry)
                return true;
    return false;
}
