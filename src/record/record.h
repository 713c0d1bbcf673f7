/* record: Record -> JSON (RECORD.md), the readable view of a terminal, the page, explain. Here, and only here, bytes
 * become code points.
 */
#ifndef ISNAD_RECORD_H
#define ISNAD_RECORD_H

#include "claim/claim.h"

/* One JSON object on one line, keys in the order of RECORD.md, without the line break. Scratch memory from the arena.
 */
Code record_write_json(Arena *arena, const Record *record, Buffer *out, Error *error);
/* For people: statements indented by chain, each event a line, what is unresolved said as such. width: columns; colour:
 * ANSI. */
Code record_write_view(const Record *record, int width, bool colour, Buffer *out, Error *error);
/* The record as one self-contained HTML page. json: as record_write_json writes it, also from a file of another day; it
 * is refused (ERROR_INPUT, named by name) when it is no record. */
Code record_write_html(View json, View name, Buffer *out, Error *error);
/* What a report is known by, the digest of its text: "sha256:...", terminated by a zero. */
#define RECORD_ID_BYTES 72
void record_id(View text, char id[RECORD_ID_BYTES]);
/* Every step's result and the rule or score behind it. */
Code record_write_explain(Arena *arena, const Record *record, Buffer *out, Error *error);

#endif
