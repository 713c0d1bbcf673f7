/* cli/answers: rows of a store -> standard output. A table shows the columns that people look at first, each as wide as
 * its longest value, the widest cut until the line fits. */
#include "cli/answers.h"
#include <stdio.h>
#include <string.h>

#define MOST_COLUMNS 10
#define NARROWEST    8
#define GAP          2

static Code written(bool fine, Error *error) {
    return fine ? OK : file_fault("standard output", "cannot be written", error);
}

static void csv_field(Buffer *out, View text) {
    bool quoted = false;
    for (size_t i = 0; i < text.length && !quoted; i++)
        quoted = strchr(",\"\r\n", text.data[i]) != NULL;
    if (!quoted) {
        buffer_append(out, text);
        return;
    }
    buffer_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            buffer_byte(out, '"');
        buffer_byte(out, text.data[i]);
    }
    buffer_byte(out, '"');
}

static Code put(Buffer *out, Error *error) {
    Code code = out->failed ? error_memory(error) : OK;
    if (code == OK)
        code = written(!out->length || fwrite(out->data, 1, out->length, stdout) == out->length, error);
    buffer_free(out);
    return code;
}

static Code write_csv(const Answers *answers, const StoreRow *row, Error *error) {
    Buffer out;
    buffer_init(&out, 0);
    for (size_t i = 0; answers->count == 0 && i < row->count; i++)
        buffer_format(&out, "%s%s%s", i ? "," : "", row->columns[i], i + 1 == row->count ? "\r\n" : "");
    for (size_t i = 0; i < row->count; i++) {
        if (i)
            buffer_byte(&out, ',');
        csv_field(&out, row->fields[i]);
    }
    buffer_append(&out, VIEW("\r\n"));
    return put(&out, error);
}

static Code wait_for_table(Answers *answers, const StoreRow *row, Error *error) {
    View *fields = arena_array(answers->arena, row->count + 1, sizeof *fields);
    answers->columns = row->columns;
    for (size_t i = 0; fields && i < row->count; i++) {
        fields[i] = row->fields[i].data ? arena_copy(answers->arena, row->fields[i]) : VIEW("");
        if (!fields[i].data)
            return error_memory(error);
    }
    return fields && list_push(answers->arena, &answers->rows, fields) ? OK : error_memory(error);
}

Code answers_take(void *into, const StoreRow *row, Error *error) {
    Answers *answers = into;
    Code code = OK;
    if (answers->form == ANSWER_TABLE)
        code = wait_for_table(answers, row, error);
    else if (answers->form == ANSWER_CSV)
        code = write_csv(answers, row, error);
    else
        code = written(fwrite(row->json.data, 1, row->json.length, stdout) == row->json.length && putchar('\n') != EOF,
                       error);
    answers->count++;
    return code;
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

typedef struct Layout {
    size_t columns[MOST_COLUMNS], widths[MOST_COLUMNS];
    size_t count;
} Layout;

static const char *const shown[][MOST_COLUMNS] = {
    [STORE_EVENTS] = {"from", "type", "status", "source", "target", "place", "tellers", "chain", "reports"},
    [STORE_STATEMENTS] = {"published", "speaker", "commitment", "content", "outlet"},
    [STORE_ACTORS] = {"name", "kind", "code", "reports", "source", "target", "teller", "names"},
    [STORE_REPORTS] = {"published", "outlet", "title", "events", "statements", "name"},
    [STORE_TYPES] = {"type", "events", "tellings"},
    [STORE_WEEKS] = {"week", "events", "tellings"},
    [STORE_PAIRS] = {"source", "target", "events", "tellings"},
};

static void lay_out(const Answers *answers, Layout *layout) {
    size_t total = 0;
    for (size_t i = 0; i < MOST_COLUMNS && shown[answers->what][i]; i++) {
        size_t column = 0;
        while (strcmp(answers->columns[column], shown[answers->what][i]) != 0)
            column++;
        size_t width = strlen(answers->columns[column]);
        for (size_t row = 0; row < answers->rows.count; row++) {
            size_t length = utf8_count(answers->rows.items[row][column]);
            width = length > width ? length : width;
        }
        layout->columns[layout->count] = column;
        layout->widths[layout->count++] = width;
        total += width + GAP;
    }
    while (total > (size_t)answers->width + GAP) {
        size_t widest = 0;
        for (size_t i = 1; i < layout->count; i++)
            widest = layout->widths[i] > layout->widths[widest] ? i : widest;
        if (layout->widths[widest] <= NARROWEST)
            break;
        layout->widths[widest]--;
        total--;
    }
}

/* Controls and line breaks as one space each: a report's words never steer a terminal. */
static void write_cell(Buffer *out, View text, size_t width, bool last) {
    size_t position = 0, column = 0, length = utf8_count(text);
    while (position < text.length && column < (length > width ? width - 1 : width)) {
        size_t start = position;
        uint32_t point = utf8_next(text, &position);
        if (point < 0x20 || (point >= 0x7F && point < 0xA0))
            buffer_byte(out, ' ');
        else
            buffer_append(out, view_slice(text, start, position));
        column++;
    }
    if (length > width) {
        buffer_append(out, VIEW("\u2026"));
        column++;
    }
    for (; !last && column < width + GAP; column++)
        buffer_byte(out, ' ');
}

Code answers_end(Answers *answers, Error *error) {
    Layout layout = {.count = 0};
    Buffer out;
    buffer_init(&out, 0);
    if (answers->form == ANSWER_TABLE && answers->rows.count) {
        lay_out(answers, &layout);
        for (size_t i = 0; i < layout.count; i++)
            write_cell(&out, view(answers->columns[layout.columns[i]]), layout.widths[i], i + 1 == layout.count);
        buffer_byte(&out, '\n');
        for (size_t row = 0; row < answers->rows.count; row++) {
            for (size_t i = 0; i < layout.count; i++)
                write_cell(&out, answers->rows.items[row][layout.columns[i]], layout.widths[i], i + 1 == layout.count);
            buffer_byte(&out, '\n');
        }
    }
    Code code = put(&out, error);
    return code == OK ? written(fflush(stdout) == 0, error) : code;
}
