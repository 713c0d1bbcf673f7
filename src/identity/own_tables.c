/* identity/own_tables: what a user brings along -> tables whose codes go before ours. The actors' file tells by its
 * content what it is: of our form when it begins with "#isnad" or has TABs in its first row, else a PETRARCH
 * dictionary.
 */
#include "identity/tables_inside.h"
#include <string.h>

#define TABS_OF_ROWS 4 /* no line of a dictionary has as many */

static bool is_of_rows(View content) {
    View rest = content, line;
    while (view_split(&rest, '\n', &line)) {
        if (view_starts(line, VIEW("#isnad")))
            return true;
        if (line.length == 0 || line.data[0] == '#' || view_trim(line).length == 0)
            continue;
        size_t tabs = 0;
        for (size_t i = 0; i < line.length; i++)
            tabs += line.data[i] == '\t';
        return tabs >= TABS_OF_ROWS;
    }
    return false;
}

static Code content_of(Arena *arena, const char *path, View *content, Error *error) {
    Code code = file_read(arena, path, LIMIT_TABLE_BYTES, content, error);
    if (code == OK && gzip_is(*content))
        code = gzip_unpack(arena, *content, path, LIMIT_TABLE_BYTES, content, error);
    if (code == ERROR_FILE || code == ERROR_INPUT)
        error->code = code = ERROR_DATA;
    return code;
}

static Code open_actors(Arena *arena, const char *path, Tables *tables, Error *error) {
    View content;
    Code code = content_of(arena, path, &content, error);
    if (code != OK)
        return code;
    if (!is_of_rows(content))
        return petrarch_actors_open(arena, path, content, &tables->own_actors, &tables->note, error);
    tables->own_rows = path;
    return actor_table_take_own(arena, path, &tables->own_actors, error);
}

Code own_tables_open(Arena *arena, const OwnTables *own, Tables *tables, Error *error) {
    View content;
    Code code = OK;
    if (!names_init(&tables->own_actors.names, arena) || !names_init(&tables->own_verbs.names, arena) ||
        !names_init(&tables->own_verbs.members, arena))
        return error_memory(error);
    if (own->actors)
        code = open_actors(arena, own->actors, tables, error);
    if (code == OK && own->verbs) {
        code = content_of(arena, own->verbs, &content, error);
        if (code == OK)
            code = petrarch_verbs_open(arena, own->verbs, content, &tables->own_verbs, &tables->note, error);
    }
    return code;
}

const ActorEntry *own_actor_find(const Tables *tables, const View *words, const View *written, size_t count,
                                 size_t head) {
    size_t length;
    const NameLink *link = names_ending_at(&tables->own_actors.names, words, count, head, &length);
    for (; link; link = names_next(&tables->own_actors.names, link))
        if (tables_written_alike(link->written, written[head]))
            return &tables->own_actors.entries.items[link->entry];
    return NULL;
}

bool own_verbs_given(const Tables *tables) {
    return tables->own_verbs.verbs.count > 0;
}

const VerbBlock *own_verb_find(const Tables *tables, View folded, View *code) {
    const VerbTable *table = &tables->own_verbs;
    const NameLink *link = table->verbs.count ? names_first(&table->names, folded) : NULL;
    if (!link)
        return NULL;
    const VerbName *verb = &table->verbs.items[link->entry];
    const VerbBlock *block = &table->blocks.items[verb->block];
    *code = verb->code.data ? verb->code : block->code;
    return block;
}

bool own_verb_set_holds(const Tables *tables, View set, View folded) {
    const VerbTable *table = &tables->own_verbs;
    for (const NameLink *link = names_first(&table->members, folded); link; link = names_next(&table->members, link))
        if (view_equal(table->sets.items[link->kind], set))
            return true;
    return false;
}
