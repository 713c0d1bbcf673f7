/* Every door with what it does not expect: each file of tests/read/cases and small samples of each format, cut at every
 * byte, with every byte changed in turn, under every door, and with memory that runs out. What must hold: no crash, an
 * end, a message with every refusal, and valid UTF-8 in every report. */
#include "read/read.h"
#include "tests/test.h"
#include <glob.h>
#include <stdlib.h>

static const char *const formats[] = {"text", "html", "json", "jsonl", "csv",     "tsv",
                                      "feed", "warc", "mail", "mbox",  "petrarch"};

#define FORMAT_COUNT (sizeof formats / sizeof *formats)
#define MOST_BYTES   ((size_t)6000) /* of a file that is cut everywhere */
#define MOST_ANSWERS 10000          /* no file here holds so many */

static bool report_is_fine(const Report *report) {
    const View all[] = {report->name,   report->title,  report->outlet, report->url,
                        report->author, report->source, report->date,   report->body};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].data && utf8_invalid(all[i]) != SIZE_MAX)
            return false;
    return report->name.data && view_trim(report->body).length;
}

/* Reads all; false when something is not as it must be. *found: the reports, *worst: the highest code. */
static bool read_all(View bytes, const char *format, size_t maximum, size_t *found, Code *worst) {
    ReadOptions options = {.from = format};
    Arena *arena = arena_new(maximum);
    Reader *reader = NULL;
    Error error = {0};
    bool fine = arena != NULL, done = false;
    Code code = reader_open_bytes(VIEW("sample"), bytes, &options, &reader, &error);
    *found = 0;
    *worst = code;
    for (size_t i = 0; reader && fine && !done; i++) {
        Report report;
        arena_reset(arena);
        error = (Error){0};
        code = reader_next(reader, arena, &report, &done, &error);
        *found += code == OK && !done;
        *worst = code > *worst ? code : *worst;
        fine = i < MOST_ANSWERS && (code == OK || error.message[0]) && (done || code != OK || report_is_fine(&report));
    }
    reader_close(reader);
    arena_free(arena);
    return fine;
}

static void check_all(View bytes, const char *format, const char *path, size_t at) {
    size_t found;
    Code worst;
    bool fine = read_all(bytes, format, 0, &found, &worst) && (worst == OK || worst == ERROR_INPUT);
    if (!CHECK(fine))
        printf("    %s as %s, at byte %zu\n", path, format ? format : "told by content", at);
}

/* Every prefix, and every byte changed. */
static void test_damage(const char *path, View whole) {
    char *copy = malloc(whole.length + 1);
    memcpy(copy, whole.data, whole.length);
    for (size_t at = 0; at < whole.length && whole.length <= MOST_BYTES; at++) {
        char kept = copy[at];
        check_all((View){copy, at}, NULL, path, at);
        copy[at] = (char)(kept ^ (at % 3 == 0 ? 0xFF : at % 3 == 1 ? 0x20 : 0x01));
        check_all((View){copy, whole.length}, NULL, path, at);
        copy[at] = kept;
    }
    free(copy);
}

/* Raises the memory until everything passes that passes without a limit. */
static void test_running_out(const char *path, View whole) {
    size_t wanted, found = SIZE_MAX;
    Code usual, worst = ERROR_MEMORY;
    CHECK(read_all(whole, NULL, 0, &wanted, &usual));
    for (size_t maximum = 1; worst == ERROR_MEMORY && maximum < (size_t)1 << 26; maximum += 1 + maximum / 3)
        if (!CHECK(read_all(whole, NULL, maximum, &found, &worst)))
            printf("    %s with %zu bytes of memory\n", path, maximum);
    if (!CHECK(worst == usual && found == wanted))
        printf("    %s: %zu reports with enough memory, %zu without a limit\n", path, found, wanted);
}

int main(void) {
    glob_t files;
    Arena *arena = arena_new(0);
    Error error = {0};
    test_begin("doors");
    if (CHECK(glob("tests/read/cases/*.txt", 0, NULL, &files) == 0)) {
        for (size_t i = 0; i < files.gl_pathc; i++) {
            View whole = {"", 0};
            if (!CHECK_OK(file_read(arena, files.gl_pathv[i], 0, &whole, &error), error))
                continue;
            for (size_t format = 0; format < FORMAT_COUNT; format++)
                check_all(whole, formats[format], files.gl_pathv[i], whole.length);
            test_damage(files.gl_pathv[i], whole);
            test_running_out(files.gl_pathv[i], whole);
        }
        globfree(&files);
    }
    arena_free(arena);
    return test_end();
}
