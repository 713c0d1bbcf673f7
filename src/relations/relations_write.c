/* relations/relations_write: edges -> JSON Lines, or one by one, by the names of their actors. */
#include "relations/edges.h"
#include <stdlib.h>

typedef struct Line {
    const Party *from, *to;
    const Edge *edge;
} Line;

static int compare_parties(const Party *a, const Party *b) {
    int order = view_compare(a->name, b->name);
    return order ? order : view_compare(a->key, b->key);
}

static int compare_lines(const void *a, const void *b) {
    const Line *x = a, *y = b;
    int order = compare_parties(x->from, y->from);
    if (!order)
        order = compare_parties(x->to, y->to);
    return order ? order : (x->edge->kind > y->edge->kind) - (x->edge->kind < y->edge->kind);
}

static void write_text(Json *json, const char *key, View text) {
    json_key(json, key);
    json_text(json, text);
}

static void write_day(Arena *arena, Json *json, const char *key, Day day) {
    json_key(json, key);
    json_text(json, day_format(arena, day));
}

static void write_party(Json *json, const char *key, const Party *party) {
    json_key(json, key);
    json_object_begin(json);
    write_text(json, "name", party->name);
    write_text(json, "kind", party->kind);
    write_text(json, "code", party->code);
    write_text(json, "known", party->known);
    json_object_end(json);
}

static void write_ground(Arena *arena, Json *json, const Ground *ground) {
    json_object_begin(json);
    write_text(json, "report", ground->report);
    write_text(json, "name", ground->report_name);
    write_day(arena, json, "published", ground->published);
    write_text(json, "event", ground->event);
    write_text(json, ground->event.data ? "type" : "title", ground->what);
    if (ground->event.data) {
        write_text(json, "status", ground->status);
        write_day(arena, json, "from", ground->from);
        write_day(arena, json, "to", ground->to);
        json_key(json, "chain");
        json_array_begin(json);
        for (size_t i = 0; i < ground->chain_count; i++)
            json_text(json, ground->chain[i]);
        json_array_end(json);
    }
    json_object_end(json);
}

static Day earlier(Day a, Day b) {
    return a == DAY_UNKNOWN || (b != DAY_UNKNOWN && b < a) ? b : a;
}

static Day later(Day a, Day b) {
    return a == DAY_UNKNOWN || (b != DAY_UNKNOWN && b > a) ? b : a;
}

/* The first and the last day that events name; what is denied dates nothing. */
static void find_days(const Edge *edge, Day *first, Day *last) {
    *first = *last = DAY_UNKNOWN;
    for (size_t i = 0; i < edge->grounds.count; i++) {
        const Ground *ground = &edge->grounds.items[i];
        if (ground->status.data && view_equal(ground->status, VIEW("denied")))
            continue;
        *first = earlier(*first, ground->from != DAY_UNKNOWN ? ground->from : ground->to);
        *last = later(*last, ground->to != DAY_UNKNOWN ? ground->to : ground->from);
    }
}

/* On whose word: the outermost tellers, each once, the report itself where it has none. */
static size_t count_tellers(const Edge *edge) {
    size_t count = 0;
    for (size_t i = 0; i < edge->grounds.count; i++) {
        const Ground *mine = &edge->grounds.items[i];
        View teller = mine->chain_count ? mine->chain[0] : mine->report;
        bool again = false;
        for (size_t k = 0; k < i && !again; k++) {
            const Ground *other = &edge->grounds.items[k];
            again = view_equal(teller, other->chain_count ? other->chain[0] : other->report);
        }
        count += !again;
    }
    return count;
}

static int sign_of(const Edge *edge) {
    return edge->kind == RELATION_AGAINST ? -1 : edge->kind == RELATION_TALKS ? 0 : 1;
}

static void write_edge(Arena *arena, Json *json, const Line *line) {
    const Edge *edge = line->edge;
    static const char *const standings[STANDING_COUNT] = {"happened", "open", "denied"};
    json_object_begin(json);
    write_party(json, "from", line->from);
    write_party(json, "to", line->to);
    write_text(json, "relation", view(relation_name(edge->kind)));
    json_key(json, "sign");
    json_number(json, sign_of(edge));
    Day first, last;
    find_days(edge, &first, &last);
    write_day(arena, json, "from_day", first);
    write_day(arena, json, "to_day", last);
    for (int standing = 0; standing < STANDING_COUNT; standing++) {
        json_key(json, standings[standing]);
        json_number(json, (long long)edge->counts[standing]);
    }
    json_key(json, "tellers");
    json_number(json, (long long)count_tellers(edge));
    json_key(json, "grounds");
    json_array_begin(json);
    for (size_t i = 0; i < edge->grounds.count; i++)
        write_ground(arena, json, &edge->grounds.items[i]);
    json_array_end(json);
    json_object_end(json);
}

/* The edges in their order; NULL with an error. */
static Code sorted(const Relations *relations, Line **lines, Error *error) {
    size_t count = relations->edges.count;
    *lines = arena_array(relations->arena, count + 1, sizeof **lines);
    if (!*lines)
        return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        const Edge *edge = &relations->edges.items[i];
        (*lines)[i] = (Line){&relations->parties.items[edge->from], &relations->parties.items[edge->to], edge};
    }
    if (count)
        qsort(*lines, count, sizeof **lines, compare_lines);
    return OK;
}

static RelationActor actor_of(const Party *party) {
    return (RelationActor){party->key, party->name, party->kind, party->code, party->known};
}

Code relations_each(Relations *relations, TakeRelation *take, void *into, Error *error) {
    Line *lines;
    Code code = sorted(relations, &lines, error);
    for (size_t i = 0; code == OK && i < relations->edges.count; i++) {
        const Edge *edge = lines[i].edge;
        Relation relation = {.from = actor_of(lines[i].from),
                             .to = actor_of(lines[i].to),
                             .relation = relation_name(edge->kind),
                             .sign = sign_of(edge),
                             .happened = edge->counts[STANDING_HAPPENED],
                             .open = edge->counts[STANDING_OPEN],
                             .denied = edge->counts[STANDING_DENIED],
                             .tellers = count_tellers(edge)};
        find_days(edge, &relation.first, &relation.last);
        take(into, &relation);
    }
    return code;
}

Code relations_write(Relations *relations, Buffer *out, Error *error) {
    Line *lines;
    Code code = sorted(relations, &lines, error);
    for (size_t i = 0; code == OK && i < relations->edges.count; i++) {
        Json json;
        json_init(&json, out);
        write_edge(relations->arena, &json, &lines[i]);
        buffer_byte(out, '\n');
    }
    return code == OK && out->failed ? error_memory(error) : code;
}
