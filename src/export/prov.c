/* export/prov: PROV-O as JSON-LD: the chain of tellers. A report was attributed to its outlet and derived from its
 * sources and from the outermost statements in it; a statement was attributed to its speakers and derived from those
 * inside it (quoted, when it is direct); a channel stands between as a document of its own; an event's claim was
 * derived from the statement that it stands in, or from the report. Words of our own stand under isnad:. */
#include "export/format.h"

static const char context[] =
    "{\"prov\":\"http://www.w3.org/ns/prov#\",\"xsd\":\"http://www.w3.org/2001/XMLSchema#\","
    "\"rdfs\":\"http://www.w3.org/2000/01/rdf-schema#\",\"isnad\":\"urn:isnad:terms:\","
    "\"id\":\"@id\",\"type\":\"@type\",\"label\":\"rdfs:label\",\"value\":\"prov:value\","
    "\"wasDerivedFrom\":{\"@id\":\"prov:wasDerivedFrom\",\"@type\":\"@id\"},"
    "\"wasQuotedFrom\":{\"@id\":\"prov:wasQuotedFrom\",\"@type\":\"@id\"},"
    "\"wasAttributedTo\":{\"@id\":\"prov:wasAttributedTo\",\"@type\":\"@id\"},"
    "\"hadPrimarySource\":{\"@id\":\"prov:hadPrimarySource\",\"@type\":\"@id\"},"
    "\"actedOnBehalfOf\":{\"@id\":\"prov:actedOnBehalfOf\",\"@type\":\"@id\"},"
    "\"generatedAtTime\":{\"@id\":\"prov:generatedAtTime\",\"@type\":\"xsd:dateTime\"},"
    "\"url\":{\"@id\":\"isnad:url\",\"@type\":\"xsd:anyURI\"},"
    "\"from\":{\"@id\":\"isnad:from\",\"@type\":\"xsd:date\"},\"to\":{\"@id\":\"isnad:to\",\"@type\":\"xsd:date\"},"
    "\"named\":{\"@id\":\"isnad:named\",\"@type\":\"xsd:boolean\"},"
    "\"source\":{\"@id\":\"isnad:source\",\"@type\":\"@id\"},\"target\":{\"@id\":\"isnad:target\",\"@type\":\"@id\"},"
    "\"manner\":\"isnad:manner\",\"commitment\":\"isnad:commitment\",\"eventType\":\"isnad:eventType\","
    "\"mode\":\"isnad:mode\",\"cameo\":\"isnad:cameo\",\"status\":\"isnad:status\",\"place\":\"isnad:place\","
    "\"how\":\"isnad:how\"}";

static void begin_node(Json *json, View id, const char *type, const char *also) {
    buffer_append(json->out, json->comma ? VIEW(",\n") : VIEW("\n"));
    json->comma = false;
    json_object_begin(json);
    json_member(json, "id", id);
    json_key(json, "type");
    json_array_begin(json);
    json_text(json, view(type));
    json_text(json, view(also));
    json_array_end(json);
}

/* An agent that is known by its name only: an outlet, an agency, a channel. */
static View named_agent(const Facts *facts, View name) {
    char uuid[UUID_LENGTH + 1];
    View folded = facts_made(facts, unicode_fold(facts->arena, name));
    View key = facts_made(facts, arena_format(facts->arena, "outlet %.*s", (int)folded.length, folded.data));
    uuid_of(key, uuid);
    return facts_made(facts, arena_format(facts->arena, "urn:uuid:%s", uuid));
}

static void write_named_agent(Json *json, const Facts *facts, View name) {
    begin_node(json, named_agent(facts, name), "prov:Agent", "prov:Organization");
    json_member(json, "label", name);
    json_object_end(json);
}

static View part_of(const Facts *facts, View id, const char *suffix) {
    View part = id_part(facts, id);
    return facts_made(facts, arena_format(facts->arena, "%.*s-%s", (int)part.length, part.data, suffix));
}

/* What the one above it was derived from: the document of its channel, when it has one, else itself. */
static View outer_end(const Facts *facts, const StatementFact *statement) {
    return statement->channel.data ? part_of(facts, statement->id, "channel") : id_part(facts, statement->id);
}

static bool is_direct(const StatementFact *statement) {
    return view_equal(statement->manner, VIEW("direct"));
}

/* Of those statements that stand right inside `outer` (NULL: the report), by the property that fits each. */
static void write_derivations(Json *json, const Facts *facts, const StatementFact *outer) {
    static const char *const keys[2] = {"wasDerivedFrom", "wasQuotedFrom"};
    for (int direct = 0; direct < 2; direct++) {
        json_key(json, keys[direct]);
        json_array_begin(json);
        for (size_t i = 0; i < facts->statement_count; i++)
            if (facts->statements[i].within == outer && is_direct(&facts->statements[i]) == direct)
                json_text(json, outer_end(facts, &facts->statements[i]));
        if (!outer && !direct)
            for (size_t i = 0; i < facts->source_count; i++)
                json_text(json, part_of(facts, facts->sources[i].name, "source"));
        json_array_end(json);
    }
}

static void write_report(Json *json, const Facts *facts) {
    begin_node(json, id_report(facts), "prov:Entity", "isnad:Report");
    json_member(json, "label", facts_headline(facts));
    json_member(json, "url", facts->url.length ? facts->url : view(NULL));
    if (facts->published != DAY_UNKNOWN)
        json_member(json, "generatedAtTime", day_instant(facts, facts->published));
    json_key(json, "wasAttributedTo");
    json_array_begin(json);
    if (facts->outlet.length)
        json_text(json, named_agent(facts, facts->outlet));
    if (facts->author.length)
        json_text(json, part_of(facts, VIEW("author"), "agent"));
    json_array_end(json);
    write_derivations(json, facts, NULL);
    json_object_end(json);
    if (facts->outlet.length)
        write_named_agent(json, facts, facts->outlet);
    if (facts->author.length) {
        begin_node(json, part_of(facts, VIEW("author"), "agent"), "prov:Agent", "prov:Person");
        json_member(json, "label", facts->author);
        if (facts->outlet.length)
            json_member(json, "actedOnBehalfOf", named_agent(facts, facts->outlet));
        json_object_end(json);
    }
}

/* Whom the outlet has the report from as a whole: agencies, the translated paper. */
static void write_sources(Json *json, const Facts *facts) {
    for (size_t i = 0; i < facts->source_count; i++) {
        const SourceFact *source = &facts->sources[i];
        if (!source->name.length)
            continue;
        begin_node(json, part_of(facts, source->name, "source"), "prov:Entity", "isnad:Document");
        json_member(json, "how", source->how);
        json_member(json, "wasAttributedTo", named_agent(facts, source->name));
        json_object_end(json);
        write_named_agent(json, facts, source->name);
    }
}

static void write_statement(Json *json, const Facts *facts, const StatementFact *statement) {
    begin_node(json, id_part(facts, statement->id), "prov:Entity", "isnad:Statement");
    json_member(json, "label", speaker_words(facts, statement));
    json_member(json, "value", text_joined(facts, &statement->content));
    json_member(json, "manner", statement->manner);
    json_member(json, "commitment", statement->commitment);
    json_key(json, "named");
    json_boolean(json, statement->named);
    json_key(json, "wasAttributedTo");
    json_array_begin(json);
    for (size_t i = 0; i < statement->speaker.count; i++)
        json_text(json, id_actor(facts, statement->speaker.items[i]));
    json_array_end(json);
    write_derivations(json, facts, statement);
    json_object_end(json);
    if (!statement->channel.data)
        return;
    begin_node(json, part_of(facts, statement->id, "channel"), "prov:Entity", "isnad:Document");
    json_member(json, "label", statement->channel);
    json_member(json, "wasAttributedTo", named_agent(facts, statement->channel));
    json_member(json, is_direct(statement) ? "wasQuotedFrom" : "wasDerivedFrom", id_part(facts, statement->id));
    json_object_end(json);
    write_named_agent(json, facts, statement->channel);
}

static void write_actor(Json *json, const Facts *facts, const ActorFact *actor) {
    View kind = actor->kind;
    bool person = view_equal(kind, VIEW("person")),
         body = view_equal(kind, VIEW("organization")) || view_equal(kind, VIEW("country"));
    begin_node(json, id_actor(facts, actor), "prov:Agent",
               person ? "prov:Person"
               : body ? "prov:Organization"
                      : "isnad:Actor");
    json_member(json, "label", actor->name);
    json_key(json, "actedOnBehalfOf");
    json_array_begin(json);
    for (size_t i = 0; i < actor->role_count; i++)
        if (actor->roles[i].of && actor->roles[i].of != actor)
            json_text(json, id_actor(facts, actor->roles[i].of));
    json_array_end(json);
    json_object_end(json);
}

static void write_actors(Json *json, const char *key, const Facts *facts, const ActorList *actors) {
    json_key(json, key);
    json_array_begin(json);
    for (size_t i = 0; i < actors->count; i++)
        json_text(json, id_actor(facts, actors->items[i]));
    json_array_end(json);
}

static void write_event(Json *json, const Facts *facts, const EventFact *event) {
    const AccountFact *whole = &event->whole;
    begin_node(json, id_part(facts, event->id), "prov:Entity", "isnad:Event");
    json_member(json, "label", whole->trigger.text);
    json_member(json, "eventType", event->type);
    json_member(json, "mode", event->mode);
    json_member(json, "cameo", event->cameo);
    json_member(json, "status", whole->status);
    json_member_day(json, "from", whole->from);
    json_member_day(json, "to", whole->to);
    json_member(json, "place", whole->place ? whole->place->name : view(NULL));
    write_actors(json, "source", facts, &whole->source);
    write_actors(json, "target", facts, &whole->target);
    json_member(json, "wasDerivedFrom", whole->said_in ? id_part(facts, whole->said_in->id) : id_report(facts));
    json_key(json, "hadPrimarySource"); /* every teller of it: one for each mention in somebody's word */
    json_array_begin(json);
    for (size_t i = 0; i < event->account_count; i++)
        if (event->accounts[i].said_in)
            json_text(json, id_part(facts, event->accounts[i].said_in->id));
    json_array_end(json);
    json_object_end(json);
}

static Code begin(Export *export, Error *error) {
    Json *json = &export->json;
    (void)error;
    json_object_begin(json);
    json_key(json, "@context");
    buffer_append(export->out, view(context));
    json->comma = true;
    json_key(json, "@graph");
    json_array_begin(json);
    return OK;
}

static Code record(Export *export, const Facts *facts, Error *error) {
    Json *json = &export->json;
    (void)error;
    write_report(json, facts);
    write_sources(json, facts);
    for (size_t i = 0; i < facts->actor_count; i++)
        write_actor(json, facts, &facts->actors[i]);
    for (size_t i = 0; i < facts->statement_count; i++)
        write_statement(json, facts, &facts->statements[i]);
    for (size_t i = 0; i < facts->event_count; i++)
        write_event(json, facts, &facts->events[i]);
    return OK;
}

const ExportFormat export_prov = {.name = {"prov", "jsonld", "the chains of tellers as PROV-O (JSON-LD)"},
                                  .begin = begin,
                                  .record = record,
                                  .end = end_of_list};
