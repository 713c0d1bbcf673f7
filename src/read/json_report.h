/* json_report: private to read/. */
#ifndef ISNAD_READ_JSON_REPORT_H
#define ISNAD_READ_JSON_REPORT_H

#include "read/read.h"

/* One line of a JSON Lines file: {"id", "title", "text", "date", "outlet", "url", "author"}, only text is needed. */
Code json_report_read(Arena *arena, const char *file, size_t number, View line, Report *report, Error *error);

#endif
