/* text/clean: which lines of a report are residue of the page it was copied from: players, buttons, links, captions.
 *
 * In: lines. Out: the same, each residue with its reason. The patterns are data (data/residue.tsv); shapes that are no
 * words are told here: identifiers, lone numbers, addresses, rows of stars. Only whole lines go, never a part of one,
 * and only lines that cannot be prose: what is doubtful stays.
 */
#include "text/parts.h"

#define LONGEST_RESIDUE 400 /* bytes */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_hexadecimal(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* --- shapes ---------------------------------------------------------------------------------------------------------
 */

/* 8-4-4-4-12 hexadecimal digits. */
static bool is_uuid(View token) {
    if (token.length != 36)
        return false;
    for (size_t i = 0; i < 36; i++) {
        bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? token.data[i] != '-' : !is_hexadecimal(token.data[i]))
            return false;
    }
    return true;
}

/* A hash, a video's key, a content number: eight letters and digits or more, digits among them, no word of a language:
 * hexadecimal throughout, or letters of both cases or digits after letters after digits mixed within it. */
static bool is_key(View token) {
    size_t digits = 0, letters = 0, hexadecimal = 0, changes = 0;
    for (size_t i = 0; i < token.length; i++) {
        char c = token.data[i];
        if (!is_digit(c) && !(lower(c) >= 'a' && lower(c) <= 'z') && c != '-' && c != '_')
            return false;
        digits += is_digit(c);
        letters += lower(c) >= 'a' && lower(c) <= 'z';
        hexadecimal += is_hexadecimal(c);
        changes += i > 0 && is_digit(c) != is_digit(token.data[i - 1]);
    }
    if (token.length < 8 || digits == 0)
        return false;
    return hexadecimal == token.length || (letters && changes >= 3 && digits >= 3);
}

/* Digits with the marks that stand in numbers and times, with K or M behind them; no year and no day: they head lines
 * of a chronicle, or are its dateline. */
static bool is_number(View token) {
    size_t digits = 0, group = 0, marks = 0;
    bool year = false;
    for (size_t i = 0; i < token.length; i++) {
        char c = token.data[i];
        bool last = i + 1 == token.length;
        digits += is_digit(c);
        marks += !is_digit(c);
        group = is_digit(c) ? group + 1 : 0;
        year = year || (group == 4 && (last || !is_digit(token.data[i + 1])));
        if (!is_digit(c) && c != '.' && c != ',' && c != ':' && !(last && (lower(c) == 'k' || lower(c) == 'm')))
            return false;
    }
    bool stop = token.data[token.length - 1] == '.'; /* an answer: "30,000." */
    return digits > 0 && !stop && !(year && (marks == 0 || marks == 2));
}

static bool is_address(View token) {
    return view_starts(token, VIEW("http://")) || view_starts(token, VIEW("https://")) ||
           view_starts(token, VIEW("www."));
}

/* At least three marks (or two, when they are stars or dashes) and nothing else but spaces. */
static bool is_rule(View line) {
    size_t marks = 0;
    for (size_t i = 0; i < line.length; i++) {
        char c = line.data[i];
        if (c != '*' && c != '-' && c != '_' && c != '=' && c != '+' && c != '~' && c != '#' && c != ' ')
            return false;
        marks += c != ' ';
    }
    return marks > 0;
}

static const char *shape(View line) {
    size_t tokens = 0, keys = 0, numbers = 0, addresses = 0;
    View rest = line, token;
    while (view_split(&rest, ' ', &token)) {
        if (token.length == 0)
            continue;
        bool number = is_number(token);
        tokens++;
        numbers += number;
        keys += !number && (is_uuid(token) || is_key(token));
        addresses += is_address(token);
    }
    if (keys && keys + numbers == tokens)
        return "identifier";
    if (tokens == 1 && numbers == 1)
        return "number";
    if (addresses == tokens)
        return "address";
    return is_rule(line) ? "separator" : NULL;
}

/* --- patterns
 * --------------------------------------------------------------------------------------------------------- */

/* The length of the token with a digit that text begins with, 0 when it begins with none. */
static size_t digit_token(View text) {
    size_t length = 0;
    bool digit = false;
    while (length < text.length && text.data[length] != ' ' && text.data[length] != ')') {
        digit = digit || is_digit(text.data[length]);
        length++;
    }
    if (length && text.data[length - 1] == ':') /* "video 2: ..." */
        length--;
    return digit ? length : 0;
}

/* Matches the whole text; on a mismatch the last `*` takes one byte more. */
static bool matches(View pattern, View text) {
    size_t p = 0, t = 0, star = SIZE_MAX, resume = 0;
    while (t < text.length || p < pattern.length) {
        size_t token;
        if (p < pattern.length && pattern.data[p] == '*') {
            star = ++p;
            resume = t;
        } else if (p < pattern.length && pattern.data[p] == '#' &&
                   (token = digit_token(view_slice(text, t, text.length))) > 0) {
            t += token;
            p++;
        } else if (p < pattern.length && t < text.length && pattern.data[p] == lower(text.data[t])) {
            t++;
            p++;
        } else if (star != SIZE_MAX && resume < text.length) {
            t = ++resume;
            p = star;
        } else {
            return false;
        }
    }
    return true;
}

/* Without brackets, bars, stars and the like at both ends: "+++ Read also: ... +++". */
static View undecorated(View line) {
    static const char decoration[] = "+*|=~#<>[](){}-_ \t";
    size_t start = 0, end = line.length;
    while (start < end && view_find(VIEW(decoration), view_slice(line, start, start + 1), 0) != SIZE_MAX)
        start++;
    while (end > start && view_find(VIEW(decoration), view_slice(line, end - 1, end), 0) != SIZE_MAX)
        end--;
    return view_slice(line, start, end);
}

static const char *residue(const TextTables *tables, View line) {
    if (line.length > LONGEST_RESIDUE)
        return NULL;
    const char *why = shape(line);
    if (why)
        return why;
    View plain = undecorated(line);
    bool closed = ends_sentence(line);
    for (size_t i = 0; i < tables->residue.count; i++) {
        const ResiduePattern *pattern = &tables->residue.items[i];
        if (pattern->open && closed)
            continue;
        if (matches(pattern->pattern, line) || matches(pattern->pattern, plain))
            return pattern->why;
    }
    return NULL;
}

void clean_lines(const TextTables *tables, View text, LineList *lines) {
    for (size_t i = 0; i < lines->count; i++)
        lines->items[i].why = residue(tables, view_slice(text, lines->items[i].span.start, lines->items[i].span.end));
}
