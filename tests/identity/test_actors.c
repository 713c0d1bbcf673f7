/* Actors from hand-made readings: actors.txt. */
#include "identity/actors.h"
#include "identity/places.h"
#include "tests/cases.h"
#include "tests/reading.h"

static Tables *tables;
static MentionTables *mention_tables;

static Code resolve(Arena *arena, const Text *text, const Reading *reading, Mentions *mentions, Cast *cast,
                    Error *error) {
    ActorWork work;
    *cast = (Cast){0};
    Code code = mention_find(arena, mention_tables, text, reading, mentions, error);
    if (code == OK)
        code = actors_resolve(arena, tables, text, reading, mentions, cast, &work, error);
    if (code == OK)
        code = places_resolve(arena, tables, &(Report){0}, text, reading, mentions, cast, error);
    return code == OK ? actors_describe(&work, DAY_UNKNOWN, cast, error) : code;
}

static void put_actor(const Text *text, const Cast *cast, const Actor *actor, Buffer *found) {
    buffer_append(found, actor->name);
    buffer_format(found, " | %s", actor_kind_name(actor->kind));
    if (actor->code.length)
        buffer_format(found, " %.*s", (int)actor->code.length, actor->code.data);
    for (size_t i = 0; i < actor->mention_count; i++) {
        buffer_append(found, i ? VIEW("; ") : VIEW(" | "));
        buffer_append(found, text_span(text, text_words_span(text, actor->mentions[i].words)));
        if (actor->mentions[i].doubt.data)
            buffer_byte(found, '?');
    }
    for (size_t i = 0; i < actor->role_count; i++) {
        buffer_append(found, i ? VIEW("; ") : VIEW(" | "));
        buffer_append(found, actor->roles[i].title);
        if (actor->roles[i].of >= 0) {
            buffer_append(found, VIEW(" of "));
            buffer_append(found, cast->actors[actor->roles[i].of].name);
        }
    }
    buffer_byte(found, '\n');
}

/* A line an actor: name | kind code | mentions | roles; a ? behind a mention in doubt. */
static void list_actors(Arena *arena, View input, Buffer *found) {
    Text text;
    Reading reading;
    Mentions mentions;
    Cast cast;
    Error error = {0};
    const char *fault = reading_make(arena, input, &text, &reading);
    if (fault)
        buffer_format(found, "cannot read: %s\n", fault);
    if (!CHECK_OK(resolve(arena, &text, &reading, &mentions, &cast, &error), error))
        return;
    for (size_t i = 0; i < cast.actor_count; i++)
        put_actor(&text, &cast, &cast.actors[i], found);
}

/* Every amount of memory gives the answer or ERROR_MEMORY. */
static void runs_out_of_memory(void) {
    static const char notation[] =
        "The/DET/2/det writer/NOUN/7/nsubj/person _,/PUNCT/2/punct Joris/PROPN/2/appos/person Malben/PROPN/4/flat "
        "_,/PUNCT/2/punct saw/VERB/0/root forty/NUM/9/nummod soldiers/NOUN/7/obj/group\n"
        "@name PER Joris Malben\n"
        "Malben/PROPN/2/nsubj/person left/VERB/0/root\n@name PER Malben\n";
    Arena *whole = arena_new(0);
    Text text;
    Reading reading;
    CHECK(!reading_make(whole, view(notation), &text, &reading));
    bool passed = false;
    for (size_t maximum = 64; maximum < (1u << 22) && !passed; maximum += maximum / 2) {
        Arena *arena = arena_new(maximum);
        Mentions mentions;
        Cast cast;
        Code code = arena ? resolve(arena, &text, &reading, &mentions, &cast, NULL) : ERROR_MEMORY;
        CHECK(code == OK || code == ERROR_MEMORY);
        passed = code == OK && cast.actor_count == 2 && cast.actors[0].mention_count == 3;
        arena_free(arena);
    }
    CHECK(passed);
    arena_free(whole);
}

int main(void) {
    test_begin("actors");
    Arena *arena = arena_new(0);
    Error error = {0};
    if (CHECK_OK(tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(mention_tables_open(arena, "data", &mention_tables, &error), error)) {
        cases_run("tests/identity/actors.txt", list_actors);
        cases_run("tests/identity/coreference.txt", list_actors);
        runs_out_of_memory();
    }
    arena_free(arena);
    return test_end();
}
