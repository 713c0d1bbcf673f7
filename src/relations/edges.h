/* Private to relations/: actors, edges and what they rest on. */
#ifndef ISNAD_RELATIONS_EDGES_H
#define ISNAD_RELATIONS_EDGES_H

#include "relations/relations.h"

typedef enum RelationKind {
    RELATION_NONE,
    RELATION_WITH,
    RELATION_AGAINST,
    RELATION_TALKS,
    RELATION_CONTROLS,
    RELATION_BELONGS
} RelationKind;

/* Whether what an edge rests on happened, is only planned, called for, asked or possible, or is denied. */
typedef enum Standing { STANDING_HAPPENED, STANDING_OPEN, STANDING_DENIED, STANDING_COUNT } Standing;

typedef struct Party {
    View key;                     /* the same for the same actor in every record */
    View name, kind, code, known; /* known: data NULL when it is not in the actor table */
} Party;

typedef struct Ground {
    View report, report_name; /* id, and where it came from */
    View event;               /* its id in the record; data NULL: a role */
    View what;                /* the event's type, or the title */
    View status;              /* data NULL for a role */
    Day from, to, published;  /* DAY_UNKNOWN */
    View *chain;
    size_t chain_count;
} Ground;

typedef struct Edge {
    uint32_t from, to; /* parties */
    RelationKind kind;
    size_t counts[STANDING_COUNT];
    LIST(Ground) grounds;
} Edge;

struct Relations {
    Arena *arena;
    Map *types, *titles; /* names -> RelationKind, as relations.tsv says */
    Map *party_of;       /* Party.key -> index */
    Map *edge_of;
    LIST(Party) parties;
    LIST(Edge) edges;
};

const char *relation_name(RelationKind kind);
/* RELATION_NONE when the type says nothing. */
RelationKind relation_of_type(const Relations *relations, View type);
/* Of a title of something; its words are looked at one by one. */
RelationKind relation_of_title(const Relations *relations, View title);

#endif
