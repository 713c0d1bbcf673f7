/* read: bytes -> Report. What kind of file is this, which charset, what is the report's text and what does the file say
 * about it. Deliberately leaves out everything that needs to understand the words (that is text/'s and later).
 */
#ifndef ISNAD_READ_H
#define ISNAD_READ_H

#include "base/base.h"

typedef LIST(View) ViewList;

typedef struct Report {
    View name;  /* the file, URL or message it came from; for a JSON line "FILE:LINE" when the line has no id */
    View title; /* title .. date: data NULL when unknown */
    View outlet;
    View url;
    View author;
    View source; /* whom a feed names as the one it has the report from */
    View date;   /* as the file gives it, "2020-01-25" or longer */
    View record; /* the whole line when it is a record of isnad read, whose text is the body; data NULL for any other */
    View body;   /* valid UTF-8 (not yet NFC), line breaks as \n, no byte order mark */
    ViewList
        notes; /* what was done to it that a user should know: "read as windows-1252", "3 malformed bytes replaced" */
} Report;

typedef struct Reader Reader;

/* Opens a file, or standard input for "-". The kind (plain text or JSON Lines) is told by content. */
Code reader_open(const char *path, Reader **reader, Error *error);
/* The next report, everything in it living in the arena. *done is set when there is none. ERROR_INPUT: this report is
 * refused (the message names file and line) and reading may go on; other codes end it. */
Code reader_next(Reader *reader, Arena *arena, Report *report, bool *done, Error *error);
void reader_close(Reader *reader); /* NULL is fine */

/* A report from memory (the library's users), charset told as for a file. */
Code report_from_bytes(Arena *arena, View name, View bytes, Report *report, Error *error);

#endif
