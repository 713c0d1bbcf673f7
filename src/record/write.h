/* record/write: what the parts of the JSON writer share. Private to record/. */
#ifndef ISNAD_RECORD_WRITE_H
#define ISNAD_RECORD_WRITE_H

#include "record/names.h"
#include "record/record.h"

typedef struct Writer {
    Json json;
    Arena *arena; /* scratch */
    const Record *record;
    const uint32_t *points; /* [text.length + 1]: the code point that each byte of the text belongs to */
} Writer;

/* Ids are a letter and a number from 1 on: actors A, places P, times T, statements S, events E. */
void write_id(Writer *writer, char letter, int64_t index); /* null for a negative index */
void write_ids(Writer *writer, char letter, const IndexList *indices);
void write_span(Writer *writer, Span span); /* {"start":..,"end":..} in code points */
void write_spans(Writer *writer, const SpanList *spans);
void write_start_end(Writer *writer, Span span);             /* the two keys inside an object that is open */
void write_text(Writer *writer, const char *key, View text); /* key and value; null when unknown */
void write_day(Writer *writer, const char *key, Day day);

void write_actors(Writer *writer); /* the value of "actors", and so on */
void write_places(Writer *writer);
void write_times(Writer *writer);
void write_statements(Writer *writer);
void write_events(Writer *writer);

/* "en" when the text reads as English, else the view with data NULL (language.c). */
View text_language(const Text *text);

/* Title and outlet as far as anything says them: metadata, then the text. */
View record_title(const Record *record);
View record_outlet(const Record *record);

#endif
