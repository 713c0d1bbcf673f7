/* cli/export: isnad export FORMAT FILE|-..., or isnad export -d DB FORMAT -> records in another format, on standard
 * output, record by record. */
#include "export/export.h"
#include "cli/export.h"
#include "cli/folders.h"
#include "cli/lines.h"
#include "cli/options.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Output {
    Export *export;
    Buffer bytes;
    size_t number; /* records of the store so far */
} Output;

static Code write_out(Output *output, Error *error) {
    Buffer *bytes = &output->bytes;
    bool written = !bytes->length || fwrite(bytes->data, 1, bytes->length, stdout) == bytes->length;
    buffer_clear(bytes);
    return written ? OK : file_fault("standard output", "cannot be written", error);
}

static Code take_line(void *into, View line, const char *name, size_t number, Error *error) {
    Output *output = into;
    Code code = export_record(output->export, line, name, number, error);
    return code == OK ? write_out(output, error) : code;
}

static Code take_stored(void *into, View record, Error *error) {
    Output *output = into;
    return take_line(into, record, "the store", ++output->number, error);
}

/* A file that is not there spoils nothing of the others; what the machine refuses ends all. */
static int take_files(Output *output, const Options *options) {
    int worst = OK;
    for (int i = 1; i < options->file_count; i++) {
        int status = lines_take(options->files[i], take_line, output);
        if (status == ERROR_MEMORY || (status > ERROR_INPUT && ferror(stdout)))
            return status;
        worst = status > worst ? status : worst;
    }
    return worst;
}

static int take_store(Output *output, const Options *options, const char *folder, Arena *arena) {
    Store *store = NULL;
    Tables *tables = NULL;
    Error error = {0};
    Code code = store_open(options->store, STORE_READ, NULL, &store, &error);
    if (code == OK && options->filtered && !store_knows(store, &options->filter)) {
        code = tables_open(arena, folder, &tables, &error); /* names that nobody has as written: by likeness */
        if (code == OK)
            store_use(store, tables);
    }
    if (code == OK)
        code = store_records(store, options->filtered ? &options->filter : NULL, take_stored, output, &error);
    store_close(store);
    tables_close(tables);
    return code == OK ? OK : cli_error(&error);
}

static int run(const Options *options, Output *output) {
    char found[FOLDER_PATH];
    Error error = {0};
    Arena *arena = arena_new(0);
    folder_find("data", found);
    ExportOptions wanted = {
        .folder = options->data ? options->data : found, .format = options->files[0], .every_status = options->all};
    Code code = arena ? export_open(arena, &wanted, &output->bytes, &output->export, &error) : error_memory(&error);
    if (code == OK)
        code = write_out(output, &error);
    int status = code == OK ? OK : cli_error(&error);
    if (status == OK)
        status = options->store ? take_store(output, options, wanted.folder, arena) : take_files(output, options);
    if (output->export && !ferror(stdout) && status != ERROR_MEMORY) {
        code = export_end(output->export, &error);
        if (code == OK)
            code = write_out(output, &error);
        if (code == OK && fflush(stdout) != 0)
            code = file_fault("standard output", "cannot be written", &error);
        if (code != OK)
            status = cli_error(&error);
    }
    export_close(output->export);
    arena_free(arena);
    return status;
}

static int list_formats(void) {
    ExportName name;
    for (size_t i = 0; export_name(i, &name); i++)
        printf("%s\t%s\t%s\n", name.name, name.extension, name.what);
    return fflush(stdout) == 0 ? OK : ERROR_FILE;
}

static int check_use(const Options *options) {
    ExportName name;
    bool known = false;
    if (options->file_count == 0)
        return cli_usage("no format given; isnad export --list names them");
    for (size_t i = 0; export_name(i, &name); i++)
        known |= strcmp(name.name, options->files[0]) == 0;
    if (!known)
        return cli_usage("no such format: %s; isnad export --list names them", options->files[0]);
    if (options->store && options->file_count > 1)
        return cli_usage("a store (-d DB) or files, not both");
    if (!options->store && options->file_count < 2)
        return cli_usage("no file given; - is standard input, -d DB a store");
    if (!options->store && options->filtered)
        return cli_usage("what is looked for needs a store, -d DB");
    return OK;
}

int cli_export(int count, char **arguments) {
    Options options;
    Output output = {0};
    int status = options_parse(options_export, count, arguments, &options);
    if (status == OK && options.list) {
        status = list_formats();
    } else if (status == OK && (status = check_use(&options)) == OK) {
        options.filter.outlet = options.outlet;
        signal(SIGPIPE, SIG_IGN);
        buffer_init(&output.bytes, 0);
        status = run(&options, &output);
        buffer_free(&output.bytes);
    }
    free(options.files);
    return status;
}
