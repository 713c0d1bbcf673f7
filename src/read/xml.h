/* xml: private to read/. A document of XML that holds many items of one kind, item by item. */
#ifndef ISNAD_READ_XML_H
#define ISNAD_READ_XML_H

#include "read/door.h"

typedef struct Xml Xml;

/* What a door hears, in the order of the document. Names are without the prefixes "atom:" and "rss:". */
typedef struct XmlHandler {
    void *into;
    /* attributes: name, value, name, value, ..., NULL */
    void (*begin)(void *into, const char *name, const char **attributes);
    /* text: all letters since this element began, those of elements in it too, with their tags where keeps_tags said
     * so. True: an item is whole, and xml_next gives it. */
    bool (*end)(void *into, const char *name, View text);
    /* Whether the elements within this one are to be written into its text as tags; NULL: never. */
    bool (*keeps_tags)(void *into, const char *name, const char **attributes);
    const char *const
        *items; /* the names that an item's element may have; behind damage the next of them is looked for */
} XmlHandler;

/* Reads the whole document into memory. Its charset, characters that XML does not allow, bare "&" and the named letters
 * of HTML ("&nbsp;") are seen to. */
Code xml_open(Source *source, const XmlHandler *handler, Xml **xml, Error *error);
/* On to the next whole item; *done: there is none. ERROR_INPUT names damage, with file and line; the next call goes on
 * behind it. */
Code xml_next(Xml *xml, bool *done, Error *error);
size_t xml_line(const Xml *xml);
void xml_close(Xml *xml); /* NULL is fine */
/* data NULL when there is none of that name. */
View xml_attribute(const char **attributes, const char *name);

#endif
