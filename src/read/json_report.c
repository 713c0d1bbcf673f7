/* read/json_report: one line of JSON -> Report. Keys that are not known are passed over; a known key with a value of
 * another kind is noted; a line that is no object with a text is refused with file and line. A line that isnad read
 * wrote is a report too: what it says of the report is taken, and the line is kept. */
#include "read/json_report.h"
#include "read/charset.h"

static bool fill_member(Arena *arena, const JsonValue *object, const char *key, View *into, Report *report) {
    const JsonValue *value = json_value_member(object, key);
    JsonKind kind = json_value_kind(value);
    long long number;
    View text = json_value_text(value);
    if (kind == JSON_KIND_NONE || kind == JSON_KIND_NULL)
        return true;
    if (json_value_integer(value, &number)) /* ids are often numbers */
        *into = arena_format(arena, "%lld", number);
    else if (kind != JSON_KIND_TEXT)
        return list_push(arena, &report->notes, arena_format(arena, "\"%s\" is not a text and was passed over", key));
    else if (view_trim(text).length > 0)
        *into = arena_copy(arena, view_trim(text));
    else
        return true;
    return into->data;
}

/* The "report" of a record; NULL when the object is none: a report has a text of its own. */
static const JsonValue *report_of_record(const JsonValue *object) {
    const JsonValue *report = json_value_member(object, "report");
    bool record = !json_value_text(json_value_member(object, "text")).data &&
                  json_value_kind(json_value_member(object, "statements")) == JSON_KIND_ARRAY &&
                  json_value_text(json_value_member(report, "text")).data;
    return record ? report : NULL;
}

/* The day that a record has from elsewhere; what was read out of the text is read again. */
static bool fill_given_day(Arena *arena, const JsonValue *report_object, Report *report) {
    const JsonValue *published = json_value_member(report_object, "published");
    if (!view_equal(json_value_text(json_value_member(published, "from")), VIEW("given")))
        return true;
    return fill_member(arena, published, "date", &report->date, report);
}

static Code fill(Arena *arena, const JsonValue *object, View line, Report *report, Error *error) {
    const JsonValue *inner = report_of_record(object);
    struct {
        const char *key;
        View *into;
    } members[] = {{inner ? "name" : "id", &report->name},
                   {"title", &report->title},
                   {"date", &report->date},
                   {"outlet", &report->outlet},
                   {"url", &report->url},
                   {"author", &report->author}};
    View place = report->name;
    if (inner) {
        report->record = arena_copy(arena, line);
        if (!report->record.data || !fill_given_day(arena, inner, report))
            return error_memory(error);
        object = inner;
    }
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (!fill_member(arena, object, members[i].key, members[i].into, report))
            return error_memory(error);
    View text = json_value_text(json_value_member(object, "text"));
    if (!text.data)
        return error_set(error, ERROR_INPUT, "%.*s: an object with a \"text\" is wanted", (int)place.length,
                         place.data);
    return charset_clean(arena, place, text, report, error);
}

Code json_report_read(Arena *arena, const char *file, size_t number, View line, Report *report, Error *error) {
    JsonValue *object;
    Code code = json_value_parse(line, file, number, &object, error);
    if (code != OK)
        return code;
    *report = (Report){.name = arena_format(arena, "%s:%zu", file, number)};
    code = report->name.data ? fill(arena, object, line, report, error) : error_memory(error);
    json_value_free(object);
    return code;
}
