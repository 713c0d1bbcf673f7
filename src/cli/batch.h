/* cli/batch: files in, one text a report out, in the order of the input, with several threads (one a report). */
#ifndef ISNAD_CLI_BATCH_H
#define ISNAD_CLI_BATCH_H

#include "cli/cli.h"
#include "flow.h"

typedef Code BatchWrite(Arena *arena, const Record *record, Buffer *out, Error *error);
/* Gets what BatchWrite made, in the order of the input; ERROR_INPUT refuses this one, any other fault ends the run. */
typedef Code BatchTake(void *into, const Report *report, View out, Error *error);

typedef struct Batch {
    const char *model, *data; /* NULL: found by folder_find */
    IsnadFiles own;           /* the user's own tables */
    const Tables *tables;     /* open already, with those; NULL: opened when a report is to be read */
    ReadOptions reading;      /* how the files are read */
    Day published;            /* DAY_UNKNOWN: as each report says */
    const char *outlet;       /* NULL: as each report says */
    int threads;
    bool no_progress; /* not even on a terminal */
    BatchWrite *write;
    BatchTake *take; /* NULL: prints it */
    void *into;
    bool records; /* a line that is a record already is given as it is, and weights are opened for others only */
} Batch;

/* Reads the files and folders ("-": standard input) and prints what `write` makes of each record. A refused report is
 * named on standard error and the rest is read. Gives the exit status. */
int batch_run(const Batch *batch, int count, char **files);

/* What was done to the report's bytes, on standard error: the record has no place for it, the user should know. */
void batch_notes(const Report *report);

#endif
