/* base/gzip: unpacks gzip and deflate, as a stream and as a file that lies in memory, several members too. The only
 * file that knows zlib. */
#include "base/packing.h"
#include <stdlib.h>
#include <zlib.h>

#define STEP       ((size_t)1 << 30) /* zlib counts in 32 bits */
#define GZIP_FRAME (15 + 16)
#define ZLIB_FRAME 15
#define NO_FRAME   (-15)

struct GzipStream {
    z_stream stream;
    bool deflate, begun;
};

bool gzip_is(View content) {
    return content.length >= 2 && (unsigned char)content.data[0] == 0x1F && (unsigned char)content.data[1] == 0x8B;
}

GzipStream *gzip_stream_new(bool deflate) {
    GzipStream *made = calloc(1, sizeof *made);
    if (made && inflateInit2(&made->stream, deflate ? ZLIB_FRAME : GZIP_FRAME) != Z_OK) {
        free(made);
        return NULL;
    }
    if (made)
        made->deflate = deflate;
    return made;
}

/* Servers send "deflate" with zlib's frame (RFC 1950: 8 in the low half of the first byte, both a multiple of 31), and
 * some without. */
static bool begins_with_frame(View packed) {
    unsigned first = (unsigned char)packed.data[0], second = packed.length > 1 ? (unsigned char)packed.data[1] : 0;
    return (first & 15) == 8 && (packed.length < 2 || (first << 8 | second) % 31 == 0);
}

UnpackState gzip_stream_step(GzipStream *gzip, View *packed, char *out, size_t room, size_t *made) {
    z_stream *stream = &gzip->stream;
    size_t given = packed->length < STEP ? packed->length : STEP;
    *made = 0;
    if (gzip->deflate && !gzip->begun && given && !begins_with_frame(*packed) &&
        inflateReset2(stream, NO_FRAME) != Z_OK)
        return UNPACK_NO_MEMORY;
    gzip->begun = gzip->begun || given;
    stream->next_in = (Bytef *)(uintptr_t)packed->data;
    stream->avail_in = (uInt)given;
    stream->next_out = (Bytef *)out;
    stream->avail_out = (uInt)(room < STEP ? room : STEP);
    size_t asked = stream->avail_out;
    int state = inflate(stream, Z_NO_FLUSH);
    *made = asked - stream->avail_out;
    *packed = view_slice(*packed, given - stream->avail_in, packed->length);
    if (state == Z_MEM_ERROR)
        return UNPACK_NO_MEMORY;
    if (state == Z_STREAM_END)
        return gzip_stream_restart(gzip) ? UNPACK_END : UNPACK_NO_MEMORY;
    return state == Z_OK || state == Z_BUF_ERROR ? UNPACK_GOES_ON : UNPACK_DAMAGED;
}

bool gzip_stream_restart(GzipStream *gzip) {
    gzip->begun = false;
    return inflateReset2(&gzip->stream, gzip->deflate ? ZLIB_FRAME : GZIP_FRAME) == Z_OK;
}

void gzip_stream_free(GzipStream *gzip) {
    if (gzip)
        inflateEnd(&gzip->stream);
    free(gzip);
}

/* Unpacks everything into out; UNPACK_END when all of it was good. */
static UnpackState unpack_all(GzipStream *gzip, View packed, Buffer *out) {
    char piece[65536];
    UnpackState state = UNPACK_GOES_ON;
    size_t made = 0;
    do {
        size_t before = packed.length;
        state = gzip_stream_step(gzip, &packed, piece, sizeof piece, &made);
        buffer_append(out, (View){piece, made});
        if (state == UNPACK_GOES_ON && !made && packed.length == before)
            return UNPACK_DAMAGED; /* cut */
    } while (!out->failed && (state == UNPACK_GOES_ON || (state == UNPACK_END && packed.length)));
    return state;
}

Code gzip_unpack(Arena *arena, View packed, const char *name, size_t maximum, View *content, Error *error) {
    Buffer out;
    GzipStream *gzip = gzip_stream_new(false);
    if (!gzip)
        return error_memory(error);
    buffer_init(&out, maximum);
    UnpackState state = unpack_all(gzip, packed, &out);
    gzip_stream_free(gzip);
    Code code = OK;
    if (out.failed && maximum && out.length + 65536 > maximum)
        code = error_set(error, ERROR_INPUT, "%s: unpacks to more than %zu MiB; split it", name, maximum >> 20);
    else if (out.failed || state == UNPACK_NO_MEMORY)
        code = error_memory(error);
    else if (state != UNPACK_END)
        code = error_set(error, ERROR_INPUT, "%s: damaged or cut gzip; fetch it again", name);
    if (code == OK) {
        *content = arena_copy(arena, buffer_view(&out));
        if (!content->data)
            code = error_memory(error);
    }
    buffer_free(&out);
    return code;
}
