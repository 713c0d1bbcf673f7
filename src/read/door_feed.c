/* read/door_feed: RSS 2.0, RSS 1.0 (RDF) and Atom -> a report for each item: its full content, else its summary, else
 * its title; what is HTML in it becomes text. The outlet is the channel; <source> is whom an item was taken from. */
#include "read/charset.h"
#include "read/fields.h"
#include "read/html.h"
#include "read/kind.h"
#include "read/xml.h"
#include <stdlib.h>
#include <string.h>

/* What is gathered of an item, then of the channel. */
typedef enum Part {
    PART_TITLE,
    PART_URL,
    PART_DATE,
    PART_AUTHOR,
    PART_SOURCE,
    PART_SUMMARY,
    PART_CONTENT,
    PART_CHANNEL,
    PART_CHANNEL_AUTHOR,
    PART_COUNT
} Part;

typedef struct State {
    Xml *xml;
    Buffer parts[PART_COUNT];
    bool in_item, in_aside, in_source, in_author;
    bool atom_text, plain[PART_COUNT]; /* Atom's type="text": letters, no HTML */
    bool dated;                        /* the date is that of publication, not of a later change */
    size_t line;
} State;

static bool knows(View head) {
    return kind_markup(head, VIEW("rss")) || kind_markup(head, VIEW("feed")) || kind_markup(head, VIEW("rdf:RDF")) ||
           kind_markup(head, VIEW("atom:feed"));
}

static bool is_one(const char *name, const char *const *names) {
    for (size_t i = 0; names[i]; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static const char *const item_names[] = {"item", "entry", "rss:item", "atom:entry", NULL};
static const char *const asides[] = {"image", "textinput", "textInput", "cloud", "media:group", NULL};

static void set(State *state, Part part, View value) {
    buffer_clear(&state->parts[part]);
    buffer_append(&state->parts[part], view_trim(value));
    state->plain[part] = state->atom_text;
}

static bool has(const State *state, Part part) {
    return state->parts[part].length > 0;
}

static void on_begin(void *into, const char *name, const char **attributes) {
    State *state = into;
    View relation = xml_attribute(attributes, "rel"), place = xml_attribute(attributes, "href");
    View type = xml_attribute(attributes, "type");
    if (is_one(name, item_names)) {
        for (int part = 0; part < PART_CHANNEL; part++)
            buffer_clear(&state->parts[part]);
        memset(state->plain, 0, sizeof state->plain);
        state->in_item = true;
        state->dated = state->in_source = state->in_author = false;
        state->line = xml_line(state->xml);
    } else if (strcmp(name, "source") == 0) {
        state->in_source = true;
    } else if (strcmp(name, "author") == 0) {
        state->in_author = true;
    } else if (is_one(name, asides)) {
        state->in_aside = true;
    } else if (strcmp(name, "link") == 0 && place.length && state->in_item && !state->in_source &&
               (!relation.data || view_equal(relation, VIEW("alternate")))) {
        set(state, PART_URL, place);
    }
    state->atom_text = view_equal(type, VIEW("text"));
}

static bool keeps_tags(void *into, const char *name, const char **attributes) {
    (void)into;
    (void)name;
    return view_equal(xml_attribute(attributes, "type"), VIEW("xhtml"));
}

static void end_of_date(State *state, const char *name, View text) {
    static const char *const published[] = {"pubDate", "published", "dc:date", "issued", NULL};
    static const char *const changed[] = {"updated", "modified", "dcterms:modified", NULL};
    if (is_one(name, published) && view_trim(text).length) {
        set(state, PART_DATE, text);
        state->dated = true;
    } else if (is_one(name, changed) && !state->dated) {
        set(state, PART_DATE, text);
    }
}

static void end_in_item(State *state, const char *name, View text) {
    static const char *const summaries[] = {"description", "summary", NULL};
    static const char *const contents[] = {"content:encoded", "content", "xhtml:body", NULL};
    bool author = strcmp(name, "dc:creator") == 0 || strcmp(name, "author") == 0;
    bool place = strcmp(name, "link") == 0 ||
                 (strcmp(name, "guid") == 0 && !has(state, PART_URL) && view_starts(view_trim(text), VIEW("http")));
    if (strcmp(name, "title") == 0)
        set(state, PART_TITLE, text);
    else if (place && view_trim(text).length)
        set(state, PART_URL, text);
    else if (author && view_trim(text).length && !has(state, PART_AUTHOR))
        set(state, PART_AUTHOR, text);
    else if (is_one(name, summaries))
        set(state, PART_SUMMARY, text);
    else if (is_one(name, contents) && text.length > state->parts[PART_CONTENT].length)
        set(state, PART_CONTENT, text);
    else
        end_of_date(state, name, text);
}

static bool on_end(void *into, const char *name, View text) {
    State *state = into;
    if (is_one(name, item_names)) {
        state->in_item = false;
        return true;
    }
    if (is_one(name, asides)) {
        state->in_aside = false;
    } else if (strcmp(name, "source") == 0) {
        state->in_source = false;
        if (view_trim(text).length && !has(state, PART_SOURCE))
            set(state, PART_SOURCE, text);
    } else if (state->in_author && strcmp(name, "name") == 0 && !state->in_source) {
        set(state, state->in_item ? PART_AUTHOR : PART_CHANNEL_AUTHOR, text);
    } else if (state->in_source) {
        if (strcmp(name, "title") == 0)
            set(state, PART_SOURCE, text);
    } else if (state->in_item && !state->in_aside) {
        end_in_item(state, name, text);
    } else if (strcmp(name, "title") == 0 && !state->in_aside) {
        set(state, PART_CHANNEL, text);
    }
    state->in_author = state->in_author && strcmp(name, "author") != 0;
    state->atom_text = false;
    return false;
}

static Code open_state(Input *input, Error *error) {
    State *state = calloc(1, sizeof *state);
    input->state = state;
    if (!state)
        return error_memory(error);
    for (int part = 0; part < PART_COUNT; part++)
        buffer_init(&state->parts[part], 0);
    return xml_open(input->source, &(XmlHandler){state, on_begin, on_end, keeps_tags, item_names}, &state->xml, error);
}

static void close_state(Input *input) {
    State *state = input->state;
    if (!state)
        return;
    xml_close(state->xml);
    for (int part = 0; part < PART_COUNT; part++)
        buffer_free(&state->parts[part]);
    free(state);
}

/* The part as text, on one line when it is a name or a title. */
static Code text_of(Arena *arena, const State *state, Part part, bool one_line, View *text, Error *error) {
    View value = buffer_view(&state->parts[part]);
    Code code = OK;
    *text = value;
    if (value.length && !state->plain[part] &&
        (!one_line || view_find(value, VIEW("&"), 0) != SIZE_MAX || view_find(value, VIEW("<"), 0) != SIZE_MAX))
        code = html_fragment(arena, value, text, error);
    if (code != OK || !one_line || !text->length)
        return code;
    char *line = arena_take(arena, text->length + 1);
    if (!line)
        return error_memory(error);
    for (size_t i = 0; i < text->length; i++)
        line[i] = text->data[i] == '\n' || text->data[i] == '\t' ? ' ' : text->data[i];
    text->data = line;
    return OK;
}

/* RSS 2.0 wants "desk@echo.example (Ann Lee)" of an author: the name alone. */
static View author_name(View author) {
    size_t open = view_find(author, VIEW("("), 0);
    bool mail = view_find(author, VIEW("@"), 0) != SIZE_MAX;
    return mail && open != SIZE_MAX && view_ends(author, VIEW(")")) ? view_slice(author, open + 1, author.length - 1)
                                                                    : author;
}

static Code fill_fields(Arena *arena, const State *state, Report *report, Error *error) {
    static const struct {
        Part part;
        Field field;
    } fields[] = {{PART_TITLE, FIELD_TITLE},
                  {PART_DATE, FIELD_DATE},
                  {PART_CHANNEL, FIELD_OUTLET},
                  {PART_CHANNEL_AUTHOR, FIELD_AUTHOR},
                  {PART_AUTHOR, FIELD_AUTHOR}};
    View value = buffer_view(&state->parts[PART_URL]);
    if (!field_fill(arena, report, FIELD_URL, value) || !field_fill(arena, report, FIELD_NAME, value))
        return error_memory(error);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        Code code = text_of(arena, state, fields[i].part, true, &value, error);
        if (fields[i].field == FIELD_AUTHOR)
            value = author_name(value);
        if (code != OK || !field_fill(arena, report, fields[i].field, value))
            return code != OK ? code : error_memory(error);
    }
    Code code = text_of(arena, state, PART_SOURCE, true, &value, error);
    if (code == OK && value.length && !(report->source = arena_copy(arena, value)).data)
        code = error_memory(error);
    return code;
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    State *state = input->state;
    Code code = xml_next(state->xml, done, error);
    if (code != OK || *done)
        return code;
    View place = arena_format(arena, "%s:%zu", source_name(input->source), state->line), text = {"", 0};
    report->name = place;
    if (!place.data)
        return error_memory(error);
    for (int part = 0; part < PART_COUNT; part++)
        if (state->parts[part].failed)
            return error_memory(error);
    code = fill_fields(arena, state, report, error);
    static const Part bodies[] = {PART_CONTENT, PART_SUMMARY, PART_TITLE};
    for (size_t i = 0; code == OK && !text.length && i < sizeof bodies / sizeof *bodies; i++)
        code = text_of(arena, state, bodies[i], false, &text, error);
    return code == OK ? charset_clean(arena, place, text, report, error) : code;
}

const Door door_feed = {"feed", knows, open_state, next, close_state};
