/* Lemmas: a line of lemmas.txt is a word, its Penn tag and its lemma; words that no rule knows keep the network's. */
#include "mention/mention.h"
#include "tests/reading.h"
#include "tests/test.h"

static void one(Arena *arena, const MentionTables *tables, View line) {
    View word, tag;
    Text text;
    Reading reading;
    Error error = {0};
    view_split(&line, ' ', &word);
    view_split(&line, ' ', &tag);
    View notation =
        arena_format(arena, "%.*s/VERB/0/root//%.*s\n", (int)word.length, word.data, (int)tag.length, tag.data);
    const char *fault = reading_make(arena, notation, &text, &reading);
    if (CHECK(!fault) && CHECK_OK(mention_lemmas(arena, tables, &text, &reading, &error), error))
        CHECK_TEXT(reading.words[0].lemma, arena_copy(arena, line).data);
}

int main(void) {
    test_begin("lemmas");
    Arena *arena = arena_new(0);
    MentionTables *tables;
    View cases, line;
    Error error = {0};
    if (CHECK_OK(mention_tables_open(arena, "data", &tables, &error), error) &&
        CHECK_OK(file_read(arena, "tests/mention/lemmas.txt", 0, &cases, &error), error))
        while (view_split(&cases, '\n', &line))
            if (line.length)
                one(arena, tables, line);
    arena_free(arena);
    return test_end();
}
