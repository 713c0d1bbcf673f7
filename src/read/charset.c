/* read/charset: bytes -> valid UTF-8 with \n line breaks.
 *
 * A byte order mark decides; else valid UTF-8 wins; else the label that came with the bytes, or that a page has in its
 * head; else, when most of what is not ASCII is good UTF-8, the bad bytes are replaced by U+FFFD; else the letters tell
 * a charset of another script (charset_other.c); else it is a Western one: windows-1252 when a byte of 0x80-0x9F stands
 * in it (there are curly quotation marks and dashes), else ISO-8859-1, which agrees with it everywhere else. Every
 * choice but UTF-8 is noted.
 */
#include "read/charset.h"
#include <string.h>

/* Unicode of the bytes 0x80-0x9F in windows-1252; 0 where it has none. */
static const uint16_t windows_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

#define REPLACEMENT 0xFFFDu

typedef enum Charset { UTF_8, UTF_16_LITTLE, UTF_16_BIG, WINDOWS_1252, ISO_8859_1, OTHER } Charset;

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
    case OTHER: /* iconv has made it UTF-8 */
    case UTF_8: decode_utf_8(decoding, bytes); break;
    case UTF_16_LITTLE: decode_utf_16(decoding, bytes, false); break;
    case UTF_16_BIG: decode_utf_16(decoding, bytes, true); break;
    case WINDOWS_1252:
    case ISO_8859_1: decode_one_byte(decoding, bytes); break;
    }
}

/* The charset of bytes that no mark and no label tells. *other is its name for iconv when it is none of ours. */
static Charset charset_of(View bytes, const char **other) {
    size_t good = 0, bad = 0;
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
    *other = charset_guess(bytes);
    if (*other)
        return OTHER;
    return high_controls ? WINDOWS_1252 : ISO_8859_1;
}

static bool has_escapes(View bytes) {
    return view_find(bytes, VIEW("\x1B"), 0) != SIZE_MAX;
}

/* Takes a byte order mark off the front and tells the charset. */
static Charset tell_charset(View *bytes, View label, const char **other) {
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
    bool western = false;
    *other = label.data ? charset_named(label, &western) : NULL;
    bool seven_bits = *other && has_escapes(*bytes) && view_starts(view(*other), VIEW("ISO-2022"));
    if (!seven_bits && utf8_invalid(*bytes) == SIZE_MAX)
        return UTF_8;
    if (*other)
        return OTHER;
    return western ? WINDOWS_1252 : charset_of(*bytes, other);
}

static bool note_charset(Arena *arena, Report *report, Charset charset, const char *other, View bytes) {
    static const char *const names[] = {"", "UTF-16 (little-endian)", "UTF-16 (big-endian)", "windows-1252",
                                        "ISO-8859-1"};
    if (charset == UTF_8)
        return true;
    if (!note(arena, report, arena_format(arena, "read as %s", charset == OTHER ? other : names[charset])))
        return false;
    size_t high = 0;
    for (size_t i = 0; i < bytes.length; i++)
        high += (unsigned char)bytes.data[i] >= 0xC0;
    bool western = charset == WINDOWS_1252 || charset == ISO_8859_1;
    bool strange = western && high * 5 > bytes.length; /* no Western language has so many accents */
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

static Code fill_body(Arena *arena, View name, View bytes, Charset charset, size_t malformed, Report *report,
                      Error *error) {
    Decoding count = {0};
    decode(&count, charset, bytes);
    Decoding body = {.out = arena_take(arena, count.length + 1)};
    if (!body.out)
        return error_memory(error);
    decode(&body, charset, bytes);
    body.malformed += malformed;
    report->body = (View){body.out, body.length};
    if (view_trim(report->body).length == 0)
        return error_set(error, ERROR_INPUT, "%.*s: empty: no text in it", (int)name.length, name.data);
    return note_faults(arena, report, &body) ? OK : error_memory(error);
}

Code charset_decode_as(Arena *arena, View name, View bytes, View label, Report *report, Error *error) {
    const char *other = NULL;
    size_t malformed = 0;
    if (bytes.length > LIMIT_REPORT_BYTES)
        return error_set(error, ERROR_INPUT, "%.*s: longer than %zu MiB; split it", (int)name.length, name.data,
                         LIMIT_REPORT_BYTES >> 20);
    Charset charset = tell_charset(&bytes, label, &other);
    if (view_trim(bytes).length && !note_charset(arena, report, charset, other, bytes))
        return error_memory(error);
    Code code = charset == OTHER ? charset_convert(arena, other, bytes, &bytes, &malformed, error) : OK;
    return code == OK ? fill_body(arena, name, bytes, charset, malformed, report, error) : code;
}

Code charset_decode(Arena *arena, View name, View bytes, Report *report, Error *error) {
    return charset_decode_as(arena, name, bytes, (View){NULL, 0}, report, error);
}

#define HEAD_BYTES ((size_t)8 << 10) /* where a page names its charset */

/* <meta charset="..."> or <meta ... content="text/html; charset=...">: what stands behind "charset=". */
static View label_in_page(View bytes) {
    View head = view_slice(bytes, 0, bytes.length < HEAD_BYTES ? bytes.length : HEAD_BYTES);
    for (size_t at = view_find(head, VIEW("<"), 0); at != SIZE_MAX; at = view_find(head, VIEW("<"), at + 1)) {
        View tag = view_slice(head, at, head.length);
        if (!view_equal_folded(view_slice(tag, 0, 5), VIEW("<meta")))
            continue;
        size_t end = view_find(tag, VIEW(">"), 0), value = 0;
        tag = view_slice(tag, 0, end == SIZE_MAX ? tag.length : end);
        for (size_t i = 0; i + 8 <= tag.length && !value; i++)
            if (view_equal_folded(view_slice(tag, i, i + 7), VIEW("charset")) && i + 8 < tag.length)
                value = i + 7;
        while (value && value < tag.length &&
               (view_find(VIEW(" =\"'"), view_slice(tag, value, value + 1), 0) != SIZE_MAX))
            value++;
        size_t stop = value;
        while (stop < tag.length && view_find(VIEW(" \"';/\n"), view_slice(tag, stop, stop + 1), 0) == SIZE_MAX)
            stop++;
        if (value && stop > value)
            return view_slice(tag, value, stop);
    }
    return (View){NULL, 0};
}

Code charset_html(Arena *arena, View name, View bytes, View label, Report *report, Error *error) {
    return charset_decode_as(arena, name, bytes, label.data && label.length ? label : label_in_page(bytes), report,
                             error);
}

Code charset_clean(Arena *arena, View name, View text, Report *report, Error *error) {
    return fill_body(arena, name, text, UTF_8, 0, report, error);
}
