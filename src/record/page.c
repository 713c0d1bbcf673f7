/* record/page: words -> lines of at most `width` columns, with a hanging indent, in colours when asked. A word is kept
 * back until its end is known, so that pieces in several styles stay together. A word that is wider than the line
 * stands on its own. Deliberately left out: characters that are two columns wide. */
#include "record/page.h"
#include <stdarg.h>
#include <stdio.h>

#define NARROWEST 20

void page_init(Page *page, Buffer *out, int width, bool colour) {
    *page = (Page){.out = out, .width = width < NARROWEST ? NARROWEST : width, .colour = colour};
    buffer_init(&page->word, LIMIT_RECORD_BYTES);
}

void page_free(Page *page) {
    buffer_free(&page->word);
}

bool page_failed(const Page *page) {
    return page->out->failed || page->word.failed;
}

static void indent(Page *page, int columns) {
    for (int i = 0; i < columns; i++)
        buffer_byte(page->out, ' ');
    page->column = columns;
    page->space = false;
}

void page_begin(Page *page, int first, int hang) {
    indent(page, first);
    page->hang = hang;
}

static void flush(Page *page) {
    if (page->word.length == 0)
        return;
    if (page->space) {
        if (page->column + 1 + page->word_width > page->width) {
            buffer_byte(page->out, '\n');
            indent(page, page->hang);
        } else {
            buffer_byte(page->out, ' ');
            page->column++;
        }
    }
    buffer_append(page->out, buffer_view(&page->word));
    page->column += page->word_width;
    page->space = false;
    page->word.length = 0;
    page->word_width = 0;
}

/* What a terminal acts on instead of showing: controls, and the marks that turn the direction of writing (U+202A..E,
 * U+2066..9). */
static bool is_unseen(uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0x200E || point == 0x200F || point == 0xFEFF;
}

static bool is_break(uint32_t point) {
    return is_unseen(point) || (unicode_is_space(point) && point != 0xA0 && point != 0x202F);
}

static void paint(Page *page, const char *sequence) {
    if (page->colour)
        buffer_append(&page->word, view(sequence));
}

void page_put(Page *page, Style style, View text) {
    static const char *const begin[] = {"", "\033[1m", "\033[2m", "\033[36m", "\033[1;33m"};
    bool painted = false;
    for (size_t position = 0; position < text.length;) {
        size_t start = position;
        uint32_t point = utf8_next(text, &position);
        if (is_break(point)) {
            if (painted)
                paint(page, "\033[0m");
            painted = false;
            flush(page);
            page->space = page->column > 0;
            continue;
        }
        if (style != STYLE_PLAIN && !painted) {
            paint(page, begin[style]);
            painted = true;
        }
        buffer_append(&page->word, view_slice(text, start, position));
        page->word_width += !unicode_is_mark(point);
    }
    if (painted)
        paint(page, "\033[0m");
}

void page_format(Page *page, Style style, const char *format, ...) {
    char text[256];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    if (length > 0)
        page_put(page, style, view(text));
}

void page_end(Page *page) {
    flush(page);
    buffer_byte(page->out, '\n');
    page->column = 0;
    page->space = false;
}

void page_blank(Page *page) {
    buffer_byte(page->out, '\n');
}

void plain_append(Buffer *out, View text) {
    for (size_t position = 0; position < text.length;) {
        size_t start = position;
        uint32_t point = utf8_next(text, &position);
        if (is_break(point))
            buffer_byte(out, ' ');
        else
            buffer_append(out, view_slice(text, start, position));
    }
}
