/* Private to identity/: on which day the report was published (publication*.c). */
#ifndef ISNAD_IDENTITY_PUBLICATION_H
#define ISNAD_IDENTITY_PUBLICATION_H

#include "identity/identity.h"

/* Fills cast->published. given: by metadata or option, or DAY_UNKNOWN. */
Code publication_find(Arena *arena, const Tables *tables, const Report *report, Day given, const Text *text,
                      const Reading *reading, const Mentions *mentions, Cast *cast, Error *error);

#endif
