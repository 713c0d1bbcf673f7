/* mention/appositions: which two mentions are two names of one actor because they stand side by side.
 *
 * "The writer, George Malbrino, said", "Ilze Ozola, head of the union", "the Popular Mobilization Forces (PMF)". The
 * tree's own `appos` is believed when number and kind agree; without it, two mentions with only a comma between them
 * and a comma behind count when one is a name and the other a description of one person. Left out: coordinations, and
 * lists of three.
 */
#include "mention/actors.h"
#include "mention/phrase.h"

static bool is_one_person(const ActorMention *mention) {
    return !mention->plural && (mention->kind == ACTOR_PERSON || mention->kind == ACTOR_UNNAMED);
}

static bool kinds_agree(const ActorMention *a, const ActorMention *b) {
    return a->kind == b->kind || (is_one_person(a) && is_one_person(b)) ||
           (a->kind == ACTOR_GROUP && b->kind == ACTOR_ORGANIZATION) ||
           (a->kind == ACTOR_ORGANIZATION && b->kind == ACTOR_GROUP);
}

static bool has_coordinator(const Text *text, const Reading *reading, uint32_t head) {
    WordRange sentence = text->sentences[text->words[head].sentence].words;
    for (uint32_t word = sentence.first; word < sentence.end; word++)
        if (reading->words[word].head == head && reading_relation_is(reading, word, "cc"))
            return true;
    return false;
}

static bool ends_at_mark(const Text *text, uint32_t word) {
    return word >= text->word_count || word_sets_off(text, word) || text_word_is(text, word, ".");
}

/* "A, B," without a word that says otherwise: B does not coordinate with A, and they hang on the same word or on each
 * other. */
static bool side_by_side(const Text *text, const Reading *reading, const ActorMention *a, const ActorMention *b) {
    uint32_t above_a = reading->words[a->head].head, above_b = reading->words[b->head].head;
    return a->words.end + 1 == b->words.first && text_word_is(text, a->words.end, ",") &&
           ends_at_mark(text, b->words.end) && is_one_person(a) && is_one_person(b) &&
           (a->form == FORM_NAME) != (b->form == FORM_NAME) &&
           (above_b == a->head || above_a == b->head || above_a == above_b) &&
           !has_coordinator(text, reading, b->head) && !reading_relation_is(reading, a->head, "obl");
}

static bool in_brackets(const Text *text, const ActorMention *a, const ActorMention *b) {
    return b->words.end < text->word_count && a->words.end + 1 == b->words.first &&
           text_word_is(text, a->words.end, "(") && text_word_is(text, b->words.end, ")") && b->form == FORM_NAME;
}

static bool only_marks_between(const Text *text, const Reading *reading, const ActorMention *a, const ActorMention *b) {
    for (uint32_t word = a->words.end; word < b->words.first; word++)
        if (word_upos(reading, word) != UPOS_PUNCT && !word_is_quote(text, word))
            return false;
    return true;
}

static bool stand_together(const Text *text, const Reading *reading, const ActorMention *a, const ActorMention *b) {
    if (a->form == FORM_PRONOUN || b->form == FORM_PRONOUN || a->plural != b->plural || !kinds_agree(a, b))
        return false;
    bool by_tree = only_marks_between(text, reading, a, b) && reading->words[b->head].head == a->head &&
                   reading_relation_is(reading, b->head, "appos") && !has_coordinator(text, reading, b->head);
    return by_tree || in_brackets(text, a, b) || side_by_side(text, reading, a, b);
}

/* "The adviser of the Premier, Joses Ramo": the name is that of the whole phrase in front of it. */
static ActorMention *whole_phrase(Mentions *mentions, ActorMention *inner, const ActorMention *later) {
    ActorMention *whole = inner;
    for (ActorMention *other = inner; later->form == FORM_NAME && is_one_person(later) && other-- > mentions->actors;)
        if (other->words.end == inner->words.end && other->words.first < whole->words.first && is_one_person(other) &&
            other->form == FORM_DESCRIPTION && other->apposition < 0)
            whole = other;
    return whole;
}

void appositions_find(const Text *text, const Reading *reading, Mentions *mentions) {
    for (size_t j = 1; j < mentions->actor_count; j++) {
        const ActorMention *later = &mentions->actors[j];
        for (size_t i = j; i-- > 0;) {
            ActorMention *earlier = &mentions->actors[i];
            if (text->words[earlier->head].sentence != text->words[later->head].sentence)
                break;
            if (earlier->apposition < 0 && stand_together(text, reading, earlier, later)) {
                whole_phrase(mentions, earlier, later)->apposition = (int32_t)j;
                break;
            }
        }
    }
}
