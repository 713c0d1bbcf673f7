/* charset: private to read/. */
#ifndef ISNAD_READ_CHARSET_H
#define ISNAD_READ_CHARSET_H

#include "read/read.h"

/* Turns the bytes of a report into report->body and notes what was done. ERROR_INPUT, with name in front, for what is
 * no text, or empty, or too long. */
Code charset_decode(Arena *arena, View name, View bytes, Report *report, Error *error);
/* The same for bytes that came with a label ("windows-1256", as HTTP and mail give it; data NULL without), of any kind:
 * what a door takes apart itself. Valid UTF-8 beats the label, which is often wrong. */
Code charset_decode_as(Arena *arena, View name, View bytes, View label, Report *report, Error *error);
/* The same for a page, which may name its charset itself. */
Code charset_html(Arena *arena, View name, View bytes, View label, Report *report, Error *error);
/* The same for text that is valid UTF-8 already: line breaks and control characters only. */
Code charset_clean(Arena *arena, View name, View text, Report *report, Error *error);

/* --- of charset_other.c: charsets of other scripts --- */

/* The charset of bytes that are no UTF-8, as iconv calls it, by their letters; NULL when they do not tell: Western. */
const char *charset_guess(View bytes);
/* The charset that a label means, as iconv calls it; NULL for UTF-8, the Western ones and what is unknown. *western is
 * set for these. */
const char *charset_named(View label, bool *western);
/* bytes -> UTF-8 in the arena; malformed counts the places that are none of that charset and became U+FFFD. */
Code charset_convert(Arena *arena, const char *charset, View bytes, View *utf8, size_t *malformed, Error *error);

#endif
