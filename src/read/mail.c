/* read/mail: one message -> Report. Of parts in parts the first text/plain is the text, else the first text/html;
 * attachments are passed over, and messages in messages are read when nothing else has a text. A part whose closing
 * line is missing goes on to the end. Left out: signatures, encryption, "format=flowed". */
#include "read/mail.h"
#include "read/charset.h"
#include "read/fields.h"
#include "read/html.h"
#include "read/http.h"
#include <string.h>

#define MOST_DEPTH 20
#define MOST_PARTS 1000

/* What was found of a message so far. */
typedef struct Parts {
    View plain, plain_charset, html, html_charset; /* decoded; data NULL: not found */
    size_t count;
} Parts;

/* A header's value with the lines that go on with it; data NULL when it is not there. */
static View header(View headers, const char *name) {
    View value = header_value(headers, name);
    if (!value.data)
        return value;
    const char *end = headers.data + headers.length, *stop = value.data + value.length;
    while (stop < end) {
        const char *line = memchr(stop, '\n', (size_t)(end - stop));
        if (!line || line + 1 >= end || (line[1] != ' ' && line[1] != '\t'))
            break;
        const char *next = memchr(line + 1, '\n', (size_t)(end - line - 1));
        stop = next ? next : end;
    }
    return view_trim((View){value.data, (size_t)(stop - value.data)});
}

bool mail_begins(View head) {
    static const char *const sure[] = {"message-id", "mime-version", "received", "return-path", "delivered-to"};
    static const char *const usual[] = {"from", "to", "subject", "date", "content-type"};
    View rest = head, headers = header_block(&rest), line, lines = headers;
    if (view_find(headers, VIEW(":"), 0) == SIZE_MAX)
        return false;
    while (view_split(&lines, '\n', &line)) {
        size_t name = 0;
        while (name < line.length && line.data[name] > ' ' && line.data[name] < 127 && line.data[name] != ':')
            name++;
        bool goes_on = line.length && (line.data[0] == ' ' || line.data[0] == '\t');
        if (view_trim(line).length && !goes_on && (name == 0 || name == line.length || line.data[name] != ':') &&
            lines.length)
            return false;
    }
    size_t weight = 0;
    for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
        weight += header_value(headers, sure[i]).data ? 2 : 0;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        weight += header_value(headers, usual[i]).data ? 1 : 0;
    return weight >= 3;
}

/* The place of the line "--BOUNDARY" at or behind from; SIZE_MAX when there is none. *behind: where the next line
 * begins. *last: "--BOUNDARY--". */
static size_t find_boundary(View text, View boundary, size_t from, size_t *behind, bool *last) {
    for (size_t at = view_find(text, VIEW("--"), from); at != SIZE_MAX; at = view_find(text, VIEW("--"), at + 1)) {
        View rest = view_slice(text, at + 2, text.length);
        if ((at && text.data[at - 1] != '\n') || !view_starts(rest, boundary))
            continue;
        size_t end = view_find(text, VIEW("\n"), at);
        *behind = end == SIZE_MAX ? text.length : end + 1;
        View tail = view_trim(view_slice(text, at + 2 + boundary.length, *behind));
        *last = view_equal(tail, VIEW("--"));
        if (!tail.length || *last)
            return at;
    }
    return SIZE_MAX;
}

static bool find_parts(Arena *arena, View entity, size_t depth, Parts *parts);

static bool find_in_multipart(Arena *arena, View body, View boundary, size_t depth, Parts *parts) {
    size_t behind = 0, next;
    bool last = false, inner_last = false;
    size_t at = find_boundary(body, boundary, 0, &behind, &last);
    bool fine = true;
    while (at != SIZE_MAX && !last && fine && parts->count++ < MOST_PARTS) {
        size_t start = behind;
        next = find_boundary(body, boundary, start, &behind, &inner_last);
        fine = find_parts(arena, view_slice(body, start, next == SIZE_MAX ? body.length : next), depth + 1, parts);
        at = next;
        last = inner_last;
    }
    return fine;
}

/* False: no memory. */
static bool find_parts(Arena *arena, View entity, size_t depth, Parts *parts) {
    View body = entity, headers = header_block(&body), rest, type;
    if (view_starts(entity, VIEW("\n")) || view_starts(entity, VIEW("\r\n"))) { /* no headers: text/plain */
        body = entity;
        headers = VIEW("");
    }
    View content_type = header(headers, "content-type"), disposition = header(headers, "content-disposition");
    rest = content_type;
    type = content_type.data && view_split(&rest, ';', &type) ? view_trim(type) : VIEW("text/plain");
    View boundary = header_parameter(content_type, "boundary");
    if (view_equal_folded(view_slice(type, 0, 10), VIEW("multipart/")) && boundary.data)
        return depth >= MOST_DEPTH || find_in_multipart(arena, body, boundary, depth, parts);
    if (view_equal_folded(type, VIEW("message/rfc822")) && !parts->plain.data && !parts->html.data)
        return depth >= MOST_DEPTH || find_parts(arena, body, depth + 1, parts);
    bool plain = view_equal_folded(type, VIEW("text/plain")), html = view_equal_folded(type, VIEW("text/html"));
    View *into = plain ? &parts->plain : &parts->html;
    if ((!plain && !html) || into->data || view_equal_folded(view_slice(disposition, 0, 10), VIEW("attachment")))
        return true;
    View decoded = mail_decode(arena, header(headers, "content-transfer-encoding"), body);
    if (!decoded.data || !view_trim(decoded).length)
        return decoded.data != NULL;
    *into = decoded;
    *(plain ? &parts->plain_charset : &parts->html_charset) = header_parameter(content_type, "charset");
    return true;
}

/* "Ann Lee" <ann@echo.example> -> Ann Lee; ann@echo.example (Ann Lee) -> Ann Lee; else the address. */
static View author_name(View from) {
    View quote = VIEW("\"");
    size_t open = view_find(from, VIEW("<"), 0), round = view_find(from, VIEW("("), 0);
    View name = open != SIZE_MAX ? view_trim(view_slice(from, 0, open)) : from;
    if (open == SIZE_MAX && round != SIZE_MAX && view_ends(from, VIEW(")")))
        name = view_slice(from, round + 1, from.length - 1);
    if (!name.length)
        name = view_slice(from, open + 1, view_ends(from, VIEW(">")) ? from.length - 1 : from.length);
    if (name.length > 1 && view_starts(name, quote) && view_ends(name, quote))
        name = view_slice(name, 1, name.length - 1);
    return name;
}

static bool fill_headers(Arena *arena, View headers, Report *report) {
    View id = header(headers, "message-id"), place = header(headers, "content-location");
    View title = mail_words(arena, header(headers, "subject")), from = mail_words(arena, header(headers, "from"));
    View name = mail_words(arena, id), url = mail_words(arena, place.data ? place : header(headers, "archived-at"));
    View date = mail_words(arena, header(headers, "date"));
    if (!title.data || !from.data || !name.data || !url.data || !date.data)
        return false;
    if (view_starts(url, VIEW("<")) && view_ends(url, VIEW(">")))
        url = view_slice(url, 1, url.length - 1);
    url.length = view_starts(url, VIEW("http")) ? url.length : 0;
    return field_fill(arena, report, FIELD_TITLE, title) &&
           field_fill(arena, report, FIELD_AUTHOR, author_name(from)) && field_fill(arena, report, FIELD_NAME, name) &&
           field_fill(arena, report, FIELD_URL, url) && field_fill(arena, report, FIELD_DATE, date);
}

Code mail_read(Arena *arena, View place, View message, Report *report, Error *error) {
    View body = message, headers = header_block(&body);
    Parts parts = {0};
    if (!find_parts(arena, message, 0, &parts) || !fill_headers(arena, headers, report))
        return error_memory(error);
    if (parts.plain.data)
        return charset_decode_as(arena, place, parts.plain, parts.plain_charset, report, error);
    if (!parts.html.data)
        return error_set(error, ERROR_INPUT, "%.*s: a message without a text", (int)place.length, place.data);
    Report page = {.name = report->name};
    Code code = charset_html(arena, place, parts.html, parts.html_charset, &page, error);
    View text = {"", 0};
    if (code == OK)
        code = html_fragment(arena, page.body, &text, error);
    report->body = text;
    return code == OK && !text.length
               ? error_set(error, ERROR_INPUT, "%.*s: a message without a text", (int)place.length, place.data)
               : code;
}
