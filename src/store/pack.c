/* store/pack: a record's line <-> its zstd form. The only file of store/ that knows zstd. Contexts are kept, since
 * making one takes as long as packing a record. */
#include "store/inside.h"
#include <zstd.h>

#define LEVEL 5 /* a record in a fifth of a millisecond; level 9 takes twice that for a twentieth less */

Code pack(Store *store, Arena *arena, View record, View *packed, Error *error) {
    size_t room = ZSTD_compressBound(record.length);
    char *data = arena_take(arena, room);
    if (!store->packer)
        store->packer = ZSTD_createCCtx();
    if (!data || !store->packer)
        return error_memory(error);
    size_t length = ZSTD_compressCCtx(store->packer, data, room, record.data, record.length, LEVEL);
    if (ZSTD_isError(length))
        return error_memory(error); /* its only fault, with a buffer of this size */
    *packed = (View){data, length};
    return OK;
}

Code unpack(Store *store, Arena *arena, View packed, View *record, Error *error) {
    unsigned long long length = ZSTD_getFrameContentSize(packed.data, packed.length);
    if (length == ZSTD_CONTENTSIZE_ERROR || length == ZSTD_CONTENTSIZE_UNKNOWN || length > LIMIT_RECORD_BYTES)
        return error_set(error, ERROR_INPUT, "%s: a record cannot be unpacked; isnad check says which", store->path);
    char *data = arena_take(arena, (size_t)length + 1);
    if (!store->unpacker)
        store->unpacker = ZSTD_createDCtx();
    if (!data || !store->unpacker)
        return error_memory(error);
    size_t done = ZSTD_decompressDCtx(store->unpacker, data, (size_t)length, packed.data, packed.length);
    if (ZSTD_isError(done) || done != length)
        return error_set(error, ERROR_INPUT, "%s: a record cannot be unpacked; isnad check says which", store->path);
    *record = (View){data, done};
    return OK;
}

void pack_close(Store *store) {
    ZSTD_freeCCtx(store->packer);
    ZSTD_freeDCtx(store->unpacker);
}
