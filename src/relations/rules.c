/* relations/rules: data/relations.tsv, opened and asked. */
#include "relations/edges.h"

static const char *const names[] = {"-", "with", "against", "talks with", "controls", "belongs to"};

const char *relation_name(RelationKind kind) {
    return names[kind];
}

static bool find_kind(View name, uint32_t *kind) {
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        if (view_equal(name, view(names[i]))) {
            *kind = i;
            return true;
        }
    return false;
}

static Code take_row(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Relations *relations = into;
    (void)arena;
    bool role = view_equal(row->fields[0], VIEW("role"));
    if (!role && !view_equal(row->fields[0], VIEW("event")))
        return table_fault(table, row, error, "an entry is event or role");
    uint32_t kind = RELATION_NONE, before;
    bool fits = find_kind(row->fields[2], &kind) && (kind == RELATION_NONE || (kind >= RELATION_CONTROLS) == role);
    if (!fits)
        return table_fault(table, row, error, "a relation is %s",
                           role ? "controls, belongs to or -" : "with, against, talks with or -");
    Map *map = role ? relations->titles : relations->types;
    if (map_get(map, row->fields[1], &before))
        return table_fault(table, row, error, "stands twice; take one line out");
    return map_set(map, row->fields[1], kind) ? OK : error_memory(error);
}

Code relations_open(Arena *arena, const char *folder, Relations **into, Error *error) {
    Relations *relations = arena_take(arena, sizeof *relations);
    if (!relations)
        return error_memory(error);
    relations->arena = arena;
    relations->types = map_new(arena);
    relations->titles = map_new(arena);
    relations->party_of = map_new(arena);
    relations->edge_of = map_new(arena);
    if (!relations->types || !relations->titles || !relations->party_of || !relations->edge_of)
        return error_memory(error);
    *into = relations;
    return table_each(arena, folder, "relations.tsv", 3, 3, take_row, relations, error);
}

RelationKind relation_of_type(const Relations *relations, View type) {
    uint32_t kind;
    return map_get(relations->types, type, &kind) ? (RelationKind)kind : RELATION_NONE;
}

/* "deputy leader" belongs to, "former leader" is nothing any more. */
RelationKind relation_of_title(const Relations *relations, View title) {
    View folded = unicode_fold(relations->arena, title), word;
    RelationKind found = RELATION_BELONGS;
    bool told = false;
    while (folded.data && view_split(&folded, ' ', &word)) {
        uint32_t kind;
        if (!map_get(relations->titles, word, &kind))
            continue;
        if (kind == RELATION_NONE)
            return RELATION_NONE;
        found = !told || kind == RELATION_BELONGS ? (RelationKind)kind : found;
        told = true;
    }
    return found;
}
