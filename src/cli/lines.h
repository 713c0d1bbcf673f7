/* cli/lines: the lines of a file of records, for the commands that take records. */
#ifndef ISNAD_CLI_LINES_H
#define ISNAD_CLI_LINES_H

#include "cli/cli.h"

/* name and number: of the file and the line, for messages. */
typedef Code LinesTake(void *into, View line, const char *name, size_t number, Error *error);

/* Gives the lines that hold anything, of a file or of standard input ("-"). One that is refused (ERROR_INPUT) is named
 * on standard error and the rest is taken; any other fault ends it. Gives the worst. */
int lines_take(const char *path, LinesTake *take, void *into);

#endif
