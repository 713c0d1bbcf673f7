/* cli/view: isnad view FILE -> one self-contained HTML page on standard output. FILE is a report, which is read first,
 * or what isnad read wrote of it, which is shown as it is, without model and tables. */
#include "cli/view.h"
#include "cli/batch.h"
#include "cli/folders.h"
#include "cli/options.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Passes over the reports in front of the one that is asked for, which stays in the arena. */
static Code pass(const Options *options, Reader *source, Arena *arena, Report *report, Error *error) {
    long asked = options->number == NUMBER_ANY ? 1 : options->number;
    bool done = false;
    for (long number = 1;; number++) {
        arena_reset(arena);
        Code code = reader_next(source, arena, report, &done, error);
        if (code == OK && done)
            return error_set(error, ERROR_INPUT, "%s: has %ld report%s, no number %ld", options->files[0], number - 1,
                             number == 2 ? "" : "s", asked);
        if (number == asked || (code != OK && code != ERROR_INPUT))
            return code;
    }
}

/* Whether the file goes on behind the report that was found. */
static bool goes_on(Reader *source, Arena *arena) {
    Report next;
    Error error = {0};
    bool done = false;
    Code code = reader_next(source, arena, &next, &done, &error);
    return code == ERROR_INPUT || (code == OK && !done);
}

/* The report that is asked for. When nobody asked for a number and there are several, a word about that. */
static Code find(const Options *options, Arena *arena, Arena *scratch, Report *report, Error *error) {
    Reader *source;
    Code code = reader_open_all(options->files, 1, &options->reading, &source, error);
    if (code != OK)
        return code;
    code = pass(options, source, arena, report, error);
    if (code == OK && options->number == NUMBER_ANY && goes_on(source, scratch))
        fprintf(stderr, "isnad: %s holds several reports; this is the first, --number 2 shows the next\n",
                options->files[0]);
    reader_close(source);
    return code;
}

/* The record's JSON as isnad read would write it. */
static Code read_report(const Options *options, const Report *report, Buffer *json, Error *error) {
    Isnad *isnad = NULL;
    IsnadReader *reader = NULL;
    IsnadError failed = {0};
    Record record = {0};
    char model[FOLDER_PATH], data[FOLDER_PATH];
    folder_find("model", model);
    folder_find("data", data);
    IsnadCode opened = isnad_open_with(options->model ? options->model : model, options->data ? options->data : data,
                                       &options->own, &isnad, &failed);
    if (opened == OK)
        opened = isnad_reader_new(isnad, &reader, &failed);
    Code code = opened == OK ? OK : error_set(error, (Code)opened, "%s", failed.message);
    if (code == OK)
        code = flow_read(reader, report, options->published, &record, error);
    if (code == OK)
        code = record_write_json(flow_arena(reader), &record, json, error);
    isnad_reader_free(reader);
    isnad_close(isnad);
    return code;
}

/* A record is shown as it is, but when the options say more of its report than it knew. */
static Code make_page(const Options *options, const Report *report, Buffer *json, Buffer *page, Error *error) {
    Code code = OK;
    View record = report->record;
    if (!record.data || options->outlet || options->published != DAY_UNKNOWN) {
        code = read_report(options, report, json, error);
        record = buffer_view(json);
    }
    return code == OK ? record_write_html(record, report->name, page, error) : code;
}

static Code view_file(const Options *options, Buffer *page, Error *error) {
    Arena *arena = arena_new(LIMIT_REPORT_ARENA), *scratch = arena_new(LIMIT_REPORT_ARENA);
    Report report = {0};
    Buffer json;
    buffer_init(&json, LIMIT_RECORD_BYTES);
    Code code = arena && scratch ? find(options, arena, scratch, &report, error) : error_memory(error);
    if (code == OK)
        batch_notes(&report);
    if (code == OK && options->outlet)
        report.outlet = view(options->outlet);
    if (code == OK)
        code = make_page(options, &report, &json, page, error);
    buffer_free(&json);
    arena_free(scratch);
    arena_free(arena);
    return code;
}

int cli_view(int count, char **arguments) {
    Options options;
    Error error = {0};
    Buffer page;
    buffer_init(&page, 0);
    int status = options_parse(options_view, count, arguments, &options);
    if (status == OK && options.file_count > 1)
        status = cli_usage("view takes one file; a page shows one report");
    if (status == OK && isatty(STDOUT_FILENO) == 1)
        status = cli_usage("view writes a page for a browser: isnad view FILE > report.html");
    signal(SIGPIPE, SIG_IGN);
    if (status == OK && view_file(&options, &page, &error) != OK)
        status = cli_error(&error);
    if (status == OK && (fwrite(page.data, 1, page.length, stdout) != page.length || fflush(stdout) != 0)) {
        error_set(&error, ERROR_FILE, "standard output: %s", strerror(errno));
        status = cli_error(&error);
    }
    buffer_free(&page);
    free(options.files);
    return status;
}
