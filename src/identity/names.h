/* identity/names (private): folded name -> the entries of a table that bear it, in the order in which they were added.
 */
#ifndef ISNAD_NAMES_H
#define ISNAD_NAMES_H

#include "base/base.h"

typedef struct NameLink {
    View written; /* as the table writes it */
    uint32_t entry;
    uint32_t kind; /* what the name is to the entry; each table has its own */
    uint32_t next; /* link of the same name, 0: the last */
} NameLink;

typedef struct Names {
    Map *map;
    LIST(NameLink) links; /* the first one is not used */
} Names;

bool names_init(Names *names, Arena *arena);
/* Folds `written` and adds it; the same entry under the same name and kind only once. False: no memory. */
bool names_add(Names *names, Arena *arena, View written, uint32_t kind, uint32_t entry);
/* Adds each of the values separated by |. */
bool names_add_all(Names *names, Arena *arena, View values, uint32_t kind, uint32_t entry);
/* The links of a folded name, first and next; NULL at the end. */
const NameLink *names_first(const Names *names, View folded);
const NameLink *names_next(const Names *names, const NameLink *link);

/* Without "the" in front, unless that is all. */
View name_key(View folded);
/* "-" in a table stands for no value: data NULL. */
View field_value(View field);

#define PHRASE_WORDS 10  /* no phrase of a table is longer */
#define PHRASE_BYTES 240 /* and none of its keys */
/* The words [first, end) joined by spaces into key; an empty view when that is longer than any phrase. */
View phrase_key(const View *words, size_t first, size_t end, char key[PHRASE_BYTES]);

/* The longest phrase of at most PHRASE_WORDS words that ends with words[head] and is a name; *length in words. NULL:
 * none. */
const NameLink *names_ending_at(const Names *names, const View *words, size_t count, size_t head, size_t *length);

/* sound.c: "~" and how a folded name sounds; an empty view when it has other letters than a to z or less than three
 * sounds. */
View sound_key(View folded, char key[PHRASE_BYTES]);

#endif
