/* cli/options: the options of the sub-commands. Each sub-command lists those it takes, so that --help says what there
 * is and nothing else is taken. */
#ifndef ISNAD_CLI_OPTIONS_H
#define ISNAD_CLI_OPTIONS_H

#include "cli/cli.h"
#include "isnad.h"
#include "read/read.h"
#include "store/store.h"

#define NUMBER_ANY 0

/* Given to each sub-command that reads reports. */
typedef struct Options {
    const char *model, *data; /* NULL: found by folder_find */
    IsnadFiles own;           /* the user's own tables */
    ReadOptions reading;      /* how the files are read */
    Day published;            /* DAY_UNKNOWN: as each report says */
    const char *outlet;       /* NULL: as each report says */
    int threads;
    bool no_progress;
    long number; /* which report of a file, from 1; NUMBER_ANY: nobody asked for one */
    enum { FORM_BY_PLACE, FORM_JSON, FORM_VIEW } form;
    const char *store; /* -d */
    bool list, all;
    bool filtered; /* something of the filter was given */
    const char *as, *by;
    bool limit_given;
    long limit; /* 0: all */
    StoreFilter filter;
    char **files; /* the caller frees the list */
    int file_count;
} Options;

extern const Option options_read[], options_explain[], options_view[], options_relations[], options_keep[],
    options_forget[], options_check[], options_find[], options_export[];

/* What stands behind the sub-command's name; gives OK or the exit status of a fault of use, which it has named. */
int options_parse(const Option *known, int count, char **arguments, Options *options);

#endif
