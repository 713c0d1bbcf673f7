/* store/draw: a record -> its rows in all tables, and back out of them. In: the record's JSON, already looked through
 * (record_faults). The idea: rows that several reports share (actors, their names, places) carry how many reports have
 * them; one walk over the record counts up, the same walk counts down. */
#include "store/draw.h"
#include <stdio.h>
#include <string.h>

View draw_member(const JsonValue *object, const char *key) {
    return json_value_text(json_value_member(object, key));
}

Day draw_day(const JsonValue *object, const char *key) {
    Day day = DAY_UNKNOWN;
    return day_parse(draw_member(object, key), &day) ? day : DAY_UNKNOWN;
}

View draw_letters(const Draw *draw, const JsonValue *span, long long *start, long long *end) {
    *start = *end = 0;
    if (!json_value_integer(json_value_member(span, "start"), start) ||
        !json_value_integer(json_value_member(span, "end"), end) || *start < 0 || *end < *start ||
        (size_t)*end > draw->points)
        return VIEW("");
    return view_slice(draw->text, draw->bytes[*start], draw->bytes[*end]);
}

long long draw_term(Draw *draw, View term) {
    if (!term.data)
        return NO_NUMBER;
    long long row = sql_number(draw->store, NO_NUMBER, QUERY_TERM_GET, "t", term);
    if (row == NO_NUMBER && draw->sign > 0) {
        sql_run(draw->store, QUERY_TERM_ADD, "t", term);
        row = sqlite3_last_insert_rowid(draw->store->db);
    }
    return row;
}

bool draw_once(Draw *draw, char table, long long row, View name) {
    View key = arena_format(draw->arena, "%c%lld %.*s", table, row, (int)name.length, name.length ? name.data : "");
    uint32_t found;
    if (key.data && map_get(draw->counted, key, &found))
        return false;
    draw->failed |= !key.data || !map_set(draw->counted, key, 1);
    return !draw->failed;
}

/* Where each code point begins. */
static bool measure(Draw *draw) {
    draw->points = utf8_count(draw->text);
    draw->bytes = arena_array(draw->arena, draw->points + 1, sizeof *draw->bytes);
    if (!draw->bytes)
        return false;
    size_t position = 0;
    for (size_t i = 0; i < draw->points; i++) {
        draw->bytes[i] = (uint32_t)position;
        utf8_next(draw->text, &position);
    }
    draw->bytes[draw->points] = (uint32_t)position;
    return true;
}

static bool start(Draw *draw, Store *store, Arena *arena, const JsonValue *record, long long row, int sign) {
    *draw = (Draw){.store = store, .arena = arena, .record = record, .row = row, .sign = sign};
    draw->report = json_value_member(record, "report");
    draw->text = draw_member(draw->report, "text");
    draw->published = draw_day(json_value_member(draw->report, "published"), "date");
    draw->actor_of = map_new(arena);
    draw->actor_of_words = map_new(arena);
    draw->counted = map_new(arena);
    draw->place_of = map_new(arena);
    draw->statement_of = map_new(arena);
    return draw->actor_of && draw->actor_of_words && draw->counted && draw->place_of && draw->statement_of &&
           measure(draw);
}

static Code outcome(Draw *draw, Error *error) {
    Code code = sql_outcome(draw->store, error);
    return code == OK && draw->failed ? error_memory(error) : code;
}

Code draw(Store *store, Arena *arena, const JsonValue *record, long long report, Error *error) {
    Draw draw;
    if (!start(&draw, store, arena, record, report, 1))
        return error_memory(error);
    draw_actors(&draw);
    draw_places(&draw);
    draw_statements(&draw);
    draw_events(&draw);
    View title = draw_member(draw.report, "title");
    sql_run(store, QUERY_REPORT_WORDS_ADD, "itt", report, title.data ? title : VIEW(""), draw.text);
    return outcome(&draw, error);
}

Code undraw(Store *store, Arena *arena, const JsonValue *record, long long report, Error *error) {
    Draw draw;
    if (!start(&draw, store, arena, record, report, -1))
        return error_memory(error);
    undraw_claims(&draw);
    draw_actors(&draw);
    draw_places(&draw);
    draw_statements(&draw); /* for their channels, which are actors too */
    undraw_cast(&draw);
    View title = draw_member(draw.report, "title");
    sql_run(store, QUERY_REPORT_WORDS_REMOVE, "itt", report, title.data ? title : VIEW(""), draw.text);
    return outcome(&draw, error);
}
