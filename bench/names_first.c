/* Which of many names is a name: what tools/names_score.py measures.
 *
 *     names_first DATA CANDIDATES QUERIES
 *
 * In: two files, a line "key TAB name" each. Out: for each query "key TAB key of the likeliest candidate TAB score TAB
 * name TAB its name"; of several that are equally likely the first.
 */
#include "identity/identity.h"

#include <stdio.h>

typedef struct Named {
    View key, name;
} Named;

typedef LIST(Named) NamedList;

static Code read_names(Arena *arena, const char *path, NamedList *list, Error *error) {
    View content, line;
    Code code = file_read(arena, path, 0, &content, error);
    while (code == OK && view_split(&content, '\n', &line)) {
        Named named;
        if (view_split(&line, '\t', &named.key) && line.length) {
            named.name = line;
            if (!list_push(arena, list, named))
                code = error_memory(error);
        }
    }
    return code;
}

static void answer(const Tables *tables, Arena *scratch, const NamedList *candidates, const Named *query) {
    double best = -1;
    size_t at = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        arena_reset(scratch);
        double score = name_likeness(tables, scratch, query->name, candidates->items[i].name);
        if (score > best) {
            best = score;
            at = i;
        }
    }
    if (candidates->count)
        printf("%.*s\t%.*s\t%.3f\t%.*s\t%.*s\n", (int)query->key.length, query->key.data,
               (int)candidates->items[at].key.length, candidates->items[at].key.data, best, (int)query->name.length,
               query->name.data, (int)candidates->items[at].name.length, candidates->items[at].name.data);
}

int main(int count, char **arguments) {
    Arena *arena = arena_new(0), *scratch = arena_new(0);
    Tables *tables = NULL;
    Error error = {0};
    NamedList candidates = {0}, queries = {0};
    if (count != 4 || !arena || !scratch) {
        fputs("usage: names_first DATA CANDIDATES QUERIES\n", stderr);
        return ERROR_USAGE;
    }
    Code code = tables_open(arena, arguments[1], &tables, &error);
    if (code == OK)
        code = read_names(arena, arguments[2], &candidates, &error);
    if (code == OK)
        code = read_names(arena, arguments[3], &queries, &error);
    if (code != OK)
        fprintf(stderr, "names_first: %s\n", error.message);
    for (size_t i = 0; code == OK && i < queries.count; i++)
        answer(tables, scratch, &candidates, &queries.items[i]);
    tables_close(tables);
    arena_free(scratch);
    arena_free(arena);
    return code;
}
