/* read/reader: files, folders, standard input or memory -> one Report after the other. For each file the door is found
 * that knows its format; what is damaged or refused is told in its place, and the rest is read. */
#include "read/charset.h"
#include "read/door.h"
#include "read/kind.h"
#include "read/paths.h"
#include <stdlib.h>
#include <string.h>

struct Reader {
    ReadOptions options;
    Paths paths;
    size_t next_path;
    uint64_t read_before; /* bytes of the files that are closed */
    const Door *forced;   /* NULL: told by content */
    const Door *door;     /* of the present file; NULL: none is open */
    Input input;
};

static Code check_options(Reader *reader, Error *error) {
    const char *from = reader->options.from;
    reader->forced = from ? door_named(from) : reader->options.columns ? &door_csv : NULL;
    return from && !reader->forced ? doors_name_all(from, error) : OK;
}

static Code reader_new(const ReadOptions *options, Reader **reader, Error *error) {
    Reader *made = calloc(1, sizeof *made);
    *reader = NULL;
    if (!made)
        return error_memory(error);
    made->options = options ? *options : (ReadOptions){0};
    Code code = check_options(made, error);
    if (code == OK)
        *reader = made;
    else
        free(made);
    return code;
}

static void close_file(Reader *reader) {
    if (reader->door && reader->door->close)
        reader->door->close(&reader->input);
    if (reader->input.source)
        reader->read_before += source_packed(reader->input.source);
    source_close(reader->input.source);
    reader->input = (Input){0};
    reader->door = NULL;
}

/* Finds the door of the source that was just opened. Half a line is no reason to wait for more of a slow pipe. */
static Code open_door(Reader *reader, Error *error) {
    Source *source = reader->input.source;
    Code code = OK;
    reader->input.options = &reader->options;
    while (code == OK && !source_ended(source) && view_trim(source_pending(source)).length < 64 &&
           source_pending(source).length < KIND_BYTES)
        code = source_more(source, error);
    if (code == OK) {
        reader->door = reader->forced ? reader->forced : door_of(view_slice(source_pending(source), 0, KIND_BYTES));
        code = reader->door->open ? reader->door->open(&reader->input, error) : OK;
    }
    return code;
}

/* Opens the next file; *any is false when there is none. A file that cannot be opened is refused as input. */
static Code open_next(Reader *reader, bool *any, Error *error) {
    *any = reader->next_path < reader->paths.count;
    if (!*any)
        return OK;
    Code code = source_open(reader->paths.items[reader->next_path++], &reader->input.source, error);
    if (code == OK)
        code = open_door(reader, error);
    if (code != OK)
        close_file(reader);
    return code;
}

Code reader_open_all(char *const *paths, size_t count, const ReadOptions *options, Reader **reader, Error *error) {
    Reader *opened;
    Code code = reader_new(options, &opened, error);
    *reader = NULL;
    for (size_t i = 0; code == OK && i < count; i++)
        code = paths_add(&opened->paths, paths[i], error);
    if (code == OK)
        *reader = opened;
    else
        reader_close(opened);
    return code;
}

Code reader_open(const char *path, Reader **reader, Error *error) {
    char *const paths[] = {(char *)(uintptr_t)path};
    bool any;
    Code code = reader_open_all(paths, 1, NULL, reader, error);
    if (code == OK)
        code = open_next(*reader, &any, error);
    if (code != OK) {
        reader_close(*reader);
        *reader = NULL;
    }
    return code;
}

Code reader_open_bytes(View name, View bytes, const ReadOptions *options, Reader **reader, Error *error) {
    Code code = reader_new(options, reader, error);
    if (code == OK)
        code = source_open_bytes(name, bytes, &(*reader)->input.source, error);
    if (code == OK)
        code = open_door(*reader, error);
    if (code != OK) {
        reader_close(*reader);
        *reader = NULL;
    }
    return code;
}

void reader_close(Reader *reader) {
    if (!reader)
        return;
    close_file(reader);
    paths_free(&reader->paths);
    free(reader);
}

Code reader_next(Reader *reader, Arena *arena, Report *report, bool *done, Error *error) {
    *done = false;
    for (bool any = true;;) {
        *report = (Report){0};
        if (!reader->door) {
            Code code = open_next(reader, &any, error);
            if (code == ERROR_FILE)
                code = error->code = ERROR_INPUT;
            *done = code == OK && !any;
            if (code != OK || *done)
                return code;
        }
        if (source_fault(reader->input.source, error))
            return ERROR_INPUT;
        bool file_done = false;
        Code code = reader->door->next(&reader->input, arena, report, &file_done, error);
        if (code == OK && !file_done)
            return OK;
        if (code == OK && source_fault(reader->input.source, error))
            return ERROR_INPUT;
        if (code != ERROR_INPUT)
            close_file(reader);
        if (code != OK)
            return code;
    }
}

ReadProgress reader_progress(const Reader *reader) {
    uint64_t read = reader->read_before + (reader->input.source ? source_packed(reader->input.source) : 0);
    return (ReadProgress){read, reader->paths.bytes_unknown ? 0 : reader->paths.bytes};
}

Code report_from_bytes(Arena *arena, View name, View bytes, Report *report, Error *error) {
    *report = (Report){.name = arena_copy(arena, name)};
    if (name.data && !report->name.data)
        return error_memory(error);
    const char *foreign = kind_foreign(bytes);
    if (foreign)
        return error_set(error, ERROR_INPUT, "%.*s: %s", (int)name.length, name.data, foreign);
    return charset_decode(arena, name, bytes, report, error);
}
