/* read/source: a file, standard input or memory -> a window on its unpacked bytes. A door looks at what is pending,
 * asks for more and takes what it has used off the front; a stream may be endless. */
#include "read/source.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

View source_pending(const Source *source) {
    return view_slice(buffer_view(&source->window), source->start, source->window.length);
}

bool source_ended(const Source *source) {
    return source->ended;
}

const char *source_name(const Source *source) {
    return source->name;
}

uint64_t source_place(const Source *source) {
    return source->used;
}

uint64_t source_packed(const Source *source) {
    return source->packed;
}

void source_use(Source *source, size_t bytes) {
    source->start += bytes;
    source->used += bytes;
}

Code file_pull(Source *source, char *out, size_t room, size_t *made, Error *error) {
    ssize_t count = 0;
    *made = 0;
    if (source->file < 0) {
        count = (ssize_t)(source->bytes.length < room ? source->bytes.length : room);
        if (count)
            memcpy(out, source->bytes.data, (size_t)count);
        source->bytes = view_slice(source->bytes, (size_t)count, source->bytes.length);
    } else if (!source->file_ended) {
        do
            count = read(source->file, out, room);
        while (count < 0 && errno == EINTR);
        if (count < 0)
            return file_fault(source->name, "cannot be read", error);
        source->file_ended = count == 0;
    }
    *made = (size_t)count;
    source->packed += (uint64_t)count;
    return OK;
}

/* Moves what is left to the front. */
static void move_up(Source *source) {
    View rest = source_pending(source);
    if (source->start)
        memmove(source->window.data, rest.data, rest.length);
    source->window.length = rest.length;
    source->start = 0;
}

Code source_more(Source *source, Error *error) {
    char step[16384];
    if (source->start)
        move_up(source);
    for (size_t length = 0, count = 0; length < SOURCE_STEP && !source->ended; length += count) {
        Code code = layer_pull(source, source->layer_count, step, sizeof step, &count, error);
        if (code != OK)
            return code;
        source->ended = count == 0;
        buffer_append(&source->window, (View){step, count});
        if (count && memchr(step, '\n', count)) /* a line from a slow pipe is not kept waiting */
            break;
    }
    return source->window.failed ? error_memory(error) : OK;
}

Code source_want(Source *source, size_t bytes, Error *error) {
    Code code = OK;
    while (code == OK && !source->ended && source_pending(source).length < bytes)
        code = source_more(source, error);
    return code;
}

Code source_rest(Source *source, size_t maximum, View *rest, Error *error) {
    Code code = source_want(source, maximum + 1, error);
    *rest = source_pending(source);
    if (code == OK && rest->length > maximum)
        return error_set(error, ERROR_INPUT, "%s: longer than %zu MiB; split it", source->name, maximum >> 20);
    return code;
}

bool source_fault(Source *source, Error *error) {
    View rest = view_slice(buffer_view(&source->faults), source->faults_told, source->faults.length), message;
    if (!rest.length || !view_split(&rest, '\n', &message))
        return false;
    source->faults_told += message.length + 1;
    error_set(error, ERROR_INPUT, "%.*s", (int)message.length, message.data);
    if (source->faults_told >= source->faults.length) {
        buffer_clear(&source->faults);
        source->faults_told = 0;
    }
    return true;
}

static Code take_packings_off(Source *source, Error *error) {
    Code code = source_want(source, 4, error);
    while (code == OK && packing_of(source_pending(source)) != PACKING_NONE) {
        if (source->layer_count == MOST_LAYERS)
            return error_set(error, ERROR_INPUT, "%s: packed more than %d times; unpack it first", source->name,
                             MOST_LAYERS);
        code = layer_add(source, packing_of(source_pending(source)), error);
        if (code == OK)
            code = source_want(source, 4, error);
    }
    return code;
}

static Code open_over(int file, View name, View bytes, Source **source, Error *error) {
    Source *opened = calloc(1, sizeof *opened);
    *source = NULL;
    if (!opened) {
        if (file > STDIN_FILENO)
            close(file);
        return error_memory(error);
    }
    opened->file = file;
    opened->bytes = bytes;
    opened->name = strndup(name.data ? name.data : "", name.length);
    buffer_init(&opened->window, 0);
    buffer_init(&opened->faults, 0);
    Code code = opened->name ? take_packings_off(opened, error) : error_memory(error);
    if (code == OK)
        *source = opened;
    else
        source_close(opened);
    return code;
}

Code source_open(const char *path, Source **source, Error *error) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    *source = NULL;
    if (file < 0)
        return file_fault(path, "cannot be opened", error);
    return open_over(file, view(standard ? SOURCE_STANDARD : path), (View){0}, source, error);
}

Code source_open_bytes(View name, View bytes, Source **source, Error *error) {
    return open_over(-1, name, bytes, source, error);
}

void source_close(Source *source) {
    if (!source)
        return;
    if (source->file > STDIN_FILENO)
        close(source->file);
    for (size_t i = 0; i < source->layer_count; i++)
        layer_free(&source->layers[i]);
    buffer_free(&source->window);
    buffer_free(&source->faults);
    free(source->name);
    free(source);
}
