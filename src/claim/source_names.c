/* claim/source_names: the names in a credit. Who is an outlet is told by outlets.tsv, what else a credit is made of by
 * credits.tsv. */
#include "claim/source.h"

#define OUTLET_WORDS 6
#define NAME_WORDS   8
#define PARTS        6
#define HITS         4

bool credit_is(const SourceFinder *finder, uint32_t word, const char *lower) {
    return word < finder->text->word_count && text_word_is(finder->text, word, lower);
}

bool credit_is_dash(const SourceFinder *finder, uint32_t word) {
    return (credit_is(finder, word, "-") && finder->text->words[word].space_before) || credit_is(finder, word, "--") ||
           credit_is(finder, word, "\u2013") || credit_is(finder, word, "\u2014") || credit_is(finder, word, "\u2015");
}

uint32_t credit_first_point(const SourceFinder *finder, uint32_t word) {
    size_t position = 0;
    return utf8_next(text_word(finder->text, word), &position);
}

bool credit_is_upper(const SourceFinder *finder, uint32_t word) {
    return word < finder->text->word_count && unicode_is_upper(credit_first_point(finder, word));
}

bool credit_ends_sentence(const SourceFinder *finder, uint32_t word) {
    static const char *const closing[] = {"\"", "'", "\u201D", "\u2019", "\u00BB", ")"};
    for (int marks = 0; marks < 2; marks++) {
        if (credit_is(finder, word, ".") || credit_is(finder, word, "!") || credit_is(finder, word, "?"))
            return true;
        bool mark = false;
        for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
            mark = mark || credit_is(finder, word, closing[i]);
        if (!mark || word == 0)
            return false;
        word--;
    }
    return false;
}

static View folded(SourceFinder *finder, View text) {
    View plain = unicode_fold(finder->arena, text);
    finder->failed = finder->failed || !plain.data;
    return plain;
}

static bool is_own(const SourceFinder *finder, View plain) {
    return finder->outlet.data && view_equal(plain, finder->outlet);
}

static bool names_outlet(SourceFinder *finder, View written, bool agency) {
    OutletHit hits[HITS];
    View plain = folded(finder, written);
    if (view_starts(plain, VIEW("the ")))
        plain = view_slice(plain, 4, plain.length);
    size_t count = plain.data && plain.length ? outlet_find(finder->tables, plain, hits, HITS) : 0;
    for (size_t i = 0; i < count; i++)
        if (tables_written_alike(hits[i].written, written) &&
            (!agency || view_equal(hits[i].outlet->kind, VIEW("agency"))))
            return true;
    return false;
}

static View words_text(const SourceFinder *finder, WordRange words) {
    return text_span(finder->text, text_words_span(finder->text, words));
}

uint32_t credit_outlet(SourceFinder *finder, uint32_t word, uint32_t limit, bool agency) {
    uint32_t found = 0;
    if (credit_is(finder, word, "the"))
        word++;
    if (!credit_is_upper(finder, word) && !credit_is(finder, word, "dpa"))
        return 0;
    for (uint32_t end = word + 1; end <= limit && end <= word + OUTLET_WORDS; end++)
        if (names_outlet(finder, words_text(finder, (WordRange){word, end}), agency))
            found = end;
    return found;
}

static bool is_joiner(const SourceFinder *finder, uint32_t word) {
    static const char *const joiners[] = {"of", "the", "and", "&",   "for", "de", "la",
                                          "le", "du",  "des", "del", "in",  "'s"};
    for (size_t i = 0; i < sizeof joiners / sizeof *joiners; i++)
        if (credit_is(finder, word, joiners[i]))
            return true;
    return false;
}

/* The hyphen and the apostrophe inside a name. */
static bool is_glued(const SourceFinder *finder, uint32_t word) {
    bool mark = credit_is(finder, word, "-") || credit_is(finder, word, "'") || credit_is(finder, word, "\u2019");
    return mark && !finder->text->words[word].space_before;
}

uint32_t credit_name(const SourceFinder *finder, uint32_t word, uint32_t limit) {
    uint32_t end = word;
    for (uint32_t i = word; i < limit && i < word + NAME_WORDS; i++) {
        if (credit_is_upper(finder, i))
            end = i + 1;
        else if (!is_joiner(finder, i) && !is_glued(finder, i))
            break;
    }
    return end;
}

void credit_add(SourceFinder *finder, View how, WordRange name, WordRange words) {
    Source source = {.how = how, .said = true, .span = text_words_span(finder->text, words)};
    if (name.first < name.end) {
        source.name = words_text(finder, name);
        if (is_own(finder, folded(finder, source.name)))
            return;
    }
    for (size_t i = 0; i < finder->sources->count; i++) {
        const Source *known = &finder->sources->items[i];
        if (view_equal(known->how, how) && known->name.length == source.name.length &&
            (!source.name.data || view_equal_folded(known->name, source.name)))
            return;
    }
    finder->failed = !list_push(finder->arena, finder->sources, source) || finder->failed;
}

/* --- the parts of a credit --------------------------------------------------------------------------------------- */

/* The phrase of credits.tsv that the words are; data NULL for none. */
static View phrase_of(const SourceFinder *finder, View words) {
    size_t count;
    const CreditEntry *entries = credit_entries(finder->tables, &count);
    for (size_t i = 0; i < count; i++) {
        View rest = words, word;
        size_t at = 0;
        if (entries[i].place != CREDIT_LINE)
            continue;
        while (at < entries[i].count && view_split(&rest, ' ', &word) && view_equal_folded(word, entries[i].words[at]))
            at++;
        if (at == entries[i].count && view_trim(rest).length == 0)
            return entries[i].how;
    }
    return (View){NULL, 0};
}

bool credit_is_no_name(const SourceFinder *finder, WordRange words) {
    return phrase_of(finder, words_text(finder, words)).data;
}

bool credit_is_place(SourceFinder *finder, WordRange words) {
    PlaceEntry hit;
    View plain = folded(finder, words_text(finder, words));
    return plain.data && place_find(finder->tables, plain, &hit, 1) > 0;
}

static bool is_separator(const SourceFinder *finder, uint32_t word) {
    static const char *const separators[] = {"and", "&", "/", ",", "+", "with", ";", "|"};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (credit_is(finder, word, separators[i]))
            return true;
    return credit_is_dash(finder, word);
}

typedef struct Part {
    View how; /* data NULL: an unknown name */
    WordRange words;
} Part;

/* "AFP in Kabul": the outlet without where it sits. */
static Part part_of(SourceFinder *finder, WordRange words, bool loose) {
    Part part = {phrase_of(finder, words_text(finder, words)), words};
    if (part.how.data)
        return part;
    uint32_t end = credit_outlet(finder, words.first, words.end, !loose);
    bool place =
        end && end < words.end && credit_is(finder, end, "in") && credit_name(finder, end + 1, words.end) == words.end;
    if (end == words.end || place) {
        part.how = VIEW("credit");
        part.words.end = end;
        part.words.first += credit_is(finder, words.first, "the");
    }
    return part;
}

bool credit_parts(SourceFinder *finder, WordRange inside, WordRange words, bool loose) {
    Part parts[PARTS];
    size_t count = 0, named = 0;
    for (uint32_t first = inside.first, i = inside.first; i <= inside.end; i++) {
        /* "Associated Press/Agencies" falls apart, "Agence France - Presse" is one outlet */
        uint32_t whole = i == first && i < inside.end ? credit_outlet(finder, i, inside.end, !loose) : 0;
        i = whole ? whole : i;
        if (i < inside.end && !is_separator(finder, i))
            continue;
        if (i > first) {
            if (count == PARTS)
                return false;
            parts[count] = part_of(finder, (WordRange){first, i}, loose);
            named += parts[count].how.data && !view_equal(parts[count].how, VIEW("own"));
            bool name = credit_name(finder, first, i) == i && i - first <= 4;
            if (!parts[count].how.data && !(loose && name))
                return false;
            count++;
        }
        first = i + 1;
    }
    for (size_t i = 0; named && i < count; i++) {
        if (!parts[i].how.data || view_equal(parts[i].how, VIEW("own")))
            continue;
        bool agencies = view_equal(parts[i].how, VIEW("agencies"));
        credit_add(finder, parts[i].how, agencies ? (WordRange){0, 0} : parts[i].words, words);
    }
    return named > 0;
}

/* "Staff and agencies", "AFP": parts between commas, strokes and "and". */
void credit_of_author(SourceFinder *finder, View author) {
    static const char *const separators[] = {" and ", ", ", "/", " & ", " with "};
    while (author.data && author.length) {
        size_t end = author.length, next = author.length;
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
            size_t at = view_find(author, view(separators[i]), 0);
            if (at < end) {
                end = at;
                next = at + view(separators[i]).length;
            }
        }
        View part = view_trim(view_slice(author, 0, end)), how = phrase_of(finder, part);
        author = view_slice(author, next, author.length);
        bool agency = !how.data && part.length && names_outlet(finder, part, true);
        bool agencies = view_equal(how, VIEW("agencies"));
        if ((!agency && !agencies) || (agency && is_own(finder, folded(finder, part))))
            continue;
        Source source = {.how = agencies ? VIEW("agencies") : VIEW("credit"),
                         .name = agencies ? (View){NULL, 0} : part};
        bool known = false;
        for (size_t i = 0; i < finder->sources->count; i++)
            known = known || (view_equal(finder->sources->items[i].how, source.how) &&
                              view_equal_folded(finder->sources->items[i].name, source.name));
        if (!known && !list_push(finder->arena, finder->sources, source))
            finder->failed = true;
    }
}
