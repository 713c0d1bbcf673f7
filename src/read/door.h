/* door: private to read/. What every format has in common: the bytes of a file in a window, and a door, which makes
 * reports of them. A new format is one file door_NAME.c and a line in doors.c. */
#ifndef ISNAD_READ_DOOR_H
#define ISNAD_READ_DOOR_H

#include "read/read.h"

/* --- source: a file, standard input or memory, unpacked, as a window that moves on -------------------------------- */

typedef struct Source Source;

#define SOURCE_STANDARD "standard input"

/* Opens a file, or standard input for "-". gzip and zstd around it are taken off. */
Code source_open(const char *path, Source **source, Error *error);
/* The same over bytes that stay where they are until source_close. */
Code source_open_bytes(View name, View bytes, Source **source, Error *error);
void source_close(Source *source);             /* NULL is fine */
const char *source_name(const Source *source); /* the path, or SOURCE_STANDARD */
/* What was read and not yet used; good until the next call that reads. */
View source_pending(const Source *source);
bool source_ended(const Source *source); /* everything that will come is pending */
Code source_more(Source *source, Error *error);
/* Reads until that many bytes are pending, or all that there are. */
Code source_want(Source *source, size_t bytes, Error *error);
void source_use(Source *source, size_t bytes); /* takes them off the front of what is pending */
uint64_t source_place(const Source *source);   /* unpacked bytes used so far */
uint64_t source_packed(const Source *source);  /* bytes of the file read so far */
/* The next damage of the packing that has not been told yet; false when there is none. */
bool source_fault(Source *source, Error *error);

/* The next line with its end taken off, good until the next call that reads. *cut is set for one longer than a report
 * may be, which is passed over. */
typedef struct Line {
    View text;
    size_t number;
    bool cut;
} Line;
Code source_line(Source *source, Line *line, bool *done, Error *error);
/* All that is left as one view, good until the next call that reads; ERROR_INPUT when it is more than maximum. */
Code source_rest(Source *source, size_t maximum, View *rest, Error *error);

/* --- doors ---------------------------------------------------------------------------------------------------------
 */

/* What a door works with. */
typedef struct Input {
    Source *source;
    const ReadOptions *options;
    void *state; /* the door's own; NULL until open has made it */
} Input;

typedef struct Door {
    const char *name; /* "warc", for --from */
    /* Whether a file that begins so is of this format; head is its first KIND_BYTES at most. */
    bool (*knows)(View head);
    Code (*open)(Input *input, Error *error); /* NULL: nothing to do */
    /* As reader_next. ERROR_INPUT refuses one report: the door stands in front of the next. */
    Code (*next)(Input *input, Arena *arena, Report *report, bool *done, Error *error);
    void (*close)(Input *input); /* NULL: nothing to do; also after an open that failed */
} Door;

extern const Door door_csv, door_tsv, door_feed, door_html, door_json, door_json_lines, door_mail, door_mbox,
    door_petrarch, door_text, door_warc;

/* For a door of one report a file: all of it, once; *done from the second time on. */
Code door_whole(Input *input, View *bytes, bool *done, Error *error);
/* NULL when there is none of that name. */
const Door *door_named(const char *name);
Code doors_name_all(const char *asked, Error *error); /* the fault of use that names those that there are */
/* Told by content; door_text for what no other door knows. */
const Door *door_of(View head);

#endif
