/* read/html_blocks: nodes -> blocks of text.
 *
 * A block ends where an element of its own line begins or ends, at two line breaks, and at one line break behind a
 * sentence (old systems write paragraphs so). Cells of a row that are short share a line. Characters that only steer
 * the layout (soft hyphens, zero-width spaces) go.
 */
#include "read/html_blocks.h"

#define SHORT_CELL      80 /* bytes of text in a table's cell that shares its row's line */
#define SHORT_PARAGRAPH 60 /* bytes: a line break behind so little ends no paragraph */

typedef struct Flow {
    Arena *arena;
    const HtmlPage *page;
    HtmlBlockList *blocks;
    Buffer text;
    HtmlBlock block;
    uint32_t links, times, pres; /* how many of these are open */
    size_t breaks;               /* <br> since the last letter */
    bool space, failed;
} Flow;

int html_heading(HtmlTag tag) {
    return tag >= TAG_H1 && tag <= TAG_H6 ? (int)(tag - TAG_H1) + 1 : 0;
}

static bool is_ideograph(uint32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x0E00 && c <= 0x0E7F);
}

static bool ends_sentence(View text) {
    size_t end = text.length;
    for (int i = 0; i < 4 && end > 0; i++) {
        uint32_t c = utf8_previous(text, &end);
        if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x061F || c == 0x06D4 || c == 0x3002 ||
            c == 0x0964)
            return true;
        if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201D && c != 0x2019 && c != 0xBB && c != ' ')
            return false;
    }
    return false;
}

static uint32_t count_words(View text) {
    uint32_t words = 0, ideographs = 0;
    bool inside = false;
    for (size_t position = 0; position < text.length;) {
        uint32_t c = utf8_next(text, &position);
        bool ideograph = is_ideograph(c), letter = !ideograph && (unicode_is_letter(c) || unicode_is_number(c));
        ideographs += ideograph;
        words += letter && !inside;
        inside = letter || (inside && c != ' ' && !ideograph);
    }
    return words + ideographs / 2;
}

static void end_block(Flow *flow) {
    flow->space = false;
    flow->breaks = 0;
    if (flow->text.length == 0)
        return;
    flow->block.text = arena_copy(flow->arena, buffer_view(&flow->text));
    flow->block.words = count_words(flow->block.text);
    flow->block.sentence = ends_sentence(flow->block.text);
    if (flow->text.failed || !flow->block.text.data || !list_push(flow->arena, flow->blocks, flow->block))
        flow->failed = true;
    buffer_clear(&flow->text);
    flow->block = (HtmlBlock){0};
}

static void line_break(Flow *flow) {
    flow->space = true;
    if (flow->text.length && ++flow->breaks >= 2)
        end_block(flow);
}

/* HTML reads the numbers of the controls U+0080 to U+009F as windows-1252. */
static uint32_t mended(uint32_t c) {
    if (c == 0x91 || c == 0x92)
        return c == 0x91 ? 0x2018 : 0x2019;
    if (c == 0x93 || c == 0x94)
        return c == 0x93 ? 0x201C : 0x201D;
    if (c == 0x96 || c == 0x97)
        return c == 0x96 ? 0x2013 : 0x2014;
    return c == 0x85 ? 0x2026 : c;
}

static uint32_t block_around(const HtmlPage *page, uint32_t node) {
    while (node && !html_is_block(page->nodes.items[node].tag))
        node = page->nodes.items[node].parent;
    return node;
}

static void put(Flow *flow, uint32_t c, uint32_t node) {
    bool behind = flow->breaks && flow->text.length >= SHORT_PARAGRAPH;
    if (behind && ends_sentence(buffer_view(&flow->text)))
        end_block(flow);
    flow->breaks = 0;
    if (flow->text.length == 0) {
        flow->block.node = block_around(flow->page, flow->page->nodes.items[node].parent);
        flow->block.first = node;
    } else if (flow->space) {
        buffer_byte(&flow->text, ' ');
    }
    flow->space = false;
    char bytes[4];
    buffer_append(&flow->text, (View){bytes, utf8_write(c, bytes)});
    flow->block.letters++;
    flow->block.link_letters += flow->links > 0;
    flow->block.time_letters += flow->times > 0;
}

static void add_text(Flow *flow, uint32_t node) {
    View text = flow->page->nodes.items[node].text;
    for (size_t position = 0; position < text.length;) {
        uint32_t c = mended(utf8_next(text, &position));
        if (c == '\n' && flow->pres)
            line_break(flow);
        else if (unicode_is_space(c) || c < 0x20 || (c >= 0x7F && c < 0xA0))
            flow->space = true;
        else if (c != 0xAD && c != 0x200B && c != 0x2060 && c != 0xFEFF && c != UTF8_BAD)
            put(flow, c, node);
    }
}

static bool is_short_cell(const HtmlPage *page, uint32_t node) {
    size_t bytes = 0;
    for (uint32_t i = node + 1; i < page->nodes.items[node].end; i++) {
        bytes += page->nodes.items[i].text.length;
        if (bytes > SHORT_CELL || html_is_block(page->nodes.items[i].tag))
            return false;
    }
    return true;
}

static void enter(Flow *flow, uint32_t node) {
    HtmlTag tag = flow->page->nodes.items[node].tag;
    if (tag == TAG_TEXT)
        add_text(flow, node);
    else if (tag == TAG_BR)
        line_break(flow);
    else if (tag == TAG_TD && is_short_cell(flow->page, node))
        flow->space = true;
    else if (html_is_block(tag))
        end_block(flow);
    flow->links += tag == TAG_A && html_attribute(flow->page, node, "href").data;
    flow->times += tag == TAG_TIME;
    flow->pres += tag == TAG_PRE;
}

static void leave(Flow *flow, uint32_t node) {
    HtmlTag tag = flow->page->nodes.items[node].tag;
    if (tag == TAG_TD && is_short_cell(flow->page, node))
        flow->space = true;
    else if (html_is_block(tag))
        end_block(flow);
    flow->links -= tag == TAG_A && html_attribute(flow->page, node, "href").data;
    flow->times -= tag == TAG_TIME;
    flow->pres -= tag == TAG_PRE;
}

static bool is_passed_over(HtmlTag tag) {
    return tag == TAG_SKIP || tag == TAG_SCRIPT || tag == TAG_HEAD || tag == TAG_TITLE || tag == TAG_BUTTON ||
           tag == TAG_META || tag == TAG_LINK;
}

Code html_blocks(Arena *arena, const HtmlPage *page, HtmlBlockList *blocks, Error *error) {
    Flow flow = {.arena = arena, .page = page, .blocks = blocks};
    buffer_init(&flow.text, LIMIT_REPORT_BYTES * 2);
    uint32_t current = 0;
    for (uint32_t i = 1; i < page->nodes.count && !flow.failed;) {
        const HtmlNode *node = &page->nodes.items[i];
        for (; current != node->parent; current = page->nodes.items[current].parent)
            leave(&flow, current);
        if (is_passed_over(node->tag)) {
            i = node->end;
            continue;
        }
        enter(&flow, i);
        if (node->tag != TAG_TEXT)
            current = i;
        i++;
    }
    end_block(&flow);
    buffer_free(&flow.text);
    return flow.failed ? error_memory(error) : OK;
}
