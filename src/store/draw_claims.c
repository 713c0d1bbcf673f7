/* store/draw_claims: a record's statements and events -> rows of statements, speakers, events, parts, accounts,
 * tellers. Two events are plainly one when they have the same type, the same actors with names, the same days,
 * and the same place; where neither names a place, both who did it and to whom must be told. */
#include "relations/relations.h"
#include "store/draw.h"
#include <stdlib.h>

/* --- statements --------------------------------------------------------------------------------------------------- */

static View joined(Draw *draw, View text, const char *between, View more) {
    View whole = text.length ? arena_format(draw->arena, "%.*s%s%.*s", (int)text.length, text.data, between,
                                            (int)more.length, more.length ? more.data : "")
                             : more;
    draw->failed |= text.length && !whole.data;
    return whole;
}

static View actor_name(const Draw *draw, View id) {
    const JsonValue *actors = json_value_member(draw->record, "actors");
    uint32_t index;
    return id.data && map_get(draw->actor_of, id, &index) ? draw_member(json_value_item(actors, index), "name")
                                                          : VIEW("");
}

/* As the chains of events name it. */
static View link_name(Draw *draw, const JsonValue *statement) {
    const JsonValue *speakers = json_value_member(statement, "speaker");
    View name = VIEW(""), channel = draw_member(statement, "channel");
    for (size_t i = 0; i < json_value_count(speakers); i++)
        name = joined(draw, name, " and ", actor_name(draw, json_value_text(json_value_item(speakers, i))));
    if (!name.length)
        name = VIEW("unnamed");
    return channel.length ? joined(draw, channel, ": ", name) : name;
}

/* The statement and those around it, innermost first; at most `room`, which a circle would fill. */
static size_t chain_of(const Draw *draw, size_t innermost, size_t *chain) {
    size_t length = 0;
    for (size_t i = innermost; i != NOBODY && length < draw->statement_count; i = draw->statements[i].within)
        chain[length++] = i;
    return length;
}

static View chain_json(Draw *draw, const size_t *chain, size_t length) {
    Buffer out;
    Json json;
    buffer_init(&out, 0);
    json_init(&json, &out);
    json_array_begin(&json);
    for (size_t i = length; i-- > 0;)
        json_text(&json, draw->statements[chain[i]].link);
    json_array_end(&json);
    View text = out.failed ? (View){NULL, 0} : arena_copy(draw->arena, buffer_view(&out));
    draw->failed |= !text.data;
    buffer_free(&out);
    return text;
}

static bool any_unnamed(const Draw *draw, const size_t *chain, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (draw->statements[chain[i]].unnamed)
            return true;
    return false;
}

/* The letters of a list of spans, joined; where they begin and end. */
static View pieces(Draw *draw, const JsonValue *spans, long long *start, long long *stop) {
    View whole = VIEW("");
    *start = *stop = 0;
    for (size_t i = 0; i < json_value_count(spans); i++) {
        long long begin, end;
        View letters = draw_letters(draw, json_value_item(spans, i), &begin, &end);
        *start = i ? *start : begin;
        *stop = end;
        whole = joined(draw, whole, " ... ", letters);
    }
    return whole;
}

static void add_speakers(Draw *draw, const size_t *chain, size_t length, long long row) {
    for (size_t i = 0; i < length; i++) {
        const DrawnStatement *link = &draw->statements[chain[i]];
        const JsonValue *speakers = json_value_member(link->json, "speaker");
        for (size_t k = 0; k < json_value_count(speakers); k++) {
            long long actor = draw_actor_row(draw, json_value_item(speakers, k));
            if (actor != NO_NUMBER)
                sql_run(draw->store, QUERY_SPEAKER_ADD, "iii", actor, i == 0 ? 1LL : 0LL, row);
        }
        if (link->channel != NO_NUMBER)
            sql_run(draw->store, QUERY_SPEAKER_ADD, "iii", link->channel, 0LL, row);
    }
}

static void add_statement(Draw *draw, size_t index, size_t *chain) {
    DrawnStatement *statement = &draw->statements[index];
    const JsonValue *json = statement->json;
    size_t length = chain_of(draw, index, chain);
    long long start, stop, cue_start, cue_stop;
    View cue = pieces(draw, json_value_member(json, "cue"), &cue_start, &cue_stop);
    View content = pieces(draw, json_value_member(json, "content"), &start, &stop);
    View manner = draw_member(json, "manner"), commitment = draw_member(json, "commitment");
    View text = chain_json(draw, chain, length);
    long long stance = draw_term(draw, commitment.data ? commitment : VIEW(""));
    bool unnamed = any_unnamed(draw, chain, length);
    sql_run(draw->store, QUERY_STATEMENT_ADD, "itiiiiiytiitt", draw->row, draw_member(json, "id"), NO_NUMBER,
            draw_term(draw, manner.data ? manner : VIEW("")), stance, (long long)unnamed, (long long)length,
            draw->published, cue, start, stop, content, text);
    statement->row = sqlite3_last_insert_rowid(draw->store->db);
    columns_set(draw->store, true, statement->row,
                (int32_t[]){(int32_t)stance, draw->published, (int32_t)length, unnamed});
    sql_run(draw->store, QUERY_STATEMENT_WORDS_ADD, "it", statement->row, content);
    add_speakers(draw, chain, length, statement->row);
}

/* Their links and channels; which lies within which. */
static bool know_statements(Draw *draw) {
    const JsonValue *statements = json_value_member(draw->record, "statements");
    draw->statement_count = json_value_count(statements);
    draw->statements = arena_array(draw->arena, draw->statement_count + 1, sizeof *draw->statements);
    for (size_t i = 0; draw->statements && i < draw->statement_count; i++) {
        const JsonValue *json = json_value_item(statements, i);
        bool named = true;
        json_value_boolean(json_value_member(json, "named"), &named);
        draw->statements[i] = (DrawnStatement){.json = json, .within = NOBODY, .unnamed = !named};
        draw->statements[i].link = link_name(draw, json);
        draw->statements[i].channel = draw_named(draw, draw_member(json, "channel"));
        draw->failed |= !map_set(draw->statement_of, draw_member(json, "id"), (uint32_t)i);
    }
    for (size_t i = 0; draw->statements && i < draw->statement_count; i++) {
        View within = draw_member(draw->statements[i].json, "within");
        uint32_t outer;
        if (within.data && map_get(draw->statement_of, within, &outer) && outer != i)
            draw->statements[i].within = outer;
    }
    return draw->statements && !draw->failed;
}

void draw_statements(Draw *draw) {
    if (draw->failed || !know_statements(draw)) {
        draw->failed = true;
        return;
    }
    size_t *chain = arena_array(draw->arena, draw->statement_count + 1, sizeof *chain);
    draw->failed |= !chain;
    if (draw->sign < 0)
        return;
    for (size_t i = 0; i < draw->statement_count && !draw->failed; i++)
        add_statement(draw, i, chain);
    for (size_t i = 0; i < draw->statement_count && !draw->failed; i++) /* indices to rows */
        if (draw->statements[i].within != NOBODY)
            sql_run(draw->store, QUERY_STATEMENT_WITHIN, "ii", draw->statements[draw->statements[i].within].row,
                    draw->statements[i].row);
}

/* --- events ------------------------------------------------------------------------------------------------------- */

static const JsonValue *time_of(const Draw *draw, const JsonValue *event) {
    const JsonValue *time = json_value_member(event, "time"), *times = json_value_member(draw->record, "times");
    View id = json_value_text(time);
    for (size_t i = 0; id.data && i < json_value_count(times); i++)
        if (view_equal(draw_member(json_value_item(times, i), "id"), id))
            return json_value_item(times, i);
    return id.data ? NULL : time;
}

static uint64_t mixed(uint64_t sum, uint64_t number) {
    sum ^= number + 0x9E3779B97F4A7C15u + (sum << 6) + (sum >> 2);
    sum *= 0xFF51AFD7ED558CCDu;
    return sum ^ sum >> 33;
}

static int compare_rows(const void *a, const void *b) {
    long long x = *(const long long *)a, y = *(const long long *)b;
    return (x > y) - (x < y);
}

/* Rows of a list of actor ids, ascending, each once; false when one of them has no name that another report could know
 * it by. */
static bool rows_of(Draw *draw, const JsonValue *ids, long long **rows, size_t *count) {
    const JsonValue *actors = json_value_member(draw->record, "actors");
    bool named = true;
    size_t kept = 0;
    *rows = arena_array(draw->arena, json_value_count(ids) + 1, sizeof **rows);
    *count = 0;
    draw->failed |= !*rows;
    for (size_t i = 0; *rows && i < json_value_count(ids); i++) {
        View id = json_value_text(json_value_item(ids, i)), key;
        uint32_t index;
        if (!id.data || !map_get(draw->actor_of, id, &index))
            continue;
        named &= relations_actor_key(draw->arena, json_value_item(actors, index), &key);
        (*rows)[(*count)++] = draw->actors.items[index];
    }
    if (*count)
        qsort(*rows, *count, sizeof **rows, compare_rows);
    for (size_t i = 0; i < *count; i++)
        if (!kept || (*rows)[kept - 1] != (*rows)[i])
            (*rows)[kept++] = (*rows)[i];
    *count = kept;
    return named;
}

typedef struct Deed {
    long long type, place;
    Day first, last;
    long long *sources, *targets;
    size_t source_count, target_count;
    bool named;
} Deed;

/* NO_NUMBER: it cannot plainly be any other. */
static long long same_of(const Deed *deed) {
    bool who = deed->named && deed->source_count + deed->target_count > 0 &&
               (deed->place != NO_NUMBER || (deed->source_count && deed->target_count));
    if (!who || deed->first == DAY_UNKNOWN || deed->last == DAY_UNKNOWN)
        return NO_NUMBER;
    uint64_t sum =
        mixed(mixed(mixed((uint64_t)deed->type, (uint64_t)deed->place), (uint64_t)deed->first), (uint64_t)deed->last);
    for (size_t i = 0; i < deed->source_count; i++)
        sum = mixed(sum, (uint64_t)deed->sources[i]);
    sum = mixed(sum, deed->source_count);
    for (size_t i = 0; i < deed->target_count; i++)
        sum = mixed(sum, (uint64_t)deed->targets[i]);
    return (long long)(sum >> 1);
}

static size_t said_in(const Draw *draw, const JsonValue *account) {
    View id = draw_member(account, "said_in");
    uint32_t index;
    return id.data && map_get(draw->statement_of, id, &index) ? index : NOBODY;
}

static void add_teller(Draw *draw, long long actor, long long event, bool outermost) {
    if (actor != NO_NUMBER)
        sql_run(draw->store, QUERY_TELLER_ADD, "iii", actor, event, outermost ? 1LL : 0LL);
}

/* The outlet and whom it has the report from: of a report that it only relays, these tell it. */
static void add_report(Draw *draw, long long event, bool outermost) {
    add_teller(draw, draw->outlet, event, outermost && !draw->relayed);
    for (size_t i = 0; i < draw->sources.count; i++)
        add_teller(draw, draw->sources.items[i], event, outermost && draw->relayed);
}

/* Everybody in the chain of one account. */
static void add_tellers(Draw *draw, long long event, size_t innermost, size_t *chain) {
    size_t length = chain_of(draw, innermost, chain);
    add_report(draw, event, length == 0);
    for (size_t i = 0; i < length; i++) {
        const DrawnStatement *link = &draw->statements[chain[i]];
        const JsonValue *speakers = json_value_member(link->json, "speaker");
        bool outermost = i + 1 == length;
        for (size_t k = 0; k < json_value_count(speakers); k++)
            add_teller(draw, draw_actor_row(draw, json_value_item(speakers, k)), event,
                       outermost && link->channel == NO_NUMBER);
        add_teller(draw, link->channel, event, outermost);
        if (outermost && link->channel == NO_NUMBER && json_value_count(speakers) == 0)
            add_report(draw, event, true);
    }
}

static void add_accounts(Draw *draw, const JsonValue *event, long long row, size_t *chain) {
    const JsonValue *accounts = json_value_member(event, "accounts");
    for (size_t i = 0; i < json_value_count(accounts); i++) {
        const JsonValue *account = json_value_item(accounts, i);
        size_t statement = said_in(draw, account);
        long long start, stop;
        View trigger = draw_letters(draw, json_value_member(account, "trigger"), &start, &stop);
        View status = draw_member(account, "status");
        sql_run(draw->store, QUERY_ACCOUNT_ADD, "iiiitii", row, (long long)i + 1, start, stop, trigger,
                draw_term(draw, status.data ? status : VIEW("")),
                statement == NOBODY ? NO_NUMBER : draw->statements[statement].row);
        add_tellers(draw, row, statement, chain);
    }
    if (json_value_count(accounts) == 0)
        add_tellers(draw, row, said_in(draw, event), chain);
}

static void add_parts(Draw *draw, const Deed *deed, long long row) {
    for (size_t i = 0; i < deed->source_count; i++)
        sql_run(draw->store, QUERY_PART_ADD, "iii", deed->sources[i], 0LL, row);
    for (size_t i = 0; i < deed->target_count; i++)
        sql_run(draw->store, QUERY_PART_ADD, "iii", deed->targets[i], 1LL, row);
}

static int32_t number_of(long long term) {
    return term == NO_NUMBER ? 0 : (int32_t)term;
}

static void add_event(Draw *draw, const JsonValue *event, size_t *chain) {
    const JsonValue *time = time_of(draw, event), *places = json_value_member(draw->record, "places");
    View place = draw_member(event, "place"), country = {NULL, 0}, status = draw_member(event, "status");
    View type = draw_member(event, "type");
    Deed deed = {.type = draw_term(draw, type.data ? type : VIEW("")), .place = NO_NUMBER};
    uint32_t index;
    long long start, stop;
    if (place.data && map_get(draw->place_of, place, &index)) {
        deed.place = draw->places.items[index];
        country = draw_member(json_value_item(places, index), "country");
    }
    deed.first = draw_day(time, "from");
    deed.last = draw_day(time, "to");
    bool sources = rows_of(draw, json_value_member(event, "source"), &deed.sources, &deed.source_count);
    bool targets = rows_of(draw, json_value_member(event, "target"), &deed.targets, &deed.target_count);
    if (draw->failed)
        return;
    deed.named = sources && targets;
    View trigger = draw_letters(draw, json_value_member(event, "trigger"), &start, &stop);
    size_t length = chain_of(draw, said_in(draw, event), chain);
    long long same = same_of(&deed), mode = draw_term(draw, draw_member(event, "mode"));
    long long code = draw_term(draw, draw_member(event, "cameo")), nation = draw_term(draw, country);
    long long state = draw_term(draw, status.data ? status : VIEW(""));
    bool unnamed = any_unnamed(draw, chain, length);
    bool told = same != NO_NUMBER && sql_number(draw->store, NO_NUMBER, QUERY_EVENTS_SAME, "i", same) != NO_NUMBER;
    sql_run(draw->store, QUERY_EVENT_ADD, "itiiiiiiyyiiiitti", draw->row, draw_member(event, "id"), deed.type, mode,
            code, state, deed.place, nation, deed.first, deed.last, (long long)length, (long long)unnamed, start, stop,
            trigger, chain_json(draw, chain, length), same);
    long long row = sqlite3_last_insert_rowid(draw->store->db);
    columns_set(draw->store, false, row,
                (int32_t[]){(int32_t)deed.type, number_of(mode), number_of(code), number_of(state), number_of(nation),
                            deed.first, deed.last, (int32_t)length, unnamed, 0});
    add_parts(draw, &deed, row);
    add_accounts(draw, event, row, chain);
    if (told)
        draw_share(draw, same, row);
}

static long long last_event(Draw *draw) {
    long long last = sql_number(draw->store, 0, QUERY_EVENT_LAST, "");
    return last == NO_NUMBER ? 0 : last;
}

void draw_events(Draw *draw) {
    const JsonValue *events = json_value_member(draw->record, "events");
    size_t *chain = arena_array(draw->arena, draw->statement_count + 1, sizeof *chain), count = 0;
    draw->failed |= !chain;
    draw->first_event = 1 + last_event(draw);
    for (; count < json_value_count(events) && !draw->failed; count++)
        add_event(draw, json_value_item(events, count), chain);
    sql_run(draw->store, QUERY_EXTENT_ADD, "iiiii", draw->row, draw->first_event, (long long)count,
            draw->statement_count ? draw->statements[0].row : 0LL, (long long)draw->statement_count);
}

/* --- back out ----------------------------------------------------------------------------------------------------- */

void undraw_claims(Draw *draw) {
    Store *store = draw->store;
    LIST(long long) rows = {0}, sames = {0};
    sqlite3_stmt *extent = sql_ask(store, QUERY_EXTENT_GET, "i", draw->row);
    if (!sql_next(store, extent))
        return;
    long long event = sql_integer(extent, 0), last_event = event + sql_integer(extent, 1) - 1;
    long long statement = sql_integer(extent, 2), last_statement = statement + sql_integer(extent, 3) - 1;
    sql_end(extent);
    sqlite3_stmt *events = sql_ask(store, QUERY_EVENTS_OF_REPORT, "ii", event, last_event);
    while (sql_next(store, events) && !draw->failed) {
        long long same = sql_integer(events, 1);
        draw->failed |= !list_push(draw->arena, &rows, sql_integer(events, 0)) ||
                        (same != NO_NUMBER && !list_push(draw->arena, &sames, same));
    }
    for (size_t i = 0; i < rows.count; i++) {
        sql_run(store, QUERY_PARTS_REMOVE, "i", rows.items[i]);
        sql_run(store, QUERY_TELLERS_REMOVE, "i", rows.items[i]);
        sql_run(store, QUERY_ACCOUNTS_REMOVE, "i", rows.items[i]);
        sql_run(store, QUERY_EVENT_REMOVE, "i", rows.items[i]);
        columns_set(store, false, rows.items[i], NULL);
    }
    for (size_t i = 0; i < sames.count; i++)
        undraw_share(draw, sames.items[i]);
    sql_run(store, QUERY_SPEAKERS_REMOVE, "ii", statement, last_statement);
    sql_run(store, QUERY_STATEMENT_WORDS_REMOVE, "ii", statement, last_statement);
    sql_run(store, QUERY_STATEMENTS_REMOVE, "ii", statement, last_statement);
    for (long long row = statement; row <= last_statement; row++)
        columns_set(store, true, row, NULL);
    sql_run(store, QUERY_EXTENT_REMOVE, "i", draw->row);
}
