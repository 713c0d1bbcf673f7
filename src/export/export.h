/* export: records -> files in the formats that the field's people already use.
 *
 * In: records as isnad read writes them, one JSON object each, one after the other. Out: bytes in a buffer, to be
 * written and cleared after each call. The same records give the same bytes. Formats of rows and of JSON take as much
 * memory as one record; the graphs (gexf, graphml) and stix also remember who stood in the records. What goes where,
 * and what has no place in a format, stands in docs/exports.md. Left out: Parquet, which DuckDB makes of JSON Lines.
 */
#ifndef ISNAD_EXPORT_H
#define ISNAD_EXPORT_H

#include "base/base.h"

typedef struct Export Export;

typedef struct ExportFormat ExportFormat;
typedef struct ExportName {
    const char *name, *extension, *what; /* "gdelt", "tsv", one line for --help */
} ExportName;
/* The formats in the order of --help; false behind the last. */
bool export_name(size_t index, ExportName *name);

typedef struct ExportOptions {
    const char *folder; /* of the tables */
    const char *format;
    size_t memory;     /* that one record may take; 0: as much as a report may */
    bool every_status; /* in formats without a place for a status: planned, possible, denied ... events too */
} ExportOptions;

/* Reads the tables that the format needs and begins the file in out. ERROR_USAGE: no such format. Everything lives in
 * the arena but what export_close frees; *made is NULL after an error. */
Code export_open(Arena *arena, const ExportOptions *options, Buffer *out, Export **made, Error *error);
/* Takes one record. ERROR_INPUT ("FILE:LINE: ...") when the line is none: nothing was written then, and others may
 * follow. */
Code export_record(Export *export, View line, const char *file, size_t number, Error *error);
/* Ends the file. */
Code export_end(Export *export, Error *error);
void export_close(Export *export); /* NULL is fine */

#endif
