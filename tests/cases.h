/* Test cases as text: a file holds cases
 *
 *     === name of the case
 *     input, any number of lines
 *     ---
 *     expected, any number of lines
 *
 * cases_run calls `make` for each and compares what it appended to `found` with the expected lines (white space at both
 * ends aside). A line with # in front of the first case is a comment.
 */
#ifndef ISNAD_TEST_CASES_H
#define ISNAD_TEST_CASES_H

#include "tests/test.h"

typedef void (*CaseMaker)(Arena *arena, View input, Buffer *found);

static inline void cases_one(const char *path, View body, CaseMaker make) {
    View name;
    if (!view_split(&body, '\n', &name))
        return;
    size_t middle = view_find(body, VIEW("\n---\n"), 0);
    if (middle == SIZE_MAX) {
        printf("%s: case \"%.*s\" has no line ---\n", path, (int)name.length, name.data);
        test_state.failed++;
        return;
    }
    Arena *arena = arena_new(0);
    Buffer found;
    buffer_init(&found, 0);
    make(arena, view_slice(body, 0, middle + 1), &found);
    View expected = view_trim(view_slice(body, middle + 5, body.length)), given = view_trim(buffer_view(&found));
    if (view_equal(expected, given)) {
        test_state.passed++;
    } else {
        test_state.failed++;
        printf("%s: case \"%.*s\"\n--- expected\n%.*s\n--- found\n%.*s\n", path, (int)view_trim(name).length,
               view_trim(name).data, (int)expected.length, expected.data, (int)given.length, given.data);
    }
    buffer_free(&found);
    arena_free(arena);
}

static inline void cases_run(const char *path, CaseMaker make) {
    Arena *arena = arena_new(0);
    View content;
    Error error = {0};
    if (CHECK_OK(file_read(arena, path, 0, &content, &error), error)) {
        size_t at = view_starts(content, VIEW("===")) ? 0 : view_find(content, VIEW("\n==="), 0);
        while (at != SIZE_MAX) {
            at += content.data[at] == '\n';
            size_t next = view_find(content, VIEW("\n==="), at);
            cases_one(path, view_slice(content, at + 3, next == SIZE_MAX ? content.length : next), make);
            at = next;
        }
    }
    arena_free(arena);
}

#endif
