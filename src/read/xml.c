/* read/xml: a document of XML -> its items, one after the other. The only file that knows expat. A document that is not
 * well formed loses the item that the fault stands in: a new parser begins at the next item. Entities that a document
 * declares itself are expat's (which stops those that grow without end); nothing outside of it is ever opened. */
#include "read/xml.h"
#include "read/charset.h"
#include <expat.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DEPTH 200

struct Xml {
    XmlHandler handler;
    char *name; /* of the file */
    XML_Parser parser;
    Buffer document; /* valid UTF-8 */
    size_t start;    /* where the present parser began */
    size_t line;     /* of that place, from 1 */
    bool suspended, ended;
    Buffer text; /* letters of the open elements */
    size_t begins[MOST_DEPTH];
    size_t depth, tags_depth; /* tags_depth: of the element that keeps tags, 0 none */
    bool item;
    Code failed;
};

View xml_attribute(const char **attributes, const char *name) {
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(attributes[i], name) == 0)
            return view(attributes[i + 1]);
    return view(NULL);
}

static const char *local_name(const char *name) {
    return strncmp(name, "atom:", 5) == 0 ? name + 5 : strncmp(name, "rss:", 4) == 0 ? name + 4 : name;
}

static void put_tag(Xml *xml, const char *open, const char *name) {
    const char *colon = strchr(name, ':');
    buffer_format(&xml->text, "%s%s>", open, colon ? colon + 1 : name);
}

static void on_begin(void *into, const char *name, const char **attributes) {
    Xml *xml = into;
    name = local_name(name);
    if (xml->depth == MOST_DEPTH) {
        xml->failed = ERROR_INPUT;
        XML_StopParser(xml->parser, XML_FALSE);
        return;
    }
    if (xml->tags_depth)
        put_tag(xml, "<", name);
    else
        xml->handler.begin(xml->handler.into, name, attributes);
    xml->begins[xml->depth++] = xml->text.length;
    if (!xml->tags_depth && xml->handler.keeps_tags && xml->handler.keeps_tags(xml->handler.into, name, attributes))
        xml->tags_depth = xml->depth;
}

static void on_end(void *into, const char *name) {
    Xml *xml = into;
    name = local_name(name);
    if (xml->depth == 0) /* the root that a parser behind damage was given has none */
        return;
    size_t begin = xml->begins[--xml->depth];
    if (xml->tags_depth && xml->depth >= xml->tags_depth) {
        put_tag(xml, "</", name);
        return;
    }
    xml->tags_depth = 0;
    View text = view_slice(buffer_view(&xml->text), begin, xml->text.length);
    if (xml->handler.end(xml->handler.into, name, text.data ? text : VIEW(""))) {
        xml->item = true;
        XML_StopParser(xml->parser, XML_TRUE);
    }
    if (xml->depth <= 2) /* between items nothing is kept */
        xml->text.length = begin;
}

static void on_text(void *into, const char *letters, int count) {
    Xml *xml = into;
    for (int i = 0; i < count; i++) {
        char letter = letters[i];
        if (xml->tags_depth && letter == '<')
            buffer_append(&xml->text, VIEW("&lt;"));
        else if (xml->tags_depth && letter == '&')
            buffer_append(&xml->text, VIEW("&amp;"));
        else
            buffer_byte(&xml->text, letter);
    }
}

static Code begin_parser(Xml *xml, Error *error) {
    if (xml->parser)
        XML_ParserFree(xml->parser);
    xml->parser = XML_ParserCreate("UTF-8");
    if (!xml->parser)
        return error_memory(error);
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_begin, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    buffer_clear(&xml->text);
    xml->depth = xml->tags_depth = 0;
    xml->suspended = false;
    return OK;
}

/* Whether "&" begins what XML knows: "&#8217;" and its five names. */
static bool is_entity(View rest) {
    static const char *const known[] = {"&#", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (view_starts(rest, view(known[i])))
            return true;
    return false;
}

/* The document as a parser can take it: every other "&" becomes "&amp;", so that the letters of HTML reach its reader
 * as they are. Not within CDATA; a document with entities of its own is left alone. */
static bool mend(View text, Buffer *out) {
    bool own = view_find(text, VIEW("<!ENTITY"), 0) != SIZE_MAX;
    while (text.length) {
        bool cdata = view_starts(text, VIEW("<![CDATA["));
        size_t end = cdata ? view_find(text, VIEW("]]>"), 0) : 1;
        while (!cdata && end < text.length && text.data[end] != '&' && text.data[end] != '<')
            end++;
        end = end == SIZE_MAX ? text.length : end;
        bool bare = !own && !cdata && text.data[0] == '&' && !is_entity(text);
        buffer_append(out, bare ? VIEW("&amp;") : view_slice(text, 0, 1));
        buffer_append(out, view_slice(text, 1, end));
        text = view_slice(text, end, text.length);
    }
    return !out->failed;
}

/* The charset that the declaration names; data NULL when none is. */
static View declared(View text) {
    View head = view_slice(text, 0, text.length < 200 ? text.length : 200);
    size_t end = view_find(head, VIEW("?>"), 0), at = view_find(head, VIEW("encoding="), 0);
    if (end == SIZE_MAX || at == SIZE_MAX || at > end)
        return view(NULL);
    View value = view_slice(head, at + 10, end);
    size_t stop = 0;
    while (stop < value.length && value.data[stop] != '"' && value.data[stop] != '\'')
        stop++;
    return view_slice(value, 0, stop);
}

static Code load(Source *source, Xml *xml, Error *error) {
    View bytes;
    Report report = {0};
    Code code = source_rest(source, LIMIT_REPORT_BYTES, &bytes, error);
    Arena *arena = arena_new(0);
    if (code == OK)
        code = arena ? charset_decode_as(arena, view(xml->name), bytes, declared(bytes), &report, error)
                     : error_memory(error);
    View text = view_trim(report.body);
    for (const char *at = report.body.data; code == OK && at < text.data; at++)
        xml->line += *at == '\n';
    if (code == OK && !mend(text, &xml->document))
        code = error_memory(error);
    arena_free(arena);
    return code == OK ? begin_parser(xml, error) : code;
}

Code xml_open(Source *source, const XmlHandler *handler, Xml **xml, Error *error) {
    Xml *opened = calloc(1, sizeof *opened);
    *xml = NULL;
    if (!opened)
        return error_memory(error);
    opened->handler = *handler;
    opened->line = 1;
    buffer_init(&opened->document, 0);
    buffer_init(&opened->text, 0);
    opened->name = strdup(source_name(source));
    Code code = opened->name ? load(source, opened, error) : error_memory(error);
    if (code == OK)
        *xml = opened;
    else
        xml_close(opened);
    return code;
}

size_t xml_line(const Xml *xml) {
    return xml->line + XML_GetCurrentLineNumber(xml->parser) - 1;
}

/* The place of the next item's tag at or behind `from`; SIZE_MAX when there is none. */
static size_t find_item(const Xml *xml, size_t from) {
    View all = buffer_view(&xml->document);
    for (size_t at = view_find(all, VIEW("<"), from); at != SIZE_MAX; at = view_find(all, VIEW("<"), at + 1)) {
        const char *tag = all.data + at + 1;
        for (size_t i = 0; xml->handler.items[i]; i++) {
            size_t length = strlen(xml->handler.items[i]);
            if (at + 1 + length < all.length && memcmp(tag, xml->handler.items[i], length) == 0 &&
                strchr("> \t\n/", tag[length]))
                return at;
        }
    }
    return SIZE_MAX;
}

/* Tells the fault that the parser met, and goes on to the next item. */
static Code recover(Xml *xml, Error *error) {
    size_t line = xml_line(xml);
    XML_Index index = XML_GetCurrentByteIndex(xml->parser);
    const char *what =
        xml->failed ? "elements within elements without end" : XML_ErrorString(XML_GetErrorCode(xml->parser));
    size_t place = xml->start + (index > 0 ? (size_t)index : 0);
    if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
        return error_memory(error);
    size_t next = find_item(xml, place > xml->start ? place : xml->start + 1);
    xml->failed = OK;
    Code code = begin_parser(xml, error);
    if (code != OK)
        return code;
    xml->ended = next == SIZE_MAX;
    for (size_t i = xml->start; !xml->ended && i < next; i++)
        xml->line += xml->document.data[i] == '\n';
    xml->start = xml->ended ? xml->document.length : next;
    xml->begins[0] = 0; /* as if within a root and a channel */
    xml->depth = xml->ended ? 0 : 2;
    xml->begins[1] = 0;
    return error_set(error, ERROR_INPUT, "%s:%zu: damaged XML: %s", xml->name, line, what);
}

/* A parser that began at an item sees the ends of elements that it did not see begin; it is given a root for its
 * siblings, whose end is missing: both are faults of ours, not of the file's. */
Code xml_next(Xml *xml, bool *done, Error *error) {
    *done = xml->ended;
    xml->item = false;
    if (xml->ended)
        return OK;
    enum XML_Status status;
    if (xml->suspended) {
        status = XML_ResumeParser(xml->parser);
    } else {
        bool again = xml->start > 0;
        size_t depth = xml->depth;
        View rest = view_slice(buffer_view(&xml->document), xml->start, xml->document.length);
        xml->depth = 0;
        status = again ? XML_Parse(xml->parser, "<items>", 7, XML_FALSE) : XML_STATUS_OK;
        xml->depth = again ? depth : 0;
        if (status == XML_STATUS_OK)
            status = XML_Parse(xml->parser, rest.data, (int)rest.length, XML_TRUE);
    }
    if (xml->text.failed)
        return error_memory(error);
    xml->suspended = status == XML_STATUS_SUSPENDED;
    if (xml->item && status != XML_STATUS_ERROR)
        return OK;
    bool end_of_root = status == XML_STATUS_ERROR && xml->start > 0 && !xml->failed && xml->depth <= 2 &&
                       find_item(xml, xml->start + (size_t)XML_GetCurrentByteIndex(xml->parser)) == SIZE_MAX;
    if (status == XML_STATUS_ERROR && !end_of_root)
        return recover(xml, error);
    *done = xml->ended = true;
    return OK;
}

void xml_close(Xml *xml) {
    if (!xml)
        return;
    if (xml->parser)
        XML_ParserFree(xml->parser);
    buffer_free(&xml->document);
    buffer_free(&xml->text);
    free(xml->name);
    free(xml);
}
