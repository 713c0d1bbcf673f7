/* text/words: text -> words, as Universal Dependencies cuts English: clitics apart ("Sadr" "'s", "do" "n't", "can"
 * "not"), each punctuation mark apart, hyphenated compounds split ("pro" "-" "Iranian"), abbreviations and initials
 * with their stop.
 *
 * train/words.py has the same rules with the same numbers, for the training data; tests/text/words.sh compares the two.
 *  1 chunks at white space (and after CHUNK_POINTS code points, which no word has)
 *  2 a chunk with "://", an "@" between letters and a dot behind it, or "www." at its start is one word, less its
 * closing punctuation 3 punctuation and symbols are peeled off the front, one word each; a run of the same . - * = _ is
 * one word; a "." before a digit stays, "#" and "@" before a letter stay 4 the same from the end; a "." stays on an
 * abbreviation (the table), an initial ("J."), letters with stops inside
 *    ("U.S.")
 *  5 inside: / ( ) [ ] quotation marks, long dashes and ellipses are words; "," and ":" unless between digits; a "."
 *    between a lower-case and an upper-case letter with two letters on each side ("left.The"); "-" between letters or
 *    digits, unless the chunk is digits with two hyphens or more (a date, a number) or begins with e- co- re- pre- non-
 * ex- 6 clitics at the end of each part: n't 's 're 've 'll 'd 'm, either apostrophe; "cannot" is two
 */
#include "text/parts.h"

#define CHUNK_POINTS    4096
#define INITIALS_POINTS 64 /* no "U.S.S.R." is longer */

typedef struct Splitter {
    Arena *arena;
    const TextTables *tables;
    View text;
    LIST(Word) words;
    bool failed;
    size_t count;                     /* code points of the chunk */
    uint32_t point[CHUNK_POINTS];     /* code points, */
    uint32_t place[CHUNK_POINTS + 1]; /* and the bytes where they begin */
} Splitter;

static bool is_one_of(uint32_t c, const char *ascii) {
    for (; *ascii; ascii++)
        if ((unsigned char)*ascii == c)
            return true;
    return false;
}

static bool is_alpha(uint32_t c) {
    return unicode_is_letter(c) && !unicode_is_mark(c);
}

static bool is_alnum(uint32_t c) {
    return is_alpha(c) || unicode_is_number(c);
}

static bool runs_together(uint32_t c) {
    return is_one_of(c, ".-*=_");
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

/* A word of its own wherever it stands (rule 5). */
static bool stands_alone(uint32_t c) {
    switch (c) {
    case '"':
    case '/':
    case '(':
    case ')':
    case '[':
    case ']':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A:
    case 0x2013:
    case 0x2014:
    case 0x2026: return true;
    default: return false;
    }
}

/* Code points [start, end) of the chunk are a word. */
static void put(Splitter *splitter, size_t start, size_t end) {
    Span span = {splitter->place[start], splitter->place[end]};
    size_t count = splitter->words.count;
    bool space = count == 0 || splitter->words.items[count - 1].span.end != span.start;
    if (!list_push(splitter->arena, &splitter->words, (Word){span, 0, space}))
        splitter->failed = true;
}

/* ASCII `word` stands at place i, upper or lower case. */
static bool matches(const Splitter *splitter, size_t i, size_t end, const char *word) {
    for (; *word; word++, i++)
        if (i >= end || unicode_lower(splitter->point[i]) != (unsigned char)*word)
            return false;
    return true;
}

static bool is_address(const Splitter *splitter) {
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < splitter->count; i++) {
        if (matches(splitter, i, splitter->count, "://"))
            return true;
        if (splitter->point[i] == '@' && at == SIZE_MAX)
            at = i;
    }
    const uint32_t *point = splitter->point;
    if (splitter->count >= 4 && point[0] == 'w' && point[1] == 'w' && point[2] == 'w' && point[3] == '.')
        return true;
    if (at == SIZE_MAX || at == 0 || at + 1 >= splitter->count || !is_alnum(point[at - 1]) || !is_alnum(point[at + 1]))
        return false;
    for (size_t i = at; i < splitter->count; i++)
        if (point[i] == '.')
            return true;
    return false;
}

static void split_address(Splitter *splitter) {
    size_t stop = splitter->count;
    while (stop > 0) {
        uint32_t c = splitter->point[stop - 1];
        if (!is_one_of(c, ".,;:!?)\"'") && c != 0x201D && c != 0x2019 && c != 0xBB)
            break;
        stop--;
    }
    if (stop > 0)
        put(splitter, 0, stop);
    for (size_t i = stop; i < splitter->count; i++)
        put(splitter, i, i + 1);
}

/* Rule 4: the part [start, end) in front of a stop keeps it. */
static bool keeps_stop(const Splitter *splitter, size_t start, size_t end) {
    if (start == end || end - start > INITIALS_POINTS)
        return false;
    View part = view_slice(splitter->text, splitter->place[start], splitter->place[end]);
    if (tables_find(splitter->tables->abbreviations, part))
        return true;
    for (size_t i = start; i < end; i++) { /* letter, stop, letter, stop ... letter */
        uint32_t c = splitter->point[i];
        bool letter = is_alnum(c) && !unicode_is_digit(c);
        if ((i - start) % 2 == 0 ? !letter : c != '.')
            return false;
    }
    return (end - start) % 2 == 1;
}

/* Rule 6: where the clitic of [start, end) begins; end when there is none. */
static size_t clitic_start(const Splitter *splitter, size_t start, size_t end) {
    static const char *const endings[] = {"s", "re", "ve", "ll", "d", "m"};
    const uint32_t *point = splitter->point;
    if (end - start > 3 && unicode_lower(point[end - 3]) == 'n' && is_apostrophe(point[end - 2]) &&
        unicode_lower(point[end - 1]) == 't')
        return end - 3;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = endings[i][1] ? 2 : 1;
        if (end - start > length + 1 && is_apostrophe(point[end - length - 1]) &&
            matches(splitter, end - length, end, endings[i]))
            return end - length - 1;
    }
    return end;
}

static void put_part(Splitter *splitter, size_t start, size_t end) {
    size_t clitic = clitic_start(splitter, start, end);
    if (clitic == end && end - start == 6 && matches(splitter, start, end, "cannot"))
        clitic = start + 3;
    put(splitter, start, clitic);
    if (clitic < end)
        put(splitter, clitic, end);
}

/* Rule 5's exceptions for hyphens: [start, end) keeps its hyphens. */
static bool keeps_hyphens(const Splitter *splitter, size_t start, size_t end) {
    static const char *const prefixes[] = {"e-", "co-", "re-", "pre-", "non-", "ex-"};
    size_t hyphens = 0, digits = 0;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (matches(splitter, start, end, prefixes[i]))
            return true;
    for (size_t i = start; i < end; i++) {
        hyphens += splitter->point[i] == '-';
        digits += unicode_is_digit(splitter->point[i]);
    }
    return hyphens >= 2 && hyphens + digits == end - start;
}

/* Rule 5: the code point at i of [start, end) is a word of its own. */
static bool cuts_at(const Splitter *splitter, size_t start, size_t i, size_t end, bool keeps) {
    const uint32_t *point = splitter->point;
    uint32_t c = point[i], before = i > start ? point[i - 1] : ' ', after = i + 1 < end ? point[i + 1] : ' ';
    if (c == ',' || c == ':')
        return !(unicode_is_digit(before) && unicode_is_digit(after));
    if (c == '-')
        return !keeps && is_alnum(before) && is_alnum(after);
    if (c == '.')
        return unicode_is_lower(before) && unicode_is_upper(after) && i >= start + 2 && is_alpha(point[i - 2]) &&
               i + 2 < end && is_alpha(point[i + 2]);
    return stands_alone(c);
}

static void split_inside(Splitter *splitter, size_t start, size_t end) {
    bool keeps = keeps_hyphens(splitter, start, end);
    size_t begin = start;
    for (size_t i = start; i < end; i++) {
        if (!cuts_at(splitter, start, i, end, keeps))
            continue;
        if (begin < i)
            put_part(splitter, begin, i);
        put(splitter, i, i + 1);
        begin = i + 1;
    }
    if (begin < end)
        put_part(splitter, begin, end);
}

/* Rule 3; where the rest begins. */
static size_t peel_front(Splitter *splitter) {
    const uint32_t *point = splitter->point;
    size_t start = 0, end = splitter->count;
    while (start < end && unicode_is_punctuation(point[start])) {
        uint32_t c = point[start], after = start + 1 < end ? point[start + 1] : ' ';
        if ((c == '.' && unicode_is_digit(after)) || ((c == '#' || c == '@') && is_alpha(after)))
            break;
        size_t stop = start + 1;
        while (runs_together(c) && stop < end && point[stop] == c)
            stop++;
        put(splitter, start, stop);
        start = stop;
    }
    return start;
}

static void split_chunk(Splitter *splitter) {
    const uint32_t *point = splitter->point;
    if (is_address(splitter)) {
        split_address(splitter);
        return;
    }
    size_t start = peel_front(splitter), end = splitter->count;
    while (start < end && unicode_is_punctuation(point[end - 1])) { /* rule 4 */
        size_t stop = end - 1;
        while (runs_together(point[end - 1]) && stop > start && point[stop - 1] == point[end - 1])
            stop--;
        if (point[end - 1] == '.' && end - stop == 1 && keeps_stop(splitter, start, stop))
            break;
        end = stop;
    }
    if (start < end)
        split_inside(splitter, start, end);
    while (end < splitter->count) { /* the tail again, forwards: no run was cut, so the same runs come out */
        size_t stop = end + 1;
        while (runs_together(point[end]) && stop < splitter->count && point[stop] == point[end])
            stop++;
        put(splitter, end, stop);
        end = stop;
    }
}

bool split_words(Arena *arena, const TextTables *tables, Text *text) {
    Splitter *splitter = arena_take(arena, sizeof *splitter);
    if (!splitter)
        return false;
    splitter->arena = arena;
    splitter->tables = tables;
    splitter->text = text->text;
    for (size_t position = 0; position < text->text.length && !splitter->failed;) {
        size_t before = position;
        uint32_t c = utf8_next(text->text, &position);
        bool space = unicode_is_space(c);
        if (!space) {
            splitter->point[splitter->count] = c;
            splitter->place[splitter->count++] = (uint32_t)before;
        }
        if (splitter->count && (space || splitter->count == CHUNK_POINTS || position == text->text.length)) {
            splitter->place[splitter->count] = (uint32_t)(space ? before : position);
            split_chunk(splitter);
            splitter->count = 0;
        }
    }
    text->words = splitter->words.items;
    text->word_count = splitter->words.count;
    return !splitter->failed;
}
