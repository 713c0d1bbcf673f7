/* json_report: private to read/. */
#ifndef ISNAD_READ_JSON_REPORT_H
#define ISNAD_READ_JSON_REPORT_H

#include "read/read.h"

/* One JSON object, which begins in that line of the file: {"id", "title", "text", "date", "outlet", "url", "author"},
 * only the text is needed; other names that fields.c knows are taken too. `name` is the report's when it has no id.
 * *parsed: whether it is JSON at all. */
Code json_report_read(Arena *arena, const char *file, size_t line, View name, View object, Report *report, bool *parsed,
                      Error *error);

#endif
