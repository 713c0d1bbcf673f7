/* text/lines: NFC text -> its lines, and which of them go on with the one before (hard-wrapped text). */
#include "text/parts.h"
#include <string.h>

static bool is_closer(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A;
}

bool ends_sentence(View text) {
    size_t end = text.length;
    while (end > 0) {
        uint32_t c = utf8_previous(text, &end);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026)
            return true;
        if (!is_closer(c) && !unicode_is_space(c))
            return false;
    }
    return false;
}

/* [start, end) without white space of any script at both ends. */
static Span trimmed(View text, size_t start, size_t end) {
    while (start < end) {
        size_t next = start;
        if (!unicode_is_space(utf8_next(text, &next)))
            break;
        start = next;
    }
    while (start < end) {
        size_t before = end;
        if (!unicode_is_space(utf8_previous(text, &before)))
            break;
        end = before;
    }
    return (Span){(uint32_t)start, (uint32_t)end};
}

bool lines_split(Arena *arena, View text, LineList *lines) {
    bool blank = false;
    for (size_t start = 0; start < text.length;) {
        const char *found = memchr(text.data + start, '\n', text.length - start);
        size_t end = found ? (size_t)(found - text.data) : text.length;
        Span span = trimmed(text, start, end);
        if (span.start == span.end)
            blank = true;
        else if (list_push(arena, lines, (Line){.span = span, .blank = blank}))
            blank = false;
        else
            return false;
        start = end + 1;
    }
    return true;
}

/* --- hard wrapping ------------------------------------------------------------------------------------------------ */

#define WRAP_WIDEST  100 /* columns: a longer line was not wrapped by hand or by a mail program */
#define WRAP_LINES   3   /* so many lines must be followed by another one at once */
#define WRAP_PERCENT 60  /* of the widest: a wrapped line is at least so full */

static size_t width(View text, const Line *line) {
    return utf8_count(view_slice(text, line->span.start, line->span.end));
}

static bool starts_lower(View text, const Line *line) {
    size_t position = line->span.start;
    return unicode_is_lower(utf8_next(text, &position));
}

/* The widest line when the text looks hard-wrapped, else 0: lines that another follows at once are narrow, at least
 * half of them about equally full, and a fair part of the next ones begin in the middle of a sentence. One sentence a
 * line, as in corpora and communiques, is full of short lines and capitals. */
static size_t wrapped_width(View text, const LineList *lines) {
    size_t widest = 0, followed = 0, full = 0, lower = 0;
    for (size_t i = 0; i < lines->count; i++)
        if (!lines->items[i].why) {
            size_t columns = width(text, &lines->items[i]);
            widest = columns > widest ? columns : widest;
        }
    if (widest > WRAP_WIDEST)
        return 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        const Line *next = &lines->items[i + 1];
        if (next->blank || next->why || lines->items[i].why)
            continue;
        followed++;
        full += width(text, &lines->items[i]) * 100 >= widest * WRAP_PERCENT;
        lower += starts_lower(text, next);
    }
    return followed >= WRAP_LINES && full * 2 >= followed && lower * 4 >= followed ? widest : 0;
}

void lines_join(View text, LineList *lines) {
    size_t widest = wrapped_width(text, lines);
    for (size_t i = 1; widest && i < lines->count; i++) {
        const Line *before = &lines->items[i - 1];
        Line *line = &lines->items[i];
        bool full = width(text, before) * 100 >= widest * WRAP_PERCENT;
        line->joins = !line->blank && !line->why && !before->why && (full || starts_lower(text, line));
    }
}
