/* cli/check-data: every fault of the tables, named with file, line and cure. */
#include "cli/check_data.h"
#include "cli/folders.h"
#include "export/export.h"
#include "identity/identity.h"
#include "relations/relations.h"
#include <stdio.h>

/* What only the rooms know that use a table: its rows as rules, its numbers as a scale. */
static int check_uses(Arena *arena, const char *folder) {
    Relations *relations;
    Export *export = NULL;
    Buffer out;
    Error rules = {0}, codes = {0};
    ExportOptions options = {.folder = folder, .format = "gdelt"};
    int faults = 0;
    buffer_init(&out, 0);
    if (relations_open(arena, folder, &relations, &rules) != OK)
        faults += printf("%s\n", rules.message) > 0;
    if (export_open(arena, &options, &out, &export, &codes) != OK)
        faults += printf("%s\n", codes.message) > 0;
    export_close(export);
    buffer_free(&out);
    return faults;
}

int cli_check_data(int count, char **arguments) {
    char folder[FOLDER_PATH];
    TableFaults faults = {0};
    Error error = {0};
    if (count > 1)
        return cli_usage("check-data takes one folder at most");
    folder_find("data", folder);
    Arena *arena = arena_new(0);
    Code code = arena ? tables_check(arena, count ? arguments[0] : folder, &faults, &error) : error_memory(&error);
    if (code != OK)
        cli_error(&error);
    int uses = code == OK ? check_uses(arena, count ? arguments[0] : folder) : 0;
    for (size_t i = 0; i < faults.count; i++)
        printf("%.*s\n", (int)faults.items[i].length, faults.items[i].data);
    if (code == OK && faults.count == 0 && uses == 0)
        puts("no fault");
    arena_free(arena);
    if (fflush(stdout) != 0)
        return ERROR_FILE;
    return code != OK ? (int)code : faults.count || uses ? ERROR_INPUT : OK;
}
