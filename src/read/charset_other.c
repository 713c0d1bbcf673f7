/* read/charset_other: charsets beyond UTF-8 and the Western ones. The only file that knows uchardet (which charset do
 * these letters speak for?) and iconv. A guess counts only when there is enough of it: for a few accents in a text
 * every charset is as likely as another. */
#include "read/charset.h"
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <uchardet.h>

#define GUESS_BYTES  ((size_t)256 << 10)
#define GUESS_LEAST  12 /* bytes beyond ASCII */
#define SHARE_LATIN  4  /* percent of the letters beyond ASCII from which on they tell a Latin charset */
#define SHARE_SCRIPT 15 /* ... and one of another script */

/* Labels that mean another charset than they say (WHATWG Encoding), small letters. */
static const struct {
    const char *label, *charset; /* charset "" for windows-1252, NULL for UTF-8 */
} labels[] = {{"utf-8", NULL},
              {"utf8", NULL},
              {"unicode-1-1-utf-8", NULL},
              {"utf-16", NULL},
              {"utf-16le", NULL},
              {"utf-16be", NULL},
              {"utf-7", NULL},
              {"ascii", ""},
              {"us-ascii", ""},
              {"ansi_x3.4-1968", ""},
              {"iso-8859-1", ""},
              {"iso8859-1", ""},
              {"iso_8859-1", ""},
              {"latin1", ""},
              {"l1", ""},
              {"windows-1252", ""},
              {"cp1252", ""},
              {"x-cp1252", ""},
              {"iso-8859-9", "CP1254"},
              {"latin5", "CP1254"},
              {"iso-8859-11", "CP874"},
              {"tis-620", "CP874"},
              {"windows-874", "CP874"},
              {"gb2312", "GB18030"},
              {"gb_2312-80", "GB18030"},
              {"gbk", "GB18030"},
              {"x-gbk", "GB18030"},
              {"big5", "BIG5-HKSCS"},
              {"shift_jis", "CP932"},
              {"shift-jis", "CP932"},
              {"sjis", "CP932"},
              {"x-sjis", "CP932"},
              {"windows-31j", "CP932"},
              {"euc-kr", "CP949"},
              {"ks_c_5601-1987", "CP949"},
              {"ksc5601", "CP949"},
              {"windows-949", "CP949"},
              {"x-cp1251", "CP1251"},
              {"x-cp1250", "CP1250"},
              {"koi8", "KOI8-R"},
              {"macintosh", "MACINTOSH"},
              {"x-mac-cyrillic", "MAC-CYRILLIC"}};

/* Charsets of whole regions; iconv knows them by these names. Others are not asked for, whatever a file says. */
static const char *const known[] = {
    "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",
    "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",  "ISO-8859-16",  "windows-1250", "windows-1251",
    "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "CP1250",
    "CP1251",       "CP1253",       "CP1254",       "CP1255",       "CP1256",       "CP1257",       "CP1258",
    "CP866",        "IBM866",       "IBM855",       "KOI8-R",       "KOI8-U",       "GB18030",      "EUC-JP",
    "EUC-TW",       "ISO-2022-JP",  "ISO-2022-KR",  "BIG5",         "BIG5-HKSCS",   "CP874",        "CP932",
    "CP949",        "EUC-KR",       "SHIFT_JIS",    "TIS-620",      "VISCII",       "MAC-CYRILLIC", "MACINTOSH"};

static const char *known_name(View name) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (view_equal_folded(name, view(known[i])))
            return known[i];
    return NULL;
}

const char *charset_named(View label, bool *western) {
    *western = false;
    label = view_trim(label);
    while (label.length && (label.data[0] == '"' || label.data[0] == '\''))
        label = view_slice(label, 1, label.length);
    while (label.length && (label.data[label.length - 1] == '"' || label.data[label.length - 1] == '\''))
        label = view_slice(label, 0, label.length - 1);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (view_equal_folded(label, view(labels[i].label))) {
            *western = labels[i].charset && !*labels[i].charset;
            return labels[i].charset && *labels[i].charset ? labels[i].charset : NULL;
        }
    return known_name(label);
}

#define TAG_BYTES 2000 /* a longer "tag" is text with a < in it */

/* The next piece of text outside tags and scripts; false at the end. Plain text is one piece. */
static bool next_piece(View *rest, View *piece) {
    while (rest->length) {
        size_t open = view_find(*rest, VIEW("<"), 0);
        *piece = view_slice(*rest, 0, open == SIZE_MAX ? rest->length : open + (open == 0));
        size_t end = open == 0 ? view_find(view_slice(*rest, 0, rest->length < TAG_BYTES ? rest->length : TAG_BYTES),
                                           VIEW(">"), 0)
                               : SIZE_MAX;
        bool script = end != SIZE_MAX && view_equal_folded(view_slice(*rest, 0, 7), VIEW("<script"));
        size_t close = script ? view_find(*rest, VIEW("</script"), end) : SIZE_MAX;
        if (end != SIZE_MAX) {
            *rest = view_slice(*rest, close != SIZE_MAX ? close : end + 1, rest->length);
            continue;
        }
        *rest = view_slice(*rest, piece->length, rest->length);
        return true;
    }
    return false;
}

/* How many percent of the letters are none of ASCII; 0 when they are too few to tell anything. */
static size_t share_beyond_ascii(View bytes) {
    size_t high = 0, letters = 0;
    View piece;
    while (next_piece(&bytes, &piece))
        for (size_t i = 0; i < piece.length; i++) {
            unsigned char byte = (unsigned char)piece.data[i];
            high += byte >= 0x80;
            letters += (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        }
    return high >= GUESS_LEAST ? high * 100 / (high + letters) : 0;
}

/* Latin letters with other accents than the Western ones. */
static bool is_latin(View charset) {
    static const char *const latin[] = {"ISO-8859-2",   "ISO-8859-9",   "ISO-8859-13",  "ISO-8859-16",
                                        "windows-1250", "windows-1254", "windows-1257", "windows-1258"};
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (view_equal_folded(charset, view(latin[i])))
            return true;
    return false;
}

static bool is_western(View charset) {
    static const char *const western[] = {"ISO-8859-1", "ISO-8859-15", "windows-1252", "MACINTOSH", "ISO-8859-3",
                                          "ISO-8859-4", "ISO-8859-10", "ISO-8859-14",  "VISCII"};
    for (size_t i = 0; i < sizeof western / sizeof *western; i++)
        if (view_equal_folded(charset, view(western[i])))
            return true;
    return false;
}

const char *charset_guess(View bytes) {
    const char *charset = NULL;
    View rest = view_slice(bytes, 0, bytes.length < GUESS_BYTES ? bytes.length : GUESS_BYTES), piece;
    size_t share = share_beyond_ascii(rest);
    uchardet_t detector = share >= SHARE_LATIN ? uchardet_new() : NULL;
    if (!detector)
        return NULL;
    int fault = 0;
    while (!fault && next_piece(&rest, &piece))
        fault = uchardet_handle_data(detector, piece.data, piece.length);
    if (!fault) {
        uchardet_data_end(detector);
        bool western;
        View found = view(uchardet_get_charset(detector));
        if (found.length && !is_western(found) && (is_latin(found) || share >= SHARE_SCRIPT))
            charset = charset_named(found, &western);
    }
    uchardet_delete(detector);
    return charset;
}

/* One step of iconv; false when it cannot go on. */
static bool convert_step(iconv_t converter, View *rest, Buffer *out, size_t *malformed) {
    char step[8192], *to = step, *from = (char *)(uintptr_t)rest->data;
    size_t room = sizeof step, left = rest->length;
    size_t result = iconv(converter, &from, &left, &to, &room);
    int fault = result == (size_t)-1 ? errno : 0;
    buffer_append(out, (View){step, sizeof step - room});
    *rest = view_slice(*rest, rest->length - left, rest->length);
    if (fault == EILSEQ || fault == EINVAL) {
        buffer_append(out, VIEW("\xEF\xBF\xBD"));
        ++*malformed;
        *rest = view_slice(*rest, 1, rest->length);
    }
    return !out->failed && rest->length > 0 && (fault == 0 || fault == E2BIG || fault == EILSEQ || fault == EINVAL);
}

Code charset_convert(Arena *arena, const char *charset, View bytes, View *utf8, size_t *malformed, Error *error) {
    Buffer out;
    iconv_t converter = iconv_open("UTF-8", charset);
    *malformed = 0;
    if (converter == (iconv_t)-1)
        return error_set(error, errno == ENOMEM ? ERROR_MEMORY : ERROR_INPUT,
                         "%s, which this system's iconv does not know; convert it to UTF-8", charset);
    buffer_init(&out, LIMIT_REPORT_BYTES * 4);
    View rest = bytes;
    while (rest.length && convert_step(converter, &rest, &out, malformed)) {
    }
    iconv_close(converter);
    *utf8 = out.failed ? (View){NULL, 0} : arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return utf8->data ? OK : error_memory(error);
}
