/* JSON out and in. */
#include "tests/test.h"
#include <math.h>

static void write_sample(Json *json) {
    json_object_begin(json);
    json_key(json, "text");
    json_text(json, VIEW("a\"b\\c\n\t\x01 \xC3\xA9"));
    json_key(json, "unknown");
    json_text(json, view(NULL));
    json_key(json, "list");
    json_array_begin(json);
    json_number(json, -3);
    json_array_begin(json);
    json_array_end(json);
    json_object_begin(json);
    json_object_end(json);
    json_boolean(json, true);
    json_boolean(json, false);
    json_nothing(json);
    json_array_end(json);
    json_key(json, "after");
    json_number(json, 9223372036854775807LL);
    json_object_end(json);
}

static void test_write(void) {
    Buffer out;
    Json json;
    buffer_init(&out, 0);
    json_init(&json, &out);
    write_sample(&json);
    CHECK_TEXT(buffer_view(&out), "{\"text\":\"a\\\"b\\\\c\\n\\t\\u0001 \xC3\xA9\",\"unknown\":null,"
                                  "\"list\":[-3,[],{},true,false,null],\"after\":9223372036854775807}");
    buffer_free(&out);
}

static void test_decimals(void) {
    static const struct {
        double value;
        int digits;
        const char *text;
    } cases[] = {
        {0.5, 3, "0.5"}, {33.34061, 4, "33.3406"}, {33, 2, "33"},   {-0.001, 2, "0"}, {1e300 * 1e300, 2, "null"},
        {100, 0, "100"}, {-12.25, 6, "-12.25"},    {0.999, 2, "1"}, {0, 3, "0"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer out;
        Json json;
        buffer_init(&out, 0);
        json_init(&json, &out);
        json_decimal(&json, cases[i].value, cases[i].digits);
        CHECK_TEXT(buffer_view(&out), cases[i].text);
        buffer_free(&out);
    }
}

static void test_read(void) {
    View text = VIEW("{\"b\": \"x\\u00e9\", \"a\": [1, 2.5, null, true], \"n\": 12, \"o\": {}}");
    Error error = {0};
    JsonValue *root;
    if (!CHECK_OK(json_value_parse(text, "test", 1, &root, &error), error))
        return;
    CHECK(json_value_kind(root) == JSON_KIND_OBJECT && json_value_count(root) == 4);
    CHECK_TEXT(json_value_text(json_value_member(root, "b")), "x\xC3\xA9");
    const JsonValue *list = json_value_member(root, "a");
    double number;
    long long integer;
    bool boolean;
    CHECK(json_value_count(list) == 4);
    CHECK(json_value_number(json_value_item(list, 0), &number) && number == 1);
    CHECK(json_value_number(json_value_item(list, 1), &number) && number == 2.5);
    CHECK(!json_value_integer(json_value_item(list, 1), &integer));
    CHECK(json_value_integer(json_value_member(root, "n"), &integer) && integer == 12);
    CHECK(json_value_kind(json_value_item(list, 2)) == JSON_KIND_NULL);
    CHECK(json_value_boolean(json_value_item(list, 3), &boolean) && boolean);
    CHECK(json_value_item(list, 4) == NULL);
    JsonMember member = {0};
    char order[5] = {0};
    for (int i = 0; i < 4 && json_value_next(root, &member); i++)
        order[i] = member.key.data[0];
    CHECK_TEXT(view(order), "bano");
    CHECK(!json_value_next(root, &member));
    json_value_free(root);
}

static double number_in(const char *text) {
    Error error = {0};
    JsonValue *root;
    double number = -1;
    if (CHECK_OK(json_value_parse(view(text), "test", 1, &root, &error), error))
        json_value_number(root, &number);
    json_value_free(root);
    return number;
}

static void test_numbers(void) {
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"0", 0},
                 {"-12", -12},
                 {"0.1", 0.1},
                 {"-33.34061", -33.34061},
                 {"123456789012345.5", 123456789012345.5},
                 {"0.30000000000000004", 0.30000000000000004},
                 {"1e3", 1000},
                 {"2.5E-3", 0.0025},
                 {"0.000000000000000000000000000001", 1e-30},
                 {"1e-400", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!CHECK(number_in(cases[i].text) == cases[i].value))
            printf("    %s\n", cases[i].text);
    Error error = {0};
    JsonValue *root;
    long long integer = 0;
    CHECK_OK(json_value_parse(VIEW("[-9223372036854775808, 2.0]"), "test", 1, &root, &error), error);
    CHECK(json_value_integer(json_value_item(root, 0), &integer) && integer == INT64_MIN);
    CHECK(!json_value_integer(json_value_item(root, 1), &integer));
    json_value_free(root);
}

/* Of a key that stands twice the last value counts, among few members and among many. */
static void test_twice(void) {
    Error error = {0};
    for (size_t others = 0; others < 40; others += 13) {
        Buffer text;
        JsonValue *root;
        JsonMember member = {0};
        long long integer = 0;
        buffer_init(&text, 0);
        buffer_append(&text, VIEW("{\"a\": 1, "));
        for (size_t i = 0; i < others; i++)
            buffer_format(&text, "\"k%zu\": %zu, ", i, i);
        buffer_append(&text, VIEW("\"aa\": 3, \"a\": 2}"));
        CHECK_OK(json_value_parse(buffer_view(&text), "test", 1, &root, &error), error);
        CHECK(json_value_count(root) == others + 2);
        CHECK(json_value_integer(json_value_member(root, "a"), &integer) && integer == 2);
        CHECK(json_value_integer(json_value_member(root, "aa"), &integer) && integer == 3);
        CHECK(!others || (json_value_integer(json_value_member(root, "k12"), &integer) && integer == 12));
        CHECK(json_value_member(root, "k") == NULL);
        CHECK(json_value_next(root, &member) && view_equal(member.key, VIEW("a")));
        json_value_free(root);
        buffer_free(&text);
    }
}

static void test_escapes(void) {
    Error error = {0};
    JsonValue *root;
    CHECK_OK(json_value_parse(VIEW("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\ud83d\\ude00\\u0633\", \"a\\u0000b\", \"\"]"),
                              "test", 1, &root, &error),
             error);
    CHECK_TEXT(json_value_text(json_value_item(root, 0)), "\"\\/\b\f\n\r\t");
    CHECK_TEXT(json_value_text(json_value_item(root, 1)), "\xF0\x9F\x98\x80\xD8\xB3");
    CHECK_TEXT(json_value_text(json_value_item(root, 2)), "a\xEF\xBF\xBD"
                                                          "b");
    CHECK_TEXT(json_value_text(json_value_item(root, 3)), "");
    json_value_free(root);
}

/* A whole text may be a number, a truth or nothing; each is given back as any other. */
static void test_constants(void) {
    static const char *const texts[] = {"true", "false", "null", "7", "\"a\""};
    static const JsonKind kinds[] = {JSON_KIND_BOOLEAN, JSON_KIND_BOOLEAN, JSON_KIND_NULL, JSON_KIND_NUMBER,
                                     JSON_KIND_TEXT};
    Error error = {0};
    for (size_t i = 0; i < 2 * sizeof texts / sizeof *texts; i++) {
        JsonValue *root;
        CHECK_OK(json_value_parse(view(texts[i / 2]), "test", 1, &root, &error), error);
        CHECK(json_value_kind(root) == kinds[i / 2]);
        json_value_free(root);
    }
}

static bool nested_reads(size_t depth) {
    Error error = {0};
    JsonValue *root;
    Buffer text;
    buffer_init(&text, 0);
    for (size_t i = 0; i < depth; i++)
        buffer_byte(&text, '[');
    for (size_t i = 0; i < depth; i++)
        buffer_byte(&text, ']');
    Code code = json_value_parse(buffer_view(&text), "test", 1, &root, &error);
    json_value_free(root);
    buffer_free(&text);
    return code == OK;
}

/* What is not there, or is of another kind, answers "nothing". */
static void test_absent(void) {
    Error error = {0};
    JsonValue *root;
    double number;
    long long integer;
    bool boolean;
    JsonMember member = {0};
    CHECK_OK(json_value_parse(VIEW("[\"1\"]"), "test", 1, &root, &error), error);
    const JsonValue *absent = json_value_member(root, "a"), *text = json_value_item(root, 0);
    CHECK(absent == NULL && json_value_kind(absent) == JSON_KIND_NONE && json_value_count(absent) == 0);
    CHECK_TEXT(json_value_text(absent), NULL);
    CHECK_TEXT(json_value_text(root), NULL);
    CHECK(!json_value_number(text, &number) && !json_value_integer(text, &integer) &&
          !json_value_boolean(text, &boolean));
    CHECK(!json_value_number(absent, &number) && !json_value_integer(absent, &integer));
    CHECK(json_value_count(text) == 0 && !json_value_next(root, &member) && !json_value_next(NULL, &member));
    json_value_free(root);
    json_value_free(NULL);
}

static void test_faults(void) {
    static const char *const bad[] = {"",
                                      "{",
                                      "{\"a\": 1",
                                      "[1,]",
                                      "{} x",
                                      "\"\xFF\"",
                                      "nul",
                                      "{\"a\" 1}",
                                      "1e999",
                                      "9223372036854775808",
                                      "01",
                                      "1.",
                                      ".5",
                                      "-",
                                      "+1",
                                      "1e",
                                      "[1 2]",
                                      "{\"a\":1,}",
                                      "{1:2}",
                                      "\"\\x\"",
                                      "\"\\u12g4\"",
                                      "\"\\ud800\"",
                                      "\"\\udc00\"",
                                      "\"a\nb\"",
                                      "tru",
                                      "NaN",
                                      "'a'",
                                      "[1]]",
                                      "\xEF\xBB\xBF[]"};
    Error error = {0};
    JsonValue *root;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!CHECK(json_value_parse(view(bad[i]), "file", 1, &root, &error) == ERROR_INPUT && !root))
            printf("    with %s\n", bad[i]);
    json_value_parse(VIEW("{\n  \"a\": x\n}"), "file", 10, &root, &error);
    CHECK(view_starts(view(error.message), VIEW("file:11:")));
    json_value_parse(VIEW("[1,\n \"\xC3\xA9\" 2]"), "file", 1, &root, &error);
    CHECK(view_starts(view(error.message), VIEW("file:2:6: not JSON:")));
    CHECK(nested_reads(1000) && !nested_reads(100000));
    json_value_parse((View){NULL, 0}, "file", 1, &root, &error);
    CHECK(root == NULL);
}

int main(void) {
    test_begin("json");
    test_write();
    test_decimals();
    test_read();
    test_numbers();
    test_twice();
    test_escapes();
    test_constants();
    test_absent();
    test_faults();
    return test_end();
}
