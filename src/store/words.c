/* store/words: words as people type them -> a question of FTS5. What FTS5 reads as signs of its own inside a word
 * ("al-Sadr", "Idlib's", "9:30") is put into quotation marks; quotations, brackets, AND, OR, NOT, NEAR(...) and a star
 * at a word's end stay what they are. */
#include "store/search.h"
#include <string.h>

static bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

/* Where the piece that begins at `start` ends: a quotation, a bracket or comma by itself, a run up to a blank or one of
 * these. */
static size_t piece_end(View text, size_t start) {
    size_t end = start + 1;
    if (text.data[start] == '"') {
        while (end < text.length && text.data[end] != '"')
            end++;
        return end < text.length ? end + 1 : end;
    }
    if (strchr("(),", text.data[start]))
        return end;
    while (end < text.length && !strchr(" \t\r\n\"(),", text.data[end]))
        end++;
    return end;
}

static bool needs_quotes(View piece) {
    if (strchr("\"(),", piece.data[0]))
        return false;
    size_t length = piece.length > 1 && view_ends(piece, VIEW("*")) ? piece.length - 1 : piece.length;
    for (size_t i = 0; i < length; i++)
        if (!is_plain(piece.data[i]))
            return true;
    return false;
}

View words_question(Arena *arena, View text) {
    Buffer out;
    buffer_init(&out, 0);
    for (size_t start = 0; start < text.length;) {
        if (strchr(" \t\r\n", text.data[start])) {
            buffer_byte(&out, ' ');
            start++;
            continue;
        }
        size_t end = piece_end(text, start);
        View piece = view_slice(text, start, end);
        bool star = needs_quotes(piece) && view_ends(piece, VIEW("*")) && piece.length > 1;
        if (needs_quotes(piece)) {
            buffer_byte(&out, '"');
            buffer_append(&out, star ? view_slice(piece, 0, piece.length - 1) : piece);
            buffer_append(&out, star ? VIEW("\"*") : VIEW("\""));
        } else {
            buffer_append(&out, piece);
        }
        start = end;
    }
    View question = out.failed ? (View){NULL, 0} : arena_copy(arena, out.length ? buffer_view(&out) : VIEW(""));
    buffer_free(&out);
    return question;
}
