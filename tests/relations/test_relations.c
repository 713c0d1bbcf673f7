/* Edges over hand-made records: edges.txt; lines that are no records, and every amount of memory. */
#include "relations/relations.h"
#include "tests/cases.h"
#include <string.h>

/* --- a record's JSON from the lines of a case -------------------------------------------------------------------- */

static View word(View *rest) {
    View part = {NULL, 0};
    while (view_split(rest, ' ', &part) && part.length == 0)
        ;
    return part;
}

static View value(View text) {
    return view_equal(text, VIEW("-")) ? (View){NULL, 0} : text;
}

static void member(Json *json, const char *key, View text) {
    json_key(json, key);
    json_text(json, text);
}

static void put_actor(Json *json, View id, View rest, View all) {
    size_t bar = view_find(rest, VIEW(" | "), 0);
    View name = view_slice(rest, 0, bar), more = view_slice(rest, bar + 3, rest.length), kind = word(&more);
    View code = value(word(&more)), form = more, line;
    while (view_find(form, VIEW(" "), 0) != SIZE_MAX)
        form = view_slice(form, view_find(form, VIEW(" "), 0) + 1, form.length);
    View known = value(view_trim(view_slice(more, 0, more.length - form.length)));
    json_object_begin(json);
    member(json, "id", id);
    member(json, "name", name);
    member(json, "kind", kind);
    member(json, "code", code.data ? code : VIEW(""));
    member(json, "known", known);
    json_key(json, "roles");
    json_array_begin(json);
    while (view_split(&all, '\n', &line)) {
        if (!view_equal(word(&line), VIEW("role")) || !view_equal(word(&line), id))
            continue;
        size_t of = view_find(line, VIEW(" of "), 0);
        json_object_begin(json);
        member(json, "title", view_slice(line, 0, of));
        member(json, "of", view_slice(line, of + 4, line.length));
        json_object_end(json);
    }
    json_array_end(json);
    json_key(json, "mentions");
    json_array_begin(json);
    json_object_begin(json);
    member(json, "form", form);
    json_object_end(json);
    json_array_end(json);
    json_object_end(json);
}

static View put_ids(Json *json, const char *key, View *rest) {
    View id;
    json_key(json, key);
    json_array_begin(json);
    while ((id = word(rest)).length && id.data[0] == 'A')
        json_text(json, id);
    json_array_end(json);
    return id;
}

static void put_event(Json *json, View rest) {
    json_object_begin(json);
    member(json, "id", word(&rest));
    member(json, "type", word(&rest));
    put_ids(json, "source", &rest);
    member(json, "status", put_ids(json, "target", &rest));
    View day = value(word(&rest)), chain;
    json_key(json, "time");
    json_object_begin(json);
    member(json, "from", day);
    member(json, "to", day);
    json_object_end(json);
    json_key(json, "chain");
    json_array_begin(json);
    word(&rest);
    if ((chain = view_trim(rest)).length)
        json_text(json, chain);
    json_array_end(json);
    json_object_end(json);
}

/* One record of the lines from "report" on. */
static void put_record(View lines, Buffer *out) {
    Json json;
    View all = lines, line, first;
    json_init(&json, out);
    view_split(&lines, '\n', &first);
    word(&first);
    json_object_begin(&json);
    json_key(&json, "report");
    json_object_begin(&json);
    member(&json, "id", word(&first));
    json_key(&json, "published");
    json_object_begin(&json);
    member(&json, "date", word(&first));
    json_object_end(&json);
    json_object_end(&json);
    for (int events = 0; events <= 1; events++) {
        View rest = lines;
        json_key(&json, events ? "events" : "actors");
        json_array_begin(&json);
        while (view_split(&rest, '\n', &line)) {
            View what = word(&line);
            if (!events && view_equal(what, VIEW("actor"))) {
                View id = word(&line);
                put_actor(&json, id, line, all);
            } else if (events && view_equal(what, VIEW("event"))) {
                put_event(&json, line);
            }
        }
        json_array_end(&json);
    }
    json_object_end(&json);
}

/* --- an edge's line in short ----------------------------------------------------------------------------------------
 */

static long long number_of(const JsonValue *edge, const char *key) {
    long long number = 99;
    json_value_integer(json_value_member(edge, key), &number);
    return number;
}

static void put_edge(View line, Buffer *found) {
    JsonValue *edge;
    Error error = {0};
    if (!CHECK_OK(json_value_parse(line, "edge", 1, &edge, &error), error))
        return;
    static const char *const texts[] = {"from_day", "to_day"};
    buffer_append(found, json_value_text(json_value_member(json_value_member(edge, "from"), "name")));
    buffer_append(found, VIEW(" | "));
    buffer_append(found, json_value_text(json_value_member(edge, "relation")));
    long long sign = number_of(edge, "sign");
    buffer_format(found, sign ? " %+lld | " : " %lld | ", sign);
    buffer_append(found, json_value_text(json_value_member(json_value_member(edge, "to"), "name")));
    buffer_append(found, VIEW(" | "));
    for (int i = 0; i < 2; i++) {
        View day = json_value_text(json_value_member(edge, texts[i]));
        buffer_append(found, i ? VIEW("..") : VIEW(""));
        buffer_append(found, day.data ? day : VIEW(""));
    }
    buffer_format(found, " | %lld %lld %lld | %lld\n", number_of(edge, "happened"), number_of(edge, "open"),
                  number_of(edge, "denied"), number_of(edge, "tellers"));
    size_t grounds = json_value_count(json_value_member(edge, "grounds"));
    CHECK((long long)grounds == number_of(edge, "happened") + number_of(edge, "open") + number_of(edge, "denied"));
    json_value_free(edge);
}

static Code relate(Arena *arena, View input, Buffer *out, Error *error) {
    Relations *relations;
    Code code = relations_open(arena, "data", &relations, error);
    for (size_t at = 0, next; code == OK && at < input.length; at = next) {
        next = view_find(input, VIEW("\nreport "), at + 1);
        next = next == SIZE_MAX ? input.length : next + 1;
        Buffer record;
        buffer_init(&record, 0);
        put_record(view_slice(input, at, next), &record);
        code = relations_add(relations, buffer_view(&record), "case", 1, error);
        buffer_free(&record);
    }
    return code == OK ? relations_write(relations, out, error) : code;
}

static void list_edges(Arena *arena, View input, Buffer *found) {
    Buffer out;
    Error error = {0};
    buffer_init(&out, 0);
    if (CHECK_OK(relate(arena, view_trim(input), &out, &error), error)) {
        View rest = buffer_view(&out), line;
        while (view_split(&rest, '\n', &line))
            if (line.length)
                put_edge(line, found);
    }
    buffer_free(&out);
}

static const char sample[] = "report r1 2020-01-04\nactor A1 Tolvania | country TOL - name\n"
                             "actor A2 Hill Army | organization - - name\nrole A2 leader of A1\n"
                             "event E1 ASSAULT A1 -> A2 happened 2020-01-03 | a man\n";

static void without_memory(void) {
    bool passed = false;
    for (size_t maximum = 256; !passed && maximum < (1 << 20); maximum += 256) {
        Arena *arena = arena_new(maximum);
        Buffer out;
        Error error = {0};
        buffer_init(&out, 0);
        Code code = arena ? relate(arena, view(sample), &out, &error) : ERROR_MEMORY;
        CHECK(code == OK || code == ERROR_MEMORY);
        passed = code == OK;
        buffer_free(&out);
        arena_free(arena);
    }
    CHECK(passed);
}

/* What is no record is refused with its place, and the edges of the others stand. */
static void refuse(void) {
    static const char *const lines[] = {"{\"report\":", "[1]", "{\"text\":\"a\"}",
                                        "{\"report\":{\"id\":\"x\"},\"events\":[]}", "null"};
    Arena *arena = arena_new(0);
    Relations *relations;
    Error error = {0};
    Buffer out;
    buffer_init(&out, 0);
    if (CHECK_OK(relations_open(arena, "data", &relations, &error), error)) {
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
            CHECK(relations_add(relations, view(lines[i]), "some.jsonl", 7, &error) == ERROR_INPUT);
            CHECK(view_starts(view(error.message), VIEW("some.jsonl:7")));
        }
        /* members of other kinds are passed over */
        View odd = VIEW("{\"report\":{\"id\":\"x\",\"published\":3},\"actors\":[1,{\"id\":\"A1\",\"roles\":[null]}],"
                        "\"events\":[{\"type\":\"ASSAULT\",\"source\":\"A1\",\"target\":[[]],\"time\":[]},7]}");
        CHECK_OK(relations_add(relations, odd, "some.jsonl", 8, &error), error);
        CHECK_OK(relations_write(relations, &out, &error), error);
        CHECK(out.length == 0);
    }
    buffer_free(&out);
    arena_free(arena);
}

int main(void) {
    test_begin("relations");
    cases_run("tests/relations/edges.txt", list_edges);
    refuse();
    without_memory();
    return test_end();
}
