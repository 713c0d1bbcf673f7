/* export/annotations: W3C Web Annotations (JSON-LD): one collection, an annotation for each statement, event mention,
 * mention of an actor, of a place. Each points to its letters by position and by quotation. Positions count code points
 * of the report's text as isnad read it, which is what the target names; "via" says where that was found. */
#include "export/format.h"

#define AROUND 32 /* code points of prefix and suffix, as other annotators write them */

static void write_type(Json *json, const char *type) {
    json_member(json, "type", view(type));
}

static void write_selectors(Json *json, const Facts *facts, Quote quote) {
    json_key(json, "selector");
    json_array_begin(json);
    json_object_begin(json);
    write_type(json, "TextPositionSelector");
    json_key(json, "start");
    json_number(json, quote.start);
    json_key(json, "end");
    json_number(json, quote.end);
    json_object_end(json);
    json_object_begin(json);
    write_type(json, "TextQuoteSelector");
    json_member(json, "exact", quote.text);
    json_member(json, "prefix", facts_before(facts, quote, AROUND));
    json_member(json, "suffix", facts_after(facts, quote, AROUND));
    json_object_end(json);
    json_array_end(json);
}

static void write_target(Json *json, const Facts *facts, Quote quote) {
    json_object_begin(json);
    write_type(json, "SpecificResource");
    json_key(json, "source");
    json_object_begin(json);
    json_member(json, "id", id_report(facts));
    write_type(json, "Text");
    json_member(json, "format", VIEW("text/plain"));
    json_member(json, "language", facts->language);
    json_member(json, "via", facts->url);
    json_object_end(json);
    write_selectors(json, facts, quote);
    json_object_end(json);
}

static void begin_annotation(Json *json, View id, const char *motivation) {
    buffer_append(json->out, json->comma ? VIEW(",\n") : VIEW("\n"));
    json->comma = false;
    json_object_begin(json);
    json_member(json, "id", id);
    write_type(json, "Annotation");
    json_member(json, "motivation", view(motivation));
    json_key(json, "body");
    json_array_begin(json);
}

static void write_body(Json *json, const char *purpose, View value) {
    if (!value.length)
        return;
    json_object_begin(json);
    write_type(json, "TextualBody");
    json_member(json, "purpose", view(purpose));
    json_member(json, "value", value);
    json_object_end(json);
}

static void begin_targets(Json *json) {
    json_array_end(json);
    json_key(json, "target");
    json_array_begin(json);
}

static void end_annotation(Json *json) {
    json_array_end(json);
    json_object_end(json);
}

static void write_statement(Json *json, const Facts *facts, const StatementFact *statement) {
    if (!statement->content.count)
        return;
    begin_annotation(json, id_part(facts, statement->id), "describing");
    write_body(json, "tagging", VIEW("statement"));
    write_body(json, "tagging", statement->commitment);
    write_body(json, "describing", speaker_words(facts, statement));
    for (size_t i = 0; i < statement->speaker.count; i++) {
        json_object_begin(json);
        json_member(json, "source", id_actor(facts, statement->speaker.items[i]));
        json_member(json, "purpose", VIEW("identifying"));
        write_type(json, "SpecificResource");
        json_object_end(json);
    }
    if (statement->within) { /* the chain: whose statement it stands in */
        json_object_begin(json);
        json_member(json, "source", id_part(facts, statement->within->id));
        json_member(json, "purpose", VIEW("linking"));
        write_type(json, "SpecificResource");
        json_object_end(json);
    }
    begin_targets(json);
    for (size_t i = 0; i < statement->content.count; i++)
        write_target(json, facts, statement->content.items[i]);
    end_annotation(json);
}

static void write_event(Json *json, const Facts *facts, const EventFact *event) {
    size_t mentions = 0;
    for (size_t i = 0; i < event->account_count; i++)
        mentions += event->accounts[i].trigger.text.data != NULL;
    if (!mentions && !event->whole.trigger.text.data)
        return;
    begin_annotation(json, id_part(facts, event->id), "classifying");
    write_body(json, "tagging", event->type);
    write_body(json, "tagging", event->mode);
    write_body(json, "tagging", event->whole.status);
    write_body(json, "describing", chain_joined(facts, event));
    begin_targets(json);
    if (!mentions)
        write_target(json, facts, event->whole.trigger);
    for (size_t i = 0; i < event->account_count; i++)
        if (event->accounts[i].trigger.text.data)
            write_target(json, facts, event->accounts[i].trigger);
    end_annotation(json);
}

static void write_identity(Json *json, View source, View name) {
    json_object_begin(json);
    json_member(json, "source", source);
    json_member(json, "purpose", VIEW("identifying"));
    write_type(json, "SpecificResource");
    json_object_end(json);
    write_body(json, "describing", name);
}

static void write_actor(Json *json, const Facts *facts, const ActorFact *actor) {
    size_t mentions = 0;
    for (size_t i = 0; i < actor->mention_count; i++)
        mentions += actor->mentions[i].quote.text.data != NULL;
    if (!mentions)
        return;
    begin_annotation(json, id_part(facts, actor->id), "identifying");
    write_identity(json, id_actor(facts, actor), actor->known.data ? actor->known : actor->name);
    write_body(json, "tagging", actor->kind);
    begin_targets(json);
    for (size_t i = 0; i < actor->mention_count; i++)
        if (actor->mentions[i].quote.text.data)
            write_target(json, facts, actor->mentions[i].quote);
    end_annotation(json);
}

static void write_place(Json *json, const Facts *facts, const PlaceFact *place) {
    if (!place->mentions.count)
        return;
    begin_annotation(json, id_part(facts, place->id), "identifying");
    write_body(json, "tagging", VIEW("place"));
    write_body(json, "describing", place->name);
    if (place->found) {
        Buffer point;
        Json inside;
        buffer_init(&point, 0);
        buffer_append(&point, VIEW("geo:"));
        json_init(&inside, &point);
        json_decimal(&inside, place->lat, 5);
        json_decimal(&inside, place->lon, 5); /* the comma between is geo's own (RFC 5870) */
        json_object_begin(json);
        json_member(json, "source", buffer_view(&point));
        json_member(json, "purpose", VIEW("identifying"));
        write_type(json, "SpecificResource");
        json_object_end(json);
        if (point.failed)
            *facts->full = true;
        buffer_free(&point);
    }
    begin_targets(json);
    for (size_t i = 0; i < place->mentions.count; i++)
        write_target(json, facts, place->mentions.items[i]);
    end_annotation(json);
}

static Code begin(Export *export, Error *error) {
    Json *json = &export->json;
    (void)error;
    json_object_begin(json);
    json_member(json, "@context", VIEW("http://www.w3.org/ns/anno.jsonld"));
    write_type(json, "AnnotationPage");
    json_key(json, "items");
    json_array_begin(json);
    return OK;
}

static Code record(Export *export, const Facts *facts, Error *error) {
    Json *json = &export->json;
    (void)error;
    for (size_t i = 0; i < facts->statement_count; i++)
        write_statement(json, facts, &facts->statements[i]);
    for (size_t i = 0; i < facts->event_count; i++)
        write_event(json, facts, &facts->events[i]);
    for (size_t i = 0; i < facts->actor_count; i++)
        write_actor(json, facts, &facts->actors[i]);
    for (size_t i = 0; i < facts->place_count; i++)
        write_place(json, facts, &facts->places[i]);
    return OK;
}

static Code end(Export *export, Error *error) {
    (void)error;
    buffer_byte(export->out, '\n');
    json_array_end(&export->json);
    json_key(&export->json, "id");
    export->json.comma = false;
    buffer_format(export->out, "\"urn:uuid:%s\"", export->whole);
    json_object_end(&export->json);
    buffer_byte(export->out, '\n');
    return OK;
}

const ExportFormat export_annotations = {
    .name = {"annotations", "jsonld", "statements, events, actors, places as W3C Web Annotations (JSON-LD)"},
    .begin = begin,
    .record = record,
    .end = end};
