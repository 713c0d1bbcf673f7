/* store/draw_cast: a record's actors, outlet and places -> rows of actors, names, places, place_names. An actor whose
 * entry of the actor table is known brings all its aliases along, so that a reader needs no tables to find it. */
#include "relations/relations.h"
#include "store/draw.h"

#define ALIAS_BYTES 100 /* a longer "name" is a description around one */
#define HITS        8

View fold_name(Arena *arena, View name) {
    View folded = unicode_fold(arena, name);
    return folded.length > 4 && view_starts(folded, VIEW("the ")) ? view_slice(folded, 4, folded.length) : folded;
}

/* --- names -------------------------------------------------------------------------------------------------------- */

static void add_name(Draw *draw, long long actor, View name, bool given) {
    View folded = name.length ? fold_name(draw->arena, name) : name;
    draw->failed |= name.length && !folded.data;
    if (!folded.length || folded.length > ALIAS_BYTES || !draw_once(draw, given ? 'g' : 'n', actor, folded))
        return;
    Store *store = draw->store;
    long long row = sql_number(store, NO_NUMBER, QUERY_NAME_GET, "ti", folded, actor);
    if (row == NO_NUMBER && draw->sign > 0) {
        sql_run(store, QUERY_NAME_ADD, "titi", folded, actor, name, (long long)given);
        row = sqlite3_last_insert_rowid(store->db);
    } else if (given) {
        sql_run(store, QUERY_NAME_GIVEN, "i", row);
    }
    if (!given && row != NO_NUMBER)
        sql_run(store, QUERY_NAME_COUNT, "ii", row, (long long)draw->sign);
}

static void add_values(Draw *draw, long long actor, View values) {
    View value;
    while (tables_next_value(&values, &value))
        add_name(draw, actor, value, true);
}

/* The aliases that the tables have of a new actor. */
static void add_given(Draw *draw, long long actor, View known, View kind, View code, View name) {
    const Tables *tables = draw->store->tables;
    const ActorEntry *entries[HITS];
    OutletHit outlets[HITS];
    if (!tables || draw->sign < 0)
        return;
    View folded = fold_name(draw->arena, known.data ? known : name);
    size_t count = known.data && folded.data ? actor_find(tables, folded, entries, HITS) : 0;
    for (size_t i = 0; i < count; i++)
        if (view_equal(entries[i]->name, known)) {
            add_name(draw, actor, known, true);
            add_values(draw, actor, entries[i]->aliases);
        }
    const CountryEntry *country =
        view_equal(kind, VIEW("country")) && code.length == 3 ? country_by_code(tables, code) : NULL;
    if (country) {
        add_name(draw, actor, country->name, true);
        add_name(draw, actor, country->alpha3, true);
        add_values(draw, actor, country->aliases);
        add_values(draw, actor, country->government);
    }
    count = view_equal(kind, VIEW("organization")) && folded.data ? outlet_find(tables, folded, outlets, HITS) : 0;
    for (size_t i = 0; i < count; i++) {
        add_name(draw, actor, outlets[i].outlet->name, true);
        add_values(draw, actor, outlets[i].outlet->aliases);
    }
}

/* --- actors ------------------------------------------------------------------------------------------------------- */

typedef struct Who {
    View key, name, kind, code, known; /* key: data NULL when the actor stays in its report */
} Who;

static View or_empty(View text) {
    return text.data ? text : VIEW("");
}

static long long actor_row(Draw *draw, const Who *who) {
    Store *store = draw->store;
    long long row = who->key.data ? sql_number(store, NO_NUMBER, QUERY_ACTOR_GET, "t", who->key) : NO_NUMBER;
    if (row == NO_NUMBER && draw->sign > 0) {
        sql_run(store, QUERY_ACTOR_ADD,
                "tittt"
                "t",
                who->key, who->key.data ? NO_NUMBER : draw->row, or_empty(who->name), or_empty(who->kind),
                or_empty(who->code), who->known);
        row = sqlite3_last_insert_rowid(store->db);
        if (who->key.data)
            add_given(draw, row, who->known, or_empty(who->kind), or_empty(who->code), or_empty(who->name));
    }
    if (row != NO_NUMBER && who->key.data && draw_once(draw, 'a', row, VIEW("")))
        sql_run(store, QUERY_ACTOR_COUNT, "ii", row, (long long)draw->sign);
    draw->failed |= !list_push(draw->arena, &draw->actors, row);
    return row;
}

/* What the report calls it by name. A name that may not be this actor's is none of its names. */
static void add_mentions(Draw *draw, const JsonValue *actor, long long row, uint32_t index, bool named) {
    const JsonValue *mentions = json_value_member(actor, "mentions");
    long long begin, end;
    for (size_t i = 0; i < json_value_count(mentions); i++) {
        const JsonValue *mention = json_value_item(mentions, i);
        bool name = view_equal(draw_member(mention, "form"), VIEW("name"));
        View letters = draw_letters(draw, mention, &begin, &end);
        uint32_t other;
        if (letters.length && !map_get(draw->actor_of_words, letters, &other))
            draw->failed |= !map_set(draw->actor_of_words, letters, index);
        if (named && name && !draw_member(mention, "doubt").data)
            add_name(draw, row, letters, false);
    }
}

static void add_actor(Draw *draw, const JsonValue *actor) {
    Who who = {.name = draw_member(actor, "name"),
               .kind = draw_member(actor, "kind"),
               .code = draw_member(actor, "code"),
               .known = draw_member(actor, "known")};
    uint32_t index = (uint32_t)draw->actors.count;
    bool named = relations_actor_key(draw->arena, actor, &who.key);
    if (named && !who.key.data) {
        draw->failed = true;
        return;
    }
    long long row = actor_row(draw, &who);
    draw->failed |= !map_set(draw->actor_of, draw_member(actor, "id"), index);
    if (row == NO_NUMBER)
        return;
    if (named)
        add_name(draw, row, who.name, false);
    add_mentions(draw, actor, row, index, named);
}

long long draw_named(Draw *draw, View name) {
    uint32_t index;
    if (!name.length)
        return NO_NUMBER;
    if (map_get(draw->actor_of_words, name, &index))
        return draw->actors.items[index];
    size_t first = 0;
    View folded = unicode_fold(draw->arena, name);
    Who who = {.name = name, .kind = VIEW("organization")};
    if (!unicode_is_lower(utf8_next(name, &first))) /* "the newspaper" is nobody's name */
        who.key = arena_format(draw->arena, "organization %.*s", (int)folded.length, folded.data);
    draw->failed |= !folded.data;
    long long row = actor_row(draw, &who);
    if (row != NO_NUMBER && who.key.data)
        add_name(draw, row, name, false);
    draw->failed |= !map_set(draw->actor_of_words, name, (uint32_t)draw->actors.count - 1);
    return row;
}

long long draw_actor_row(const Draw *draw, const JsonValue *id) {
    View text = json_value_text(id);
    uint32_t index;
    return text.data && map_get(draw->actor_of, text, &index) ? draw->actors.items[index] : NO_NUMBER;
}

void draw_actors(Draw *draw) {
    const JsonValue *actors = json_value_member(draw->record, "actors");
    const JsonValue *sources = json_value_member(draw->report, "sources");
    for (size_t i = 0; i < json_value_count(actors) && !draw->failed; i++)
        add_actor(draw, json_value_item(actors, i));
    long long outlet = draw->failed ? NO_NUMBER : draw_named(draw, draw_member(draw->report, "outlet"));
    draw->outlet = outlet == NO_NUMBER ? 0 : outlet;
    for (size_t i = 0; i < json_value_count(sources) && !draw->failed; i++) {
        if (view_equal(draw_member(json_value_item(sources, i), "how"), VIEW("translated")))
            continue; /* mostly a language: "translated from Arabic" */
        long long source = draw_named(draw, draw_member(json_value_item(sources, i), "name"));
        draw->failed |= source != NO_NUMBER && !list_push(draw->arena, &draw->sources, source);
        draw->relayed |=
            source != NO_NUMBER && !view_equal(draw_member(json_value_item(sources, i), "how"), VIEW("agencies"));
    }
    if (outlet != NO_NUMBER && draw->sign > 0)
        sql_run(draw->store, QUERY_REPORT_TELLER, "ii", outlet, draw->row);
}

/* --- places ------------------------------------------------------------------------------------------------------- */

static void add_country_name(Draw *draw, View name, View country) {
    View folded = name.length ? fold_name(draw->arena, name) : name;
    draw->failed |= name.length && !folded.data;
    if (folded.length)
        sql_run(draw->store, QUERY_COUNTRY_NAME_ADD, "tt", folded, country);
}

/* So that a reader finds the country by its name. */
static void add_country(Draw *draw, View country) {
    const CountryEntry *entry =
        draw->store->tables && country.length ? country_by_code(draw->store->tables, country) : NULL;
    View aliases, alias;
    if (country.length)
        add_country_name(draw, country, country);
    if (!entry)
        return;
    add_country_name(draw, entry->name, country);
    add_country_name(draw, entry->alpha2, country);
    for (aliases = entry->aliases; tables_next_value(&aliases, &alias);)
        add_country_name(draw, alias, country);
}

static long long place_row(Draw *draw, const JsonValue *place) {
    View name = draw_member(place, "name"), country = draw_member(place, "country"), kind = draw_member(place, "kind");
    View folded = fold_name(draw->arena, name), key;
    double lat = 0, lon = 0;
    bool known = json_value_number(json_value_member(place, "lat"), &lat) &&
                 json_value_number(json_value_member(place, "lon"), &lon);
    View nation = or_empty(country), sort = or_empty(kind);
    if (known)
        key = arena_format(draw->arena, "%.*s %.*s %lld %lld", (int)nation.length, nation.data, (int)sort.length,
                           sort.data, (long long)(lat * 1000), (long long)(lon * 1000));
    else
        key = arena_format(draw->arena, "%.*s %.*s %.*s", (int)nation.length, nation.data, (int)sort.length, sort.data,
                           (int)folded.length, folded.length ? folded.data : "");
    draw->failed |= !folded.data || !key.data;
    long long row = key.data ? sql_number(draw->store, NO_NUMBER, QUERY_PLACE_GET, "t", key) : NO_NUMBER;
    if (row == NO_NUMBER && draw->sign > 0 && !draw->failed) {
        double nowhere = 0.0 / 0.0;
        sql_run(draw->store, QUERY_PLACE_ADD, "tttttdd", key, or_empty(name), country, draw_member(place, "admin1"),
                kind, known ? lat : nowhere, known ? lon : nowhere);
        row = sqlite3_last_insert_rowid(draw->store->db);
        add_country(draw, country);
    }
    return row;
}

static void add_place_name(Draw *draw, long long row, View name) {
    View folded = name.length ? fold_name(draw->arena, name) : name;
    draw->failed |= name.length && !folded.data;
    if (folded.length && folded.length <= ALIAS_BYTES && draw_once(draw, 'm', row, folded))
        sql_run(draw->store, QUERY_PLACE_NAME_COUNT, "tii", folded, row, (long long)draw->sign);
}

void draw_places(Draw *draw) {
    const JsonValue *places = json_value_member(draw->record, "places");
    long long begin, end;
    for (size_t i = 0; i < json_value_count(places) && !draw->failed; i++) {
        const JsonValue *place = json_value_item(places, i), *mentions = json_value_member(place, "mentions");
        long long row = place_row(draw, place);
        draw->failed |= !map_set(draw->place_of, draw_member(place, "id"), (uint32_t)draw->places.count) ||
                        !list_push(draw->arena, &draw->places, row);
        if (row == NO_NUMBER)
            continue;
        if (draw_once(draw, 'p', row, VIEW("")))
            sql_run(draw->store, QUERY_PLACE_COUNT, "ii", (long long)draw->sign, row);
        add_place_name(draw, row, draw_member(place, "name"));
        for (size_t k = 0; k < json_value_count(mentions); k++)
            add_place_name(draw, row, draw_letters(draw, json_value_item(mentions, k), &begin, &end));
    }
}

void undraw_cast(Draw *draw) {
    sql_run(draw->store, QUERY_ACTORS_OF_REPORT_REMOVE, "i", draw->row);
    for (size_t i = 0; i < draw->actors.count; i++) {
        sql_run(draw->store, QUERY_ACTOR_COUNT_REMOVE, "i", draw->actors.items[i]);
        sql_run(draw->store, QUERY_ACTOR_REMOVE_UNUSED, "i", draw->actors.items[i]);
        sql_run(draw->store, QUERY_NAME_COUNTS_REMOVE, "i", draw->actors.items[i]);
        sql_run(draw->store, QUERY_NAMES_REMOVE_UNUSED, "i", draw->actors.items[i]);
    }
    for (size_t i = 0; i < draw->places.count; i++) {
        sql_run(draw->store, QUERY_PLACE_REMOVE_UNUSED, "i", draw->places.items[i]);
        sql_run(draw->store, QUERY_PLACE_NAMES_REMOVE_UNUSED, "i", draw->places.items[i]);
    }
}
