/* packing: private to base/. The two ways of unpacking that unpack.c chooses between. */
#ifndef ISNAD_BASE_PACKING_H
#define ISNAD_BASE_PACKING_H

#include "base/base.h"

typedef struct GzipStream GzipStream;
GzipStream *gzip_stream_new(bool deflate);
UnpackState gzip_stream_step(GzipStream *gzip, View *packed, char *out, size_t room, size_t *made);
bool gzip_stream_restart(GzipStream *gzip);
void gzip_stream_free(GzipStream *gzip);

typedef struct ZstdStream ZstdStream;
ZstdStream *zstd_stream_new(void);
UnpackState zstd_stream_step(ZstdStream *zstd, View *packed, char *out, size_t room, size_t *made);
bool zstd_stream_restart(ZstdStream *zstd);
void zstd_stream_free(ZstdStream *zstd);

#endif
