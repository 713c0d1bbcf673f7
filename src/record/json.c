/* record/json: Record -> one JSON object on one line, as RECORD.md describes it, keys in that order. This file has the
 * object as a whole and what is said of the report; json_cast.c and json_claims.c have the lists. Spans come in as
 * bytes of the text and go out as code points, by one table made once. Deliberately left out: anything that is not in
 * the Record. */
#include "record/sha256.h"
#include "record/write.h"
#include <stdio.h>
#include <string.h>

void write_id(Writer *writer, char letter, int64_t index) {
    char id[24];
    if (index < 0) {
        json_nothing(&writer->json);
        return;
    }
    snprintf(id, sizeof id, "%c%lld", letter, (long long)index + 1);
    json_text(&writer->json, view(id));
}

void write_ids(Writer *writer, char letter, const IndexList *indices) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < indices->count; i++)
        write_id(writer, letter, indices->items[i]);
    json_array_end(&writer->json);
}

void write_start_end(Writer *writer, Span span) {
    json_key(&writer->json, "start");
    json_number(&writer->json, writer->points[span.start]);
    json_key(&writer->json, "end");
    json_number(&writer->json, writer->points[span.end]);
}

void write_span(Writer *writer, Span span) {
    json_object_begin(&writer->json);
    write_start_end(writer, span);
    json_object_end(&writer->json);
}

void write_spans(Writer *writer, const SpanList *spans) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < spans->count; i++)
        write_span(writer, spans->items[i]);
    json_array_end(&writer->json);
}

void write_text(Writer *writer, const char *key, View text) {
    json_key(&writer->json, key);
    json_text(&writer->json, text);
}

void write_day(Writer *writer, const char *key, Day day) {
    int year, month, of_month;
    char text[32];
    json_key(&writer->json, key);
    if (day == DAY_UNKNOWN) {
        json_nothing(&writer->json);
        return;
    }
    day_split(day, &year, &month, &of_month);
    snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, of_month);
    json_text(&writer->json, view(text));
}

View record_title(const Record *record) {
    if (record->report->title.data)
        return record->report->title;
    for (size_t i = 0; i < record->text->sentence_count; i++)
        if (record->text->sentences[i].kind == SENTENCE_TITLE)
            return text_span(record->text, record->text->sentences[i].span);
    return view(NULL);
}

View record_outlet(const Record *record) {
    if (record->report->outlet.data)
        return record->report->outlet;
    if (record->cast->outlet >= 0)
        return record->cast->actors[record->cast->outlet].name;
    return view(NULL);
}

static void write_published(Writer *writer) {
    const Published *published = &writer->record->cast->published;
    json_object_begin(&writer->json);
    write_day(writer, "date", published->date);
    write_text(writer, "from", view(published_from_name(published->from)));
    write_day(writer, "earliest", published->earliest);
    write_day(writer, "latest", published->latest);
    json_key(&writer->json, "because");
    json_array_begin(&writer->json);
    for (size_t i = 0; i < published->because_count; i++)
        write_span(writer, text_words_span(writer->record->text, published->because[i]));
    json_array_end(&writer->json);
    json_object_end(&writer->json);
}

static void write_sources(Writer *writer) {
    const SourceList *sources = &writer->record->sources;
    json_array_begin(&writer->json);
    for (size_t i = 0; i < sources->count; i++) {
        const Source *source = &sources->items[i];
        json_object_begin(&writer->json);
        write_text(writer, "name", source->name);
        write_text(writer, "how", source->how);
        if (source->said) {
            write_start_end(writer, source->span);
        } else {
            json_key(&writer->json, "start");
            json_nothing(&writer->json);
            json_key(&writer->json, "end");
            json_nothing(&writer->json);
        }
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

void record_id(View text, char id[RECORD_ID_BYTES]) {
    memcpy(id, "sha256:", 7);
    sha256_hex(text, id + 7);
}

static void write_report(Writer *writer) {
    const Record *record = writer->record;
    char id[RECORD_ID_BYTES];
    record_id(record->text->text, id);
    json_object_begin(&writer->json);
    write_text(writer, "id", view(id));
    write_text(writer, "name", record->report->name);
    write_text(writer, "title", record_title(record));
    write_text(writer, "outlet", record_outlet(record));
    write_text(writer, "url", record->report->url);
    write_text(writer, "author", record->report->author);
    write_text(writer, "language", text_language(record->text));
    json_key(&writer->json, "published");
    write_published(writer);
    json_key(&writer->json, "sources");
    write_sources(writer);
    write_text(writer, "text", record->text->text.data ? record->text->text : VIEW(""));
    json_key(&writer->json, "removed");
    json_array_begin(&writer->json);
    for (size_t i = 0; i < record->text->removed_count; i++) {
        json_object_begin(&writer->json);
        write_text(writer, "text", record->text->removed[i].text);
        write_text(writer, "why", view(record->text->removed[i].why));
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
    json_object_end(&writer->json);
}

static uint32_t *points_of(Arena *arena, View text) {
    uint32_t *points = arena_array(arena, text.length + 1, sizeof *points), count = 0;
    if (!points)
        return NULL;
    for (size_t i = 0; i < text.length; i++) {
        points[i] = count;
        count += i + 1 == text.length || ((unsigned char)text.data[i + 1] & 0xC0) != 0x80;
    }
    points[text.length] = count;
    return points;
}

Code record_write_json(Arena *arena, const Record *record, Buffer *out, Error *error) {
    Writer writer = {.arena = arena, .record = record, .points = points_of(arena, record->text->text)};
    if (!writer.points)
        return error_memory(error);
    json_init(&writer.json, out);
    json_object_begin(&writer.json);
    json_key(&writer.json, "version");
    json_number(&writer.json, 1);
    json_key(&writer.json, "report");
    write_report(&writer);
    json_key(&writer.json, "actors");
    write_actors(&writer);
    json_key(&writer.json, "places");
    write_places(&writer);
    json_key(&writer.json, "times");
    write_times(&writer);
    json_key(&writer.json, "statements");
    write_statements(&writer);
    json_key(&writer.json, "events");
    write_events(&writer);
    json_object_end(&writer.json);
    return out->failed ? error_memory(error) : OK;
}
