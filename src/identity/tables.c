/* identity/tables: opens all tables; what the lookups share. */
#include "identity/tables_inside.h"
#include <string.h>

Code tables_open(Arena *arena, const char *folder, Tables **tables, Error *error) {
    return tables_open_with(arena, folder, &(OwnTables){NULL, NULL, NULL}, tables, error);
}

Code tables_open_with(Arena *arena, const char *folder, const OwnTables *own, Tables **tables, Error *error) {
    Tables *all = arena_take(arena, sizeof *all);
    if (!all)
        return error_memory(error);
    Code code = country_table_open(arena, folder, &all->countries, error);
    if (code == OK)
        code = place_table_open(arena, folder, &all->places, error);
    if (code == OK)
        code = own_tables_open(arena, own, all, error);
    if (code == OK)
        code = actor_table_open(arena, folder, all->own_rows, &all->actors, error);
    if (code == OK)
        code = leader_table_open(arena, folder, &all->leaders, error);
    if (code == OK)
        code = agent_table_open(arena, folder, &all->agents, error);
    if (code == OK)
        code = anonymous_table_open(arena, folder, &all->anonymous, error);
    if (code == OK)
        code = outlet_table_open(arena, folder, &all->outlets, error);
    if (code == OK)
        code = credit_table_open(arena, folder, &all->credits, error);
    if (code == OK)
        code = cue_table_open(arena, folder, &all->cues, error);
    if (code == OK)
        code = type_table_open(arena, folder, own->types, &all->types, error);
    if (code == OK)
        code = person_table_open(arena, folder, &all->persons, error);
    if (code == OK)
        code = dated_table_open(arena, folder, &all->dated, error);
    if (code == OK)
        code = title_table_open(arena, folder, &all->titles, error);
    if (code == OK)
        code = letter_table_open(arena, folder, &all->letters, error);
    if (code == OK)
        *tables = all;
    else
        tables_close(all);
    return code;
}

void tables_close(Tables *tables) {
    if (tables)
        place_table_close(&tables->places);
}

View tables_note(const Tables *tables) {
    return tables->note.data ? tables->note : tables->places.note;
}

static bool in_capitals_only(View text) {
    size_t letters = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t c = utf8_next(text, &at);
        if (unicode_is_lower(c))
            return false;
        letters += unicode_is_upper(c);
    }
    return letters > 1;
}

bool tables_written_alike(View written, View text) {
    return !in_capitals_only(written) || in_capitals_only(text);
}

bool tables_next_value(View *values, View *value) {
    return values->data && view_split(values, '|', value);
}

bool actor_kind_parse(View word, ActorKind *kind) {
    for (ActorKind k = ACTOR_PERSON; k < ACTOR_KIND_COUNT; k++)
        if (view_equal(word, view(actor_kind_name(k)))) {
            *kind = k;
            return true;
        }
    return false;
}

bool days_parse(View text, Day *from, Day *to) {
    size_t dots = view_find(text, VIEW(".."), 0);
    if (dots == SIZE_MAX)
        return false;
    View first = view_slice(text, 0, dots), last = view_slice(text, dots + 2, text.length);
    *from = *to = DAY_UNKNOWN;
    return (first.length == 0 || day_parse(first, from)) && (last.length == 0 || day_parse(last, to));
}
