/* Private to identity/: data/titles.tsv. Forms of address and particles are no part of a name; some words tell the
 * gender. */
#ifndef ISNAD_IDENTITY_TITLES_H
#define ISNAD_IDENTITY_TITLES_H

#include "identity/identity.h"

typedef enum TitleKind {
    TITLE_NONE,
    TITLE_ADDRESS,  /* "Mr", "Sheikh", "Haji": in front of a name */
    TITLE_PARTICLE, /* "al", "bin", "van": between the parts of a name */
    TITLE_NOUN      /* "spokeswoman", "father": tells the gender */
} TitleKind;

/* folded: one word. *gender is GENDER_UNKNOWN when the word does not tell. */
TitleKind title_find(const Tables *tables, View folded, Gender *gender);

#endif
