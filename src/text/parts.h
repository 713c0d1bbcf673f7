/* parts: private to text/. The steps of text_make and the tables that they read, in the order in which they run. */
#ifndef ISNAD_TEXT_PARTS_H
#define ISNAD_TEXT_PARTS_H

#include "text/text.h"

/* --- tables ------------------------------------------------------------------------------------------------------- */

/* What may stand behind an abbreviation (abbreviations.tsv). */
typedef enum Abbreviation {
    ABBREVIATION_BEFORE_NAME = 1, /* "Gen.": never ends a sentence */
    ABBREVIATION_BEFORE_NUMBER,   /* "No.", "Jan.": ends one unless a number follows */
    ABBREVIATION_INSIDE,          /* "e.g.", "vs.": never ends one */
    ABBREVIATION_ANYWHERE         /* "Inc.", "p.m.": ends one when a word follows that begins sentences */
} Abbreviation;

/* sentences.tsv: what a lower-cased word does at a sentence's end. */
typedef enum SentenceWord {
    SENTENCE_STARTER = 1, /* "the", "he", "meanwhile": capitalised, it begins a sentence */
    SENTENCE_TELLER       /* "said", "asked": goes on with a sentence that a quoted question interrupted */
} SentenceWord;

/* datelines.tsv */
typedef enum DatelineWord {
    DATELINE_DAY = 1, /* "Monday", "January", "GMT" */
    DATELINE_AGENCY,  /* "AFP", "Agencies" */
    DATELINE_JOINT    /* "of", "the": says nothing */
} DatelineWord;

/* A line that is residue (residue.tsv). `*` stands for anything, `#` for one token with a digit in it. */
typedef struct ResiduePattern {
    View pattern; /* ASCII lower case */
    bool open;    /* only a line that does not end like a sentence */
    const char *why;
} ResiduePattern;

struct TextTables {
    Map *abbreviations;  /* folded, without the last stop -> Abbreviation */
    Map *sentence_words; /* -> SentenceWord */
    Map *dateline_words; /* -> DatelineWord */
    LIST(ResiduePattern) residue;
};

/* Looks an ASCII word up in lower case; 0 when it is not there. */
uint32_t tables_find(const Map *map, View word);

/* --- lines: the report as it came, line by line ---------------------------------------------------------------------
 */

typedef struct Line {
    Span span;       /* bytes of the NFC text, white space at both ends left out; never empty */
    bool blank;      /* an empty line stands before it */
    bool joins;      /* goes on with the line before it: that one was wrapped */
    const char *why; /* NULL, or why it is residue */
} Line;

typedef LIST(Line) LineList;

/* True when the text ends as a sentence does: . ! ? or an ellipsis, quotation marks and brackets behind it left out. */
bool ends_sentence(View text);
/* Splits into lines that are not empty. */
bool lines_split(Arena *arena, View text, LineList *lines);
/* Marks the residue among them. */
void clean_lines(const TextTables *tables, View text, LineList *lines);
/* Marks the lines that go on with a hard-wrapped one. */
void lines_join(View text, LineList *lines);

/* --- into Text, each step filling its part --------------------------------------------------------------------------
 */

/* text, origin, paragraphs (spans only), removed. `origins` is the NFC's way back. */
bool compose_text(Arena *arena, View nfc, const uint32_t *origins, const LineList *lines, Text *text);
bool split_words(Arena *arena, const TextTables *tables, Text *text);

/* The code point that a word begins with. */
uint32_t text_first_point(const Text *text, uint32_t word);

/* What a word is as a quotation mark, for the sentence splitter; found with the quotations. */
typedef enum MarkRole { MARK_NONE, MARK_OPEN, MARK_CLOSE } MarkRole;
/* `ranges` holds each paragraph's words; *roles one MarkRole a word. */
bool find_quotations(Arena *arena, Text *text, const WordRange *ranges, uint8_t **roles);
/* sentences, and each word's and paragraph's place in them. */
bool split_sentences(Arena *arena, const TextTables *tables, Text *text, const WordRange *ranges, const uint8_t *roles);
/* Each sentence's kind. */
void tell_kinds(const TextTables *tables, Text *text);

#endif
