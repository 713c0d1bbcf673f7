/* cli/check-data: every fault of the tables, named with file, line and cure. */
#include "cli/check_data.h"
#include "cli/folders.h"
#include "identity/identity.h"
#include "relations/relations.h"
#include <stdio.h>

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
    Relations *relations;
    Error rules = {0};
    if (code == OK && relations_open(arena, count ? arguments[0] : folder, &relations, &rules) != OK)
        printf("%s\n", rules.message);
    for (size_t i = 0; i < faults.count; i++)
        printf("%.*s\n", (int)faults.items[i].length, faults.items[i].data);
    if (code == OK && faults.count == 0 && rules.code == OK)
        puts("no fault");
    arena_free(arena);
    if (fflush(stdout) != 0)
        return ERROR_FILE;
    return code != OK ? (int)code : faults.count || rules.code ? ERROR_INPUT : OK;
}
