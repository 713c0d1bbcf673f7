/* read/json_line: one line of JSON -> Report. Keys that are not known are passed over; a known key with a value of
 * another kind is noted; a line that is no object with a text is refused with file and line. */
#include "read/json_line.h"
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

static Code fill(Arena *arena, const JsonValue *object, Report *report, Error *error) {
    struct {
        const char *key;
        View *into;
    } members[] = {{"id", &report->name},       {"title", &report->title}, {"date", &report->date},
                   {"outlet", &report->outlet}, {"url", &report->url},     {"author", &report->author}};
    View place = report->name;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (!fill_member(arena, object, members[i].key, members[i].into, report))
            return error_memory(error);
    View text = json_value_text(json_value_member(object, "text"));
    if (!text.data)
        return error_set(error, ERROR_INPUT, "%.*s: an object with a \"text\" is wanted", (int)place.length,
                         place.data);
    return charset_clean(arena, place, text, report, error);
}

Code json_line_read(Arena *arena, const char *file, size_t number, View line, Report *report, Error *error) {
    JsonValue *object;
    Code code = json_value_parse(line, file, number, &object, error);
    if (code != OK)
        return code;
    *report = (Report){.name = arena_format(arena, "%s:%zu", file, number)};
    code = report->name.data ? fill(arena, object, report, error) : error_memory(error);
    json_value_free(object);
    return code;
}
