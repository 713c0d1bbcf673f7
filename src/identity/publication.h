/* identity/publication: on which day the report was published (private to identity/). Runs before times_resolve. */
#ifndef ISNAD_IDENTITY_PUBLICATION_H
#define ISNAD_IDENTITY_PUBLICATION_H

#include "identity/identity.h"

/* Fills cast->published from the given day, else a dateline, else what the text allows. */
Code publication_find(Arena *arena, const Tables *tables, const Report *report, Day given, const Text *text,
                      const Reading *reading, const Mentions *mentions, Cast *cast, Error *error);

#endif
