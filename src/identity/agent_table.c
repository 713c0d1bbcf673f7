/* identity/agent_table: agents.tsv. Which CAMEO sector a description stands for, by the longest phrase that ends at its
 * head word: "army officer" is MIL although "officer" alone says nothing.
 */
#include "identity/tables_inside.h"
#include <string.h>

enum { PHRASE, PLURAL, CODE, KIND, WEIGHT, SOURCE, COLUMNS };

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    AgentTable *table = into;
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
    if (!names_init(&table->names, arena))
        return error_memory(error);
    return table_each(arena, folder, "agents.tsv", COLUMNS, COLUMNS, add_row, table, error);
}

AgentHit agent_find(const Tables *tables, const View *words, size_t count, size_t head) {
    const AgentTable *table = &tables->agents;
    size_t length;
    const NameLink *link = names_ending_at(&table->names, words, count, head, &length);
    if (!link)
        return (AgentHit){NULL, false, 0};
    const AgentEntry *agent = &table->entries.items[link->entry];
    return (AgentHit){agent, link->kind == 1 || agent->kind == ACTOR_GROUP, length};
}
