/* text/quotes: words -> pairs of quotation marks, and what each mark is.
 *
 * Curly and angle marks say which they are. Straight double marks alternate within a paragraph when their number is
 * even; else the space beside them tells. A single mark is an apostrophe unless it stands in front of a word and a
 * single mark that closes follows in the paragraph ("demonstrators'" closes nothing). A quotation left open runs on
 * into the next paragraph when that opens with a mark again (the news convention), else it ends with its paragraph.
 */
#include "text/parts.h"

#define DEEPEST 16 /* quotations inside each other; what opens beyond that is passed over */

/* Marks that can close each other. German and East European low marks are closed by what opens English ones. */
typedef enum MarkShape { SHAPE_NONE, SHAPE_STRAIGHT, SHAPE_CURLY, SHAPE_ANGLE, SHAPE_SINGLE } MarkShape;

typedef struct Mark {
    uint32_t word;
    MarkShape shape;
    MarkRole role; /* MARK_NONE until it is known */
    bool spaced;   /* white space or nothing in front of it */
    bool followed; /* white space or nothing behind it */
} Mark;

typedef LIST(Mark) MarkList;
typedef LIST(Quotation) QuotationList;

typedef struct Finder {
    Arena *arena;
    Text *text;
    uint8_t *roles;
    QuotationList quotations;
    LIST(uint32_t) open;    /* indices into quotations, innermost last */
    LIST(MarkShape) shapes; /* of the open ones */
    bool failed;
} Finder;

/* The code point of a word that is only one, else 0. */
static uint32_t only_point(const Text *text, uint32_t word) {
    View w = text_word(text, word);
    size_t position = 0;
    uint32_t c = utf8_next(w, &position);
    return position == w.length ? c : 0;
}

/* Punctuation that stands glued behind a closing mark. */
static bool closes_too(uint32_t c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == ']' || c == 0x2026;
}

static Mark mark_of(const Text *text, uint32_t word, WordRange paragraph) {
    Mark mark = {.word = word};
    mark.spaced = word == paragraph.first || text->words[word].space_before;
    mark.followed =
        word + 1 == paragraph.end || text->words[word + 1].space_before || closes_too(text_first_point(text, word + 1));
    switch (only_point(text, word)) {
    case '"': mark.shape = SHAPE_STRAIGHT; break;
    case 0x201E:
    case 0x201F: mark.shape = SHAPE_CURLY, mark.role = MARK_OPEN; break;
    case 0x201C: /* it closes what a low mark opened */
        mark.shape = SHAPE_CURLY, mark.role = !mark.spaced && mark.followed ? MARK_CLOSE : MARK_OPEN;
        break;
    case 0x201D: /* it opens where the North quotes so */
        mark.shape = SHAPE_CURLY, mark.role = mark.spaced && !mark.followed ? MARK_OPEN : MARK_CLOSE;
        break;
    case 0xAB:
    case 0x2039: mark.shape = SHAPE_ANGLE, mark.role = MARK_OPEN; break;
    case 0xBB:
    case 0x203A: mark.shape = SHAPE_ANGLE, mark.role = MARK_CLOSE; break;
    case '\'':
    case 0x2018:
    case 0x2019: mark.shape = SHAPE_SINGLE; break;
    default: break;
    }
    return mark;
}

/* An opening bracket or dash stands in front: as good as a space. */
static bool after_opener(const Text *text, uint32_t word, WordRange paragraph) {
    if (word == paragraph.first)
        return true;
    uint32_t c = only_point(text, word - 1);
    return c == '(' || c == '[' || c == 0x2013 || c == 0x2014 || c == '-' || c == '"' || c == 0x201C || c == 0xAB;
}

/* The straight marks of one paragraph: alternating when their number is even, else by the spaces beside them. */
static void tell_straight(const Text *text, MarkList *marks, WordRange paragraph) {
    size_t count = 0, seen = 0;
    bool inside = false;
    for (size_t i = 0; i < marks->count; i++)
        count += marks->items[i].shape == SHAPE_STRAIGHT;
    for (size_t i = 0; i < marks->count; i++) {
        Mark *mark = &marks->items[i];
        if (mark->shape != SHAPE_STRAIGHT)
            continue;
        bool before = mark->spaced || after_opener(text, mark->word, paragraph);
        if (count % 2 == 0)
            mark->role = seen % 2 ? MARK_CLOSE : MARK_OPEN;
        else if (before != mark->followed)
            mark->role = before ? MARK_OPEN : MARK_CLOSE;
        else if (inside)
            mark->role = MARK_CLOSE;
        else
            mark->role = before ? MARK_NONE : MARK_OPEN; /* spaces on both sides and nothing open: a stray one */
        inside = mark->role == MARK_OPEN;
        seen++;
    }
}

static bool follows_letter_s(const Text *text, uint32_t word) {
    View before = text_word(text, word - 1);
    return !text->words[word].space_before && before.length > 1 && (before.data[before.length - 1] | 32) == 's';
}

/* Where the single mark that opens at marks[i] is closed; marks->count when it is not. The first mark glued to a word
 * and with nothing glued behind it closes, but behind an s, where it may be a genitive, only when none follows. */
static size_t single_close(const Text *text, const MarkList *marks, size_t i) {
    size_t genitive = marks->count;
    for (size_t k = i + 1; k < marks->count; k++) {
        const Mark *mark = &marks->items[k];
        bool after_word = !mark->spaced && mark->word > marks->items[i].word + 1;
        bool nothing_glued = mark->followed || unicode_is_punctuation(text_first_point(text, mark->word + 1));
        if (mark->shape != SHAPE_SINGLE || only_point(text, mark->word) == 0x2018)
            continue;
        if (mark->spaced && !mark->followed)
            break; /* the next one opens */
        if (!after_word || !nothing_glued)
            continue;
        if (!follows_letter_s(text, mark->word) || !mark->followed)
            return k;
        genitive = genitive == marks->count ? k : genitive;
    }
    return genitive;
}

/* "'90s" and the "'n'" of rock 'n' roll. */
static bool is_contraction(const Text *text, uint32_t word) {
    View after = text_word(text, word + 1);
    return unicode_is_digit((unsigned char)after.data[0]) || view_equal_folded(after, VIEW("n"));
}

static void tell_single(const Text *text, MarkList *marks, WordRange paragraph) {
    for (size_t i = 0; i < marks->count; i++) {
        Mark *mark = &marks->items[i];
        bool before = mark->spaced || after_opener(text, mark->word, paragraph);
        if (mark->shape != SHAPE_SINGLE || mark->role != MARK_NONE || !before || mark->followed ||
            is_contraction(text, mark->word))
            continue;
        size_t close = single_close(text, marks, i);
        if (close == marks->count)
            continue;
        mark->role = MARK_OPEN;
        marks->items[close].role = MARK_CLOSE;
        i = close; /* singles do not nest in singles; doubles in between keep their roles */
    }
}

static void open_quotation(Finder *finder, const Mark *mark) {
    if (finder->open.count == DEEPEST)
        return;
    int32_t inside = finder->open.count ? (int32_t)finder->open.items[finder->open.count - 1] : -1;
    uint32_t index = (uint32_t)finder->quotations.count;
    Quotation quotation = {mark->word, mark->word, false, inside};
    if (!list_push(finder->arena, &finder->quotations, quotation) || !list_push(finder->arena, &finder->open, index) ||
        !list_push(finder->arena, &finder->shapes, mark->shape))
        finder->failed = true;
}

/* Ends the innermost open quotation at a word. */
static void end_quotation(Finder *finder, uint32_t word, bool closed) {
    Quotation *quotation = &finder->quotations.items[finder->open.items[finder->open.count - 1]];
    quotation->close = word;
    quotation->closed = closed;
    finder->open.count--;
    finder->shapes.count--;
}

/* The place in the stack of the innermost open quotation of a shape, or SIZE_MAX. A curly mark may close a straight one
 * and the other way round: texts are pasted together. */
static size_t open_of(const Finder *finder, MarkShape shape) {
    for (size_t i = finder->open.count; i-- > 0;)
        if (finder->shapes.items[i] == shape)
            return i;
    for (size_t i = finder->open.count; i-- > 0;)
        if (shape != SHAPE_SINGLE && finder->shapes.items[i] != SHAPE_SINGLE)
            return i;
    return SIZE_MAX;
}

static void take_mark(Finder *finder, const Mark *mark) {
    size_t at = open_of(finder, mark->shape);
    if (mark->role == MARK_CLOSE && at != SIZE_MAX) {
        while (finder->open.count > at + 1)
            end_quotation(finder, mark->word - 1, false);
        end_quotation(finder, mark->word, true);
    } else if (mark->role == MARK_OPEN) {
        /* The same straight mark opens again: the one before it was never closed. */
        if (mark->shape == SHAPE_STRAIGHT && at != SIZE_MAX && finder->shapes.items[at] == SHAPE_STRAIGHT)
            while (finder->open.count > at)
                end_quotation(finder, mark->word - 1, false);
        open_quotation(finder, mark);
    }
}

/* At the start of a paragraph: quotations from the one before go on when it opens with a mark, else they end. True when
 * that mark is a repeated one and opens nothing new. */
static bool carry_over(Finder *finder, const MarkList *marks, WordRange paragraph) {
    bool repeated = marks->count && marks->items[0].word == paragraph.first && marks->items[0].role == MARK_OPEN &&
                    finder->open.count && finder->shapes.items[0] != SHAPE_SINGLE;
    size_t kept = repeated ? 1 : 0;
    while (finder->open.count > kept)
        end_quotation(finder, paragraph.first - 1, false);
    return repeated;
}

static void find_in_paragraph(Finder *finder, WordRange paragraph, MarkList *marks) {
    Text *text = finder->text;
    marks->count = 0;
    for (uint32_t word = paragraph.first; word < paragraph.end && !finder->failed; word++) {
        Mark mark = mark_of(text, word, paragraph);
        if (mark.shape != SHAPE_NONE && !list_push(finder->arena, marks, mark))
            finder->failed = true;
    }
    tell_straight(text, marks, paragraph);
    tell_single(text, marks, paragraph);
    bool repeated = carry_over(finder, marks, paragraph);
    for (size_t i = 0; i < marks->count && !finder->failed; i++) {
        const Mark *mark = &marks->items[i];
        finder->roles[mark->word] = (uint8_t)mark->role;
        if (i > 0 || !repeated)
            take_mark(finder, mark);
    }
}

bool find_quotations(Arena *arena, Text *text, const WordRange *ranges, uint8_t **roles) {
    Finder finder = {.arena = arena, .text = text};
    MarkList marks = {0};
    finder.roles = arena_array(arena, text->word_count + 1, sizeof *finder.roles);
    if (!finder.roles)
        return false;
    for (size_t i = 0; i < text->paragraph_count && !finder.failed; i++)
        find_in_paragraph(&finder, ranges[i], &marks);
    while (finder.open.count)
        end_quotation(&finder, (uint32_t)text->word_count - 1, false);
    text->quotations = finder.quotations.items;
    text->quotation_count = finder.quotations.count;
    *roles = finder.roles;
    return !finder.failed;
}
