/* identity/times_tense (private to identity/): whether what a time dates is past or to come. */
#ifndef ISNAD_IDENTITY_TIMES_TENSE_H
#define ISNAD_IDENTITY_TIMES_TENSE_H

#include "identity/times_days.h"

typedef struct TimeTense {
    int direction; /* -1 past, +1 to come; past when nothing says, as reports mostly tell what was */
    TimeGrip grip; /* how far that can be relied on */
} TimeTense;

TimeTense times_tense(const Text *text, const Reading *reading, const TimeMention *mention);

#endif
