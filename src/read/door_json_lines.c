/* read/door_json_lines: one JSON object a line -> one report a line. Only one line is in memory at a time. */
#include "read/door.h"
#include "read/json_report.h"
#include "read/kind.h"

static bool knows(View head) {
    View text = view_trim(kind_without_mark(head));
    if (!view_starts(text, VIEW("{")))
        return false;
    text = view_trim(view_slice(text, 1, text.length));
    return view_starts(text, VIEW("\"")) || view_starts(text, VIEW("}"));
}

static Code next(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    Line line;
    bool parsed;
    do {
        Code code = source_line(input->source, &line, done, error);
        if (code != OK || *done)
            return code;
        if (line.number == 1)
            line.text = kind_without_mark(line.text);
    } while (!line.cut && view_trim(line.text).length == 0);
    const char *file = source_name(input->source);
    if (line.cut)
        return error_set(error, ERROR_INPUT, "%s:%zu: longer than %zu MiB; split it", file, line.number,
                         LIMIT_REPORT_BYTES >> 20);
    View name = arena_format(arena, "%s:%zu", file, line.number);
    return name.data ? json_report_read(arena, file, line.number, name, line.text, report, &parsed, error)
                     : error_memory(error);
}

const Door door_json_lines = {"jsonl", knows, NULL, next, NULL};
