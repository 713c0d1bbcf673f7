/* read/door_html: a file that is one page of HTML -> one report. */
#include "read/door.h"
#include "read/html.h"
#include "read/kind.h"

static bool knows(View head) {
    return kind_markup(head, VIEW("html")) || kind_markup(head, VIEW("head")) || kind_markup(head, VIEW("body"));
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    View bytes;
    Code code = door_whole(input, &bytes, done, error);
    if (*done)
        return code;
    report->name = arena_copy(arena, view(source_name(input->source)));
    if (code == OK && !report->name.data)
        code = error_memory(error);
    return code == OK ? html_read(arena, report->name, bytes, view(NULL), report, error) : code;
}

const Door door_html = {"html", knows, NULL, next, NULL};
