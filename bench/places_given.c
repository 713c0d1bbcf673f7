/* Which place on earth, with the mentions given: what tools/place_score.py measures without the network.
 *
 *     places_given DATA < REPORTS.jsonl
 *
 * In: a line a report, {"text": ..., "outlet": ... or null, "spans": [[start, end] ...]}, counted in code points. Out:
 * a line a report, of each span null or {"name", "country", "admin1", "lat", "lon", "because"}. Nothing is said to act
 * here, and no word hangs on another.
 */
#include "identity/places.h"
#include "read/read.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The words that a span of code points of the body covers. */
static bool words_of(const Text *text, View body, long start, long end, WordRange *words) {
    size_t at = 0;
    uint32_t first = 0, last = 0;
    for (long i = 0; i <= end && at <= body.length; i++) {
        if (i == start)
            first = (uint32_t)at;
        if (i == end)
            last = (uint32_t)at;
        if (at < body.length)
            utf8_next(body, &at);
    }
    *words = (WordRange){UINT32_MAX, 0};
    for (uint32_t i = 0; i < text->word_count; i++)
        if (text->origin[text->words[i].span.start] < last && text->origin[text->words[i].span.end - 1] >= first) {
            words->first = words->first == UINT32_MAX ? i : words->first;
            words->end = i + 1;
        }
    return words->first != UINT32_MAX;
}

static void print_place(Json *json, const Place *place) {
    if (!place || isnan(place->lat)) {
        json_nothing(json);
        return;
    }
    json_object_begin(json);
    json_key(json, "name");
    json_text(json, place->name);
    json_key(json, "country");
    json_text(json, place->country);
    json_key(json, "admin1");
    json_text(json, place->admin1);
    json_key(json, "lat");
    json_decimal(json, place->lat, 4);
    json_key(json, "lon");
    json_decimal(json, place->lon, 4);
    json_key(json, "because");
    json_text(json, view(place->because));
    json_object_end(json);
}

static bool find_mentions(Arena *arena, const Text *text, View body, const JsonValue *spans, Mentions *mentions,
                          int32_t *of_span) {
    size_t count = json_value_count(spans);
    mentions->places = arena_array(arena, count + 1, sizeof *mentions->places);
    for (size_t i = 0; mentions->places && i < count; i++) {
        long long start, end;
        WordRange words;
        const JsonValue *span = json_value_item(spans, i);
        of_span[i] = -1;
        if (!json_value_integer(json_value_item(span, 0), &start) ||
            !json_value_integer(json_value_item(span, 1), &end) ||
            !words_of(text, body, (long)start, (long)end, &words))
            continue;
        of_span[i] = (int32_t)mentions->place_count;
        mentions->places[mentions->place_count++] =
            (PlaceMention){.words = words, .head = words.end - 1, .score = 1, .described = false};
    }
    return mentions->places != NULL;
}

static Code resolve(Arena *arena, const TextTables *text_tables, const Tables *tables, const JsonValue *line,
                    Buffer *out, Error *error) {
    static const View relations[] = {{"dep", 3}};
    View body = json_value_text(json_value_member(line, "text"));
    const JsonValue *spans = json_value_member(line, "spans");
    Report report = {.name = VIEW("given"), .outlet = json_value_text(json_value_member(line, "outlet")), .body = body};
    Text text;
    Reading reading = {.relations = relations, .relation_count = 1};
    Mentions mentions = {0};
    Cast cast = {0};
    int32_t *of_span = arena_array(arena, json_value_count(spans) + 1, sizeof *of_span);
    Code code = text_make(arena, text_tables, &report, &text, error);
    if (code != OK)
        return code;
    reading.words = arena_array(arena, text.word_count + 1, sizeof *reading.words);
    if (!of_span || !reading.words || !find_mentions(arena, &text, body, spans, &mentions, of_span))
        return error_memory(error);
    for (uint32_t i = 0; i < text.word_count; i++)
        reading.words[i] =
            (WordReading){.upos = UPOS_PROPN, .head = i, .xpos = VIEW("NNP"), .lemma = text_word(&text, i)};
    code = places_resolve(arena, tables, &report, &text, &reading, &mentions, &cast, error);
    Json json;
    json_init(&json, out);
    json_array_begin(&json);
    for (size_t i = 0; code == OK && i < json_value_count(spans); i++) {
        int32_t place = of_span[i] < 0 ? -1 : cast.place_of[of_span[i]];
        print_place(&json, place < 0 ? NULL : &cast.places[place]);
    }
    json_array_end(&json);
    return code;
}

int main(int count, char **arguments) {
    Error error = {0};
    TextTables *text_tables;
    Tables *tables;
    Arena *kept = arena_new(0), *arena = arena_new(LIMIT_REPORT_ARENA);
    Buffer out;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    buffer_init(&out, LIMIT_RECORD_BYTES);
    const char *data = count > 1 ? arguments[1] : "data";
    Code code = kept && arena ? text_tables_open(kept, data, &text_tables, &error) : error_memory(&error);
    if (code == OK)
        code = tables_open(kept, data, &tables, &error);
    for (size_t number = 1; code == OK && (length = getline(&line, &room, stdin)) > 0; number++) {
        JsonValue *value;
        code = json_value_parse((View){line, (size_t)length}, "input", number, &value, &error);
        if (code != OK)
            break;
        arena_reset(arena);
        buffer_clear(&out);
        code = resolve(arena, text_tables, tables, value, &out, &error);
        printf("%.*s\n", (int)out.length, out.data);
        json_value_free(value);
    }
    if (code != OK)
        fprintf(stderr, "places_given: %s\n", error.message);
    free(line);
    return (int)code;
}
