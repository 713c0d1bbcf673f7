/* Views, numbers in them, and the messages of errors. */
#include "tests/test.h"

static void test_slices(void) {
    CHECK_TEXT(view(NULL), NULL);
    CHECK_TEXT(view_slice(VIEW("Baghdad"), 3, 5), "hd");
    CHECK_TEXT(view_slice(VIEW("abc"), 2, 9), "c");
    CHECK_TEXT(view_slice(VIEW("abc"), 9, 2), "");
    CHECK_TEXT(view_trim(VIEW(" \t a b \r\n")), "a b");
    CHECK_TEXT(view_trim(VIEW("  ")), "");
    CHECK(view_equal(VIEW(""), view("")));
    CHECK(!view_equal(VIEW("a"), VIEW("b")));
    CHECK(view_equal_folded(VIEW("AFP"), VIEW("afp")));
    CHECK(!view_equal_folded(VIEW("AFP"), VIEW("afpx")));
    static const char *const agencies[] = {"AFP", "Reuters", NULL};
    CHECK(view_among(VIEW("Reuters"), agencies) && view_among(VIEW("AFP"), agencies));
    CHECK(!view_among(VIEW("afp"), agencies) && !view_among(VIEW("AF"), agencies) && !view_among(VIEW(""), agencies));
    CHECK(view_starts(VIEW("abc"), VIEW("ab")) && !view_starts(VIEW("a"), VIEW("ab")));
    CHECK(view_ends(VIEW("abc"), VIEW("bc")) && !view_ends(VIEW("c"), VIEW("bc")));
    CHECK(view_compare(VIEW("a"), VIEW("ab")) < 0 && view_compare(VIEW("b"), VIEW("ab")) > 0);
    CHECK(view_compare(VIEW("\xC3"), VIEW("z")) > 0);
    CHECK(view_compare(VIEW("a"), VIEW("a")) == 0);
    CHECK(view_find(VIEW("ababc"), VIEW("abc"), 0) == 2);
    CHECK(view_find(VIEW("ababc"), VIEW("ab"), 1) == 2);
    CHECK(view_find(VIEW("ab"), VIEW("abc"), 0) == SIZE_MAX);
    CHECK(view_find(VIEW("ab"), VIEW("b"), 5) == SIZE_MAX);
}

static void test_split(void) {
    View rest = VIEW("a,,b,"), part;
    CHECK(view_split(&rest, ',', &part));
    CHECK_TEXT(part, "a");
    CHECK(view_split(&rest, ',', &part));
    CHECK_TEXT(part, "");
    CHECK(view_split(&rest, ',', &part));
    CHECK_TEXT(part, "b");
    CHECK(view_split(&rest, ',', &part));
    CHECK_TEXT(part, "");
    CHECK(!view_split(&rest, ',', &part));
    rest = view(NULL);
    CHECK(!view_split(&rest, ',', &part));
}

static void test_numbers(void) {
    static const char *const bad[] = {"",   "-", "+1", " 1", "1 ", "1x", "9223372036854775808", "-9223372036854775809",
                                      "1.0"};
    long number;
    double decimal;
    CHECK(view_to_long(VIEW("5000"), &number) && number == 5000);
    CHECK(view_to_long(VIEW("-9223372036854775808"), &number) && number == (-9223372036854775807L - 1));
    CHECK(view_to_long(VIEW("9223372036854775807"), &number) && number == 9223372036854775807L);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!CHECK(!view_to_long(view(bad[i]), &number)))
            printf("    with \"%s\"\n", bad[i]);
    CHECK(view_to_double(VIEW("33.25"), &decimal) && decimal == 33.25);
    CHECK(view_to_double(VIEW("-1e3"), &decimal) && decimal == -1000);
    CHECK(!view_to_double(VIEW("inf"), &decimal));
    CHECK(!view_to_double(VIEW("1e999"), &decimal));
    CHECK(!view_to_double(VIEW("1,5"), &decimal));
    CHECK(!view_to_double(VIEW(" 1"), &decimal));
    CHECK(!view_to_double(VIEW(""), &decimal));
}

static void test_errors(void) {
    Error error = {0};
    CHECK(error_set(&error, ERROR_INPUT, "%s:%d: no", "a\nb\xFF.txt", 3) == ERROR_INPUT);
    CHECK_TEXT(view(error.message), "a b?.txt:3: no");
    CHECK(error.code == ERROR_INPUT);
    CHECK(error_memory(NULL) == ERROR_MEMORY);
    char longer[1001];
    for (int i = 0; i < 1000; i += 2)
        memcpy(longer + i, "\xC3\xA9", 2);
    longer[1000] = 0;
    error_set(&error, ERROR_FILE, "x%s", longer);
    CHECK(strlen(error.message) == 479);
    error_set(&error, ERROR_FILE, "%s", longer); /* 479 would cut a letter in two */
    CHECK(strlen(error.message) == 478 && utf8_invalid(view(error.message)) == SIZE_MAX);
}

int main(void) {
    test_begin("view");
    test_slices();
    test_split();
    test_numbers();
    test_errors();
    return test_end();
}
