/* Time expressions without the network: tests/identity/times.txt, a case a line
 *
 *     DAY | TEXT => EXPRESSION : VALUE [FROM..TO] | next expression
 *     DAY | TEXT => nothing
 *
 * DAY is the day of publication, "-" when nobody knows it; TEXT is in the notation of tests/plain.h, VALUE as TIMEX3
 * writes it ("-" for none), the days as "[DAY]" when there is one, "[?]" when they are not known at an end. Every
 * expression of the text is expected, in its order. "! " in front marks a known failure: it is counted, listed with
 * --list, and no failure of the test.
 */
#include "identity/times.h"
#include "tests/plain.h"
#include "tests/test.h"

static struct {
    const Tables *tables;
    const MentionTables *mention_tables;
    long count, known, mended;
    bool list;
} suite;

static void put_day(Arena *arena, Buffer *out, Day day) {
    buffer_append(out, day == DAY_UNKNOWN ? VIEW("?") : day_format(arena, day));
}

static void put_times(Arena *arena, const Text *text, const Cast *cast, Buffer *out) {
    for (size_t i = 0; i < cast->time_count; i++) {
        const Time *time = &cast->times[i];
        View words = text_span(text, text_words_span(text, time->words));
        View value = time->value.data ? time->value : VIEW("-");
        buffer_format(out, "%s%.*s : %.*s [", i ? " | " : "", (int)words.length, words.data, (int)value.length,
                      value.data);
        put_day(arena, out, time->from);
        if (time->from != time->to) {
            buffer_append(out, VIEW(".."));
            put_day(arena, out, time->to);
        }
        buffer_byte(out, ']');
    }
    if (!cast->time_count)
        buffer_append(out, VIEW("nothing"));
}

static Code find(Arena *arena, View line, Buffer *out, Error *error) {
    Report report;
    Text text;
    Reading reading;
    Mentions mentions = {0};
    Cast cast = {.outlet = -1, .period_from = DAY_UNKNOWN, .period_to = DAY_UNKNOWN};
    View day;
    view_split(&line, '|', &day);
    if (!day_parse(view_trim(day), &cast.published.anchor))
        cast.published.anchor = DAY_UNKNOWN;
    cast.published.date = cast.published.anchor;
    error->code = OK;
    if (!plain_make(arena, "data", view_trim(line), &report, &text, &reading, error))
        return error->code == OK ? error_memory(error) : error->code;
    Code code = mention_find(arena, suite.mention_tables, &text, &reading, &mentions, error);
    if (code == OK)
        code = times_resolve(arena, suite.tables, &text, &reading, &mentions, &cast, error);
    if (code == OK)
        put_times(arena, &text, &cast, out);
    return code;
}

static void run_case(View line) {
    bool known = view_starts(line, VIEW("! "));
    View whole = known ? view_slice(line, 2, line.length) : line;
    size_t arrow = view_find(whole, VIEW(" => "), 0);
    View expected = view_slice(whole, arrow + 4, whole.length);
    Arena *arena = arena_new(0);
    Error error = {0};
    Buffer given;
    buffer_init(&given, 0);
    Code code = find(arena, view_slice(whole, 0, arrow), &given, &error);
    bool right = CHECK_OK(code, error) && view_equal(view_trim(expected), buffer_view(&given));
    suite.count++;
    suite.known += known && !right;
    suite.mended += known && right;
    if (right ? suite.list && known : suite.list || !known)
        printf("%s: %.*s\n    given  %.*s\n",
               right   ? "right by now"
               : known ? "known"
                       : "failed",
               (int)whole.length, whole.data, (int)given.length, given.data);
    if (!known)
        test_check(right, "tests/identity/times.txt", 0, "a case that is not marked as known");
    buffer_free(&given);
    arena_free(arena);
}

/* Raises the maximum of the arena until the times are found; everything before that is told as missing memory. */
static void memory(void) {
    View line = VIEW("2020-01-25 | They met/VBD on Friday and three weeks ago, from 3 May to 5 May, each summer.");
    Code code = ERROR_MEMORY;
    for (size_t maximum = 1 << 20; code != OK && maximum < (size_t)64 << 20; maximum += (size_t)1 << 16) {
        Arena *arena = arena_new(maximum);
        Error error = {0};
        Buffer out;
        buffer_init(&out, 0);
        if (!CHECK(arena != NULL))
            return;
        code = arena_take(arena, (size_t)1 << 16) ? find(arena, line, &out, &error) : ERROR_MEMORY;
        if (code != OK && code != ERROR_MEMORY)
            CHECK(code == ERROR_MEMORY);
        buffer_free(&out);
        arena_free(arena);
    }
    CHECK(code == OK);
}

int main(int count, char **arguments) {
    test_begin("times");
    suite.list = count > 1 && view_equal(view(arguments[1]), VIEW("--list"));
    Error error = {0};
    Arena *arena = arena_new(0);
    Tables *tables = NULL;
    MentionTables *mention_tables = NULL;
    View cases, line;
    if (CHECK(arena != NULL) && CHECK_OK(tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(mention_tables_open(arena, "data", &mention_tables, &error), error) &&
        CHECK_OK(file_read(arena, "tests/identity/times.txt", 0, &cases, &error), error)) {
        suite.tables = tables;
        suite.mention_tables = mention_tables;
        while (view_split(&cases, '\n', &line))
            if (view_find(line, VIEW(" => "), 0) != SIZE_MAX && !view_starts(line, VIEW("#")))
                run_case(line);
        printf("times: %ld cases, %ld known failures, %ld marked as such but right by now\n", suite.count, suite.known,
               suite.mended);
        CHECK(suite.count >= 200);
        memory();
        tables_close(tables);
    }
    arena_free(arena);
    return test_end();
}
