/* mention/names: the names of the network made whole, and the name inside a noun phrase.
 *
 * In: names as the network saw them, the tree. Out: names that stand side by side as one ("Princess" "Jamila"); the
 * words of a phrase that are the name, without title and article. Left out: whether two names name the same actor
 * (identity/).
 */
#include "mention/names.h"
#include "mention/phrase.h"

typedef struct Names {
    const Text *text;
    const Reading *reading;
    const int32_t *name_at; /* [word_count] */
} Names;

static bool are_one_name(const Text *text, const Reading *reading, const NameReading *a, const NameReading *b) {
    return a->kind == b->kind && a->words.end == b->words.first &&
           text->words[a->words.first].sentence == text->words[b->words.first].sentence &&
           (word_upos(reading, b->words.first) == UPOS_PROPN || word_upos(reading, b->words.first) == UPOS_NOUN);
}

bool names_mend(Arena *arena, const Text *text, const Reading *reading, Reading *mended) {
    NameReading *names = arena_array(arena, reading->name_count, sizeof *names);
    *mended = *reading;
    if (!names && reading->name_count)
        return false;
    mended->names = names;
    mended->name_count = 0;
    for (size_t i = 0; i < reading->name_count; i++) {
        NameReading *last = mended->name_count ? &names[mended->name_count - 1] : NULL;
        if (last && are_one_name(text, reading, last, &reading->names[i])) {
            last->words.end = reading->names[i].words.end;
            last->score = last->score > reading->names[i].score ? last->score : reading->names[i].score;
        } else {
            names[mended->name_count++] = reading->names[i];
        }
    }
    return true;
}

static WordRange without_possessive(const Text *text, WordRange range) {
    while (range.end > range.first + 1 && word_is_possessive_mark(text, range.end - 1))
        range.end--;
    return range;
}

static bool is_proper(const Names *names, uint32_t word) {
    View tag = names->reading->words[word].xpos;
    return view_equal(tag, VIEW("NNP")) || view_equal(tag, VIEW("NNPS")) ||
           (tag.length == 0 && word_upos(names->reading, word) == UPOS_PROPN);
}

/* Proper nouns in a row around the head, titles left out. */
static WordRange proper_nouns(const Names *names, uint32_t head, WordRange phrase) {
    WordRange range = {head, head + 1};
    if (word_upos(names->reading, head) != UPOS_PROPN)
        return (WordRange){head, head};
    while (range.end < phrase.end && (word_upos(names->reading, range.end) == UPOS_PROPN ||
                                      (text_word_is(names->text, range.end, "-") && range.end + 1 < phrase.end &&
                                       word_upos(names->reading, range.end + 1) == UPOS_PROPN)))
        range.end++;
    while (range.first > phrase.first && word_upos(names->reading, range.first - 1) == UPOS_PROPN &&
           !reading_relation_is(names->reading, range.first - 1, "nmod:desc"))
        range.first--;
    return range;
}

/* "newspaper Le Soir" is read as a whole name now and then. */
static bool is_outlet_noun(const Names *names, uint32_t word) {
    static const char *const nouns[] = {"newspaper", "daily",   "weekly", "magazine", "agency", "channel",
                                        "network",   "station", "site",   "website",  NULL};
    View written = text_word(names->text, word);
    return written.length && written.data[0] >= 'a' && word_among(names->text, word, nouns);
}

/* "The Times" of "The Times of Israel", but "the Guard of | Joris Malben" */
static bool goes_on_with_of(const Names *names, WordRange name, WordRange phrase) {
    if (name.end + 1 >= phrase.end || !text_word_is(names->text, name.end, "of") || !is_proper(names, name.end + 1))
        return false;
    int32_t next = names->name_at[name.end + 1];
    return is_proper(names, name.end - 1) && (next < 0 || names->reading->names[next].kind != NAME_PER);
}

/* The network's name cut short: "Syrian Democratic" of "the Syrian Democratic Forces", "United States" beside
 * "Department of State". Proper nouns and names beside it in the phrase are part of it; in front of a person's name
 * they are a title. */
static WordRange whole_name(const Names *names, WordRange name, WordRange phrase, bool person) {
    while (name.end < phrase.end && is_proper(names, name.end) && names->name_at[name.end] < 0 &&
           (!person || reading_relation_is(names->reading, name.end, "flat")))
        name.end++;
    while (!person && goes_on_with_of(names, name, phrase))
        for (name.end += 2; name.end < phrase.end && is_proper(names, name.end);)
            name.end++;
    while (!person && name.first > phrase.first) {
        uint32_t before = name.first - 1;
        int32_t other = names->name_at[before];
        if (other < 0 && (!is_proper(names, before) || reading_relation_is(names->reading, before, "nmod:desc")))
            break;
        if (other >= 0 && names->reading->names[other].kind == NAME_PER)
            break;
        name.first = other >= 0 ? names->reading->names[other].words.first : before;
    }
    if (name.first < phrase.first)
        name.first = phrase.first;
    name.first += is_outlet_noun(names, name.first) && name.first + 1 < name.end;
    return name;
}

/* The tree may hang the article of "The Times" elsewhere. */
static uint32_t top_of_name(const Names *names, WordRange words) {
    words.first += words.first + 1 < words.end && word_upos(names->reading, words.first) == UPOS_DET;
    return range_top(names->reading, words);
}

static bool is_several(const Names *names, uint32_t word) {
    View tag = names->reading->words[word].xpos;
    return view_equal(tag, VIEW("NNS")) || view_equal(tag, VIEW("NNPS"));
}

/* A name inside the phrase that stands right of the head and hangs on it: "the writer George Malbrino". Not one man's
 * behind a word for several: "the lawyers for the writer George Malbrino". */
static WordRange name_beside(const Names *names, uint32_t head, WordRange phrase) {
    static const char *const tight[] = {"flat", "appos", "nmod:desc", "compound", "nmod:unmarked", NULL};
    for (uint32_t word = head + 1; word < phrase.end; word++) {
        int32_t name = names->name_at[word];
        if (name < 0 || names->reading->names[name].kind == NAME_LOC ||
            (names->reading->names[name].kind == NAME_PER && is_several(names, head)))
            continue;
        WordRange words = without_possessive(names->text, names->reading->names[name].words);
        uint32_t top = top_of_name(names, words);
        if (names->reading->words[top].head == head && relation_among(names->reading, top, tight))
            return whole_name(names, words, phrase, names->reading->names[name].kind == NAME_PER);
        word = words.end - 1 > word ? words.end - 1 : word;
    }
    return (WordRange){head, head};
}

/* "the radio network Erbol", "the site Fergana", "the site The Intercept": proper nouns right behind the head that hang
 * on it tightly, though the network saw no name there, or one of a place. */
static WordRange proper_behind(const Names *names, uint32_t head, WordRange phrase) {
    static const char *const tight[] = {"flat", "appos", "nmod:desc", "compound", NULL};
    WordRange none = {head, head}, range = {head + 1, head + 1};
    if (word_upos(names->reading, head) != UPOS_NOUN)
        return none;
    if (range.first < phrase.end && word_is_quote(names->text, range.first))
        range.first++;
    bool article = range.first < phrase.end && view_equal(text_word(names->text, range.first), VIEW("The"));
    for (range.end = range.first + article; range.end < phrase.end && is_proper(names, range.end); range.end++)
        ;
    uint32_t top = range.first + article < range.end ? range_top(names->reading, range) : head;
    return top != head && names->reading->words[top].head == head && relation_among(names->reading, top, tight) ? range
                                                                                                                : none;
}

/* "the PUK", "the Guards" are names, "the Ombudsman", "the Government" are descriptions. */
static bool is_name_with_article(const Names *names, uint32_t word, ActorKind kind) {
    View written = text_word(names->text, word);
    size_t capitals = 0;
    for (size_t i = 0; i < written.length; i++)
        capitals += written.data[i] >= 'A' && written.data[i] <= 'Z';
    return (kind == ACTOR_ORGANIZATION || kind == ACTOR_GROUP || kind == ACTOR_COUNTRY) && capitals > 1;
}

WordRange name_in_phrase(const Text *text, const Reading *reading, const int32_t *name_at, uint32_t head,
                         WordRange phrase, ActorKind kind) {
    const Names made = {text, reading, name_at}, *names = &made;
    bool person = kind == ACTOR_PERSON || kind == ACTOR_UNNAMED;
    if (names->name_at[head] >= 0)
        return whole_name(names, without_possessive(names->text, names->reading->names[names->name_at[head]].words),
                          phrase, person);
    WordRange beside = name_beside(names, head, phrase);
    if (beside.first == beside.end)
        beside = proper_behind(names, head, phrase);
    if (beside.first < beside.end)
        return beside;
    WordRange proper = proper_nouns(names, head, phrase);
    bool one_with_article = proper.end == proper.first + 1 && proper.first > phrase.first &&
                            word_upos(names->reading, proper.first - 1) == UPOS_DET;
    if (proper.first == proper.end)
        return proper;
    if (one_with_article && !is_name_with_article(names, head, kind))
        return (WordRange){head, head};
    return person ? proper : whole_name(names, proper, phrase, false);
}
