/* identity/credits: data/credits.tsv. How a report says that it comes from somebody else. */
#ifndef ISNAD_IDENTITY_CREDITS_H
#define ISNAD_IDENTITY_CREDITS_H

#include "identity/tables.h"

typedef enum CreditPlace { CREDIT_LINE, CREDIT_START, CREDIT_IN, CREDIT_ALONE } CreditPlace;
typedef enum CreditName { CREDIT_NOBODY, CREDIT_ANY, CREDIT_OUTLET } CreditName;

typedef struct CreditEntry {
    View how; /* credit, agencies, translated, syndicated, own */
    CreditPlace place;
    CreditName name;
    View *words; /* each with its alternatives, separated by |; "*" for the name */
    size_t count;
} CreditEntry;

const CreditEntry *credit_entries(const Tables *tables, size_t *count);

#endif
