/* UTF-8 (malformed sequences after Unicode's table 3-7), NFC with origins, folding. */
#include "tests/test.h"

static void test_valid(void) {
    static const struct {
        const char *text;
        size_t invalid;
    } cases[] = {
        {"", SIZE_MAX},
        {"plain", SIZE_MAX},
        {"\xC3\xA9t\xC3\xA9", SIZE_MAX},
        {"\xF0\x9F\x98\x80", SIZE_MAX},
        {"\xEF\xBF\xBF", SIZE_MAX},     /* a noncharacter is well-formed */
        {"\xED\x9F\xBF", SIZE_MAX},     /* U+D7FF */
        {"\xF4\x8F\xBF\xBF", SIZE_MAX}, /* U+10FFFF */
        {"ab\x80", 2},                  /* continuation alone */
        {"ab\xC3", 2},                  /* cut */
        {"ab\xE2\x82", 2},              /* cut */
        {"ab\xF0\x9F\x98", 2},          /* cut */
        {"\xC0\xAF", 0},                /* overlong */
        {"\xC1\xBF", 0},                /* overlong */
        {"\xE0\x9F\xBF", 0},            /* overlong */
        {"\xF0\x8F\xBF\xBF", 0},        /* overlong */
        {"\xED\xA0\x80", 0},            /* surrogate */
        {"\xF4\x90\x80\x80", 0},        /* above U+10FFFF */
        {"\xF5\x80\x80\x80", 0},
        {"\xFF", 0},
        {"12345678901234567\xE9x", 17}, /* behind the fast run */
        {"\xC3(", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!CHECK(utf8_invalid(view(cases[i].text)) == cases[i].invalid))
            printf("    case %zu\n", i);
}

static void test_walk(void) {
    View text = VIEW("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
    static const uint32_t expected[] = {'a', 0xE9, 0x20AC, 0x1F600};
    size_t position = 0, count = 0;
    while (position < text.length)
        CHECK(utf8_next(text, &position) == expected[count++]);
    CHECK(count == 4 && utf8_count(text) == 4);
    while (position > 0)
        CHECK(utf8_previous(text, &position) == expected[--count]);
    char out[4];
    position = 0;
    for (int i = 0; i < 4; i++) {
        size_t length = utf8_write(expected[i], out);
        CHECK(view_equal((View){out, length}, view_slice(text, position, position + length)));
        position += length;
    }
    View bad = VIEW("\xE2\x82z");
    position = 0;
    CHECK(utf8_next(bad, &position) == UTF8_BAD && position == 1);
    CHECK(utf8_next(bad, &position) == UTF8_BAD && position == 2);
    CHECK(utf8_next(bad, &position) == 'z' && position == 3);
}

static void test_categories(void) {
    CHECK(unicode_is_letter('a') && unicode_is_letter(0x639) && unicode_is_letter(0x301) && !unicode_is_letter('1'));
    CHECK(!unicode_is_letter('@') && !unicode_is_letter('[') && !unicode_is_letter('`') && !unicode_is_letter('{'));
    CHECK(unicode_is_mark(0x301) && !unicode_is_mark('a'));
    CHECK(unicode_is_upper('A') && unicode_is_upper(0xC9) && !unicode_is_upper(0xE9) && !unicode_is_upper(0x639));
    CHECK(unicode_is_lower('z') && unicode_is_lower(0xE9) && !unicode_is_lower('Z'));
    CHECK(unicode_is_digit('7') && unicode_is_digit(0x661) && !unicode_is_digit(0xBD) && unicode_is_number(0xBD));
    CHECK(unicode_is_space(' ') && unicode_is_space(0xA0) && unicode_is_space('\n') && !unicode_is_space(0x200B));
    CHECK(unicode_is_punctuation('"') && unicode_is_punctuation(0x201C) && unicode_is_punctuation('$'));
    CHECK(unicode_is_punctuation(0x20AC) && !unicode_is_punctuation('a') && !unicode_is_punctuation(' '));
    CHECK(unicode_lower('Q') == 'q' && unicode_lower(0x410) == 0x430 && unicode_lower(0x639) == 0x639);
}

static void check_nfc(const char *from, const char *to, const uint32_t *origins) {
    Arena *arena = arena_new(0);
    uint32_t *origin;
    View text = view(from), result = unicode_nfc(arena, text, &origin);
    CHECK_TEXT(result, to);
    for (size_t i = 0; i <= result.length; i++)
        if (!CHECK(origin[i] == origins[i]))
            printf("    origin of byte %zu of \"%s\": %u\n", i, to, origin[i]);
    CHECK_TEXT(unicode_nfc(arena, result, NULL), to);
    arena_free(arena);
}

static void test_nfc(void) {
    check_nfc("", "", (uint32_t[]){0});
    check_nfc("abc", "abc", (uint32_t[]){0, 1, 2, 3});
    check_nfc("e\xCC\x81t", "\xC3\xA9t", (uint32_t[]){0, 0, 3, 4}); /* e + acute */
    check_nfc("\xC3\xA9t", "\xC3\xA9t", (uint32_t[]){0, 1, 2, 3});
    /* dot below and circumflex in the other order */
    check_nfc("xo\xCC\x82\xCC\xA3", "x\xE1\xBB\x99", (uint32_t[]){0, 1, 1, 1, 6});
    check_nfc("\xE2\x84\xA6", "\xCE\xA9", (uint32_t[]){0, 0, 3});                                /* ohm sign */
    check_nfc("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C", (uint32_t[]){0, 0, 0, 9}); /* Hangul */
    check_nfc("\xD8\xA7\xD9\x93", "\xD8\xA2", (uint32_t[]){0, 0, 4});                            /* alef + madda */
    check_nfc("\xEF\xAC\x81", "\xEF\xAC\x81", (uint32_t[]){0, 1, 2, 3}); /* a ligature is not canonical */
}

/* A hundred thousand marks on one letter cost no more than their length. */
static void test_heap_of_marks(void) {
    Arena *arena = arena_new(0);
    Buffer heap;
    buffer_init(&heap, 0);
    buffer_byte(&heap, 'a');
    for (int i = 0; i < 100000; i++)
        buffer_append(&heap, i % 2 ? VIEW("\xCC\xA3") : VIEW("\xCC\x81"));
    View result = unicode_nfc(arena, buffer_view(&heap), NULL);
    CHECK(result.data && utf8_invalid(result) == SIZE_MAX && result.length > 190000);
    CHECK(unicode_fold(arena, buffer_view(&heap)).length == 1);
    buffer_free(&heap);
    arena_free(arena);
}

static void test_fold(void) {
    static const char *const cases[][2] = {
        {"", ""},
        {"Muqtada al-Sadr", "muqtada al sadr"},
        {"  Al -- Sadr ", "al sadr"},
        {"\"Le  Figaro\"", "le figaro"},
        {"Qur\xE2\x80\x99"
         "an",
         "qur an"},
        {"\xC3\x89lys\xC3\xA9"
         "e",
         "elysee"},
        {"E\xCC\x81lyse\xCC\x81"
         "e",
         "elysee"},
        {"STRASSE Stra\xC3\x9F"
         "e",
         "strasse strasse"},
        {"\xEF\xBC\xA1\xEF\xBC\xA2\xC2\xA0"
         "C",
         "ab c"}, /* full-width letters, no-break space */
        {"\xD9\x85\xD9\x8F\xD9\x82\xD8\xAA\xD8\xAF\xD9\x89", "\xD9\x85\xD9\x82\xD8\xAA\xD8\xAF\xD9\x89"}, /* damma */
        {"\xD8\xA3\xD8\xAD\xD9\x80\xD9\x80\xD9\x85\xD8\xAF", "\xD8\xA7\xD8\xAD\xD9\x85\xD8\xAF"}, /* hamza, tatweel */
        {"\xD0\x9F\xD0\xA3\xD0\xA2\xD0\x98\xD0\x9D", "\xD0\xBF\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD"},
        {"\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xAE",
         "\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xAE"}, /* an Indic vowel sign stays */
        {"Sana\xCA\xBB"
         "a",
         "sana a"},
        {"U.S.", "u.s."},
        {"\xEF\xB7\xBA", "\xD8\xB5\xD9\x84\xD9\x89 \xD8\xA7\xD9\x84\xD9\x84\xD9\x87 \xD8\xB9\xD9\x84\xD9\x8A\xD9\x87 "
                         "\xD9\x88\xD8\xB3\xD9\x84\xD9\x85"}, /* one code point, eighteen letters */
    };
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_TEXT(unicode_fold(arena, view(cases[i][0])), cases[i][1]);
    arena_free(arena);
}

static void test_running_out(void) {
    View text = VIEW("E\xCC\x81lyse\xCC\x81"
                     "e \xEF\xB7\xBA");
    uint32_t *origin;
    for (size_t maximum = 1, passed = 0; !passed; maximum += 3) {
        Arena *arena = arena_new(maximum);
        passed = unicode_nfc(arena, text, &origin).data && unicode_fold(arena, text).data;
        arena_free(arena);
        CHECK(maximum < 10000);
    }
}

int main(void) {
    test_begin("unicode");
    test_valid();
    test_walk();
    test_categories();
    test_nfc();
    test_heap_of_marks();
    test_fold();
    test_running_out();
    return test_end();
}
