/* identity/gazetteer_write: makes places.packed. It is written beside its place and then moved there, so that nobody
 * ever sees half of it.
 */
#include "identity/gazetteer.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static Code write_whole(const char *path, View content, Error *error) {
    FILE *out = fopen(path, "wbe");
    if (!out)
        return file_fault(path, "cannot be written", error);
    bool good = fwrite(content.data, 1, content.length, out) == content.length && fflush(out) == 0;
    good = fclose(out) == 0 && good;
    return good ? OK : file_fault(path, "cannot be written", error);
}

Code tables_prepare(Arena *arena, const char *folder, Error *error) {
    View block;
    Code code = gazetteer_make(arena, folder, &block, error);
    if (code != OK)
        return code;
    View path = arena_format(arena, "%s/" GAZETTEER_FILE, folder);
    View beside = arena_format(arena, "%s/" GAZETTEER_FILE ".%ld", folder, (long)getpid());
    if (!path.data || !beside.data)
        return error_memory(error);
    code = write_whole(beside.data, block, error);
    if (code == OK && rename(beside.data, path.data) != 0)
        code = file_fault(path.data, "cannot be replaced", error);
    if (code != OK)
        remove(beside.data);
    return code;
}
