/* read/door_csv: a table with a header (RFC 4180; comma, semicolon, tab or bar between the fields) -> a report a row.
 * Which column is what is told by its name, or by --columns. A row whose quotation marks are wrong is refused, and the
 * next line is the next row: a mark that is not closed would take all that follows with it. In a table with tabs such a
 * row is read as if its marks were letters, as many write them. */
#include "read/charset.h"
#include "read/door.h"
#include "read/fields.h"
#include "read/kind.h"
#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS 200

typedef LIST(View) FieldList;

typedef struct State {
    char delimiter;
    size_t count;           /* columns */
    size_t at[FIELD_COUNT]; /* the column of each field; MOST_COLUMNS: none */
    size_t line;            /* the one that pending begins with */
} State;

typedef enum Quoting { QUOTES_FINE, QUOTES_OPEN, QUOTES_WRONG } Quoting;

static char delimiter_of(View header) {
    static const char candidates[] = ",;\t|";
    size_t best = 0, counts[4] = {0};
    bool quoted = false;
    for (size_t i = 0; i < header.length && (quoted || header.data[i] != '\n'); i++) {
        quoted = quoted != (header.data[i] == '"');
        const char *found = quoted || !header.data[i] ? NULL : strchr(candidates, header.data[i]);
        if (found)
            counts[found - candidates]++;
    }
    for (size_t i = 1; i < 4; i++)
        best = counts[i] > counts[best] ? i : best;
    return counts[best] ? candidates[best] : ',';
}

/* Where the row that the text begins with ends, its line break not counted; the text's end when it is open. */
static Quoting row_end(View text, char delimiter, size_t *end) {
    bool quoted = false, begins = true;
    for (*end = 0; *end < text.length; ++*end) {
        char byte = text.data[*end];
        if (quoted) {
            if (byte != '"')
                continue;
            char behind = *end + 1 < text.length ? text.data[*end + 1] : '\n';
            if (behind == '"') {
                ++*end;
                continue;
            }
            quoted = false;
            if (behind != delimiter && behind != '\n' && behind != '\r')
                return QUOTES_WRONG;
        } else if (byte == '\n') {
            return QUOTES_FINE;
        } else {
            quoted = begins && byte == '"';
            begins = byte == delimiter;
        }
    }
    return quoted ? QUOTES_OPEN : QUOTES_FINE;
}

/* The fields of a row; letters: quotation marks are letters. False: no memory. */
static bool split(Arena *arena, View row, char delimiter, bool letters, FieldList *fields) {
    char *out = arena_take(arena, row.length + 1);
    if (!out)
        return false;
    for (size_t i = 0, more = 1; more;) {
        size_t length = 0;
        bool quoted = !letters && i < row.length && row.data[i] == '"';
        for (i += quoted; i < row.length && (quoted || row.data[i] != delimiter); i++) {
            if (quoted && row.data[i] == '"' && !(i + 1 < row.length && row.data[i + 1] == '"'))
                quoted = false;
            else
                i += quoted && row.data[i] == '"', out[length++] = row.data[i];
        }
        more = i < row.length;
        i += more;
        if (!list_push(arena, fields, (View){out, length}))
            return false;
        out += length;
    }
    return true;
}

/* Finds the next row that is not empty: its bytes and number. *wrong: its marks are. */
static Code next_row(Input *input, View *row, size_t *line, Quoting *quoting, bool *done, Error *error) {
    State *state = input->state;
    size_t end = 0;
    Code code = source_want(input->source, 1, error);
    for (;;) {
        View rest = source_pending(input->source);
        if (code != OK || (!rest.length && source_ended(input->source)))
            return *done = code == OK, code;
        *quoting = row_end(rest, state->delimiter, &end);
        bool cut = end == rest.length && !source_ended(input->source);
        if (cut && rest.length <= LIMIT_REPORT_BYTES) {
            code = source_want(input->source, 2 * rest.length, error);
            continue;
        }
        if (*quoting != QUOTES_FINE || cut) { /* one line of it */
            const char *found = memchr(rest.data, '\n', rest.length);
            end = found ? (size_t)(found - rest.data) : rest.length;
        }
        *row = view_trim(view_slice(rest, 0, end)).length ? view_slice(rest, 0, end) : view(NULL);
        *line = state->line;
        for (size_t i = 0; i < end; i++)
            state->line += rest.data[i] == '\n';
        state->line += end < rest.length;
        source_use(input->source, end + (end < rest.length));
        if (row->data)
            return OK;
        code = source_want(input->source, 1, error);
    }
}

/* The row's fields as UTF-8; what was done to its bytes is noted in the report. */
static Code read_row(Input *input, Arena *arena, View row, View place, bool letters, FieldList *fields, Report *report,
                     Error *error) {
    State *state = input->state;
    while (view_ends(row, VIEW("\r")))
        row.length--;
    Code code = charset_decode(arena, place, row, report, error);
    if (code == OK && !split(arena, report->body, state->delimiter, letters, fields))
        code = error_memory(error);
    return code;
}

static size_t column_named(const FieldList *names, View name) {
    for (size_t i = 0; i < names->count && i < MOST_COLUMNS; i++)
        if (view_equal_folded(view_trim(names->items[i]), name))
            return i;
    long number;
    bool is_number = view_to_long(name, &number) && number >= 1 && (size_t)number <= names->count;
    return is_number ? (size_t)number - 1 : MOST_COLUMNS;
}

/* --columns: "text=BODY,date=PUB", columns by name or number from 1. */
static Code take_columns(State *state, const char *file, View columns, const FieldList *names, Error *error) {
    View part;
    while (view_split(&columns, ',', &part)) {
        size_t equals = view_find(part, VIEW("="), 0), rank;
        View key = view_trim(view_slice(part, 0, equals == SIZE_MAX ? part.length : equals));
        View name = view_trim(view_slice(part, equals == SIZE_MAX ? part.length : equals + 1, part.length));
        Field field = field_of(key, &rank);
        if (equals == SIZE_MAX || field == FIELD_NONE)
            return error_set(
                error, ERROR_USAGE,
                "--columns takes text=COLUMN and the like (id, title, date, outlet, url, author), not \"%.*s\"",
                (int)part.length, part.data);
        state->at[field] = column_named(names, name);
        if (state->at[field] == MOST_COLUMNS)
            return error_set(error, ERROR_INPUT, "%s: no column is named \"%.*s\"", file, (int)name.length, name.data);
    }
    return OK;
}

static void take_names(State *state, const FieldList *names) {
    size_t ranks[FIELD_COUNT], rank;
    for (int field = 0; field < FIELD_COUNT; field++) {
        state->at[field] = MOST_COLUMNS;
        ranks[field] = SIZE_MAX;
    }
    for (size_t i = 0; i < names->count && i < MOST_COLUMNS; i++) {
        Field field = field_of(view_trim(names->items[i]), &rank);
        if (field == FIELD_NONE || rank >= ranks[field])
            continue;
        ranks[field] = rank;
        state->at[field] = i;
    }
}

static Code read_header(Input *input, Error *error) {
    State *state = input->state;
    const char *file = source_name(input->source), *columns = input->options->columns;
    View row, place = view(file);
    size_t line;
    Quoting quoting;
    bool done = false;
    FieldList names = {0};
    Report report = {0};
    Code code = next_row(input, &row, &line, &quoting, &done, error);
    if (code != OK)
        return code;
    if (done)
        return error_set(error, ERROR_INPUT, "%s: empty: no text in it", file);
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    code = arena ? read_row(input, arena, row, place, quoting != QUOTES_FINE, &names, &report, error)
                 : error_memory(error);
    if (code == OK) {
        state->count = names.count;
        take_names(state, &names);
        code = columns ? take_columns(state, file, view(columns), &names, error) : OK;
    }
    if (code == OK && state->at[FIELD_TEXT] == MOST_COLUMNS)
        code = error_set(error, ERROR_INPUT,
                         "%s:%zu: no column is named \"text\"; --columns text=NAME says which it is", file, line);
    arena_free(arena);
    return code;
}

static Code open_with(Input *input, char delimiter, Error *error) {
    State *state = calloc(1, sizeof *state);
    input->state = state;
    if (!state)
        return error_memory(error);
    state->line = 1;
    Code code = source_want(input->source, KIND_BYTES, error);
    View head = source_pending(input->source);
    state->delimiter = delimiter ? delimiter : delimiter_of(head);
    source_use(input->source, head.length - kind_without_mark(head).length);
    return code == OK ? read_header(input, error) : code;
}

static Code open_state(Input *input, Error *error) {
    return open_with(input, '\0', error);
}

static Code open_tabs(Input *input, Error *error) {
    return open_with(input, '\t', error);
}

static void close_state(Input *input) {
    free(input->state);
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    State *state = input->state;
    View row;
    size_t line;
    Quoting quoting;
    FieldList fields = {0};
    Code code = next_row(input, &row, &line, &quoting, done, error);
    if (code != OK || *done)
        return code;
    bool letters = quoting != QUOTES_FINE && state->delimiter == '\t';
    View place = arena_format(arena, "%s:%zu", source_name(input->source), line);
    report->name = place;
    if (!place.data)
        return error_memory(error);
    if (quoting != QUOTES_FINE && !letters)
        return error_set(error, ERROR_INPUT, "%.*s: a quotation mark is not closed, or letters stand behind one",
                         (int)place.length, place.data);
    code = read_row(input, arena, row, place, letters, &fields, report, error);
    if (code == OK && fields.count != state->count)
        code = error_set(error, ERROR_INPUT, "%.*s: a row of %zu fields where the header has %zu", (int)place.length,
                         place.data, fields.count, state->count);
    for (int field = 0; code == OK && field < FIELD_COUNT; field++)
        if (state->at[field] < fields.count && !field_fill(arena, report, (Field)field, fields.items[state->at[field]]))
            code = error_memory(error);
    return code == OK ? charset_clean(arena, place, fields.items[state->at[FIELD_TEXT]], report, error) : code;
}

/* A header of short names, one of which is that of a text, and a second line. */
static bool knows(View head) {
    View text = kind_without_mark(head), header, name, rest;
    size_t count = 0, texts = 0, rank;
    if (!view_split(&text, '\n', &header) || !view_trim(text).length)
        return false;
    char delimiter = delimiter_of(header);
    for (rest = view_trim(header); view_split(&rest, delimiter, &name); count++) {
        name = view_trim(name);
        if (name.length > 1 && view_starts(name, VIEW("\"")) && view_ends(name, VIEW("\"")))
            name = view_slice(name, 1, name.length - 1);
        if (name.length > 60)
            return false;
        texts += field_of(name, &rank) == FIELD_TEXT;
    }
    return count > 1 && texts > 0;
}

static bool knows_none(View head) {
    (void)head;
    return false; /* door_csv finds the tabs itself */
}

const Door door_csv = {"csv", knows, open_state, next, close_state};
const Door door_tsv = {"tsv", knows_none, open_tabs, next, close_state};
