/* Private to mention/: numbers as intervals. */
#ifndef ISNAD_MENTION_NUMBERS_H
#define ISNAD_MENTION_NUMBERS_H

#include "mention/mention.h"

typedef struct NumberTable NumberTable;

typedef enum NumberKind {
    NUMBER_VALUE,      /* "twenty": adds */
    NUMBER_MULTIPLIER, /* "thousand": multiplies */
    NUMBER_VAGUE,      /* "dozens", "several": an interval of its own */
    NUMBER_PART,       /* "half", "quarter": of a multiplier */
    NUMBER_LEAST,      /* "at least": from the value on */
    NUMBER_OVER,       /* "more than": from the next one on */
    NUMBER_MOST,       /* "up to": to the value */
    NUMBER_UNDER,      /* "fewer than": to the one before */
    NUMBER_ABOUT       /* "nearly", "some": the value itself, as GUIDE.md counts */
} NumberKind;

typedef struct NumberWord {
    NumberKind kind;
    double low, high;
    uint32_t length; /* words of the phrase */
} NumberWord;

Code number_table_open(Arena *arena, const char *folder, NumberTable **table, Error *error);
/* The longest phrase of the table that begins at the word and ends before `end`; NULL when there is none. */
const NumberWord *number_table_at(const NumberTable *table, const Text *text, uint32_t word, uint32_t end);
/* Digits as written: "5,000", "1.4", "45m". */
bool number_digits(View word, double *value);

/* Fills mentions->numbers and number_count. */
Code numbers_find(Arena *arena, const NumberTable *table, const Text *text, const Reading *reading, Mentions *mentions,
                  Error *error);

#endif
