/* export/facts: a record's JSON -> Facts. Two passes over actors and statements, since they name one another. Left out:
 * what no format takes (removed, because, described.plural). */
#include "export/facts.h"
#include "relations/relations.h"

typedef struct Reading {
    Arena *arena;
    Facts *facts;
    const JsonValue *record;
    size_t *bytes; /* [points + 1]: byte of each code point of the text */
    size_t points;
    Map *actors, *places, *statements, *times; /* ids -> indices */
    bool full;                                 /* no memory: said once, at the end */
} Reading;

static View text_of(const JsonValue *object, const char *key) {
    return json_value_text(json_value_member(object, key));
}

static Day day_of(const JsonValue *object, const char *key) {
    Day day = DAY_UNKNOWN;
    return day_parse(text_of(object, key), &day) ? day : DAY_UNKNOWN;
}

/* An array for the items of a JSON array, *count of them; none when memory is out. */
static void *room_for(Reading *reading, const JsonValue *array, size_t size, size_t *count) {
    *count = json_value_kind(array) == JSON_KIND_ARRAY ? json_value_count(array) : 0;
    void *items = arena_array(reading->arena, *count + 1, size);
    if (!items) {
        reading->full = true;
        *count = 0;
    }
    return items;
}

static Map *index_ids(Reading *reading, const char *key) {
    const JsonValue *array = json_value_member(reading->record, key);
    Map *map = map_new(reading->arena);
    for (size_t i = 0; map && i < json_value_count(array); i++) {
        View id = text_of(json_value_item(array, i), "id");
        if (id.data && !map_set(map, id, (uint32_t)i))
            map = NULL;
    }
    if (!map)
        reading->full = true;
    return map;
}

static void index_points(Reading *reading) {
    View text = reading->facts->text;
    reading->bytes = arena_array(reading->arena, text.length + 1, sizeof *reading->bytes);
    if (!reading->bytes) {
        reading->full = true;
        return;
    }
    for (size_t i = 0; i < text.length; i++)
        if (((unsigned char)text.data[i] & 0xC0) != 0x80)
            reading->bytes[reading->points++] = i;
    reading->bytes[reading->points] = text.length;
}

static Quote read_quote(const Reading *reading, const JsonValue *span) {
    Quote quote = {-1, -1, {NULL, 0}};
    long long start, end;
    if (!json_value_integer(json_value_member(span, "start"), &start) ||
        !json_value_integer(json_value_member(span, "end"), &end) || start < 0 || end < start ||
        end > (long long)reading->points || !reading->bytes)
        return quote;
    quote.start = (long)start;
    quote.end = (long)end;
    quote.text = view_slice(reading->facts->text, reading->bytes[start], reading->bytes[end]);
    return quote;
}

static QuoteList read_quotes(Reading *reading, const JsonValue *array) {
    QuoteList list = {0};
    size_t count;
    list.items = room_for(reading, array, sizeof *list.items, &count);
    for (size_t i = 0; i < count; i++) {
        Quote quote = read_quote(reading, json_value_item(array, i));
        if (quote.text.data)
            list.items[list.count++] = quote;
    }
    return list;
}

static ActorList read_actor_list(Reading *reading, const JsonValue *ids) {
    ActorList list = {0};
    size_t count;
    list.items = room_for(reading, ids, sizeof *list.items, &count);
    for (size_t i = 0; i < count; i++) {
        View id = json_value_text(json_value_item(ids, i));
        uint32_t index;
        if (id.data && map_get(reading->actors, id, &index))
            list.items[list.count++] = &reading->facts->actors[index];
    }
    return list;
}

static void read_actor(Reading *reading, const JsonValue *value, ActorFact *actor) {
    const JsonValue *mentions = json_value_member(value, "mentions"), *roles = json_value_member(value, "roles");
    actor->id = text_of(value, "id");
    actor->shared = relations_actor_key(reading->arena, value, &actor->key);
    if (!actor->shared)
        actor->key = arena_format(reading->arena, "%.*s %.*s", (int)reading->facts->id.length, reading->facts->id.data,
                                  (int)actor->id.length, actor->id.data ? actor->id.data : "");
    actor->name = text_of(value, "name");
    actor->kind = text_of(value, "kind");
    actor->code = text_of(value, "code");
    actor->known = text_of(value, "known");
    reading->full |= !actor->key.data;
    actor->mentions = room_for(reading, mentions, sizeof *actor->mentions, &actor->mention_count);
    for (size_t i = 0; i < actor->mention_count; i++) {
        const JsonValue *mention = json_value_item(mentions, i);
        actor->mentions[i] =
            (MentionFact){read_quote(reading, mention), text_of(mention, "form"), text_of(mention, "doubt")};
    }
    actor->roles = room_for(reading, roles, sizeof *actor->roles, &actor->role_count);
    for (size_t i = 0; i < actor->role_count; i++) {
        const JsonValue *role = json_value_item(roles, i);
        View of = text_of(role, "of");
        uint32_t index;
        bool told = of.data && map_get(reading->actors, of, &index);
        actor->roles[i] = (RoleFact){text_of(role, "title"), told ? &reading->facts->actors[index] : NULL};
    }
}

static void read_place(Reading *reading, const JsonValue *value, PlaceFact *place) {
    place->id = text_of(value, "id");
    place->name = text_of(value, "name");
    place->country = text_of(value, "country");
    place->admin1 = text_of(value, "admin1");
    place->kind = text_of(value, "kind");
    place->found = json_value_number(json_value_member(value, "lat"), &place->lat) &&
                   json_value_number(json_value_member(value, "lon"), &place->lon) && place->lat >= -90 &&
                   place->lat <= 90 && place->lon >= -180 && place->lon <= 180;
    place->mentions = read_quotes(reading, json_value_member(value, "mentions"));
}

static const StatementFact *statement_at(const Reading *reading, View id) {
    uint32_t index;
    return id.data && map_get(reading->statements, id, &index) ? &reading->facts->statements[index] : NULL;
}

static void read_statement(Reading *reading, const JsonValue *value, StatementFact *statement) {
    const JsonValue *described = json_value_member(value, "described");
    statement->id = text_of(value, "id");
    statement->speaker = read_actor_list(reading, json_value_member(value, "speaker"));
    statement->cue = read_quotes(reading, json_value_member(value, "cue"));
    statement->content = read_quotes(reading, json_value_member(value, "content"));
    statement->manner = text_of(value, "manner");
    statement->commitment = text_of(value, "commitment");
    statement->channel = text_of(value, "channel");
    if (!json_value_boolean(json_value_member(value, "named"), &statement->named))
        statement->named = true;
    statement->role = text_of(described, "role");
    statement->institution = text_of(described, "institution");
    statement->country = text_of(described, "country");
    statement->reason = text_of(described, "reason");
    statement->within = statement_at(reading, text_of(value, "within"));
}

/* A circle in a foreign record is cut, so that who follows chains comes to an end. */
static void cut_circles(Facts *facts) {
    for (size_t i = 0; i < facts->statement_count; i++) {
        const StatementFact *above = facts->statements[i].within;
        for (size_t steps = 0; above && above != &facts->statements[i] && steps <= facts->statement_count; steps++)
            above = above->within;
        if (above)
            facts->statements[i].within = NULL;
    }
}

static void read_days(const Reading *reading, const JsonValue *time, AccountFact *account) {
    View id = json_value_text(time);
    uint32_t index;
    if (id.data && map_get(reading->times, id, &index))
        time = json_value_item(json_value_member(reading->record, "times"), index);
    account->from = day_of(time, "from");
    account->to = day_of(time, "to");
    if (account->from != DAY_UNKNOWN && account->to != DAY_UNKNOWN && account->to < account->from)
        account->to = account->from;
}

static void read_account(Reading *reading, const JsonValue *value, AccountFact *account) {
    const JsonValue *counts = json_value_member(value, "counts");
    View place = text_of(value, "place");
    uint32_t index;
    account->trigger = read_quote(reading, json_value_member(value, "trigger"));
    account->source = read_actor_list(reading, json_value_member(value, "source"));
    account->target = read_actor_list(reading, json_value_member(value, "target"));
    account->place = place.data && map_get(reading->places, place, &index) ? &reading->facts->places[index] : NULL;
    read_days(reading, json_value_member(value, "time"), account);
    account->status = text_of(value, "status");
    account->said_in = statement_at(reading, text_of(value, "said_in"));
    account->counts = room_for(reading, counts, sizeof *account->counts, &account->count_count);
    for (size_t i = 0; i < account->count_count; i++) {
        const JsonValue *count = json_value_item(counts, i);
        CountFact *fact = &account->counts[i];
        fact->what = text_of(count, "what");
        fact->from = json_value_number(json_value_member(count, "low"), &fact->low);
        fact->to = json_value_number(json_value_member(count, "high"), &fact->high);
    }
}

static void read_event(Reading *reading, const JsonValue *value, EventFact *event) {
    const JsonValue *accounts = json_value_member(value, "accounts"), *chain = json_value_member(value, "chain");
    size_t links;
    event->id = text_of(value, "id");
    event->type = text_of(value, "type");
    event->mode = text_of(value, "mode");
    event->cameo = text_of(value, "cameo");
    read_account(reading, value, &event->whole);
    event->accounts = room_for(reading, accounts, sizeof *event->accounts, &event->account_count);
    for (size_t i = 0; i < event->account_count; i++)
        read_account(reading, json_value_item(accounts, i), &event->accounts[i]);
    event->chain = room_for(reading, chain, sizeof *event->chain, &links);
    for (size_t i = 0; i < links; i++) {
        View link = json_value_text(json_value_item(chain, i));
        if (link.data)
            event->chain[event->chain_count++] = link;
    }
}

static void read_report(Reading *reading, const JsonValue *report) {
    Facts *facts = reading->facts;
    const JsonValue *published = json_value_member(report, "published"),
                    *sources = json_value_member(report, "sources");
    facts->id = text_of(report, "id");
    facts->name = text_of(report, "name");
    facts->title = text_of(report, "title");
    facts->outlet = text_of(report, "outlet");
    facts->url = text_of(report, "url");
    facts->author = text_of(report, "author");
    facts->language = text_of(report, "language");
    facts->text = text_of(report, "text");
    facts->published = day_of(published, "date");
    facts->earliest = day_of(published, "earliest");
    facts->latest = day_of(published, "latest");
    facts->sources = room_for(reading, sources, sizeof *facts->sources, &facts->source_count);
    for (size_t i = 0; i < facts->source_count; i++) {
        const JsonValue *source = json_value_item(sources, i);
        facts->sources[i] = (SourceFact){text_of(source, "name"), text_of(source, "how")};
    }
}

static void read_lists(Reading *reading) {
    Facts *facts = reading->facts;
    const JsonValue *actors = json_value_member(reading->record, "actors");
    const JsonValue *places = json_value_member(reading->record, "places");
    const JsonValue *statements = json_value_member(reading->record, "statements");
    const JsonValue *events = json_value_member(reading->record, "events");
    facts->actors = room_for(reading, actors, sizeof *facts->actors, &facts->actor_count);
    facts->places = room_for(reading, places, sizeof *facts->places, &facts->place_count);
    facts->statements = room_for(reading, statements, sizeof *facts->statements, &facts->statement_count);
    facts->events = room_for(reading, events, sizeof *facts->events, &facts->event_count);
    for (size_t i = 0; i < facts->actor_count && !reading->full; i++)
        read_actor(reading, json_value_item(actors, i), &facts->actors[i]);
    for (size_t i = 0; i < facts->place_count && !reading->full; i++)
        read_place(reading, json_value_item(places, i), &facts->places[i]);
    for (size_t i = 0; i < facts->statement_count && !reading->full; i++)
        read_statement(reading, json_value_item(statements, i), &facts->statements[i]);
    cut_circles(facts);
    for (size_t i = 0; i < facts->event_count && !reading->full; i++)
        read_event(reading, json_value_item(events, i), &facts->events[i]);
}

Code facts_read(Arena *arena, const JsonValue *record, Facts *facts, Error *error) {
    const JsonValue *report = json_value_member(record, "report");
    long long version = 1;
    bool whole = text_of(report, "id").data &&
                 json_value_kind(json_value_member(record, "actors")) == JSON_KIND_ARRAY &&
                 json_value_kind(json_value_member(record, "events")) == JSON_KIND_ARRAY;
    if (!whole)
        return error_set(error, ERROR_INPUT, "%s:%zu: a record is wanted, as isnad read writes it", facts->file,
                         facts->number);
    if (json_value_integer(json_value_member(record, "version"), &version) && version != 1)
        return error_set(error, ERROR_INPUT, "%s:%zu: a record of version %lld; this isnad knows version 1",
                         facts->file, facts->number, version);
    Reading reading = {.arena = arena, .facts = facts, .record = record};
    facts->arena = arena;
    read_report(&reading, report);
    index_points(&reading);
    reading.actors = index_ids(&reading, "actors");
    reading.places = index_ids(&reading, "places");
    reading.statements = index_ids(&reading, "statements");
    reading.times = index_ids(&reading, "times");
    if (!reading.full)
        read_lists(&reading);
    return reading.full ? error_memory(error) : OK;
}
