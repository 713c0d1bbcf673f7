/* text: Report -> Text. NFC with a way back, boilerplate out, paragraphs, sentences, words, quotation marks.
 *
 * Every later room speaks in words (indices into Text.words) and in spans of bytes of Text.text. Only record/ turns
 * bytes into code points.
 */
#ifndef ISNAD_TEXT_H
#define ISNAD_TEXT_H

#include "read/read.h"

typedef struct Span {
    uint32_t start, end; /* bytes of Text.text, [start, end) */
} Span;

typedef struct WordRange {
    uint32_t first, end; /* words, [first, end) */
} WordRange;

typedef struct Word {
    Span span;
    uint32_t sentence;
    bool space_before; /* false when glued to the word before: "Sadr" "'s" */
} Word;

typedef enum SentenceKind { SENTENCE_PROSE, SENTENCE_HEADING, SENTENCE_TITLE, SENTENCE_DATELINE } SentenceKind;

typedef struct Sentence {
    Span span;
    WordRange words;
    uint32_t paragraph;
    SentenceKind kind; /* TITLE: the headline at the top; HEADING: a heading inside; DATELINE: a line that is only
                          place, agency, day. "BAGHDAD (AFP) - ..." in front of a sentence stays in that sentence */
} Sentence;

typedef struct Paragraph {
    Span span;
    uint32_t first_sentence, end_sentence;
} Paragraph;

/* A pair of quotation marks, straight or curly. `open` and `close` are the words that are the marks themselves. A
 * quotation that is never closed runs to the end of its paragraph, or over the following paragraphs when each of these
 * opens with a mark again (the news convention); close is then the last word of it and closed is false. */
typedef struct Quotation {
    uint32_t open, close;
    bool closed;
    int32_t inside; /* index of the quotation around it, or -1 */
} Quotation;

typedef struct Removed {
    View text;
    const char *why; /* "player residue", "identifier", "read also", "caption", "share button" ... */
} Removed;

typedef struct Text {
    View text;        /* NFC, residue removed, paragraphs kept: what record's report.text is */
    uint32_t *origin; /* [text.length + 1]: byte of Report.body that each byte came from */
    Word *words;
    size_t word_count;
    Sentence *sentences;
    size_t sentence_count;
    Paragraph *paragraphs;
    size_t paragraph_count;
    Quotation *quotations; /* by open */
    size_t quotation_count;
    Removed *removed;
    size_t removed_count;
} Text;

/* What text/ knows from data/: abbreviations.tsv, sentences.tsv, datelines.tsv, residue.tsv. Lives in the arena, is
 * read once and shared by all threads. ERROR_DATA names file, line and cure. */
typedef struct TextTables TextTables;
Code text_tables_open(Arena *arena, const char *data_folder, TextTables **tables, Error *error);

/* A report without a single word gives a Text with none, not an error. */
Code text_make(Arena *arena, const TextTables *tables, const Report *report, Text *text, Error *error);

View text_span(const Text *text, Span span);
View text_word(const Text *text, uint32_t word);
/* From the first word's start to the last word's end; the range must not be empty. */
Span text_words_span(const Text *text, WordRange range);
bool text_word_is(const Text *text, uint32_t word, const char *lower); /* ASCII case folded */

#endif
