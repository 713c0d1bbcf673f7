/* record/sources: the text -> whom the outlet has the report from as a whole, by what the report says of itself at its
 * two ends: a credit ("QUITO (Reuters) - ...", or "(AFP)" as the last words), "By ... and agencies", "Translated from
 * ...",
 * "(translation)", "Reprinted from ...". Everything is told by its shape and place, no agency is known by name.
 * Deliberately left out: sources of single statements (claim/ has them as speakers and channels), feeds. */
#include "record/write.h"

#define FRONT_PARAGRAPHS 4 /* the headline and the credit lines stand in these */
#define BACK_PARAGRAPHS  2
#define FRONT_WORDS      16 /* how far into a sentence a dateline reaches */
#define NAME_WORDS       4  /* an agency's name is not longer */

typedef struct Finder {
    Arena *arena;
    const Text *text;
    SourceList *sources;
    bool failed;
} Finder;

static bool is(const Finder *finder, uint32_t word, const char *lower) {
    return word < finder->text->word_count && text_word_is(finder->text, word, lower);
}

static bool is_dash(const Finder *finder, uint32_t word) {
    return is(finder, word, "-") || is(finder, word, "--") || is(finder, word, "\u2013") || is(finder, word, "\u2014");
}

static bool is_upper(const Finder *finder, uint32_t word) {
    size_t position = 0;
    return unicode_is_upper(utf8_next(text_word(finder->text, word), &position));
}

static void add(Finder *finder, const char *how, WordRange name, WordRange words) {
    Source source = {.how = how, .span = text_words_span(finder->text, words)};
    if (name.first < name.end)
        source.name = text_span(finder->text, text_words_span(finder->text, name));
    if (!list_push(finder->arena, finder->sources, source))
        finder->failed = true;
}

/* The word behind the last word of the name that begins here and runs to the closing parenthesis or the end. */
static uint32_t name_end(const Finder *finder, uint32_t first, uint32_t end) {
    uint32_t last = first;
    while (last < end && !is(finder, last, ")") && !is(finder, last, ".") && !is(finder, last, ",") &&
           !is_dash(finder, last))
        last++;
    return last;
}

/* "(Reuters) -" in front of a sentence, "(AFP)" at the end of the text. */
static void find_credit(Finder *finder, uint32_t open, uint32_t end, bool front) {
    uint32_t close = open + 1;
    while (close < end && close - open <= NAME_WORDS && is_upper(finder, close))
        close++;
    if (close == open + 1 || close >= end || !is(finder, close, ")"))
        return;
    if (front ? is_dash(finder, close + 1) : close + 1 >= end || (is(finder, close + 1, ".") && close + 2 >= end))
        add(finder, "credit", (WordRange){open + 1, close}, (WordRange){open, close + 1});
}

/* "Translated from Russian.", "(translated by ...)", "Reprinted from ...": the verb opens the sentence or a
 * parenthesis. */
static void find_origin(Finder *finder, uint32_t word, uint32_t end) {
    static const struct {
        const char *verb, *how;
    } verbs[] = {{"translated", "translated"},
                 {"translation", "translated"},
                 {"republished", "syndicated"},
                 {"reprinted", "syndicated"},
                 {"syndicated", "syndicated"}};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (!is(finder, word, verbs[i].verb))
            continue;
        uint32_t name = word + 1;
        bool by = is(finder, name, "from") || is(finder, name, "by") || is(finder, name, "of");
        if (by && name + 1 < end) {
            uint32_t last = name_end(finder, name + 1, end);
            if (last > name + 1)
                add(finder, verbs[i].how, (WordRange){name + 1, last}, (WordRange){word, last});
        } else if (is(finder, name, ")")) {
            add(finder, verbs[i].how, (WordRange){0, 0}, (WordRange){word, word + 1});
        }
        return;
    }
}

static void find_in(Finder *finder, WordRange words, bool front) {
    bool byline = is(finder, words.first, "by");
    for (uint32_t i = words.first; i < words.end; i++) {
        bool near = !front || i < words.first + FRONT_WORDS;
        if (is(finder, i, "(") && near) {
            find_credit(finder, i, words.end, front);
            find_origin(finder, i + 1, words.end);
        }
        bool joined = i > words.first && (is(finder, i - 1, "and") || is(finder, i - 1, "/") || is_dash(finder, i - 1));
        if (is(finder, i, "agencies") && joined && near && (byline || words.end - words.first <= FRONT_WORDS))
            add(finder, "agencies", (WordRange){0, 0}, (WordRange){i, i + 1});
    }
    find_origin(finder, words.first, words.end);
}

Code text_sources(Arena *arena, const Text *text, SourceList *sources, Error *error) {
    Finder finder = {arena, text, sources, false};
    for (size_t i = 0; i < text->sentence_count && !finder.failed; i++) {
        const Sentence *sentence = &text->sentences[i];
        bool front = sentence->paragraph < FRONT_PARAGRAPHS;
        bool back = sentence->paragraph + BACK_PARAGRAPHS >= text->paragraph_count;
        if (sentence->words.first == sentence->words.end)
            continue;
        if (front)
            find_in(&finder, sentence->words, true);
        else if (back)
            find_in(&finder, sentence->words, false);
    }
    return finder.failed ? error_memory(error) : OK;
}
