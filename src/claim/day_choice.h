/* Private to claim/: the days that an event may have, and what speaks for each.
 *
 * A choice takes the days of another event, of a time mention, of the report's head or of publication, in one of the
 * ways of DayMode. What speaks for it are features, one of each group below at most; its score is the sum of their
 * weights (day_weights.c, which train/days.py learns from annotated reports), its probability the softmax over the
 * event's choices.
 */
#ifndef ISNAD_CLAIM_DAY_CHOICE_H
#define ISNAD_CLAIM_DAY_CHOICE_H

#include "claim/work.h"

typedef enum DayMode {
    DAYS_NONE,  /* not known */
    DAYS_SAME,  /* those of the other */
    DAYS_SINCE, /* from its first day up to the end: publication, or what bounds the event ("by Sunday") */
    DAYS_AFTER, /* from its last day up to the end */
    DAYS_TODAY, /* the end alone */
    DAYS_EVE,   /* the end and the day before it */
    DAYS_WEEK,  /* the seven days up to the end */
    DAY_MODE_COUNT
} DayMode;

/* Groups of features with how many values each has. PAIR: of the event and the other, see pair_of. */
#define DAY_PAIRS  6
#define DAY_TENSES 8
#define DAY_GROUPS(X)                                                                                                  \
    X(bias, 1)                                                                                                         \
    X(type, EVENT_TYPE_COUNT)                                                                                          \
    X(tense, 2 * DAY_TENSES)                                                                                           \
    X(status, 2)                                                                                                       \
    X(depth, 6)                                                                                                        \
    X(position, 4)                                                                                                     \
    X(own, 5)                                                                                                          \
    X(near, 12)                                                                                                        \
    X(sentences, DAY_PAIRS * 5)                                                                                        \
    X(rank, DAY_PAIRS * 6)                                                                                             \
    X(source, DAY_PAIRS * 4)                                                                                           \
    X(length, DAY_PAIRS * 6)                                                                                           \
    X(age, DAY_PAIRS * 10)                                                                                             \
    X(teller, DAY_PAIRS * 7)                                                                                           \
    X(actors, 8)                                                                                                       \
    X(tree, DAY_PAIRS * 10)                                                                                            \
    X(paragraph, 4)                                                                                                    \
    X(lead, DAY_PAIRS)                                                                                                 \
    X(support, 8)                                                                                                      \
    X(tenses, DAY_TENSES *DAY_TENSES)                                                                                  \
    X(types, EVENT_TYPE_COUNT * 2)                                                                                     \
    X(mention, 16)                                                                                                     \
    X(bound, 8)                                                                                                        \
    X(points, 10)                                                                                                      \
    X(published, 4)

enum {
#define X(name, size) DAY_AT_##name, DAY_END_##name = DAY_AT_##name + (size)-1,
    DAY_GROUPS(X)
#undef X
        DAY_FEATURE_COUNT
};
extern const float day_weights[DAY_FEATURE_COUNT][DAY_MODE_COUNT];

#define DAY_FEATURES 24
typedef struct DayChoice {
    DayMode mode;
    int32_t event, mention; /* whose days: one of them, or both -1 */
    Day from, to;           /* to: DAY_UNKNOWN when publication is unknown */
    uint16_t features[DAY_FEATURES];
    size_t feature_count;
    float p;
} DayChoice;

typedef enum DaysHow { DAYS_UNKNOWN, DAYS_OWN, DAYS_TAKEN, DAYS_TAKEN_SINCE } DaysHow;

typedef struct EventDays { /* what the choice looks at, one for each event of the record */
    const Account *whole;
    const AccountWork *account; /* of the whole */
    EventType type;
    Day from, to;
    DaysHow how;
    Day end;       /* publication, or what bounds the event */
    bool bounded;  /* the latter */
    uint32_t word; /* governs the trigger */
    uint32_t sentence;
    uint8_t tense;
    bool is_word; /* somebody's word to somebody, rather than an act */
    bool done;    /* happened or goes on */
    int32_t time; /* its own time, -1 for none */
} EventDays;

typedef struct DayWork {
    Work *work;
    EventDays *events;
    size_t count;
    int32_t lead; /* the act of one day that the report begins with, or -1 */
} DayWork;

typedef LIST(DayChoice) DayChoiceList;

uint8_t day_tense(const Work *work, uint32_t word);
/* Does the verb speak of the present, or of what has come to be by now ("has been")? */
bool day_is_now(const Work *work, uint32_t verb);
/* The choices of an event with their probabilities; the events before it are decided. */
void day_choices(DayWork *days, size_t at, DayChoiceList *choices);
void day_features(const DayWork *days, size_t at, int rank, DayChoice *choice);

#endif
