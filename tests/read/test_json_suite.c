/* The verdicts of JSONTestSuite (json_suite.txt) on what reads JSON: each text as a value, and as a member of a report
 * that the JSON door reads. */
#include "read/read.h"
#include "tests/test.h"
#include <stdlib.h>

/* "\HH" -> the byte; "*N TEXT" -> TEXT, N times. */
static void unescape(View line, Buffer *out) {
    long times = 1;
    size_t space = view_find(line, VIEW(" "), 0);
    if (view_starts(line, VIEW("*")) && space != SIZE_MAX && view_to_long(view_slice(line, 1, space), &times))
        line = view_slice(line, space + 1, line.length);
    for (; times > 0; times--)
        for (size_t i = 0; i < line.length; i++) {
            char byte = line.data[i];
            if (byte == '\\') {
                char digits[3] = {line.data[i + 1], line.data[i + 2], '\0'};
                byte = (char)strtol(digits, NULL, 16);
                i += 2;
            }
            buffer_byte(out, byte);
        }
}

static Code verdict_of_value(View text) {
    JsonValue *value;
    Error error = {0};
    Code code = json_value_parse(text, "case", 1, &value, &error);
    json_value_free(value);
    return code;
}

/* OK when the door gives the one report and refuses nothing. */
static Code verdict_of_door(View text) {
    Buffer file;
    Reader *reader;
    Error error = {0};
    Report report;
    size_t found = 0;
    bool refused = false, done = false;
    ReadOptions options = {.from = "json"};
    Arena *arena = arena_new(0);
    buffer_init(&file, 0);
    buffer_format(&file, "[{\"text\": \"The minister said no.\", \"other\": ");
    buffer_append(&file, text);
    buffer_append(&file, VIEW("}]"));
    if (CHECK_OK(reader_open_bytes(VIEW("case"), buffer_view(&file), &options, &reader, &error), error))
        while (!done) {
            Code code = reader_next(reader, arena, &report, &done, &error);
            CHECK(code == OK || code == ERROR_INPUT);
            refused = refused || code != OK;
            found += code == OK && !done;
        }
    reader_close(reader);
    buffer_free(&file);
    arena_free(arena);
    return found == 1 && !refused ? OK : ERROR_INPUT;
}

static bool both(Code value, Code door, Code wanted) {
    bool first = CHECK(value == wanted), second = CHECK(door == wanted);
    return first && second;
}

static void check_case(View name, View text) {
    bool mark = view_starts(text, VIEW("\xEF\xBB\xBF")); /* taken off at the door; within a file it is none */
    Code value = verdict_of_value(text), door = mark ? ERROR_INPUT : verdict_of_door(text);
    bool fine = true;
    if (view_starts(name, VIEW("y_")))
        fine = both(value, door, OK);
    else if (view_starts(name, VIEW("n_")))
        fine = both(value, door, ERROR_INPUT);
    if (!fine)
        printf("    %.*s\n", (int)name.length, name.data);
}

int main(void) {
    Arena *arena = arena_new(0);
    View cases, line, name;
    Error error = {0};
    Buffer text;
    test_begin("json_suite");
    buffer_init(&text, 0);
    if (CHECK_OK(file_read(arena, "tests/read/json_suite.txt", 0, &cases, &error), error))
        while (view_split(&cases, '\n', &line)) {
            if (view_starts(line, VIEW("#")) || !view_split(&line, '\t', &name))
                continue;
            buffer_clear(&text);
            unescape(line, &text);
            check_case(name, buffer_view(&text));
        }
    buffer_free(&text);
    arena_free(arena);
    return test_end();
}
