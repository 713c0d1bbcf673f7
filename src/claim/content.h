/* Private to claim/: the pieces of content_find. */
#ifndef ISNAD_CLAIM_CONTENT_H
#define ISNAD_CLAIM_CONTENT_H

#include "claim/work.h"

/* The network's first and last words, paired. *score: the mean probability of the ends taken. */
void content_by_network(Work *work, const CueReading *cue, SegmentList *content, float *score);
/* The words of the clause `top` that do not hang under `without` (NO_WORD: none) and are not in the cue, as runs. */
void content_by_clause(Work *work, const CueReading *cue, uint32_t top, uint32_t without, SegmentList *content);
/* The clauses of the network's head words. */
void content_by_heads(Work *work, const CueReading *cue, SegmentList *content);
/* The clause that hangs on the cue by the tree alone. */
void content_by_tree(Work *work, const CueReading *cue, SegmentList *content);
/* A quotation that stands right beside the cue. */
void content_by_quotation(Work *work, const CueReading *cue, SegmentList *content);
/* Quotation marks completed, "that" and stops cut off, cue and speaker taken out, sorted and merged. */
void content_mend(Work *work, const CueReading *cue, SegmentList *content);
#endif
