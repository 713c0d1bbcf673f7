/* identity/place_choose (private): which place on earth each name of a report is, all names together.
 *
 * places.c collects the names with what stands beside them; place_choose picks, of everything that the tables know by
 * each name, the place that the rest of the report speaks for.
 */
#ifndef ISNAD_PLACE_CHOOSE_H
#define ISNAD_PLACE_CHOOSE_H

#include "identity/identity.h"

#define NO_NAME (-1)

typedef struct Candidate {
    PlaceEntry entry;
    View country;        /* the main one; data NULL: none */
    double prior;        /* how likely without a context, in powers of ten of people */
    bool known;          /* may be shown although nothing in the report speaks for it */
    const char *because; /* how the tables were asked */
    double shared;       /* what the other names that its division knows are worth; place_choose fills it */
} Candidate;

typedef struct PlaceName {
    View folded;
    size_t mentions;
    int32_t inside; /* the name that it is said to lie in ("Midland, Michigan"), or NO_NAME */
    bool listed;    /* by a comma, which may also be that of a list: only a country or division is believed */
    View of;       /* alpha-3 of the country whose adjective stands in front ("the Iranian city of"), data NULL: none */
    bool guessed;  /* a capitalised word that the network took for nothing */
    bool capitals; /* its last word is capitalised: "Sinjar road" lies at Sinjar, "Centennial Park" at no Centennial */
    LIST(Candidate) candidates;
    int32_t pick; /* in candidates, -1: none, and then never a pin */
    bool supported;
} PlaceName;

typedef struct NamedCountry {
    View alpha3;
    size_t count; /* how often the report names it, by name, adjective or people */
} NamedCountry;

typedef struct PlaceContext {
    Arena *arena;
    const Tables *tables;
    LIST(PlaceName) names;
    LIST(NamedCountry) countries;
    View outlet_country; /* alpha-3, data NULL: unknown */
} PlaceContext;

/* What the tables know by the name; false: no memory. */
bool place_candidates(PlaceContext *context, PlaceName *name);
/* Fills pick and supported of every name. */
void place_choose(PlaceContext *context);

#endif
