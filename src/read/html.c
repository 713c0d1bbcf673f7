/* read/html: the bytes of a page -> Report. Bytes -> UTF-8 (charset.c) -> nodes (html_tree.c) -> what the page says of
 * its article (html_facts.c, html_jsonld.c) -> the article's text (html_blocks.c, html_marks.c, html_body.c). When a
 * page holds its text only as data (a script would show it), the data is the text. */
#include "read/html.h"
#include "read/charset.h"
#include "read/html_body.h"
#include "read/html_facts.h"

Code html_fragment(Arena *arena, View text, View *body, Error *error) {
    HtmlPage page;
    HtmlBlockList blocks = {0};
    bool markup = view_find(text, VIEW("</"), 0) != SIZE_MAX || view_find(text, VIEW("<br"), 0) != SIZE_MAX;
    View whole = markup ? text : arena_format(arena, "<pre>%.*s</pre>", (int)text.length, text.data);
    if (!whole.data)
        return error_memory(error);
    Code code = html_parse(arena, whole, &page, error);
    if (code == OK)
        code = html_blocks(arena, &page, &blocks, error);
    *body = (View){"", 0};
    Buffer out;
    buffer_init(&out, LIMIT_REPORT_BYTES);
    for (size_t i = 0; code == OK && i < blocks.count; i++) {
        buffer_append(&out, out.length ? VIEW("\n\n") : VIEW(""));
        buffer_append(&out, blocks.items[i].text);
    }
    if (code == OK && out.length)
        *body = arena_copy(arena, buffer_view(&out));
    bool failed = out.failed || !body->data;
    buffer_free(&out);
    return code == OK && failed ? error_memory(error) : code;
}

/* Known facts stay when the page has none of its own. */
static void fill(Report *report, const HtmlFacts *facts) {
    struct {
        View *into;
        View value;
    } all[] = {{&report->title, facts->title.value},
               {&report->outlet, facts->outlet.value},
               {&report->author, facts->author.value},
               {&report->date, facts->date.value},
               {&report->url, facts->url.value}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].value.data)
            *all[i].into = all[i].value;
}

static Code read_body(Arena *arena, const HtmlPage *page, HtmlFacts *facts, View *body, Error *error) {
    HtmlHints hints = {.title = facts->title.value,
                       .outlet = facts->outlet.value,
                       .author = facts->author.value,
                       .date = facts->date.value,
                       .live = facts->live,
                       .gallery = facts->gallery,
                       .paywall = facts->paywall};
    Code code = html_body(arena, page, &hints, body, error);
    View data = {"", 0};
    if (code == OK && facts->text.length > body->length)
        code = html_fragment(arena, facts->text, &data, error);
    if (code == OK && data.length > 2 * body->length)
        *body = data;
    return code;
}

Code html_read(Arena *arena, View name, View bytes, View charset, Report *report, Error *error) {
    HtmlPage page;
    HtmlFacts facts = {0};
    View body = {"", 0};
    Code code = charset_html(arena, name, bytes, charset, report, error);
    if (code == OK)
        code = html_parse(arena, report->body, &page, error);
    if (code == OK)
        code = html_facts(arena, &page, &facts, error);
    if (code == OK)
        code = read_body(arena, &page, &facts, &body, error);
    if (code != OK)
        return code;
    if (body.length == 0)
        return error_set(error, ERROR_INPUT, "%.*s: a page without an article's text", (int)name.length, name.data);
    if (page.cut &&
        !list_push(arena, &report->notes, VIEW("the page has too many elements; what follows was left out")))
        return error_memory(error);
    fill(report, &facts);
    report->body = body;
    return OK;
}
