/* text/sentences: words -> sentences, within each paragraph.
 *
 * A sentence ends behind . ! ? or an ellipsis and the quotation marks and brackets that close there (...". and ."
 * alike), when what follows can begin a sentence: a capital, a digit, an opening mark before one. Stops that belong to
 * abbreviations and initials end one only as abbreviations.tsv and sentences.tsv say. A sentence of more than
 * LIMIT_SENTENCE_WORDS words is cut, at a comma or semicolon when there is one.
 */
#include "text/parts.h"

#define DATELINE_WORDS 8 /* so long is a dateline in front of a sentence at most */

typedef struct Cutter {
    Arena *arena;
    const TextTables *tables;
    Text *text;
    const uint8_t *roles; /* MarkRole */
    WordRange paragraph;
    LIST(Sentence) sentences;
} Cutter;

/* . ! ? and ellipses, as words of their own. */
static bool is_stop(const Text *text, uint32_t word) {
    View w = text_word(text, word);
    uint32_t c = text_first_point(text, word);
    return c == '!' || c == '?' || c == 0x2026 || (c == '.' && w.data[w.length - 1] == '.');
}

static bool is_ellipsis(const Text *text, uint32_t word) {
    return text_first_point(text, word) == 0x2026 ||
           (text_first_point(text, word) == '.' && text_word(text, word).length > 1);
}

/* A word with its own stop: "Gen.", "U.S." */
static bool ends_in_stop(const Text *text, uint32_t word) {
    View w = text_word(text, word);
    return w.length > 1 && w.data[w.length - 1] == '.' && text_first_point(text, word) != '.';
}

/* A closing mark or bracket that belongs to what stands before it. */
static bool is_closer(const Cutter *cutter, uint32_t word) {
    uint32_t c = text_first_point(cutter->text, word);
    if (c == ')' || c == ']' || cutter->roles[word] == MARK_CLOSE)
        return true;
    bool mark = c == '"' || c == 0x201D || c == 0xBB || c == '\'' || c == 0x2019;
    return mark && cutter->roles[word] == MARK_NONE && !cutter->text->words[word].space_before;
}

/* The first word at or behind `word` that is no opening mark, bracket or dash. */
static uint32_t skip_openers(const Cutter *cutter, uint32_t word) {
    while (word + 1 < cutter->paragraph.end) {
        uint32_t c = text_first_point(cutter->text, word);
        bool opens = c == '(' || c == '[' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2022 ||
                     cutter->roles[word] == MARK_OPEN;
        if (!opens)
            break;
        word++;
    }
    return word;
}

static bool is_kind(const Cutter *cutter, uint32_t word, SentenceWord kind) {
    return tables_find(cutter->tables->sentence_words, text_word(cutter->text, word)) == kind;
}

static bool capital(const Text *text, uint32_t word) {
    uint32_t c = text_first_point(text, word);
    return unicode_is_upper(c) || (unicode_is_letter(c) && !unicode_is_lower(c)); /* scripts without capitals too */
}

/* How the abbreviation or initial at `word` goes on. */
static Abbreviation abbreviation_of(const Cutter *cutter, uint32_t word) {
    View w = text_word(cutter->text, word);
    View part = view_slice(w, 0, w.length - 1);
    uint32_t kind = tables_find(cutter->tables->abbreviations, part);
    if (kind)
        return (Abbreviation)kind;
    return ABBREVIATION_ANYWHERE; /* initials: "J. Smith" goes on, "in the U.S. He left" does not */
}

/* The stop of the word before `next` ends a sentence although it belongs to the word. */
static bool abbreviation_ends(const Cutter *cutter, uint32_t word, uint32_t next) {
    uint32_t c = text_first_point(cutter->text, next);
    if (unicode_is_digit(c))
        return false;
    switch (abbreviation_of(cutter, word)) {
    case ABBREVIATION_BEFORE_NAME:
    case ABBREVIATION_INSIDE: return false;
    case ABBREVIATION_BEFORE_NUMBER: return capital(cutter->text, next);
    case ABBREVIATION_ANYWHERE: break;
    }
    return capital(cutter->text, next) && is_kind(cutter, next, SENTENCE_STARTER);
}

/* '"Why?" Hassan asked.': a quoted question or cry, and a name with a verb of saying behind it. */
static bool goes_on_telling(const Cutter *cutter, uint32_t stop, uint32_t next) {
    uint32_t c = text_first_point(cutter->text, stop);
    if (c == '.' || cutter->roles[next - 1] != MARK_CLOSE)
        return false;
    for (uint32_t word = next; word < cutter->paragraph.end && word < next + 4; word++)
        if (is_kind(cutter, word, SENTENCE_TELLER))
            return true;
        else if (!capital(cutter->text, word))
            return false;
    return false;
}

/* "LISBON (Agencies). - The minister": a dateline stays with its sentence, and so does '"..." - A. Writer'. */
static bool dash_goes_on(const Cutter *cutter, uint32_t first, uint32_t next) {
    uint32_t c = text_first_point(cutter->text, next);
    bool dash = c == '-' || c == 0x2013 || c == 0x2014;
    return dash && (next - first <= DATELINE_WORDS || cutter->roles[next - 1] == MARK_CLOSE);
}

/* The sentence from `first`, with a stop at `stop` and closers up to `next`, is over, as far as `next` tells. */
static bool ends_before(const Cutter *cutter, uint32_t first, uint32_t stop, uint32_t next) {
    const Text *text = cutter->text;
    if (next >= cutter->paragraph.end)
        return true;
    if (dash_goes_on(cutter, first, next))
        return false;
    uint32_t begin = skip_openers(cutter, next), c = text_first_point(text, begin);
    if (ends_in_stop(text, stop))
        return abbreviation_ends(cutter, stop, begin);
    bool glued = !text->words[next].space_before && next == stop + 1;
    if (unicode_is_digit(c))
        return !glued && !is_ellipsis(text, stop);
    if (!capital(text, begin))
        return false;
    return !goes_on_telling(cutter, stop, next);
}

/* The word behind the sentence that begins at `first`. */
static uint32_t sentence_end(const Cutter *cutter, uint32_t first) {
    const Text *text = cutter->text;
    for (uint32_t word = first; word < cutter->paragraph.end; word++) {
        if (!is_stop(text, word) && !ends_in_stop(text, word))
            continue;
        uint32_t stop = word, next = word + 1;
        while (next < cutter->paragraph.end) {
            if (is_stop(text, next) && !text->words[next].space_before)
                stop = next;
            else if (!is_closer(cutter, next))
                break;
            next++;
        }
        if (ends_before(cutter, first, stop, next))
            return next;
        word = next - 1;
    }
    return cutter->paragraph.end;
}

/* Where a sentence that is too long is cut: behind the last comma or semicolon that the limit allows. */
static uint32_t cut_at(const Text *text, uint32_t first, uint32_t end) {
    if (end - first <= LIMIT_SENTENCE_WORDS)
        return end;
    uint32_t limit = first + LIMIT_SENTENCE_WORDS;
    for (uint32_t word = limit - 1; word > first; word--) {
        uint32_t c = text_first_point(text, word);
        if (c == ',' || c == ';')
            return word + 1;
    }
    return limit;
}

static bool put_sentence(Cutter *cutter, uint32_t paragraph, uint32_t first, uint32_t end) {
    Text *text = cutter->text;
    Sentence sentence = {.words = {first, end}, .paragraph = paragraph};
    sentence.span = text_words_span(text, sentence.words);
    for (uint32_t word = first; word < end; word++)
        text->words[word].sentence = (uint32_t)cutter->sentences.count;
    return list_push(cutter->arena, &cutter->sentences, sentence);
}

bool split_sentences(Arena *arena, const TextTables *tables, Text *text, const WordRange *ranges,
                     const uint8_t *roles) {
    Cutter cutter = {.arena = arena, .tables = tables, .text = text, .roles = roles};
    for (uint32_t i = 0; i < text->paragraph_count; i++) {
        cutter.paragraph = ranges[i];
        text->paragraphs[i].first_sentence = (uint32_t)cutter.sentences.count;
        for (uint32_t first = ranges[i].first; first < ranges[i].end;) {
            uint32_t end = sentence_end(&cutter, first);
            while (first < end) {
                uint32_t cut = cut_at(text, first, end);
                if (!put_sentence(&cutter, i, first, cut))
                    return false;
                first = cut;
            }
        }
        text->paragraphs[i].end_sentence = (uint32_t)cutter.sentences.count;
    }
    text->sentences = cutter.sentences.items;
    text->sentence_count = cutter.sentences.count;
    return true;
}
