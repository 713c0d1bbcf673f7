/* store/faults: a record -> what is wrong with it, if anything: keys that every reader relies on, the text's digest,
 * and every span: inside the text, and not of blanks only. */
#include "record/record.h"
#include "store/inside.h"

typedef struct Look {
    Arena *arena;
    View text;
    size_t points;
    View fault; /* the first */
    bool failed;
} Look;

static void fault(Look *look, View what) {
    look->failed |= !what.data;
    if (!look->fault.data)
        look->fault = what;
}

static void look_at_span(Look *look, const JsonValue *object) {
    long long start, end;
    const JsonValue *first = json_value_member(object, "start"), *last = json_value_member(object, "end");
    if (!first && !last)
        return;
    if (json_value_kind(first) == JSON_KIND_NULL && json_value_kind(last) == JSON_KIND_NULL)
        return;
    if (!json_value_integer(first, &start) || !json_value_integer(last, &end) || start < 0 || start >= end ||
        (size_t)end > look->points)
        fault(look, arena_format(look->arena, "a span lies outside the text of %zu characters", look->points));
}

#define DEEPEST 32

static void look_inside(Look *look, const JsonValue *value, int depth) {
    JsonMember member = {0};
    if (depth > DEEPEST)
        fault(look, VIEW("is nested deeper than a record is"));
    if (look->fault.data || look->failed)
        return;
    if (json_value_kind(value) == JSON_KIND_OBJECT)
        look_at_span(look, value);
    while (json_value_next(value, &member))
        look_inside(look, member.value, depth + 1);
    if (json_value_kind(value) == JSON_KIND_ARRAY)
        for (size_t i = 0; i < json_value_count(value); i++)
            look_inside(look, json_value_item(value, i), depth + 1);
}

/* Lists of objects with an id. */
static void look_at_lists(Look *look, const JsonValue *record) {
    static const char *const lists[] = {"actors", "places", "times", "statements", "events"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const JsonValue *list = json_value_member(record, lists[i]);
        if (json_value_kind(list) != JSON_KIND_ARRAY)
            fault(look, VIEW("a record is wanted, as isnad read writes it"));
        for (size_t k = 0; k < json_value_count(list); k++)
            if (!json_value_text(json_value_member(json_value_item(list, k), "id")).data)
                fault(look, arena_format(look->arena, "one of its %s has no id", lists[i]));
    }
}

Code record_faults(Arena *arena, const JsonValue *record, View *found) {
    const JsonValue *report = json_value_member(record, "report");
    View text = json_value_text(json_value_member(report, "text")),
         id = json_value_text(json_value_member(report, "id"));
    char digest[RECORD_ID_BYTES];
    Look look = {.arena = arena, .text = text};
    double version = 1;
    *found = (View){NULL, 0};
    if (!text.data || !id.data) {
        *found = VIEW("a record is wanted, as isnad read writes it");
        return OK;
    }
    json_value_number(json_value_member(record, "version"), &version);
    if (version > 1)
        fault(&look, VIEW("is of a newer version than this isnad knows"));
    look.points = utf8_count(text);
    record_id(text, digest);
    if (!view_equal(id, view(digest)))
        fault(&look, VIEW("its id is not the digest of its text"));
    look_at_lists(&look, record);
    look_inside(&look, record, 0);
    *found = look.fault;
    return look.failed ? ERROR_MEMORY : OK;
}
