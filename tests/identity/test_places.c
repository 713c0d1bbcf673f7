/* Which place on earth, without the network: places.txt, and what happens when the memory runs out. */
#include "identity/places.h"
#include "tests/test.h"
#include <math.h>
#include <string.h>

static Tables *tables;
static size_t known_failures;

typedef struct Case {
    Arena *arena;
    Buffer letters;
    LIST(Word) words;
    LIST(WordReading) readings;
    LIST(PlaceMention) places;
    uint32_t sentence;
} Case;

static bool is_mark(char c) {
    return strchr(".,;()!?", c) != NULL;
}

/* A word of the text: "Jordan", "," or "'s". */
static void add_word(Case *made, View word) {
    bool glued = is_mark(word.data[0]) || word.data[0] == '\'';
    if (made->letters.length && !glued)
        buffer_byte(&made->letters, ' ');
    Span span = {(uint32_t)made->letters.length, (uint32_t)(made->letters.length + word.length)};
    buffer_append(&made->letters, word);
    list_push(made->arena, &made->words, (Word){.span = span, .sentence = made->sentence, .space_before = !glued});
    list_push(
        made->arena, &made->readings,
        (WordReading){.upos = UPOS_PROPN, .head = (uint32_t)made->readings.count, .xpos = VIEW("NNP"), .lemma = word});
    if (word.length == 1 && word.data[0] == '.')
        made->sentence++;
}

/* Words apart at spaces, with marks behind them and 's words of their own. */
static void add_words(Case *made, View text) {
    View part;
    while (view_split(&text, ' ', &part)) {
        size_t end = part.length;
        while (end > 0 && is_mark(part.data[end - 1]))
            end--;
        size_t own = end > 2 && memcmp(part.data + end - 2, "'s", 2) == 0 ? end - 2 : end;
        if (own)
            add_word(made, view_slice(part, 0, own));
        if (own < end)
            add_word(made, view_slice(part, own, end));
        for (size_t i = end; i < part.length; i++)
            add_word(made, view_slice(part, i, i + 1));
    }
}

/* "Jordan", "Tehran!" (acts), "airport*" (described), "Stand~" (guessed). */
static void add_mention(Case *made, View name) {
    char sign = name.data[name.length - 1];
    bool signed_ = strchr("!*~", sign) != NULL;
    uint32_t first = (uint32_t)made->words.count;
    View word, rest = view_slice(name, 0, name.length - signed_);
    while (view_split(&rest, ' ', &word))
        add_word(made, word);
    uint32_t end = (uint32_t)made->words.count;
    PlaceMention mention = {
        .words = {first, end}, .head = end - 1, .score = 0.9f, .guessed = sign == '~', .described = sign == '*'};
    if (sign == '!' && made->readings.count == end) {
        made->readings.items[end - 1].relation = 1;
        made->readings.items[end - 1].actor = ACTOR_COUNTRY;
        made->readings.items[end - 1].actor_score = 0.95f;
    }
    if (first > 0 && made->readings.count == end)
        made->readings.items[first - 1].head = end - 1;
    list_push(made->arena, &made->places, mention);
}

static void read_case(Case *made, View text) {
    while (text.length) {
        size_t open = view_find(text, VIEW("["), 0), close = view_find(text, VIEW("]"), 0);
        if (open == SIZE_MAX || close == SIZE_MAX) {
            add_words(made, view_trim(text));
            return;
        }
        View before = view_trim(view_slice(text, 0, open));
        if (before.length)
            add_words(made, before);
        add_mention(made, view_slice(text, open + 1, close));
        text = view_slice(text, close + 1, text.length);
    }
}

static Code resolve(Arena *arena, View outlet, View input, Cast *cast) {
    static const View relations[] = {{"dep", 3}, {"nsubj", 5}};
    Case made = {.arena = arena};
    buffer_init(&made.letters, 0);
    read_case(&made, input);
    Report report = {.outlet = outlet};
    Text text = {.text = arena_copy(arena, buffer_view(&made.letters)),
                 .words = made.words.items,
                 .word_count = made.words.count};
    buffer_free(&made.letters);
    Reading reading = {.words = made.readings.items, .relations = relations, .relation_count = 2};
    Mentions mentions = {.places = made.places.items, .place_count = made.places.count};
    *cast = (Cast){0};
    if (!text.text.data || made.readings.count != made.words.count)
        return ERROR_MEMORY;
    return places_resolve(arena, tables, &report, &text, &reading, &mentions, cast, NULL);
}

/* Does the expectation hold: fields separated by /, of which the first are given. */
static bool fits(const Place *place, View expected) {
    View fields = expected, field;
    View found[] = {place->kind ? view(place->kind) : VIEW("?"), place->country, place->admin1};
    if (isnan(place->lat))
        found[0] = VIEW("?");
    for (size_t i = 0; i < 3 && view_split(&fields, '/', &field); i++)
        if (!view_equal(field, found[i].data ? found[i] : VIEW("-")))
            return false;
    return true;
}

static bool all_fit(const Cast *cast, View expected) {
    View one, rest = view_trim(expected);
    size_t i = 0;
    while (rest.data && rest.length && view_split(&rest, ';', &one)) {
        View name;
        one = view_trim(one);
        view_split(&one, '=', &name);
        if (i >= cast->place_count || !view_equal(cast->places[i].name, name) || !fits(&cast->places[i], one))
            return false;
        i++;
    }
    return i == cast->place_count;
}

static void print_found(View line, const Cast *cast) {
    printf("places.txt: %.*s\n   found:", (int)line.length, line.data);
    for (size_t i = 0; i < cast->place_count; i++) {
        const Place *p = &cast->places[i];
        printf(" %.*s=%s/%.*s/%.*s (%s);", (int)p->name.length, p->name.data, isnan(p->lat) ? "?" : p->kind,
               (int)p->country.length, p->country.data ? p->country.data : "", (int)p->admin1.length,
               p->admin1.data ? p->admin1.data : "", p->because);
    }
    printf("\n");
}

static void run_line(View line) {
    Arena *arena = arena_new(0);
    View whole = line, outlet = {NULL, 0};
    bool failure = view_starts(line, VIEW("! "));
    if (failure)
        line = view_slice(line, 2, line.length);
    if (view_starts(line, VIEW("outlet "))) {
        size_t colon = view_find(line, VIEW(": "), 0);
        outlet = view_slice(line, 7, colon);
        line = view_slice(line, colon + 2, line.length);
    }
    size_t arrow = view_find(line, VIEW("=>"), 0);
    Cast cast;
    if (!CHECK(arrow != SIZE_MAX) ||
        !CHECK(resolve(arena, outlet, view_trim(view_slice(line, 0, arrow)), &cast) == OK)) {
        arena_free(arena);
        return;
    }
    bool good = all_fit(&cast, view_slice(line, arrow + 2, line.length));
    known_failures += failure;
    if (!CHECK(good != failure))
        print_found(whole, &cast);
    arena_free(arena);
}

static void run_lines(void) {
    Arena *arena = arena_new(0);
    View content, line;
    Error error = {0};
    if (CHECK_OK(file_read(arena, "tests/identity/places.txt", 0, &content, &error), error))
        while (view_split(&content, '\n', &line))
            if (line.length && line.data[0] != '#')
                run_line(line);
    printf("%zu known failures\n", known_failures);
    arena_free(arena);
}

/* Every amount of memory gives the answer or ERROR_MEMORY. */
static void runs_out_of_memory(void) {
    bool passed = false;
    for (size_t maximum = 64; maximum < ((size_t)1 << 24) && !passed; maximum += maximum / 2) {
        Arena *arena = arena_new(maximum);
        Cast cast;
        Code code = arena
                        ? resolve(arena, VIEW("Dawn"),
                                  VIEW("Rain fell on [Kidal] in [Mali]. The [town*] fled to [Paris], [Texas]."), &cast)
                        : ERROR_MEMORY;
        CHECK(code == OK || code == ERROR_MEMORY);
        passed = code == OK && cast.place_count == 4;
        arena_free(arena);
    }
    CHECK(passed);
}

int main(void) {
    test_begin("places");
    Arena *arena = arena_new(0);
    Error error = {0};
    if (CHECK_OK(tables_open(arena, "data", &tables, &error), error)) {
        run_lines();
        runs_out_of_memory();
        tables_close(tables);
    }
    arena_free(arena);
    return test_end();
}
