/* base/json_read: JSON values out of text. The only file that knows jansson; a JsonValue is its json_t.
 *
 * All of a value lies in one arena that goes with it: where jansson takes memory for each value from the heap, that
 * memory lies between what the store keeps for long, and the ten-thousandth record takes a third longer than the first.
 * Before each piece that jansson takes stands the arena that it lies in; NULL before a piece of the heap, which is what
 * a program around the library gets that uses jansson itself. The character U+0000 becomes U+FFFD. */
#include "base/base.h"

#include <jansson.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef struct Piece {
    _Alignas(max_align_t) Arena *arena;
    _Alignas(max_align_t) char data[];
} Piece;

static _Thread_local Arena *parsed_into; /* NULL but within json_value_parse */

static Piece *piece_of(void *data) {
    return (Piece *)((char *)data - offsetof(Piece, data));
}

static void *piece_take(size_t size) {
    if (size > SIZE_MAX - sizeof(Piece))
        return NULL;
    Piece *piece = parsed_into ? arena_take(parsed_into, sizeof *piece + size) : malloc(sizeof *piece + size);
    if (!piece)
        return NULL;
    piece->arena = parsed_into;
    return piece->data;
}

static void piece_give(void *data) {
    if (data && !piece_of(data)->arena)
        free(piece_of(data));
}

static void take_pieces(void) {
    json_set_alloc_funcs(piece_take, piece_give);
}

static const json_t *inner(const JsonValue *value) {
    return (const json_t *)value;
}

/* The place of the next "\\u0000" that is an escape (not "\\\\u0000"); SIZE_MAX when there is none. */
static size_t find_zero(View text, size_t from) {
    for (size_t at = view_find(text, VIEW("\\u0000"), from); at != SIZE_MAX;
         at = view_find(text, VIEW("\\u0000"), at + 1)) {
        size_t first = at;
        while (first > 0 && text.data[first - 1] == '\\')
            first--;
        if ((at - first) % 2 == 0)
            return at;
    }
    return SIZE_MAX;
}

static bool without_zeros(View text, Buffer *out) {
    size_t from = 0;
    for (size_t at; (at = find_zero(text, from)) != SIZE_MAX; from = at + 6) {
        buffer_append(out, view_slice(text, from, at));
        buffer_append(out, VIEW("\\uFFFD"));
    }
    buffer_append(out, view_slice(text, from, text.length));
    return !out->failed;
}

/* true, false, null: jansson has one of each, for all. */
static bool is_constant(const json_t *value) {
    return json_is_boolean(value) || json_is_null(value);
}

static json_t *parse(View text, json_error_t *fault) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, take_pieces);
    parsed_into = arena_new(0);
    if (!parsed_into) {
        *fault = (json_error_t){.text[JSON_ERROR_TEXT_LENGTH - 1] = json_error_out_of_memory};
        return NULL;
    }
    json_t *parsed = json_loadb(text.data ? text.data : "", text.length, JSON_DECODE_ANY, fault);
    if (!parsed || is_constant(parsed))
        arena_free(parsed_into);
    parsed_into = NULL;
    return parsed;
}

Code json_value_parse(View text, const char *name, size_t first_line, JsonValue **value, Error *error) {
    json_error_t fault;
    Buffer mended;
    *value = NULL;
    if (text.length && memchr(text.data, '\0', text.length)) /* jansson would pass over it */
        return error_set(error, ERROR_INPUT, "%s:%zu: not JSON: a byte of zero stands in it", name, first_line);
    buffer_init(&mended, 0);
    if (find_zero(text, 0) != SIZE_MAX) {
        if (!without_zeros(text, &mended)) {
            buffer_free(&mended);
            return error_memory(error);
        }
        text = buffer_view(&mended);
    }
    json_t *parsed = parse(text, &fault);
    buffer_free(&mended);
    if (!parsed && json_error_code(&fault) == json_error_out_of_memory)
        return error_memory(error);
    if (!parsed)
        return error_set(error, ERROR_INPUT, "%s:%zu:%d: not JSON: %s", name,
                         first_line + (fault.line > 0 ? (size_t)fault.line - 1 : 0), fault.column, fault.text);
    *value = (JsonValue *)parsed;
    return OK;
}

void json_value_free(JsonValue *value) {
    if (value && !is_constant((json_t *)value))
        arena_free(piece_of(value)->arena);
}

JsonKind json_value_kind(const JsonValue *value) {
    if (!value)
        return JSON_KIND_NONE;
    switch (json_typeof(inner(value))) {
    case JSON_OBJECT: return JSON_KIND_OBJECT;
    case JSON_ARRAY: return JSON_KIND_ARRAY;
    case JSON_STRING: return JSON_KIND_TEXT;
    case JSON_INTEGER:
    case JSON_REAL: return JSON_KIND_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE: return JSON_KIND_BOOLEAN;
    default: return JSON_KIND_NULL;
    }
}

const JsonValue *json_value_member(const JsonValue *object, const char *key) {
    return (const JsonValue *)json_object_get(inner(object), key);
}

const JsonValue *json_value_item(const JsonValue *array, size_t index) {
    return (const JsonValue *)json_array_get(inner(array), index);
}

size_t json_value_count(const JsonValue *value) {
    return json_value_kind(value) == JSON_KIND_OBJECT ? json_object_size(inner(value)) : json_array_size(inner(value));
}

View json_value_text(const JsonValue *value) {
    return (View){json_string_value(inner(value)), json_string_length(inner(value))};
}

bool json_value_number(const JsonValue *value, double *number) {
    if (json_value_kind(value) != JSON_KIND_NUMBER)
        return false;
    *number = json_number_value(inner(value));
    return true;
}

bool json_value_integer(const JsonValue *value, long long *number) {
    if (!value || !json_is_integer(inner(value)))
        return false;
    *number = json_integer_value(inner(value));
    return true;
}

bool json_value_boolean(const JsonValue *value, bool *boolean) {
    if (json_value_kind(value) != JSON_KIND_BOOLEAN)
        return false;
    *boolean = json_is_true(inner(value));
    return true;
}

bool json_value_next(const JsonValue *object, JsonMember *member) {
    if (json_value_kind(object) != JSON_KIND_OBJECT)
        return false;
    json_t *mutable = (json_t *)(uintptr_t)object; /* jansson's iterators take no const, and change nothing */
    member->place = member->place ? json_object_iter_next(mutable, member->place) : json_object_iter(mutable);
    if (!member->place)
        return false;
    member->key = (View){json_object_iter_key(member->place), json_object_iter_key_len(member->place)};
    member->value = (const JsonValue *)json_object_iter_value(member->place);
    return true;
}
