/* read/door_warc: a web archive (WARC 1.0 and 1.1, ISO 28500), as Common Crawl News writes them -> a report for each
 * page of HTML that a server answered with, and for each text of a conversion record. Everything else is passed over:
 * requests, metadata, other types, other answers than 2xx. A record whose length or form is wrong is read up to where
 * the next one begins, and that is noted; one that cannot be read is refused. Left out: continuation records. */
#include "read/charset.h"
#include "read/door.h"
#include "read/html.h"
#include "read/http.h"
#include "read/kind.h"

#define HEADER_BYTES ((size_t)64 << 10)

static bool knows(View head) {
    return view_starts(head, VIEW("WARC/1.")) || view_starts(head, VIEW("WARC/0."));
}

/* A record as it lies in front of the window. */
typedef struct WarcRecord {
    View headers, content;
    size_t length; /* of all of it, blank lines behind it too */
    const char *fault;
    bool too_long; /* content is only its beginning */
} WarcRecord;

/* "WARC/1.0" at the end of a line, and a header behind it: what no page has in it by chance. */
static bool begins_record(View rest) {
    static const char *const versions[] = {"WARC/1.0", "WARC/1.1", "WARC/0.18", "WARC/0.17"};
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        View version = view(versions[i]);
        if (!view_starts(rest, version))
            continue;
        View behind = view_slice(rest, version.length, rest.length);
        return view_starts(behind, VIEW("\n")) || view_starts(behind, VIEW("\r"));
    }
    return false;
}

/* The place of the next record at or behind `from`; SIZE_MAX when there is none. */
static size_t next_record(View text, size_t from) {
    for (size_t at = view_find(text, VIEW("WARC/"), from); at != SIZE_MAX; at = view_find(text, VIEW("WARC/"), at + 1))
        if (begins_record(view_slice(text, at, text.length)))
            return at;
    return SIZE_MAX;
}

/* Passes over what begins no record; *any is false at the end. What is passed over is damage, but for blank lines. */
static Code stand_in_front(Source *source, bool *any, Error *error) {
    uint64_t lost = 0, place = source_place(source);
    for (;;) {
        Code code = source_want(source, 16, error);
        if (code != OK)
            return code;
        View rest = source_pending(source);
        size_t blank = 0;
        while (blank < rest.length && (rest.data[blank] == '\r' || rest.data[blank] == '\n'))
            blank++;
        if (blank && !lost) {
            source_use(source, blank);
            place = source_place(source);
            continue;
        }
        size_t at = next_record(rest, 0);
        *any = at != SIZE_MAX;
        size_t keep = source_ended(source) || rest.length < 16 ? 0 : 16; /* a record may begin in the last bytes */
        size_t skip = *any ? at : rest.length - keep;
        lost += skip;
        source_use(source, skip);
        if (*any || source_ended(source))
            break;
        code = source_more(source, error);
        if (code != OK)
            return code;
    }
    if (!lost)
        return OK;
    *any = true;
    return error_set(error, ERROR_INPUT, "%s: byte %llu: %llu bytes that are no WARC record", source_name(source),
                     (unsigned long long)place, (unsigned long long)lost);
}

static size_t blank_lines(View rest) {
    size_t count = 0;
    while (count < rest.length && (rest.data[count] == '\r' || rest.data[count] == '\n'))
        count++;
    return count;
}

/* Headers end at an empty line. Where that is missing, at the line of HTTP that begins the content. */
static void cut_headers(WarcRecord *record, View rest) {
    View behind = rest;
    record->headers = header_block(&behind);
    size_t http = view_find(record->headers, VIEW("\nHTTP/"), 0);
    if (http != SIZE_MAX) {
        record->headers = view_slice(rest, 0, http + 1);
        record->fault = "the empty line behind its headers is missing";
    }
}

/* Content whose length is wrong ends where the next record begins, or the file. */
static Code cut_content(Source *source, WarcRecord *record, size_t start, Error *error) {
    size_t from = start;
    for (;;) {
        View all = source_pending(source);
        size_t at = next_record(all, from);
        if (at != SIZE_MAX || source_ended(source) || all.length > LIMIT_REPORT_BYTES) {
            record->length = at != SIZE_MAX ? at : all.length;
            record->content = view_slice(all, start, record->length);
            while (view_ends(record->content, VIEW("\n")) || view_ends(record->content, VIEW("\r")))
                record->content.length--;
            return OK;
        }
        from = all.length - start > 16 && all.length - 16 > from ? all.length - 16 : from;
        Code code = source_more(source, error);
        if (code != OK)
            return code;
    }
}

static Code find_content(Source *source, WarcRecord *record, Error *error) {
    size_t start = record->headers.length, header_bytes = start;
    View all = source_pending(source);
    if (!record->fault) { /* over the empty line */
        start += start < all.length && all.data[start] == '\r';
        start += start < all.length && all.data[start] == '\n';
    }
    long length = -1;
    bool given = view_to_long(header_value(record->headers, "content-length"), &length) && length >= 0;
    size_t size = given ? (size_t)length : 0;
    record->too_long = given && size > LIMIT_REPORT_BYTES;
    if (!given && !record->fault)
        record->fault = "its length is missing";
    Code code = source_want(source, start + (record->too_long ? 0 : size) + 32, error);
    all = source_pending(source);
    record->headers = view_slice(all, 0, header_bytes);
    record->length = start;
    if (code != OK || record->too_long)
        return code;
    if (given && start + size <= all.length) {
        View behind = view_slice(all, start + size, all.length);
        size_t blank = blank_lines(behind);
        bool fits =
            blank == behind.length ? source_ended(source) : begins_record(view_slice(behind, blank, behind.length));
        bool exact = view_starts(behind, VIEW("\r\n\r\n")) || view_starts(behind, VIEW("\n\n")) || !behind.length;
        record->content = view_slice(all, start, start + size);
        record->length = start + size + blank;
        if (!fits && !record->fault)
            record->fault = "its length is wrong";
        else if (!exact && !record->fault)
            record->fault = "its length is wrong, or the empty lines behind it are missing";
        if (fits)
            return OK;
    } else if (!record->fault) {
        record->fault = "it is cut, or its length is wrong";
    }
    code = cut_content(source, record, start, error);
    record->headers = view_slice(source_pending(source), 0, header_bytes);
    return code;
}

/* Takes a record that is too long for a report off the window, piece by piece. */
static Code pass_over(Source *source, WarcRecord *record, Error *error) {
    long length = 0;
    view_to_long(header_value(record->headers, "content-length"), &length);
    source_use(source, record->length);
    for (size_t left = (size_t)length; left;) {
        Code code = source_want(source, 1, error);
        size_t piece = source_pending(source).length;
        if (code != OK || !piece)
            return code;
        source_use(source, piece < left ? piece : left);
        left -= piece < left ? piece : left;
    }
    return OK;
}

static bool is_html(View type, View body) {
    if (!type.data || !type.length)
        return kind_markup(view_slice(body, 0, KIND_BYTES), VIEW("html"));
    return view_equal_folded(type, VIEW("text/html")) || view_equal_folded(type, VIEW("application/xhtml+xml"));
}

/* The report of a record; *any is false for one that has none to give. */
static Code read_record(Arena *arena, const WarcRecord *record, View name, bool *any, Report *report, Error *error) {
    View type = header_value(record->headers, "warc-type"), media = header_value(record->headers, "content-type");
    Http http = {.body = record->content, .status = 200, .charset = header_parameter(media, "charset")};
    Code code = OK;
    *any = false;
    view_split(&media, ';', &http.type);
    if (view_equal_folded(type, VIEW("response")))
        code = http_read(arena, record->content, &http, error);
    else if (view_equal_folded(type, VIEW("conversion")) && view_equal_folded(view_trim(http.type), VIEW("text/plain")))
        *any = true;
    else if (!view_equal_folded(type, VIEW("resource")))
        return OK;
    if (code == ERROR_INPUT) {
        Error named = *error;
        return error_set(error, code, "%.*s: %s", (int)name.length, name.data, named.message);
    }
    if (code == OK && *any)
        return charset_decode_as(arena, name, http.body, http.charset, report, error);
    *any = code == OK && http.status / 100 == 2 && is_html(view_trim(http.type), http.body);
    if (*any && http.fault && !list_push(arena, &report->notes, view(http.fault)))
        return error_memory(error);
    return *any ? html_read(arena, name, http.body, http.charset, report, error) : code;
}

static Code fill_place(Arena *arena, Input *input, const WarcRecord *record, Report *report, View *place,
                       Error *error) {
    View url = header_value(record->headers, "warc-target-uri");
    if (view_starts(url, VIEW("<")) && view_ends(url, VIEW(">"))) /* as WARC 1.0 says, and some write */
        url = view_slice(url, 1, url.length - 1);
    *place = arena_format(arena, "%s: byte %llu", source_name(input->source),
                          (unsigned long long)source_place(input->source));
    if (url.length && utf8_invalid(url) == SIZE_MAX)
        report->url = arena_copy(arena, url);
    report->name = report->url.data ? report->url : *place;
    return place->data && report->name.data ? OK : error_memory(error);
}

/* The fault of a record, as a note of its report, or as what next gives when it has none. */
static Code tell_fault(Arena *arena, const WarcRecord *record, View place, bool any, Report *report, Error *error) {
    if (!record->fault)
        return OK;
    if (!any)
        return error_set(error, ERROR_INPUT, "%.*s: damaged WARC record: %s", (int)place.length, place.data,
                         record->fault);
    View note = arena_format(arena, "%.*s: damaged WARC record: %s", (int)place.length, place.data, record->fault);
    return note.data && list_push(arena, &report->notes, note) ? OK : error_memory(error);
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    for (bool found = false; !found;) {
        bool any = false;
        WarcRecord record = {0};
        View place;
        *report = (Report){0};
        Code code = stand_in_front(input->source, &any, error);
        *done = code == OK && !any;
        if (code == OK && any)
            code = source_want(input->source, HEADER_BYTES, error);
        if (code != OK || *done)
            return code;
        cut_headers(&record, source_pending(input->source));
        code = find_content(input->source, &record, error);
        if (code == OK)
            code = fill_place(arena, input, &record, report, &place, error);
        if (code != OK)
            return code;
        if (record.too_long) {
            code = pass_over(input->source, &record, error);
            if (code != OK)
                return code;
            return error_set(error, ERROR_INPUT, "%.*s: a record longer than %zu MiB was passed over",
                             (int)place.length, place.data, LIMIT_REPORT_BYTES >> 20);
        }
        code = read_record(arena, &record, place, &found, report, error);
        source_use(input->source, record.length);
        if (code == OK)
            code = tell_fault(arena, &record, place, found, report, error);
        if (code != OK)
            return code;
    }
    return OK;
}

const Door door_warc = {"warc", knows, NULL, next, NULL};
