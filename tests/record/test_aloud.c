/* Chains read aloud: aloud.txt has the cases, page/phrases.js has to read the same (tests/page holds the two together).
 */
#include "record/aloud.h"
#include "tests/test.h"
#include <string.h>

static bool is(View text, const char *word) {
    return view_equal(view_trim(text), view(word));
}

static ActorKind kind_of(View word) {
    for (int kind = ACTOR_PERSON; kind < ACTOR_KIND_COUNT; kind++)
        if (is(word, actor_kind_name((ActorKind)kind)))
            return (ActorKind)kind;
    CHECK(false);
    return ACTOR_PERSON;
}

/* The index of the actor, a new one at its first mention. */
static int32_t actor_of(Arena *arena, Cast *cast, View told) {
    View name, kind, code = {"", 0};
    view_split(&told, ':', &name);
    view_split(&told, ':', &kind);
    if (told.length)
        code = told;
    for (size_t i = 0; i < cast->actor_count; i++)
        if (view_equal(cast->actors[i].name, name))
            return (int32_t)i;
    cast->actors[cast->actor_count] =
        (Actor){.name = arena_copy(arena, name), .kind = kind_of(kind), .code = arena_copy(arena, code)};
    return (int32_t)cast->actor_count++;
}

static void add_speakers(Arena *arena, Cast *cast, View told, Statement *statement) {
    size_t next;
    for (size_t from = 0; (told = view_trim(view_slice(told, from, told.length))).length; from = next) {
        size_t plus = view_find(told, VIEW(" + "), 0);
        next = plus == SIZE_MAX ? told.length : plus + 3;
        list_push(arena, &statement->speaker,
                  actor_of(arena, cast, view_slice(told, 0, plus == SIZE_MAX ? next : plus)));
    }
}

static void read_statement(Arena *arena, Record *record, Cast *cast, View line) {
    View part;
    long within;
    Statement statement = {.named = true, .within = -1, .commitment = "said"};
    view_split(&line, '|', &part);
    add_speakers(arena, cast, part, &statement);
    view_split(&line, '|', &part);
    if (view_trim(part).length)
        statement.channel = view_trim(part);
    view_split(&line, '|', &part);
    statement.commitment = arena_copy(arena, view_trim(part)).data;
    view_split(&line, '|', &part);
    if (view_to_long(view_trim(part), &within))
        statement.within = (int32_t)within - 1;
    statement.named = view_find(line, VIEW("unnamed"), 0) == SIZE_MAX;
    statement.described.plural = view_find(line, VIEW("plural"), 0) != SIZE_MAX;
    size_t tells = view_find(line, VIEW("tells "), 0);
    if (tells != SIZE_MAX) {
        View content = view_trim(view_slice(line, tells + strlen("tells "), line.length));
        uint32_t start = (uint32_t)(content.data - record->text->text.data);
        list_push(arena, &statement.content, (Span){start, start + (uint32_t)content.length});
    }
    list_push(arena, &record->statements, statement);
}

static void check_statement(const Record *record, View expected) {
    Buffer out;
    Page page;
    buffer_init(&out, 0);
    page_init(&page, &out, 1000, false);
    page_begin(&page, 0, 0);
    aloud_statement(&page, record, record->statements.count - 1);
    page_end(&page);
    if (!CHECK(view_equal(view_trim(buffer_view(&out)), expected)))
        printf("    expected: %.*s\n    found:    %.*s", (int)expected.length, expected.data, (int)out.length,
               out.data);
    page_free(&page);
    buffer_free(&out);
}

int main(void) {
    Arena *arena = arena_new(0);
    Error error = {0};
    View rest, line;
    Cast cast = {.actors = arena_array(arena, 200, sizeof(Actor))};
    Text text = {0};
    Record record = {.cast = &cast, .text = &text};
    test_begin("aloud");
    if (CHECK_OK(file_read(arena, "tests/record/aloud.txt", 0, &rest, &error), error)) {
        text.text = rest;
        while (view_split(&rest, '\n', &line)) {
            size_t arrow = view_starts(line, VIEW("#")) ? SIZE_MAX : view_find(line, VIEW(" => "), 0);
            if (arrow == SIZE_MAX) {
                record.statements.count = cast.actor_count = 0;
                continue;
            }
            read_statement(arena, &record, &cast, view_slice(line, 0, arrow));
            check_statement(&record, view_slice(line, arrow + 4, line.length));
        }
    }
    arena_free(arena);
    return test_end();
}
