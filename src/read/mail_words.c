/* read/mail_words: what mail hides in ASCII: base64, quoted-printable (RFC 2045) and encoded words (RFC 2047). Damage
 * in them is passed over: a byte that belongs to no code, an encoded word that is not closed. */
#include "read/charset.h"
#include "read/mail.h"
#include <string.h>

static int base64_value(char byte) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = byte ? strchr(letters, byte) : NULL;
    return found ? (int)(found - letters) : -1;
}

static size_t decode_base64(View in, char *out) {
    uint32_t bits = 0;
    int have = 0;
    size_t length = 0;
    for (size_t i = 0; i < in.length; i++) {
        int value = base64_value(in.data[i]);
        if (in.data[i] == '=')
            have = 0; /* another block may follow */
        if (value < 0)
            continue;
        bits = bits << 6 | (uint32_t)value;
        have += 6;
        if (have >= 8) {
            have -= 8;
            out[length++] = (char)(bits >> have & 0xFF);
        }
    }
    return length;
}

static int hex_value(char byte) {
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                                        : -1;
}

/* words: "_" is a space, as encoded words have it. */
static size_t decode_quoted(View in, bool words, char *out) {
    size_t length = 0;
    for (size_t i = 0; i < in.length; i++) {
        char byte = in.data[i];
        if (byte != '=') {
            out[length++] = words && byte == '_' ? ' ' : byte;
            continue;
        }
        size_t end = i + 1; /* "=", spaces, line break: the line goes on */
        while (end < in.length && (in.data[end] == ' ' || in.data[end] == '\t' || in.data[end] == '\r'))
            end++;
        int high = i + 1 < in.length ? hex_value(in.data[i + 1]) : -1;
        int low = i + 2 < in.length ? hex_value(in.data[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out[length++] = (char)(high << 4 | low);
            i += 2;
        } else if (end == in.length || in.data[end] == '\n') {
            i = end;
        } else {
            out[length++] = byte;
        }
    }
    return length;
}

View mail_decode(Arena *arena, View encoding, View content) {
    bool base64 = view_equal_folded(encoding, VIEW("base64"));
    if (!base64 && !view_equal_folded(encoding, VIEW("quoted-printable")))
        return content.data ? content : VIEW("");
    char *out = arena_take(arena, content.length + 1);
    if (!out)
        return view(NULL);
    return (View){out, base64 ? decode_base64(content, out) : decode_quoted(content, false, out)};
}

/* Bytes of a header as UTF-8 on one line; data NULL: no memory. */
static View as_utf8(Arena *arena, View bytes, View label) {
    Report read = {0};
    Error error;
    if (!view_trim(bytes).length)
        return bytes.length ? VIEW(" ") : VIEW("");
    Code code = charset_decode_as(arena, VIEW(""), bytes, label, &read, &error);
    return code == OK ? read.body : code == ERROR_INPUT ? VIEW("") : view(NULL);
}

typedef struct Word {
    View charset, text;
    char encoding;
    size_t length; /* in the header */
} Word;

static bool encoded_word(View rest, Word *word) {
    if (!view_starts(rest, VIEW("=?")))
        return false;
    size_t charset = view_find(rest, VIEW("?"), 2);
    if (charset == SIZE_MAX || charset + 2 >= rest.length || rest.data[charset + 2] != '?')
        return false;
    size_t end = view_find(rest, VIEW("?="), charset + 3);
    *word = (Word){view_slice(rest, 2, charset), view_slice(rest, charset + 3, end), rest.data[charset + 1], end + 2};
    size_t language = view_find(word->charset, VIEW("*"), 0); /* RFC 2231 */
    if (language != SIZE_MAX)
        word->charset.length = language;
    return end != SIZE_MAX && strchr("bBqQ", word->encoding);
}

/* Encoded words of one charset that follow one another are one text: a letter may be cut between them. */
static size_t take_words(View rest, char *out, size_t *made, View *charset) {
    Word word;
    size_t taken = 0, at = 0;
    for (*made = 0; encoded_word(view_slice(rest, at, rest.length), &word); at = taken) {
        if (taken && !view_equal_folded(word.charset, *charset))
            break;
        *charset = word.charset;
        bool base64 = word.encoding == 'b' || word.encoding == 'B';
        *made += base64 ? decode_base64(word.text, out + *made) : decode_quoted(word.text, true, out + *made);
        taken = at + word.length;
        size_t behind = taken;
        while (behind < rest.length && strchr(" \t\r\n", rest.data[behind]))
            behind++;
        Word following;
        if (behind == taken || !encoded_word(view_slice(rest, behind, rest.length), &following))
            break;
        taken = behind;
    }
    return taken;
}

static View without_breaks(Arena *arena, View text) {
    char *line = arena_take(arena, text.length + 1);
    size_t length = 0;
    for (size_t i = 0; line && i < text.length; i++) {
        bool space = strchr(" \t\r\n", text.data[i]) && text.data[i];
        if (!space || (length && line[length - 1] != ' '))
            line[length++] = space ? ' ' : text.data[i];
    }
    return line ? view_trim((View){line, length}) : view(NULL);
}

View mail_words(Arena *arena, View value) {
    Buffer out;
    buffer_init(&out, LIMIT_REPORT_BYTES);
    char *bytes = arena_take(arena, value.length + 1);
    bool failed = !bytes;
    while (value.length && !failed) {
        View charset = view(NULL), text;
        size_t made = 0, taken = take_words(value, bytes, &made, &charset);
        if (!taken) { /* plain, up to the next encoded word */
            taken = view_find(value, VIEW("=?"), 1);
            taken = taken == SIZE_MAX ? value.length : taken;
            text = as_utf8(arena, view_slice(value, 0, taken), charset);
        } else {
            text = as_utf8(arena, (View){bytes, made}, charset);
        }
        failed = !text.data;
        buffer_append(&out, text);
        value = view_slice(value, taken, value.length);
    }
    View line = failed || out.failed ? view(NULL) : without_breaks(arena, buffer_view(&out));
    buffer_free(&out);
    return line;
}
