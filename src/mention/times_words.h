/* mention/times_words: the words of data/times.tsv, and a sentence cut into the pieces that they are compared with. */
#ifndef ISNAD_MENTION_TIMES_WORDS_H
#define ISNAD_MENTION_TIMES_WORDS_H

#include "mention/times.h"

typedef enum TimeClass {
    CLASS_NUMBER,
    CLASS_SOME,
    CLASS_ORDINAL,
    CLASS_WEEKDAY,
    CLASS_MONTH,
    CLASS_SEASON,
    CLASS_UNIT,
    CLASS_PART,
    CLASS_DAY,
    CLASS_TONIGHT,
    CLASS_WHICH,
    CLASS_EVERY,
    CLASS_SET,
    CLASS_APPROX,
    CLASS_MOD,
    CLASS_SHIFT,
    CLASS_VAGUE,
    CLASS_FESTIVAL,
    CLASS_CLOCK,
    CLASS_ZONE,
    CLASS_DECADE,
    CLASS_BOUND,
    CLASS_NOT,
    CLASS_PAPER,
    CLASS_AHEAD,
    CLASS_COUNT
} TimeClass;

typedef enum TimeClock { CLOCK_AM, CLOCK_PM, CLOCK_OCLOCK, CLOCK_HOURS } TimeClock;

typedef struct TimeWord {
    TimeClass class;
    double value;  /* number, ordinal, weekday, month ..., direction of a which or a shift, days of a day word */
    TimeUnit unit; /* of a unit or set; UNIT_DAY for "night" */
    TimePart part;
    TimeMod mod;
    TimeVague vague;
    TimeBound bound;
    TimeCalendar calendar;
    Festival festival;
    bool brief;   /* "short": an abbreviation that needs a number or a dot beside it */
    bool word;    /* an English word besides */
    bool every;   /* a plural that means a set */
    bool many;    /* a plural */
    bool stretch; /* "the past": the days up to it */
    bool story;   /* seen from the narrative's day */
    bool same;
    bool some;
    bool shy;     /* counts only where the network sees a time */
    int32_t next; /* index of another entry of the same phrase, or -1 */
} TimeWord;

#define PHRASE_PIECES 6 /* the longest phrase of the table */

struct TimeTable {
    TimeWord *words;
    size_t count;
    Map *phrases; /* phrase -> its first entry */
    Map *longest; /* first piece -> how many pieces the longest phrase with it has */
};

/* A part of a word: "mid-January" is two, "20th" is two, "2003-2011" is three. */
typedef struct TimePiece {
    View text; /* lower case, without dots, straight apostrophe */
    uint32_t word;
    bool capital;                 /* as written */
    bool dotted;                  /* as written with a dot at its end */
    bool glued;                   /* no space in front */
    bool hyphen;                  /* a hyphen in front */
    bool digits;                  /* digits only (and separators of thousands) */
    long number;                  /* their value */
    size_t length;                /* number of digits */
    int32_t match[PHRASE_PIECES]; /* entry of the phrase of 1 .. PHRASE_PIECES pieces that begins here, or -1 */
} TimePiece;

typedef struct TimePieces {
    TimePiece *items;
    size_t count;
} TimePieces;

/* The pieces of a sentence with their phrases looked up. */
Code times_cut(Arena *arena, const TimeTable *table, const Text *text, WordRange words, TimePieces *pieces,
               Error *error);
/* The longest phrase of the class at the piece; its end is set, NULL when there is none. */
const TimeWord *times_word(const TimeTable *table, const TimePieces *pieces, size_t at, TimeClass class, size_t *end);

#endif
