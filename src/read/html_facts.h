/* html_facts: private to read/. What a page says of its article. */
#ifndef ISNAD_READ_HTML_FACTS_H
#define ISNAD_READ_HTML_FACTS_H

#include "read/html_tree.h"

/* One fact and how good its source is: a lower rank wins, the first of equals. */
typedef struct HtmlFact {
    View value; /* data NULL when unknown */
    int rank;
} HtmlFact;

typedef struct HtmlFacts {
    HtmlFact title, outlet, author, date, url;
    View text;    /* the whole article, when the page's data has it; plain or HTML */
    View paywall; /* the class of the part that is sold */
    View summary; /* one or two sentences for search engines */
    bool live, gallery;
} HtmlFacts;

/* Takes the value for the fact when it is better than what is there; white space and entities are mended. False: no
 * memory. */
bool html_fact(Arena *arena, HtmlFact *fact, int rank, View value);
/* JSON-LD, one script's text. What is no JSON is passed over. */
Code html_jsonld(Arena *arena, View script, HtmlFacts *facts, Error *error);
Code html_facts(Arena *arena, const HtmlPage *page, HtmlFacts *facts, Error *error);

/* Ranks that two files share. */
enum {
    RANK_JSONLD = 10,
    RANK_GRAPH = 20, /* META, OpenGraph */
    RANK_JSONLD_SITE = 28,
    RANK_JSONLD_PAGE = 29,
    RANK_VISIBLE = 50,
    RANK_LAST = 90
};

#endif
