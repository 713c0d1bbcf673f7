/* read/html_tree: UTF-8 HTML -> nodes in the order of the text.
 *
 * The only file that knows libxml2: its parser tells elements and text one by one (SAX) and mends broken mark-up on the
 * way. Its own tree would end at a depth of 256 and lose what comes behind; its push mode ends at the first end tag
 * that leaves nothing open (</html>, or a stray </div> at the top), which real pages have in their middle. Nothing here
 * recurses, so that depth costs nothing. Left out: comments, styles, scripts other than JSON-LD, attributes that no
 * later step reads, named characters without their semicolon.
 */
#include "read/html_tree.h"
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#define MAX_NODES ((uint32_t)2000000)

typedef struct TagName {
    const char *name;
    HtmlTag tag;
} TagName;

/* By name, for bsearch. */
static const TagName tags[] = {
    {"a", TAG_A},
    {"address", TAG_ADDRESS},
    {"amp-ad", TAG_SKIP},
    {"amp-consent", TAG_SKIP},
    {"amp-embed", TAG_SKIP},
    {"amp-img", TAG_IMAGE},
    {"amp-sidebar", TAG_NAV},
    {"article", TAG_ARTICLE},
    {"aside", TAG_ASIDE},
    {"blockquote", TAG_BLOCKQUOTE},
    {"body", TAG_BODY},
    {"br", TAG_BR},
    {"button", TAG_BUTTON},
    {"canvas", TAG_SKIP},
    {"center", TAG_DIV},
    {"datalist", TAG_SKIP},
    {"dd", TAG_LI},
    {"details", TAG_DIV},
    {"dialog", TAG_SKIP},
    {"div", TAG_DIV},
    {"dl", TAG_LIST},
    {"dt", TAG_LI},
    {"fieldset", TAG_DIV},
    {"figcaption", TAG_FIGCAPTION},
    {"figure", TAG_FIGURE},
    {"footer", TAG_FOOTER},
    {"form", TAG_FORM},
    {"h1", TAG_H1},
    {"h2", TAG_H2},
    {"h3", TAG_H3},
    {"h4", TAG_H4},
    {"h5", TAG_H5},
    {"h6", TAG_H6},
    {"head", TAG_HEAD},
    {"header", TAG_HEADER},
    {"hgroup", TAG_DIV},
    {"hr", TAG_DIV},
    {"html", TAG_HTML},
    {"iframe", TAG_SKIP},
    {"img", TAG_IMAGE},
    {"input", TAG_SKIP},
    {"label", TAG_SKIP},
    {"legend", TAG_SKIP},
    {"li", TAG_LI},
    {"link", TAG_LINK},
    {"main", TAG_MAIN},
    {"map", TAG_SKIP},
    {"math", TAG_SKIP},
    {"menu", TAG_NAV},
    {"meta", TAG_META},
    {"nav", TAG_NAV},
    {"noscript", TAG_SKIP},
    {"object", TAG_SKIP},
    {"ol", TAG_LIST},
    {"option", TAG_SKIP},
    {"p", TAG_P},
    {"picture", TAG_SKIP},
    {"pre", TAG_PRE},
    {"script", TAG_SCRIPT},
    {"section", TAG_SECTION},
    {"select", TAG_SKIP},
    {"style", TAG_SKIP},
    {"summary", TAG_DIV},
    {"svg", TAG_SKIP},
    {"table", TAG_TABLE},
    {"tbody", TAG_DIV},
    {"td", TAG_TD},
    {"template", TAG_SKIP},
    {"textarea", TAG_SKIP},
    {"tfoot", TAG_DIV},
    {"th", TAG_TD},
    {"thead", TAG_DIV},
    {"time", TAG_TIME},
    {"title", TAG_TITLE},
    {"tr", TAG_TR},
    {"ul", TAG_LIST},
    {"video", TAG_SKIP},
};

static const char *const kept_attributes[] = {
    "aria-hidden", "class",    "content",  "data-hook", "data-qa",  "data-testid", "datetime", "hidden", "href",
    "id",          "itemprop", "itemtype", "name",      "property", "rel",         "role",     "style",  "type"};

typedef struct Building {
    Arena *arena;
    HtmlPage *page;
    Buffer text; /* of the node that text is being added to */
    uint32_t open;
    bool failed;
    xmlParserCtxtPtr parser;
} Building;

static int compare_tags(const void *a, const void *b) {
    return strcmp(((const TagName *)a)->name, ((const TagName *)b)->name);
}

static HtmlTag tag_of(const char *name) {
    TagName key = {name, TAG_OTHER};
    const TagName *found = bsearch(&key, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_tags);
    return found ? found->tag : TAG_OTHER;
}

static void fail(Building *building) {
    building->failed = true;
    xmlStopParser(building->parser);
}

static bool add(Building *building, HtmlNode node) {
    HtmlPage *page = building->page;
    if (page->nodes.count >= MAX_NODES) {
        page->cut = true;
        return false;
    }
    node.parent = building->open;
    if (list_push(building->arena, &page->nodes, node))
        return true;
    fail(building);
    return false;
}

/* The script's text is wanted only when it is data about the page. */
static bool is_wanted(const Building *building) {
    const HtmlNode *open = &building->page->nodes.items[building->open];
    if (open->tag == TAG_SKIP)
        return false;
    return open->tag != TAG_SCRIPT ||
           view_find(html_attribute(building->page, building->open, "type"), VIEW("json"), 0) != SIZE_MAX;
}

static void end_text(Building *building) {
    if (building->text.failed)
        fail(building);
    if (building->failed || building->text.length == 0)
        return;
    View text = arena_copy(building->arena, buffer_view(&building->text));
    buffer_clear(&building->text);
    if (!text.data)
        fail(building);
    else if (add(building, (HtmlNode){.tag = TAG_TEXT, .text = text}))
        building->page->nodes.items[building->page->nodes.count - 1].end = (uint32_t)building->page->nodes.count;
}

static void on_text(void *user, const xmlChar *text, int length) {
    Building *building = user;
    if (!building->failed && length > 0 && is_wanted(building))
        buffer_append(&building->text, (View){(const char *)text, (size_t)length});
}

static bool add_attributes(Building *building, const xmlChar **pairs, HtmlNode *node) {
    HtmlPage *page = building->page;
    node->first_attribute = (uint32_t)page->attributes.count;
    for (size_t i = 0; pairs && pairs[i]; i += 2) {
        const char *name = NULL;
        for (size_t j = 0; j < sizeof kept_attributes / sizeof *kept_attributes && !name; j++)
            if (strcmp((const char *)pairs[i], kept_attributes[j]) == 0)
                name = kept_attributes[j];
        if (!name)
            continue;
        View value = arena_copy(building->arena, pairs[i + 1] ? view((const char *)pairs[i + 1]) : VIEW(""));
        if (!value.data || !list_push(building->arena, &page->attributes, (HtmlAttribute){name, value}))
            return false;
        node->attribute_count++;
    }
    return true;
}

static void on_start(void *user, const xmlChar *name, const xmlChar **pairs) {
    Building *building = user;
    end_text(building);
    HtmlNode node = {.tag = tag_of((const char *)name)};
    if (building->failed)
        return;
    if (!add_attributes(building, pairs, &node))
        fail(building);
    else if (add(building, node))
        building->open = (uint32_t)building->page->nodes.count - 1;
}

/* The parser closes what it opened, in order; behind the cut only what was kept is closed. */
static void on_end(void *user, const xmlChar *name) {
    Building *building = user;
    end_text(building);
    HtmlPage *page = building->page;
    if (building->failed || building->open == 0)
        return;
    if (page->cut && page->nodes.items[building->open].tag != tag_of((const char *)name))
        return;
    page->nodes.items[building->open].end = (uint32_t)page->nodes.count;
    building->open = page->nodes.items[building->open].parent;
}

static void on_fault(void *user, const char *format, ...) {
    (void)user; /* broken mark-up is the rule: the parser goes on */
    (void)format;
}

static Code feed(Building *building, View text, Error *error) {
    htmlSAXHandler handler = {.startElement = on_start,
                              .endElement = on_end,
                              .characters = on_text,
                              .cdataBlock = on_text,
                              .ignorableWhitespace = on_text,
                              .warning = on_fault,
                              .error = on_fault,
                              .fatalError = on_fault};
    building->parser = htmlCreateMemoryParserCtxt(text.data, (int)text.length);
    if (!building->parser)
        return error_memory(error);
    htmlSAXHandlerPtr own = building->parser->sax;
    building->parser->sax = &handler;
    building->parser->userData = building;
    htmlCtxtUseOptions(building->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    if (xmlSwitchEncoding(building->parser, XML_CHAR_ENCODING_UTF8) != 0)
        building->failed = true;
    else
        htmlParseDocument(building->parser);
    building->failed = building->failed || building->parser->errNo == XML_ERR_NO_MEMORY;
    end_text(building);
    bool failed = building->failed;
    building->parser->sax = own;
    htmlFreeParserCtxt(building->parser);
    return failed ? error_memory(error) : OK;
}

Code html_parse(Arena *arena, View text, HtmlPage *page, Error *error) {
    *page = (HtmlPage){0};
    Building building = {.arena = arena, .page = page};
    if (!list_push(arena, &page->nodes, (HtmlNode){.tag = TAG_HTML}))
        return error_memory(error);
    buffer_init(&building.text, LIMIT_REPORT_BYTES * 2);
    Code code = feed(&building, text, error);
    buffer_free(&building.text);
    for (uint32_t open = building.open;; open = page->nodes.items[open].parent) {
        page->nodes.items[open].end = (uint32_t)page->nodes.count;
        if (open == 0)
            return code;
    }
}

View html_attribute(const HtmlPage *page, uint32_t node, const char *name) {
    const HtmlNode *found = &page->nodes.items[node];
    for (uint32_t i = 0; i < found->attribute_count; i++) {
        const HtmlAttribute *attribute = &page->attributes.items[found->first_attribute + i];
        if (strcmp(attribute->name, name) == 0)
            return attribute->value;
    }
    return (View){NULL, 0};
}

bool html_has_word(View list, View word) {
    View part;
    while (view_split(&list, ' ', &part))
        if (view_equal_folded(part, word))
            return true;
    return false;
}

bool html_is_block(HtmlTag tag) {
    switch (tag) {
    case TAG_OTHER:
    case TAG_TEXT:
    case TAG_A:
    case TAG_BR:
    case TAG_BUTTON:
    case TAG_IMAGE:
    case TAG_LINK:
    case TAG_META:
    case TAG_SCRIPT:
    case TAG_SKIP:
    case TAG_TIME: return false;
    default: return true;
    }
}

View html_text(Arena *arena, const HtmlPage *page, uint32_t node) {
    size_t length = 0;
    uint32_t end = page->nodes.items[node].end;
    for (uint32_t i = node; i < end; i++)
        length += page->nodes.items[i].text.length + 1;
    char *out = arena_take(arena, length + 1);
    View text = {out, 0};
    for (uint32_t i = node; out && i < end; i++) {
        View part = page->nodes.items[i].text;
        if (html_is_block(page->nodes.items[i].tag) && text.length && out[text.length - 1] != ' ')
            out[text.length++] = ' ';
        for (size_t position = 0; position < part.length;) {
            size_t start = position;
            bool space = unicode_is_space(utf8_next(part, &position));
            if (!space)
                memcpy(out + text.length, part.data + start, position - start);
            else if (text.length && out[text.length - 1] != ' ')
                out[text.length] = ' ';
            else
                continue;
            text.length += space ? 1 : position - start;
        }
    }
    return out ? view_trim(text) : text;
}
