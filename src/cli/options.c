/* cli/options: the command line -> Options. An option's value stands behind it or behind a "=". "--" ends the options;
 * "-" alone is standard input. */
#include "cli/options.h"
#include "cli/filter.h"
#include <stdlib.h>
#include <string.h>

#define MOST_THREADS 256

#define PUBLISHED                                                                                                      \
    { "--published", "DAY", "the day of publication, as 2020-01-25, where the report does not say it" }
#define OUTLET                                                                                                         \
    { "--outlet", "NAME", "the outlet, where the report does not say it" }
#define THREADS                                                                                                        \
    { "-j", "N", "reads N reports at a time (default 1)" }
#define FROM                                                                                                           \
    {"--from", "FORMAT", "the files' format, where their content does not tell it right"}, {                           \
        "--columns", "LIST", "which columns of a CSV file are what: text=BODY,date=PUB"                                \
    }
#define QUIET                                                                                                          \
    { "--no-progress", NULL, "no line on a terminal that says how far it is" }
#define OWN                                                                                                            \
    {"--actors", "FILE", "your own actors: rows as in actors.tsv, or a PETRARCH dictionary; their codes go first"},    \
        {"--verbs", "FILE", "your own PETRARCH verb dictionary; its codes go first"}, {                                \
        "--types", "FILE", "your own types.tsv in place of ours"                                                       \
    }
#define MODEL                                                                                                          \
    { "--model", "DIR", "the folder of the weights and the vocabulary" }
#define DATA                                                                                                           \
    { "--data", "DIR", "the folder of the tables" }
#define STORE                                                                                                          \
    { "-d", "DB", "the store, one file" }
#define END                                                                                                            \
    { NULL, NULL, NULL }

const Option options_read[] = {
    PUBLISHED,
    OUTLET,
    FROM,
    THREADS,
    QUIET,
    {"--json", NULL, "writes JSON Lines, on a terminal too"},
    {"--view", NULL, "writes the readable view, into a file or pipe too"},
    OWN,
    MODEL,
    DATA,
    END,
};
const Option options_explain[] = {PUBLISHED, OUTLET, FROM, THREADS, QUIET, OWN, MODEL, DATA, END};
const Option options_keep[] = {
    STORE,     {"--list", NULL, "names each report once it is kept for good"},
    PUBLISHED, OUTLET,
    FROM,      THREADS,
    QUIET,     OWN,
    MODEL,     DATA,
    END,
};
const Option options_forget[] = {STORE, END};
const Option options_check[] = {STORE, END};
const Option options_find[] = {
    STORE,
    FILTERS,
    {"--outlet", "NAME", "the outlet that published it"},
    {"--by", "WHAT", "of counts: type, week or pair (who did it to whom)"},
    {"--limit", "N", "at most so many, the latest first; 0: all (default 100)"},
    {"--as", "FORM", "table, jsonl or csv (default: a table on a terminal)"},
    DATA,
    END,
};
const Option options_export[] = {
    STORE,
    {"--all", NULL, "events of every status, in formats that have no place for it"},
    {"--list", NULL, "names the formats, the endings of their files, and what each is"},
    FILTERS,
    {"--outlet", "NAME", "the outlet that published it"},
    DATA,
    END,
};
const Option options_relations[] = {DATA, END};
const Option options_view[] = {
    PUBLISHED, OUTLET, FROM, {"--number", "N", "which report of a file that holds several (default 1)"},
    OWN,       MODEL,  DATA, END,
};

/* The option that the argument at *i is, NULL when none. *value: what stands behind it, "" when nothing does. */
static const Option *find(const Option *known, int count, char **arguments, int *i, const char **value) {
    for (const Option *option = known; option->name; option++) {
        size_t length = strlen(option->name);
        const char *rest = arguments[*i] + length;
        if (strncmp(arguments[*i], option->name, length) != 0 || (*rest != '\0' && (*rest != '=' || !option->value)))
            continue;
        *value = *rest == '=' ? rest + 1 : option->value && *i + 1 < count ? arguments[++*i] : "";
        return option;
    }
    return NULL;
}

static int take_number(const char *name, const char *value, long most, long *number) {
    if (!view_to_long(view(value), number) || *number < 1 || *number > most)
        return cli_usage("%s takes a number from 1 to %ld, not \"%s\"", name, most, value);
    return OK;
}

static int take(Options *options, const char *name, const char *value) {
    long number = 0;
    int status = OK;
    if (filter_take(&options->filter, name, value, &status)) {
        options->filtered = true;
        return status;
    }
    if (strcmp(name, "--json") == 0)
        options->form = FORM_JSON;
    else if (strcmp(name, "--view") == 0)
        options->form = FORM_VIEW;
    else if (strcmp(name, "--list") == 0)
        options->list = true;
    else if (strcmp(name, "--all") == 0)
        options->all = true;
    else if (strcmp(name, "--as") == 0)
        options->as = value;
    else if (strcmp(name, "--by") == 0)
        options->by = value;
    else if (strcmp(name, "-d") == 0)
        options->store = value;
    else if (strcmp(name, "--outlet") == 0)
        options->filtered = (options->outlet = value) != NULL;
    else if (strcmp(name, "--no-progress") == 0)
        options->no_progress = true;
    else if (strcmp(name, "--from") == 0)
        options->reading.from = value;
    else if (strcmp(name, "--columns") == 0)
        options->reading.columns = value;
    else if (strcmp(name, "--model") == 0)
        options->model = value;
    else if (strcmp(name, "--data") == 0)
        options->data = value;
    else if (strcmp(name, "--actors") == 0)
        options->own.actors = value;
    else if (strcmp(name, "--verbs") == 0)
        options->own.verbs = value;
    else if (strcmp(name, "--types") == 0)
        options->own.types = value;
    else if (strcmp(name, "--published") == 0) {
        if (!day_parse(view(value), &options->published))
            status = cli_usage("--published takes a day such as 2020-01-25, not \"%s\"", value);
    } else if (strcmp(name, "--limit") == 0) {
        options->limit_given = true;
        if (!view_to_long(view(value), &options->limit) || options->limit < 0)
            status = cli_usage("--limit takes a number, not \"%s\"", value);
    } else if (strcmp(name, "--number") == 0) {
        status = take_number(name, value, INT32_MAX, &options->number);
    } else if ((status = take_number(name, value, MOST_THREADS, &number)) == OK) {
        options->threads = (int)number;
    }
    return status;
}

int options_parse(const Option *known, int count, char **arguments, Options *options) {
    bool ended = false;
    int status = OK;
    *options = (Options){.published = DAY_UNKNOWN, .threads = 1, .number = NUMBER_ANY};
    if (!(options->files = calloc((size_t)count + 1, sizeof *options->files)))
        return ERROR_MEMORY;
    for (int i = 0; i < count && status == OK; i++) {
        const char *value = "";
        if (ended || arguments[i][0] != '-' || arguments[i][1] == '\0') {
            options->files[options->file_count++] = arguments[i];
        } else if (strcmp(arguments[i], "--") == 0) {
            ended = true;
        } else {
            const Option *option = find(known, count, arguments, &i, &value);
            status = option ? take(options, option->name, value) : cli_usage("no such option: %s", arguments[i]);
        }
    }
    if (status == OK && options->file_count == 0 && known != options_check && known != options_find &&
        known != options_export)
        status = cli_usage("no file given; - is standard input");
    return status;
}
