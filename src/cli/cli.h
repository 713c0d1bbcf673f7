/* cli: the command. One file a sub-command, no logic of its own; main.c finds the sub-command by its name. */
#ifndef ISNAD_CLI_H
#define ISNAD_CLI_H

#include "base/base.h"
#include "isnad.h"

/* For the parser and for --help; a list of them ends with one without a name. */
typedef struct Option {
    const char *name;    /* "--published" */
    const char *value;   /* "DAY"; NULL: it takes none */
    const char *summary; /* one line */
} Option;

/* A sub-command gets what stands behind its name and gives the exit status: a Code (DESIGN.md: 0 done, 1 some input
 * refused, 2 usage, 70 and above the machine). */
typedef struct Command {
    const char *name;
    const char *arguments; /* for the usage line, without the options: "FILE|-..." */
    const char *summary;   /* for --help, one line */
    const Option *options; /* NULL: none */
    int (*run)(int count, char **arguments);
} Command;

/* Prints "isnad: MESSAGE" on standard error and gives the code. */
int cli_error(const Error *error);
/* The same for a fault of the command line, with a pointer to --help. */
int cli_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
