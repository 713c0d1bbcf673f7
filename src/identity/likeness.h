/* Private to identity/ (name_likeness and name_romanised are in identity.h): how alike two names are. */
#ifndef ISNAD_IDENTITY_LIKENESS_H
#define ISNAD_IDENTITY_LIKENESS_H

#include "identity/identity.h"

/* Two parts of names in one spelling or another, vowels and doubled letters aside. */
bool names_part_alike(View a, View b);
/* How dear it is to write the Latin name (folded) in these Arabic letters, an Arabic letter. */
#define LETTERS_FAR 9.0
double letters_cost(const Tables *tables, View latin, View arabic);
/* 1 for the same letters, 0 for none in common. */
double names_letters_alike(View a, View b);
/* "Amira" beside "Amir". */
bool names_part_feminine(View shorter, View longer);

#endif
