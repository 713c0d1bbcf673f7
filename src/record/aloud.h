/* record/aloud: a statement's chain as one reads it aloud. Private to record/. page/phrases.js says the same. */
#ifndef ISNAD_RECORD_ALOUD_H
#define ISNAD_RECORD_ALOUD_H

#include "claim/claim.h"
#include "record/page.h"

/* "Le Figaro's George Malbrino, quoting Harith Hassan" */
void aloud_chain(Page *page, const Record *record, size_t statement);
/* The same with its verb: "..., says"; when the innermost teller does more than say: "..., who denies". */
void aloud_statement(Page *page, const Record *record, size_t statement);

#endif
