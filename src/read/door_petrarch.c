/* read/door_petrarch: the input of the PETRARCH coders, <Sentences><Sentence date="20150219" id="..."
 * source="..."><Text>
 * -> a report for each sentence. Parses and codes in it are passed over. */
#include "read/charset.h"
#include "read/fields.h"
#include "read/kind.h"
#include "read/xml.h"
#include <stdlib.h>
#include <strings.h>

typedef struct State {
    Xml *xml;
    Buffer date, id, source, text;
    size_t line; /* where the sentence begins */
} State;

static bool knows(View head) {
    bool root = kind_markup(head, VIEW("sentences")) || kind_markup(head, VIEW("root")) ||
                kind_markup(head, VIEW("validation"));
    return root &&
           (view_find(head, VIEW("<Sentence "), 0) != SIZE_MAX || view_find(head, VIEW("<sentence "), 0) != SIZE_MAX);
}

static void set(Buffer *buffer, View value) {
    buffer_clear(buffer);
    buffer_append(buffer, value);
}

static void on_begin(void *into, const char *name, const char **attributes) {
    State *state = into;
    if (strcasecmp(name, "sentence") != 0)
        return;
    set(&state->date, xml_attribute(attributes, "date"));
    set(&state->id, xml_attribute(attributes, "id"));
    set(&state->source, xml_attribute(attributes, "source"));
    buffer_clear(&state->text);
    state->line = xml_line(state->xml);
}

static bool on_end(void *into, const char *name, View text) {
    State *state = into;
    View word;
    if (strcasecmp(name, "text") == 0) { /* laid out over lines, which mean nothing */
        buffer_clear(&state->text);
        for (View line; view_split(&text, '\n', &line);)
            if ((word = view_trim(line)).length) {
                buffer_append(&state->text, state->text.length ? VIEW(" ") : VIEW(""));
                buffer_append(&state->text, word);
            }
    }
    return strcasecmp(name, "sentence") == 0;
}

static Code open_state(Input *input, Error *error) {
    static const char *const items[] = {"Sentence", "sentence", NULL};
    State *state = calloc(1, sizeof *state);
    input->state = state;
    if (!state)
        return error_memory(error);
    buffer_init(&state->date, 0);
    buffer_init(&state->id, 0);
    buffer_init(&state->source, 0);
    buffer_init(&state->text, 0);
    return xml_open(input->source, &(XmlHandler){state, on_begin, on_end, NULL, items}, &state->xml, error);
}

static void close_state(Input *input) {
    State *state = input->state;
    if (!state)
        return;
    xml_close(state->xml);
    buffer_free(&state->date);
    buffer_free(&state->id);
    buffer_free(&state->source);
    buffer_free(&state->text);
    free(state);
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    State *state = input->state;
    Code code = xml_next(state->xml, done, error);
    if (code != OK || *done)
        return code;
    View place = arena_format(arena, "%s:%zu", source_name(input->source), state->line);
    report->name = place;
    if (!place.data || state->text.failed || !field_fill(arena, report, FIELD_NAME, buffer_view(&state->id)) ||
        !field_fill(arena, report, FIELD_DATE, buffer_view(&state->date)) ||
        !field_fill(arena, report, FIELD_OUTLET, buffer_view(&state->source)))
        return error_memory(error);
    return charset_clean(arena, place, buffer_view(&state->text), report, error);
}

const Door door_petrarch = {"petrarch", knows, open_state, next, close_state};
