/* cli/folders: where the model and the tables are when no option says so. */
#ifndef ISNAD_CLI_FOLDERS_H
#define ISNAD_CLI_FOLDERS_H

#include "cli/cli.h"

#define FOLDER_PATH 4096

/* "model" or "data": beside the program's folder (a build tree), else in ../share/isnad (installed). */
void folder_find(const char *name, char path[FOLDER_PATH]);

#endif
