/* record/language: the text's words -> "en", or nothing. A text reads as English when enough of its words are English
 * function words, and those are spread over several different ones ("die" alone is German). Deliberately left out:
 * telling other languages by name, which is for the day when isnad reads them. */
#include "record/write.h"

/* Closed classes; those that other languages of newspapers share in spelling ("in", "an", "or", "die", "on") are left
 * out. */
static const char *const function_words[] = {"after", "and",   "are",  "at",   "been",  "but",  "by",   "for", "from",
                                             "had",   "has",   "have", "he",   "her",   "his",  "is",   "it",  "its",
                                             "not",   "of",    "that", "the",  "their", "they", "this", "to",  "was",
                                             "were",  "which", "who",  "will", "with",  "would"};
#define FUNCTION_WORDS (sizeof function_words / sizeof *function_words)

/* On English news 25 to 40 words of a hundred are in the list; on French or German less than 3. */
#define SHARE_PERCENT 12
#define DIFFERENT     4
#define ENOUGH_WORDS  8 /* fewer words say nothing about a language */

static size_t find(const Text *text, uint32_t word) {
    for (size_t i = 0; i < FUNCTION_WORDS; i++)
        if (text_word_is(text, word, function_words[i]))
            return i;
    return FUNCTION_WORDS;
}

View text_language(const Text *text) {
    bool seen[FUNCTION_WORDS] = {false};
    size_t words = 0, function = 0, different = 0;
    for (uint32_t i = 0; i < text->word_count; i++) {
        View word = text_word(text, i);
        size_t position = 0;
        if (!unicode_is_letter(utf8_next(word, &position)))
            continue;
        words++;
        size_t found = find(text, i);
        if (found == FUNCTION_WORDS)
            continue;
        function++;
        different += !seen[found];
        seen[found] = true;
    }
    bool english = words >= ENOUGH_WORDS && different >= DIFFERENT && function * 100 >= words * SHARE_PERCENT;
    return english ? VIEW("en") : view(NULL);
}
