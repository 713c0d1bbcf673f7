/* lemma: rule and word -> lemma. "3|y" makes "Parties" "party"; a rule that would leave nothing leaves the lower-cased
 * word. */
#include "model/reader.h"

#include <string.h>

View lemma_apply(Arena *arena, const LemmaRule *rule, View word) {
    if (rule->keep) {
        return word;
    }
    /* A letter takes at most four bytes, lower-cased or not, and came from at least one. */
    char *lower = arena_take(arena, word.length * 4 + rule->add.length + 1);
    if (!lower) {
        return (View){NULL, 0};
    }
    size_t length = 0, kept = 0, letters = utf8_count(word), number = 0;
    for (size_t position = 0; position < word.length; number++) {
        length += utf8_write(unicode_lower(utf8_next(word, &position)), lower + length);
        if (number + 1 + rule->cut <= letters) {
            kept = length;
        }
    }
    if (rule->cut > letters || kept + rule->add.length == 0) {
        return (View){lower, length};
    }
    if (rule->add.length > 0) {
        memcpy(lower + kept, rule->add.data, rule->add.length);
    }
    return (View){lower, kept + rule->add.length};
}
