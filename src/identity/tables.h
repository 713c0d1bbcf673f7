/* identity/tables: the text tables under data/, opened once and shared by all threads, never written again.
 *
 * Names are looked up folded (unicode_fold), without "the" in front on either side: fold once, look up in as many
 * tables as need be. A function that can find several entries fills `hits` with at most `room` of them, best first, and
 * returns how many it wrote. Everything that an entry points at lives as long as the tables.
 *
 * "us" folds like "US" and "who" like "WHO". Where that matters an entry says how the table writes the name
 * (`written`); tables_written_alike is then false for "us" and true for "US".
 */
#ifndef ISNAD_TABLES_H
#define ISNAD_TABLES_H

#include "model/model.h"

typedef struct Tables Tables;

/* Opens every table of the folder; the error names file, line and cure. All of it lives in the arena but for a file
 * that stays mapped until tables_close (NULL is fine), which comes before the arena's end. */
Code tables_open(Arena *arena, const char *folder, Tables **tables, Error *error);

/* Paths of a user's own files, NULL for none. actors: of our form (its rows also go before ours) or a PETRARCH actor
 * dictionary; verbs: a PETRARCH verb dictionary; types: of our form, in place of types.tsv. Errors and notes name file
 * and line. */
typedef struct OwnTables {
    const char *actors, *verbs, *types;
} OwnTables;
Code tables_open_with(Arena *arena, const char *folder, const OwnTables *own, Tables **tables, Error *error);
void tables_close(Tables *tables);
/* What a user should know about the tables although they work (places.packed is missing); data NULL when nothing. */
View tables_note(const Tables *tables);
/* Makes places.packed of the folder, the form of the gazetteer that opens at once, from places.tsv.gz and
 * place_names.tsv.gz. A reader that has the old file open keeps it. */
Code tables_prepare(Arena *arena, const char *folder, Error *error);

/* For `isnad check-data`: every fault of every table (duplicates, unknown codes, malformed rows, names out of order),
 * as "file:line: what is wrong; what to do". Faults are data: the code is an error of the machine only. */
typedef struct TableFaults {
    View *items;
    size_t count;
} TableFaults;
Code tables_check(Arena *arena, const char *folder, TableFaults *faults, Error *error);

/* False when the table writes the name in capitals only ("US", "AP", "WHO") and the text does not. */
bool tables_written_alike(View written, View text);
/* The next of the values that a field holds, separated by |; false at the end. */
bool tables_next_value(View *values, View *value);

/* --- countries.tsv ------------------------------------------------------------------------------------------------ */

typedef struct CountryEntry {
    View alpha3, alpha2, cameo, name, region;     /* region: "Middle East" */
    View aliases, adjectives, people, government; /* values separated by |; data NULL: none */
    View capital;                                 /* name of the first one; data NULL: none */
    double lat, lon;                              /* of the capital; NAN: none */
    double centre_lat, centre_lon;                /* of the country; the capital's when the table does not say */
    View neighbours;                              /* alpha-3 codes, separated by a space */
} CountryEntry;

/* What a name says about its country: "Iraq", "Iraqi", "Iraqis", "Baghdad", "the Kremlin". Several at once come in this
 * order ("Iraqi" is an adjective first, then one of the people). */
typedef enum CountryNameKind {
    COUNTRY_NAME,
    COUNTRY_ADJECTIVE,
    COUNTRY_PEOPLE,
    COUNTRY_CAPITAL,   /* as a place it is a city; standing for the government it is the country */
    COUNTRY_GOVERNMENT /* never anything but the government */
} CountryNameKind;

typedef struct CountryHit {
    const CountryEntry *country;
    CountryNameKind kind;
    View written;
} CountryHit;

/* More than one country: "Congolese", "Korean", "Dominican", "Guinea" only with its full name. */
size_t country_find(const Tables *tables, View folded, CountryHit *hits, size_t room);
/* By alpha-3, alpha-2 or CAMEO code as written; NULL for none. */
const CountryEntry *country_by_code(const Tables *tables, View code);
bool country_borders(const CountryEntry *country, View alpha3);

/* --- places.tsv.gz, place_names.tsv.gz (places.packed), regions.tsv
 * --------------------------------------------------------------- */

typedef struct PlaceEntry {
    View name;
    View countries; /* alpha-3, several separated by a space; the first is the main one; data NULL: none (a sea) */
    View admin1;    /* data NULL: unknown */
    View kind; /* city, capital, seat (of a province), province, district, or a kind of regions.tsv: region, province,
                  sea, river ... */
    double lat, lon;
    long population; /* 0: unknown or not a city */
} PlaceEntry;

/* Entries of regions.tsv first, then cities by population. Countries are country_find's business. Also finds places by
 * how news puts them: "Anbar province", "the city of Mosul", "Benghazi, Libya", "eastern Aleppo", "northern Iraq" (kind
 * region, without coordinates), "Kidal airport" (kind airport, at Kidal), "the Yemeni capital". */
size_t place_find(const Tables *tables, View folded, PlaceEntry *hits, size_t room);
/* Places of that country (alpha-3) whose names sound alike: "Khan Touman" for "Khan Tuman". For a name that place_find
 * does not know, in a report on that country. By population. */
size_t place_find_alike(const Tables *tables, View folded, View country, PlaceEntry *hits, size_t room);

/* --- actors.tsv ------------------------------------------------------------------------------------------------- */

typedef struct ActorEntry {
    View name;
    ActorKind kind;
    View code;    /* CAMEO code when no role says otherwise */
    View country; /* alpha-3; data NULL: none */
    View aliases; /* separated by | */
    View roles;   /* separated by |; read them with actor_next_role */
    View source;
} ActorEntry;

typedef struct ActorRole {
    View title;   /* "president" */
    View code;    /* CAMEO code in that time; data NULL: the entry's */
    Day from, to; /* DAY_UNKNOWN: open */
} ActorRole;

/* A short name ("Netanyahu") finds everybody who is known by it. */
size_t actor_find(const Tables *tables, View folded, const ActorEntry **hits, size_t room);
/* The next role of *roles (a copy of ActorEntry.roles); false at the end. */
bool actor_next_role(View *roles, ActorRole *role);
/* The CAMEO code on that day (DAY_UNKNOWN: the latest role's). */
View actor_code_on(const ActorEntry *actor, Day day);
/* The title on that day ("president"); data NULL when no role covers it. */
View actor_title_on(const ActorEntry *actor, Day day);

/* --- leaders.tsv: who held the first offices of a state, by day ----------------------------------------------------
 */

typedef struct LeaderEntry {
    View name, office, country; /* office: "president"; country: alpha-3 */
    Day from, to;               /* DAY_UNKNOWN: open */
} LeaderEntry;

/* By full or family name; country may have data NULL for any. By first day in office. */
size_t leader_find(const Tables *tables, View folded, View country, const LeaderEntry **hits, size_t room);

/* --- agents.tsv: descriptions -> CAMEO sector ----------------------------------------------------------------------
 */

typedef struct AgentEntry {
    View phrase, plural;
    View code;      /* "MIL"; "" when only the words around it can tell */
    ActorKind kind; /* person, group or organization */
    bool firm;      /* false: other words of the description, or what stands behind its "of", go first */
} AgentEntry;

typedef struct AgentHit {
    const AgentEntry *agent; /* NULL: none */
    bool plural;
    size_t words; /* how many words of the description it took, the head word being the last */
} AgentHit;

/* words: the description, each word folded; the longest phrase that ends at words[head]. */
AgentHit agent_find(const Tables *tables, const View *words, size_t count, size_t head);

/* --- anonymous.tsv: unnamed speakers --------------------------------------------------------------------------------
 */

typedef struct AnonymousHit {
    View role; /* official, expert, witness, diplomat, source, resident, commander ...; data NULL: none */
    bool plural;
    size_t words;
} AnonymousHit;

AnonymousHit anonymous_find(const Tables *tables, const View *words, size_t count, size_t head);
/* The longest phrase in words (folded) that says why somebody is unnamed ("on condition of anonymity"): its reason
 * (anonymity, first name only, pseudonym, not authorised, sensitivity, security) and its place [*first, *end).
 * data NULL when there is none. */
View anonymous_reason(const Tables *tables, const View *words, size_t count, size_t *first, size_t *end);

/* --- outlets.tsv ----------------------------------------------------------------------------------------------------
 */

typedef struct OutletEntry {
    View name, aliases;
    View kind;     /* newspaper, magazine, agency, broadcaster, website, social */
    View country;  /* alpha-3; data NULL: none */
    View language; /* BCP 47 */
} OutletEntry;

typedef struct OutletHit {
    const OutletEntry *outlet;
    View written;
} OutletHit;

size_t outlet_find(const Tables *tables, View folded, OutletHit *hits, size_t room);

/* --- credits.tsv ----------------------------------------------------------------------------------------------------
 */

typedef enum CreditPlace { CREDIT_LINE, CREDIT_START, CREDIT_IN, CREDIT_ALONE } CreditPlace;
typedef enum CreditName { CREDIT_NOBODY, CREDIT_ANY, CREDIT_OUTLET } CreditName;

typedef struct CreditEntry {
    View how; /* credit, agencies, translated, syndicated, own */
    CreditPlace place;
    CreditName name;
    View *words; /* each with its alternatives, separated by |; "*" for the name */
    size_t count;
} CreditEntry;

const CreditEntry *credit_entries(const Tables *tables, size_t *count);

/* --- cues.tsv -------------------------------------------------------------------------------------------------------
 */

typedef struct CueEntry {
    View phrase;
    View kind;       /* verb, noun, phrase */
    View manner;     /* direct, indirect, or "" for both */
    View commitment; /* RECORD.md's words */
} CueEntry;

/* The cue's words as lemmas and as they stand, folded (either may be NULL). The whole cue, else the longest phrase
 * inside it, verbs before nouns; NULL for none. */
const CueEntry *cue_find(const Tables *tables, const View *lemmas, const View *words, size_t count);

/* --- types.tsv: trigger and type -> mode and CAMEO code -------------------------------------------------------------
 */

typedef struct TypeEntry {
    View phrase; /* "*": the default of the type */
    View mode;   /* data NULL: none */
    View cameo;
    EventType type;
    bool sure; /* a trigger with this phrase is of this type whatever the network says */
} TypeEntry;

/* As cue_find; never NULL, the type's default at worst. */
const TypeEntry *type_find(const Tables *tables, EventType type, const View *lemmas, const View *words, size_t count);
/* The sure row whose phrase these words are, all of them; NULL for none. */
const TypeEntry *type_sure(const Tables *tables, const View *lemmas, size_t count);

/* --- a user's own dictionaries: their codes go before ours -----------------------------------------------------------
 */

/* The entry of the user's actors whose name ends with words[head] (folded; written: as they stand), the longest first;
 * NULL for none. */
const ActorEntry *own_actor_find(const Tables *tables, const View *words, const View *written, size_t count,
                                 size_t head);

typedef struct VerbPattern {
    View before, after; /* words that stand before and behind the verb, "&SET" for one of a set */
    View code;          /* data NULL: none, as "[---]" says */
    size_t line;
} VerbPattern;

typedef struct VerbBlock {
    View code; /* data NULL: none */
    LIST(VerbPattern) patterns;
    size_t line;
} VerbBlock;

bool own_verbs_given(const Tables *tables);
/* The block of a verb (lemma or form, folded), with the verb's own code when it has one in *code; NULL for none. */
const VerbBlock *own_verb_find(const Tables *tables, View folded, View *code);
/* Is the folded word one of the set ("&WEAPON", as the pattern writes it)? */
bool own_verb_set_holds(const Tables *tables, View set, View folded);

/* --- dated.tsv, eras.tsv: well-known events of the world, and what its news speaks of in which years -------- */

typedef struct DatedEntry {
    Day day, until; /* an event's day twice; the days of an era, until may be DAY_UNKNOWN (it goes on) */
    View words;     /* separated by a space, alternatives by |; one that ends in * is the beginning of a word, and
                       _ stands for the space between words that belong together */
} DatedEntry;

/* The latest event whose words all stand in the folded sentence; DAY_UNKNOWN for none. */
Day dated_find(const Tables *tables, View folded);
/* All events, all eras. */
const DatedEntry *dated_events(const Tables *tables, size_t *count);
const DatedEntry *dated_eras(const Tables *tables, size_t *count);
/* Whether all words of the entry stand in the folded text. */
bool dated_holds(const DatedEntry *entry, View folded);
enum { DATED_START = 3, DATED_STARTS = 1 << 13 };
/* A folded text with what its words begin with: most of the thousands of entries are out after one look at it. */
typedef struct DatedText {
    View folded;
    uint64_t starts[DATED_STARTS / 64]; /* a set of the first DATED_START letters of its words, by their hash */
} DatedText;
void dated_text(View folded, DatedText *text);
/* How many of its words do not stand in the text, out of *count; SIZE_MAX when its first, which tells most, does not.
 */
size_t dated_missing(const DatedEntry *entry, const DatedText *text, size_t *count);
/* Whether the folded text has one of its words at least. */
bool dated_touches(const DatedEntry *entry, View folded);

/* --- persons.tsv: given names and nicknames --------------------------------------------------------------------------
 */

typedef enum Gender { GENDER_UNKNOWN, GENDER_FEMALE, GENDER_MALE } Gender;
/* Of a given name; GENDER_UNKNOWN also for one that both bear. */
Gender given_name_gender(const Tables *tables, View folded);
/* Whether the table knows it as a given name at all. */
bool given_name_known(const Tables *tables, View folded);
/* "Bill" and "William", either way round. */
bool given_names_alike(const Tables *tables, View folded, View other_folded);

#endif
