/* http: private to read/. A response of a server, as a WARC record holds it. */
#ifndef ISNAD_READ_HTTP_H
#define ISNAD_READ_HTTP_H

#include "base/base.h"

/* The value of a header (letters of its name folded), continuation lines not joined; data NULL when it is not there. */
View header_value(View headers, const char *name);
/* What stands behind "NAME=" among the parameters of a header's value, quotation marks taken off. */
View header_parameter(View value, const char *name);
/* Takes the headers off the front of *rest, up to the empty line, which goes too; what has none is all headers. */
View header_block(View *rest);

typedef struct Http {
    long status;       /* 200; 0 when it could not be read */
    View type;         /* "text/html", lower or upper case as it came; data NULL when unknown */
    View charset;      /* data NULL when unknown */
    View body;         /* in the response, or in the arena when it was chunked or packed */
    const char *fault; /* what was wrong with the body, which is read as far as it goes; NULL: nothing */
} Http;

/* ERROR_INPUT, without a name in front, for a packing that isnad does not know. */
Code http_read(Arena *arena, View response, Http *http, Error *error);

#endif
