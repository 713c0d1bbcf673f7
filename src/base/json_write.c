/* base/json_write: JSON text into a buffer, one value after the other, commas where they belong. Text must be valid
 * UTF-8 and goes out as it is (no \u escapes but for control characters). Deliberately left out: indentation. */
#include "base/base.h"
#include <locale.h>
#include <stdio.h>
#include <string.h>

void json_init(Json *json, Buffer *out) {
    *json = (Json){out, false};
}

static void comma(Json *json) {
    if (json->comma)
        buffer_byte(json->out, ',');
    json->comma = true;
}

static void begin(Json *json, char bracket) {
    comma(json);
    buffer_byte(json->out, bracket);
    json->comma = false;
}

static void end(Json *json, char bracket) {
    buffer_byte(json->out, bracket);
    json->comma = true;
}

void json_object_begin(Json *json) {
    begin(json, '{');
}

void json_object_end(Json *json) {
    end(json, '}');
}

void json_array_begin(Json *json) {
    begin(json, '[');
}

void json_array_end(Json *json) {
    end(json, ']');
}

static void quoted(Buffer *out, View text) {
    buffer_byte(out, '"');
    size_t start = 0; /* what stands between two escapes is copied in one piece */
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
            continue;
        buffer_append(out, view_slice(text, start, i));
        start = i + 1;
        switch (c) {
        case '"': buffer_append(out, VIEW("\\\"")); break;
        case '\\': buffer_append(out, VIEW("\\\\")); break;
        case '\n': buffer_append(out, VIEW("\\n")); break;
        case '\r': buffer_append(out, VIEW("\\r")); break;
        case '\t': buffer_append(out, VIEW("\\t")); break;
        default: buffer_format(out, "\\u%04x", c);
        }
    }
    buffer_append(out, view_slice(text, start, text.length));
    buffer_byte(out, '"');
}

void json_key(Json *json, const char *key) {
    comma(json);
    quoted(json->out, view(key));
    buffer_byte(json->out, ':');
    json->comma = false;
}

void json_text(Json *json, View text) {
    comma(json);
    if (text.data)
        quoted(json->out, text);
    else
        buffer_append(json->out, VIEW("null"));
}

void json_number(Json *json, long long value) {
    comma(json);
    buffer_format(json->out, "%lld", value);
}

void json_decimal(Json *json, double value, int digits) {
    char text[400]; /* the largest double has 309 digits */
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0), before;
    comma(json);
    if (!plain || value - value != 0) { /* infinities and NaN */
        buffer_append(json->out, VIEW("null"));
        if (plain)
            freelocale(plain);
        return;
    }
    before = uselocale(plain);
    snprintf(text, sizeof text, "%.*f", digits < 0 ? 0 : digits > 40 ? 40 : digits, value);
    uselocale(before);
    freelocale(plain);
    size_t length = strlen(text);
    if (memchr(text, '.', length)) {
        while (text[length - 1] == '0')
            length--;
        if (text[length - 1] == '.')
            length--;
    }
    View number = {text, length};
    buffer_append(json->out, view_equal(number, VIEW("-0")) ? VIEW("0") : number);
}

void json_boolean(Json *json, bool value) {
    comma(json);
    buffer_append(json->out, value ? VIEW("true") : VIEW("false"));
}

void json_nothing(Json *json) {
    comma(json);
    buffer_append(json->out, VIEW("null"));
}
