/* cli/find: isnad find -d DB events|statements|actors|reports|counts -> what the store has of it. */
#include "cli/answers.h"
#include "cli/folders.h"
#include "cli/options.h"
#include "cli/store.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SHOWN 100 /* when no option says how many */

static int take_form(const Options *options, AnswerForm *form) {
    static const char *const names[] = {"table", "jsonl", "csv"};
    *form = isatty(STDOUT_FILENO) == 1 ? ANSWER_TABLE : ANSWER_JSON;
    for (size_t i = 0; options->as && i < sizeof names / sizeof *names; i++)
        if (strcmp(options->as, names[i]) == 0) {
            *form = (AnswerForm)i;
            return OK;
        }
    return options->as ? cli_usage("--as takes table, jsonl or csv, not \"%s\"", options->as) : OK;
}

static int take_what(const Options *options, StoreWhat *what) {
    static const struct {
        const char *name, *by;
        StoreWhat what;
    } all[] = {{"events", NULL, STORE_EVENTS},  {"statements", NULL, STORE_STATEMENTS},
               {"actors", NULL, STORE_ACTORS},  {"reports", NULL, STORE_REPORTS},
               {"counts", "type", STORE_TYPES}, {"counts", "week", STORE_WEEKS},
               {"counts", "pair", STORE_PAIRS}};
    const char *name = options->files[0], *by = options->by;
    if (options->file_count != 1)
        return cli_usage("find takes one of events, statements, actors, reports and counts");
    if (strcmp(name, "counts") == 0 && !by)
        by = "type";
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(name, all[i].name) == 0 && (by ? all[i].by && strcmp(by, all[i].by) == 0 : !all[i].by)) {
            *what = all[i].what;
            return OK;
        }
    if (by)
        return cli_usage("--by type, week or pair is for counts");
    return cli_usage("find takes events, statements, actors, reports or counts, not \"%s\"", name);
}

/* An option that says nothing about what is asked for would only mislead. */
static int check_filter(const StoreFilter *filter, StoreWhat what) {
    bool statements = what == STORE_STATEMENTS;
    bool of_events = filter->source || filter->target || filter->type || filter->mode || filter->code ||
                     filter->status || filter->place || filter->country || filter->near || filter->tellers_least;
    if (statements && of_events)
        return cli_usage("statements have a speaker (--actor), a --teller, a --commitment, days, a --chain, a --text");
    if (!statements && filter->commitment)
        return cli_usage("--commitment is for statements");
    if (filter->near && !filter->point_given && !filter->place)
        return cli_usage("--near takes LAT,LON,KM when there is no --place");
    return OK;
}

/* A name that nobody in the store has as it is written is looked for by likeness, which needs the tables. */
static Code with_tables(Store *store, const Options *options, Arena *arena, Tables **tables, Error *error) {
    char folder[FOLDER_PATH];
    if (store_knows(store, &options->filter))
        return OK;
    folder_find("data", folder);
    Code code = tables_open(arena, options->data ? options->data : folder, tables, error);
    if (code == OK)
        store_use(store, *tables);
    return code;
}

static int find(const Options *options, Answers *answers) {
    Store *store = NULL;
    Tables *tables = NULL;
    Error error = {0};
    bool more = false;
    Arena *arena = arena_new(0);
    answers->arena = arena;
    Code code = arena ? store_open(options->store, STORE_READ, NULL, &store, &error) : error_memory(&error);
    if (code == OK)
        code = with_tables(store, options, arena, &tables, &error);
    if (code == OK)
        code = store_find(store, answers->what, &options->filter, answers_take, answers, &more, &error);
    if (code == OK)
        code = answers_end(answers, &error);
    if (code == OK && more)
        fprintf(stderr, "isnad: these are the first %ld; --limit 0 shows all\n", options->filter.limit);
    else if (code == OK && !answers->count && answers->form == ANSWER_TABLE)
        fputs("isnad: nothing found\n", stderr);
    store_close(store);
    tables_close(tables);
    arena_free(arena);
    return code == OK ? OK : cli_error(&error);
}

int cli_find(int count, char **arguments) {
    Options options;
    Answers answers = {.width = 120};
    struct winsize size;
    int status = options_parse(options_find, count, arguments, &options);
    if (status == OK && !options.store)
        status = cli_usage("no store given; -d DB names it");
    if (status == OK)
        status = take_what(&options, &answers.what);
    if (status == OK)
        status = take_form(&options, &answers.form);
    if (status == OK)
        status = check_filter(&options.filter, answers.what);
    if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        answers.width = size.ws_col;
    options.filter.outlet = options.outlet;
    options.filter.limit = options.limit_given ? options.limit : SHOWN;
    signal(SIGPIPE, SIG_IGN);
    if (status == OK)
        status = find(&options, &answers);
    free(options.files);
    return status;
}
