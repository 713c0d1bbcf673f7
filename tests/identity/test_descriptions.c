/* Codes of actors that are only described: descriptions.txt, each as the one mention of a report. Country and sector
 * are counted apart; the shares that must be right are those of the project's plan. The wrong ones are written out. */
#include "identity/actors.h"
#include "identity/places.h"
#include "tests/reading.h"
#include "tests/test.h"

#define MOST_WORDS 24

typedef struct Fixture {
    const Tables *tables;
    const MentionTables *mentions;
} Fixture;

typedef struct Counts {
    size_t lines, country, sector;
} Counts;

static bool is_preposition(View word) {
    return view_equal(word, VIEW("of")) || view_equal(word, VIEW("for")) || view_equal(word, VIEW("in")) ||
           view_equal(word, VIEW("at")) || view_equal(word, VIEW("from"));
}

static bool is_capital(View word) {
    return word.data[0] >= 'A' && word.data[0] <= 'Z';
}

static const char *part_of_speech(View word) {
    static const char *const articles[] = {"the", "a", "an", NULL};
    for (const char *const *article = articles; *article; article++)
        if (view_equal(word, view(*article)))
            return "DET";
    return is_preposition(word) ? "ADP" : is_capital(word) ? "PROPN" : "NOUN";
}

/* "the mayor of Beirut" in the notation of tests/reading.h: the noun in front of the preposition is the head, what
 * stands behind it hangs on it, everything else hangs on the next noun. */
static View notation_of(Arena *arena, View description, View kind) {
    View words[MOST_WORDS], rest = description;
    size_t count = 0, preposition = 0;
    Buffer out;
    buffer_init(&out, 0);
    while (count < MOST_WORDS && view_split(&rest, ' ', &words[count]))
        count++;
    while (preposition < count && !is_preposition(words[preposition]))
        preposition++;
    for (size_t i = 0; i < count; i++) {
        bool behind = i > preposition, head = i + 1 == preposition || (i + 1 == count && !behind);
        size_t above = head                       ? count + 1
                       : behind && i + 1 == count ? preposition
                       : i >= preposition         ? count
                                                  : preposition;
        const char *tag = part_of_speech(words[i]);
        const char *relation = head                                 ? "nsubj"
                               : behind && i + 1 == count           ? "nmod"
                               : view_equal(view(tag), VIEW("DET")) ? "det"
                               : i == preposition                   ? "case"
                                                                    : "compound";
        buffer_append(&out, words[i]);
        buffer_format(&out, "/%s/%zu/%s", tag, above, relation);
        if (head)
            buffer_format(&out, "/%.*s", (int)kind.length, kind.data);
        else if (behind && i + 1 == count && !is_capital(words[i]))
            buffer_append(&out, VIEW("/organization"));
        buffer_byte(&out, ' ');
    }
    buffer_append(&out, VIEW("spoke/VERB/0/root\n"));
    for (size_t i = preposition + 1; i < count; i++)
        if (i + 1 == count && is_capital(words[i]))
            buffer_format(&out, "@name LOC %.*s\n", (int)words[i].length, words[i].data);
    View made = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return made;
}

static const Actor *read_one(Arena *arena, const Fixture *fixture, View notation, Cast *cast) {
    Text text;
    Reading reading;
    Mentions mentions;
    ActorWork work;
    Error error = {0};
    *cast = (Cast){0};
    const char *fault = reading_make(arena, notation, &text, &reading);
    if (fault) {
        printf("%s: %.*s\n", fault, (int)notation.length, notation.data);
        return NULL;
    }
    Code code = mention_find(arena, fixture->mentions, &text, &reading, &mentions, &error);
    if (code == OK)
        code = actors_resolve(arena, fixture->tables, &text, &reading, &mentions, cast, &work, &error);
    if (code == OK)
        code = places_resolve(arena, fixture->tables, &(Report){0}, &text, &reading, &mentions, cast, &error);
    if (code == OK)
        code = actors_describe(&work, DAY_UNKNOWN, cast, &error);
    return code == OK && cast->actor_count ? &cast->actors[0] : NULL;
}

static void test_line(const Fixture *fixture, View line, Counts *counts) {
    View rest = line, country, sector, kind, description;
    if (!view_split(&rest, '\t', &country) || !view_split(&rest, '\t', &sector) || !view_split(&rest, '\t', &kind) ||
        !view_split(&rest, '\t', &description)) {
        CHECK(!"a line is country, sector, kind, description");
        return;
    }
    Arena *arena = arena_new(0);
    Cast cast;
    const Actor *actor = read_one(arena, fixture, notation_of(arena, description, kind), &cast);
    if (CHECK(actor)) {
        const CountryEntry *entry = country_by_code(fixture->tables, country);
        View wanted = entry ? entry->alpha3 : VIEW(""), given = actor->country.data ? actor->country : VIEW("");
        View code = arena_format(arena, "%.*s%.*s", entry ? (int)entry->cameo.length : 0,
                                 entry ? entry->cameo.data : "", (int)sector.length, sector.data);
        bool country_right = view_equal(given, wanted), code_right = view_equal(actor->code, code);
        counts->country += country_right;
        counts->sector += code_right;
        if (!country_right || !code_right)
            printf("%.*s: country \"%.*s\", code \"%.*s\", not \"%.*s\"\n", (int)description.length, description.data,
                   (int)given.length, given.data, (int)actor->code.length, actor->code.data, (int)code.length,
                   code.data);
    }
    counts->lines++;
    arena_free(arena);
}

int main(void) {
    test_begin("descriptions");
    Arena *arena = arena_new(0);
    Tables *tables;
    MentionTables *mentions;
    View content, line;
    Error error = {0};
    Counts counts = {0};
    if (CHECK_OK(tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(mention_tables_open(arena, "data", &mentions, &error), error) &&
        CHECK_OK(file_read(arena, "tests/identity/descriptions.txt", 0, &content, &error), error)) {
        Fixture fixture = {tables, mentions};
        while (view_split(&content, '\n', &line))
            if (line.length && line.data[0] != '#')
                test_line(&fixture, line, &counts);
        double country = 100.0 * (double)counts.country / (double)counts.lines;
        double code = 100.0 * (double)counts.sector / (double)counts.lines;
        printf("descriptions: country %.1f %%, code %.1f %% of %zu\n", country, code, counts.lines);
        CHECK(country >= 90);
        CHECK(code >= 80);
    }
    arena_free(arena);
    return test_end();
}
