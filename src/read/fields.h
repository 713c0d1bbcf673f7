/* fields: private to read/. What other people's keys and columns say of a report. */
#ifndef ISNAD_READ_FIELDS_H
#define ISNAD_READ_FIELDS_H

#include "read/read.h"

typedef enum Field {
    FIELD_NAME,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_DATE,
    FIELD_OUTLET,
    FIELD_URL,
    FIELD_AUTHOR,
    FIELD_COUNT,
    FIELD_NONE = FIELD_COUNT
} Field;

/* The names that a field goes by, ours first, the better before the worse; NULL behind the last. */
const char *field_name(Field field, size_t rank);
/* FIELD_NONE when no field goes by this name (letters folded); *rank as above. */
Field field_of(View name, size_t *rank);
/* Puts the value, trimmed, where it belongs in the report; an empty one changes nothing. A date that is none is noted.
 * Of FIELD_TEXT nothing is done. False: no memory. */
bool field_fill(Arena *arena, Report *report, Field field, View value);

#endif
