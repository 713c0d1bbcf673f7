/* mention: the steps of this room, in order. */
#include "mention/actors.h"
#include "mention/names.h"
#include "mention/places.h"
#include "mention/tables.h"
#include "mention/translations.h"

const char *mention_form_name(MentionForm form) {
    switch (form) {
    case FORM_NAME: return "name";
    case FORM_DESCRIPTION: return "description";
    case FORM_PRONOUN: break;
    }
    return "pronoun";
}

Code mention_tables_open(Arena *arena, const char *folder, MentionTables **tables, Error *error) {
    MentionTables *made = arena_take(arena, sizeof *made);
    if (!made)
        return error_memory(error);
    Code code = number_table_open(arena, folder, &made->numbers, error);
    if (code == OK)
        code = lemmas_open(arena, folder, &made->lemmas, error);
    if (code == OK)
        code = name_words_open(arena, folder, &made->name_words, error);
    if (code == OK)
        code = times_open(arena, folder, &made->times, error);
    if (code == OK)
        *tables = made;
    return code;
}

Code mention_lemmas(Arena *arena, const MentionTables *tables, const Text *text, Reading *reading, Error *error) {
    return lemmas_mend(arena, tables->lemmas, text, reading, error);
}

Code mention_find(Arena *arena, const MentionTables *tables, const Text *text, const Reading *seen, Mentions *mentions,
                  Error *error) {
    Reading mended, *reading = &mended;
    *mentions = (Mentions){0};
    if (!names_mend(arena, text, seen, &mended))
        return error_memory(error);
    Code code = times_find(arena, tables->times, text, reading, mentions, error);
    if (code == OK)
        code = numbers_find(arena, tables->numbers, text, reading, mentions, error);
    if (code == OK)
        code = actors_find(arena, text, reading, mentions, error);
    if (code == OK)
        code = translations_find(arena, tables->name_words, text, reading, mentions, error);
    if (code != OK)
        return code;
    appositions_find(text, reading, mentions);
    code = places_find(arena, tables, text, reading, mentions, error);
    return code;
}
