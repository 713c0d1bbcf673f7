/* cli/prepare-data: makes the form of the tables that opens at once; `make` calls it. */
#include "cli/prepare_data.h"
#include "cli/cli.h"
#include "cli/folders.h"
#include "identity/identity.h"

int cli_prepare_data(int count, char **arguments) {
    char folder[FOLDER_PATH];
    Error error = {0};
    if (count > 1)
        return cli_usage("prepare-data takes one folder at most");
    folder_find("data", folder);
    Arena *arena = arena_new(0);
    Code code = arena ? tables_prepare(arena, count ? arguments[0] : folder, &error) : error_memory(&error);
    arena_free(arena);
    return code == OK ? OK : cli_error(&error);
}
