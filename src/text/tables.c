/* text/tables: data/abbreviations.tsv, sentences.tsv, datelines.tsv, residue.tsv -> TextTables. */
#include "text/parts.h"
#include <string.h>

typedef struct KindName {
    const char *name;
    uint32_t kind;
} KindName;

static const KindName abbreviation_kinds[] = {{"name", ABBREVIATION_BEFORE_NAME},
                                              {"number", ABBREVIATION_BEFORE_NUMBER},
                                              {"inside", ABBREVIATION_INSIDE},
                                              {"anywhere", ABBREVIATION_ANYWHERE},
                                              {NULL, 0}};
static const KindName sentence_kinds[] = {{"starter", SENTENCE_STARTER}, {"teller", SENTENCE_TELLER}, {NULL, 0}};
static const KindName dateline_kinds[] = {
    {"day", DATELINE_DAY}, {"agency", DATELINE_AGENCY}, {"joint", DATELINE_JOINT}, {NULL, 0}};

#define LONGEST_WORD 64 /* bytes of a word that is looked up */

uint32_t tables_find(const Map *map, View word) {
    char lower[LONGEST_WORD];
    uint32_t kind = 0;
    if (word.length > sizeof lower)
        return 0;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)((unsigned char)word.data[i] < 0x80 ? (char)unicode_lower((unsigned char)word.data[i])
                                                             : word.data[i]);
    map_get(map, (View){lower, word.length}, &kind);
    return kind;
}

/* A table of `word TAB kind` into a map. */
static Code read_words(Arena *arena, const char *folder, const char *file, const KindName *kinds, Map **map,
                       Error *error) {
    Table *table;
    Row row;
    *map = map_new(arena);
    Code code = *map ? table_open(arena, folder, file, 2, 2, &table, error) : error_memory(error);
    if (code != OK)
        return code;
    while (table_next(table, &row)) {
        const KindName *kind = kinds;
        View word = row.fields[0];
        while (kind->name && !view_equal(row.fields[1], view(kind->name)))
            kind++;
        if (!kind->name)
            return table_fault(table, &row, error, "no kind \"%.*s\"; the first lines of the file list them",
                               (int)row.fields[1].length, row.fields[1].data);
        for (size_t i = 0; i < word.length; i++)
            if (word.data[i] >= 'A' && word.data[i] <= 'Z')
                return table_fault(table, &row, error, "\"%.*s\": write it in lower case", (int)word.length, word.data);
        if (word.length == 0 || word.length > LONGEST_WORD || map_get(*map, word, NULL))
            return table_fault(table, &row, error, "\"%.*s\": empty, longer than %d bytes, or here twice",
                               (int)word.length, word.data, LONGEST_WORD);
        if (!map_set(*map, word, kind->kind))
            return error_memory(error);
    }
    return OK;
}

static Code read_residue(Arena *arena, const char *folder, TextTables *tables, Error *error) {
    Table *table;
    Row row;
    Code code = table_open(arena, folder, "residue.tsv", 3, 3, &table, error);
    if (code != OK)
        return code;
    while (table_next(table, &row)) {
        bool open = view_equal(row.fields[0], VIEW("open"));
        View pattern = row.fields[1], why = row.fields[2];
        if (!open && !view_equal(row.fields[0], VIEW("any")))
            return table_fault(table, &row, error, "the first field is \"any\" or \"open\", not \"%.*s\"",
                               (int)row.fields[0].length, row.fields[0].data);
        if (pattern.length == 0 || view_equal(pattern, VIEW("*")) || why.length == 0)
            return table_fault(table, &row, error, "a pattern and a reason are wanted");
        why = arena_copy(arena, why);
        if (!why.data || !list_push(arena, &tables->residue, (ResiduePattern){pattern, open, why.data}))
            return error_memory(error);
    }
    return OK;
}

Code text_tables_open(Arena *arena, const char *data_folder, TextTables **tables, Error *error) {
    TextTables *opened = arena_take(arena, sizeof *opened);
    if (!opened)
        return error_memory(error);
    Code code = read_words(arena, data_folder, "abbreviations.tsv", abbreviation_kinds, &opened->abbreviations, error);
    if (code == OK)
        code = read_words(arena, data_folder, "sentences.tsv", sentence_kinds, &opened->sentence_words, error);
    if (code == OK)
        code = read_words(arena, data_folder, "datelines.tsv", dateline_kinds, &opened->dateline_words, error);
    if (code == OK)
        code = read_residue(arena, data_folder, opened, error);
    if (code == OK)
        *tables = opened;
    return code;
}
