/* cli/filter: the options that say what is looked for in a store. */
#ifndef ISNAD_CLI_FILTER_H
#define ISNAD_CLI_FILTER_H

#include "cli/cli.h"
#include "store/store.h"

/* A list of options; --outlet, which other commands take too, is options.c's. */
#define FILTERS                                                                                                        \
    {"--actor", "NAME", "who did it or to whom, by any of its names, or a CAMEO actor code"},                          \
        {"--source", "NAME", "who did it"}, {"--target", "NAME", "to whom"},                                           \
        {"--teller", "NAME", "on whose word: anybody in the chain, or the outlet"},                                    \
        {"--type", "TYPE", "PLOVER type; several with commas"}, {"--mode", "MODE", "PLOVER mode"},                     \
        {"--code", "CODE", "CAMEO code or its beginning: 19"},                                                         \
        {"--status", "STATUS", "happened, ongoing, planned, called-for, possible, denied, asked"},                     \
        {"--commitment", "WORD", "of statements: said, claimed, denied, promised, ..."},                               \
        {"--place", "NAME", "a place, a province or a country"},                                                       \
        {"--country", "NAME", "the country of the place, or its three letters"},                                       \
        {"--near", "WHERE", "LAT,LON,KM: around a point; KM alone: around --place"},                                   \
        {"--since", "DAY", "from this day on"}, {"--until", "DAY", "up to this day"},                                  \
        {"--text", "WORDS", "words, \"phrases\", begin*, OR, NOT"},                                                    \
        {"--chain", "N", "links between report and word: 2, 2- (or more), 1-3"},                                       \
        {"--tellers", "N", "told by so many or more"}, {"--named", NULL, "all in the chain have names"}, {             \
        "--unnamed", NULL, "somebody in the chain has none"                                                            \
    }

/* Whether it is one of these options; *status: OK, or that of a fault of use, which was named. */
bool filter_take(StoreFilter *filter, const char *name, const char *value, int *status);

#endif
