/* html_names: private to read/. What the class, id and role of an element say it is. */
#ifndef ISNAD_READ_HTML_NAMES_H
#define ISNAD_READ_HTML_NAMES_H

#include "base/base.h"

/* A set of what the names may mean. */
enum {
    NAMED_BODY = 1,         /* the article's text: "entry-content" */
    NAMED_JUNK = 2,         /* never part of it: "related", "share", "cookie" */
    NAMED_DOUBTFUL = 4,     /* mostly not, but also on wrappers: "sidebar", "promo" */
    NAMED_CAPTION = 8,      /* "wp-caption-text", "photo-credit" */
    NAMED_BYLINE = 16,      /* "author", "byline" */
    NAMED_DATE = 32,        /* "published", "timestamp" */
    NAMED_LIVE = 64,        /* a live blog */
    NAMED_GALLERY = 128,    /* "slideshow" */
    NAMED_STANDFIRST = 256, /* "dek", "subtitle" */
    NAMED_PICTURE = 1024,   /* around an image */
    NAMED_AUTHOR = 512      /* of the bylines the one with the name */
};

/* names: the value of a class or id attribute. */
unsigned html_names(View names);
#endif
