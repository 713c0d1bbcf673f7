/* The day of publication without the network: publication.txt, metadata, and what happens when the memory runs out. */
#include "identity/publication.h"
#include "tests/cases.h"
#include "tests/plain.h"

static Tables *tables;
static MentionTables *mention_tables;

typedef struct Asked {
    View text, meant;
    Day from, to, day, given;
    Actor actors[4];
    Role roles[4];
    CastMention mentions[4];
    size_t actor_count;
} Asked;

/* "FROM..TO": false when it is anything else. */
static bool range(View text, Day *from, Day *to) {
    size_t dots = view_find(text, VIEW(".."), 0);
    return dots != SIZE_MAX && day_parse(view_slice(text, 0, dots), from) &&
           day_parse(view_slice(text, dots + 2, text.length), to);
}

static bool add_actor(Asked *asked, View line) {
    View name;
    size_t at = asked->actor_count++;
    if (at >= 4 || !view_split(&line, '|', &name))
        return false;
    asked->roles[at] = (Role){.title = view_trim(line), .of = -1};
    asked->mentions[at] = (CastMention){.words = {0, 1}, .form = FORM_DESCRIPTION};
    asked->actors[at] = (Actor){.name = view_trim(name), .kind = ACTOR_PERSON, .roles = &asked->roles[at]};
    asked->actors[at].role_count = asked->actors[at].mention_count = 1;
    asked->actors[at].mentions = &asked->mentions[at];
    return true;
}

static bool read_case(Arena *arena, View input, Asked *asked) {
    Buffer text;
    View line;
    buffer_init(&text, 0);
    *asked = (Asked){.from = DAY_UNKNOWN, .to = DAY_UNKNOWN, .day = DAY_UNKNOWN, .given = DAY_UNKNOWN};
    bool fine = true;
    while (fine && view_split(&input, '\n', &line)) {
        View word, rest = line;
        if (view_starts(line, VIEW("? ")) && view_split(&rest, ' ', &word) && view_split(&rest, ' ', &word)) {
            fine = range(word, &asked->from, &asked->to) && (!rest.length || day_parse(rest, &asked->day));
        } else if (view_starts(line, VIEW("@given "))) {
            fine = day_parse(view_slice(line, 7, line.length), &asked->given);
        } else if (view_starts(line, VIEW("@meant "))) {
            asked->meant = view_slice(line, 7, line.length);
        } else if (view_starts(line, VIEW("@actor "))) {
            fine = add_actor(asked, view_slice(line, 7, line.length));
        } else {
            buffer_append(&text, line);
            buffer_byte(&text, '\n');
        }
    }
    asked->text = arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return fine;
}

/* The word of the act that is only planned or asked for, as a trigger of the reading; false without memory. */
static bool add_meant(Arena *arena, const Text *text, View word, Reading *reading) {
    TriggerReading *trigger = arena_take(arena, sizeof *trigger);
    if (!trigger)
        return false;
    *trigger = (TriggerReading){.score = 1};
    trigger->status[STATUS_CALLED_FOR] = 1;
    reading->triggers = trigger;
    for (uint32_t i = 0; i < text->word_count; i++)
        if (view_equal(text_word(text, i), word)) {
            trigger->words = (WordRange){i, i + 1};
            reading->trigger_count = 1;
        }
    return true;
}

static Code find(Arena *arena, Asked *asked, Published *published, Error *error) {
    Report report;
    Text text;
    Reading reading;
    Mentions mentions;
    Cast cast = {.outlet = -1, .actors = asked->actors, .actor_count = asked->actor_count};
    error->code = OK;
    if (!plain_make(arena, "data", asked->text, &report, &text, &reading, error))
        return error->code == OK ? error_memory(error) : error->code;
    if (asked->meant.length && !add_meant(arena, &text, asked->meant, &reading))
        return error_memory(error);
    Code code = mention_find(arena, mention_tables, &text, &reading, &mentions, error);
    if (code == OK)
        code = publication_find(arena, tables, &report, asked->given, &text, &reading, &mentions, &cast, error);
    *published = cast.published;
    return code;
}

static void day_append(Arena *arena, Buffer *found, Day day) {
    buffer_append(found, day == DAY_UNKNOWN ? VIEW("-") : day_format(arena, day));
}

static void make(Arena *arena, View input, Buffer *found) {
    static const char *const kinds[] = {"nothing", "given", "dateline", "inferred"};
    Asked asked;
    Published published;
    Error error = {0};
    if (!read_case(arena, input, &asked) || find(arena, &asked, &published, &error) != OK) {
        buffer_format(found, "fault: %s\n", error.message);
        return;
    }
    buffer_format(found, "%s\n", kinds[published.from]);
    bool inside = published.earliest >= asked.from && published.latest <= asked.to;
    if (asked.from != DAY_UNKNOWN && published.from != PUBLISHED_UNKNOWN && !inside) {
        buffer_append(found, VIEW("outside: "));
        day_append(arena, found, published.earliest);
        buffer_append(found, VIEW(".."));
        day_append(arena, found, published.latest);
        buffer_byte(found, '\n');
    }
    if (asked.day != DAY_UNKNOWN && published.date != asked.day) {
        buffer_append(found, VIEW("best: "));
        day_append(arena, found, published.date);
        buffer_byte(found, '\n');
    }
    if (published.note.data)
        buffer_format(found, "note: %.*s\n", (int)published.note.length, published.note.data);
}

/* Raises the maximum of the arena until the day is found; everything before that is told as missing memory. */
static void memory(void) {
    Code code = ERROR_MEMORY;
    for (size_t maximum = 1 << 20; code != OK && maximum < (size_t)64 << 20; maximum += (size_t)1 << 16) {
        Arena *arena = arena_new(maximum);
        Asked asked;
        Published published;
        Error error = {0};
        if (!CHECK(arena != NULL))
            return;
        bool fine =
            read_case(arena, VIEW("BAMAKO, March 14 - The siege of Djibo goes on.\n"), &asked) && asked.text.data;
        code = fine ? find(arena, &asked, &published, &error) : ERROR_MEMORY;
        if (code != OK && code != ERROR_MEMORY)
            CHECK(code == ERROR_MEMORY);
        arena_free(arena);
    }
    CHECK(code == OK);
}

int main(void) {
    test_begin("publication");
    Error error = {0};
    Arena *arena = arena_new(0);
    if (CHECK(arena != NULL) && CHECK_OK(tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(mention_tables_open(arena, "data", &mention_tables, &error), error)) {
        cases_run("tests/identity/publication.txt", make);
        memory();
        tables_close(tables);
    }
    arena_free(arena);
    return test_end();
}
