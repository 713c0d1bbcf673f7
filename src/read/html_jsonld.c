/* read/html_jsonld: schema.org data in a page -> facts.
 *
 * The article is the first object of a type that ends in Article, Posting or Report, or one of the other kinds of
 * pieces; objects that it names by @id (as Yoast's graphs do) are looked up. Left out: articles inside lists of other
 * things (teasers), several articles in one page.
 */
#include "read/date.h"
#include "read/html_facts.h"
#include <string.h>

#define MAX_OBJECTS 4000

typedef struct Graph {
    Arena *arena;
    LIST(const JsonValue *) objects;
    bool failed;
} Graph;

/* Line breaks inside texts and commas before a closing bracket are no JSON, but common. */
static View mended(Arena *arena, View script) {
    char *out = arena_take(arena, script.length + 1);
    if (!out)
        return (View){NULL, 0};
    bool text = false;
    size_t length = 0;
    for (size_t i = 0; i < script.length; i++) {
        char c = script.data[i];
        if (text && c == '\\' && i + 1 < script.length) {
            out[length++] = c;
            out[length++] = script.data[++i];
            continue;
        }
        text = c == '"' ? !text : text;
        if (!text && (c == '}' || c == ']')) {
            size_t before = length;
            while (before > 0 && out[before - 1] == ' ')
                before--;
            if (before > 0 && out[before - 1] == ',')
                length = before - 1;
        }
        out[length++] = (unsigned char)c < 0x20 ? ' ' : c;
    }
    return (View){out, length};
}

static View without_wrapping(View script) {
    static const char *const openings[] = {"<!--", "<![CDATA[", "//<![CDATA[", "/*<![CDATA[*/"};
    static const char *const closings[] = {"-->", "]]>", "//]]>", "/*]]>*/", ";"};
    script = view_trim(script);
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (view_starts(script, view(openings[i])))
            script = view_trim(view_slice(script, strlen(openings[i]), script.length));
    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++)
        if (view_ends(script, view(closings[i])))
            script = view_trim(view_slice(script, 0, script.length - strlen(closings[i])));
    return script;
}

/* An object's type; of several the first. */
static View type_of(const JsonValue *object) {
    const JsonValue *type = json_value_member(object, "@type");
    View text = json_value_text(json_value_kind(type) == JSON_KIND_ARRAY ? json_value_item(type, 0) : type);
    size_t slash = view_find(text, VIEW("schema.org/"), 0);
    return text.data && slash != SIZE_MAX ? view_slice(text, slash + 11, text.length) : text;
}

static bool is_article(const JsonValue *object) {
    View type = type_of(object);
    return type.data &&
           (view_ends(type, VIEW("Article")) || view_ends(type, VIEW("Posting")) || view_equal(type, VIEW("Report")) ||
            view_ends(type, VIEW("Gallery")) || view_equal(type, VIEW("CreativeWork")));
}

/* The object and what stands beside it, at most MAX_OBJECTS: arrays, @graph, mainEntity. */
static void collect(Graph *graph, const JsonValue *top) {
    LIST(const JsonValue *) open = {0};
    if (!list_push(graph->arena, &open, top))
        graph->failed = true;
    for (size_t i = 0; i < open.count && i < MAX_OBJECTS && !graph->failed; i++) {
        const JsonValue *value = open.items[i];
        size_t items = json_value_kind(value) == JSON_KIND_ARRAY ? json_value_count(value) : 0;
        for (size_t j = 0; j < items && j < MAX_OBJECTS; j++)
            graph->failed = graph->failed || !list_push(graph->arena, &open, json_value_item(value, j));
        if (json_value_kind(value) != JSON_KIND_OBJECT)
            continue;
        const JsonValue *inner[] = {json_value_member(value, "@graph"), json_value_member(value, "mainEntity")};
        graph->failed = graph->failed || !list_push(graph->arena, &graph->objects, value);
        for (size_t j = 0; j < 2; j++)
            if (inner[j])
                graph->failed = graph->failed || !list_push(graph->arena, &open, inner[j]);
    }
}

/* The object itself, or the one in the graph that it names. */
static const JsonValue *resolved(const Graph *graph, const JsonValue *value) {
    View id = json_value_text(json_value_member(value, "@id"));
    if (!id.data || json_value_member(value, "name"))
        return value;
    for (size_t i = 0; i < graph->objects.count; i++)
        if (view_equal(json_value_text(json_value_member(graph->objects.items[i], "@id")), id) &&
            json_value_member(graph->objects.items[i], "name"))
            return graph->objects.items[i];
    return value;
}

/* A text, or the name of an object; of a list the first. */
static View name_of(const Graph *graph, const JsonValue *value) {
    if (json_value_kind(value) == JSON_KIND_ARRAY)
        value = json_value_item(value, 0);
    if (json_value_kind(value) != JSON_KIND_OBJECT)
        return json_value_text(value);
    const JsonValue *name = json_value_member(resolved(graph, value), "name");
    return json_value_text(json_value_kind(name) == JSON_KIND_ARRAY ? json_value_item(name, 0) : name);
}

static bool is_address(View text) {
    return view_starts(text, VIEW("http://")) || view_starts(text, VIEW("https://"));
}

/* "A, B" of a list of authors. */
static View names_of(Arena *arena, const Graph *graph, const JsonValue *value) {
    if (json_value_kind(value) != JSON_KIND_ARRAY)
        return name_of(graph, value);
    View names = {NULL, 0};
    for (size_t i = 0; i < json_value_count(value) && i < 20; i++) {
        View name = view_trim(name_of(graph, json_value_item(value, i)));
        if (!name.data || !name.length || is_address(name))
            continue;
        names = names.data
                    ? arena_format(arena, "%.*s, %.*s", (int)names.length, names.data, (int)name.length, name.data)
                    : name;
    }
    return names;
}

static View paywall_of(const JsonValue *article) {
    const JsonValue *part = json_value_member(article, "hasPart");
    View selector = json_value_text(
        json_value_member(json_value_kind(part) == JSON_KIND_ARRAY ? json_value_item(part, 0) : part, "cssSelector"));
    return view_starts(selector, VIEW(".")) ? view_slice(selector, 1, selector.length) : (View){NULL, 0};
}

static View url_of(const JsonValue *article) {
    const JsonValue *page = json_value_member(article, "mainEntityOfPage");
    View url = json_value_text(json_value_member(article, "url"));
    if (!url.data && json_value_kind(page) == JSON_KIND_OBJECT)
        url = json_value_text(json_value_member(page, "@id"));
    return url.data ? url : json_value_text(page);
}

static View date_of(Arena *arena, const JsonValue *object) {
    View date = json_value_text(json_value_member(object, "datePublished"));
    if (!date.data)
        date = json_value_text(json_value_member(object, "dateCreated"));
    return date.data ? date_iso(arena, date) : date;
}

static bool take_article(Arena *arena, const Graph *graph, const JsonValue *article, HtmlFacts *facts) {
    View title = json_value_text(json_value_member(article, "headline")), type = type_of(article);
    View text = json_value_text(json_value_member(article, "articleBody"));
    View date = date_of(arena, article);
    View author = names_of(arena, graph, json_value_member(article, "author"));
    if (!author.data)
        author = names_of(arena, graph, json_value_member(article, "creator"));
    if (!title.data)
        title = json_value_text(json_value_member(article, "name"));
    facts->live = facts->live || view_equal(type, VIEW("LiveBlogPosting"));
    facts->gallery = facts->gallery || view_ends(type, VIEW("Gallery"));
    if (!facts->text.data && text.data)
        facts->text = arena_copy(arena, text);
    if (!facts->paywall.data && paywall_of(article).data)
        facts->paywall = arena_copy(arena, paywall_of(article));
    return html_fact(arena, &facts->title, RANK_JSONLD, title) &&
           html_fact(arena, &facts->author, RANK_JSONLD, author) && html_fact(arena, &facts->date, RANK_JSONLD, date) &&
           html_fact(arena, &facts->outlet, RANK_JSONLD, name_of(graph, json_value_member(article, "publisher"))) &&
           html_fact(arena, &facts->url, RANK_JSONLD_PAGE, url_of(article));
}

static bool take_rest(Arena *arena, const JsonValue *object, HtmlFacts *facts) {
    View type = type_of(object), name = json_value_text(json_value_member(object, "name"));
    if (view_equal(type, VIEW("WebSite")) || view_equal(type, VIEW("NewsMediaOrganization")))
        return html_fact(arena, &facts->outlet, RANK_JSONLD_SITE, name);
    if (view_ends(type, VIEW("WebPage")))
        return html_fact(arena, &facts->date, RANK_JSONLD_PAGE, date_of(arena, object));
    return true;
}

Code html_jsonld(Arena *arena, View script, HtmlFacts *facts, Error *error) {
    JsonValue *top = NULL;
    Graph graph = {.arena = arena};
    View text = mended(arena, without_wrapping(script));
    if (!text.data)
        return error_memory(error);
    Error fault = {0};
    Code code = json_value_parse(text, "JSON-LD", 1, &top, &fault);
    if (code == ERROR_MEMORY)
        return error_memory(error);
    if (code != OK)
        return OK;
    collect(&graph, top);
    bool taken = false;
    for (size_t i = 0; i < graph.objects.count && !graph.failed; i++) {
        const JsonValue *object = graph.objects.items[i];
        if (is_article(object) && !taken) {
            taken = true;
            graph.failed = !take_article(arena, &graph, object, facts);
        } else {
            graph.failed = !take_rest(arena, object, facts);
        }
    }
    json_value_free(top);
    return graph.failed ? error_memory(error) : OK;
}
