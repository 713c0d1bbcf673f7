/* export/stix: one STIX 2.1 bundle: a report each record, identities, locations, an incident each event with its
 * relationships (attributed-to, targets, located-at), a note each statement. Ids are UUIDs of version 5, so that the
 * same actor is the same object in every bundle; an object stands once in a bundle. Times of objects are the report's
 * day. An event's type, status, counts and chain stand in labels and description: the incident of 2.1 has no more. */
#include "export/format.h"

#define FIXED "1970-01-01T00:00:00.000Z" /* of what is no report's: it must not differ from bundle to bundle */

static View actor_id(const Facts *facts, const ActorFact *actor) {
    return id_uuid(facts, "identity", actor->key);
}

/* data NULL for a place that STIX has no location for: it wants coordinates or a country. */
static View location_id(const Export *export, const Facts *facts, const PlaceFact *place) {
    if (!place || !(place->found || codes_country(export->codes, place->country)))
        return view(NULL);
    View lat = VIEW("-"), lon = VIEW("-");
    if (place->found) {
        lat = facts_made(facts, arena_format(facts->arena, "%ld", (long)(place->lat * 100000)));
        lon = facts_made(facts, arena_format(facts->arena, "%ld", (long)(place->lon * 100000)));
    }
    View country = place->country.data ? place->country : VIEW("-");
    View name = facts_made(facts, unicode_fold(facts->arena, place->name));
    return id_uuid(facts, "location",
                   facts_made(facts, arena_format(facts->arena, "%.*s %.*s %s %s", (int)name.length, name.data,
                                                  (int)country.length, country.data, lat.data, lon.data)));
}

/* False when the object stands in the bundle already. */
static bool begin_object(Export *export, const char *type, View id, View created) {
    Json *json = &export->json;
    if (!export_first_time(export, id))
        return false;
    buffer_append(json->out, json->comma ? VIEW(",\n") : VIEW("\n"));
    json->comma = false;
    json_object_begin(json);
    json_member(json, "type", view(type));
    json_member(json, "spec_version", VIEW("2.1"));
    json_member(json, "id", id);
    json_member(json, "created", created);
    json_member(json, "modified", created);
    return true;
}

static void write_labels(Json *json, const View *labels, size_t count) {
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any |= labels[i].length > 0;
    if (!any)
        return;
    json_key(json, "labels");
    json_array_begin(json);
    for (size_t i = 0; i < count; i++)
        if (labels[i].length)
            json_text(json, labels[i]);
    json_array_end(json);
}

static View class_of(const ActorFact *actor) {
    if (view_equal(actor->kind, VIEW("person")))
        return VIEW("individual");
    if (view_equal(actor->kind, VIEW("group")))
        return VIEW("group");
    bool body = view_equal(actor->kind, VIEW("organization")) || view_equal(actor->kind, VIEW("country"));
    return body ? VIEW("organization") : VIEW("unknown");
}

static void write_actor(Export *export, const Facts *facts, const ActorFact *actor) {
    Json *json = &export->json;
    const SectorCodes *sector = codes_first_sector(export->codes, actor->code);
    View name = actor->known.length ? actor->known : actor->name;
    if (!begin_object(export, "identity", actor_id(facts, actor), VIEW(FIXED)))
        return;
    json_member(json, "name", name.data ? name : VIEW(""));
    json_member(json, "identity_class", class_of(actor));
    if (sector && sector->stix.data) {
        json_key(json, "sectors");
        json_array_begin(json);
        json_text(json, sector->stix);
        json_array_end(json);
    }
    json_object_end(json);
}

static void write_place(Export *export, const Facts *facts, const PlaceFact *place) {
    Json *json = &export->json;
    const CountryCodes *country = codes_country(export->codes, place->country);
    View id = location_id(export, facts, place);
    if (!id.data || !begin_object(export, "location", id, VIEW(FIXED)))
        return;
    json_member(json, "name", place->name);
    if (place->found) {
        json_member_number(json, "latitude", place->lat, 5);
        json_member_number(json, "longitude", place->lon, 5);
    }
    if (country)
        json_member(json, "country", country->alpha2);
    if (place_level(place) == LEVEL_POINT)
        json_member(json, "city", place->name);
    json_object_end(json);
}

/* All that an incident has no member for, in words. */
static View describe(const Facts *facts, const EventFact *event) {
    View chain = chain_joined(facts, event), counts = counts_words(facts, &event->whole);
    View paragraph = facts_paragraph(facts, event->whole.trigger);
    return facts_made(facts, arena_format(facts->arena, "%.*s\nOn whose word: %.*s%s%.*s", (int)paragraph.length,
                                          paragraph.data ? paragraph.data : "", chain.length ? (int)chain.length : 10,
                                          chain.length ? chain.data : "the report", counts.length ? "\nCounts: " : "",
                                          (int)counts.length, counts.data ? counts.data : ""));
}

static void write_incident(Export *export, const Facts *facts, const EventFact *event, View created) {
    Json *json = &export->json;
    View labels[] = {event->type, event->mode, event->whole.status}, trigger = event->whole.trigger.text;
    if (!begin_object(export, "incident", id_stix_part(facts, "incident", event->id), created))
        return;
    json_member(json, "name",
                facts_made(facts, arena_format(facts->arena, "%.*s: %.*s", (int)event->type.length,
                                               event->type.data ? event->type.data : "", (int)trigger.length,
                                               trigger.data ? trigger.data : "")));
    json_member(json, "description", describe(facts, event));
    write_labels(json, labels, sizeof labels / sizeof *labels);
    json_object_end(json);
}

typedef struct Link {
    const EventFact *event;
    const char *kind;
    View to, part; /* part: what makes its id differ from the others of the event */
} Link;

static View link_id(const Facts *facts, const Link *link) {
    return id_stix_part(
        facts, "relationship",
        facts_made(facts, arena_format(facts->arena, "%.*s %s %.*s", (int)link->event->id.length, link->event->id.data,
                                       link->kind, (int)link->part.length, link->part.data ? link->part.data : "")));
}

static void write_link(Export *export, const Facts *facts, const Link *link, View created) {
    Json *json = &export->json;
    if (!begin_object(export, "relationship", link_id(facts, link), created))
        return;
    json_member(json, "relationship_type", view(link->kind));
    json_member(json, "source_ref", id_stix_part(facts, "incident", link->event->id));
    json_member(json, "target_ref", link->to);
    if (account_first(&link->event->whole) != DAY_UNKNOWN) {
        json_member(json, "start_time", day_instant(facts, account_first(&link->event->whole)));
        json_member(json, "stop_time",
                    day_instant(facts, account_last(&link->event->whole) + 1)); /* its last day ends */
    }
    json_object_end(json);
}

typedef void TakeLink(void *into, const Link *link);

/* The relationships of an event: to who did it, to whom, where. */
static void each_link(const Export *export, const Facts *facts, const EventFact *event, TakeLink *take, void *into) {
    const AccountFact *whole = &event->whole;
    View place = location_id(export, facts, whole->place);
    for (size_t i = 0; i < whole->source.count; i++)
        take(into,
             &(Link){event, "attributed-to", actor_id(facts, whole->source.items[i]), whole->source.items[i]->id});
    for (size_t i = 0; i < whole->target.count; i++)
        take(into, &(Link){event, "targets", actor_id(facts, whole->target.items[i]), whole->target.items[i]->id});
    if (place.data)
        take(into, &(Link){event, "located-at", place, whole->place->id});
}

typedef struct Writing {
    Export *export;
    const Facts *facts;
    View created;
} Writing;

static void take_written(void *into, const Link *link) {
    Writing *writing = into;
    write_link(writing->export, writing->facts, link, writing->created);
}

static void take_named(void *into, const Link *link) {
    Writing *writing = into;
    json_text(&writing->export->json, link_id(writing->facts, link));
}

static void write_note(Export *export, const Facts *facts, const StatementFact *statement, View created) {
    Json *json = &export->json;
    View labels[] = {VIEW("statement"), statement->manner, statement->commitment};
    View content = text_joined(facts, &statement->content);
    if (!begin_object(export, "note", id_stix_part(facts, "note", statement->id), created))
        return;
    json_member(json, "abstract", speaker_words(facts, statement));
    json_member(json, "content", content.length ? content : VIEW("(not told)"));
    if (statement->speaker.count) {
        json_key(json, "authors");
        json_array_begin(json);
        for (size_t i = 0; i < statement->speaker.count; i++)
            json_text(json, statement->speaker.items[i]->name.data ? statement->speaker.items[i]->name : VIEW(""));
        json_array_end(json);
    }
    json_key(json, "object_refs"); /* the events that rest on it, and what it stands in */
    json_array_begin(json);
    for (size_t i = 0; i < facts->event_count; i++)
        if (facts->events[i].whole.said_in == statement)
            json_text(json, id_stix_part(facts, "incident", facts->events[i].id));
    json_text(json, statement->within ? id_stix_part(facts, "note", statement->within->id)
                                      : id_uuid(facts, "report", facts->id));
    json_array_end(json);
    write_labels(json, labels, sizeof labels / sizeof *labels);
    json_object_end(json);
}

static void write_references(Json *json, const Facts *facts) {
    json_key(json, "external_references");
    json_array_begin(json);
    json_object_begin(json);
    json_member(json, "source_name", facts->outlet.length ? facts->outlet : VIEW("report"));
    json_member(json, "external_id", facts->id);
    json_member(json, "url", view_find(facts->url, VIEW("://"), 0) != SIZE_MAX ? facts->url : view(NULL));
    json_object_end(json);
    json_array_end(json);
}

static void write_report(Export *export, const Facts *facts, View created) {
    Json *json = &export->json;
    Writing writing = {export, facts, created};
    if (!begin_object(export, "report", id_uuid(facts, "report", facts->id), created))
        return;
    json_member(json, "name", facts_headline(facts));
    json_member(json, "published", created);
    write_references(json, facts);
    json_key(json, "object_refs");
    json_array_begin(json);
    json_text(json, id_uuid(facts, "identity", VIEW("isnad")));
    for (size_t i = 0; i < facts->actor_count; i++)
        json_text(json, actor_id(facts, &facts->actors[i]));
    for (size_t i = 0; i < facts->event_count; i++) {
        json_text(json, id_stix_part(facts, "incident", facts->events[i].id));
        each_link(export, facts, &facts->events[i], take_named, &writing);
    }
    for (size_t i = 0; i < facts->statement_count; i++)
        json_text(json, id_stix_part(facts, "note", facts->statements[i].id));
    json_array_end(json);
    json_object_end(json);
}

static Code begin(Export *export, Error *error) {
    Json *json = &export->json;
    (void)error;
    json_object_begin(json);
    json_member(json, "type", VIEW("bundle"));
    json_key(json, "objects");
    json_array_begin(json);
    return OK;
}

/* Who made the objects: this program, once in a bundle. */
static void write_maker(Export *export, const Facts *facts) {
    if (!begin_object(export, "identity", id_uuid(facts, "identity", VIEW("isnad")), VIEW(FIXED)))
        return;
    json_member(&export->json, "name", VIEW("isnad"));
    json_member(&export->json, "identity_class", VIEW("system"));
    json_object_end(&export->json);
}

static Code record(Export *export, const Facts *facts, Error *error) {
    (void)error;
    View created = day_instant(facts, facts->published);
    Writing writing = {export, facts, created};
    write_maker(export, facts);
    for (size_t i = 0; i < facts->actor_count; i++)
        write_actor(export, facts, &facts->actors[i]);
    for (size_t i = 0; i < facts->place_count; i++)
        write_place(export, facts, &facts->places[i]);
    for (size_t i = 0; i < facts->event_count; i++) {
        write_incident(export, facts, &facts->events[i], created);
        each_link(export, facts, &facts->events[i], take_written, &writing);
    }
    for (size_t i = 0; i < facts->statement_count; i++)
        write_note(export, facts, &facts->statements[i], created);
    write_report(export, facts, created);
    return OK;
}

static Code end(Export *export, Error *error) {
    Json *json = &export->json;
    (void)error;
    buffer_byte(export->out, '\n');
    json_array_end(json);
    json_key(json, "id");
    json->comma = false;
    buffer_format(json->out, "\"bundle--%s\"", export->whole);
    json->comma = true;
    json_object_end(json);
    buffer_byte(export->out, '\n');
    return OK;
}

const ExportFormat export_stix = {.name = {"stix", "json", "reports, events, actors, statements as a STIX 2.1 bundle"},
                                  .needs = NEEDS_WRITTEN,
                                  .begin = begin,
                                  .record = record,
                                  .end = end};
