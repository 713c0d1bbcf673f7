/* read/html_marks: a page's nodes -> which of them are menus, related links, captions, comments, and why.
 *
 * The names of an element (class, id, role, tag) accuse it; the text in it can acquit it: a wrapper that holds the body
 * or most of the page's sentences is no sidebar, whatever it is called. Rows of cards (a linked heading, perhaps a
 * line of text, three or more side by side) go by their shape, since not every system names them.
 */
#include "read/html_marks.h"
#include "read/html_names.h"
#include "read/html_talk.h"

#define BYLINE_WORDS  40 /* a longer byline or date is a wrapper */
#define CAPTION_WORDS 60
#define OFFER_WORDS   90
#define CARD_WORDS    70
#define CARDS         3

bool html_is_prose(const HtmlBlock *block, bool few) {
    if (block->link_letters * 5 > block->letters * 2 || block->talk)
        return false;
    uint32_t least = few ? 3 : 8;
    return block->words >= least && (block->sentence || block->words >= 20);
}

bool html_same_words(Arena *arena, View a, View b) {
    if (!a.data || !b.data || a.length > 1000 || b.length > 2 * a.length + 8 || a.length > 2 * b.length + 8)
        return false;
    View first = unicode_fold(arena, a), second = unicode_fold(arena, b);
    return first.data && second.data && first.length && view_equal(first, second);
}

/* --- what the page says of an element ---------------------------------------------------------------------------- */

static unsigned role_means(View role) {
    static const char *const junk[] = {"navigation",  "banner", "contentinfo", "search",  "dialog",
                                       "alertdialog", "menu",   "menubar",     "toolbar", "tablist"};
    for (size_t i = 0; i < sizeof junk / sizeof *junk; i++)
        if (view_equal_folded(role, view(junk[i])))
            return NAMED_JUNK;
    return view_equal_folded(role, VIEW("complementary")) ? NAMED_DOUBTFUL : 0;
}

static unsigned tag_means(const HtmlPage *page, uint32_t node) {
    const HtmlNode *nodes = page->nodes.items;
    switch (nodes[node].tag) {
    case TAG_NAV: return NAMED_JUNK;
    case TAG_ASIDE:
    case TAG_FORM:
    case TAG_HEADER: return NAMED_DOUBTFUL;
    case TAG_FOOTER: return nodes[nodes[node].parent].tag == TAG_BLOCKQUOTE ? 0 : NAMED_DOUBTFUL;
    case TAG_FIGCAPTION: return NAMED_CAPTION;
    case TAG_ADDRESS: return NAMED_BYLINE;
    default: return 0;
    }
}

/* style without white space would be more letters than it is worth: both usual spellings. */
static bool is_hidden(const HtmlPage *page, uint32_t node) {
    View style = html_attribute(page, node, "style");
    return html_attribute(page, node, "hidden").data ||
           view_equal_folded(html_attribute(page, node, "aria-hidden"), VIEW("true")) ||
           (style.data && (view_find(style, VIEW("display:none"), 0) != SIZE_MAX ||
                           view_find(style, VIEW("display: none"), 0) != SIZE_MAX));
}

static void name_node(HtmlLook *look, uint32_t node) {
    const HtmlPage *page = look->page;
    HtmlMark *mark = &look->marks[node];
    HtmlTag tag = page->nodes.items[node].tag;
    View class = html_attribute(page, node, "class"), item = html_attribute(page, node, "itemprop");
    mark->hint = 1;
    if (tag == TAG_TEXT)
        return;
    mark->named = html_names(class) | html_names(html_attribute(page, node, "id"));
    if (tag == TAG_HTML || tag == TAG_BODY) {
        mark->named &= NAMED_LIVE;
        return;
    }
    mark->named |= role_means(html_attribute(page, node, "role")) | tag_means(page, node);
    if (view_find(html_attribute(page, node, "itemtype"), VIEW("Comment"), 0) != SIZE_MAX ||
        html_has_word(item, VIEW("comment")))
        mark->named |= NAMED_JUNK;
    if (look->hints->paywall.data && html_has_word(class, look->hints->paywall))
        mark->named = (mark->named & ~(unsigned)(NAMED_JUNK | NAMED_DOUBTFUL)) | NAMED_BODY;
    if (tag == TAG_ARTICLE)
        mark->hint = 1.15f;
    if (tag == TAG_MAIN || view_equal_folded(html_attribute(page, node, "role"), VIEW("main")))
        mark->hint = 1.1f;
    if (html_has_word(item, VIEW("articleBody"))) {
        mark->named |= NAMED_BODY;
        mark->hint = 1.6f;
    } else if ((mark->named & NAMED_BODY) && !(mark->named & NAMED_JUNK)) {
        mark->hint = 1.4f;
    }
}

/* --- how much text is in it ----------------------------------------------------------------------------------------
 */

/* Adds each node's figures to its parent's; children stand behind their parents. */
static void sum_up(HtmlLook *look) {
    for (uint32_t i = (uint32_t)look->page->nodes.count - 1; i > 0; i--) {
        HtmlMark *mark = &look->marks[i], *parent = &look->marks[look->page->nodes.items[i].parent];
        parent->prose += mark->prose;
        parent->other += mark->other;
        parent->links += mark->links;
        parent->prose_links += mark->prose_links;
        parent->talk += mark->talk;
        parent->headings += mark->headings;
        parent->linked_headings += mark->linked_headings;
    }
}

static void count_blocks(HtmlLook *look) {
    for (uint32_t i = 0; i < look->page->nodes.count; i++) {
        HtmlMark *mark = &look->marks[i];
        mark->prose = mark->other = mark->links = mark->prose_links = mark->talk = mark->headings =
            mark->linked_headings = 0;
    }
    for (size_t i = 0; i < look->blocks.count; i++) {
        const HtmlBlock *block = &look->blocks.items[i];
        HtmlMark *mark = &look->marks[block->node];
        if (html_dropped(look, block))
            continue;
        bool heading = html_heading(look->page->nodes.items[block->node].tag) > 0;
        uint32_t links = block->letters ? block->words * block->link_letters / block->letters : 0;
        if (block->talk)
            mark->talk += block->words;
        if (!heading && html_is_prose(block, false)) {
            mark->prose += block->words;
            mark->prose_links += links;
            continue;
        }
        mark->other += block->words;
        mark->links += links;
        mark->headings += heading;
        mark->linked_headings += heading && block->link_letters * 2 > block->letters;
    }
    sum_up(look);
}

static bool is_body(const HtmlLook *look, uint32_t node) {
    unsigned named = look->marks[node].named;
    return (named & NAMED_BODY) && !(named & NAMED_JUNK) && look->marks[node].prose;
}

/* The heading that is the article's: the one with its title, else the last <h1>; 0 for none. */
static uint32_t title_node(const HtmlLook *look) {
    uint32_t title = 0;
    for (size_t i = 0; i < look->blocks.count; i++) {
        const HtmlBlock *block = &look->blocks.items[i];
        HtmlTag tag = look->page->nodes.items[block->node].tag;
        if (html_heading(tag) && html_same_words(look->arena, block->text, look->hints->title))
            return block->node;
        title = tag == TAG_H1 ? block->node : title;
    }
    return title;
}

static void count_elements(HtmlLook *look) {
    for (uint32_t i = (uint32_t)look->page->nodes.count - 1; i > 0; i--) {
        HtmlMark *mark = &look->marks[i], *parent = &look->marks[look->page->nodes.items[i].parent];
        HtmlTag tag = look->page->nodes.items[i].tag;
        parent->titles += mark->titles + (tag == TAG_H1);
        parent->images += mark->images + (tag == TAG_IMAGE);
        parent->quotes += mark->quotes + (tag == TAG_BLOCKQUOTE || tag == TAG_TABLE || tag == TAG_PRE);
    }
}

/* Of the nodes that are named as body those count that hold about as much as the fullest. */
static void look_inside(HtmlLook *look) {
    uint32_t fullest = 0, title = title_node(look);
    for (uint32_t i = 1; i < look->page->nodes.count; i++)
        if (is_body(look, i) && look->marks[i].prose > fullest)
            fullest = look->marks[i].prose;
    for (uint32_t i = 1; i < look->page->nodes.count; i++)
        look->marks[i].in_body = look->marks[look->page->nodes.items[i].parent].in_body ||
                                 (is_body(look, i) && look->marks[i].prose * 3 >= fullest);
    for (uint32_t i = (uint32_t)look->page->nodes.count - 1; i > 0; i--) {
        HtmlMark *mark = &look->marks[i], *parent = &look->marks[look->page->nodes.items[i].parent];
        mark->body_inside = mark->body_inside || (mark->in_body && !parent->in_body);
        mark->title_inside = mark->title_inside || i == title;
        parent->body_inside = parent->body_inside || mark->body_inside;
        parent->title_inside = parent->title_inside || mark->title_inside;
    }
}

/* --- judgement ------------------------------------------------------------------------------------------------------
 */

/* Text below a picture, whatever its element is called. */
static bool is_caption(const HtmlLook *look, uint32_t node) {
    const HtmlMark *mark = &look->marks[node];
    bool few = mark->prose + mark->other <= CAPTION_WORDS;
    if (mark->named & NAMED_CAPTION)
        return mark->prose * 2 <= look->marks[0].prose;
    if (look->page->nodes.items[node].tag == TAG_FIGURE)
        return few && !mark->quotes;
    return (mark->named & NAMED_PICTURE) && mark->images && few && !mark->quotes &&
           mark->prose * 2 <= look->marks[0].prose;
}

/* A box with an offer in it is an offer as a whole. */
static bool is_offer(const HtmlLook *look, uint32_t node) {
    const HtmlMark *mark = &look->marks[node];
    HtmlTag tag = look->page->nodes.items[node].tag;
    bool box = tag == TAG_DIV || tag == TAG_SECTION || tag == TAG_FIGURE || tag == TAG_LIST || tag == TAG_TABLE;
    return box && mark->talk * 3 >= mark->prose + mark->other && mark->prose + mark->other <= OFFER_WORDS &&
           mark->prose * 2 <= look->marks[0].prose;
}

static HtmlDrop judge(const HtmlLook *look, uint32_t node) {
    const HtmlMark *mark = &look->marks[node];
    uint32_t total = look->marks[0].prose, words = mark->prose + mark->other;
    bool title = mark->title_inside, header = look->page->nodes.items[node].tag == TAG_HEADER;
    if (mark->body_inside || words == 0)
        return KEPT;
    if (is_hidden(look->page, node) && mark->prose * 2 <= total)
        return DROP_HIDDEN;
    if ((mark->named & NAMED_JUNK) && !(title && mark->prose) && mark->prose * 10 <= total * 9)
        return DROP_JUNK;
    if ((mark->named & NAMED_DOUBTFUL) && !(mark->named & NAMED_STANDFIRST) && mark->prose * 10 <= total * 3 &&
        !(title && (header || mark->prose)))
        return DROP_JUNK;
    if (!look->gallery && !title && is_caption(look, node))
        return DROP_CAPTION;
    if ((mark->named & NAMED_BYLINE) && words <= BYLINE_WORDS && !title)
        return DROP_BYLINE;
    if ((mark->named & NAMED_DATE) && words <= BYLINE_WORDS && !title && !look->live)
        return DROP_BYLINE;
    return !title && is_offer(look, node) ? DROP_JUNK : KEPT;
}

/* Whether the node's first letter stands in a link. */
static bool begins_with_link(const HtmlPage *page, uint32_t node) {
    const HtmlNode *nodes = page->nodes.items;
    for (uint32_t i = node + 1; i < nodes[node].end; i++)
        if (nodes[i].tag == TAG_TEXT && view_trim(nodes[i].text).length) {
            while (i != node && nodes[i].tag != TAG_A)
                i = nodes[i].parent;
            return nodes[i].tag == TAG_A;
        }
    return false;
}

/* A linked heading with a line or two, or little but a link. rows: one of several alike, where a link with some text
 * behind it is enough. */
static bool is_card(const HtmlLook *look, uint32_t node, bool rows) {
    const HtmlMark *mark = &look->marks[node];
    uint32_t words = mark->prose + mark->other;
    HtmlTag tag = look->page->nodes.items[node].tag;
    if (!html_is_block(tag) || html_heading(tag) || tag == TAG_P || words == 0 || words > CARD_WORDS || mark->drop ||
        mark->body_inside || mark->title_inside)
        return false;
    if (mark->linked_headings > 0 || mark->links * 10 >= words * 7 || (mark->links >= 3 && mark->links * 2 >= words))
        return true;
    return rows && (mark->links + mark->prose_links) * 6 >= words && html_attribute(look->page, node, "class").data &&
           begins_with_link(look->page, node);
}

typedef struct Cards {
    uint32_t count, words;
    bool rows;
} Cards;

static Cards count_cards(const HtmlLook *look, uint32_t parent, bool rows) {
    const HtmlNode *nodes = look->page->nodes.items;
    Cards cards = {.rows = rows};
    for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end)
        if (is_card(look, i, rows)) {
            cards.count++;
            cards.words += look->marks[i].prose + look->marks[i].other;
        }
    return cards;
}

static void drop_cards(HtmlLook *look) {
    const HtmlNode *nodes = look->page->nodes.items;
    for (uint32_t parent = 0; parent < look->page->nodes.count; parent++) {
        const HtmlMark *mark = &look->marks[parent];
        uint32_t all = mark->prose + mark->other;
        if (!html_is_block(nodes[parent].tag) || mark->links + mark->prose_links == 0)
            continue;
        Cards cards = count_cards(look, parent, true);
        if (cards.count < CARDS)
            cards = count_cards(look, parent, false);
        if (cards.count < CARDS && !(cards.count > 1 && cards.words * 10 >= all * 9 && all <= CARDS * CARD_WORDS))
            continue;
        for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end)
            if (is_card(look, i, cards.rows))
                look->marks[i].drop = DROP_CARD;
    }
}

HtmlDrop html_dropped(const HtmlLook *look, const HtmlBlock *block) {
    uint32_t node = look->page->nodes.items[block->first].parent;
    return look->marks[node].drop;
}

static void pass_down(HtmlLook *look) {
    for (uint32_t i = 1; i < look->page->nodes.count; i++)
        if (!look->marks[i].drop)
            look->marks[i].drop = look->marks[look->page->nodes.items[i].parent].drop;
}

/* A gallery's text is what stands below its pictures. */
static bool is_gallery(const HtmlLook *look) {
    uint32_t captions = 0, words = 0;
    bool named = look->hints->gallery;
    uint32_t i = 1;
    while (i < look->page->nodes.count) {
        const HtmlMark *mark = &look->marks[i];
        named = named || (mark->named & NAMED_GALLERY);
        bool caption = (mark->named & NAMED_CAPTION) && mark->prose;
        captions += caption;
        words += caption ? mark->prose : 0;
        i = caption ? look->page->nodes.items[i].end : i + 1;
    }
    return captions >= 3 && words * 2 > look->marks[0].prose && (named || words * 5 > look->marks[0].prose * 4);
}

static bool is_live(const HtmlLook *look) {
    bool live = look->hints->live;
    for (uint32_t i = 1; i < look->page->nodes.count && !live; i++)
        live = (look->marks[i].named & NAMED_LIVE) && look->marks[i].prose * 3 > look->marks[0].prose;
    return live;
}

Code html_mark(HtmlLook *look, Error *error) {
    uint32_t count = (uint32_t)look->page->nodes.count;
    Code code = html_blocks(look->arena, look->page, &look->blocks, error);
    look->marks = arena_array(look->arena, count, sizeof *look->marks);
    if (code != OK || !look->marks)
        return code != OK ? code : error_memory(error);
    for (size_t i = 0; i < look->blocks.count; i++)
        look->blocks.items[i].talk = html_is_page_talk(look->blocks.items[i].text);
    for (uint32_t i = 0; i < count; i++)
        name_node(look, i);
    count_blocks(look);
    for (uint32_t i = 0; i < count; i++)
        look->marks[i].all_links = look->marks[i].links;
    count_elements(look);
    look->live = is_live(look);
    look->gallery = is_gallery(look);
    look_inside(look);
    for (uint32_t i = 1; i < count; i++)
        if (look->page->nodes.items[i].tag != TAG_TEXT)
            look->marks[i].drop = judge(look, i);
    pass_down(look);
    count_blocks(look);
    if (!look->live)
        drop_cards(look);
    pass_down(look);
    count_blocks(look);
    return OK;
}
