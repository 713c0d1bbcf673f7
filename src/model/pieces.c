/* See pieces.h. A word is first split at punctuation and CJK characters, then each part is matched greedily, longest
 * piece first, the inner ones with ## in front. Left out: BERT's splitting at white space, which text/ has done. */
#include "model/pieces.h"

#include <string.h>

#define VOCABULARY_BYTES ((size_t)64 << 20)
#define PART_LETTERS     100 /* a longer part is [UNK] */

/* --- the vocabulary -------------------------------------------------------------------------------------------- */

static Code special(const Vocabulary *vocabulary, const char *path, const char *name, uint32_t *piece, Error *error) {
    if (map_get(vocabulary->pieces, view(name), piece)) {
        return OK;
    }
    return error_set(error, ERROR_DATA, "%s has no line %s: take the file that came with the weights", path, name);
}

static Code read_lines(Arena *arena, View rest, Vocabulary *vocabulary, size_t *lines, Error *error) {
    View line;
    while (rest.length > 0 && view_split(&rest, '\n', &line)) {
        if (view_ends(line, VIEW("\r"))) {
            line = view_slice(line, 0, line.length - 1);
        }
        if (!map_set(vocabulary->pieces, line, (uint32_t)*lines)) {
            return error_memory(error);
        }
        vocabulary->longest = line.length > vocabulary->longest ? line.length : vocabulary->longest;
        ++*lines;
    }
    (void)arena;
    return OK;
}

Code vocabulary_open(Arena *arena, const char *folder, size_t count, bool cased, Vocabulary *vocabulary, Error *error) {
    View path = arena_format(arena, "%s/vocab.txt", folder), content;
    *vocabulary = (Vocabulary){.pieces = map_new(arena), .cased = cased};
    if (!path.data || !vocabulary->pieces) {
        return error_memory(error);
    }
    Code code = file_read(arena, path.data, VOCABULARY_BYTES, &content, error);
    if (code == ERROR_FILE) {
        return error_set(error, ERROR_DATA, "%s cannot be read: put the vocab.txt that came with the weights there",
                         path.data);
    }
    size_t lines = 0;
    if (code == OK) {
        code = read_lines(arena, content, vocabulary, &lines, error);
    }
    if (code == OK && lines != count) {
        return error_set(error, ERROR_DATA,
                         "%s has %zu lines and the weights have %zu: take the two files of one release", path.data,
                         lines, count);
    }
    if (code == OK) {
        code = special(vocabulary, path.data, "[UNK]", &vocabulary->unknown, error);
    }
    if (code == OK) {
        code = special(vocabulary, path.data, "[CLS]", &vocabulary->start, error);
    }
    if (code == OK) {
        code = special(vocabulary, path.data, "[SEP]", &vocabulary->end, error);
    }
    return code;
}

/* --- words ----------------------------------------------------------------------------------------------------- */

static bool is_cjk(uint32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

/* Stands as a part of its own: ASCII symbols too, other symbols ("€") not. */
static bool is_apart(uint32_t c) {
    if (c < 128) {
        return c > ' ' && c < 127 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
    }
    return (unicode_is_punctuation(c) && !unicode_is_symbol(c)) || is_cjk(c);
}

static bool is_dropped(uint32_t c) {
    return c == 0 || c == 0xFFFD || c == UTF8_BAD || unicode_is_space(c) || unicode_is_control(c);
}

/* A part of a word on its way: its letters stand at text + 2, so that ## can be written over letters already used. */
typedef struct Part {
    char text[2 + 4 * PART_LETTERS + 4];
    size_t length, letters; /* bytes, code points; letters may pass PART_LETTERS, the text then stops growing */
} Part;

static bool push(Arena *arena, PieceList *list, size_t most, uint32_t piece) {
    return list->count >= most || list_push(arena, list, piece);
}

/* The longest piece that the part has at `from` (bytes); the length is 0 when there is none. */
static size_t longest_piece(const Vocabulary *vocabulary, Part *part, size_t from, uint32_t *piece) {
    char *letters = part->text + 2;
    size_t mark = from > 0 ? 2 : 0;
    char kept[2];
    memcpy(kept, letters + from - mark, mark);
    memcpy(letters + from - mark, "##", mark);
    size_t end = part->length, found = 0;
    if (end - from + mark > vocabulary->longest) {
        end = from + vocabulary->longest - mark;
        while (end > from && (letters[end] & 0xC0) == 0x80) {
            end--;
        }
    }
    while (end > from && found == 0) {
        if (map_get(vocabulary->pieces, (View){letters + from - mark, end - from + mark}, piece)) {
            found = end - from;
        }
        View whole = {letters, end};
        utf8_previous(whole, &end);
    }
    memcpy(letters + from - mark, kept, mark);
    return found;
}

static bool finish_part(const Vocabulary *vocabulary, Arena *arena, Part *part, size_t most, PieceList *list) {
    size_t before = list->count, from = 0;
    bool whole = part->letters <= PART_LETTERS;
    while (whole && from < part->length) {
        uint32_t piece = 0;
        size_t length = longest_piece(vocabulary, part, from, &piece);
        whole = length > 0;
        from += length;
        if (whole && !push(arena, list, most, piece)) {
            return false;
        }
    }
    if (!whole) {
        list->count = before;
        if (!push(arena, list, most, vocabulary->unknown)) {
            return false;
        }
    }
    part->length = part->letters = 0;
    return true;
}

static void add_letter(Part *part, uint32_t c) {
    if (part->letters < PART_LETTERS) {
        part->length += utf8_write(c, part->text + 2 + part->length);
    }
    part->letters++;
}

bool pieces_append(const Vocabulary *vocabulary, Arena *arena, View word, PieceList *list) {
    size_t before = list->count, most = before + PIECES_OF_A_WORD, position = 0;
    Part part = {.length = 0};
    if (!vocabulary->cased) {
        word = unicode_plain(arena, word);
        if (!word.data) {
            return false;
        }
    }
    while (position < word.length && list->count < most) {
        uint32_t c = utf8_next(word, &position);
        if (is_dropped(c)) {
            continue;
        }
        bool apart = is_apart(c);
        if (apart && part.letters > 0 && !finish_part(vocabulary, arena, &part, most, list)) {
            return false;
        }
        add_letter(&part, c);
        if (apart && !finish_part(vocabulary, arena, &part, most, list)) {
            return false;
        }
    }
    if (part.letters > 0 && !finish_part(vocabulary, arena, &part, most, list)) {
        return false;
    }
    return list->count > before || list_push(arena, list, vocabulary->unknown);
}
