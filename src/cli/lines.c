/* cli/lines: see lines.h. */
#include "cli/lines.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int lines_take(const char *path, LinesTake *take, void *into) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "re");
    const char *name = standard ? "standard input" : path;
    char *line = NULL;
    size_t room = 0, number = 0;
    ssize_t length;
    Error error = {0};
    int worst = OK;
    if (!file) {
        file_fault(path, "cannot be opened", &error);
        return cli_error(&error);
    }
    while (worst <= ERROR_INPUT && (length = getline(&line, &room, file)) >= 0) {
        View text = view_trim((View){line, (size_t)length});
        number++;
        Code code = text.length ? take(into, text, name, number, &error) : OK;
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
