/* read/html_facts: a page's head and visible lines -> title, outlet, author, date, address.
 *
 * Every fact has many sources, and each source a rank: what is made for machines and says just this (JSON-LD,
 * OpenGraph, article:*) comes before what says it roughly (meta name="date"), that before what stands in the page for
 * people. A date that tells when the page was changed is never taken for the day of publication.
 */
#include "read/html_facts.h"
#include "read/date.h"
#include "read/html_lines.h"
#include "read/html_names.h"
#include "read/html_titles.h"
#include <string.h>

#define LINES_NEAR     12 /* so many pieces of text behind the headline */
#define LINE_LETTERS   60
#define BYLINE_LETTERS 160 /* bytes of a line with an author or a date */

/* --- one fact ------------------------------------------------------------------------------------------------------
 */

/* Entities and tags in a text that was HTML once more ("Smith &amp;amp; Sons"). */
static View plain(Arena *arena, View value) {
    bool markup = view_find(value, VIEW("&"), 0) != SIZE_MAX || view_find(value, VIEW("<"), 0) != SIZE_MAX;
    HtmlPage page;
    Error fault;
    if (markup && html_parse(arena, value, &page, &fault) != OK)
        return (View){NULL, 0};
    if (markup)
        return html_text(arena, &page, 0);
    page = (HtmlPage){0};
    HtmlNode text = {.tag = TAG_TEXT, .end = 1, .text = value};
    return list_push(arena, &page.nodes, text) ? html_text(arena, &page, 0) : (View){NULL, 0};
}

bool html_fact(Arena *arena, HtmlFact *fact, int rank, View value) {
    value = view_trim(value);
    if (!value.data || !value.length || (fact->value.data && fact->rank <= rank))
        return true;
    value = plain(arena, value);
    if (value.data && value.length)
        *fact = (HtmlFact){value, rank};
    return value.data;
}

/* --- meta ------------------------------------------------------------------------------------------------------------
 */

typedef enum Kind { TITLE, OUTLET, AUTHOR, DATE, ADDRESS, SUMMARY } Kind;

static const struct {
    const char *key; /* name, property or itemprop */
    Kind kind;
    int rank;
} keys[] = {
    {"og:title", TITLE, 20},
    {"twitter:title", TITLE, 24},
    {"headline", TITLE, 22},
    {"parsely-title", TITLE, 23},
    {"sailthru.title", TITLE, 25},
    {"dc.title", TITLE, 26},
    {"dcterms.title", TITLE, 26},
    {"og:site_name", OUTLET, 20},
    {"dc.publisher", OUTLET, 25},
    {"dcterms.publisher", OUTLET, 25},
    {"application-name", OUTLET, 30},
    {"apple-mobile-web-app-title", OUTLET, 35},
    {"cre", OUTLET, 32},
    {"article:author", AUTHOR, 22},
    {"article:author_name", AUTHOR, 21},
    {"author", AUTHOR, 23},
    {"parsely-author", AUTHOR, 20},
    {"byl", AUTHOR, 21},
    {"sailthru.author", AUTHOR, 24},
    {"cxenseparse:author", AUTHOR, 24},
    {"dc.creator", AUTHOR, 25},
    {"dcterms.creator", AUTHOR, 25},
    {"schema:author", AUTHOR, 24},
    {"citation_author", AUTHOR, 26},
    {"article:published_time", DATE, 20},
    {"og:published_time", DATE, 21},
    {"og:article:published_time", DATE, 21},
    {"article:published", DATE, 21},
    {"datepublished", DATE, 22},
    {"parsely-pub-date", DATE, 22},
    {"sailthru.date", DATE, 23},
    {"cxenseparse:recs:publishtime", DATE, 23},
    {"article_date_original", DATE, 23},
    {"dc.date.issued", DATE, 24},
    {"dcterms.issued", DATE, 24},
    {"schema:datepublished", DATE, 22},
    {"dc:issued", DATE, 24},
    {"publish-date", DATE, 25},
    {"article:publish_date", DATE, 23},
    {"article:publication_date", DATE, 23},
    {"sailthru.pubdate", DATE, 24},
    {"pubdate", DATE, 25},
    {"publishdate", DATE, 25},
    {"publication-date", DATE, 25},
    {"citation_publication_date", DATE, 25},
    {"displaydate", DATE, 26},
    {"dc.date.created", DATE, 26},
    {"dcterms.created", DATE, 26},
    {"dc.date", DATE, 27},
    {"dcterms.date", DATE, 27},
    {"date", DATE, 28},
    {"og:url", ADDRESS, 20},
    {"og:description", SUMMARY, 20},
    {"description", SUMMARY, 25},
};

static bool is_address(View value) {
    return view_starts(value, VIEW("http://")) || view_starts(value, VIEW("https://"));
}

static bool take(Arena *arena, HtmlFacts *facts, Kind kind, int rank, View value) {
    switch (kind) {
    case TITLE: return html_fact(arena, &facts->title, rank, value);
    case OUTLET: return is_address(value) || html_fact(arena, &facts->outlet, rank, value);
    case AUTHOR: return is_address(value) || html_fact(arena, &facts->author, rank, value);
    case DATE: return html_fact(arena, &facts->date, rank, date_iso(arena, value));
    case ADDRESS: return !is_address(value) || html_fact(arena, &facts->url, rank, value);
    case SUMMARY:
        if (!facts->summary.data)
            facts->summary = arena_copy(arena, value);
        return true;
    }
    return true;
}

/* Small letters; "dc:date", "dc.date" and "dc-date" are one. */
static bool same_key(View key, const char *wanted) {
    bool same = key.length == strlen(wanted);
    for (size_t i = 0; same && i < key.length; i++) {
        char c = key.data[i] >= 'A' && key.data[i] <= 'Z' ? (char)(key.data[i] + 32) : key.data[i];
        same = (strchr(":.-_", c) ? '.' : c) == (strchr(":.-_", wanted[i]) ? '.' : wanted[i]);
    }
    return same;
}

/* Parse.ly's own: a JSON object with everything. */
static bool take_parsely(Arena *arena, HtmlFacts *facts, View value) {
    JsonValue *page = NULL;
    View text = plain(arena, value);
    if (!text.data)
        return false;
    if (json_value_parse(text, "parsely-page", 1, &page, NULL) != OK)
        return true;
    bool fine = take(arena, facts, TITLE, 23, json_value_text(json_value_member(page, "title"))) &&
                take(arena, facts, AUTHOR, 20, json_value_text(json_value_member(page, "author"))) &&
                take(arena, facts, DATE, 22, json_value_text(json_value_member(page, "pub_date")));
    json_value_free(page);
    return fine;
}

static bool take_key(Arena *arena, HtmlFacts *facts, View key, View value) {
    bool fine = true;
    if (same_key(key, "parsely-page"))
        return take_parsely(arena, facts, value);
    for (size_t i = 0; key.length && i < sizeof keys / sizeof *keys; i++)
        if (same_key(key, keys[i].key))
            fine = fine && take(arena, facts, keys[i].kind, keys[i].rank, value);
    if (view_equal(key, VIEW("og:type")) && view_find(value, VIEW("gallery"), 0) != SIZE_MAX)
        facts->gallery = true;
    return fine;
}

static bool read_meta(Arena *arena, const HtmlPage *page, uint32_t node, HtmlFacts *facts) {
    View content = html_attribute(page, node, "content");
    return !content.data || (take_key(arena, facts, html_attribute(page, node, "property"), content) &&
                             take_key(arena, facts, html_attribute(page, node, "name"), content) &&
                             take_key(arena, facts, html_attribute(page, node, "itemprop"), content));
}

static bool read_link(Arena *arena, const HtmlPage *page, uint32_t node, HtmlFacts *facts) {
    View href = view_trim(html_attribute(page, node, "href"));
    bool canonical = html_has_word(html_attribute(page, node, "rel"), VIEW("canonical"));
    return !canonical || !is_address(href) || html_fact(arena, &facts->url, RANK_JSONLD, href);
}

/* --- what stands in the page -----------------------------------------------------------------------------------------
 */

typedef struct Visible {
    Arena *arena;
    const HtmlPage *page;
    HtmlFacts *facts;
    bool title;             /* the headline was passed */
    View heading, document; /* the best heading so far, the <title> */
    bool sure;              /* the heading stands in the <title> */
    uint32_t since;         /* pieces of text since the headline */
    bool further;           /* a heading behind it: what follows may be of other articles */
    View label;             /* the text in front of the present one */
    bool forum;             /* its writers are members, its text is a post */
    bool failed;
} Visible;

static View line_of(Visible *visible, uint32_t node) {
    size_t bytes = 0;
    const HtmlNode *nodes = visible->page->nodes.items;
    for (uint32_t i = node; i < nodes[node].end && bytes <= 4 * BYLINE_LETTERS; i++)
        bytes += nodes[i].text.length;
    if (bytes > 4 * BYLINE_LETTERS)
        return (View){NULL, 0};
    View line = html_text(visible->arena, visible->page, node);
    visible->failed = visible->failed || !line.data;
    return line.length && line.length <= BYLINE_LETTERS ? line : (View){NULL, 0};
}

static void offer_date(Visible *visible, uint32_t node, View value, int rank) {
    const HtmlPage *page = visible->page;
    View class = html_attribute(page, node, "class"), item = html_attribute(page, node, "itemprop");
    value = line_unchanged(value);
    if (line_of_change(visible->label) || line_unchanged(class).length < class.length ||
        line_unchanged(item).length < item.length || !value.length || line_of_member(value))
        return;
    rank += visible->title ? 0 : 15; /* above the headline mostly today's date stands */
    View date = date_iso(visible->arena, value);
    visible->failed = visible->failed || !html_fact(visible->arena, &visible->facts->date, rank, date);
}

static void offer_author(Visible *visible, View line, int rank) {
    View name = line.data ? line_author(line) : line;
    if (name.data && line_is_name(name) && !is_address(name))
        visible->failed = visible->failed || !html_fact(visible->arena, &visible->facts->author, rank, name);
}

static void look_at_dates(Visible *visible, uint32_t node, unsigned named) {
    const HtmlPage *page = visible->page;
    View datetime = html_attribute(page, node, "datetime"), item = html_attribute(page, node, "itemprop");
    if (html_has_word(item, VIEW("datePublished"))) {
        View value = datetime.data ? datetime : html_attribute(page, node, "content");
        offer_date(visible, node, value.data ? value : line_of(visible, node), 25);
    } else if (page->nodes.items[node].tag == TAG_TIME) {
        offer_date(visible, node, datetime.data && datetime.length >= 8 ? datetime : line_of(visible, node), 45);
    } else if (named & (NAMED_DATE | NAMED_BYLINE)) {
        View line = line_of(visible, node), exact = html_attribute(page, node, "title");
        if ((named & NAMED_DATE) && exact.length >= 10 && exact.data[4] == '-')
            offer_date(visible, node, exact, RANK_VISIBLE - 1);
        if (line.data)
            offer_date(visible, node, line, (named & NAMED_DATE) ? RANK_VISIBLE : RANK_VISIBLE + 2);
    }
}

/* RDFa and microdata on what is shown: <span property="dc:creator">. */
static void look_at_property(Visible *visible, uint32_t node) {
    View names = html_attribute(visible->page, node, "property"), name;
    View content = html_attribute(visible->page, node, "content");
    while (names.data && view_split(&names, ' ', &name)) {
        View value = content.data ? content : line_of(visible, node);
        if (value.data && value.length && view_find(name, VIEW(":"), 0) != SIZE_MAX)
            visible->failed = visible->failed || !take_key(visible->arena, visible->facts, name, value);
    }
}

static bool holds_block(const HtmlPage *page, uint32_t node) {
    for (uint32_t i = node + 1; i < page->nodes.items[node].end; i++)
        if (html_is_block(page->nodes.items[i].tag))
            return true;
    return false;
}

static bool has_any(View names, const char *const *words, size_t count) {
    for (size_t i = 0; names.data && i < count; i++)
        if (html_has_word(names, view(words[i])))
            return true;
    return false;
}

/* The name of whoever wrote a post, as the common systems mark it. */
static bool is_member(const HtmlPage *page, uint32_t node) {
    static const char *const names[] = {"username",    "bigusername",  "username-coloured", "creator",
                                        "post_author", "poster",       "post-username",     "author-name",
                                        "memberlink",  "message-name", "postauthor",        "largetext"};
    return has_any(html_attribute(page, node, "class"), names, sizeof names / sizeof *names);
}

/* By the names of the common systems' parts. */
static bool is_forum(const HtmlPage *page) {
    static const char *const names[] = {
        "phpbb",      "postbit",    "postprofile",     "crawler-post",        "bigusername",
        "topic-body", "tborder",    "postbitlegacy",   "message-userDetails", "post_author",
        "windowbg",   "forumposts", "messageUserInfo", "ipsComment_content"};
    for (uint32_t i = 1; i < page->nodes.count; i++)
        if (page->nodes.items[i].attribute_count &&
            (has_any(html_attribute(page, i, "class"), names, sizeof names / sizeof *names) ||
             has_any(html_attribute(page, i, "id"), names, sizeof names / sizeof *names)))
            return true;
    return false;
}

/* A link to a writer's page, close to the headline. */
static bool is_author_link(const Visible *visible, uint32_t node) {
    static const char *const folders[] = {"/author/",       "/authors/", "/auteur/",    "/auteurs/",
                                          "/autor/",        "/autores/", "/autore/",    "/autoren/",
                                          "/writer/",       "/writers/", "/reporter/",  "/journalist/",
                                          "/journalists/",  "/yazar/",   "/yazarlar/",  "/contributor/",
                                          "/contributors/", "/byline/",  "/@",          "/profile/",
                                          "/profiles/",     "/user/",    "/users/",     "/staff/",
                                          "/staff_name/",   "/team/",    "/columnist/", "/columnists/"};
    static const char *const others[] = {"posts", "articles", "stories", "More ", "All ", "View ", "Follow"};
    View href = html_attribute(visible->page, node, "href");
    bool found = false;
    if (visible->page->nodes.items[node].tag != TAG_A || !visible->title || visible->since > LINES_NEAR || !href.data)
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        found = found || view_find(href, view(folders[i]), 0) != SIZE_MAX;
    View line = found ? html_text(visible->arena, visible->page, node) : href;
    size_t words = html_words(line);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        found = found && view_find(line, view(others[i]), 0) == SIZE_MAX;
    return found && words > 1 && words <= 5 && line_is_names(line);
}

static void look_at_authors(Visible *visible, uint32_t node, unsigned named) {
    const HtmlPage *page = visible->page;
    View item = html_attribute(page, node, "itemprop");
    HtmlTag tag = page->nodes.items[node].tag;
    if (tag == TAG_META || tag == TAG_LINK)
        return;
    if (visible->forum && is_member(page, node))
        offer_author(visible, line_of(visible, node), RANK_VISIBLE - 2);
    else if (html_has_word(item, VIEW("author")) && !holds_block(page, node))
        offer_author(visible, line_of(visible, node), 30);
    else if (html_has_word(html_attribute(page, node, "rel"), VIEW("author")))
        offer_author(visible, line_of(visible, node), 34);
    else if (is_author_link(visible, node))
        offer_author(visible, line_of(visible, node), RANK_VISIBLE + 4);
    else if ((named & NAMED_BYLINE) && visible->title) {
        View line = line_of(visible, node);
        bool author = named & NAMED_AUTHOR;
        if (line.data && (author || line_opens(line)))
            offer_author(visible, line, author ? RANK_VISIBLE : RANK_VISIBLE + 3);
    }
}

/* The longest heading that begins or ends the <title>; without one the longest <h1>. */
static void look_at_heading(Visible *visible, uint32_t node) {
    bool first = visible->page->nodes.items[node].tag == TAG_H1;
    View text = html_text(visible->arena, visible->page, node);
    bool sure = text.length >= 12 && visible->document.data &&
                (view_starts(visible->document, text) || view_ends(visible->document, text));
    visible->failed = visible->failed || !text.data;
    visible->further = visible->title;
    bool better = sure ? !visible->sure || text.length > visible->heading.length
                       : first && !visible->sure && text.length > visible->heading.length;
    if (!better || !text.length)
        return;
    visible->heading = text;
    visible->sure = sure;
    visible->title = true;
    visible->further = false;
    visible->since = 0;
}

/* The headline of a page without headings: a line that is what its <title> says beside the outlet. */
static bool is_headline(Visible *visible, View line) {
    if (visible->title || line.length < 12 || !visible->document.data)
        return false;
    return view_equal(html_longest_part(visible->document), line);
}

/* Its text is several lines. */
static bool is_broken(const HtmlPage *page, uint32_t node) {
    for (uint32_t i = node + 1; i < page->nodes.items[node].end; i++)
        if (page->nodes.items[i].tag == TAG_BR)
            return true;
    return false;
}

/* "By the river" is none, and "By Monday the town was empty, said those who left" neither. */
static bool is_byline(View line) {
    View name = line_author(line);
    return (line_opens(line) || line_opens_softly(line)) && name.length &&
           !(name.data[0] >= 'a' && name.data[0] <= 'z') && (html_words(name) <= 6 || line_is_names(name));
}

/* The <title> ends or begins with it, and it is not the headline: "The Harbour Post" in front of a writer's name. */
static bool is_outlet(const Visible *visible, View line) {
    View document = view_trim(visible->document);
    return line.length > 3 && document.data && (view_ends(document, line) || view_starts(document, line)) &&
           view_find(visible->heading, line, 0) == SIZE_MAX;
}

/* "By Ann Lee", "25 January 2020", by themselves or with more around them; a name behind a label. */
static void offer_line(Visible *visible, uint32_t node, View line, View whole) {
    bool dated = line.length <= LINE_LETTERS && !view_ends(line, VIEW("."));
    if (is_byline(whole) && !is_broken(visible->page, visible->page->nodes.items[node].parent))
        offer_author(visible, whole, RANK_VISIBLE + 6);
    else if (is_byline(line))
        offer_author(visible, line, RANK_VISIBLE + 6);
    else if (line_is_label(visible->label) && dated && html_words(line) <= 6 &&
             !(line.data[0] >= 'a' && line.data[0] <= 'z'))
        offer_author(visible, line, RANK_VISIBLE + 5);
    if (dated && is_outlet(visible, visible->label) && html_words(line) > 1 && html_words(line) <= 5 &&
        line_is_names(line))
        offer_author(visible, line, RANK_VISIBLE + 7);
    if (!dated && whole.data && !view_ends(whole, VIEW(".")))
        offer_date(visible, node, whole, RANK_VISIBLE + 9);
}

/* Below the text, before any other heading: "Posted by Ann Lee on January 25, 2020 at 09:15". */
static void offer_foot(Visible *visible, uint32_t node, View whole) {
    if (!is_byline(whole) || !date_iso(visible->arena, whole).data)
        return;
    offer_author(visible, whole, RANK_VISIBLE + 12);
    offer_date(visible, node, whole, RANK_VISIBLE + 12);
}

/* A line whose element has no name that tells. The headline itself tells nothing: "... from 8 to 14 August 2004". */
static void look_at_line(Visible *visible, uint32_t node) {
    View line = view_trim(visible->page->nodes.items[node].text);
    uint32_t parent = visible->page->nodes.items[node].parent;
    HtmlTag around = visible->page->nodes.items[parent].tag;
    if (around == TAG_TITLE || around == TAG_SCRIPT || around == TAG_SKIP || !line.length)
        return;
    if (is_headline(visible, line)) {
        visible->heading = line;
        visible->title = true;
        visible->further = false;
        visible->since = 0;
        return;
    }
    bool said = line_of_publication(line) || line_of_publication(visible->label);
    if (!visible->title && said && line.length <= LINE_LETTERS)
        offer_date(visible, node, line, RANK_VISIBLE + 4);
    bool near = visible->title && ++visible->since <= LINES_NEAR;
    bool headline = visible->title && view_find(visible->heading, line, 0) != SIZE_MAX && line.length > 11;
    if (headline || (!near && !visible->forum && (!visible->title || visible->further)))
        return;
    View whole = line_of(visible, parent);
    if (near)
        offer_line(visible, node, line, whole);
    else if (whole.data && !visible->forum)
        offer_foot(visible, node, whole);
    if ((near || visible->forum) && line.length <= LINE_LETTERS && !view_ends(line, VIEW(".")))
        offer_date(visible, node, line, RANK_VISIBLE + 8);
}

/* Other names of an element: its id, and what tests find it by. */
static unsigned hook_names(const HtmlPage *page, uint32_t node) {
    static const char *const names[] = {"id", "data-hook", "data-qa", "data-testid"};
    unsigned named = 0;
    for (size_t i = 0; page->nodes.items[node].attribute_count && i < sizeof names / sizeof *names; i++) {
        View name = html_attribute(page, node, names[i]);
        named |= name.data ? html_names(name) & (NAMED_BYLINE | NAMED_AUTHOR | NAMED_DATE) : 0;
    }
    return named;
}

static void look_at(Visible *visible, uint32_t node) {
    const HtmlPage *page = visible->page;
    HtmlTag tag = page->nodes.items[node].tag;
    if (tag == TAG_TEXT) {
        look_at_line(visible, node);
        View line = view_trim(page->nodes.items[node].text);
        visible->label = line.length ? line : visible->label;
    }
    if (tag == TAG_TEXT || tag == TAG_SKIP || tag == TAG_SCRIPT)
        return;
    if (tag == TAG_TITLE && !visible->document.data)
        visible->document = html_text(visible->arena, page, node);
    if (tag == TAG_H1 || (tag > TAG_H1 && tag <= TAG_H4))
        look_at_heading(visible, node);
    View class = html_attribute(page, node, "class");
    unsigned named = (class.data ? html_names(class) : 0) | hook_names(page, node);
    if (tag != TAG_META && tag != TAG_LINK)
        look_at_property(visible, node);
    look_at_dates(visible, node, named);
    look_at_authors(visible, node, named);
    if (view_find(class, VIEW("site-title"), 0) != SIZE_MAX || view_find(class, VIEW("site-name"), 0) != SIZE_MAX)
        visible->failed =
            visible->failed || !html_fact(visible->arena, &visible->facts->outlet, 45, line_of(visible, node));
}

/* --- the whole ------------------------------------------------------------------------------------------------------
 */

static View host_of(View url) {
    size_t at = view_find(url, VIEW("://"), 0);
    if (!url.data || at == SIZE_MAX)
        return (View){NULL, 0};
    View host = view_slice(url, at + 3, url.length);
    size_t end = view_find(host, VIEW("/"), 0);
    host = view_slice(host, 0, end == SIZE_MAX ? host.length : end);
    return view_starts(host, VIEW("www.")) ? view_slice(host, 4, host.length) : host;
}

/* The day in an address: ".../2020/01/25/...", "...-2020-01-25.html", ".../20200125-...". */
static View day_in_url(Arena *arena, View url) {
    for (size_t i = 0; url.data && i + 11 < url.length; i++) {
        View part = view_slice(url, i, i + 12);
        bool opens = strchr("/-_=", part.data[0]), slashes = part.data[5] == '/' && part.data[8] == '/';
        bool hyphens = part.data[5] == '-' && part.data[8] == '-';
        long number;
        View day = {NULL, 0};
        if (opens && (slashes || hyphens) && strchr("/-_.?&", part.data[11]))
            day = date_iso(arena, view_slice(part, 1, 11));
        else if (part.data[0] == '/' && strchr("/-_.", part.data[9]) && view_to_long(view_slice(part, 1, 9), &number))
            day = date_iso(arena, view_slice(part, 1, 9));
        if (day.data)
            return day;
    }
    return (View){NULL, 0};
}

Code html_facts(Arena *arena, const HtmlPage *page, HtmlFacts *facts, Error *error) {
    Visible visible = {.arena = arena, .page = page, .facts = facts, .forum = is_forum(page)};
    Code code = OK;
    bool fine = true;
    for (uint32_t i = 1; i < page->nodes.count && fine && code == OK && !visible.failed; i++) {
        HtmlTag tag = page->nodes.items[i].tag;
        if (tag == TAG_META)
            fine = read_meta(arena, page, i, facts);
        else if (tag == TAG_LINK || tag == TAG_A)
            fine = read_link(arena, page, i, facts);
        if (tag == TAG_SCRIPT && page->nodes.items[i].end > i + 1)
            code = html_jsonld(arena, page->nodes.items[i + 1].text, facts, error);
        else
            look_at(&visible, i);
    }
    if (code != OK)
        return code;
    fine = fine && !visible.failed && html_choose_title(arena, facts, visible.heading, visible.document) &&
           html_fact(arena, &facts->outlet, RANK_LAST, host_of(facts->url.value)) &&
           html_fact(arena, &facts->date, RANK_VISIBLE + 10, day_in_url(arena, facts->url.value));
    html_mend_author(facts);
    return fine ? OK : error_memory(error);
}
