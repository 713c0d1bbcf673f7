/* Fuzz target of the doors (make fuzz-doors; clang's libFuzzer): the first byte chooses the door (0: told by content),
 * the rest is the file. Any text that comes out must be valid UTF-8. */
#include "read/read.h"
#include <stdlib.h>

static const char *const formats[] = {NULL,  "text", "html", "json", "jsonl", "csv",
                                      "tsv", "feed", "warc", "mail", "mbox",  "petrarch"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1)
        return 0;
    ReadOptions options = {.from = formats[data[0] % (sizeof formats / sizeof *formats)]};
    Arena *arena = arena_new((size_t)64 << 20);
    Reader *reader = NULL;
    Error error = {0};
    bool done = !arena || reader_open_bytes(VIEW("fuzz"), (View){(const char *)data + 1, size - 1}, &options, &reader,
                                            &error) != OK;
    while (!done) {
        Report report;
        arena_reset(arena);
        if (reader_next(reader, arena, &report, &done, &error) == OK && !done && utf8_invalid(report.body) != SIZE_MAX)
            abort();
    }
    reader_close(reader);
    arena_free(arena);
    return 0;
}
