/* identity/place_described: which named place of the report a description stands for (private to identity/). */
#ifndef ISNAD_IDENTITY_PLACE_DESCRIBED_H
#define ISNAD_IDENTITY_PLACE_DESCRIBED_H

#include "identity/identity.h"

typedef struct DescribedPlaces {
    Arena *arena; /* scratch */
    const Tables *tables;
    const Text *text;
    const Mentions *mentions;
    const int32_t *place_of; /* [mentions.place_count], of the named ones; -1: none */
    const Place *places;
} DescribedPlaces;

/* The place that this described mention is, else -1: a place of its own. */
int32_t place_described(const DescribedPlaces *in, size_t mention);

#endif
