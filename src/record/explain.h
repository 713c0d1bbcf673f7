/* record/explain: what its two files share. Private to record/. */
#ifndef ISNAD_RECORD_EXPLAIN_H
#define ISNAD_RECORD_EXPLAIN_H

#include "record/page.h"
#include "record/record.h"

typedef struct Explainer {
    Arena *arena; /* scratch */
    const Record *record;
    Buffer *out;
} Explainer;

void explain_words(const Explainer *explainer, WordRange words);
void explain_days(const Explainer *explainer, Day from, Day to); /* "2020-01-18..2020-01-25", an unknown end left out */
void explain_claims(const Explainer *explainer);

#endif
