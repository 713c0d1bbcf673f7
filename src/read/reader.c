/* read/reader: a file or standard input -> one Report after the other.
 *
 * Plain text is one report; of JSON Lines each line is one, and only one line is in memory at a time, so that a stream
 * may be endless. A report longer than LIMIT_REPORT_BYTES is refused, and its line passed over.
 */
#include "read/charset.h"
#include "read/json_line.h"
#include "read/kind.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STEP ((size_t)256 << 10) /* bytes asked for at a time */

struct Reader {
    char *name; /* the path, or "standard input" */
    int file;
    Buffer window; /* what was read and not yet used begins at start */
    size_t start;
    bool ended; /* nothing more will come */
    bool json_lines, finished;
    size_t line; /* of the line read last */
};

static View pending(const Reader *reader) {
    return view_slice(buffer_view(&reader->window), reader->start, reader->window.length);
}

/* Reads one step more. */
static Code fill(Reader *reader, Error *error) {
    char step[16384];
    if (reader->start) { /* move what is left to the front */
        View rest = pending(reader);
        memmove(reader->window.data, rest.data, rest.length);
        reader->window.length = rest.length;
        reader->start = 0;
    }
    for (size_t length = 0; length < STEP && !reader->ended;) {
        ssize_t count = read(reader->file, step, sizeof step);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return file_fault(reader->name, "cannot be read", error);
        reader->ended = count == 0;
        buffer_append(&reader->window, (View){step, (size_t)count});
        length += (size_t)count;
        if (memchr(step, '\n', (size_t)count)) /* a line from a slow pipe is not kept waiting */
            break;
    }
    return reader->window.failed ? error_memory(error) : OK;
}

/* Enough to tell the kind of file. */
static Code look(Reader *reader, Error *error) {
    Code code = OK;
    while (code == OK && !reader->ended && view_trim(pending(reader)).length < 64 &&
           pending(reader).length < KIND_BYTES)
        code = fill(reader, error);
    if (code == OK)
        reader->json_lines = kind_json_lines(pending(reader));
    if (code == OK && reader->json_lines && view_starts(pending(reader), VIEW("\xEF\xBB\xBF")))
        reader->start += 3;
    return code;
}

Code reader_open(const char *path, Reader **reader, Error *error) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return file_fault(path, "cannot be opened", error);
    Reader *opened = calloc(1, sizeof *opened);
    if (!opened) {
        if (!standard)
            close(file);
        return error_memory(error);
    }
    opened->file = file;
    opened->name = strdup(standard ? "standard input" : path);
    buffer_init(&opened->window, LIMIT_REPORT_BYTES + 2 * STEP);
    Code code = opened->name ? look(opened, error) : error_memory(error);
    if (code == OK)
        *reader = opened;
    else
        reader_close(opened);
    return code;
}

void reader_close(Reader *reader) {
    if (!reader)
        return;
    if (reader->file != STDIN_FILENO)
        close(reader->file);
    buffer_free(&reader->window);
    free(reader->name);
    free(reader);
}

static Code next_plain(Reader *reader, Arena *arena, Report *report, Error *error) {
    Code code = OK;
    reader->finished = true;
    while (code == OK && !reader->ended && pending(reader).length <= LIMIT_REPORT_BYTES)
        code = fill(reader, error);
    return code == OK ? report_from_bytes(arena, view(reader->name), pending(reader), report, error) : code;
}

/* The next line without its end, good until the next call. *cut is set for one that is too long, which is passed over.
 */
static Code next_line(Reader *reader, View *line, bool *cut, bool *done, Error *error) {
    size_t scanned = 0; /* bytes of pending that hold no line break */
    *cut = *done = false;
    for (;;) {
        View rest = pending(reader);
        const char *found = rest.length > scanned ? memchr(rest.data + scanned, '\n', rest.length - scanned) : NULL;
        if (found || (reader->ended && rest.length)) {
            *line = view_slice(rest, 0, found ? (size_t)(found - rest.data) : rest.length);
            reader->start += line->length + (found != NULL);
            *cut = *cut || line->length > LIMIT_REPORT_BYTES;
            reader->line++;
            return OK;
        }
        if (reader->ended) {
            reader->line += *cut;
            *line = (View){"", 0};
            *done = !*cut;
            return OK;
        }
        scanned = rest.length;
        if (rest.length > LIMIT_REPORT_BYTES) {
            *cut = true;
            reader->start = reader->window.length;
            scanned = 0;
        }
        Code code = fill(reader, error);
        if (code != OK)
            return code;
    }
}

static Code next_json(Reader *reader, Arena *arena, Report *report, bool *done, Error *error) {
    View line;
    bool cut;
    do {
        Code code = next_line(reader, &line, &cut, done, error);
        if (code != OK || *done)
            return code;
    } while (!cut && view_trim(line).length == 0);
    if (cut)
        return error_set(error, ERROR_INPUT, "%s:%zu: longer than %zu MiB; split it", reader->name, reader->line,
                         LIMIT_REPORT_BYTES >> 20);
    return json_line_read(arena, reader->name, reader->line, line, report, error);
}

Code reader_next(Reader *reader, Arena *arena, Report *report, bool *done, Error *error) {
    *report = (Report){0};
    *done = reader->finished;
    if (reader->finished)
        return OK;
    Code code =
        reader->json_lines ? next_json(reader, arena, report, done, error) : next_plain(reader, arena, report, error);
    if (code != OK && code != ERROR_INPUT)
        reader->finished = true;
    return code;
}

Code report_from_bytes(Arena *arena, View name, View bytes, Report *report, Error *error) {
    *report = (Report){.name = arena_copy(arena, name)};
    if (name.data && !report->name.data)
        return error_memory(error);
    return charset_decode(arena, name, bytes, report, error);
}
