/* Windows: the cases of windows.txt. */
#include "model/windows.h"
#include "tests/test.h"

typedef struct Case {
    Text text;
    LIST(uint32_t) starts;
    LIST(Sentence) sentences;
    size_t room;
} Case;

static bool read_case(Arena *arena, View line, Case *one) {
    View part, word;
    long number = 0;
    uint32_t pieces = 0, words = 0, first = 0;
    if (!view_split(&line, ':', &part) || !view_to_long(view_trim(part), &number))
        return false;
    one->room = (size_t)number;
    line = view_trim(line);
    bool more = true, fine = list_push(arena, &one->starts, 0);
    while (more && fine) {
        more = line.length > 0 && view_split(&line, ' ', &word);
        if (!more || view_equal(word, VIEW("/"))) {
            fine = list_push(arena, &one->sentences, (Sentence){.words = {first, words}});
            first = words;
        } else if (view_to_long(word, &number)) {
            pieces += (uint32_t)number;
            words++;
            fine = list_push(arena, &one->starts, pieces);
        }
    }
    one->text = (Text){.word_count = words, .sentences = one->sentences.items, .sentence_count = one->sentences.count};
    return fine;
}

static View show(Arena *arena, const Windows *windows) {
    View out = VIEW("");
    for (size_t i = 0; i < windows->list.count && out.data; i++) {
        const Window *window = &windows->list.items[i];
        uint32_t own = windows->stretches.items[window->own].words.first;
        View context = window->words.first < own ? arena_format(arena, "%u-%u", window->words.first, own) : VIEW("");
        out = arena_format(arena, "%s%s%s|%u-%u", out.data, i ? " " : "", context.data, own, window->words.end);
    }
    return out;
}

int main(void) {
    test_begin("model/windows");
    Arena *arena = arena_new(0);
    View rest, line, given;
    Error error = {0};
    CHECK_OK(file_read(arena, "tests/model/windows.txt", 0, &rest, &error), error);
    while (rest.length > 0 && view_split(&rest, '\n', &line)) {
        if (view_starts(line, VIEW("#")))
            continue;
        Case one = {0};
        Windows windows;
        CHECK(view_split(&line, '>', &given) && read_case(arena, given, &one));
        CHECK(windows_make(arena, &one.text, one.starts.items, one.room + 2, &windows));
        View found = show(arena, &windows), wanted = view_trim(line);
        if (!CHECK(view_equal(found, wanted)))
            printf("    %.*s: found %.*s\n", (int)given.length, given.data, (int)found.length, found.data);
    }
    Windows none;
    const uint32_t start = 0;
    CHECK(windows_make(arena, &(Text){0}, &start, 50, &none) && none.list.count == 0);
    arena_free(arena);
    return test_end();
}
