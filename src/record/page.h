/* record/page: lines for a terminal, wrapped at spaces. Private to record/. */
#ifndef ISNAD_RECORD_PAGE_H
#define ISNAD_RECORD_PAGE_H

#include "base/base.h"

typedef enum Style { STYLE_PLAIN, STYLE_STRONG, STYLE_FAINT, STYLE_SPEAKER, STYLE_TYPE } Style;

typedef struct Page {
    Buffer *out;
    Buffer word; /* since the last space: goes to this line or, when it does not fit, to the next */
    int word_width;
    int width, column, hang; /* columns; hang: where the next lines of a paragraph begin */
    bool colour, space;      /* space: one is due before the word */
} Page;

void page_init(Page *page, Buffer *out, int width, bool colour);
void page_free(Page *page);
/* A paragraph that begins at `indent` and goes on at `hang`. */
void page_begin(Page *page, int indent, int hang);
/* White space, control and format characters of the text (a terminal would obey them) become one space. */
void page_put(Page *page, Style style, View text);
void page_format(Page *page, Style style, const char *format, ...) __attribute__((format(printf, 3, 4)));
void page_end(Page *page);   /* line break */
void page_blank(Page *page); /* an empty line */
bool page_failed(const Page *page);

/* The text with white space, control and format characters as one space each, for lines that are not wrapped. */
void plain_append(Buffer *out, View text);

#endif
