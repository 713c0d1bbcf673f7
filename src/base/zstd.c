/* base/zstd: unpacks zstd frames as a stream. The only file that knows libzstd. Frames that need a dictionary are
 * damage here. */
#include "base/packing.h"
#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#define WINDOW_BITS 27 /* 128 MiB, what the zstd command takes too: a frame may ask for no more memory */

struct ZstdStream {
    ZSTD_DStream *stream;
};

ZstdStream *zstd_stream_new(void) {
    ZstdStream *made = calloc(1, sizeof *made);
    if (made)
        made->stream = ZSTD_createDStream();
    if (made &&
        (!made->stream || ZSTD_isError(ZSTD_DCtx_setParameter(made->stream, ZSTD_d_windowLogMax, WINDOW_BITS)))) {
        zstd_stream_free(made);
        return NULL;
    }
    return made;
}

UnpackState zstd_stream_step(ZstdStream *zstd, View *packed, char *out, size_t room, size_t *made) {
    ZSTD_inBuffer in = {packed->data, packed->length, 0};
    ZSTD_outBuffer into = {out, room, 0};
    size_t left = ZSTD_decompressStream(zstd->stream, &into, &in);
    *made = into.pos;
    *packed = view_slice(*packed, in.pos, packed->length);
    if (ZSTD_isError(left))
        return ZSTD_getErrorCode(left) == ZSTD_error_memory_allocation ? UNPACK_NO_MEMORY : UNPACK_DAMAGED;
    return left == 0 ? UNPACK_END : UNPACK_GOES_ON;
}

bool zstd_stream_restart(ZstdStream *zstd) {
    return !ZSTD_isError(ZSTD_DCtx_reset(zstd->stream, ZSTD_reset_session_only));
}

void zstd_stream_free(ZstdStream *zstd) {
    if (zstd)
        ZSTD_freeDStream(zstd->stream);
    free(zstd);
}
