/* read/door_json: a JSON array of objects, or objects one behind the other over many lines -> a report each. Only one
 * object is in memory at a time: its end is found by its brackets, outside of strings. A damaged one is refused, and
 * the next "}, {" is where another begins. */
#include "read/door.h"
#include "read/json_report.h"
#include "read/kind.h"
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (2 * LIMIT_REPORT_BYTES) /* of one object: a text with all its escapes */

typedef struct State {
    bool begun, array, ended;
    bool told; /* what is wrong in front of the next value */
    size_t number, line;
    size_t commas; /* since the last value */
} State;

static bool knows(View head) {
    View text = view_trim(kind_without_mark(head));
    if (view_starts(text, VIEW("{"))) { /* spread over lines: the first one is no whole object */
        size_t end = view_find(text, VIEW("\n"), 0);
        return end != SIZE_MAX && view_trim(view_slice(text, 0, end)).length == 1 &&
               view_starts(view_trim(view_slice(text, end, text.length)), VIEW("\""));
    }
    if (!view_starts(text, VIEW("[")))
        return false;
    text = view_trim(view_slice(text, 1, text.length));
    if (view_starts(text, VIEW("{")))
        text = view_trim(view_slice(text, 1, text.length));
    return view_starts(text, VIEW("\"")) || view_starts(text, VIEW("]"));
}

static Code open_state(Input *input, Error *error) {
    State *state = calloc(1, sizeof *state);
    input->state = state;
    if (!state)
        return error_memory(error);
    state->line = 1;
    return OK;
}

static void close_state(Input *input) {
    free(input->state);
}

static void use(Input *input, size_t bytes) {
    View used = view_slice(source_pending(input->source), 0, bytes);
    State *state = input->state;
    for (const char *at = used.data; (at = memchr(at, '\n', (size_t)(used.data + used.length - at))); at++)
        state->line++;
    source_use(input->source, bytes);
}

static bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Stands in front of the next value; false in *any when there is none. */
static Code stand_in_front(Input *input, bool *any, Error *error) {
    State *state = input->state;
    Code code = source_want(input->source, 3, error);
    if (code == OK && !state->begun)
        source_use(input->source,
                   source_pending(input->source).length - kind_without_mark(source_pending(input->source)).length);
    for (*any = false; code == OK && !*any;) {
        View rest = source_pending(input->source);
        if (!rest.length && source_ended(input->source))
            break;
        char byte = rest.length ? rest.data[0] : ' ';
        bool opens = byte == '[' && !state->begun;
        state->begun = state->begun || (rest.length && !is_space(byte));
        state->array = state->array || opens;
        if (rest.length && byte == ']' && state->array) {
            use(input, 1);
            state->ended = true;
            break;
        }
        *any = rest.length && !opens && !is_space(byte) && !(byte == ',' && state->array);
        state->commas += rest.length && byte == ',' && state->array;
        if (rest.length && !*any)
            use(input, 1);
        else if (!rest.length)
            code = source_more(input->source, error);
    }
    return code;
}

/* The length of the value that pending begins with; 0 when its end is not there. */
static size_t value_length(View text) {
    size_t depth = 0;
    bool string = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.data[i];
        if (string) {
            i += byte == '\\';
            string = byte != '"';
        } else if (byte == '"') {
            string = true;
        } else if (byte == '{' || byte == '[') {
            depth++;
        } else if (byte == '}' || byte == ']') {
            if (depth <= 1)
                return i + (depth == 1);
            depth--;
        } else if (byte == ',' && depth == 0) {
            return i;
        }
    }
    return 0;
}

static Code want_value(Input *input, size_t *length, Error *error) {
    Code code = OK;
    for (size_t seen = 0;;) {
        View rest = source_pending(input->source);
        *length = rest.length >= 2 * seen || source_ended(input->source) ? value_length(rest) : 0;
        if (code != OK || *length || source_ended(input->source) || rest.length > MOST_BYTES)
            return code;
        seen = rest.length;
        code = source_want(input->source, 2 * rest.length + 1, error);
    }
}

/* Behind a damaged object, to where another one begins: "}" and "{" with only a comma and white space between. */
static Code find_next(Input *input, Error *error) {
    size_t from = 1;
    for (;;) {
        View rest = source_pending(input->source);
        for (; from < rest.length; from++) {
            size_t at = from + 1;
            if (rest.data[from] != '}')
                continue;
            while (at < rest.length && (is_space(rest.data[at]) || rest.data[at] == ','))
                at++;
            if (at == rest.length && !source_ended(input->source))
                break;
            if (at < rest.length && rest.data[at] == '{') {
                use(input, at);
                return OK;
            }
        }
        bool ended = source_ended(input->source);
        if (ended || from > 1) {
            use(input, ended ? rest.length : from - 1);
            from = 1;
        }
        if (ended)
            return OK;
        Code code = source_more(input->source, error);
        if (code != OK)
            return code;
    }
}

static Code refuse(Input *input, const char *what, Error *error) {
    State *state = input->state;
    return error_set(error, ERROR_INPUT, "%s:%zu: not JSON: %s", source_name(input->source), state->line, what);
}

/* What is wrong between two values, told once; NULL: nothing. */
static const char *fault_between(Input *input, bool any, bool was_ended) {
    State *state = input->state;
    bool told = state->told;
    state->told = true;
    if (any && was_ended) {
        use(input, source_pending(input->source).length);
        return "something stands behind the array";
    }
    if (told || !state->array)
        return NULL;
    if (any && state->commas != (state->number > 0))
        return state->commas ? "a comma too many" : "a comma is missing";
    if (!any && state->commas)
        return "a comma too many";
    return !any && !state->ended ? "the array is cut" : NULL;
}

/* Of the value that stands in front. What is no JSON is passed over to where another value begins. */
static Code read_value(Input *input, size_t length, Arena *arena, Report *report, Error *error) {
    State *state = input->state;
    const char *file = source_name(input->source);
    View whole = view_slice(source_pending(input->source), 0, length ? length : source_pending(input->source).length);
    View name = arena_format(arena, "%s[%zu]", file, ++state->number);
    bool parsed = false;
    Error later = {0};
    if (!name.data)
        return error_memory(error);
    Code code = whole.length > MOST_BYTES
                    ? error_set(error, ERROR_INPUT, "%s:%zu: longer than %zu MiB; split it", file, state->line,
                                MOST_BYTES >> 20)
                    : json_report_read(arena, file, state->line, name, whole, report, &parsed, error);
    state->told = false;
    state->commas = !parsed;
    if (parsed)
        use(input, whole.length);
    else if (find_next(input, &later) != OK)
        return *error = later, later.code;
    return code;
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    State *state = input->state;
    bool any = false, was_ended = state->ended;
    size_t length = 0;
    Code code = stand_in_front(input, &any, error);
    if (code != OK)
        return code;
    const char *fault = fault_between(input, any, was_ended);
    if (fault)
        return refuse(input, fault, error);
    *done = !any;
    if (any)
        code = want_value(input, &length, error);
    return any && code == OK ? read_value(input, length, arena, report, error) : code;
}

const Door door_json = {"json", knows, open_state, next, close_state};
