/* identity/agent_table: agents.tsv. Which CAMEO sector a description stands for, by the longest phrase that ends at its
 * head word: "army officer" is MIL although "officer" alone says nothing.
 */
#include "identity/tables_inside.h"
#include <string.h>

enum { PHRASE, PLURAL, CODE, KIND, WEIGHT, SOURCE, COLUMNS };

static Code add_row(Arena *arena, AgentTable *table, const Table *file, const Row *row, Error *error) {
    const View *f = row->fields;
    AgentEntry agent = {f[PHRASE], field_value(f[PLURAL]), VIEW(""), ACTOR_NONE, view_equal(f[WEIGHT], VIEW("firm"))};
    uint32_t entry = (uint32_t)table->entries.count;
    if (field_value(f[CODE]).data)
        agent.code = f[CODE];
    if (!actor_kind_parse(f[KIND], &agent.kind))
        return table_fault(file, row, error, "kind \"%.*s\": write person, group or organization", (int)f[KIND].length,
                           f[KIND].data);
    bool good = names_add(&table->names, arena, agent.phrase, 0, entry) &&
                (!agent.plural.data || names_add(&table->names, arena, agent.plural, 1, entry)) &&
                list_push(arena, &table->entries, agent);
    return good ? OK : error_memory(error);
}

Code agent_table_open(Arena *arena, const char *folder, AgentTable *table, Error *error) {
    Table *file;
    Row row;
    Code code = table_open(arena, folder, "agents.tsv", COLUMNS, COLUMNS, &file, error);
    if (code != OK)
        return code;
    if (!names_init(&table->names, arena))
        return error_memory(error);
    while (code == OK && table_next(file, &row))
        code = add_row(arena, table, file, &row, error);
    return code;
}

AgentHit agent_find(const Tables *tables, const View *words, size_t count, size_t head) {
    const AgentTable *table = &tables->agents;
    char key[PHRASE_BYTES];
    if (head >= count)
        return (AgentHit){NULL, false, 0};
    for (size_t length = head + 1 < PHRASE_WORDS ? head + 1 : PHRASE_WORDS; length > 0; length--) {
        if (length > 1 && view_equal(words[head + 1 - length], VIEW("the")))
            continue; /* names_first would pass over it */
        View phrase = phrase_key(words, head + 1 - length, head + 1, key);
        const NameLink *link = phrase.length ? names_first(&table->names, phrase) : NULL;
        if (link) {
            const AgentEntry *agent = &table->entries.items[link->entry];
            return (AgentHit){agent, link->kind == 1 || agent->kind == ACTOR_GROUP, length};
        }
    }
    return (AgentHit){NULL, false, 0};
}
