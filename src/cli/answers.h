/* cli/answers: what was found -> a table for people, JSON Lines, CSV. */
#ifndef ISNAD_CLI_ANSWERS_H
#define ISNAD_CLI_ANSWERS_H

#include "store/store.h"

typedef enum AnswerForm { ANSWER_TABLE, ANSWER_JSON, ANSWER_CSV } AnswerForm;

typedef struct Answers {
    AnswerForm form;
    StoreWhat what;
    int width;    /* columns of the terminal */
    size_t count; /* given so far */
    Arena *arena; /* of the rows that wait for their table */
    const char *const *columns;
    LIST(View *) rows;
} Answers;

/* A StoreTakeRow. CSV (RFC 4180, a header first) and JSON go out at once, a table at answers_end. */
Code answers_take(void *into, const StoreRow *row, Error *error);
Code answers_end(Answers *answers, Error *error);

#endif
