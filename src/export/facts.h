/* Private to export/: one record, read once for all formats. Ids are followed to what they name; what names nothing is
 * left out. Everything lives in one arena until the next record. */
#ifndef ISNAD_EXPORT_FACTS_H
#define ISNAD_EXPORT_FACTS_H

#include "base/base.h"

typedef struct Quote {
    long start, end; /* code points of the report's text, as in the record; -1 when the record has none */
    View text;       /* the letters; data NULL when the span is not inside the text */
} Quote;

typedef struct QuoteList {
    Quote *items;
    size_t count;
} QuoteList;

typedef struct MentionFact {
    Quote quote;
    View form, doubt;
} MentionFact;

typedef struct ActorFact ActorFact;
typedef struct RoleFact {
    View title;
    const ActorFact *of; /* NULL: not told */
} RoleFact;

struct ActorFact {
    View id, key; /* key: the same for the same actor in every record */
    View name, kind, code, known;
    RoleFact *roles;
    size_t role_count;
    MentionFact *mentions;
    size_t mention_count;
    bool shared; /* known across records; false: key holds within this report only */
};

typedef struct ActorList {
    const ActorFact **items;
    size_t count;
} ActorList;

typedef struct PlaceFact {
    View id, name, country, admin1, kind; /* data NULL when unresolved */
    bool found;                           /* lat and lon are known */
    double lat, lon;
    QuoteList mentions;
} PlaceFact;

typedef struct StatementFact StatementFact;
struct StatementFact {
    View id;
    ActorList speaker;
    QuoteList cue, content;
    View manner, commitment, channel;
    bool named;
    View role, institution, country, reason; /* of an unnamed speaker; data NULL */
    const StatementFact *within;             /* never in a circle */
};

typedef struct CountFact {
    View what;
    bool from, to; /* low and high are known */
    double low, high;
} CountFact;

typedef struct AccountFact {
    Quote trigger;
    ActorList source, target;
    const PlaceFact *place;
    Day from, to; /* DAY_UNKNOWN */
    View status;
    CountFact *counts;
    size_t count_count;
    const StatementFact *said_in;
} AccountFact;

typedef struct EventFact {
    View id, type, mode, cameo;
    AccountFact whole, *accounts;
    size_t account_count;
    View *chain;
    size_t chain_count;
} EventFact;

typedef struct SourceFact {
    View name, how;
} SourceFact;

typedef struct Facts {
    Arena *arena;
    bool *full; /* set when something that was made of them found no memory: its data is NULL then */
    View line;  /* the record itself, and where it stands */
    const char *file;
    size_t number;

    View id, name, title, outlet, url, author, language, text;
    Day published, earliest, latest;
    SourceFact *sources;
    size_t source_count;
    ActorFact *actors;
    size_t actor_count;
    PlaceFact *places;
    size_t place_count;
    StatementFact *statements;
    size_t statement_count;
    EventFact *events;
    size_t event_count;
    size_t *sentences; /* bytes where the text's sentences begin, for formats that count them */
    size_t sentence_count;
} Facts;

/* facts->line, file and number are given; the views live as long as record and arena. ERROR_INPUT: no record. */
Code facts_read(Arena *arena, const JsonValue *record, Facts *facts, Error *error);

/* Passes a view on, or says that there was no memory for it. */
View facts_made(const Facts *facts, View made);
/* What stands around a span: whole code points, at most so many on each side. */
View facts_before(const Facts *facts, Quote quote, size_t most);
View facts_after(const Facts *facts, Quote quote, size_t most);
/* The line of the text that the span begins in, trimmed. */
View facts_paragraph(const Facts *facts, Quote quote);
/* The sentence that the span begins in, from 1; 0 without. */
long facts_sentence(const Facts *facts, Quote quote);
/* In the title or the first paragraph behind it. */
bool facts_leads(const Facts *facts, Quote quote);
/* The mention of the actor that is nearest to the span; -1 without. */
long facts_nearest(const ActorFact *actor, Quote quote);
/* The first and the last day of an event; one stands for the other when only one is known. */
Day account_first(const AccountFact *account);
Day account_last(const AccountFact *account);
/* What the report is called: its title, else its name, else its id. */
View facts_headline(const Facts *facts);

#endif
