/* read/html_body: a marked page -> the article's text.
 *
 * Of all elements the one is taken whose sentences outweigh its links and scraps most (the best sub-array of "text and
 * tags", Finn et al. 2001), names and tags of an article counting somewhat more. In it single blocks still go: lines of
 * the page's own voice, links, bylines and dates on their own, the headline once more, headings over nothing. Left out:
 * several articles on one page (the first is taken), pages that a script fills.
 */
#include "read/date.h"
#include "read/html_lines.h"
#include "read/html_marks.h"
#include "read/html_names.h"
#include <string.h>

#define OWN_ARTICLE 60 /* words of an <article> with a headline that stands for itself */

typedef struct Choice {
    HtmlLook *look;
    uint32_t node; /* the article */
    bool few;      /* a page with hardly any sentences: shorter ones count */
    bool *taken;   /* one a block */
} Choice;

static const HtmlNode *node_at(const Choice *choice, uint32_t node) {
    return &choice->look->page->nodes.items[node];
}

static bool inside(const Choice *choice, uint32_t node, uint32_t around) {
    return node >= around && node < node_at(choice, around)->end;
}

/* --- which element --------------------------------------------------------------------------------------------------
 */

static float value(const HtmlMark *mark) {
    float scraps = (float)(mark->other - mark->links);
    float dropped = (float)(mark->all_links > mark->links ? mark->all_links - mark->links : 0);
    return mark->hint * ((float)mark->prose - 2 * (float)mark->links - dropped - 0.3f * scraps);
}

/* Where the search happens: the first of several articles that each have a headline, else the whole page. */
static uint32_t first_article(const Choice *choice) {
    const HtmlLook *look = choice->look;
    uint32_t first = 0, found = 0;
    for (uint32_t i = 1; i < look->page->nodes.count;) {
        const HtmlMark *mark = &look->marks[i];
        bool own = node_at(choice, i)->tag == TAG_ARTICLE && mark->titles > 0 && mark->prose >= OWN_ARTICLE;
        first = own && !found ? i : first;
        found += own;
        i = own ? node_at(choice, i)->end : i + 1;
    }
    return found > 1 && !look->live ? first : 0;
}

/* The body may be cut in pieces of one class, with something between them: then the element around all of them. */
static void widen(Choice *choice, uint32_t top) {
    const HtmlLook *look = choice->look;
    View class = html_attribute(look->page, choice->node, "class");
    uint32_t extra = 0, last = choice->node, first = choice->node;
    if (!class.data || !view_trim(class).length)
        return;
    for (uint32_t i = top + 1; i < node_at(choice, top)->end; i++) {
        if (inside(choice, i, choice->node) || look->marks[i].drop || !look->marks[i].prose ||
            look->marks[i].title_inside || node_at(choice, i)->tag != node_at(choice, choice->node)->tag ||
            !view_equal(html_attribute(look->page, i, "class"), class))
            continue;
        extra += look->marks[i].prose;
        first = i < first ? i : first;
        last = i > last ? i : last;
    }
    if (extra * 10 < look->marks[choice->node].prose)
        return;
    uint32_t around = choice->node;
    while (around && !(inside(choice, first, around) && inside(choice, last, around)))
        around = node_at(choice, around)->parent;
    bool page = node_at(choice, around)->tag == TAG_BODY || around == 0;
    if (!page || look->marks[around].links * 4 < look->marks[around].prose)
        choice->node = around;
}

static void choose(Choice *choice) {
    const HtmlLook *look = choice->look;
    uint32_t top = first_article(choice);
    float best = 0;
    for (uint32_t i = top; i < node_at(choice, top)->end; i++) {
        if (node_at(choice, i)->tag == TAG_TEXT || look->marks[i].drop || !look->marks[i].prose)
            continue;
        if (look->marks[top].body_inside && !look->marks[i].body_inside && !look->marks[i].in_body)
            continue;
        float worth = value(&look->marks[i]);
        if (worth >= best) { /* the innermost of equals */
            best = worth;
            choice->node = i;
        }
    }
    while (choice->node && !html_is_block(node_at(choice, choice->node)->tag))
        choice->node = node_at(choice, choice->node)->parent;
    while (node_at(choice, choice->node)->tag == TAG_P)
        choice->node = node_at(choice, choice->node)->parent;
    widen(choice, top);
}

/* --- which blocks ---------------------------------------------------------------------------------------------------
 */

static bool same_words(const Choice *choice, View a, View b) {
    return html_same_words(choice->look->arena, a, b);
}

/* "Ann Lee is a reporter in ...": the author, told of as somebody else, at the end. */
static bool is_author_note(const Choice *choice, const HtmlBlock *block) {
    static const char *const verbs[] = {" is ", " was ", " covers ", " writes ", " reports ", " has ", ", "};
    View author = choice->look->hints->author, rest = block->text;
    if (!author.data || author.length < 5 || !view_starts(rest, author) || block->words > 80)
        return false;
    rest = view_slice(rest, author.length, rest.length);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (view_starts(rest, view(verbs[i])))
            return true;
    return false;
}

/* "25 January 2020, 10:15": the day that the page gives, and no sentence. */
static bool is_date(const Choice *choice, const HtmlBlock *block) {
    View date = choice->look->hints->date;
    if (!date.data || block->words > 10 || choice->look->live)
        return false;
    View found = date_iso(choice->look->arena, block->text);
    return found.data && view_equal(view_slice(found, 0, 10), view_slice(date, 0, 10));
}

/* "Updated 4 June 2020": when the page was changed, and no sentence. */
static bool is_change(const Choice *choice, const HtmlBlock *block) {
    return !choice->look->live && block->words <= 12 && line_unchanged(block->text).length < block->text.length &&
           date_iso(choice->look->arena, block->text).data;
}

static bool is_byline(const Choice *choice, const HtmlBlock *block) {
    View author = choice->look->hints->author, text = block->text;
    bool opens = line_opens(text);
    if (block->words > (opens ? 24 : 14) || block->sentence)
        return false;
    if (block->time_letters * 10 >= block->letters * 6)
        return !choice->look->live;
    if (is_date(choice, block) || is_change(choice, block) || same_words(choice, text, author))
        return true;
    bool by = opens || view_find(text, VIEW(" by "), 0) != SIZE_MAX || view_find(text, VIEW(" By "), 0) != SIZE_MAX;
    return by && author.data && view_find(text, author, 0) != SIZE_MAX;
}

/* A line that begins with an address in the web, and is no sentence. */
static bool is_address(const HtmlBlock *block) {
    View text = block->text;
    bool address =
        view_starts(text, VIEW("http://")) || view_starts(text, VIEW("https://")) || view_starts(text, VIEW("www."));
    return address && block->words < 20 && !block->sentence;
}

/* "3 of 12", "3 / 12": the number of a picture. */
static bool is_counter(View text) {
    size_t at = 0, digits = 0;
    while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    View rest = view_trim(view_slice(text, at, text.length));
    if (at == 0 || at > 4 || !(view_starts(rest, VIEW("of ")) || view_starts(rest, VIEW("/"))))
        return false;
    rest = view_trim(view_slice(rest, view_starts(rest, VIEW("/")) ? 1 : 3, rest.length));
    while (digits < rest.length && rest.data[digits] >= '0' && rest.data[digits] <= '9')
        digits++;
    return digits > 0 && digits == rest.length;
}

static bool has_controls(const Choice *choice, uint32_t node) {
    const HtmlLook *look = choice->look;
    for (uint32_t i = node + 1; i < node_at(choice, node)->end; i = node_at(choice, i)->end)
        if (node_at(choice, i)->tag == TAG_SKIP && html_attribute(look->page, i, "type").data)
            return true;
    return false;
}

static bool is_wanted(const Choice *choice, const HtmlBlock *block) {
    const HtmlLook *look = choice->look;
    HtmlTag tag = node_at(choice, block->node)->tag;
    if (html_dropped(look, block) || block->talk)
        return false;
    if (same_words(choice, block->text, look->hints->title) || tag == TAG_H1 ||
        same_words(choice, block->text, look->hints->outlet))
        return false;
    if (is_byline(choice, block) || is_counter(block->text) || is_address(block))
        return false;
    if (block->words < 8 && !block->sentence && has_controls(choice, block->node))
        return false;
    if (html_heading(tag))
        return block->words > 0;
    if (block->link_letters * 2 > block->letters &&
        (block->words < 25 || block->link_letters * 10 > block->letters * 9))
        return false;
    return block->words > 0 || block->letters > 3;
}

/* A heading, or a line that is set like one. */
static bool is_heading(const Choice *choice, const HtmlBlock *block) {
    HtmlTag tag = node_at(choice, block->node)->tag;
    return html_heading(tag) || (tag == TAG_DIV && block->words <= 4 && !block->sentence);
}

/* A heading stays when something under it does; so does a line like one, unless it is the last. */
static void drop_bare_headings(Choice *choice) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    bool below = false, last = true;
    for (size_t i = blocks->count; i > 0; i--) {
        const HtmlBlock *block = &blocks->items[i - 1];
        HtmlDrop drop = html_dropped(choice->look, block);
        bool real = html_heading(node_at(choice, block->node)->tag) > 0;
        if (is_heading(choice, block))
            choice->taken[i - 1] = choice->taken[i - 1] && (below || (last && !real));
        else if (drop == KEPT || drop == DROP_CARD)
            below = choice->taken[i - 1];
        last = last && !inside(choice, block->first, choice->node);
    }
}

/* Behind the last paragraph: who wrote it. */
static void drop_author_notes(Choice *choice) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    size_t seen = 0;
    for (size_t i = blocks->count; i > 0 && seen < 3; i--) {
        seen += choice->taken[i - 1];
        if (choice->taken[i - 1] && is_author_note(choice, &blocks->items[i - 1]))
            choice->taken[i - 1] = false;
    }
}

/* What a page repeats (a quotation set large, a line for readers of another device) is told once. */
static Code drop_repeats(Choice *choice, Error *error) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    Map *seen = map_new(choice->look->arena);
    if (!seen)
        return error_memory(error);
    for (size_t i = 0; i < blocks->count; i++) {
        uint32_t before;
        if (!choice->taken[i] || blocks->items[i].words < 5)
            continue;
        if (map_get(seen, blocks->items[i].text, &before))
            choice->taken[i] = false;
        else if (!map_set(seen, blocks->items[i].text, (uint32_t)i))
            return error_memory(error);
    }
    return OK;
}

static bool is_before(const Choice *choice, const HtmlBlock *block) {
    return block->first < choice->node;
}

/* The block of the headline in front of the article: its words, else the last <h1>; SIZE_MAX for none. */
static size_t title_block(const Choice *choice) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    size_t title = SIZE_MAX;
    bool sure = false;
    for (size_t i = 0; i < blocks->count && is_before(choice, &blocks->items[i]); i++) {
        bool same = same_words(choice, blocks->items[i].text, choice->look->hints->title);
        bool first = node_at(choice, blocks->items[i].node)->tag == TAG_H1;
        if (same || (first && !sure))
            title = i;
        sure = sure || same;
    }
    return title;
}

/* The lines between the headline and the article that are sentences: what newspapers call the standfirst. */
static void take_standfirst(Choice *choice) {
    const HtmlLook *look = choice->look;
    size_t title = title_block(choice);
    if (title == SIZE_MAX)
        return;
    for (size_t i = title + 1; i < look->blocks.count && is_before(choice, &look->blocks.items[i]); i++) {
        const HtmlBlock *block = &look->blocks.items[i];
        bool heading = html_heading(node_at(choice, block->node)->tag) > 1 && block->words >= 6 && i == title + 1;
        bool named = look->marks[block->node].named & NAMED_STANDFIRST;
        if (is_wanted(choice, block) && (heading || named || html_is_prose(block, false)))
            choice->taken[i] = true;
    }
}

/* "Source: agencies", "(AFP)" just below the article tell whom it is from. */
static void take_credit(Choice *choice) {
    const HtmlLook *look = choice->look;
    size_t looked = 0;
    for (size_t i = 0; i < look->blocks.count && looked < 2; i++) {
        const HtmlBlock *block = &look->blocks.items[i];
        if (block->first < node_at(choice, choice->node)->end || html_dropped(look, block))
            continue;
        looked++;
        View text = block->text;
        bool credit = view_equal_folded(view_slice(text, 0, 7), VIEW("source:")) ||
                      view_equal_folded(view_slice(text, 0, 8), VIEW("sources:")) ||
                      (view_starts(text, VIEW("(")) && view_ends(text, VIEW(")")));
        if (credit && block->words <= 10 && is_wanted(choice, block))
            choice->taken[i] = true;
    }
}

/* What stands under a byline before the text begins: the author's post. */
static void drop_after_byline(Choice *choice) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    bool behind = false;
    for (size_t i = 0; i < blocks->count; i++) {
        const HtmlBlock *block = &blocks->items[i];
        bool short_line = block->words <= 5 && !block->sentence;
        if (html_is_prose(block, false) && choice->taken[i])
            return;
        if (behind && short_line && !html_heading(node_at(choice, block->node)->tag))
            choice->taken[i] = false;
        behind = html_dropped(choice->look, block) == DROP_BYLINE || is_byline(choice, block);
    }
}

static Code take_blocks(Choice *choice, Error *error) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    for (size_t i = 0; i < blocks->count; i++)
        choice->taken[i] = inside(choice, blocks->items[i].first, choice->node) && is_wanted(choice, &blocks->items[i]);
    drop_author_notes(choice);
    drop_bare_headings(choice);
    if (!choice->look->live)
        drop_after_byline(choice);
    take_standfirst(choice);
    take_credit(choice);
    return drop_repeats(choice, error);
}

/* The hour of a live blog's post stands in front of what it heads: on a line of its own it would say nothing. */
static bool leads(const Choice *choice, const HtmlBlock *block) {
    return choice->look->live && block->words <= 4 && block->letters && block->time_letters * 10 >= block->letters * 6;
}

static Code compose(const Choice *choice, View *body, Error *error) {
    const HtmlBlockList *blocks = &choice->look->blocks;
    size_t length = 0;
    for (size_t i = 0; i < blocks->count; i++)
        length += choice->taken[i] ? blocks->items[i].text.length + 2 : 0;
    char *out = arena_take(choice->look->arena, length + 1);
    if (!out)
        return error_memory(error);
    *body = (View){out, 0};
    View gap = {"", 0};
    for (size_t i = 0; i < blocks->count; i++) {
        const HtmlBlock *block = &blocks->items[i];
        if (!choice->taken[i])
            continue;
        memcpy(out + body->length, gap.data, gap.length);
        body->length += gap.length;
        memcpy(out + body->length, block->text.data, block->text.length);
        body->length += block->text.length;
        gap = leads(choice, block) ? VIEW(" ") : VIEW("\n\n");
    }
    return OK;
}

Code html_body(Arena *arena, const HtmlPage *page, const HtmlHints *hints, View *body, Error *error) {
    HtmlLook look = {.arena = arena, .page = page, .hints = hints};
    Code code = html_mark(&look, error);
    if (code != OK)
        return code;
    Choice choice = {.look = &look, .taken = arena_array(arena, look.blocks.count + 1, sizeof(bool))};
    if (!choice.taken)
        return error_memory(error);
    choose(&choice);
    code = take_blocks(&choice, error);
    return code == OK ? compose(&choice, body, error) : code;
}
