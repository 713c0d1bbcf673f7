/* read/json_report: one JSON object -> Report. Keys that are not known are passed over; a key of ours with a value of
 * another kind is noted; what is no object with a text is refused with file and line. An object that isnad read wrote
 * is a report too: what it says of the report is taken, and the line is kept. */
#include "read/json_report.h"
#include "read/charset.h"
#include "read/fields.h"

/* The value as text: ids are often numbers, authors often a list. data NULL for what is neither. */
static View as_text(Arena *arena, const JsonValue *value, Field field) {
    long long number;
    if (json_value_kind(value) == JSON_KIND_TEXT)
        return json_value_text(value);
    if (json_value_integer(value, &number))
        return arena_format(arena, "%lld", number);
    View all = {NULL, 0};
    for (size_t i = 0; i < json_value_count(value) && field == FIELD_AUTHOR; i++) {
        View item = json_value_text(json_value_item(value, i));
        if (!item.data)
            return (View){NULL, 0};
        all =
            all.data ? arena_format(arena, "%.*s, %.*s", (int)all.length, all.data, (int)item.length, item.data) : item;
    }
    return all;
}

/* The first of the field's names that has a value wins; of ours a value that is no text is noted. */
static bool fill_field(Arena *arena, const JsonValue *object, Field field, Report *report) {
    const char *name;
    for (size_t rank = 0; (name = field_name(field, rank)); rank++) {
        const JsonValue *value = json_value_member(object, name);
        JsonKind kind = json_value_kind(value);
        if (kind == JSON_KIND_NONE || kind == JSON_KIND_NULL)
            continue;
        View text = as_text(arena, value, field);
        if (text.data && view_trim(text).length)
            return field_fill(arena, report, field, text);
        if (!text.data && rank == 0) {
            View note = arena_format(arena, "\"%s\" is not a text and was passed over", name);
            if (!note.data || !list_push(arena, &report->notes, note))
                return false;
        }
    }
    return true;
}

static View text_of(const JsonValue *object) {
    View text = {NULL, 0};
    for (size_t rank = 0; !text.data && field_name(FIELD_TEXT, rank); rank++)
        text = json_value_text(json_value_member(object, field_name(FIELD_TEXT, rank)));
    return text;
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
static bool fill_from_record(Arena *arena, const JsonValue *inner, View object, Report *report) {
    const JsonValue *published = json_value_member(inner, "published");
    report->record = arena_copy(arena, object);
    if (!report->record.data ||
        !field_fill(arena, report, FIELD_NAME, json_value_text(json_value_member(inner, "name"))))
        return false;
    return !view_equal(json_value_text(json_value_member(published, "from")), VIEW("given")) ||
           field_fill(arena, report, FIELD_DATE, json_value_text(json_value_member(published, "date")));
}

static Code fill(Arena *arena, const JsonValue *object, View place, View whole, Report *report, Error *error) {
    const JsonValue *inner = report_of_record(object);
    if (inner && !fill_from_record(arena, inner, whole, report))
        return error_memory(error);
    object = inner ? inner : object;
    for (int field = 0; field < FIELD_COUNT; field++)
        if ((!inner || field != FIELD_NAME) && field != FIELD_TEXT && !fill_field(arena, object, (Field)field, report))
            return error_memory(error);
    View text = text_of(object);
    if (!text.data)
        return error_set(error, ERROR_INPUT, "%.*s: an object with a \"text\" is wanted", (int)place.length,
                         place.data);
    return charset_clean(arena, place, text, report, error);
}

Code json_report_read(Arena *arena, const char *file, size_t line, View name, View object, Report *report, bool *parsed,
                      Error *error) {
    JsonValue *value;
    *parsed = false;
    *report = (Report){.name = arena_copy(arena, name)};
    View place = arena_format(arena, "%s:%zu", file, line);
    if (!report->name.data || !place.data)
        return error_memory(error);
    Code code = json_value_parse(object, file, line, &value, error);
    if (code != OK)
        return code;
    *parsed = true;
    code = fill(arena, value, place, object, report, error);
    json_value_free(value);
    return code;
}
