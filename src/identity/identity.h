/* identity: Mentions -> Cast. Which mentions are one actor and which entry of the tables that is; which place on earth;
 * which days; and on which day the report was published.
 */
#ifndef ISNAD_IDENTITY_H
#define ISNAD_IDENTITY_H

#include "identity/tables.h"
#include "mention/mention.h"

typedef struct Role {
    View title; /* "leader" */
    int32_t of; /* actor index ("the Sadrist movement"), or -1 */
    Span span;
} Role;

typedef struct CastMention {
    WordRange words;
    MentionForm form;
    View doubt; /* data NULL: none; else why this may not be the actor */
    uint32_t head;
    const char *because; /* for explain: why it belongs to the actor */
    float score;         /* of the network, where that joined it; else 0 */
} CastMention;

typedef struct Actor {
    View name;      /* fullest name in the text, or its description */
    ActorKind kind; /* ACTOR_UNNAMED: a speaker or single person whose name is not given */
    View code;      /* CAMEO actor code, "" when none fits */
    View country;   /* ISO 3166-1 alpha-3, data NULL when unclear */
    View known;     /* the entry of the actor table, data NULL when none */
    Role *roles;
    size_t role_count;
    CastMention *mentions; /* by first word */
    size_t mention_count;
    const char *because; /* for explain: what joined its mentions */
} Actor;

typedef struct Place {
    View name;        /* as written at its first mention */
    View country;     /* ISO 3166-1 alpha-3; data NULL when unresolved */
    View admin1;      /* data NULL when unknown */
    double lat, lon;  /* NAN when unresolved: never a wrong pin */
    const char *kind; /* "country", "region", "city", "airport" ...; NULL when unresolved */
    WordRange *mentions;
    size_t mention_count;
    const char *because;
} Place;

typedef struct Time {
    WordRange words;
    TimexKind kind;
    View value;   /* TIMEX3 */
    Day from, to; /* days it covers, DAY_UNKNOWN when unknowable */
    const char *because;
} Time;

typedef enum PublishedFrom { PUBLISHED_UNKNOWN, PUBLISHED_GIVEN, PUBLISHED_DATELINE, PUBLISHED_INFERRED } PublishedFrom;

typedef struct Published {
    PublishedFrom from;
    Day date;             /* DAY_UNKNOWN when the report says nothing */
    Day anchor;           /* the date where it is told closely enough to count "on Friday" from it, else DAY_UNKNOWN */
    Day earliest, latest; /* the interval that the text allows; DAY_UNKNOWN for an open end */
    WordRange *because;   /* the words that decided it */
    size_t because_count;
    View note; /* contradictions ("given 2020-01-25, the text speaks of 2021"), data NULL when none */
} Published;

typedef struct Cast {
    Actor *actors;
    size_t actor_count;
    int32_t *actor_of; /* [mentions.actor_count]: actor of each mention */
    Place *places;
    size_t place_count;
    int32_t *place_of; /* [mentions.place_count]; -1: not a place after all (metonymy, part of a name) */
    Time *times;
    size_t time_count;
    int32_t *time_of; /* [mentions.time_count] */
    Published published;
    Day period_from, period_to; /* the day or period that its head names: of a dateline, of minutes, of a bulletin;
                                   DAY_UNKNOWN without */
    int32_t outlet;             /* the actor that is the report's outlet, when it is among the actors, else -1 */
} Cast;

/* given: the publication day by metadata or option, or DAY_UNKNOWN. */
Code identity_resolve(Arena *arena, const Tables *tables, const Report *report, Day given, const Text *text,
                      const Reading *reading, const Mentions *mentions, Cast *cast, Error *error);

/* How alike two names are as they are written, in whatever script: 0 to 1, from LIKENESS_SAME on they may be taken for
 * one. "Sadr" beside "Muqtada al-Sadr" is below: only a report can tell. The arena holds scratch; 0 without memory. */
#define LIKENESS_SAME 0.75
double name_likeness(const Tables *tables, Arena *arena, View a, View b);
/* Folded, Cyrillic and Arabic in Latin letters; data NULL: no memory. */
View name_romanised(Arena *arena, View name);

/* The actor whose mention has this head word; else the one whose mention holds this word most tightly; -1 for none. */
int32_t cast_actor_at(const Cast *cast, const Mentions *mentions, uint32_t word);

/* Spans anchored to events, as in "three weeks after America killed Soleimani". The word that the mention counts from
 * ("killed"), or NO_WORD. The two below say one side's days by the other's: the mention's by those of the event at that
 * word, and the event's by those of what the mention dates; false when that leads nowhere. */
uint32_t time_anchor(const TimeMention *mention);
bool time_days_from_anchor(const TimeMention *mention, Day from, Day to, Day *first, Day *last);
bool time_anchor_from_days(const TimeMention *mention, Day from, Day to, Day *first, Day *last);
/* The same for "the same day", "hours later", counted from the one day that the text told last. */
bool time_days_from_story(const TimeMention *mention, Day from, Day to, Day *first, Day *last);

#endif
