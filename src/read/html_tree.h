/* html_tree: private to read/. A page as an array of nodes in the order of its text; libxml2 stands behind it. */
#ifndef ISNAD_READ_HTML_TREE_H
#define ISNAD_READ_HTML_TREE_H

#include "base/base.h"

/* The elements that mean something here; every other one is TAG_OTHER, which flows like a span. */
typedef enum HtmlTag {
    TAG_OTHER,
    TAG_TEXT, /* no element: text */
    TAG_A,
    TAG_ADDRESS,
    TAG_ARTICLE,
    TAG_ASIDE,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_BR,
    TAG_BUTTON,
    TAG_DIV, /* and every other block without a meaning of its own */
    TAG_FIGCAPTION,
    TAG_FIGURE,
    TAG_FOOTER,
    TAG_FORM,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEAD,
    TAG_HEADER,
    TAG_HTML,
    TAG_IMAGE,
    TAG_LI,
    TAG_LINK,
    TAG_LIST,
    TAG_MAIN,
    TAG_META,
    TAG_NAV,
    TAG_P,
    TAG_PRE,
    TAG_SCRIPT,
    TAG_SECTION,
    TAG_SKIP, /* style, svg, noscript, controls of a form ...: nothing in it is text of the page */
    TAG_TABLE,
    TAG_TD,
    TAG_TIME,
    TAG_TITLE,
    TAG_TR
} HtmlTag;

typedef struct HtmlAttribute {
    const char *name; /* one of the table in html_tree.c */
    View value;
} HtmlAttribute;

typedef struct HtmlNode {
    uint32_t parent;
    uint32_t end; /* the subtree is [own index, end) */
    HtmlTag tag;
    uint32_t first_attribute, attribute_count;
    View text; /* of TAG_TEXT, as it stands in the page */
} HtmlNode;

typedef struct HtmlPage {
    LIST(HtmlNode) nodes; /* the first is a root around everything */
    LIST(HtmlAttribute) attributes;
    bool cut; /* more elements than we keep */
} HtmlPage;

/* text: valid UTF-8. The page lives in the arena. */
Code html_parse(Arena *arena, View text, HtmlPage *page, Error *error);
/* data NULL when the node has no such attribute. */
View html_attribute(const HtmlPage *page, uint32_t node, const char *name);
/* "nofollow tag": the word is one of the list, ASCII letters folded. */
bool html_has_word(View list, View word);
bool html_is_block(HtmlTag tag);
/* All text in the node, white space as single spaces; data NULL when memory runs out, length 0 when there is none. */
View html_text(Arena *arena, const HtmlPage *page, uint32_t node);

#endif
