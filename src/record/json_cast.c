/* record/json_cast: the Cast -> the JSON lists "actors", "places" and "times". */
#include "record/write.h"

static void write_roles(Writer *writer, const Actor *actor) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < actor->role_count; i++) {
        json_object_begin(&writer->json);
        write_text(writer, "title", actor->roles[i].title);
        json_key(&writer->json, "of");
        write_id(writer, 'A', actor->roles[i].of);
        json_key(&writer->json, "span");
        write_span(writer, actor->roles[i].span);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

static void write_mentions(Writer *writer, const Actor *actor) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < actor->mention_count; i++) {
        const CastMention *mention = &actor->mentions[i];
        json_object_begin(&writer->json);
        write_start_end(writer, text_words_span(writer->record->text, mention->words));
        write_text(writer, "form", view(mention_form_name(mention->form)));
        write_text(writer, "doubt", mention->doubt);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

void write_actors(Writer *writer) {
    const Cast *cast = writer->record->cast;
    json_array_begin(&writer->json);
    for (size_t i = 0; i < cast->actor_count; i++) {
        const Actor *actor = &cast->actors[i];
        json_object_begin(&writer->json);
        json_key(&writer->json, "id");
        write_id(writer, 'A', (int64_t)i);
        write_text(writer, "name", actor->name);
        write_text(writer, "kind", view(actor_kind_name(actor->kind)));
        write_text(writer, "code", actor->code.data ? actor->code : VIEW(""));
        write_text(writer, "known", actor->known);
        json_key(&writer->json, "roles");
        write_roles(writer, actor);
        json_key(&writer->json, "mentions");
        write_mentions(writer, actor);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

void write_places(Writer *writer) {
    const Cast *cast = writer->record->cast;
    json_array_begin(&writer->json);
    for (size_t i = 0; i < cast->place_count; i++) {
        const Place *place = &cast->places[i];
        json_object_begin(&writer->json);
        json_key(&writer->json, "id");
        write_id(writer, 'P', (int64_t)i);
        write_text(writer, "name", place->name);
        write_text(writer, "country", place->country);
        write_text(writer, "admin1", place->admin1);
        json_key(&writer->json, "lat");
        json_decimal(&writer->json, place->lat, 5); /* a metre; null when unresolved */
        json_key(&writer->json, "lon");
        json_decimal(&writer->json, place->lon, 5);
        write_text(writer, "kind", view(place->kind));
        json_key(&writer->json, "mentions");
        json_array_begin(&writer->json);
        for (size_t k = 0; k < place->mention_count; k++)
            write_span(writer, text_words_span(writer->record->text, place->mentions[k]));
        json_array_end(&writer->json);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

void write_times(Writer *writer) {
    const Cast *cast = writer->record->cast;
    json_array_begin(&writer->json);
    for (size_t i = 0; i < cast->time_count; i++) {
        const Time *time = &cast->times[i];
        json_object_begin(&writer->json);
        json_key(&writer->json, "id");
        write_id(writer, 'T', (int64_t)i);
        write_start_end(writer, text_words_span(writer->record->text, time->words));
        write_text(writer, "kind", view(timex_kind_name(time->kind)));
        write_text(writer, "value", time->value);
        write_day(writer, "from", time->from);
        write_day(writer, "to", time->to);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}
