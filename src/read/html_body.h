/* html_body: private to read/. */
#ifndef ISNAD_READ_HTML_BODY_H
#define ISNAD_READ_HTML_BODY_H

#include "read/html_blocks.h"

/* What is known of the page before its text is chosen; each view's data may be NULL. */
typedef struct HtmlHints {
    View title, outlet, author, date;
    bool live;    /* the page says that it is a live blog */
    bool gallery; /* ... or a picture gallery */
    View paywall; /* the class of what a page sells: content, not an offer */
} HtmlHints;

/* The article's text, paragraphs with an empty line between them; length 0 when there is none. */
Code html_body(Arena *arena, const HtmlPage *page, const HtmlHints *hints, View *body, Error *error);

#endif
