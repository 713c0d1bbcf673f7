/* base/utf8: code points out of bytes and back. Strict as Unicode's table 3-7: no overlong forms, no surrogates,
 * nothing above U+10FFFF. */
#include "base/base.h"
#include <string.h>

uint32_t utf8_next(View text, size_t *position) {
    const unsigned char *at = (const unsigned char *)text.data + *position;
    size_t left = text.length - *position, length;
    uint32_t code_point, least;
    *position += 1;
    if (at[0] < 0x80)
        return at[0];
    if (at[0] >= 0xC2 && at[0] < 0xE0) {
        length = 2, code_point = at[0] & 0x1Fu, least = 0x80;
    } else if (at[0] >= 0xE0 && at[0] < 0xF0) {
        length = 3, code_point = at[0] & 0x0Fu, least = 0x800;
    } else if (at[0] >= 0xF0 && at[0] < 0xF5) {
        length = 4, code_point = at[0] & 0x07u, least = 0x10000;
    } else {
        return UTF8_BAD;
    }
    if (length > left)
        return UTF8_BAD;
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        code_point = code_point << 6 | (at[i] & 0x3Fu);
    }
    if (code_point < least || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        return UTF8_BAD;
    *position += length - 1;
    return code_point;
}

uint32_t utf8_previous(View text, size_t *position) {
    size_t start = *position - 1;
    while (start > 0 && ((unsigned char)text.data[start] & 0xC0) == 0x80)
        start--;
    *position = start;
    return utf8_next(text, &start);
}

size_t utf8_write(uint32_t code_point, char out[4]) {
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    static const unsigned char lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(lead[length] | code_point);
    return length;
}

/* How many of the bytes from start on are ASCII, counted eight at a time: most text is. */
static size_t ascii_run(View text, size_t start) {
    size_t i = start;
    for (uint64_t eight; i + 8 <= text.length; i += 8) {
        memcpy(&eight, text.data + i, 8);
        if (eight & 0x8080808080808080u)
            break;
    }
    while (i < text.length && (unsigned char)text.data[i] < 0x80)
        i++;
    return i - start;
}

size_t utf8_invalid(View text) {
    size_t position = 0;
    while ((position += ascii_run(text, position)) < text.length) {
        size_t start = position;
        if (utf8_next(text, &position) == UTF8_BAD)
            return start;
    }
    return SIZE_MAX;
}

size_t utf8_count(View text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}
