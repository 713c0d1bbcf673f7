/* cli/relations: isnad relations FILE|-... -> who stands with whom over the records of these files, as JSON Lines. */
#include "cli/relations.h"
#include "cli/folders.h"
#include "cli/options.h"
#include "relations/relations.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The records of one file; those that are none are named on standard error and the rest is taken. */
static int add_file(Relations *relations, const char *path, int worst) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "re");
    const char *name = standard ? "standard input" : path;
    char *line = NULL;
    size_t room = 0, number = 0;
    ssize_t length;
    Error error = {0};
    if (!file) {
        file_fault(path, "cannot be opened", &error);
        return cli_error(&error);
    }
    while (worst != ERROR_MEMORY && (length = getline(&line, &room, file)) >= 0) {
        View text = view_trim((View){line, (size_t)length});
        number++;
        Code code = text.length ? relations_add(relations, text, name, number, &error) : OK;
        if (code != OK && cli_error(&error) > worst)
            worst = error.code;
    }
    if (ferror(file)) {
        file_fault(name, "cannot be read", &error);
        worst = cli_error(&error);
    }
    free(line);
    if (!standard)
        fclose(file);
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
        for (int i = 0; i < options.file_count && status != ERROR_MEMORY; i++)
            status = add_file(relations, options.files[i], status);
        if (status != ERROR_MEMORY)
            status = write_all(relations, status);
    }
    free(options.files);
    arena_free(arena);
    return status;
}
