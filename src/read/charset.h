/* charset: private to read/. */
#ifndef ISNAD_READ_CHARSET_H
#define ISNAD_READ_CHARSET_H

#include "read/read.h"

/* Turns the bytes of a report into report->body and notes what was done. ERROR_INPUT, with name in front, for what is
 * no text, or empty, or too long. */
Code charset_decode(Arena *arena, View name, View bytes, Report *report, Error *error);
/* The same for text that is valid UTF-8 already: line breaks and control characters only. */
Code charset_clean(Arena *arena, View name, View text, Report *report, Error *error);

#endif
