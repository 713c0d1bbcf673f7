/* paths: private to read/. Which files there are to read. */
#ifndef ISNAD_READ_PATHS_H
#define ISNAD_READ_PATHS_H

#include "base/base.h"

typedef struct Paths {
    char **items; /* owned */
    size_t count, room;
    uint64_t bytes;     /* of all of them */
    bool bytes_unknown; /* one is a pipe */
} Paths;

/* Adds a file, or all files in a folder and its folders in the order of their names, but those whose name begins with a
 * dot. What is not there is added too: opening it will say so. */
Code paths_add(Paths *paths, const char *path, Error *error);
void paths_free(Paths *paths);

#endif
