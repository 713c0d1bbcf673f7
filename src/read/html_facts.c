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
    bool forum;             /* its writers are members, its text is a post */
    bool failed;
} Visible;

static View longest_part(View title);
static size_t words_in(View text);

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
    if (line_unchanged(class).length < class.length || line_unchanged(item).length < item.length || !value.length ||
        line_of_member(value))
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
    bool better = sure ? !visible->sure || text.length > visible->heading.length
                       : first && !visible->sure && text.length > visible->heading.length;
    if (!better || !text.length)
        return;
    visible->heading = text;
    visible->sure = sure;
    visible->title = true;
    visible->since = 0;
}

/* The headline of a page without headings: a line that is what its <title> says beside the outlet. */
static bool is_headline(Visible *visible, View line) {
    if (visible->title || line.length < 12 || !visible->document.data)
        return false;
    return view_equal(longest_part(visible->document), line);
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
    return line_opens(line) && name.length && !(name.data[0] >= 'a' && name.data[0] <= 'z') && words_in(name) <= 6;
}

/* A line close to the headline whose element has no name that tells: "25 January 2020", "By Ann Lee". */
static void look_at_line(Visible *visible, uint32_t node) {
    View line = view_trim(visible->page->nodes.items[node].text);
    HtmlTag around = visible->page->nodes.items[visible->page->nodes.items[node].parent].tag;
    if (around == TAG_TITLE || around == TAG_SCRIPT || around == TAG_SKIP)
        return;
    if (is_headline(visible, line)) {
        visible->heading = line;
        visible->title = true;
        visible->since = 0;
        return;
    }
    bool near = visible->title && line.length && ++visible->since <= LINES_NEAR;
    if (!line.length || (!near && !visible->forum))
        return;
    View whole = line_of(visible, visible->page->nodes.items[node].parent);
    if (near && is_byline(whole) && !is_broken(visible->page, visible->page->nodes.items[node].parent))
        offer_author(visible, whole, RANK_VISIBLE + 6);
    else if (near && is_byline(line))
        offer_author(visible, line, RANK_VISIBLE + 6);
    if (line.length <= LINE_LETTERS && !view_ends(line, VIEW(".")))
        offer_date(visible, node, line, RANK_VISIBLE + 8);
    else if (near && whole.data && !view_ends(whole, VIEW(".")))
        offer_date(visible, node, whole, RANK_VISIBLE + 9);
}

static void look_at(Visible *visible, uint32_t node) {
    const HtmlPage *page = visible->page;
    HtmlTag tag = page->nodes.items[node].tag;
    if (tag == TAG_TEXT)
        look_at_line(visible, node);
    if (tag == TAG_TEXT || tag == TAG_SKIP || tag == TAG_SCRIPT)
        return;
    if (tag == TAG_TITLE && !visible->document.data)
        visible->document = html_text(visible->arena, page, node);
    if (tag == TAG_H1 || (tag > TAG_H1 && tag <= TAG_H4))
        look_at_heading(visible, node);
    View class = html_attribute(page, node, "class");
    unsigned named = class.data ? html_names(class) : 0;
    if (tag != TAG_META && tag != TAG_LINK)
        look_at_property(visible, node);
    look_at_dates(visible, node, named);
    look_at_authors(visible, node, named);
    if (view_find(class, VIEW("site-title"), 0) != SIZE_MAX || view_find(class, VIEW("site-name"), 0) != SIZE_MAX)
        visible->failed =
            visible->failed || !html_fact(visible->arena, &visible->facts->outlet, 45, line_of(visible, node));
}

/* --- titles and outlets that hold each other
 * -------------------------------------------------------------------------- */

static const char *const separators[] = {" | ",        " - ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                         " \xC2\xBB ", " :: ", " \xC2\xB7 ",     " : ",
                                         ": ",         " / ",  " \xE2\x80\xA2 ", " \xC2\xAB "};

static View without_separator(View part) {
    static const char marks[] = "|-:/ ";
    bool more = true;
    while (more) {
        View before = part = view_trim(part);
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
            View mark = view_trim(view(separators[i]));
            if (view_starts(part, mark))
                part = view_trim(view_slice(part, mark.length, part.length));
            if (view_ends(part, mark))
                part = view_trim(view_slice(part, 0, part.length - mark.length));
        }
        while (part.length && view_find(VIEW(marks), view_slice(part, 0, 1), 0) != SIZE_MAX)
            part = view_slice(part, 1, part.length);
        more = part.length < before.length;
    }
    return part;
}

/* What the whole has in front of or behind the part: "Outlet - Headline", "Headline | Section | Outlet". Of several
 * pieces the one farthest from the part; data NULL when the part does not stand at an end of it. */
static View beside(View whole, View part) {
    if (!part.data || part.length < 8 || whole.length <= part.length)
        return (View){NULL, 0};
    bool front = view_starts(whole, part);
    if (!front && !view_ends(whole, part))
        return (View){NULL, 0};
    View rest = without_separator(front ? view_slice(whole, part.length, whole.length)
                                        : view_slice(whole, 0, whole.length - part.length));
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        for (size_t at = view_find(rest, view(separators[i]), 0); at != SIZE_MAX;
             at = view_find(rest, view(separators[i]), 0))
            rest = front ? view_slice(rest, at + strlen(separators[i]), rest.length) : view_slice(rest, 0, at);
    return rest.length ? rest : (View){NULL, 0};
}

static size_t words_in(View text) {
    size_t words = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        words += text.data[i] == ' ';
    return words;
}

/* "Headline | Outlet" without the outlet when no heading tells which is which: the longer part is the headline. */
static View longest_part(View title) {
    View best = title;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < 8 && !more; i++) { /* the separators that stand between spaces */
            size_t at = view_find(best, view(separators[i]), 0);
            if (at == SIZE_MAX)
                continue;
            View front = view_slice(best, 0, at), back = view_slice(best, at + strlen(separators[i]), best.length);
            best = words_in(back) > words_in(front) ? back : front;
            more = true;
        }
    }
    return view_trim(best);
}

static bool same(Arena *arena, View a, View b) {
    View first = unicode_fold(arena, a), second = unicode_fold(arena, b);
    return first.data && second.data && first.length && view_equal(first, second);
}

/* The data's headline may be cut short, or have the outlet behind it. */
static void mend_title(HtmlFacts *facts, View heading) {
    View title = facts->title.value;
    View cut = view_ends(title, VIEW("...")) ? view_slice(title, 0, title.length - 3) : title;
    cut = view_trim(view_ends(cut, VIEW("\xE2\x80\xA6")) ? view_slice(cut, 0, cut.length - 3) : cut);
    if (cut.length >= 20 && cut.length < heading.length && view_starts(heading, cut)) {
        facts->title.value = heading;
        return;
    }
    View rest = heading.data ? beside(title, heading) : (View){NULL, 0};
    if (rest.data) {
        facts->title.value = heading;
        return;
    }
    for (size_t i = 0; facts->outlet.value.data && i < sizeof separators / sizeof *separators; i++) {
        View mark = view(separators[i]), outlet = facts->outlet.value;
        if (title.length > mark.length + outlet.length + 8 && view_ends(title, outlet) &&
            view_ends(view_slice(title, 0, title.length - outlet.length), mark))
            facts->title.value = view_slice(title, 0, title.length - outlet.length - mark.length);
    }
}

/* heading: the one that stands in the page's <title>, else the first; document: the <title>. */
static bool choose_title(Arena *arena, HtmlFacts *facts, View heading, View document) {
    if (facts->title.value.data)
        mend_title(facts, heading);
    else if (heading.data && heading.length)
        facts->title = (HtmlFact){heading, RANK_VISIBLE};
    else if (!html_fact(arena, &facts->title, RANK_VISIBLE + 5, longest_part(document)))
        return false;
    View rest = beside(document, facts->title.value);
    if (rest.data && !same(arena, rest, facts->author.value) && !html_fact(arena, &facts->outlet, 48, rest))
        return false;
    return true;
}

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
    fine = fine && !visible.failed && choose_title(arena, facts, visible.heading, visible.document) &&
           html_fact(arena, &facts->outlet, RANK_LAST, host_of(facts->url.value)) &&
           html_fact(arena, &facts->date, RANK_VISIBLE + 10, day_in_url(arena, facts->url.value));
    return fine ? OK : error_memory(error);
}
