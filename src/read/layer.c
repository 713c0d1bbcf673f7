/* read/layer: one packing taken off, as a stream. Members (of gzip) and frames (of zstd) follow one another, as each
 * record of a .warc.gz is its own. A damaged or cut member is noted, and the next one is looked for by the bytes that a
 * member begins with: from behind the beginning of the damaged one, since what was unpacked in vain may have run over
 * it. What unpacks to much more than any text does is a bomb: it is noted and ends there. */
#include "read/source.h"
#include <string.h>

#define PIECE      ((size_t)64 << 10)
#define HEADER     10                    /* bytes of gzip's, of which zstd needs fewer */
#define KEPT       ((size_t)256 << 10)   /* so many unpacked bytes are kept to look for the next member in */
#define BOMB_BYTES ((uint64_t)256 << 20) /* so much may come out of anything */
#define BOMB_TIMES 1000                  /* and beyond it so many times what went in: deflate makes at most 1,032 */

static Code note(Source *source, const Layer *layer, const char *what, Error *error) {
    buffer_format(&source->faults, "%s: byte %llu of the %s: %s\n", source->name,
                  (unsigned long long)layer->member_place, layer->packing == PACKING_ZSTD ? "zstd" : "gzip", what);
    return source->faults.failed ? error_memory(error) : OK;
}

/* Whether a member begins there, so far as its first bytes tell. */
static bool may_begin(Packing packing, View rest) {
    if (packing == PACKING_GZIP)
        return gzip_is(rest);
    bool skippable = rest.length >= 4 && (rest.data[0] & 0xF0) == 0x50 && memcmp(rest.data + 1, "\x2A\x4D\x18", 3) == 0;
    return skippable || packing_of(rest) == PACKING_ZSTD;
}

/* The same in the midst of other bytes, where two alike are no rarity: gzip's whole header (RFC 1952: deflate, no
 * reserved flag, only the extra flags and systems that there are); zstd's magic number is long enough. */
static bool begins(Packing packing, View rest) {
    if (packing != PACKING_GZIP)
        return packing_of(rest) == packing;
    const unsigned char *byte = (const unsigned char *)rest.data;
    return rest.length >= HEADER && gzip_is(rest) && byte[2] == 8 && byte[3] < 0x20 && (byte[8] & 0xF9) == 0 &&
           (byte[9] <= 13 || byte[9] == 255);
}

/* Takes another piece from below; what is behind the unpacker goes, but for what a search may need. */
static Code take_piece(Source *source, size_t level, Error *error) {
    Layer *layer = &source->layers[level];
    char piece[PIECE];
    size_t count;
    Code code = layer_pull(source, level, piece, sizeof piece, &count, error);
    if (code != OK)
        return code;
    layer->ended = count == 0;
    size_t drop = layer->start > KEPT && layer->start - KEPT > layer->member ? layer->start - KEPT : layer->member;
    if (drop > PIECE) {
        memmove(layer->packed.data, layer->packed.data + drop, layer->packed.length - drop);
        layer->packed.length -= drop;
        layer->start -= drop;
        layer->member = 0;
        layer->place += drop;
    }
    buffer_append(&layer->packed, (View){piece, count});
    return layer->packed.failed ? error_memory(error) : OK;
}

static void stand_at(Layer *layer, size_t at) {
    layer->start = layer->member = at;
    layer->within = false;
}

/* Goes on to the next member at or behind `from`, or to the end. */
static Code find_member(Source *source, size_t level, size_t from, Error *error) {
    Layer *layer = &source->layers[level];
    for (;;) {
        View all = buffer_view(&layer->packed);
        for (; from + HEADER <= all.length; from++)
            if (begins(layer->packing, view_slice(all, from, all.length))) {
                stand_at(layer, from);
                return OK;
            }
        stand_at(layer, layer->ended ? all.length : from);
        if (layer->ended)
            return OK;
        uint64_t place = layer->place;
        Code code = take_piece(source, level, error);
        if (code != OK)
            return code;
        from -= (size_t)(layer->place - place);
    }
}

static View waiting(const Layer *layer) {
    return view_slice(buffer_view(&layer->packed), layer->start, layer->packed.length);
}

/* Between two members: zeros are padding, as tape archives have; anything else that begins no member is damage. The
 * caller comes again until a member has begun or nothing is left. */
static Code begin_member(Source *source, size_t level, Error *error) {
    Layer *layer = &source->layers[level];
    Code code = OK;
    while (code == OK && !layer->ended && waiting(layer).length < HEADER)
        code = take_piece(source, level, error);
    View rest = waiting(layer);
    if (code != OK || !rest.length)
        return code;
    size_t zeros = 0;
    while (zeros < rest.length && rest.data[zeros] == 0)
        zeros++;
    stand_at(layer, layer->start + zeros);
    layer->member_place = layer->place + layer->start;
    layer->within = !zeros && may_begin(layer->packing, rest);
    if (zeros || layer->within)
        return OK;
    code = note(source, layer, "no packed data; what follows was searched for more", error);
    return code == OK ? find_member(source, level, layer->start + 1, error) : code;
}

static bool is_bomb(const Layer *layer) {
    return layer->made > BOMB_BYTES && layer->made / BOMB_TIMES > layer->taken;
}

static Code give_up_member(Source *source, size_t level, const char *what, Error *error) {
    Layer *layer = &source->layers[level];
    Code code = note(source, layer, what, error);
    if (code == OK && !unpacker_restart(layer->unpacker))
        code = error_memory(error);
    size_t kept = layer->start > KEPT ? layer->start - KEPT : 0;
    return code == OK ? find_member(source, level, layer->member + 1 > kept ? layer->member + 1 : kept, error) : code;
}

/* One step of unpacking. */
static Code unpack(Source *source, size_t level, char *out, size_t room, size_t *made, Error *error) {
    Layer *layer = &source->layers[level];
    View packed = waiting(layer);
    size_t before = packed.length;
    UnpackState state = unpacker_step(layer->unpacker, &packed, out, room, made);
    layer->start += before - packed.length;
    layer->taken += before - packed.length;
    layer->made += *made;
    if (state == UNPACK_NO_MEMORY)
        return error_memory(error);
    if (is_bomb(layer)) {
        layer->ended = true;
        stand_at(layer, layer->packed.length);
        *made = 0;
        return note(source, layer, "unpacks to more than 1,000 times its size; what follows is not read", error);
    }
    if (state == UNPACK_END)
        stand_at(layer, layer->start);
    else if (state == UNPACK_DAMAGED)
        return give_up_member(source, level, "damaged; what could be unpacked was read", error);
    else if (!*made && packed.length == before && layer->ended)
        return give_up_member(source, level, "cut; what could be unpacked was read", error);
    return OK;
}

Code layer_pull(Source *source, size_t level, char *out, size_t room, size_t *made, Error *error) {
    *made = 0;
    if (level == 0)
        return file_pull(source, out, room, made, error);
    Layer *layer = &source->layers[--level];
    Code code = OK;
    while (code == OK && *made == 0) {
        bool empty = layer->start == layer->packed.length;
        if (empty && layer->ended && !layer->within)
            return OK;
        if (empty && !layer->ended)
            code = take_piece(source, level, error);
        else if (layer->within)
            code = unpack(source, level, out, room, made, error);
        else
            code = begin_member(source, level, error);
    }
    return code;
}

Code layer_add(Source *source, Packing packing, Error *error) {
    Layer *layer = &source->layers[source->layer_count];
    *layer = (Layer){.packing = packing, .unpacker = unpacker_new(packing)};
    buffer_init(&layer->packed, 0);
    buffer_append(&layer->packed, source_pending(source));
    if (!layer->unpacker || layer->packed.failed) {
        layer_free(layer);
        return error_memory(error);
    }
    layer->ended = source->ended;
    source->layer_count++;
    buffer_clear(&source->window);
    source->start = 0;
    source->ended = false;
    return OK;
}

void layer_free(Layer *layer) {
    unpacker_free(layer->unpacker);
    buffer_free(&layer->packed);
}
