/* text/compose: lines -> Text.text with its paragraphs, its way back to Report.body, and the list of what was removed.
 *
 * Each line is a paragraph, but one that goes on with a wrapped line. Between two paragraphs stands one line break, or
 * an empty line where there was one. Characters that cannot be seen and only steer layout (soft hyphens, zero-width
 * spaces, direction marks) are left out, as they stand inside words.
 */
#include "text/parts.h"

typedef struct Composer {
    View nfc;
    const uint32_t *origins;
    char *out;
    uint32_t *origin;
    uint32_t length;
} Composer;

static bool is_invisible(uint32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static void put_byte(Composer *composer, char byte, size_t from) {
    composer->out[composer->length] = byte;
    composer->origin[composer->length++] = composer->origins[from];
}

/* False when nothing of the line can be seen. */
static bool put_line(Composer *composer, Span span) {
    bool visible = false;
    for (size_t position = span.start; position < span.end;) {
        size_t start = position;
        uint32_t c = utf8_next(composer->nfc, &position);
        if (is_invisible(c))
            continue;
        visible = visible || !unicode_is_space(c);
        for (; start < position; start++)
            put_byte(composer, composer->nfc.data[start], start);
    }
    return visible;
}

/* The break in front of a line: nothing, a space (none behind a hyphen that ends a wrapped line), one line break or
 * two. */
static void put_break(Composer *composer, const Line *line, bool blank) {
    if (composer->length == 0)
        return;
    if (line->joins) {
        if (composer->out[composer->length - 1] != '-')
            put_byte(composer, ' ', line->span.start - 1);
        return;
    }
    for (int i = 0; i < 1 + blank; i++)
        put_byte(composer, '\n', line->span.start - 1);
}

bool compose_text(Arena *arena, View nfc, const uint32_t *origins, const LineList *lines, Text *text) {
    /* No more comes out than goes in: a break never takes more bytes than the one it stands for. */
    Composer composer = {nfc, origins, arena_take(arena, nfc.length + 1), NULL, 0};
    composer.origin = arena_array(arena, nfc.length + 1, sizeof *composer.origin);
    LIST(Paragraph) paragraphs = {0};
    LIST(Removed) removed = {0};
    bool blank = false;
    if (!composer.out || !composer.origin)
        return false;
    for (size_t i = 0; i < lines->count; i++) {
        const Line *line = &lines->items[i];
        blank = blank || line->blank;
        if (line->why) {
            View what = view_slice(nfc, line->span.start, line->span.end);
            if (!list_push(arena, &removed, (Removed){what, line->why}))
                return false;
            continue;
        }
        uint32_t before = composer.length;
        put_break(&composer, line, blank);
        uint32_t start = composer.length;
        if (!put_line(&composer, line->span)) {
            composer.length = before;
            continue;
        }
        if (line->joins && paragraphs.count)
            paragraphs.items[paragraphs.count - 1].span.end = composer.length;
        else if (!list_push(arena, &paragraphs, (Paragraph){.span = {start, composer.length}}))
            return false;
        blank = false;
    }
    composer.origin[composer.length] = origins[nfc.length];
    text->text = (View){composer.out, composer.length};
    text->origin = composer.origin;
    text->paragraphs = paragraphs.items;
    text->paragraph_count = paragraphs.count;
    text->removed = removed.items;
    text->removed_count = removed.count;
    return true;
}
