/* identity/gazetteer (private): the places of the world and their names as one block of bytes that is looked up where
 * it lies. gazetteer_make makes the block from places.tsv.gz and place_names.tsv.gz; `isnad prepare-data` (which `make`
 * calls) writes it to places.packed beside them, and tables_open maps that file: a few pages are read, nothing is
 * parsed.
 *
 * The block, all numbers of 32 bits in the byte order of the machine that made it (another order is refused):
 *
 *     header     GazetteerHeader
 *     places     [place_count]: GazetteerPlace, in the order of places.tsv.gz
 *     divisions  [division_count]: where a country and its division stand in texts ("SYR", zero, "Aleppo", zero)
 *     blocks     [block_count]: where each sixteen names begin in names
 *     texts      names of places and divisions, each ended by a zero
 *     names      in byte order. Of each: how many bytes it shares with the one before (0 for the first of a block), how
 *                many follow, those bytes, how many places bear it, and their numbers; numbers in sevens of bits, low
 *                ones first, the top bit saying that more follow
 */
#ifndef ISNAD_GAZETTEER_H
#define ISNAD_GAZETTEER_H

#include "identity/tables.h"

#define GAZETTEER_FILE    "places.packed"
#define GAZETTEER_VERSION 1
#define GAZETTEER_BLOCK   16  /* names */
#define GAZETTEER_NAME    255 /* bytes of the longest name */

typedef struct GazetteerHeader {
    char magic[8]; /* "isnadplc" */
    uint32_t version, order, size, check;
    uint32_t places_sum, places_size, names_sum,
        names_size; /* of the tables that it was made from, as gzip gives them */
    uint32_t place_count, division_count, block_count, texts_size, names_bytes;
} GazetteerHeader;

typedef struct GazetteerPlace {
    uint32_t name;    /* in texts */
    int32_t lat, lon; /* thousandths of a degree */
    uint32_t population;
    uint16_t division;
    uint16_t kind; /* in gazetteer_kinds */
} GazetteerPlace;

typedef struct Gazetteer {
    View block;
    const GazetteerHeader *header;
    const GazetteerPlace *places;
    const uint32_t *divisions, *blocks;
    View texts, names;
} Gazetteer;

/* The kinds of places.tsv.gz; NULL ends them. */
extern const char *const gazetteer_kinds[];

/* Makes the block from the two tables of the folder; it lives in the arena. */
Code gazetteer_make(Arena *arena, const char *folder, View *block, Error *error);
/* Looks at header and sizes; *why then says what is wrong with it (false). */
bool gazetteer_read(View block, Gazetteer *gazetteer, const char **why);
/* Whether its content is what was written: reads it all, for `isnad check-data`. */
bool gazetteer_is_whole(View block);
/* The check sum of a content, as the header holds it. */
uint32_t gazetteer_sum(View content);
/* Fills in from which tables of the folder it is made; false when they are not there. */
bool gazetteer_source(const char *folder, GazetteerHeader *header);
/* Whether it was made from these tables of the folder; true when they are not there. */
bool gazetteer_is_fresh(const Gazetteer *gazetteer, const char *folder);

/* The numbers of the places that bear this name, at most room of them. */
size_t gazetteer_find(const Gazetteer *gazetteer, View key, uint32_t *numbers, size_t room);
/* False for a number or a text that is not there. */
bool gazetteer_place(const Gazetteer *gazetteer, uint32_t number, PlaceEntry *place);

#endif
