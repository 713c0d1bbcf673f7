/* Private to store/: what one record is while its rows are drawn from it (or taken back: sign -1). */
#ifndef ISNAD_STORE_DRAW_H
#define ISNAD_STORE_DRAW_H

#include "store/inside.h"

#define NOBODY SIZE_MAX

typedef struct DrawnStatement {
    const JsonValue *json;
    long long row;
    size_t within;     /* index, NOBODY: none */
    long long channel; /* actor row; NO_NUMBER: none */
    View link;         /* "Le Figaro: George Malbrino" */
    bool unnamed;      /* its own speaker */
} DrawnStatement;

typedef struct Draw {
    Store *store;
    Arena *arena;
    const JsonValue *record, *report;
    long long row; /* of the report */
    int sign;
    View text;
    uint32_t *bytes; /* [points + 1]: where each code point of the text begins */
    size_t points;
    Day published;
    long long outlet;               /* actor row; 0: not known */
    LIST(long long) sources;        /* actor rows: whom the outlet has the report from as a whole */
    bool relayed;                   /* and it is their word, not the outlet's: "(AFP)", not "our writer and agencies" */
    Map *actor_of, *actor_of_words; /* id, or the letters of a mention -> index into actors */
    LIST(long long) actors;         /* rows: first those of the record, in their order; then outlet and channels */
    Map *counted;                   /* keys of what this report was counted for */
    Map *place_of;                  /* id -> index into places */
    LIST(long long) places;         /* rows */
    Map *statement_of;
    long long first_event; /* row of the report's first */
    DrawnStatement *statements;
    size_t statement_count;
    bool failed; /* no memory */
} Draw;

View draw_member(const JsonValue *object, const char *key); /* its text */
Day draw_day(const JsonValue *object, const char *key);
/* The letters of {start, end}; an empty view when the span is none. */
View draw_letters(const Draw *draw, const JsonValue *span, long long *start, long long *end);
long long draw_term(Draw *draw, View term); /* row; NO_NUMBER for data NULL */
/* Whether the report was not yet counted for this row of this table ('a' actors, 'n' names ...). */
bool draw_once(Draw *draw, char table, long long row, View name);

void draw_actors(Draw *draw); /* and the outlet */
void draw_places(Draw *draw);
/* The actor that a channel or an outlet is; NO_NUMBER for data NULL. */
long long draw_named(Draw *draw, View name);
long long draw_actor_row(const Draw *draw, const JsonValue *id); /* NO_NUMBER: none */
void draw_statements(Draw *draw);
void draw_events(Draw *draw);
/* A new telling, the event `row`, of what was told before. */
void draw_share(Draw *draw, long long same, long long row);
void undraw_share(Draw *draw, long long same); /* a telling is gone */
/* Takes out statements, events and what belongs to them. */
void undraw_claims(Draw *draw);
void undraw_cast(Draw *draw);

#endif
