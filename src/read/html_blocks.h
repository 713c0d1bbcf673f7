/* html_blocks: private to read/. A page's text cut into the pieces that stand on lines of their own. */
#ifndef ISNAD_READ_HTML_BLOCKS_H
#define ISNAD_READ_HTML_BLOCKS_H

#include "read/html_tree.h"

typedef struct HtmlBlock {
    View text;             /* white space as single spaces, none at the ends */
    uint32_t node;         /* the block element that it stands in directly */
    uint32_t first;        /* its first text node */
    uint32_t words;        /* about: scripts without spaces count two characters as one */
    uint32_t letters;      /* code points but spaces */
    uint32_t link_letters; /* those inside links */
    uint32_t time_letters; /* those inside <time> */
    bool sentence;         /* ends like one */
    bool talk;             /* the page speaks of itself (html_marks.c) */
} HtmlBlock;

typedef LIST(HtmlBlock) HtmlBlockList;

Code html_blocks(Arena *arena, const HtmlPage *page, HtmlBlockList *blocks, Error *error);
/* 1 to 6 for a heading, else 0. */
int html_heading(HtmlTag tag);

#endif
