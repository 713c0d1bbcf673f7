/* identity/tables_shapes (private): what each table looks like, for tables_check. */
#ifndef ISNAD_TABLES_SHAPES_H
#define ISNAD_TABLES_SHAPES_H

#include <stdbool.h>
#include <stddef.h>

typedef enum ColumnKind {
    COLUMN_TEXT,
    COLUMN_VALUES,     /* separated by |, none of them twice */
    COLUMN_ONE_OF,     /* of the words */
    COLUMN_COUNTRIES,  /* alpha-3 codes, separated by a space */
    COLUMN_ACTOR_CODE, /* country and sectors */
    COLUMN_LATITUDE,
    COLUMN_LONGITUDE,
    COLUMN_NUMBER,
    COLUMN_DAY,
    COLUMN_CAPITALS,  /* NAME=OTHER NAME@latitude,longitude, separated by | */
    COLUMN_ROLES,     /* TITLE@FROM..TO=CODE, separated by | */
    COLUMN_PLACE_ROWS /* row numbers of places.tsv.gz, separated by a space */
} ColumnKind;

typedef struct ColumnShape {
    const char *name;
    ColumnKind kind;
    bool optional;     /* "-" stands for no value */
    const char *words; /* COLUMN_ONE_OF: separated by a space */
} ColumnShape;

#define COLUMNS_MOST 12

typedef struct TableShape {
    const char *file;
    size_t count;  /* columns */
    size_t fewest; /* 0: as many as there are columns */
    size_t keys;   /* the first so many columns together may not be the same in two rows; 0: they may */
    bool sorted;   /* by its first column, which is folded */
    bool is_places, is_countries;
    ColumnShape columns[COLUMNS_MOST];
} TableShape;

#define SECTORS "GOV MIL COP OPP REB JUD MED EDU NGO BUS CVL LEG REL IGO SPY UAF PTY LAB REF"

extern const TableShape TABLE_SHAPES[]; /* file NULL: the end */

#endif
