/* identity/tables_inside (private): what stands behind Tables, one struct a table, and how each is opened. */
#ifndef ISNAD_TABLES_INSIDE_H
#define ISNAD_TABLES_INSIDE_H

#include "identity/gazetteer.h"
#include "identity/names.h"
#include "identity/tables.h"

typedef struct CountryTable {
    LIST(CountryEntry) entries;
    Names names; /* kind: CountryNameKind */
    Map *codes;
} CountryTable;

typedef struct PlaceTable {
    LIST(PlaceEntry) regions;
    Names region_names;
    Gazetteer gazetteer;
    View mapped; /* places.packed, data NULL when the gazetteer lies in the arena */
    View note;   /* why it does, else data NULL */
} PlaceTable;

typedef struct ActorTable {
    LIST(ActorEntry) entries;
    Names names;
} ActorTable;

typedef struct LeaderTable {
    LIST(LeaderEntry) entries;
    Names names;
} LeaderTable;

typedef struct AgentTable {
    LIST(AgentEntry) entries;
    Names names; /* kind: 1 for a plural */
} AgentTable;

typedef struct AnonymousTable {
    LIST(View) values; /* roles and reasons */
    Names roles;       /* kind: 1 for a plural */
    Names reasons;
} AnonymousTable;

typedef struct OutletTable {
    LIST(OutletEntry) entries;
    Names names;
} OutletTable;

typedef struct CreditTable {
    LIST(CreditEntry) entries;
} CreditTable;

typedef struct CueTable {
    LIST(CueEntry) entries;
    Names names; /* kind: 0 verb, 1 phrase, 2 noun */
} CueTable;

typedef struct TypeTable {
    LIST(TypeEntry) entries;
    Names names; /* kind: EventType */
    uint32_t defaults[EVENT_TYPE_COUNT];
} TypeTable;

typedef struct VerbName {
    uint32_t block;
    View code; /* of this verb alone; data NULL: the block's */
} VerbName;

typedef struct VerbTable {
    LIST(VerbBlock) blocks;
    LIST(VerbName) verbs;
    LIST(View) sets; /* their names */
    Names names;     /* of the verbs, every form */
    Names members;   /* kind: index in sets */
} VerbTable;

typedef struct PersonTable {
    LIST(Gender) genders; /* of each row */
    Names names;          /* kind: 0 the name itself, 1 its nickname */
} PersonTable;

typedef struct DatedTable {
    LIST(DatedEntry) entries; /* of dated.tsv, then of eras.tsv */
    size_t events;            /* how many of them are events */
} DatedTable;

struct Tables {
    CountryTable countries;
    PlaceTable places;
    ActorTable actors;
    LeaderTable leaders;
    AgentTable agents;
    AnonymousTable anonymous;
    OutletTable outlets;
    CreditTable credits;
    CueTable cues;
    TypeTable types;
    ActorTable own_actors; /* a user's; its names are empty without */
    const char *own_rows;  /* their file when it is of our form, else NULL */
    VerbTable own_verbs;
    View note; /* what was passed over in a user's files, else data NULL */
    PersonTable persons;
    DatedTable dated;
    Map *titles;  /* title_table.c */
    Map *letters; /* letters.c */
};

Code country_table_open(Arena *arena, const char *folder, CountryTable *table, Error *error);
Code place_table_open(Arena *arena, const char *folder, PlaceTable *table, Error *error);
void place_table_close(PlaceTable *table);
/* Entries whose name is this key and nothing else; with provinces only, cities are passed over. */
size_t place_find_exactly(const PlaceTable *table, View key, bool provinces, PlaceEntry *hits, size_t room);
Code actor_table_open(Arena *arena, const char *folder, const char *own, ActorTable *table, Error *error);
Code actor_table_take_own(Arena *arena, const char *path, ActorTable *table, Error *error);
/* PETRARCH dictionaries. note: what was passed over, with file and line; data NULL when nothing was. */
Code petrarch_actors_open(Arena *arena, const char *path, View content, ActorTable *table, View *note, Error *error);
Code petrarch_verbs_open(Arena *arena, const char *path, View content, VerbTable *table, View *note, Error *error);
Code own_tables_open(Arena *arena, const OwnTables *own, Tables *tables, Error *error);
Code leader_table_open(Arena *arena, const char *folder, LeaderTable *table, Error *error);
Code agent_table_open(Arena *arena, const char *folder, AgentTable *table, Error *error);
Code anonymous_table_open(Arena *arena, const char *folder, AnonymousTable *table, Error *error);
Code outlet_table_open(Arena *arena, const char *folder, OutletTable *table, Error *error);
Code credit_table_open(Arena *arena, const char *folder, CreditTable *table, Error *error);
Code cue_table_open(Arena *arena, const char *folder, CueTable *table, Error *error);
Code type_table_open(Arena *arena, const char *folder, const char *own, TypeTable *table, Error *error);
Code person_table_open(Arena *arena, const char *folder, PersonTable *table, Error *error);

Code letter_table_open(Arena *arena, const char *folder, Map **letters, Error *error);
Code title_table_open(Arena *arena, const char *folder, Map **titles, Error *error);
Code dated_table_open(Arena *arena, const char *folder, DatedTable *table, Error *error);

/* "person", "group", "organization", "country", "unnamed"; false for another word. */
bool actor_kind_parse(View word, ActorKind *kind);
/* "FROM..TO", either side may be empty; false when it is malformed. */
bool days_parse(View text, Day *from, Day *to);

#endif
