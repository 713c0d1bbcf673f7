/* mention/phrase: the noun phrase around a head word, as RECORD.md wants a mention.
 *
 * In: the tree. Out: a range of words that holds the head. The idea: starting from the head, words to the left and to
 * the right are taken while they hang on it by relations that belong to a noun phrase; behind a comma, a dash or a
 * bracket nothing is taken but the further members of an inner coordination ("the head of the army, the police and the
 * navy"). Left out: relative clauses, appositions set off by a comma, the noun's own preposition and possessive mark,
 * its coordinated siblings, and, when it is a predicate ("he is the leader"), its subject and copula.
 */
#include "mention/phrase.h"

bool relation_among(const Reading *reading, uint32_t word, const char *const *names) {
    for (; *names; names++)
        if (reading_relation_is(reading, word, *names))
            return true;
    return false;
}

bool word_among(const Text *text, uint32_t word, const char *const *words) {
    for (; *words; words++)
        if (text_word_is(text, word, *words))
            return true;
    return false;
}

Upos word_upos(const Reading *reading, uint32_t word) {
    return (Upos)reading->words[word].upos;
}

bool word_is_possessive_mark(const Text *text, uint32_t word) {
    static const char *const marks[] = {"'s", "’s", "'", "’", NULL};
    return word_among(text, word, marks);
}

bool word_is_quote(const Text *text, uint32_t word) {
    static const char *const marks[] = {"\"", "“", "”", "„", "‟", "«", "»", "``", "''", NULL};
    return word_among(text, word, marks);
}

bool word_sets_off(const Text *text, uint32_t word) {
    static const char *const marks[] = {",", ":", ";", "(", ")", "[", "]", "—", "–", "--", "…", "...", NULL};
    return word_among(text, word, marks) || (text_word_is(text, word, "-") && text->words[word].space_before);
}

bool range_holds(WordRange range, uint32_t word) {
    return range.first <= word && word < range.end;
}

bool ranges_overlap(WordRange a, WordRange b) {
    return a.first < b.end && b.first < a.end;
}

uint32_t range_top(const Reading *reading, WordRange range) {
    for (uint32_t word = range.first; word < range.end; word++)
        if (!range_holds(range, reading->words[word].head) || reading->words[word].head == word)
            return word;
    return range.first;
}

/* A noun behind such a preposition says something about the deed more often than about the noun. */
static bool is_circumstance(const Text *text, const Reading *reading, uint32_t word, uint32_t head) {
    static const char *const prepositions[] = {"with", "against", "about", "since", "beside", "by", NULL};
    for (uint32_t w = head + 1; w < word; w++)
        if (reading->words[w].head == word && reading_relation_is(reading, w, "case"))
            return word_among(text, w, prepositions);
    return false;
}

/* May this word stand in the phrase of the noun that it hangs on directly? */
static bool belongs_to_head(const Text *text, const Reading *reading, uint32_t word, uint32_t head) {
    static const char *const inside[] = {"det",  "amod",  "compound", "nmod",     "nummod",
                                         "flat", "fixed", "appos",    "goeswith", NULL};
    return relation_among(reading, word, inside) && !reading_relation_is(reading, word, "nmod:unmarked") &&
           !(reading_relation_is(reading, word, "nmod") && is_circumstance(text, reading, word, head));
}

/* May it stand there when it hangs on a word inside the phrase? */
static bool belongs_inside(const Reading *reading, uint32_t word) {
    static const char *const outside[] = {"acl:relcl", "parataxis", "discourse",   "vocative",
                                          "list",      "orphan",    "advcl:relcl", NULL};
    return !relation_among(reading, word, outside);
}

/* The word hangs on the head, directly or over words that belong to the phrase. `comma` is the last mark passed on the
 * way to the right (or the head itself): over it only the members of an inner coordination are joined. */
static bool is_member(const Text *text, const Reading *reading, uint32_t head, uint32_t comma, uint32_t word) {
    for (size_t steps = 0; steps < LIMIT_SENTENCE_WORDS; steps++) {
        uint32_t above = reading->words[word].head;
        if (above == word ||
            (above == head ? !belongs_to_head(text, reading, word, head) : !belongs_inside(reading, word)))
            return false;
        bool over_comma = comma > head && above <= comma && word > comma;
        if (over_comma && (above == head || !reading_relation_is(reading, word, "conj")))
            return false;
        if (above == head)
            return true;
        word = above;
    }
    return false;
}

static bool is_transparent(const Text *text, const Reading *reading, uint32_t word) {
    return word_upos(reading, word) == UPOS_PUNCT || word_upos(reading, word) == UPOS_SYM || word_is_quote(text, word);
}

static uint32_t extend_right(const Text *text, const Reading *reading, uint32_t head, uint32_t limit) {
    uint32_t end = head + 1, comma = head;
    for (uint32_t word = head + 1; word < limit; word++) {
        if (text_word_is(text, word, "(") || text_word_is(text, word, "["))
            break;
        if (word_sets_off(text, word))
            comma = word;
        else if (is_transparent(text, reading, word))
            continue;
        else if (is_member(text, reading, head, comma, word))
            end = word + 1;
        else if (!word_is_possessive_mark(text, word) || reading->words[word].head == head)
            break;
    }
    return end;
}

static uint32_t extend_left(const Text *text, const Reading *reading, uint32_t head, uint32_t limit) {
    uint32_t first = head;
    for (uint32_t word = head; word-- > limit;) {
        bool listed = word_sets_off(text, word) && word > limit && word_upos(reading, word - 1) == UPOS_ADJ;
        if (word_sets_off(text, word) && !listed) /* "large, angry crowds", not "Mushi, the commander" */
            break;
        if (is_member(text, reading, head, head, word))
            first = word;
        else if (!is_transparent(text, reading, word))
            break;
    }
    return first;
}

/* Quotation marks come in pairs: one that lost its partner takes it in when it is the next word, else the phrase ends
 * before it; the head stays. */
static WordRange balance_quotes(const Text *text, WordRange range, WordRange sentence, uint32_t head) {
    size_t quotes = 0;
    uint32_t last = range.first;
    for (uint32_t word = range.first; word < range.end; word++)
        if (word_is_quote(text, word)) {
            quotes++;
            last = word;
        }
    if (quotes % 2 == 0)
        return range;
    if (range.end < sentence.end && word_is_quote(text, range.end))
        range.end++;
    else if (range.first > sentence.first && word_is_quote(text, range.first - 1) && last > head)
        range.first--;
    else if (last < head)
        range.first = last + 1;
    else if (last > head)
        range.end = last;
    return range;
}

/* The name that the network saw at the edges is taken whole. */
static WordRange mend_by_names(const Text *text, const Reading *reading, WordRange range, uint32_t head) {
    for (size_t i = 0; i < reading->name_count; i++) {
        WordRange name = reading->names[i].words;
        if (word_is_possessive_mark(text, name.end - 1) && name.end - 1 > name.first)
            name.end--;
        if (!ranges_overlap(range, name) || (!range_holds(name, head) && name.first < head))
            continue;
        range.first = name.first < range.first ? name.first : range.first;
        range.end = name.end > range.end ? name.end : range.end;
    }
    return range;
}

/* "At least thirty villagers". */
static bool bounds_number(const Text *text, uint32_t word, uint32_t head) {
    return text_word_is(text, word, "at") && word + 1 < head &&
           (text_word_is(text, word + 1, "least") || text_word_is(text, word + 1, "most"));
}

/* A word that a wrong tree left in front: "and army units", "quoting an official". */
static bool begins_outside(const Text *text, const Reading *reading, uint32_t word) {
    Upos upos = word_upos(reading, word);
    bool verb = upos == UPOS_VERB && !reading_relation_is(reading, word, "amod") &&
                !reading_relation_is(reading, word, "compound");
    return verb || upos == UPOS_AUX || upos == UPOS_CCONJ || upos == UPOS_SCONJ || upos == UPOS_ADP ||
           (upos == UPOS_PUNCT && !word_is_quote(text, word));
}

WordRange mention_phrase(const Text *text, const Reading *reading, uint32_t head) {
    static const char *const personal[] = {"PRP", "PRP$", "WP", "WP$", "WDT", "EX", NULL};
    WordRange sentence = text->sentences[text->words[head].sentence].words, range = {head, head + 1};
    for (const char *const *tag = personal; *tag; tag++)
        if (view_equal(reading->words[head].xpos, view(*tag)))
            return range;
    range.first = extend_left(text, reading, head, sentence.first);
    range.end = extend_right(text, reading, head, sentence.end);
    range = mend_by_names(text, reading, range, head);
    range = balance_quotes(text, range, sentence, head);
    while (range.first < head && begins_outside(text, reading, range.first) && !bounds_number(text, range.first, head))
        range.first++;
    while (range.end > head + 1 &&
           ((word_upos(reading, range.end - 1) == UPOS_PUNCT && !word_is_quote(text, range.end - 1)) ||
            word_is_possessive_mark(text, range.end - 1)))
        range.end--;
    return range;
}
