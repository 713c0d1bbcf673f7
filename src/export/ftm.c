/* export/ftm: FollowTheMoney entities, one JSON object a line: Article, Person, Organization, PublicBody, Company,
 * LegalEntity, Address, Event, Note, Mention, UnknownLink. The same actor has the same id in every record; those who
 * load the lines merge what has one id. A country's code goes in its two letters. Left out: removed text, times as
 * such. */
#include "export/format.h"

typedef struct Entity {
    const Facts *facts;
    Json json;
    Buffer *out;
} Entity;

static View entity_id(const Facts *facts, const char *kind, View part) {
    View name = facts_made(facts, arena_format(facts->arena, "%.*s %.*s", (int)facts->id.length, facts->id.data,
                                               (int)part.length, part.data ? part.data : ""));
    return id_uuid(facts, kind, name);
}

static View article_id(const Facts *facts) {
    return entity_id(facts, "article", VIEW(""));
}

static View actor_id(const Facts *facts, const ActorFact *actor) {
    return id_uuid(facts, "actor", actor->key);
}

static void begin_entity(Entity *entity, const Facts *facts, Buffer *out, View id, const char *schema) {
    entity->facts = facts;
    entity->out = out;
    json_init(&entity->json, out);
    json_object_begin(&entity->json);
    json_member(&entity->json, "id", id);
    json_member(&entity->json, "schema", view(schema));
    json_key(&entity->json, "properties");
    json_object_begin(&entity->json);
}

static void end_entity(Entity *entity) {
    json_object_end(&entity->json);
    json_object_end(&entity->json);
    buffer_byte(entity->out, '\n');
}

/* A property of one value, on one line as FollowTheMoney keeps them; left out when it has none. */
static void property(Entity *entity, const char *key, View value) {
    View line = value.length ? text_line(entity->facts, value) : value;
    if (!line.length)
        return;
    json_key(&entity->json, key);
    json_array_begin(&entity->json);
    json_text(&entity->json, line);
    json_array_end(&entity->json);
}

static void property_actors(Entity *entity, const char *key, const Facts *facts, const ActorList *actors) {
    if (!actors->count)
        return;
    json_key(&entity->json, key);
    json_array_begin(&entity->json);
    for (size_t i = 0; i < actors->count; i++)
        json_text(&entity->json, actor_id(facts, actors->items[i]));
    json_array_end(&entity->json);
}

static void property_day(Entity *entity, const char *key, const Facts *facts, Day day) {
    if (day != DAY_UNKNOWN)
        property(entity, key, facts_made(facts, day_format(facts->arena, day)));
}

static void property_country(Entity *entity, const Facts *facts, const CountryCodes *country) {
    char lower[2];
    if (!country || country->alpha2.length != 2)
        return;
    for (int i = 0; i < 2; i++)
        lower[i] = (char)unicode_lower((unsigned char)country->alpha2.data[i]);
    property(entity, "country", facts_made(facts, arena_copy(facts->arena, (View){lower, 2})));
}

static void property_decimal(Entity *entity, const char *key, double number) {
    json_key(&entity->json, key);
    json_array_begin(&entity->json);
    entity->json.comma = false;
    buffer_byte(entity->out, '"');
    json_decimal(&entity->json, number, 5);
    buffer_byte(entity->out, '"');
    json_array_end(&entity->json);
}

static void write_article(const Export *export, const Facts *facts) {
    Entity entity;
    begin_entity(&entity, facts, export->out, article_id(facts), "Article");
    property(&entity, "title", facts_headline(facts));
    property(&entity, "author", facts->author);
    property(&entity, "publisher", facts->outlet);
    property(&entity, "sourceUrl", view_starts(facts->url, VIEW("http")) ? facts->url : view(NULL));
    property(&entity, "language", view_equal(facts->language, VIEW("en")) ? VIEW("eng") : view(NULL));
    property_day(&entity, "publishedAt", facts, facts->published);
    if (facts->text.length) { /* the one text that keeps its lines */
        json_key(&entity.json, "bodyText");
        json_array_begin(&entity.json);
        json_text(&entity.json, facts->text);
        json_array_end(&entity.json);
    }
    end_entity(&entity);
}

static const char *schema_of(const Export *export, const ActorFact *actor) {
    const SectorCodes *sector = codes_first_sector(export->codes, actor->code);
    if (view_equal(actor->kind, VIEW("person")))
        return "Person";
    if (view_equal(actor->kind, VIEW("country")))
        return "PublicBody";
    if (!view_equal(actor->kind, VIEW("organization")))
        return "LegalEntity"; /* a group, or somebody unnamed */
    return !sector || !sector->ftm.data                  ? "Organization"
           : view_equal(sector->ftm, VIEW("PublicBody")) ? "PublicBody"
           : view_equal(sector->ftm, VIEW("Company"))    ? "Company"
                                                         : "Organization";
}

static void write_positions(Entity *entity, const ActorFact *actor) {
    if (!actor->role_count)
        return;
    json_key(&entity->json, "position");
    json_array_begin(&entity->json);
    for (size_t i = 0; i < actor->role_count; i++)
        if (actor->roles[i].title.length)
            json_text(&entity->json, text_line(entity->facts, actor->roles[i].title));
    json_array_end(&entity->json);
}

static void write_actor(const Export *export, const Facts *facts, const ActorFact *actor) {
    Entity entity;
    const char *schema = schema_of(export, actor);
    begin_entity(&entity, facts, export->out, actor_id(facts, actor), schema);
    property(&entity, "name", actor->known.length ? actor->known : actor->name);
    if (actor->known.length && !view_equal(actor->known, actor->name))
        property(&entity, "alias", actor->name);
    property_country(&entity, facts, codes_actor_country(export->codes, actor->code));
    if (view_equal(view(schema), VIEW("Person")))
        write_positions(&entity, actor);
    property(&entity, "proof", article_id(facts));
    end_entity(&entity);
    for (size_t i = 0; i < actor->role_count; i++) {
        const RoleFact *role = &actor->roles[i];
        if (!role->of || role->of == actor)
            continue;
        View part = facts_made(facts, arena_format(facts->arena, "%.*s %zu", (int)actor->id.length, actor->id.data, i));
        begin_entity(&entity, facts, export->out, entity_id(facts, "link", part), "UnknownLink");
        property(&entity, "subject", actor_id(facts, actor));
        property(&entity, "object", actor_id(facts, role->of));
        property(&entity, "role", role->title);
        property(&entity, "proof", article_id(facts));
        end_entity(&entity);
    }
}

/* Each name once, by which the report calls the actor. */
static void write_mentions(const Export *export, const Facts *facts, const ActorFact *actor) {
    for (size_t i = 0; i < actor->mention_count; i++) {
        const MentionFact *mention = &actor->mentions[i];
        bool again = !view_equal(mention->form, VIEW("name")) || !view_trim(mention->quote.text).length;
        for (size_t k = 0; k < i && !again; k++)
            again = view_equal(actor->mentions[k].form, VIEW("name")) &&
                    view_equal(actor->mentions[k].quote.text, mention->quote.text);
        if (again)
            continue;
        Entity entity;
        View part = facts_made(facts, arena_format(facts->arena, "%.*s %zu", (int)actor->id.length, actor->id.data, i));
        begin_entity(&entity, facts, export->out, entity_id(facts, "mention", part), "Mention");
        property(&entity, "name", mention->quote.text);
        property(&entity, "document", article_id(facts));
        property(&entity, "resolved", actor_id(facts, actor));
        property(&entity, "detectedSchema", view(schema_of(export, actor)));
        end_entity(&entity);
    }
}

static void write_place(const Export *export, const Facts *facts, const PlaceFact *place) {
    Entity entity;
    PlaceLevel level = place_level(place);
    begin_entity(&entity, facts, export->out, entity_id(facts, "address", place->id), "Address");
    property(&entity, "full", place->name);
    property(&entity, "city", level == LEVEL_POINT ? place->name : view(NULL));
    property(&entity, "state", place->admin1);
    property_country(&entity, facts, codes_country(export->codes, place->country));
    if (place->found) {
        property_decimal(&entity, "latitude", place->lat);
        property_decimal(&entity, "longitude", place->lon);
    }
    end_entity(&entity);
}

static void write_keywords(Entity *entity, const EventFact *event) {
    View words[] = {event->type, event->mode, event->whole.status};
    json_key(&entity->json, "keywords");
    json_array_begin(&entity->json);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].length)
            json_text(&entity->json, words[i]);
    json_array_end(&entity->json);
}

static void write_event(const Export *export, const Facts *facts, const EventFact *event) {
    Entity entity;
    const AccountFact *whole = &event->whole;
    View sources = actors_joined(facts, &whole->source, ", "), targets = actors_joined(facts, &whole->target, ", ");
    View name = facts_made(facts, arena_format(facts->arena, "%.*s%s%.*s%s%.*s", (int)sources.length, sources.data,
                                               sources.length ? ": " : "", (int)whole->trigger.text.length,
                                               whole->trigger.text.length ? whole->trigger.text.data : "",
                                               targets.length ? " - " : "", (int)targets.length, targets.data));
    begin_entity(&entity, facts, export->out, entity_id(facts, "event", event->id), "Event");
    property(&entity, "name", name.length ? name : event->type);
    write_keywords(&entity, event);
    property_day(&entity, "startDate", facts, whole->from);
    property_day(&entity, "endDate", facts, whole->to);
    property_actors(&entity, "organizer", facts, &whole->source);
    property_actors(&entity, "involved", facts, &whole->target);
    if (whole->place) {
        property(&entity, "location", whole->place->name);
        property(&entity, "addressEntity", entity_id(facts, "address", whole->place->id));
        property_country(&entity, facts, codes_country(export->codes, whole->place->country));
    }
    property(&entity, "summary", facts_paragraph(facts, whole->trigger));
    property(&entity, "notes", chain_joined(facts, event));
    property(&entity, "description", counts_words(facts, whole));
    property(&entity, "proof", article_id(facts));
    end_entity(&entity);
}

static void write_statement(const Export *export, const Facts *facts, const StatementFact *statement) {
    Entity entity;
    begin_entity(&entity, facts, export->out, entity_id(facts, "note", statement->id), "Note");
    property(&entity, "name", speaker_words(facts, statement));
    property(&entity, "description", text_joined(facts, &statement->content));
    property(&entity, "summary", statement->commitment);
    property_actors(&entity, "entity", facts, &statement->speaker);
    property(&entity, "publisher", statement->channel);
    property(&entity, "proof", article_id(facts));
    end_entity(&entity);
}

static Code record(Export *export, const Facts *facts, Error *error) {
    (void)error;
    write_article(export, facts);
    for (size_t i = 0; i < facts->actor_count; i++)
        if (facts->actors[i].name.length) {
            write_actor(export, facts, &facts->actors[i]);
            write_mentions(export, facts, &facts->actors[i]);
        }
    for (size_t i = 0; i < facts->place_count; i++)
        write_place(export, facts, &facts->places[i]);
    for (size_t i = 0; i < facts->statement_count; i++)
        write_statement(export, facts, &facts->statements[i]);
    for (size_t i = 0; i < facts->event_count; i++)
        write_event(export, facts, &facts->events[i]);
    return OK;
}

const ExportFormat export_ftm = {.name = {"ftm", "ftm.json", "FollowTheMoney entities, one a line"}, .record = record};
