/* cli/main: finds the sub-command, answers --help and --version. To add a sub-command: a file of its own with its run
 * function, and a line in the table below. */
#include "cli/check_data.h"
#include "cli/cli.h"
#include "cli/read.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const Command commands[] = {
    {"read", "[--published DAY] [--outlet NAME] [-j N] [--json|--view] [--model DIR] [--data DIR] FILE|-...",
     "reports in, records out: JSON Lines, on a terminal a readable view", cli_read},
    {"explain", "[--published DAY] [--outlet NAME] FILE|-...", "every step's result and the rule or score behind it",
     cli_explain},
    {"check-data", "[FOLDER]", "every fault of the tables, with file, line and cure", cli_check_data},
    {NULL, NULL, NULL, NULL},
};

int cli_error(const Error *error) {
    fprintf(stderr, "isnad: %s\n", error->message);
    return error->code;
}

int cli_usage(const char *format, ...) {
    va_list values;
    fputs("isnad: ", stderr);
    va_start(values, format);
    vfprintf(stderr, format, values);
    va_end(values);
    fputs(" (isnad --help shows what there is)\n", stderr);
    return ERROR_USAGE;
}

static int help(void) {
    puts("isnad reads news reports and writes down who did what to whom, when, where, and on whose word.\n");
    puts("usage:");
    for (const Command *command = commands; command->name; command++)
        printf("  isnad %s %s\n      %s\n", command->name, command->arguments, command->summary);
    puts("  isnad --help | --version\n");
    puts("Exit status: 0 done, 1 some input refused (named on standard error), 2 usage, 70 and above the machine.");
    return fflush(stdout) == 0 ? OK : ERROR_FILE;
}

int main(int count, char **arguments) {
    if (count < 2)
        return cli_usage("no command given");
    const char *name = arguments[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
        return help();
    if (strcmp(name, "--version") == 0) {
        puts("isnad " ISNAD_VERSION);
        return fflush(stdout) == 0 ? OK : ERROR_FILE;
    }
    for (const Command *command = commands; command->name; command++)
        if (strcmp(name, command->name) == 0)
            return command->run(count - 2, arguments + 2);
    return cli_usage("no such command: %s", name);
}
