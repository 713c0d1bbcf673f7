/* read/door_mail: one message (.eml), or many behind one another, each under a line "From " (mbox) -> a report each. A
 * "From " line begins a message when an empty line stands before it and a header behind it; ">From " in a text is
 * "From " again. */
#include "read/door.h"
#include "read/mail.h"
#include <string.h>

static bool knows_mail(View head) {
    return mail_begins(head);
}

/* "From ann@echo.example Mon May  6 07:08:09 2024" and a header on the next line. */
static bool begins_message(View rest) {
    size_t end = view_find(rest, VIEW("\n"), 0), name = 0;
    if (!view_starts(rest, VIEW("From ")) || end == SIZE_MAX)
        return false;
    View next = view_slice(rest, end + 1, rest.length);
    while (name < next.length && next.data[name] > ' ' && next.data[name] < 127 && next.data[name] != ':')
        name++;
    return name && name < next.length && next.data[name] == ':';
}

static bool knows_mbox(View head) {
    size_t end = view_find(head, VIEW("\n"), 0);
    return begins_message(head) && mail_begins(view_slice(head, end + 1, head.length));
}

static Code next_mail(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    View bytes, place = view(source_name(input->source));
    *done = input->state != NULL;
    if (*done)
        return OK;
    input->state = input; /* the one report was asked for */
    Code code = source_rest(input->source, LIMIT_REPORT_BYTES, &bytes, error);
    report->name = arena_copy(arena, place);
    if (code == OK && !report->name.data)
        code = error_memory(error);
    return code == OK ? mail_read(arena, place, bytes, report, error) : code;
}

/* The length of the message that pending begins with, its "From " line too. */
static Code message_length(Source *source, size_t *length, Error *error) {
    size_t from = 1;
    for (;;) {
        View all = source_pending(source);
        for (size_t at = view_find(all, VIEW("\nFrom "), from); at != SIZE_MAX;
             at = view_find(all, VIEW("\nFrom "), at + 1)) {
            bool blank = all.data[at - 1] == '\n' || (all.data[at - 1] == '\r' && at > 1 && all.data[at - 2] == '\n');
            if (blank && begins_message(view_slice(all, at + 1, all.length))) {
                *length = at + 1;
                return OK;
            }
        }
        *length = all.length;
        if (source_ended(source) || all.length > LIMIT_REPORT_BYTES)
            return OK;
        from = all.length > 1000 ? all.length - 1000 : 1;
        Code code = source_more(source, error);
        if (code != OK)
            return code;
    }
}

/* The message without the ">" that was put before its lines "From ". */
static View unquoted(Arena *arena, View message) {
    char *out = arena_take(arena, message.length + 1);
    size_t length = 0;
    bool line_begins = true;
    for (size_t i = 0; out && i < message.length; i++) {
        if (!(line_begins && view_starts(view_slice(message, i, message.length), VIEW(">From "))))
            out[length++] = message.data[i];
        line_begins = message.data[i] == '\n';
    }
    return (View){out, length};
}

static Code next_mbox(Input *input, Arena *arena, Report *report, bool *done, Error *error) {
    size_t length = 0;
    Code code = source_want(input->source, 1, error);
    *done = code == OK && !source_pending(input->source).length;
    if (code != OK || *done)
        return code;
    View place = arena_format(arena, "%s: byte %llu", source_name(input->source),
                              (unsigned long long)source_place(input->source));
    code = message_length(input->source, &length, error);
    if (code != OK || !place.data)
        return place.data ? code : error_memory(error);
    View whole = view_slice(source_pending(input->source), 0, length);
    size_t line = view_find(whole, VIEW("\n"), 0);
    bool begins = view_starts(whole, VIEW("From "));
    report->name = place;
    if (length > LIMIT_REPORT_BYTES) {
        code = error_set(error, ERROR_INPUT, "%.*s: longer than %zu MiB; split it", (int)place.length, place.data,
                         LIMIT_REPORT_BYTES >> 20);
    } else if (!begins) {
        code = error_set(error, ERROR_INPUT, "%.*s: no message begins here", (int)place.length, place.data);
    } else {
        View message = unquoted(arena, view_slice(whole, line == SIZE_MAX ? length : line + 1, length));
        code = message.data ? mail_read(arena, place, message, report, error) : error_memory(error);
    }
    source_use(input->source, length);
    return code;
}

const Door door_mail = {"mail", knows_mail, NULL, next_mail, NULL};
const Door door_mbox = {"mbox", knows_mbox, NULL, next_mbox, NULL};
