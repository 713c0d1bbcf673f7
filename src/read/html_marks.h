/* html_marks: private to read/. What each node of a page is for, and how much text of which sort it holds. */
#ifndef ISNAD_READ_HTML_MARKS_H
#define ISNAD_READ_HTML_MARKS_H

#include "read/html_body.h"

typedef enum HtmlDrop { KEPT, DROP_JUNK, DROP_CAPTION, DROP_BYLINE, DROP_CARD, DROP_HIDDEN } HtmlDrop;

typedef struct HtmlMark {
    unsigned named;                  /* NAMED_... */
    HtmlDrop drop;                   /* why nothing in it is the article's text */
    float hint;                      /* how much its name speaks for being the article, 1 for nothing */
    uint32_t prose;                  /* words of sentences in it */
    uint32_t other;                  /* words of all else */
    uint32_t links;                  /* ... of which in links */
    uint32_t all_links;              /* the same, with what was dropped */
    uint32_t prose_links;            /* words in links inside sentences */
    uint32_t talk;                   /* words of the page about itself */
    uint32_t images, quotes, titles; /* pictures in it; block quotations and tables; <h1> */
    uint32_t headings, linked_headings;
    bool body_inside, title_inside; /* a node named as body, with text; an <h1> */
    bool in_body;                   /* such a node is around it */
} HtmlMark;

typedef struct HtmlLook {
    Arena *arena;
    const HtmlPage *page;
    const HtmlHints *hints;
    HtmlBlockList blocks;
    HtmlMark *marks; /* one a node */
    bool live, gallery;
} HtmlLook;

/* Sentences, as far as shape can tell; few: a page that has hardly any text. */
bool html_is_prose(const HtmlBlock *block, bool few);
/* Equal but for case, accents and marks. */
bool html_same_words(Arena *arena, View a, View b);
/* Fills blocks and marks. */
Code html_mark(HtmlLook *look, Error *error);
/* Why the block is no text of the article, by the nodes around it. */
HtmlDrop html_dropped(const HtmlLook *look, const HtmlBlock *block);

#endif
