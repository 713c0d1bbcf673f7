/* claim: everything so far -> Record. Statements and their chains; events with their parts, status, counts, and the
 * statement each stands in. The fields are those of RECORD.md, spans still in bytes of the text.
 */
#ifndef ISNAD_CLAIM_H
#define ISNAD_CLAIM_H

#include "identity/identity.h"

typedef enum Manner { MANNER_DIRECT, MANNER_INDIRECT, MANNER_MIXED } Manner;
const char *manner_name(Manner manner);

typedef LIST(Span) SpanList;
typedef LIST(int32_t) IndexList;

typedef struct Described {                   /* what the report tells of an unnamed speaker */
    View role, institution, country, reason; /* data NULL: not told */
    bool plural;
} Described;

typedef struct Statement {
    IndexList speaker; /* actor indices */
    SpanList cue, content;
    Manner manner;
    const char *commitment; /* said, confirmed, claimed, alleged, denied, promised, warned, demanded, supposed */
    View channel;           /* data NULL: none */
    bool named;
    Described described; /* only when not named */
    int32_t within;      /* statement index, -1: the report's own voice */
    uint32_t cue_word;   /* first word of the cue */
    View because;        /* for explain: the rules and scores that decided */
} Statement;

typedef struct Count {
    View what;        /* killed, injured, arrested, participants, soldiers ... */
    double low, high; /* high INFINITY: open */
    Span span;
} Count;

typedef LIST(Count) CountList;

typedef struct Account { /* one mention of an event, with only what that teller says */
    Span trigger;
    IndexList source, target;
    int32_t place, time; /* indices, -1: not said */
    Day from, to;        /* days when they follow from other times; DAY_UNKNOWN */
    Status status;
    CountList counts;
    int32_t said_in; /* statement index, -1 */
    View because;
} Account;

typedef struct Event {
    EventType type;
    View mode, cameo; /* from data/types.tsv; mode data NULL when none fits */
    Account whole;    /* what the report as a whole puts on record */
    LIST(Account) accounts;
    LIST(View) chain;          /* outermost first: "Le Figaro: George Malbrino", "Harith Hassan" */
    struct DayChoice *choices; /* of its days, when it names none (claim/day_choice.h); NULL when they were not asked */
    size_t choice_count;
} Event;

/* Whom the outlet has the report from as a whole. */
typedef struct Source {
    View name; /* data NULL: not said ("and agencies") */
    View how;  /* credit, agencies, translated, syndicated, feed */
    bool said; /* in the text, at span; else the page, the feed or the message says so */
    Span span;
} Source;
typedef LIST(Source) SourceList;

typedef struct Record {
    const Report *report;
    const Text *text;
    const Cast *cast;
    const Mentions *mentions;
    const Reading *reading; /* for explain; NULL when the record was read from JSON */
    SourceList sources;
    LIST(Statement) statements;
    LIST(Event) events;
    ViewList notes; /* what a user should know: read's notes, no sentence, cut at a limit */
} Record;

/* Everything in record lives in the arena or in what was handed in. The days of times that hang on an event ("two days
 * after the attack") are filled in in cast. */
Code claim_make(Arena *arena, const Tables *tables, const Report *report, const Text *text, const Reading *reading,
                const Mentions *mentions, Cast *cast, Record *record, Error *error);

#endif
