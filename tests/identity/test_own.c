/* A user's own dictionaries: the two files of tests/identity/own, what each faulty line gives, and running out of
 * memory. */
#include "identity/tables_inside.h"
#include "tests/test.h"

static Arena *arena;

static void check_actor(const Tables *tables, const char *text, size_t head, const char *code, const char *day) {
    View words[PHRASE_WORDS], written[PHRASE_WORDS], rest = view(text), word;
    size_t count = 0;
    Day on = DAY_UNKNOWN;
    while (count < PHRASE_WORDS && view_split(&rest, ' ', &word)) {
        written[count] = word;
        words[count++] = unicode_fold(arena, word);
    }
    day_parse(view(day), &on);
    const ActorEntry *entry = own_actor_find(tables, words, written, count, head);
    if (!code)
        CHECK(!entry);
    else if (CHECK(entry != NULL))
        CHECK_TEXT(actor_code_on(entry, on), code);
}

static void test_actors(void) {
    Tables tables = {0};
    Error error = {0};
    OwnTables own = {.actors = "tests/identity/own/actors.txt"};
    if (!CHECK_OK(own_tables_open(arena, &own, &tables, &error), error))
        return;
    CHECK(!tables.own_rows);
    CHECK_TEXT(tables.note, "tests/identity/own/actors.txt:15: no days: \"TOLBUS 2004017-20061201\"; passed over");
    check_actor(&tables, "Tolvania", 0, "TOL", "");
    check_actor(&tables, "the Tolvanian Guard", 2, "TOLMIL", "");
    check_actor(&tables, "Tolvanian National Guard soldiers", 3, "TOLMIL", "");
    check_actor(&tables, "Tolvanian police", 1, NULL, "");
    check_actor(&tables, "the former president Marta Olsen", 4, "TOLGOV", "2005-03-04");
    check_actor(&tables, "Marta Olsen", 1, "TOLOPP", "2014-03-04");
    check_actor(&tables, "Marta Olsen", 1, "TOLELI", "1999-03-04");
    check_actor(&tables, "Marta Lind", 1, NULL, "");
    check_actor(&tables, "TLU", 0, "TOLLAB", "");
    check_actor(&tables, "tlu", 0, NULL, ""); /* an acronym is meant as it is written */
    check_actor(&tables, "Nobody at all", 2, NULL, "");
}

static void test_rows(void) {
    Tables tables = {0};
    Error error = {0};
    OwnTables own = {.actors = "tests/identity/own/rows.tsv"};
    if (!CHECK_OK(own_tables_open(arena, &own, &tables, &error), error))
        return;
    CHECK_TEXT(view(tables.own_rows), own.actors);
    check_actor(&tables, "Guard of Tolvania", 2, "TOLMIL", "");
}

static void check_verb(const Tables *tables, const char *verb, const char *code, size_t patterns) {
    View found;
    const VerbBlock *block = own_verb_find(tables, view(verb), &found);
    if (patterns == SIZE_MAX)
        CHECK(!block);
    else if (CHECK(block != NULL)) {
        CHECK_TEXT(found, code);
        CHECK(block->patterns.count == patterns);
    }
}

static void test_verbs(void) {
    Tables tables = {0};
    Error error = {0};
    OwnTables own = {.verbs = "tests/identity/own/verbs.txt"};
    if (!CHECK_OK(own_tables_open(arena, &own, &tables, &error), error))
        return;
    CHECK_TEXT(tables.note, "tests/identity/own/verbs.txt:16: no code between the brackets: \"026!\"; passed over");
    check_verb(&tables, "attack", "190", 3);
    check_verb(&tables, "struck", "193", 3);
    check_verb(&tables, "opened up", "190", 3);
    check_verb(&tables, "open", NULL, SIZE_MAX);
    check_verb(&tables, "ask", "020", 1);
    const VerbPattern *patterns = tables.own_verbs.blocks.items[0].patterns.items;
    CHECK_TEXT(view_trim(patterns[1].after), "VILLAGE  WITH &WEAPON");
    CHECK_TEXT(patterns[1].code, "1951");
    CHECK_TEXT(patterns[2].code, NULL);
    CHECK(own_verb_set_holds(&tables, VIEW("&WEAPON"), VIEW("knives")) == false);
    CHECK(own_verb_set_holds(&tables, VIEW("&WEAPON"), VIEW("knife")));
    CHECK(!own_verb_set_holds(&tables, VIEW("&OTHER"), VIEW("knife")));
}

typedef struct Fault {
    const char *content, *message;
} Fault;

static void test_faults(void) {
    static const Fault actors[] = {
        {"UN_ [IGOUNO\n", "own:1: a bracket is not closed; add ]: \"UN_ [IGOUNO\""},
        {"# no name\n+UN_\n", "own:2: another name (+) before the first name: \"UN_\""},
        {"\t[IGOUNO]\n", "own:1: a code before the first name: \"[IGOUNO]\""},
        {"UN_\n\t[un]\n", "own:2: no code between the brackets; write [AFGMIL] or [AFGMIL 010101-051231]: \"un\""},
        {"UN_\n", "own: no actor with a code; write NAME [CODE], or rows as in actors.tsv"},
        {"UN_ [IGOUNO]\n\xff\n", "own:2: malformed UTF-8; save the file as UTF-8"},
    };
    static const Fault verbs[] = {
        {"ATTACK\n", "own:1: no verb dictionary; a block begins with --- NAME [CODE] ---: \"ATTACK\""},
        {"- * VILLAGE [190]\n",
         "own:1: a pattern before the first block of verbs (--- NAME [CODE] ---): \" * VILLAGE [190]\""},
        {"--- A [190 ---\n", "own:1: a bracket is not closed; add ]: \"--- A [190 ---\""},
        {"--- A [190] ---\nHIT {HITS\n", "own:2: a brace is not closed; add }: \"HIT {HITS\""},
        {"--- A [190] ---\n", "own: no verb in it"},
    };
    for (size_t i = 0; i < sizeof actors / sizeof *actors; i++) {
        ActorTable table = {0};
        View note = {NULL, 0};
        Error error = {0};
        CHECK(names_init(&table.names, arena) &&
              petrarch_actors_open(arena, "own", view(actors[i].content), &table, &note, &error) == ERROR_DATA);
        CHECK_TEXT(view(error.message), actors[i].message);
    }
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        VerbTable table = {0};
        View note = {NULL, 0};
        Error error = {0};
        CHECK(names_init(&table.names, arena) && names_init(&table.members, arena) &&
              petrarch_verbs_open(arena, "own", view(verbs[i].content), &table, &note, &error) == ERROR_DATA);
        CHECK_TEXT(view(error.message), verbs[i].message);
    }
}

static void test_memory(void) {
    OwnTables own = {.actors = "tests/identity/own/actors.txt", .verbs = "tests/identity/own/verbs.txt"};
    Code code = ERROR_MEMORY;
    for (size_t maximum = 1024; code == ERROR_MEMORY && maximum < 1 << 24; maximum += 1024) {
        Arena *small = arena_new(maximum);
        Tables tables = {0};
        Error error = {0};
        code = small ? own_tables_open(small, &own, &tables, &error) : ERROR_MEMORY;
        arena_free(small);
    }
    CHECK(code == OK);
}

int main(void) {
    test_begin("own");
    arena = arena_new(0);
    if (CHECK(arena != NULL)) {
        test_actors();
        test_rows();
        test_verbs();
        test_faults();
        test_memory();
    }
    arena_free(arena);
    return test_end();
}
