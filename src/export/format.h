/* Private to export/: what a format is, and what all of them share. One file a format; it gives one ExportFormat, whose
 * line in the list of export.c is all that a new format needs beside its file. */
#ifndef ISNAD_EXPORT_FORMAT_H
#define ISNAD_EXPORT_FORMAT_H

#include "export/codes.h"
#include "export/export.h"
#include "export/facts.h"
#include "export/ids.h"
#include "relations/relations.h"
#include "text/text.h"

struct Export {
    Arena *arena;   /* for as long as the export */
    Arena *scratch; /* for one record */
    const ExportFormat *format;
    Buffer *out;
    bool every_status;
    Json json; /* open between records, for formats that are one JSON value */
    Codes *codes;
    const TextTables *text_tables; /* for formats that count sentences; NULL in others */
    Relations *relations;          /* for the graphs; NULL in others */
    Map *written;                /* ids of what stands in the file already, for formats where nothing may stand twice */
    char whole[UUID_LENGTH + 1]; /* names the file by the reports in it, one after the other */
    bool full;                   /* see Facts */
};

struct ExportFormat {
    ExportName name;
    enum { NEEDS_SENTENCES = 1, NEEDS_RELATIONS = 2, NEEDS_WRITTEN = 4 } needs;
    Code (*begin)(Export *export, Error *error);
    Code (*record)(Export *export, const Facts *facts, Error *error);
    Code (*end)(Export *export, Error *error);
};

extern const ExportFormat export_gdelt, export_mentions, export_polecat, export_icews, export_acled, export_geojson,
    export_gexf, export_graphml, export_annotations, export_prov, export_ftm, export_stix;

/* Whether an event goes into a format without a place for its status: what happened or is going on, as those data sets
 * have it, unless the user asked for all. */
bool export_takes(const Export *export, const EventFact *event);
/* True the first time that an id is asked for. */
bool export_first_time(Export *export, View id);

/* --- pairs: who did it, to whom ----------------------------------------------------------------------------------- */

typedef struct Pair {
    const ActorFact *source, *target; /* NULL: not told */
} Pair;

/* A data set of dyads has a row for each source with each target; of those who agree, meet or cooperate without a
 * target each with each. At least one pair. */
size_t pair_count(const EventFact *event);
Pair pair_at(const EventFact *event, size_t index);

/* --- places ------------------------------------------------------------------------------------------------------- */

typedef enum PlaceLevel {
    LEVEL_NONE,
    LEVEL_COUNTRY,
    LEVEL_PROVINCE,
    LEVEL_DISTRICT,
    LEVEL_POINT,
    LEVEL_AREA
} PlaceLevel;
/* LEVEL_POINT: a town, quarter, camp ...; LEVEL_AREA: seas, regions, borders, rivers. */
PlaceLevel place_level(const PlaceFact *place);

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* One field after the other. With a TAB between fields, TABs, line breaks and other control characters inside become
 * spaces; with a comma, a field that has a comma, quotation mark or line break stands in quotation marks (RFC 4180). */
typedef struct Rows {
    Buffer *out;
    char separator;
    bool begun; /* a field stands in this row already */
} Rows;

void rows_field(Rows *rows, View text); /* data NULL: an empty field */
void rows_empty(Rows *rows, size_t count);
void rows_number(Rows *rows, long long number);
void rows_decimal(Rows *rows, double number, int digits); /* 33.34; at least one digit behind the point */
void rows_day(Rows *rows, Day day);                       /* 2020-01-31; empty when unknown */
void rows_names(Rows *rows, const char *const *names, size_t count);
void rows_end(Rows *rows);

/* The end of a file that is one JSON object whose last member is a list. */
Code end_of_list(Export *export, Error *error);

/* A row with TABs for each pair of each event that the format takes. */
typedef void PairRow(Rows *rows, const Export *export, const Facts *facts, const EventFact *event, size_t index);
void export_pairs(const Export *export, const Facts *facts, PairRow *write);

/* --- text in other clothes ---------------------------------------------------------------------------------------- */

/* XML character data, fit for attributes too; what XML 1.0 does not allow becomes U+FFFD. */
void xml_text(Buffer *out, View text);
View text_upper(const Facts *facts, View text);
View text_line(const Facts *facts, View text); /* white space as one space, no control characters */
/* The spans of a list, " ... " between them. */
View text_joined(const Facts *facts, const QuoteList *list);
View actors_joined(const Facts *facts, const ActorList *list, const char *between);
View chain_joined(const Facts *facts, const EventFact *event);
/* Who says it, as one names a source: "George Malbrino", "an official, unnamed", with the channel in front. */
View speaker_words(const Facts *facts, const StatementFact *statement);
/* "killed 14 to 20; injured 3": "" without counts. */
View counts_words(const Facts *facts, const AccountFact *account);

/* --- JSON --------------------------------------------------------------------------------------------------------- */

void json_member(Json *json, const char *key, View text); /* left out when data is NULL */
void json_member_day(Json *json, const char *key, Day day);
void json_member_number(Json *json, const char *key, double number, int digits);
/* "2020-01-31T00:00:00.000Z"; of an unknown day 1970-01-01. */
View day_instant(const Facts *facts, Day day);

#endif
