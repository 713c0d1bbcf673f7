/* base/unpack: packed bytes -> bytes, as a stream, whatever they are packed with. */
#include "base/packing.h"
#include <stdlib.h>

struct Unpacker {
    GzipStream *gzip; /* one of the two */
    ZstdStream *zstd;
};

Packing packing_of(View head) {
    if (gzip_is(head))
        return PACKING_GZIP;
    return view_starts(head, VIEW("\x28\xB5\x2F\xFD")) ? PACKING_ZSTD : PACKING_NONE;
}

Unpacker *unpacker_new(Packing packing) {
    Unpacker *made = calloc(1, sizeof *made);
    if (!made)
        return NULL;
    if (packing == PACKING_ZSTD)
        made->zstd = zstd_stream_new();
    else
        made->gzip = gzip_stream_new(packing == PACKING_DEFLATE);
    if (made->zstd || made->gzip)
        return made;
    free(made);
    return NULL;
}

UnpackState unpacker_step(Unpacker *unpacker, View *packed, char *out, size_t room, size_t *made) {
    return unpacker->zstd ? zstd_stream_step(unpacker->zstd, packed, out, room, made)
                          : gzip_stream_step(unpacker->gzip, packed, out, room, made);
}

bool unpacker_restart(Unpacker *unpacker) {
    return unpacker->zstd ? zstd_stream_restart(unpacker->zstd) : gzip_stream_restart(unpacker->gzip);
}

void unpacker_free(Unpacker *unpacker) {
    if (!unpacker)
        return;
    gzip_stream_free(unpacker->gzip);
    zstd_stream_free(unpacker->zstd);
    free(unpacker);
}
