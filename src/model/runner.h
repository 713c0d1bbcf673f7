/* runner: what one thread needs to run a Model over windows. Private to model/. */
#ifndef ISNAD_MODEL_RUNNER_H
#define ISNAD_MODEL_RUNNER_H

#include "model/weights.h"

struct Runner {
    const Model *model;
    Lane *lane;
    Arena *memory;  /* of the fields below */
    Arena *scratch; /* of one window */
    float *x;       /* [window][H]: the encoder's state, in the end its result */
    float *qkv;     /* [window][3][H / heads]: query, key and value of one head */
    float *mixed;   /* [window][H]: what attention gathered */
    float *inner;   /* [LANE_ROWS][F] */
    float *turned;  /* [H / heads][turned_step]: the keys of one head, transposed */
    float *scores;  /* [ATTENTION_ROWS][turned_step] */
    size_t turned_step;
    Rows rows, inner_rows; /* inputs of width H, [window]; of width F, [LANE_ROWS_DEEP] */
};

#define ATTENTION_ROWS 60

/* runner_new with a limit on the bytes of each of its arenas (0: none), for tests of running out of memory. */
Code runner_new_within(const Model *model, size_t maximum, Runner **runner, Error *error);

/* The encoder: pieces [count] of one window, with [CLS] and [SEP] -> runner->x [word_count][H], the vectors of the
 * pieces that `firsts` names in rising order: the first ones of words. count is at most model->window. */
Code encoder_run(Runner *runner, const uint32_t *pieces, size_t count, const uint32_t *firsts, size_t word_count,
                 Error *error);

/* One head's attention: the first `queries` rows of runner->qkv, which holds this head's, look at the first `count`;
 * into its part of runner->mixed. */
void encoder_attend(Runner *runner, size_t head, size_t queries, size_t count);

/* Two words, one score a role: FORMAT.md's families. Words are rows of h. */
typedef struct Pairs {
    const Family *family;
    const Kernels *kernels;
    const uint32_t *predicates, *candidates;
    size_t predicate_count, candidate_count;
    float *left;  /* [predicates][roles * width]: U [a; 1] */
    float *right; /* [candidates][width]: b */
} Pairs;

/* Prepares a family's scores between two lists of words; lives in runner->scratch. */
Code pairs_make(Runner *runner, FamilyName family, const Rows *h, const uint32_t *predicates, size_t predicate_count,
                const uint32_t *candidates, size_t candidate_count, Pairs *pairs, Error *error);
/* scores[roles] of the p-th predicate with the c-th candidate. */
void pairs_score(const Pairs *pairs, size_t p, size_t c, float *scores);

#endif
