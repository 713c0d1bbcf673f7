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

/* How files are read; all zero: told by their content. */
typedef struct ReadOptions {
    const char *from;    /* the format's name ("warc"); NULL: told by content */
    const char *columns; /* of CSV: "text=BODY,date=PUB": which of its columns is what; CSV is
                          * forced then; NULL: by their names */
} ReadOptions;

/* Opens files, folders (every file in them, by name) and standard input ("-"), one after the other; gzip and zstd are
 * taken off. ERROR_USAGE for a format that there is not. The strings must outlive the reader. */
Code reader_open_all(char *const *paths, size_t count, const ReadOptions *options, Reader **reader, Error *error);
/* The same for one, which is opened at once. */
Code reader_open(const char *path, Reader **reader, Error *error);
/* The next report, everything in it living in the arena. *done is set when there is none. ERROR_INPUT: this report, or
 * a file, is refused (the message names file and place) and the next call goes on behind it; other codes end the file,
 * and the next call goes on with the next one. */
Code reader_next(Reader *reader, Arena *arena, Report *report, bool *done, Error *error);
void reader_close(Reader *reader); /* NULL is fine */

/* How much is read, in bytes of the files as they lie there. */
typedef struct ReadProgress {
    uint64_t read, total; /* total 0: unknown, as of standard input */
} ReadProgress;
ReadProgress reader_progress(const Reader *reader);

/* A report from memory (the library's users), charset told as for a file of plain text. */
Code report_from_bytes(Arena *arena, View name, View bytes, Report *report, Error *error);
/* Memory in place of a file, read as a file is: the bytes must outlive the reader. */
Code reader_open_bytes(View name, View bytes, const ReadOptions *options, Reader **reader, Error *error);

#endif
