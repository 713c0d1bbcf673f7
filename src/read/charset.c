/* read/charset: bytes -> valid UTF-8 with \n line breaks.
 *
 * A byte order mark decides; else valid UTF-8 wins; else, when most of what is not ASCII is good UTF-8, the bad bytes
 * are replaced by U+FFFD; else it is a one-byte charset: windows-1252 when a byte of 0x80-0x9F stands in it (there are
 * curly quotation marks and dashes), else ISO-8859-1, which agrees with it everywhere else. Every choice but UTF-8 is
 * noted. Other charsets (Cyrillic, Arabic ...) are left out: nothing in plain bytes tells them apart safely.
 */
#include "read/charset.h"
#include "read/kind.h"
#include <string.h>

/* Unicode of the bytes 0x80-0x9F in windows-1252; 0 where it has none. */
static const uint16_t windows_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

#define REPLACEMENT 0xFFFDu

typedef enum Charset { UTF_8, UTF_16_LITTLE, UTF_16_BIG, WINDOWS_1252, ISO_8859_1 } Charset;

/* What a pass over the bytes writes and counts. With out NULL it only counts. */
typedef struct Decoding {
    char *out;
    size_t length;
    size_t malformed, controls;
    bool after_return; /* a \r was just written as \n: a following \n is part of it */
} Decoding;

static bool note(Arena *arena, Report *report, View words) {
    return words.data && list_push(arena, &report->notes, words);
}

static void put(Decoding *decoding, uint32_t code_point) {
    bool skip = code_point == '\n' && decoding->after_return;
    decoding->after_return = code_point == '\r';
    if (skip)
        return;
    if ((code_point >= 0x0A && code_point <= 0x0D) || code_point == 0x85 || code_point == 0x2028 ||
        code_point == 0x2029) {
        code_point = '\n';
    } else if ((code_point < 0x20 && code_point != '\t') || code_point == 0x7F) {
        decoding->controls++;
        code_point = ' ';
    }
    char bytes[4];
    size_t count = utf8_write(code_point, bytes);
    if (decoding->out)
        memcpy(decoding->out + decoding->length, bytes, count);
    decoding->length += count;
}

static void put_bad(Decoding *decoding) {
    decoding->malformed++;
    put(decoding, REPLACEMENT);
}

static void decode_utf_8(Decoding *decoding, View bytes) {
    for (size_t position = 0; position < bytes.length;) {
        uint32_t code_point = utf8_next(bytes, &position);
        if (code_point == UTF8_BAD)
            put_bad(decoding);
        else
            put(decoding, code_point);
    }
}

static uint32_t unit_16(View bytes, size_t at, bool big) {
    unsigned char first = (unsigned char)bytes.data[at], second = (unsigned char)bytes.data[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static void decode_utf_16(Decoding *decoding, View bytes, bool big) {
    size_t position = 0;
    while (position + 2 <= bytes.length) {
        uint32_t unit = unit_16(bytes, position, big);
        position += 2;
        if (unit < 0xD800 || unit >= 0xE000) {
            put(decoding, unit);
            continue;
        }
        uint32_t low = position + 2 <= bytes.length ? unit_16(bytes, position, big) : 0;
        if (unit < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
            put(decoding, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            position += 2;
        } else {
            put_bad(decoding);
        }
    }
    if (position < bytes.length)
        put_bad(decoding);
}

static void decode_one_byte(Decoding *decoding, View bytes) {
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        uint32_t code_point = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
        if (byte >= 0x80 && code_point == 0)
            put_bad(decoding);
        else
            put(decoding, code_point);
    }
}

static void decode(Decoding *decoding, Charset charset, View bytes) {
    switch (charset) {
    case UTF_8: decode_utf_8(decoding, bytes); break;
    case UTF_16_LITTLE: decode_utf_16(decoding, bytes, false); break;
    case UTF_16_BIG: decode_utf_16(decoding, bytes, true); break;
    case WINDOWS_1252:
    case ISO_8859_1: decode_one_byte(decoding, bytes); break;
    }
}

/* The charset of bytes without a byte order mark. */
static Charset charset_of(View bytes) {
    size_t first = utf8_invalid(bytes), good = 0, bad = 0;
    if (first == SIZE_MAX)
        return UTF_8;
    bool high_controls = false;
    for (size_t position = 0; position < bytes.length;) {
        unsigned char byte = (unsigned char)bytes.data[position];
        high_controls = high_controls || (byte >= 0x80 && byte < 0xA0);
        uint32_t code_point = utf8_next(bytes, &position);
        bad += code_point == UTF8_BAD;
        good += code_point >= 0x80 && code_point != UTF8_BAD;
    }
    if (good > bad)
        return UTF_8;
    return high_controls ? WINDOWS_1252 : ISO_8859_1;
}

/* Takes a byte order mark off the front and tells the charset. */
static Charset take_mark(View *bytes) {
    static const struct {
        const char *mark;
        Charset charset;
    } marks[] = {{"\xEF\xBB\xBF", UTF_8}, {"\xFF\xFE", UTF_16_LITTLE}, {"\xFE\xFF", UTF_16_BIG}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        View mark = view(marks[i].mark);
        if (view_starts(*bytes, mark)) {
            *bytes = view_slice(*bytes, mark.length, bytes->length);
            return marks[i].charset;
        }
    }
    return charset_of(*bytes);
}

static bool note_charset(Arena *arena, Report *report, Charset charset, View bytes) {
    static const char *const names[] = {"", "UTF-16 (little-endian)", "UTF-16 (big-endian)", "windows-1252",
                                        "ISO-8859-1"};
    if (charset == UTF_8)
        return true;
    if (!note(arena, report, arena_format(arena, "read as %s", names[charset])))
        return false;
    size_t high = 0;
    for (size_t i = 0; i < bytes.length; i++)
        high += (unsigned char)bytes.data[i] >= 0xC0;
    bool strange = charset >= WINDOWS_1252 && high * 5 > bytes.length; /* no Western language has so many accents */
    return !strange || note(arena, report,
                            VIEW("many letters are not ASCII: the file may be in another charset; "
                                 "convert it to UTF-8"));
}

static bool note_faults(Arena *arena, Report *report, const Decoding *decoding) {
    size_t malformed = decoding->malformed, controls = decoding->controls;
    if (malformed && !note(arena, report,
                           arena_format(arena, "%zu malformed byte%s replaced", malformed, malformed == 1 ? "" : "s")))
        return false;
    return !controls ||
           note(arena, report,
                arena_format(arena, "%zu control character%s replaced by a space", controls, controls == 1 ? "" : "s"));
}

static Code fill_body(Arena *arena, View name, View bytes, Charset charset, Report *report, Error *error) {
    Decoding count = {0};
    decode(&count, charset, bytes);
    Decoding body = {.out = arena_take(arena, count.length + 1)};
    if (!body.out)
        return error_memory(error);
    decode(&body, charset, bytes);
    report->body = (View){body.out, body.length};
    if (view_trim(report->body).length == 0)
        return error_set(error, ERROR_INPUT, "%.*s: empty: no text in it", (int)name.length, name.data);
    return note_charset(arena, report, charset, bytes) && note_faults(arena, report, &body) ? OK : error_memory(error);
}

Code charset_decode(Arena *arena, View name, View bytes, Report *report, Error *error) {
    if (bytes.length > LIMIT_REPORT_BYTES)
        return error_set(error, ERROR_INPUT, "%.*s: longer than %zu MiB; split it", (int)name.length, name.data,
                         LIMIT_REPORT_BYTES >> 20);
    const char *foreign = kind_foreign(bytes);
    if (foreign)
        return error_set(error, ERROR_INPUT, "%.*s: %s", (int)name.length, name.data, foreign);
    Charset charset = take_mark(&bytes);
    return fill_body(arena, name, bytes, charset, report, error);
}

Code charset_clean(Arena *arena, View name, View text, Report *report, Error *error) {
    return fill_body(arena, name, text, UTF_8, report, error);
}
