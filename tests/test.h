/* The whole test harness. A test program is
 *
 *     int main(void) { test_begin("views"); CHECK(1 + 1 == 2); CHECK_TEXT(some_view, "literal"); return test_end(); }
 *
 * A failed check says where and what and goes on; the last line is "NAME: N passed, N failed".
 */
#ifndef ISNAD_TEST_H
#define ISNAD_TEST_H

#include "base/base.h"
#include <stdio.h>
#include <string.h>

static struct {
    const char *name;
    long passed, failed;
} test_state;

static inline void test_begin(const char *name) {
    test_state.name = name;
}

static inline int test_end(void) {
    printf("%s: %ld passed, %ld failed\n", test_state.name, test_state.passed, test_state.failed);
    return test_state.failed > 0;
}

static inline bool test_check(bool passed, const char *file, int line, const char *what) {
    if (passed) {
        test_state.passed++;
    } else {
        test_state.failed++;
        printf("%s:%d: failed: %s\n", file, line, what);
    }
    return passed;
}

static inline bool test_check_text(View found, const char *expected, const char *file, int line, const char *what) {
    bool same = expected && found.data ? view_equal(found, view(expected)) : !expected && !found.data;
    if (!test_check(same, file, line, what))
        printf("    expected: %s\n    found:    %.*s\n", expected ? expected : "(unknown)",
               found.data ? (int)found.length : 9, found.data ? found.data : "(unknown)");
    return same;
}

static inline bool test_check_ok(Code code, const Error *error, const char *file, int line) {
    return test_check(code == OK, file, line, error->message[0] ? error->message : "failed without a message");
}

/* These are expressions with the outcome, so that a test may stop early: if (!CHECK(x)) return; */
#define CHECK(condition) test_check((condition), __FILE__, __LINE__, #condition)
/* expected is a C string; NULL stands for the unknown view (data NULL). */
#define CHECK_TEXT(found, expected) test_check_text((found), (expected), __FILE__, __LINE__, #found)
#define CHECK_OK(code, error)       test_check_ok((code), &(error), __FILE__, __LINE__)

#endif
