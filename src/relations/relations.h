/* relations: who stands with whom, over records.
 *
 * In: records as isnad read writes them, one JSON line each. Out: edges between actors, as JSON Lines: with, against,
 * talks with (from events, by their type), controls, belongs to (from roles), each with its sign, its days and all that
 * it rests on: the events and the chains under them. What says what is data/relations.tsv.
 *
 * Actors of two records are one when they are the same entry of the actor table, the same country, or have the same
 * name and kind; an actor that no name is given to stays in its record. Left out: short names across records ("Sadr"),
 * which are merge/'s, and any weighing of tellers: the edge says how many there are.
 */
#ifndef ISNAD_RELATIONS_H
#define ISNAD_RELATIONS_H

#include "base/base.h"

typedef struct Relations Relations;

/* Reads relations.tsv of the folder; the error names file, line and cure. Everything lives in the arena. */
Code relations_open(Arena *arena, const char *folder, Relations **relations, Error *error);
/* Takes one record; ERROR_INPUT ("FILE:LINE: ...") when the line is none: it is then left out, and others may follow.
 */
Code relations_add(Relations *relations, View line, const char *file, size_t number, Error *error);
/* What makes an actor of a record the same in all of them (see above); false when it stays in its record. True with
 * data NULL: no memory. */
bool relations_actor_key(Arena *arena, const JsonValue *actor, View *key);
/* Every edge, by the names of its actors. */
Code relations_write(Relations *relations, Buffer *out, Error *error);

/* The same edges one by one, for exports. The views live as long as the arena. */
typedef struct RelationActor {
    View key; /* the same for the same actor in every record */
    View name, kind, code, known;
} RelationActor;

typedef struct Relation {
    RelationActor from, to;
    const char *relation; /* "with", "against" ... */
    int sign;
    Day first, last; /* DAY_UNKNOWN */
    size_t happened, open, denied, tellers;
} Relation;

typedef void TakeRelation(void *into, const Relation *relation);
Code relations_each(Relations *relations, TakeRelation *take, void *into, Error *error);

#endif
