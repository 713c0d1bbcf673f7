/* identity/actor_table: actors.tsv (own work and corrections, goes first) and actors_derived.tsv.gz; before both a
 * user's own file of the same form.
 *
 * A role is "TITLE@FROM..TO=CODE", each part but the first may be missing: "president@2019-04-09..2021-08-30=DZAGOV".
 */
#include "identity/tables_inside.h"
#include <string.h>

enum { NAME, KIND, CODE, COUNTRY, ALIASES, ROLES, SOURCE, COLUMNS };

static Code take_rows(Arena *arena, Table *file, ActorTable *table, Error *error) {
    Row row;
    while (table_next(file, &row)) {
        const View *f = row.fields;
        ActorEntry actor = {
            f[NAME],  ACTOR_NONE, f[CODE], field_value(f[COUNTRY]), field_value(f[ALIASES]), field_value(f[ROLES]),
            f[SOURCE]};
        uint32_t entry = (uint32_t)table->entries.count;
        if (!field_value(actor.code).data)
            actor.code = VIEW("");
        if (!actor_kind_parse(f[KIND], &actor.kind))
            return table_fault(file, &row, error, "kind \"%.*s\": write person, group, organization or country",
                               (int)f[KIND].length, f[KIND].data);
        if (!names_add(&table->names, arena, actor.name, 0, entry) ||
            !names_add_all(&table->names, arena, actor.aliases, 0, entry) || !list_push(arena, &table->entries, actor))
            return error_memory(error);
    }
    return OK;
}

static Code open_file(Arena *arena, const char *folder, const char *name, ActorTable *table, Error *error) {
    Table *file;
    Code code = table_open(arena, folder, name, COLUMNS, COLUMNS, &file, error);
    return code == OK ? take_rows(arena, file, table, error) : code;
}

Code actor_table_take_own(Arena *arena, const char *path, ActorTable *table, Error *error) {
    Table *file;
    Code code = table_open_own(arena, path, "actors", COLUMNS, COLUMNS, &file, error);
    return code == OK ? take_rows(arena, file, table, error) : code;
}

Code actor_table_open(Arena *arena, const char *folder, const char *own, ActorTable *table, Error *error) {
    if (!names_init(&table->names, arena))
        return error_memory(error);
    Code code = own ? actor_table_take_own(arena, own, table, error) : OK; /* a user's rows go first */
    if (code == OK)
        code = open_file(arena, folder, "actors.tsv", table, error);
    if (code == OK)
        code = open_file(arena, folder, "actors_derived.tsv.gz", table, error);
    return code;
}

size_t actor_find(const Tables *tables, View folded, const ActorEntry **hits, size_t room) {
    const ActorTable *table = &tables->actors;
    size_t count = 0;
    for (const NameLink *link = names_first(&table->names, folded); link && count < room;
         link = names_next(&table->names, link))
        hits[count++] = &table->entries.items[link->entry];
    return count;
}

bool actor_next_role(View *roles, ActorRole *role) {
    View text, title, days, code;
    if (!tables_next_value(roles, &text))
        return false;
    *role = (ActorRole){{NULL, 0}, {NULL, 0}, DAY_UNKNOWN, DAY_UNKNOWN};
    size_t equals = view_find(text, VIEW("="), 0);
    if (equals != SIZE_MAX) {
        code = view_slice(text, equals + 1, text.length);
        role->code = field_value(code);
        text = view_slice(text, 0, equals);
    }
    view_split(&text, '@', &title);
    role->title = field_value(title);
    if (text.data && view_split(&text, '@', &days))
        days_parse(days, &role->from, &role->to);
    return true;
}

static bool covers(const ActorRole *role, Day day) {
    return (role->from == DAY_UNKNOWN || role->from <= day) && (role->to == DAY_UNKNOWN || day <= role->to);
}

View actor_code_on(const ActorEntry *actor, Day day) {
    View roles = actor->roles, code = actor->code;
    ActorRole role;
    Day latest = DAY_UNKNOWN;
    while (actor_next_role(&roles, &role)) {
        if (!role.code.data)
            continue;
        if (day != DAY_UNKNOWN && covers(&role, day))
            return role.code;
        if (day == DAY_UNKNOWN && role.from >= latest) { /* DAY_UNKNOWN is the least of all days */
            latest = role.from;
            code = role.code;
        }
    }
    return code;
}

View actor_title_on(const ActorEntry *actor, Day day) {
    View roles = actor->roles;
    ActorRole role;
    while (day != DAY_UNKNOWN && actor_next_role(&roles, &role))
        if (role.title.data && covers(&role, day))
            return role.title;
    return (View){NULL, 0};
}
