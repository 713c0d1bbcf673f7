/* identity/publication_clues (private to identity/): where the clues to the day of publication come from. */
#ifndef ISNAD_IDENTITY_PUBLICATION_CLUES_H
#define ISNAD_IDENTITY_PUBLICATION_CLUES_H

#include "identity/identity.h"
#include "identity/publication_curve.h"

typedef struct ClueWork {
    Arena *arena;
    const Tables *tables;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions;
    const Cast *cast; /* actors and places; no times yet */
    ClueList clues;
} ClueWork;

/* Each appends to work->clues; false when there is no memory. */
bool clues_from_times(ClueWork *work);   /* publication_times.c: dates, months, years, weekdays of the report itself */
bool clues_from_events(ClueWork *work);  /* publication_events.c: dated.tsv, and what is measured from its days */
bool clues_from_eras(ClueWork *work);    /* publication_eras.c: eras.tsv */
bool clues_from_leaders(ClueWork *work); /* publication_eras.c: who is in office */

/* The report folded, up to where a text is too long for one report. data NULL: no memory. */
View clue_folded(const ClueWork *work);

/* "March 3" or "March" without a year: the sense that says so, inside the mention's; NULL when it says none or a year.
 */
const TimeSense *clue_yearless(const TimeMention *mention);

#endif
