/* name_likeness on pairs of names: name_pairs.txt. A pair that is known to fail stands in `known`; the test fails when
 * another one does, and when one of these does no longer. */
#include "identity/identity.h"
#include "tests/test.h"
#include <string.h>

static const char *const known[] = {"same\tYahya Sinwar\tYehia Sinwar",
                                    "same\tMassoud Barzani\tMesud Barzani",
                                    "same\tJalal Talabani\tCelal Talabani",
                                    "same\tVolodymyr Zelensky\tVladimir Zelensky",
                                    "same\tAlexander Lukashenko\tAlyaksandr Lukashenka",
                                    "same\tRecep Tayyip Erdoğan\tTayyip Erdogan",
                                    "same\tPiet van der Meer\tPiet Vandermeer",
                                    "same\tАлексей Навальный\tAlexei Navalny",
                                    "not\tAhmad Shah Massoud\tAhmad Massoud",
                                    "not\tAnna Kuznetsova\tInna Kuznetsova",
                                    "not\tJean Dupuis\tJeanne Dupuis",
                                    "not\tChen Jie\tShen Jie",
                                    NULL};

static bool is_known(View line) {
    for (const char *const *entry = known; *entry; entry++)
        if (view_equal(line, view(*entry)))
            return true;
    return false;
}

typedef struct Counts {
    size_t found, given, wanted;
} Counts;

static void compare(const Tables *tables, View line, Counts *counts) {
    View rest = line, verdict, a, b;
    Arena *arena = arena_new(0);
    if (!view_split(&rest, '\t', &verdict) || !view_split(&rest, '\t', &a) || !view_split(&rest, '\t', &b)) {
        CHECK(!"a line is same or not, name, name");
        arena_free(arena);
        return;
    }
    double there = name_likeness(tables, arena, a, b), back = name_likeness(tables, arena, b, a);
    bool same = there >= LIKENESS_SAME, wanted = view_equal(verdict, VIEW("same"));
    CHECK(there >= 0 && there <= 1 && there - back < 0.001 && back - there < 0.001);
    counts->found += same && wanted;
    counts->given += same;
    counts->wanted += wanted;
    if ((same == wanted) == is_known(line)) {
        printf("%s%.*s: %.2f\n",
               same == wanted ? "no longer wrong, take it out of `known`: " : "wrong: ", (int)line.length, line.data,
               there);
        CHECK(!"a pair");
    } else {
        CHECK(true);
    }
    arena_free(arena);
}

static void without_memory(const Tables *tables) {
    for (size_t maximum = 1; maximum < 4096; maximum += 64) {
        Arena *arena = arena_new(maximum);
        double score = arena ? name_likeness(tables, arena, VIEW("Abdul Rahman Tazi"), VIEW("طارق التازي")) : 0;
        CHECK(score >= 0 && score <= 1);
        arena_free(arena);
    }
}

int main(void) {
    test_begin("name_likeness");
    Arena *arena = arena_new(0);
    Tables *tables;
    View content, line;
    Error error = {0};
    Counts counts = {0};
    if (CHECK_OK(tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(file_read(arena, "tests/identity/name_pairs.txt", 0, &content, &error), error)) {
        while (view_split(&content, '\n', &line))
            if (line.length && line.data[0] != '#')
                compare(tables, line, &counts);
        double f1 = 200.0 * (double)counts.found / (double)(counts.given + counts.wanted);
        printf("pairs: F1 %.1f (%zu of %zu, %zu given)\n", f1, counts.found, counts.wanted, counts.given);
        CHECK(f1 >= 85);
        without_memory(tables);
    }
    arena_free(arena);
    return test_end();
}
