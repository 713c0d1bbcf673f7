/* cli/relations: isnad relations FILE|-... -> who stands with whom over the records of these files, as JSON Lines. */
#include "cli/relations.h"
#include "cli/folders.h"
#include "cli/lines.h"
#include "cli/options.h"
#include "relations/relations.h"
#include <stdio.h>
#include <stdlib.h>

static Code take_line(void *into, View line, const char *name, size_t number, Error *error) {
    return relations_add(into, line, name, number, error);
}

/* A file that is not there spoils nothing of the others; without memory there is no answer. */
static int add_files(Relations *relations, const Options *options) {
    int worst = OK;
    for (int i = 0; i < options->file_count; i++) {
        int status = lines_take(options->files[i], take_line, relations);
        if (status == ERROR_MEMORY)
            return status;
        worst = status > worst ? status : worst;
    }
    return worst;
}

static int write_all(Relations *relations, int worst) {
    Buffer out;
    Error error = {0};
    buffer_init(&out, 0);
    Code code = relations_write(relations, &out, &error);
    if (code != OK)
        worst = cli_error(&error);
    bool written = !out.length || fwrite(out.data, 1, out.length, stdout) == out.length;
    buffer_free(&out);
    if (!written || fflush(stdout) != 0) {
        file_fault("standard output", "cannot be written", &error);
        worst = cli_error(&error);
    }
    return worst;
}

int cli_relations(int count, char **arguments) {
    Options options;
    Error error = {0};
    char folder[FOLDER_PATH];
    Relations *relations;
    int status = options_parse(options_relations, count, arguments, &options);
    Arena *arena = arena_new(0);
    folder_find("data", folder);
    if (status == OK) {
        Code code =
            arena ? relations_open(arena, options.data ? options.data : folder, &relations, &error) : ERROR_MEMORY;
        if (code != OK)
            status = cli_error(&error);
    }
    if (status == OK) {
        status = add_files(relations, &options);
        if (status != ERROR_MEMORY)
            status = write_all(relations, status);
    }
    free(options.files);
    arena_free(arena);
    return status;
}
