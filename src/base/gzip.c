/* base/gzip: unpacks a gzip file that lies in memory, several members too. The only file that knows zlib. */
#include "base/base.h"
#include <limits.h>
#include <zlib.h>

#define STEP ((uInt)1 << 30) /* zlib counts in 32 bits */

bool gzip_is(View content) {
    return content.length >= 2 && (unsigned char)content.data[0] == 0x1F && (unsigned char)content.data[1] == 0x8B;
}

/* Inflates everything into out; Z_STREAM_END when all of it was good. */
static int inflate_all(z_stream *stream, View packed, Buffer *out) {
    char piece[65536];
    size_t taken = 0;
    int state = Z_OK;
    stream->avail_in = 0;
    while (!out->failed) {
        if (stream->avail_in == 0 && taken < packed.length) {
            size_t left = packed.length - taken;
            stream->next_in = (Bytef *)(uintptr_t)(packed.data + taken);
            stream->avail_in = left < STEP ? (uInt)left : STEP;
            taken += stream->avail_in;
        }
        if (state == Z_STREAM_END) {
            if (stream->avail_in == 0)
                return state;
            if ((state = inflateReset(stream)) != Z_OK) /* another member */
                return state;
        }
        stream->next_out = (Bytef *)piece;
        stream->avail_out = sizeof piece;
        state = inflate(stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return state;
        buffer_append(out, (View){piece, sizeof piece - stream->avail_out});
    }
    return Z_MEM_ERROR;
}

Code gzip_unpack(Arena *arena, View packed, const char *name, size_t maximum, View *content, Error *error) {
    z_stream stream = {0};
    Buffer out;
    if (inflateInit2(&stream, 15 + 16) != Z_OK) /* 16: gzip's frame */
        return error_memory(error);
    buffer_init(&out, maximum);
    int state = inflate_all(&stream, packed, &out);
    inflateEnd(&stream);
    Code code = OK;
    if (out.failed && maximum && out.length + 65536 > maximum)
        code = error_set(error, ERROR_INPUT, "%s: unpacks to more than %zu MiB; split it", name, maximum >> 20);
    else if (out.failed || state == Z_MEM_ERROR)
        code = error_memory(error);
    else if (state != Z_STREAM_END)
        code = error_set(error, ERROR_INPUT, "%s: damaged or cut gzip; fetch it again", name);
    if (code == OK) {
        *content = arena_copy(arena, buffer_view(&out));
        if (!content->data)
            code = error_memory(error);
    }
    buffer_free(&out);
    return code;
}
