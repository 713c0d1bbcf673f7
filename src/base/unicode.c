/* base/unicode: categories, NFC with a way back, and the folding that names are compared by. The only file that knows
 * utf8proc.
 *
 * Text is normalised in segments that cannot touch each other: a segment begins at a code point that is neither a mark
 * nor a Hangul vowel or final (UAX #15: nothing before it composes with it or is reordered past it). A segment is cut
 * after 32 code points, as UAX #15's stream-safe format does, so that a heap of marks costs no more than its length.
 */
#include "base/base.h"
#include <string.h>
#include <utf8proc.h>

#define SEGMENT_POINTS 32

static utf8proc_category_t category(uint32_t code_point) {
    return utf8proc_category((utf8proc_int32_t)code_point);
}

static bool is_mark(uint32_t code_point) {
    utf8proc_category_t c = category(code_point);
    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
}

bool unicode_is_mark(uint32_t code_point) {
    return code_point >= 0x300 && is_mark(code_point);
}

bool unicode_is_letter(uint32_t code_point) {
    if (code_point < 0x80)
        return (code_point | 32) - 'a' < 26;
    utf8proc_category_t c = category(code_point);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) || is_mark(code_point);
}

bool unicode_is_upper(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point - 'A' < 26;
    utf8proc_category_t c = category(code_point);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool unicode_is_lower(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point - 'a' < 26;
    return category(code_point) == UTF8PROC_CATEGORY_LL;
}

bool unicode_is_digit(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point - '0' < 10;
    return category(code_point) == UTF8PROC_CATEGORY_ND;
}

bool unicode_is_number(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point - '0' < 10;
    utf8proc_category_t c = category(code_point);
    return c == UTF8PROC_CATEGORY_ND || c == UTF8PROC_CATEGORY_NL || c == UTF8PROC_CATEGORY_NO;
}

bool unicode_is_space(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point == ' ' || code_point - '\t' < 5 || code_point - 0x1C < 4; /* the separators FS GS RS US too */
    if (code_point == 0x85)
        return true;
    utf8proc_category_t c = category(code_point);
    return c == UTF8PROC_CATEGORY_ZS || c == UTF8PROC_CATEGORY_ZL || c == UTF8PROC_CATEGORY_ZP;
}

bool unicode_is_punctuation(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point > ' ' && code_point < 0x7F && !unicode_is_letter(code_point) && !unicode_is_digit(code_point);
    utf8proc_category_t c = category(code_point);
    return c >= UTF8PROC_CATEGORY_PC && c <= UTF8PROC_CATEGORY_SO;
}

bool unicode_is_symbol(uint32_t code_point) {
    utf8proc_category_t c = category(code_point);
    return c >= UTF8PROC_CATEGORY_SM && c <= UTF8PROC_CATEGORY_SO;
}

bool unicode_is_control(uint32_t code_point) {
    utf8proc_category_t c = category(code_point);
    return c == UTF8PROC_CATEGORY_CC || c == UTF8PROC_CATEGORY_CF;
}

uint32_t unicode_upper(uint32_t code_point) {
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point);
}

uint32_t unicode_lower(uint32_t code_point) {
    if (code_point < 0x80)
        return code_point - 'A' < 26 ? code_point + 32 : code_point;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

static bool begins_segment(uint32_t code_point) {
    return code_point < 0x300 || (!is_mark(code_point) && !(code_point >= 0x1160 && code_point < 0x1200));
}

/* The end of the segment that begins at start. */
static size_t segment_end(View text, size_t start) {
    size_t position = start;
    utf8_next(text, &position);
    for (int points = 1; position < text.length && points < SEGMENT_POINTS; points++) {
        size_t next = position;
        if (begins_segment(utf8_next(text, &next)))
            break;
        position = next;
    }
    return position;
}

/* One segment in NFC; the bytes written. A segment of n code points decomposes to at most 18 n (UAX #15). */
static size_t compose(View segment, char *out) {
    utf8proc_int32_t points[SEGMENT_POINTS * 18];
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)segment.data,
                                                (utf8proc_ssize_t)segment.length, points, SEGMENT_POINTS * 18, options);
    if (count > 0)
        count = utf8proc_normalize_utf32(points, count, options);
    size_t length = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        length += utf8_write((uint32_t)points[i], out + length);
    return length;
}

/* Writes NFC to out and, where given, the origins; with out NULL it only counts. The length either way. */
static size_t run_nfc(View text, char *out, uint32_t *origin) {
    char composed[SEGMENT_POINTS * 18 * 4];
    size_t length = 0, position = 0;
    while (position < text.length) {
        size_t end = segment_end(text, position);
        View from = view_slice(text, position, end), to = from;
        bool plain = from.length == 1 || (from.length == 2 && (unsigned char)from.data[0] < 0xCC); /* below U+0300 */
        if (!plain)
            to = (View){composed, compose(from, composed)};
        bool same = plain || view_equal(from, to);
        if (out)
            memcpy(out + length, to.data, to.length);
        for (size_t i = 0; origin && i < to.length; i++)
            origin[length + i] = (uint32_t)(same ? position + i : position);
        length += to.length;
        position = end;
    }
    if (origin)
        origin[length] = (uint32_t)text.length;
    return length;
}

View unicode_nfc(Arena *arena, View text, uint32_t **origin) {
    size_t length = run_nfc(text, NULL, NULL);
    char *out = arena_take(arena, length + 1);
    uint32_t *places = origin ? arena_array(arena, length + 1, sizeof *places) : NULL;
    if (!out || (origin && !places))
        return (View){NULL, 0};
    run_nfc(text, out, places);
    if (origin)
        *origin = places;
    return (View){out, length};
}

/* Marks that only colour a letter: Latin, Greek, Cyrillic, Hebrew and Arabic ones. The vowel signs of Indic scripts and
 * the voicing marks of kana are marks too, but make another word. */
static bool is_decoration(uint32_t code_point) {
    return is_mark(code_point) && (code_point < 0x0900 || (code_point >= 0x1AB0 && code_point < 0x3000) ||
                                   (code_point >= 0xFE00 && code_point < 0xFE30));
}

static bool folds_to_space(uint32_t code_point) {
    switch (code_point) {
    case '"':
    case '\'':
    case '`':
    case '-':
    case 0x00AB:
    case 0x00BB:
    case 0x02BB: /* turned comma, apostrophes and half rings: how Arabic ayn and hamza are transliterated */
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x2032:
    case 0x2033:
    case 0x2039:
    case 0x203A:
    case 0x2212: return true;
    default:
        return unicode_is_space(code_point) || (code_point >= 0x2010 && code_point <= 0x2015) ||
               (code_point >= 0x2018 && code_point <= 0x201F);
    }
}

typedef struct Folding {
    char *out; /* NULL: only count */
    size_t length;
    bool space; /* one is due before the next letter */
} Folding;

static void fold_put(Folding *folding, uint32_t code_point) {
    char bytes[4];
    if (folds_to_space(code_point)) {
        folding->space = true;
        return;
    }
    if (folding->space && folding->length) {
        if (folding->out)
            folding->out[folding->length] = ' ';
        folding->length++;
    }
    folding->space = false;
    size_t count = utf8_write(code_point, bytes);
    if (folding->out)
        memcpy(folding->out + folding->length, bytes, count);
    folding->length += count;
}

static size_t run_fold(View text, char *out) {
    Folding folding = {out, 0, false};
    for (size_t position = 0; position < text.length;) {
        uint32_t code_point = utf8_next(text, &position);
        if (code_point < 0x80 || folds_to_space(code_point)) {
            fold_put(&folding, unicode_lower(code_point));
            continue;
        }
        utf8proc_int32_t points[SEGMENT_POINTS];
        int last = 0;
        utf8proc_ssize_t count =
            utf8proc_decompose_char((utf8proc_int32_t)code_point, points, SEGMENT_POINTS,
                                    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, &last);
        for (utf8proc_ssize_t i = 0; i < count && i < SEGMENT_POINTS; i++)
            if (!is_decoration((uint32_t)points[i]) && points[i] != 0x0640) /* the Arabic stretching stroke */
                fold_put(&folding, (uint32_t)points[i]);
    }
    return folding.length;
}

/* ASCII text never grows; the length. False for other text. */
static bool fold_ascii(View text, char *out, size_t *length) {
    size_t at = 0;
    bool space = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x80)
            return false;
        if (folds_to_space(c)) {
            space = true;
            continue;
        }
        if (space && at)
            out[at++] = ' ';
        space = false;
        out[at++] = (char)unicode_lower(c);
    }
    *length = at;
    return true;
}

View unicode_fold(Arena *arena, View text) {
    size_t length = 0;
    char *out = arena_take(arena, text.length + 1);
    if (!out)
        return (View){NULL, 0};
    if (!fold_ascii(text, out, &length)) {
        length = run_fold(text, NULL);
        if (length > text.length)
            out = arena_take(arena, length + 1);
        if (!out)
            return (View){NULL, 0};
        run_fold(text, out);
    }
    out[length] = 0;
    return (View){out, length};
}

View unicode_plain(Arena *arena, View text) {
    utf8proc_int32_t points[SEGMENT_POINTS];
    char bytes[4], *out = NULL;
    size_t length = 0;
    for (int pass = 0; pass < 2; pass++) { /* the first only counts */
        if (pass && !(out = arena_take(arena, length + 1)))
            return (View){NULL, 0};
        length = 0;
        for (size_t position = 0; position < text.length;) {
            int last = 0;
            uint32_t lower = unicode_lower(utf8_next(text, &position));
            utf8proc_ssize_t count =
                utf8proc_decompose_char((utf8proc_int32_t)lower, points, SEGMENT_POINTS, UTF8PROC_DECOMPOSE, &last);
            for (utf8proc_ssize_t i = 0; i < count && i < SEGMENT_POINTS; i++) {
                if (category((uint32_t)points[i]) == UTF8PROC_CATEGORY_MN)
                    continue;
                size_t size = utf8_write((uint32_t)points[i], bytes);
                if (out)
                    memcpy(out + length, bytes, size);
                length += size;
            }
        }
    }
    return (View){out, length};
}
