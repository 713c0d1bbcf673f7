/* mention/numbers_table: data/numbers.tsv, and digits as written.
 *
 * In: rows `phrase, kind, low, high`. Out: a map from phrase to entry. Phrases are in lower case, of at most four words
 * with one space between two.
 */
#include "mention/numbers.h"
#include <math.h>

#define PHRASE_WORDS 4
#define PHRASE_BYTES 64

struct NumberTable {
    Map *at;
    LIST(NumberWord) words;
};

static bool parse_kind(View text, NumberKind *kind) {
    static const char *const names[] = {"value", "multiplier", "vague", "part", "least",
                                        "over",  "most",       "under", "about"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (view_equal(text, view(names[i]))) {
            *kind = (NumberKind)i;
            return true;
        }
    return false;
}

static uint32_t count_words(View phrase) {
    uint32_t count = 0;
    View part;
    while (view_split(&phrase, ' ', &part))
        count++;
    return count;
}

static Code read_row(Arena *arena, NumberTable *numbers, const Table *table, const Row *row, Error *error) {
    NumberWord word = {.length = count_words(row->fields[0])};
    uint32_t known;
    if (word.length > PHRASE_WORDS || row->fields[0].length >= PHRASE_BYTES)
        return table_fault(table, row, error, "a phrase has at most %d words and %d bytes", PHRASE_WORDS,
                           PHRASE_BYTES - 1);
    if (map_get(numbers->at, row->fields[0], &known))
        return table_fault(table, row, error, "this phrase stands twice; take one line out");
    if (!parse_kind(row->fields[1], &word.kind))
        return table_fault(table, row, error,
                           "the kind must be value, multiplier, vague, part, least, over, most, under or about");
    if (word.kind <= NUMBER_PART && (!view_to_double(row->fields[2], &word.low) ||
                                     !view_to_double(row->fields[3], &word.high) || word.low > word.high))
        return table_fault(table, row, error, "low and high must be numbers, low not above high");
    if (!map_set(numbers->at, row->fields[0], (uint32_t)numbers->words.count) ||
        !list_push(arena, &numbers->words, word))
        return error_memory(error);
    return OK;
}

Code number_table_open(Arena *arena, const char *folder, NumberTable **numbers, Error *error) {
    Table *table;
    Row row;
    Code code = table_open(arena, folder, "numbers.tsv", 4, 4, &table, error);
    if (code != OK)
        return code;
    NumberTable *made = arena_take(arena, sizeof *made);
    if (!made || !(made->at = map_new(arena)))
        return error_memory(error);
    while (code == OK && table_next(table, &row))
        code = read_row(arena, made, table, &row, error);
    *numbers = made;
    return code;
}

const NumberWord *number_table_at(const NumberTable *table, const Text *text, uint32_t word, uint32_t end) {
    char phrase[PHRASE_BYTES];
    size_t length = 0;
    const NumberWord *best = NULL;
    for (uint32_t w = word; w < end && w < word + PHRASE_WORDS; w++) {
        View next = text_word(text, w);
        if (length + next.length + 1 >= sizeof phrase)
            break;
        if (w > word)
            phrase[length++] = ' ';
        for (size_t i = 0; i < next.length; i++)
            phrase[length++] = (char)(next.data[i] >= 'A' && next.data[i] <= 'Z' ? next.data[i] + 32 : next.data[i]);
        uint32_t index;
        if (map_get(table->at, (View){phrase, length}, &index))
            best = &table->words.items[index];
    }
    return best;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* "1,234,567" or, with two groups and more, "1.234.567". */
static bool grouped(View digits, char mark, size_t least) {
    size_t groups = 0, run = 0;
    for (size_t i = 0; i <= digits.length; i++) {
        if (i < digits.length && is_digit(digits.data[i])) {
            run++;
        } else if (i < digits.length && digits.data[i] != mark) {
            return false;
        } else {
            if (groups ? run != 3 : run < 1 || run > 3)
                return false;
            groups++;
            run = 0;
        }
    }
    return groups > least;
}

static double multiplier_of(View suffix) {
    static const struct {
        const char *text;
        double value;
    } suffixes[] = {{"", 1}, {"k", 1e3}, {"m", 1e6}, {"mn", 1e6}, {"bn", 1e9}, {"tn", 1e12}};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (view_equal_folded(suffix, view(suffixes[i].text)))
            return suffixes[i].value;
    return NAN;
}

bool number_digits(View word, double *value) {
    size_t end = 0;
    while (end < word.length && (is_digit(word.data[end]) || (end && (word.data[end] == ',' || word.data[end] == '.'))))
        end++;
    View digits = view_slice(word, 0, end);
    double times = multiplier_of(view_slice(word, end, word.length));
    if (!digits.length || !is_digit(digits.data[digits.length - 1]) || digits.length > 18 || isnan(times))
        return false;
    if (grouped(digits, ',', 1) || grouped(digits, '.', 2)) {
        *value = 0;
        for (size_t i = 0; i < digits.length; i++)
            if (is_digit(digits.data[i]))
                *value = *value * 10 + (digits.data[i] - '0');
    } else if (!view_to_double(digits, value)) {
        return false;
    }
    *value *= times;
    return true;
}
