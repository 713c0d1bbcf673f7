/* identity/petrarch: see petrarch.h. */
#include "identity/petrarch.h"

Code petrarch_fault(const PetrarchFile *file, Error *error, const char *what, View words) {
    return error_set(error, ERROR_DATA, "%s:%zu: %s: \"%.*s\"", file->path, file->line, what, (int)words.length,
                     words.data);
}

Code petrarch_each(PetrarchFile *file, View content, TakeLine *take, void *dictionary, Error *error) {
    View rest = content, line;
    Code code = OK;
    while (code == OK && view_split(&rest, '\n', &line)) {
        file->line++;
        if (utf8_invalid(line) != SIZE_MAX)
            return error_set(error, ERROR_DATA, "%s:%zu: malformed UTF-8; save the file as UTF-8", file->path,
                             file->line);
        code = take(dictionary, line, error);
    }
    return code;
}

Code petrarch_note_more(const PetrarchFile *file, Error *error) {
    if (file->faults < 2)
        return OK;
    *file->note = arena_format(file->arena, "%.*s, and %zu more lines", (int)file->note->length, file->note->data,
                               file->faults - 1);
    return file->note->data ? OK : error_memory(error);
}
