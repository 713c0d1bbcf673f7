/* cli/progress: how far reading is, on standard error. */
#ifndef ISNAD_CLI_PROGRESS_H
#define ISNAD_CLI_PROGRESS_H

#include "cli/cli.h"
#include "read/read.h"

typedef struct Progress {
    bool shown;            /* false: every call does nothing */
    double begun, drawn;   /* seconds of a clock that only goes forward */
    size_t reports, width; /* width: letters of the line as it stands there */
} Progress;

/* Shown when standard error is a terminal, nobody forbade it, and standard output, when something is written there, is
 * none: a view would stand in its way. */
void progress_begin(Progress *progress, bool forbidden, bool writes);
/* One report more is done; draws the line anew, at most five times a second. */
void progress_step(Progress *progress, ReadProgress read);
/* Takes the line away, before something else is written to standard error, and at the end. */
void progress_clear(Progress *progress);

#endif
