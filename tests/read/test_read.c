/* Every tests/read/cases/NAME.txt is read and what comes out is compared with NAME.expected, as text. The program
 * called with a file's name prints that text (for writing a new expectation, to be looked at before it is kept). */
#include "read/read.h"
#include "tests/test.h"
#include <glob.h>
#include <stdlib.h>
#include <unistd.h>

static void show_member(Buffer *out, const char *key, View value) {
    if (value.data)
        buffer_format(out, "%s: %.*s\n", key, (int)value.length, value.data);
}

static void show_report(Buffer *out, const Report *report) {
    show_member(out, "name", report->name);
    show_member(out, "title", report->title);
    show_member(out, "outlet", report->outlet);
    show_member(out, "url", report->url);
    show_member(out, "author", report->author);
    show_member(out, "source", report->source);
    show_member(out, "date", report->date);
    show_member(out, "record", report->record.data ? VIEW("kept") : report->record);
    for (size_t i = 0; i < report->notes.count; i++)
        show_member(out, "note", report->notes.items[i]);
    buffer_format(out, "---\n%.*s\n===\n", (int)report->body.length, report->body.data);
}

static Code show_file(Buffer *out, Arena *arena, const char *path, Error *error) {
    Reader *reader = NULL;
    bool done = false;
    Code code = reader_open(path, &reader, error);
    while (!done && (code == OK || code == ERROR_INPUT)) {
        Report report;
        code = reader_next(reader, arena, &report, &done, error);
        if (code == ERROR_INPUT)
            buffer_format(out, "refused: %s\n===\n", error->message);
        else if (code == OK && !done) {
            CHECK(utf8_invalid(report.body) == SIZE_MAX);
            show_report(out, &report);
        }
    }
    reader_close(reader);
    return code;
}

static void test_case(const char *path) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Buffer out;
    buffer_init(&out, 0);
    CHECK_OK(show_file(&out, arena, path, &error), error);
    char expected_path[300];
    snprintf(expected_path, sizeof expected_path, "%.*s.expected", (int)strlen(path) - 4, path);
    View expected = {"", 0};
    CHECK_OK(file_read(arena, expected_path, 0, &expected, &error), error);
    if (!CHECK(view_equal(buffer_view(&out), expected)))
        printf("%s gives\n%.*s", path, (int)out.length, out.data);
    buffer_free(&out);
    arena_free(arena);
}

/* A file of the given size made of one repeated piece. */
static const char *large_file(const char *start, const char *piece, size_t size, const char *end) {
    static char path[] = "/tmp/isnad-test-XXXXXX";
    strcpy(path + sizeof path - 7, "XXXXXX");
    FILE *file = fdopen(mkstemp(path), "w");
    fputs(start, file);
    for (size_t length = 0; length < size; length += strlen(piece))
        fputs(piece, file);
    fputs(end, file);
    fclose(file);
    return path;
}

static void test_large(void) {
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    Error error = {0};
    Reader *reader;
    Report report;
    bool done;
    const char *path = large_file("", "The minister said no. ", (size_t)20 << 20, "");
    CHECK_OK(reader_open(path, &reader, &error), error);
    CHECK_OK(reader_next(reader, arena, &report, &done, &error), error);
    CHECK(!done && report.body.length >= (size_t)20 << 20);
    CHECK(reader_next(reader, arena, &report, &done, &error) == OK && done);
    reader_close(reader);
    unlink(path);

    arena_reset(arena);
    path = large_file("", "The minister said no.\n", (size_t)33 << 20, "");
    CHECK_OK(reader_open(path, &reader, &error), error);
    CHECK(reader_next(reader, arena, &report, &done, &error) == ERROR_INPUT);
    CHECK(view_ends(view(error.message), VIEW("longer than 32 MiB; split it")));
    CHECK(reader_next(reader, arena, &report, &done, &error) == OK && done);
    reader_close(reader);
    unlink(path);

    path = large_file("{\"text\": \"", "The minister said no. ", (size_t)33 << 20, "\"}\n{\"text\": \"Short.\"}\n");
    CHECK_OK(reader_open(path, &reader, &error), error);
    CHECK(reader_next(reader, arena, &report, &done, &error) == ERROR_INPUT && !done);
    CHECK(view_ends(view(error.message), VIEW(":1: longer than 32 MiB; split it")));
    CHECK_OK(reader_next(reader, arena, &report, &done, &error), error);
    CHECK_TEXT(report.body, "Short.");
    CHECK(reader_next(reader, arena, &report, &done, &error) == OK && done);
    reader_close(reader);
    unlink(path);
    arena_free(arena);
}

static void test_unreadable(void) {
    Error error = {0};
    Reader *reader = NULL;
    CHECK(reader_open("tests/read/none.txt", &reader, &error) == ERROR_FILE && !reader);
    CHECK_TEXT(view(error.message), "tests/read/none.txt: cannot be opened: No such file or directory");
    reader_close(NULL);
}

static void test_running_out(const char *path) {
    for (size_t maximum = 1, passed = 0; !passed; maximum += 7) {
        Arena *arena = arena_new(maximum);
        Error error = {0};
        Buffer out;
        buffer_init(&out, 0);
        Code code = show_file(&out, arena, path, &error);
        passed = code == OK;
        if (!passed)
            CHECK(code == ERROR_MEMORY);
        buffer_free(&out);
        arena_free(arena);
    }
}

static void test_bytes(void) {
    Arena *arena = arena_new(0);
    Error error = {0};
    Report report;
    CHECK_OK(report_from_bytes(arena, VIEW("memory"), VIEW("{\"text\": \"as it is\"}"), &report, &error), error);
    CHECK_TEXT(report.body, "{\"text\": \"as it is\"}");
    CHECK_TEXT(report.name, "memory");
    CHECK_TEXT(report.title, NULL);
    CHECK(report_from_bytes(arena, VIEW("memory"), VIEW(""), &report, &error) == ERROR_INPUT);
    CHECK_TEXT(view(error.message), "memory: empty: no text in it");
    CHECK_OK(report_from_bytes(arena, view(NULL), VIEW("x"), &report, &error), error);
    CHECK_TEXT(report.name, NULL);
    arena_free(arena);
}

int main(int count, char **arguments) {
    test_begin("read");
    if (count > 1) {
        Arena *arena = arena_new(0);
        Error error = {0};
        Buffer out;
        buffer_init(&out, 0);
        if (show_file(&out, arena, arguments[1], &error) != OK)
            printf("%s\n", error.message);
        fwrite(buffer_view(&out).data, 1, out.length, stdout);
        buffer_free(&out);
        arena_free(arena);
        return 0;
    }
    glob_t cases;
    if (CHECK(glob("tests/read/cases/*.txt", 0, NULL, &cases) == 0)) {
        for (size_t i = 0; i < cases.gl_pathc; i++)
            test_case(cases.gl_pathv[i]);
        globfree(&cases);
    }
    test_large();
    test_unreadable();
    test_running_out("tests/read/cases/lines.txt");
    test_running_out("tests/read/cases/malformed.txt");
    test_bytes();
    return test_end();
}
