/* Word pieces: the cases of pieces.txt, and what does not fit a line there. */
#include "model/pieces.h"
#include "tests/test.h"

static const char *const folder = "tests/model/tiny";

/* The pieces of a word as text, by looking every piece up again in vocab.txt. */
static View pieces_as_text(const Vocabulary *vocabulary, Arena *arena, View word) {
    PieceList list = {0};
    Buffer buffer;
    View content, rest, line;
    Error error = {0};
    buffer_init(&buffer, 1 << 16);
    CHECK_OK(file_read(arena, "tests/model/tiny/vocab.txt", 0, &content, &error), error);
    CHECK(pieces_append(vocabulary, arena, word, &list));
    for (size_t i = 0; i < list.count; i++) {
        rest = content;
        for (uint32_t number = 0; view_split(&rest, '\n', &line) && number < list.items[i]; number++) {
        }
        if (i > 0)
            buffer_byte(&buffer, ' ');
        buffer_append(&buffer, line);
    }
    View text = arena_copy(arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return text;
}

static void check_file(const Vocabulary *vocabulary, Arena *arena) {
    View rest, line, word;
    Error error = {0};
    CHECK_OK(file_read(arena, "tests/model/pieces.txt", 0, &rest, &error), error);
    while (rest.length > 0 && view_split(&rest, '\n', &line)) {
        if (view_starts(line, VIEW("#")))
            continue;
        CHECK(view_split(&line, '\t', &word));
        char plain[200];
        size_t length = 0;
        for (size_t i = 0; i < word.length; i++) {
            const char *one = word.data[i] == '_' ? "\xE2\x80\x8B" : NULL;
            length +=
                (size_t)snprintf(plain + length, sizeof plain - length, one ? "%s" : "%.1s", one ? one : word.data + i);
        }
        View found = pieces_as_text(vocabulary, arena, (View){plain, length});
        if (!CHECK(view_equal(found, line)))
            printf("    %.*s: found %.*s\n", (int)word.length, word.data, (int)found.length, found.data);
    }
}

static void check_long(const Vocabulary *vocabulary, Arena *arena) {
    char letters[101], stops[1000];
    PieceList list = {0};
    memset(letters, 'a', sizeof letters);
    memset(stops, '.', sizeof stops);
    CHECK(pieces_append(vocabulary, arena, (View){letters, 100}, &list) && list.count == PIECES_OF_A_WORD);
    CHECK(pieces_append(vocabulary, arena, (View){letters, 101}, &list) && list.count == PIECES_OF_A_WORD + 1);
    CHECK(list.items[PIECES_OF_A_WORD] == vocabulary->unknown);
    CHECK(pieces_append(vocabulary, arena, (View){stops, 1000}, &list) && list.count == 2 * PIECES_OF_A_WORD + 1);
    CHECK(pieces_append(vocabulary, arena, VIEW(""), &list) && list.items[list.count - 1] == vocabulary->unknown);
}

/* Not cased: lower-cased and without marks. */
static void check_uncased(Arena *arena) {
    Vocabulary vocabulary = {.pieces = map_new(arena), .unknown = 0, .longest = 8, .cased = false};
    PieceList list = {0};
    CHECK(map_set(vocabulary.pieces, VIEW("elysee"), 7) && map_set(vocabulary.pieces, VIEW("##s"), 8));
    CHECK(pieces_append(&vocabulary, arena, VIEW("Élysées"), &list) && list.count == 2);
    CHECK(list.items[0] == 7 && list.items[1] == 8);
    vocabulary.cased = true; /* near miss: cased, the same word is unknown */
    CHECK(pieces_append(&vocabulary, arena, VIEW("Élysées"), &list) && list.count == 3 && list.items[2] == 0);
}

static void check_faults(Arena *arena) {
    Vocabulary vocabulary;
    Error error = {0};
    CHECK(vocabulary_open(arena, folder, 201, true, &vocabulary, &error) == ERROR_DATA);
    CHECK(strstr(error.message, "200 lines") != NULL);
    CHECK(vocabulary_open(arena, "tests/model", 200, true, &vocabulary, &error) == ERROR_DATA);
    CHECK(strstr(error.message, "tests/model/vocab.txt") != NULL);
    Arena *small = arena_new(1000);
    CHECK(vocabulary_open(small, folder, 200, true, &vocabulary, &error) == ERROR_MEMORY);
    arena_free(small);
}

int main(void) {
    test_begin("model/pieces");
    Arena *arena = arena_new(0);
    Vocabulary vocabulary;
    Error error = {0};
    if (CHECK_OK(vocabulary_open(arena, folder, 200, true, &vocabulary, &error), error)) {
        check_file(&vocabulary, arena);
        check_long(&vocabulary, arena);
    }
    check_uncased(arena);
    check_faults(arena);
    arena_free(arena);
    return test_end();
}
