/* read/paths: arguments -> the files to read, folders walked. The order is that of the names' bytes, everywhere the
 * same. Links to folders within a folder are not followed, so that nothing is read twice or for ever. */
#include "read/paths.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static Code push(Paths *paths, const char *path, Error *error) {
    if (paths->count == paths->room) {
        size_t room = paths->room ? 2 * paths->room : 16;
        char **grown = realloc(paths->items, room * sizeof *grown);
        if (!grown)
            return error_memory(error);
        paths->items = grown;
        paths->room = room;
    }
    struct stat status;
    bool sized = stat(path, &status) == 0 && S_ISREG(status.st_mode);
    paths->bytes += sized ? (uint64_t)status.st_size : 0;
    paths->bytes_unknown = paths->bytes_unknown || !sized;
    paths->items[paths->count] = strdup(path);
    return paths->items[paths->count] ? (paths->count++, OK) : error_memory(error);
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name); /* alphasort would ask the locale */
}

static int shown(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static bool is_folder(const char *path, bool follow) {
    struct stat status;
    return (follow ? stat(path, &status) : lstat(path, &status)) == 0 && S_ISDIR(status.st_mode);
}

static Code walk(Paths *paths, const char *folder, Error *error) {
    struct dirent **entries;
    int count = scandir(folder, &entries, shown, by_bytes);
    if (count < 0)
        return push(paths, folder, error);
    Code code = OK;
    for (int i = 0; i < count; i++) {
        char *path = NULL;
        bool slash = view_ends(view(folder), VIEW("/"));
        if (code == OK && asprintf(&path, "%s%s%s", folder, slash ? "" : "/", entries[i]->d_name) < 0) {
            path = NULL;
            code = error_memory(error);
        }
        if (code == OK)
            code = is_folder(path, false) ? walk(paths, path, error) : push(paths, path, error);
        free(path);
        free(entries[i]);
    }
    free(entries);
    return code;
}

Code paths_add(Paths *paths, const char *path, Error *error) {
    return is_folder(path, true) ? walk(paths, path, error) : push(paths, path, error);
}

void paths_free(Paths *paths) {
    for (size_t i = 0; i < paths->count; i++)
        free(paths->items[i]);
    free(paths->items);
    *paths = (Paths){0};
}
