/* Private to identity/: from mentions of actors to actors.
 *
 * actors_kinds.c and actors_bodies.c mend kinds and names; actors_facts.c says what each mention tells by itself;
 * actors_clusters.c joins mentions and refuses what contradicts; actors_states.c, actors_joins.c (names, grammar) and
 * actors_rest.c (descriptions, pronouns) decide what to join, the surest first; actors_fields.c, actors_codes.c and
 * actors_roles.c fill the Actor.
 */
#ifndef ISNAD_IDENTITY_ACTORS_H
#define ISNAD_IDENTITY_ACTORS_H

#include "identity/identity.h"

/* What a mention may be, as a set: a pronoun "they" is GROUP | ORGANIZATION | COUNTRY. */
enum { MAY_PERSON = 1, MAY_GROUP = 2, MAY_ORGANIZATION = 4, MAY_COUNTRY = 8 };

/* What one mention tells. */
typedef struct Facts {
    View *parts; /* [part_count] folded words of its name, without titles, articles, particles and marks */
    size_t part_count;
    View name;                   /* folded name as a whole, for the tables; data NULL when there is none */
    View head;                   /* folded lemma of the head word: "officer" */
    const CountryEntry *country; /* the mention names this country, its capital or its government */
    CountryNameKind country_kind;
    const CountryEntry *of;   /* a country is named inside it: "the Russian ministry" */
    const ActorEntry *entry;  /* the actor table's, when its name is unambiguous */
    const ActorEntry *inside; /* an organization of the table that a description names: "a UN official" */
    const OutletEntry *outlet;
    AgentHit agent;            /* of the description or the title */
    Gender gender;             /* by title, noun, given name or pronoun */
    bool by_title;             /* the gender is that of the title of a short name: "Mr. Tasato" */
    uint8_t may;               /* set of MAY_ */
    double low, high;          /* how many, when a number counts it; low 0 and high INFINITY otherwise */
    int32_t parent;            /* the mention whose phrase holds this one most tightly, or -1 */
    int32_t coordinated;       /* the first member of the coordination that it stands in, or -1 */
    bool definite, indefinite; /* "the officer", "this officer"; "an officer" */
    bool has_acronym;          /* one word of capitals */
} Facts;

/* Why a mention joined the actor that it belongs to: names, then grammar, then the rest, the surest first. */
typedef enum Why {
    WHY_FIRST,
    WHY_SAME_NAME,
    WHY_SHORT_NAME,
    WHY_ACRONYM,
    WHY_SPELLING,
    WHY_ENTRY,
    WHY_TRANSLATION,
    WHY_COUNTRY,
    WHY_APPOSITION,
    WHY_PART,
    WHY_COPULA,
    WHY_SAME_DESCRIPTION,
    WHY_SPEAKER,
    WHY_TELLER,
    WHY_NEAREST,
    WHY_NETWORK,
    WHY_PRONOUN, /* only asked about: the network's link of a pronoun, whose kind is not looked at */
    WHY_COUNT
} Why;

typedef struct ActorWork {
    Arena *arena;
    const Tables *tables;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions;
    size_t count; /* of mentions */
    Facts *facts; /* [count] */
    View *folded; /* [word_count], made when asked for: actors_folded */
    /* clusters, by union-find; what is said of a cluster stands at its root */
    uint32_t *up;            /* [count] */
    uint32_t *next, *last;   /* [count] members in a list from the root on; NO_WORD ends it */
    uint32_t *size;          /* [count] */
    uint8_t *may;            /* [count] what all members may be */
    uint32_t *namer;         /* [count] the member with the fullest name, or NO_WORD */
    Why *why;                /* [count] of each mention */
    float *score;            /* [count] of the network, for WHY_NETWORK */
    View *doubt;             /* [count] */
    int32_t *coreference_at; /* [word_count] index into reading->coreferences, or -1 */
} ActorWork;

View actors_folded(ActorWork *work, uint32_t word);
/* The folded words of a range as one text, without "the" in front; data NULL: no memory. */
View actors_folded_range(ActorWork *work, WordRange range);
/* Puts a copy of the mentions with mended kinds into work->mentions. */
bool actors_kinds(ActorWork *work);
bool actors_facts(ActorWork *work);
/* The folded words of a range in the arena, for agent_find; NULL: no memory. */
View *actors_folded_words(ActorWork *work, WordRange range);
/* The table's organization of this name, written with a capital; NULL for none. */
const ActorEntry *actors_organization_named(ActorWork *work, WordRange range);
/* Is it the name of an outlet of the table, written as there? */
bool actors_outlet_named(ActorWork *work, WordRange range);
/* actors_bodies.c: "Islamic State" in "the Islamic State group"; the mention's own name when it is none of this kind.
 */
WordRange actors_body_name(ActorWork *work, const ActorMention *mention);
/* Words of a person's title in front of or around the name: "the Iranian General"; empty when there are none. */
WordRange actors_title(const ActorMention *mention);

bool clusters_make(ActorWork *work);
uint32_t cluster_of(ActorWork *work, uint32_t mention);
/* Why these two mentions' actors cannot be one; NULL when nothing speaks against it. The surer the link, the less can
 * speak against it: one by names joins different kinds, one by grammar two names without a common part. */
const char *clusters_conflict(ActorWork *work, uint32_t a, uint32_t b, Why why);
/* Joins them when nothing speaks against it. */
bool clusters_join(ActorWork *work, uint32_t earlier, uint32_t later, Why why, float score);

/* "For her part, the lawyer said": a pronoun that means who comes behind it. */
bool actors_looks_ahead(const ActorWork *work, uint32_t mention);

/* actors_issuer.c: the mention in the title that the whole report is a document of; NO_WORD for none. */
uint32_t actors_issuer(ActorWork *work);

/* How two names go together. */
typedef enum NameMatch { NAMES_DIFFER, NAMES_UNRELATED, NAMES_SPELLED_ALIKE, NAMES_SHORT, NAMES_SAME } NameMatch;
/* DIFFER: both are full names of different persons; UNRELATED: nothing in common but no contradiction either. */
NameMatch names_match(const ActorWork *work, const Facts *a, const Facts *b, bool persons);

void actors_join_countries(ActorWork *work);
bool actors_join_names(ActorWork *work);
void actors_join_links(ActorWork *work);
void actors_join_rest(ActorWork *work); /* descriptions and pronouns, in the order of the text */

Code actors_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                    const Mentions *mentions, Cast *cast, ActorWork *work, Error *error);
/* Codes, countries and entries, once the places are resolved and it is known on which day the report was published
 * (DAY_UNKNOWN: it is not). */
Code actors_describe(ActorWork *work, Day published, Cast *cast, Error *error);
Code actors_take_own(ActorWork *work, Day published, Cast *cast, Error *error); /* a user's codes go before ours */

#endif
