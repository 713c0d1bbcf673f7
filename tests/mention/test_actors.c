/* Mentions of actors and numbers from hand-made readings: actors.txt and numbers.txt. */
#include "mention/actors.h"
#include "mention/numbers.h"
#include "tests/cases.h"
#include "tests/reading.h"
#include <math.h>

static NumberTable *table;
static MentionTables *tables;

static void put_words(Buffer *out, const Text *text, WordRange range) {
    if (range.first < range.end)
        buffer_append(out, text_span(text, text_words_span(text, range)));
}

/* A line a mention: its words | form | kind | its name | what it stands in apposition with. */
static void list_actors(Arena *arena, View input, Buffer *found) {
    Text text;
    Reading reading;
    Mentions mentions = {0};
    Error error = {0};
    const char *fault = reading_make(arena, input, &text, &reading);
    if (fault)
        buffer_format(found, "cannot read: %s\n", fault);
    if (!CHECK_OK(mention_find(arena, tables, &text, &reading, &mentions, &error), error))
        return;
    for (size_t i = 0; i < mentions.actor_count; i++) {
        const ActorMention *mention = &mentions.actors[i];
        CHECK(mentions.actor_at[mention->head] == (int32_t)i);
        put_words(found, &text, mention->words);
        buffer_format(found, " | %s%s %s", mention->plural ? "plural " : "", mention_form_name(mention->form),
                      actor_kind_name(mention->kind));
        if (mention->name.first < mention->name.end) {
            buffer_append(found, VIEW(" | "));
            put_words(found, &text, mention->name);
        }
        if (mention->apposition >= 0) {
            buffer_append(found, VIEW(" = "));
            put_words(found, &text, mentions.actors[mention->apposition].words);
        }
        buffer_byte(found, '\n');
    }
}

/* A line a number: its words | low..high | what is counted. */
static void list_numbers(Arena *arena, View input, Buffer *found) {
    Text text;
    Reading reading;
    Mentions mentions = {0};
    Error error = {0};
    const char *fault = reading_make(arena, input, &text, &reading);
    if (fault)
        buffer_format(found, "cannot read: %s\n", fault);
    if (!CHECK_OK(numbers_find(arena, table, &text, &reading, &mentions, &error), error))
        return;
    for (size_t i = 0; i < mentions.number_count; i++) {
        const Number *number = &mentions.numbers[i];
        put_words(found, &text, number->words);
        buffer_format(found, " | %.0f..", number->low);
        if (!isinf(number->high))
            buffer_format(found, "%.0f", number->high);
        if (number->counted != NO_WORD) {
            buffer_append(found, VIEW(" | "));
            buffer_append(found, text_word(&text, number->counted));
        }
        buffer_byte(found, '\n');
    }
}

/* Every amount of memory gives the answer or ERROR_MEMORY. */
static void runs_out_of_memory(void) {
    static const char notation[] = "The/DET/2/det writer/NOUN/5/nsubj/person _,/PUNCT/2/punct Jon/PROPN/2/appos/person "
                                   "saw/VERB/0/root forty/NUM/7/nummod soldiers/NOUN/5/obj/group";
    Arena *whole = arena_new(0);
    Text text;
    Reading reading;
    CHECK(!reading_make(whole, view(notation), &text, &reading));
    bool passed = false;
    for (size_t maximum = 64; maximum < (1u << 20) && !passed; maximum += maximum / 2) {
        Arena *arena = arena_new(maximum);
        Mentions mentions = {0};
        Code code = arena ? actors_find(arena, &text, &reading, &mentions, NULL) : ERROR_MEMORY;
        if (code == OK)
            code = numbers_find(arena, table, &text, &reading, &mentions, NULL);
        CHECK(code == OK || code == ERROR_MEMORY);
        passed = code == OK && mentions.actor_count == 3 && mentions.number_count == 1;
        arena_free(arena);
    }
    CHECK(passed);
    arena_free(whole);
}

int main(void) {
    test_begin("mentions of actors, and numbers");
    Arena *arena = arena_new(0);
    Error error = {0};
    if (CHECK_OK(number_table_open(arena, "data", &table, &error), error) &&
        CHECK_OK(mention_tables_open(arena, "data", &tables, &error), error)) {
        cases_run("tests/mention/actors.txt", list_actors);
        cases_run("tests/mention/numbers.txt", list_numbers);
        runs_out_of_memory();
    }
    arena_free(arena);
    return test_end();
}
