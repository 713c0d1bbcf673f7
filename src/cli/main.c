/* cli/main: finds the sub-command, answers --help and --version. To add a sub-command: a file of its own with its run
 * function, and a line in the table below. */
#include "cli/check_data.h"
#include "cli/cli.h"
#include "cli/export.h"
#include "cli/options.h"
#include "cli/prepare_data.h"
#include "cli/read.h"
#include "cli/relations.h"
#include "cli/store.h"
#include "cli/view.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const Command commands[] = {
    {"read", "FILE|-...", "reports in, records out: JSON Lines, on a terminal a readable view", options_read, cli_read},
    {"view", "FILE|-", "one report, or one record of isnad read, as a self-contained HTML page", options_view,
     cli_view},
    {"explain", "FILE|-...", "every step's result and the rule or score behind it", options_explain, cli_explain},
    {"keep", "FILE|-...", "reports, or records of isnad read, into a store: safe to interrupt and to repeat",
     options_keep, cli_keep},
    {"find", "WHAT", "events, statements, actors, reports or counts of a store", options_find, cli_find},
    {"forget", "ID|NAME...", "reports out of a store, with all that only they said", options_forget, cli_forget},
    {"check", "", "what is wrong with a store", options_check, cli_check},
    {"export", "FORMAT FILE|-...", "records of isnad read, or of a store, in the formats of others", options_export,
     cli_export},
    {"relations", "FILE|-...", "who stands with whom, over records of isnad read: JSON Lines", options_relations,
     cli_relations},
    {"check-data", "[FOLDER]", "every fault of the tables, with file, line and cure", NULL, cli_check_data},
    {"prepare-data", "[FOLDER]", "makes places.packed, the form of the gazetteer that opens at once", NULL,
     cli_prepare_data},
    {NULL, NULL, NULL, NULL, NULL},
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

static void help_command(const Command *command) {
    printf("usage: isnad %s%s %s\n    %s\n", command->name, command->options ? " [OPTION...]" : "", command->arguments,
           command->summary);
    for (const Option *option = command->options; option && option->name; option++)
        printf("    %s%s%-*s %s\n", option->name, option->value ? " " : "",
               17 - (int)strlen(option->name) - (option->value != NULL), option->value ? option->value : "",
               option->summary);
}

/* Of one command, or of all (NULL). */
static int help(const Command *only) {
    if (only) {
        help_command(only);
    } else {
        puts("isnad reads news reports and writes down who did what to whom, when, where, and on whose word.\n");
        for (const Command *command = commands; command->name; command++)
            help_command(command);
        puts("usage: isnad [COMMAND] --help\nusage: isnad --version\n");
        puts("FILE is a report, a file of many (JSON, CSV, a feed, a web archive, mail) or a folder; - is standard "
             "input.");
        puts("More stands in man isnad.");
        puts("Exit status: 0 done, 1 some input refused (named on standard error), 2 usage, 70 and above the machine.");
    }
    return fflush(stdout) == 0 ? OK : ERROR_FILE;
}

int main(int count, char **arguments) {
    if (count < 2)
        return cli_usage("no command given");
    const char *name = arguments[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
        return help(NULL);
    if (strcmp(name, "--version") == 0) {
        puts("isnad " ISNAD_VERSION);
        return fflush(stdout) == 0 ? OK : ERROR_FILE;
    }
    for (const Command *command = commands; command->name; command++)
        if (strcmp(name, command->name) == 0) {
            bool asks = count > 2 && (strcmp(arguments[2], "--help") == 0 || strcmp(arguments[2], "-h") == 0);
            return asks ? help(command) : command->run(count - 2, arguments + 2);
        }
    return cli_usage("no such command: %s", name);
}
