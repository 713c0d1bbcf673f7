/* record/html: a record in JSON -> one HTML page that needs nothing else: page/shell.html with the style, the script,
 * and the record itself as data, which the script shows. The page's policy allows that one style and that one script,
 * by their digests, and no address at all; the report's words go into the page as data and as escaped text only.
 * Deliberately left out: any drawing (page/ has it), more than one record a page. */
#include "record/html.h"
#include "record/record.h"
#include "record/sha256.h"

#define DIGEST_BYTES (SHA256_HEX / 2)

typedef struct Html {
    Buffer *out;
    View json, title, text;
} Html;

/* For text between tags and for the values of attributes. */
static void put_escaped(Buffer *out, View text) {
    for (size_t i = 0; i < text.length; i++)
        switch (text.data[i]) {
        case '&': buffer_append(out, VIEW("&amp;")); break;
        case '<': buffer_append(out, VIEW("&lt;")); break;
        case '>': buffer_append(out, VIEW("&gt;")); break;
        case '"': buffer_append(out, VIEW("&quot;")); break;
        default: buffer_byte(out, text.data[i]);
        }
}

/* JSON inside a script element: "<" is what could end the element, and in JSON it stands in texts only. */
static void put_data(Buffer *out, View json) {
    for (size_t i = 0; i < json.length; i++)
        if (json.data[i] == '<')
            buffer_append(out, VIEW("\\u003c"));
        else
            buffer_byte(out, json.data[i]);
}

static void put_base64(Buffer *out, const unsigned char *bytes, size_t count) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < count; i += 3) {
        uint32_t three = (uint32_t)bytes[i] << 16;
        three |= i + 1 < count ? (uint32_t)bytes[i + 1] << 8 : 0;
        three |= i + 2 < count ? bytes[i + 2] : 0;
        buffer_byte(out, letters[three >> 18]);
        buffer_byte(out, letters[three >> 12 & 63]);
        buffer_byte(out, i + 1 < count ? letters[three >> 6 & 63] : '=');
        buffer_byte(out, i + 2 < count ? letters[three & 63] : '=');
    }
}

/* 'sha256-...', as a Content-Security-Policy names what it allows. */
static void put_digest(Buffer *out, View allowed) {
    char hex[SHA256_HEX + 1];
    unsigned char bytes[DIGEST_BYTES];
    sha256_hex(allowed, hex);
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        int high = hex[2 * i] <= '9' ? hex[2 * i] - '0' : hex[2 * i] - 'a' + 10;
        int low = hex[2 * i + 1] <= '9' ? hex[2 * i + 1] - '0' : hex[2 * i + 1] - 'a' + 10;
        bytes[i] = (unsigned char)(high << 4 | low);
    }
    buffer_append(out, VIEW("'sha256-"));
    put_base64(out, bytes, sizeof bytes);
    buffer_byte(out, '\'');
}

static void put_policy(Buffer *out) {
    buffer_append(out, VIEW("default-src 'none'; style-src "));
    put_digest(out, html_style);
    buffer_append(out, VIEW("; script-src "));
    put_digest(out, html_script);
    buffer_append(out, VIEW("; base-uri 'none'; form-action 'none'"));
}

/* For browsers without a script: the report's paragraphs, and no more. */
static void put_paragraphs(Buffer *out, View text) {
    View line;
    while (view_split(&text, '\n', &line)) {
        if (view_trim(line).length == 0)
            continue;
        buffer_append(out, VIEW("<p dir=\"auto\">"));
        put_escaped(out, line);
        buffer_append(out, VIEW("</p>\n"));
    }
}

static void put_part(const Html *html, View name) {
    if (view_equal(name, VIEW("policy")))
        put_policy(html->out);
    else if (view_equal(name, VIEW("title")))
        put_escaped(html->out, html->title);
    else if (view_equal(name, VIEW("style")))
        buffer_append(html->out, html_style);
    else if (view_equal(name, VIEW("script")))
        buffer_append(html->out, html_script);
    else if (view_equal(name, VIEW("record")))
        put_data(html->out, html->json);
    else if (view_equal(name, VIEW("text")))
        put_paragraphs(html->out, html->text);
}

static void put_shell(const Html *html) {
    size_t from = 0, open;
    while ((open = view_find(html_shell, VIEW("{{"), from)) != SIZE_MAX) {
        size_t close = view_find(html_shell, VIEW("}}"), open);
        if (close == SIZE_MAX)
            break;
        buffer_append(html->out, view_slice(html_shell, from, open));
        put_part(html, view_slice(html_shell, open + 2, close));
        from = close + 2;
    }
    buffer_append(html->out, view_slice(html_shell, from, html_shell.length));
}

/* What is missing for this to be a record; NULL when nothing is. */
static const char *missing(const JsonValue *record) {
    static const char *const lists[] = {"actors", "places", "times", "statements", "events"};
    double version;
    if (!json_value_number(json_value_member(record, "version"), &version) || version != 1)
        return "version";
    if (!json_value_text(json_value_member(json_value_member(record, "report"), "text")).data)
        return "text";
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (json_value_kind(json_value_member(record, lists[i])) != JSON_KIND_ARRAY)
            return lists[i];
    return NULL;
}

/* A report without a title is called by its file; the folders in front of it are nobody's business. */
static View file_name(View name) {
    size_t start = name.length;
    while (start > 0 && name.data[start - 1] != '/')
        start--;
    return view_slice(name, start, name.length);
}

Code record_write_html(View json, View name, Buffer *out, Error *error) {
    JsonValue *record;
    Code code = json_value_parse(json, "record", 1, &record, error);
    if (code != OK)
        return code;
    const char *lacks = missing(record);
    if (lacks) {
        code = error_set(error, ERROR_INPUT,
                         "%.*s: no record of this version of isnad read, its \"%s\" is missing or another",
                         (int)name.length, name.data, lacks);
    } else {
        const JsonValue *report = json_value_member(record, "report");
        View title = json_value_text(json_value_member(report, "title"));
        put_shell(&(Html){out, json, title.data ? title : file_name(name),
                          json_value_text(json_value_member(report, "text"))});
        if (out->failed)
            code = error_memory(error);
    }
    json_value_free(record);
    return code;
}
