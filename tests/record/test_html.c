/* The page as bytes: what goes where, what a report's words cannot do, what is refused, memory that ends anywhere. What
 * a browser makes of it is tests/page's. */
#include "record/record.h"
#include "tests/test.h"
#include <stdlib.h>

#define RECORD(title, text)                                                                                            \
    "{\"version\":1,\"report\":{\"title\":" title ",\"text\":\"" text "\"},\"actors\":[],\"places\":[],\"times\":[],"  \
    "\"statements\":[],\"events\":[]}"

static bool holds(const Buffer *page, const char *words) {
    return view_find(buffer_view(page), view(words), 0) != SIZE_MAX;
}

static size_t times(const Buffer *page, const char *words) {
    size_t count = 0;
    for (size_t at = 0; (at = view_find(buffer_view(page), view(words), at)) != SIZE_MAX; at++)
        count++;
    return count;
}

static void write(Buffer *page, const char *record) {
    Error error = {0};
    buffer_clear(page);
    CHECK_OK(record_write_html(view(record), VIEW("/home/me/mill.txt"), page, &error), error);
}

static void test_words(Buffer *page) {
    write(page, RECORD("\"A & <b>\"", "One.\\n\\n</script><img src=x> \\\"two\\\" {{script}}"));
    CHECK(holds(page, "<title>A &amp; &lt;b&gt;</title>"));
    CHECK(holds(page, "<p dir=\"auto\">One.</p>"));
    CHECK(holds(page, "&lt;/script&gt;&lt;img src=x&gt; &quot;two&quot; {{script}}</p>"));
    CHECK(holds(page, "\\u003c/script>\\u003cimg src=x>"));
    CHECK(times(page, "</script>") == 2);
    CHECK(times(page, "<script") == 2);
    CHECK(times(page, "{{") == 2); /* the report's own, as text and in the record */
    write(page, RECORD("null", "One."));
    CHECK(holds(page, "<title>mill.txt</title>"));
    CHECK(!holds(page, "/home/me"));
}

static void test_refused(Buffer *page) {
    static const struct {
        const char *record, *why;
    } cases[] = {
        {"{", "record:1"},
        {"[]", "\"version\""},
        {"{\"version\":2}", "\"version\""},
        {"{\"version\":1,\"report\":{\"text\":7}}", "\"text\""},
        {"{\"version\":1,\"report\":{\"text\":\"One.\"},\"actors\":{}}", "\"actors\""},
        {RECORD("null", "One.") "x", "record:1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Error error = {0};
        buffer_clear(page);
        CHECK(record_write_html(view(cases[i].record), VIEW("name"), page, &error) == ERROR_INPUT);
        CHECK(strstr(error.message, cases[i].why) != NULL);
        CHECK(page->length == 0);
    }
}

static void test_memory(size_t whole) {
    bool written = false;
    for (size_t maximum = 1; !written; maximum += whole / 60 + 1) {
        Error error = {0};
        Buffer page;
        buffer_init(&page, maximum);
        Code code = record_write_html(VIEW(RECORD("null", "One.")), VIEW("name"), &page, &error);
        written = code == OK;
        CHECK(written ? maximum >= page.length : code == ERROR_MEMORY);
        buffer_free(&page);
    }
}

int main(void) {
    Buffer page;
    test_begin("html");
    buffer_init(&page, 0);
    test_words(&page);
    size_t whole = page.length;
    test_refused(&page);
    test_memory(whole);
    buffer_free(&page);
    return test_end();
}
