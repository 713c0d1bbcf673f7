/* read/door_text: a file of plain text -> one report. */
#include "read/charset.h"
#include "read/door.h"
#include "read/kind.h"

static bool knows(View head) {
    (void)head;
    return true;
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    View bytes;
    Code code = door_whole(input, &bytes, done, error);
    if (*done)
        return code;
    return code == OK ? report_from_bytes(arena, view(source_name(input->source)), bytes, report, error) : code;
}

const Door door_text = {"text", knows, NULL, next, NULL};
