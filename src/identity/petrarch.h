/* identity/petrarch (private): what the readers of PETRARCH's two dictionaries share: lines, faults, the note. */
#ifndef ISNAD_PETRARCH_H
#define ISNAD_PETRARCH_H

#include "base/base.h"

typedef struct PetrarchFile {
    Arena *arena;
    const char *path;
    size_t line;   /* 1-based, the one that is read */
    size_t faults; /* lines passed over; the first of them stands in the note */
    View *note;
} PetrarchFile;

/* What keeps the file from being read, with file and line. */
Code petrarch_fault(const PetrarchFile *file, Error *error, const char *what, View words);
/* Gives each line to `take`, which puts it into `dictionary`; ends at the first that is not OK. */
typedef Code TakeLine(void *dictionary, View line, Error *error);
Code petrarch_each(PetrarchFile *file, View content, TakeLine *take, void *dictionary, Error *error);
/* At the end: the note says how many more lines than its one were passed over. */
Code petrarch_note_more(const PetrarchFile *file, Error *error);

#endif
