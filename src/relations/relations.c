/* relations/relations: one record -> its actors among those of all records, and what its events and roles say. */
#include "relations/edges.h"

/* What of one record all its grounds have in common. */
typedef struct Source {
    Relations *relations;
    const JsonValue *record;
    View report, name;
    Day published;
    Map *parties; /* id in the record -> index into relations->parties */
} Source;

static View member_text(const JsonValue *object, const char *key) {
    return json_value_text(json_value_member(object, key));
}

/* A copy that outlives the line; data NULL stays so. */
static View keep(const Source *source, View text) {
    return text.data ? arena_copy(source->relations->arena, text) : text;
}

static Day member_day(const JsonValue *object, const char *key) {
    Day day = DAY_UNKNOWN;
    return day_parse(member_text(object, key), &day) ? day : DAY_UNKNOWN;
}

/* --- actors ------------------------------------------------------------------------------------------------------- */

static bool has_name(const JsonValue *actor) {
    const JsonValue *mentions = json_value_member(actor, "mentions");
    for (size_t i = 0; i < json_value_count(mentions); i++)
        if (view_equal(member_text(json_value_item(mentions, i), "form"), VIEW("name")))
            return true;
    return false;
}

bool relations_actor_key(Arena *arena, const JsonValue *actor, View *key) {
    View known = member_text(actor, "known"), code = member_text(actor, "code"), kind = member_text(actor, "kind");
    View name = known.length || !has_name(actor) ? VIEW("") : unicode_fold(arena, member_text(actor, "name"));
    *key = (View){NULL, 0};
    if (known.length)
        *key = arena_format(arena, "known %.*s", (int)known.length, known.data);
    else if (view_equal(kind, VIEW("country")) && code.length == 3)
        *key = arena_format(arena, "country %.*s", (int)code.length, code.data);
    else if (name.length)
        *key = arena_format(arena, "%.*s %.*s", (int)kind.length, kind.data, (int)name.length, name.data);
    else
        return !name.data; /* no memory: a key is due, and is missing */
    return true;
}

static View key_of(const Source *source, const JsonValue *actor) {
    Arena *arena = source->relations->arena;
    View id = member_text(actor, "id"), key;
    return relations_actor_key(arena, actor, &key) ? key
                                                   : arena_format(arena, "%.*s %.*s", (int)source->report.length,
                                                                  source->report.data, (int)id.length, id.data);
}

static bool add_party(const Source *source, const JsonValue *actor) {
    Relations *relations = source->relations;
    View key = key_of(source, actor), id = keep(source, member_text(actor, "id"));
    uint32_t index = (uint32_t)relations->parties.count;
    if (!key.data || !id.data)
        return false;
    if (!map_get(relations->party_of, key, &index)) {
        Party party = {.key = key,
                       .name = keep(source, member_text(actor, "name")),
                       .kind = keep(source, member_text(actor, "kind")),
                       .code = keep(source, member_text(actor, "code")),
                       .known = keep(source, member_text(actor, "known"))};
        if (!list_push(relations->arena, &relations->parties, party) || !map_set(relations->party_of, key, index))
            return false;
    }
    return map_set(source->parties, id, index);
}

static bool party_at(const Source *source, const JsonValue *ids, size_t index, uint32_t *party) {
    View id = json_value_text(json_value_item(ids, index));
    return id.data && map_get(source->parties, id, party);
}

/* --- edges -------------------------------------------------------------------------------------------------------- */

static Standing standing_of(View status) {
    if (!status.data || view_equal(status, VIEW("happened")) || view_equal(status, VIEW("ongoing")))
        return STANDING_HAPPENED;
    return view_equal(status, VIEW("denied")) ? STANDING_DENIED : STANDING_OPEN;
}

static bool add_ground(const Source *source, uint32_t from, uint32_t to, RelationKind kind, const Ground *ground) {
    Relations *relations = source->relations;
    if (from == to)
        return true;
    if (kind == RELATION_TALKS && from > to) { /* both talk */
        uint32_t other = from;
        from = to;
        to = other;
    }
    View key = arena_format(relations->arena, "%u %u %d", from, to, (int)kind);
    uint32_t index = (uint32_t)relations->edges.count;
    if (!key.data)
        return false;
    if (!map_get(relations->edge_of, key, &index) &&
        (!list_push(relations->arena, &relations->edges, (Edge){.from = from, .to = to, .kind = kind}) ||
         !map_set(relations->edge_of, key, index)))
        return false;
    Edge *edge = &relations->edges.items[index];
    edge->counts[standing_of(ground->status)]++;
    return list_push(relations->arena, &edge->grounds, *ground);
}

/* The days of an event: its own, or those of the time that it names. */
static void find_days(const Source *source, const JsonValue *event, Ground *ground) {
    const JsonValue *time = json_value_member(event, "time"), *times = json_value_member(source->record, "times");
    View id = json_value_text(time);
    for (size_t i = 0; id.data && i < json_value_count(times); i++)
        if (view_equal(member_text(json_value_item(times, i), "id"), id))
            time = json_value_item(times, i);
    ground->from = member_day(time, "from");
    ground->to = member_day(time, "to");
}

static bool find_chain(const Source *source, const JsonValue *event, Ground *ground) {
    const JsonValue *chain = json_value_member(event, "chain");
    ground->chain = arena_array(source->relations->arena, json_value_count(chain) + 1, sizeof *ground->chain);
    for (size_t i = 0; ground->chain && i < json_value_count(chain); i++) {
        View link = keep(source, json_value_text(json_value_item(chain, i)));
        if (link.data)
            ground->chain[ground->chain_count++] = link;
    }
    return ground->chain != NULL;
}

/* Each source with each target; those who agree, meet or act together without a target, each with each. */
static bool add_event(const Source *source, const JsonValue *event) {
    const JsonValue *sources = json_value_member(event, "source"), *targets = json_value_member(event, "target");
    RelationKind kind = relation_of_type(source->relations, member_text(event, "type"));
    bool together = kind != RELATION_AGAINST && json_value_count(targets) == 0;
    Ground ground = {.report = source->report, .report_name = source->name, .published = source->published};
    if (kind == RELATION_NONE)
        return true;
    ground.event = keep(source, member_text(event, "id"));
    ground.what = keep(source, member_text(event, "type"));
    ground.status = keep(source, member_text(event, "status"));
    find_days(source, event, &ground);
    if (!find_chain(source, event, &ground))
        return false;
    const JsonValue *others = together ? sources : targets;
    for (size_t i = 0; i < json_value_count(sources); i++)
        for (size_t k = together ? i + 1 : 0; k < json_value_count(others); k++) {
            uint32_t from, to;
            if (party_at(source, sources, i, &from) && party_at(source, others, k, &to) &&
                !add_ground(source, from, to, kind, &ground))
                return false;
        }
    return true;
}

static bool add_roles(const Source *source, const JsonValue *actor) {
    const JsonValue *roles = json_value_member(actor, "roles");
    for (size_t i = 0; i < json_value_count(roles); i++) {
        const JsonValue *role = json_value_item(roles, i);
        View title = member_text(role, "title"), of = member_text(role, "of"), id = member_text(actor, "id");
        RelationKind kind = relation_of_title(source->relations, title);
        uint32_t from, to;
        Ground ground = {.report = source->report,
                         .report_name = source->name,
                         .what = keep(source, title),
                         .from = DAY_UNKNOWN,
                         .to = DAY_UNKNOWN,
                         .published = source->published};
        if (kind != RELATION_NONE && of.data && id.data && map_get(source->parties, id, &from) &&
            map_get(source->parties, of, &to) && !add_ground(source, from, to, kind, &ground))
            return false;
    }
    return true;
}

/* --- a record ------------------------------------------------------------------------------------------------------
 */

static bool add_all(const Source *source) {
    const JsonValue *actors = json_value_member(source->record, "actors");
    const JsonValue *events = json_value_member(source->record, "events");
    for (size_t i = 0; i < json_value_count(actors); i++)
        if (member_text(json_value_item(actors, i), "id").data && !add_party(source, json_value_item(actors, i)))
            return false;
    for (size_t i = 0; i < json_value_count(actors); i++)
        if (!add_roles(source, json_value_item(actors, i)))
            return false;
    for (size_t i = 0; i < json_value_count(events); i++)
        if (!add_event(source, json_value_item(events, i)))
            return false;
    return true;
}

Code relations_add(Relations *relations, View line, const char *file, size_t number, Error *error) {
    JsonValue *record;
    Code code = json_value_parse(line, file, number, &record, error);
    if (code != OK)
        return code;
    const JsonValue *report = json_value_member(record, "report");
    Source source = {.relations = relations, .record = record, .parties = map_new(relations->arena)};
    source.report = keep(&source, member_text(report, "id"));
    source.name = keep(&source, member_text(report, "name"));
    source.published = member_day(json_value_member(report, "published"), "date");
    bool whole = member_text(report, "id").data &&
                 json_value_kind(json_value_member(record, "actors")) == JSON_KIND_ARRAY &&
                 json_value_kind(json_value_member(record, "events")) == JSON_KIND_ARRAY;
    if (!whole)
        code = error_set(error, ERROR_INPUT, "%s:%zu: a record is wanted, as isnad read writes it", file, number);
    else if (!source.parties || !source.report.data || !add_all(&source))
        code = error_memory(error);
    json_value_free(record);
    return code;
}
