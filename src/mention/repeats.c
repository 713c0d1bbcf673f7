/* mention/repeats: names that the network saw somewhere and missed elsewhere.
 *
 * In: the mentions so far. Out: word ranges that repeat the name of a person or an organisation letter for letter, a
 * person's last name too. Left out: words inside a name of a place ("Sadr City"), and single words beside another
 * proper noun.
 */
#include "mention/repeats.h"
#include "mention/phrase.h"
#include <string.h>

#define NAME_WORDS 6
#define NAME_BYTES 160
#define SHORTEST   4 /* bytes of a last name that stands for its bearer */

/* The words with one space between two; an empty view when they are too long. */
static View join_words(const Text *text, WordRange range, char key[NAME_BYTES]) {
    size_t length = 0;
    for (uint32_t word = range.first; word < range.end; word++) {
        View part = text_word(text, word);
        if (length + part.length + 1 >= NAME_BYTES)
            return (View){key, 0};
        if (word > range.first)
            key[length++] = ' ';
        memcpy(key + length, part.data, part.length);
        length += part.length;
    }
    return (View){key, length};
}

static bool learn(Arena *arena, const Text *text, Map *known, WordRange range, ActorKind kind) {
    char key[NAME_BYTES];
    View name = join_words(text, range, key);
    uint32_t there;
    if (!name.length || range.end - range.first > NAME_WORDS || map_get(known, name, &there))
        return true;
    View kept = arena_copy(arena, name);
    return kept.data && map_set(known, kept, (uint32_t)kind);
}

bool repeats_learn(Arena *arena, const Text *text, Map *known, const ActorMention *mention) {
    bool person = mention->kind == ACTOR_PERSON;
    if (mention->form != FORM_NAME || (!person && mention->kind != ACTOR_ORGANIZATION))
        return true;
    WordRange last = {mention->name.end - 1, mention->name.end};
    if (!learn(arena, text, known, mention->name, mention->kind))
        return false;
    bool family =
        person && mention->name.end - mention->name.first > 1 && text_word(text, last.first).length >= SHORTEST;
    return !family || learn(arena, text, known, last, ACTOR_PERSON);
}

static bool beside_proper_noun(const Text *text, const Reading *reading, WordRange range) {
    WordRange sentence = text->sentences[text->words[range.first].sentence].words;
    return (range.first > sentence.first && word_upos(reading, range.first - 1) == UPOS_PROPN &&
            !reading_relation_is(reading, range.first - 1, "nmod:desc")) ||
           (range.end < sentence.end && word_upos(reading, range.end) == UPOS_PROPN);
}

WordRange repeats_at(const Text *text, const Reading *reading, const Map *known, uint32_t word, ActorKind *kind) {
    WordRange none = {word, word};
    uint32_t end = text->sentences[text->words[word].sentence].words.end, found;
    if (word_upos(reading, word) != UPOS_PROPN)
        return none;
    for (uint32_t length = NAME_WORDS; length > 0; length--) {
        char key[NAME_BYTES];
        WordRange range = {word, word + length};
        if (range.end > end || !map_get(known, join_words(text, range, key), &found))
            continue;
        *kind = (ActorKind)found;
        return length == 1 && beside_proper_noun(text, reading, range) ? none : range;
    }
    return none;
}
