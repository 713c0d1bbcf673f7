/* read/http: the bytes of a response -> status, type, charset and body, chunks joined and packing taken off. Archives
 * often keep the headers of a body that they have stored unpacked already: a body that is not what its headers say is
 * taken as it is. */
#include "read/http.h"

View header_block(View *rest) {
    View all = *rest;
    for (size_t at = view_find(all, VIEW("\n"), 0); at != SIZE_MAX; at = view_find(all, VIEW("\n"), at + 1)) {
        size_t behind = at + 1;
        behind += behind < all.length && all.data[behind] == '\r';
        if (behind < all.length && all.data[behind] == '\n') {
            *rest = view_slice(all, behind + 1, all.length);
            return view_slice(all, 0, at + 1);
        }
    }
    *rest = view_slice(all, all.length, all.length);
    return all;
}

View header_value(View headers, const char *name) {
    View line, wanted = view(name);
    while (view_split(&headers, '\n', &line)) {
        size_t colon = view_find(line, VIEW(":"), 0);
        if (colon != SIZE_MAX && view_equal_folded(view_trim(view_slice(line, 0, colon)), wanted))
            return view_trim(view_slice(line, colon + 1, line.length));
    }
    return view(NULL);
}

View header_parameter(View value, const char *name) {
    View part, wanted = view(name), quote = VIEW("\"");
    while (view_split(&value, ';', &part)) {
        size_t equals = view_find(part, VIEW("="), 0);
        if (equals == SIZE_MAX || !view_equal_folded(view_trim(view_slice(part, 0, equals)), wanted))
            continue;
        View found = view_trim(view_slice(part, equals + 1, part.length));
        if (view_starts(found, quote))
            found = view_slice(found, 1, view_ends(found, quote) && found.length > 1 ? found.length - 1 : found.length);
        return found.length ? found : view(NULL);
    }
    return view(NULL);
}

/* The size that a chunk's line gives; false for a line that gives none. */
static bool chunk_size(View line, size_t *size) {
    size_t i = 0;
    line = view_trim(line);
    for (*size = 0; i < line.length && i < 15; i++) {
        char byte = line.data[i];
        unsigned digit = byte >= '0' && byte <= '9'   ? (unsigned)(byte - '0')
                         : byte >= 'a' && byte <= 'f' ? (unsigned)(byte - 'a') + 10
                         : byte >= 'A' && byte <= 'F' ? (unsigned)(byte - 'A') + 10
                                                      : 16;
        if (digit == 16)
            break;
        *size = *size * 16 + digit;
    }
    return i > 0 && (i == line.length || line.data[i] == ';' || line.data[i] == ' ');
}

/* RFC 9112, 7.1. A body that is cut or damaged gives what there is. */
static Code join_chunks(Arena *arena, Http *http, Error *error) {
    View rest = http->body, line;
    size_t size;
    if (!view_split(&rest, '\n', &line) || !chunk_size(line, &size))
        return OK; /* joined already */
    Buffer joined;
    buffer_init(&joined, 0);
    while (size > 0) {
        bool cut = size > rest.length;
        buffer_append(&joined, view_slice(rest, 0, cut ? rest.length : size));
        rest = view_slice(rest, cut ? rest.length : size, rest.length);
        bool any = !cut && view_split(&rest, '\n', &line);
        if (any && view_trim(line).length == 0)
            any = view_split(&rest, '\n', &line);
        if (!any || !chunk_size(line, &size)) {
            http->fault = "its chunks are damaged or cut";
            buffer_append(&joined, rest);
            break;
        }
    }
    http->body = arena_copy(arena, buffer_view(&joined));
    bool failed = joined.failed || !http->body.data;
    buffer_free(&joined);
    return failed ? error_memory(error) : OK;
}

static Code unpack(Arena *arena, Packing packing, Http *http, Error *error) {
    char piece[16384];
    View packed = http->body;
    Buffer out;
    UnpackState state = UNPACK_GOES_ON;
    Unpacker *unpacker = unpacker_new(packing);
    if (!unpacker)
        return error_memory(error);
    buffer_init(&out, LIMIT_REPORT_BYTES + sizeof piece);
    for (size_t made = 1, before = SIZE_MAX; state == UNPACK_GOES_ON && (made || packed.length < before);) {
        before = packed.length;
        state = unpacker_step(unpacker, &packed, piece, sizeof piece, &made);
        buffer_append(&out, (View){piece, made});
        if (out.failed)
            break;
    }
    unpacker_free(unpacker);
    if (state != UNPACK_END)
        http->fault = "its packing is damaged or cut";
    bool as_it_is = state != UNPACK_END && out.length == 0; /* unpacked already */
    bool failed = state == UNPACK_NO_MEMORY;
    if (as_it_is)
        http->fault = NULL;
    else if (!failed && !(http->body = arena_copy(arena, buffer_view(&out))).data)
        failed = true;
    buffer_free(&out);
    return failed ? error_memory(error) : OK;
}

Code http_read(Arena *arena, View response, Http *http, Error *error) {
    View rest = response, headers = header_block(&rest), lines = headers, status, word;
    *http = (Http){.body = rest};
    view_split(&lines, '\n', &status);
    view_split(&status, ' ', &word);
    view_split(&status, ' ', &word);
    view_to_long(view_trim(word), &http->status);
    View type = header_value(headers, "content-type");
    http->charset = header_parameter(type, "charset");
    if (type.data && view_split(&type, ';', &word))
        http->type = view_trim(word);
    View transfer = header_value(headers, "transfer-encoding"), encoding = header_value(headers, "content-encoding");
    Code code = view_equal_folded(transfer, VIEW("chunked")) ? join_chunks(arena, http, error) : OK;
    Packing packing = view_equal_folded(encoding, VIEW("deflate")) ? PACKING_DEFLATE : packing_of(http->body);
    if (code == OK && view_equal_folded(encoding, VIEW("br")) && utf8_invalid(view_slice(http->body, 0, 512)) < 500)
        return error_set(error, ERROR_INPUT, "packed with Brotli, which isnad does not read");
    return code == OK && packing != PACKING_NONE && http->body.length ? unpack(arena, packing, http, error) : code;
}
