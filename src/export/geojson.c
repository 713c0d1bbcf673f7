/* export/geojson: one FeatureCollection (RFC 7946): a feature for each event, at its place, and for each place that the
 * report names. An event without a place on earth has a geometry of null. */
#include "export/format.h"

static void write_point(Json *json, const PlaceFact *place) {
    json_key(json, "geometry");
    if (!place || !place->found) {
        json_nothing(json);
        return;
    }
    json_object_begin(json);
    json_member(json, "type", VIEW("Point"));
    json_key(json, "coordinates");
    json_array_begin(json);
    json_decimal(json, place->lon, 5);
    json_decimal(json, place->lat, 5);
    json_array_end(json);
    json_object_end(json);
}

static void begin_feature(Json *json, View id, const PlaceFact *place, const char *layer) {
    buffer_append(json->out, json->comma ? VIEW(",\n") : VIEW("\n"));
    json->comma = false;
    json_object_begin(json);
    json_member(json, "type", VIEW("Feature"));
    json_member(json, "id", id);
    write_point(json, place);
    json_key(json, "properties");
    json_object_begin(json);
    json_member(json, "layer", view(layer));
}

static void end_feature(Json *json, const Facts *facts) {
    json_member(json, "report", facts->id);
    json_member(json, "title", facts->title);
    json_member(json, "outlet", facts->outlet);
    json_member(json, "url", facts->url);
    json_member_day(json, "published", facts->published);
    json_object_end(json);
    json_object_end(json);
}

static void write_names(Json *json, const char *key, const ActorList *actors) {
    json_key(json, key);
    json_array_begin(json);
    for (size_t i = 0; i < actors->count; i++)
        json_text(json, actors->items[i]->name.data ? actors->items[i]->name : VIEW(""));
    json_array_end(json);
}

static void write_place_members(Json *json, const PlaceFact *place) {
    json_member(json, "place", place->name);
    json_member(json, "place_kind", place->kind);
    json_member(json, "country", place->country);
    json_member(json, "admin1", place->admin1);
}

static void write_event(Json *json, const Facts *facts, const EventFact *event) {
    const AccountFact *whole = &event->whole;
    begin_feature(json, id_part(facts, event->id), whole->place, "event");
    json_member(json, "type", event->type);
    json_member(json, "mode", event->mode);
    json_member(json, "cameo", event->cameo);
    json_member(json, "status", whole->status);
    json_member(json, "trigger", whole->trigger.text);
    write_names(json, "source", &whole->source);
    write_names(json, "target", &whole->target);
    json_member_day(json, "from", whole->from);
    json_member_day(json, "to", whole->to);
    if (whole->place)
        write_place_members(json, whole->place);
    json_member(json, "counts", counts_words(facts, whole));
    json_key(json, "chain");
    json_array_begin(json);
    for (size_t i = 0; i < event->chain_count; i++)
        json_text(json, event->chain[i]);
    json_array_end(json);
    end_feature(json, facts);
}

static Code begin(Export *export, Error *error) {
    (void)error;
    json_object_begin(&export->json);
    json_member(&export->json, "type", VIEW("FeatureCollection"));
    json_key(&export->json, "features");
    json_array_begin(&export->json);
    return OK;
}

static Code record(Export *export, const Facts *facts, Error *error) {
    Json *json = &export->json;
    (void)error;
    for (size_t i = 0; i < facts->event_count; i++)
        write_event(json, facts, &facts->events[i]);
    for (size_t i = 0; i < facts->place_count; i++) {
        const PlaceFact *place = &facts->places[i];
        if (!place->found)
            continue;
        begin_feature(json, id_part(facts, place->id), place, "place");
        write_place_members(json, place);
        end_feature(json, facts);
    }
    return OK;
}

const ExportFormat export_geojson = {
    .name = {"geojson", "geojson", "events and places on the map, one FeatureCollection"},
    .begin = begin,
    .record = record,
    .end = end_of_list};
