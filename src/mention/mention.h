/* mention: Text, Reading -> Mentions. Which stretches of the text name something: actors (names, descriptions,
 * pronouns), places, times, numbers. Who or what they are is identity/'s question.
 *
 * A mention is known by its head word (the network labels heads, FORMAT.md); its span comes from the tree: the noun
 * phrase without trailing relative clauses and appositions, mended by the name that the network saw there.
 */
#ifndef ISNAD_MENTION_H
#define ISNAD_MENTION_H

#include "model/model.h"

typedef enum MentionForm { FORM_NAME, FORM_DESCRIPTION, FORM_PRONOUN } MentionForm;
const char *mention_form_name(MentionForm form);

typedef struct ActorMention {
    WordRange words; /* as RECORD.md wants it: "the Iranian General Qassem Soleimani" is one mention */
    uint32_t head;
    WordRange
        name; /* the name inside it without titles ("Qassem Soleimani"); empty (first == end) when there is none */
    MentionForm form;
    ActorKind kind;
    bool plural;
    float score;        /* the network's probability for this kind; 1 for one that a rule added */
    int32_t apposition; /* index of the mention that stands in apposition to this one ("The writer, George Malbrino"),
                           or -1 */
    bool is_translated; /* its words have the meaning of a name of the report: "the chest" for Sadr */
    uint32_t meant;     /* if so: the head word of a mention with that name */
} ActorMention;

typedef struct PlaceMention {
    WordRange words;
    uint32_t head;
    float score;
    bool guessed;   /* a capitalised word that the network took for nothing: a place when the tables know it */
    bool described; /* "the airport", "the hills": where the network sees something happen, but no name */
} PlaceMention;

/* What a time expression says by itself, before anybody knows which day it is; identity/ turns it into days. Senses
 * nest by `of`: "the morning of | March 3", "two days after | Christmas", "the first week of | last month". */
typedef enum TimeUnit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEKEND,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_SEASON,
    UNIT_HALF,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY
} TimeUnit;
typedef enum TimeForm {
    TIME_CALENDAR, /* year, month, day, weekday, season, part of day ... as far as written; context fills in the rest */
    TIME_SHIFT,    /* amount units away: "yesterday", "next month", "three weeks ago", "two days later" */
    TIME_WINDOW,   /* amount units that end (amount < 0) or begin (> 0) there: "the past week", "in the next three days"
                    */
    TIME_NTH,      /* the nth unit (amount of them) within `of`: "the first week of January", "the last days of 1984" */
    TIME_LENGTH,   /* amount units: "for two weeks" */
    TIME_EVERY,    /* "every Friday", "weekly" */
    TIME_FESTIVAL, /* a feast or another day with a name, in the year that the context gives */
    TIME_VAGUE     /* "recently", "now", "in the future" */
} TimeForm;
typedef enum TimeAnchor {
    ANCHOR_PUBLICATION, /* "yesterday", "three weeks ago" */
    ANCHOR_STORY,       /* the day that the narrative is at: "the next day", "two days later" */
    ANCHOR_OF,          /* the sense in `of`: "two days after Christmas" */
    ANCHOR_WORD         /* an event: "three weeks after America killed Soleimani"; anchor_word is "killed" */
} TimeAnchor;
typedef enum TimePart {
    PART_NONE,
    PART_DAWN,
    PART_MORNING,
    PART_NOON,
    PART_AFTERNOON,
    PART_EVENING,
    PART_NIGHT,
    PART_MIDNIGHT,
    PART_DAYTIME
} TimePart;
typedef enum TimeMod {
    MOD_NONE,
    MOD_START,
    MOD_MID,
    MOD_END,
    MOD_BEFORE,
    MOD_AFTER
} TimeMod; /* BEFORE, AFTER: "earlier this year" */
/* How the mention bounds what it dates, by the words in front of it. RANGE: up to the mention in TimeMention.until. */
typedef enum TimeBound {
    BOUND_NONE,
    BOUND_SINCE,
    BOUND_UNTIL,
    BOUND_BEFORE,
    BOUND_AFTER,
    BOUND_WITHIN,
    BOUND_FOR,
    BOUND_RANGE
} TimeBound;
typedef enum TimeCalendar { CALENDAR_GREGORIAN, CALENDAR_HIJRI, CALENDAR_SOLAR_HIJRI } TimeCalendar;
typedef enum TimeVague { VAGUE_NONE, VAGUE_PAST, VAGUE_PRESENT, VAGUE_FUTURE } TimeVague;
typedef enum FestivalRule {
    FESTIVAL_NONE,
    FESTIVAL_FIXED,
    FESTIVAL_WEEKDAY,
    FESTIVAL_EASTER,
    FESTIVAL_ORTHODOX,
    FESTIVAL_HIJRI,
    FESTIVAL_SOLAR
} FestivalRule;

typedef struct Festival { /* FIXED month day; WEEKDAY the nth weekday of a month; EASTER days after it; HIJRI, SOLAR
                             month day */
    FestivalRule rule;
    int8_t month, day, weekday, nth;
    int16_t year;          /* for a day that was once only ("9/11"), else 0 */
    int16_t shift, length; /* days after what the rule gives; how many days it lasts */
} Festival;

#define AMOUNT_SOME  0.0 /* "some", "several", "recent days": how many is not said */
#define WHICH_UNSAID INT8_MAX

typedef struct TimeSense {
    TimeForm form;
    TimeUnit unit;
    double amount;  /* signed for SHIFT and WINDOW; see AMOUNT_SOME */
    int8_t towards; /* -1 past, +1 future: the sign when the amount is AMOUNT_SOME */
    bool counted;   /* counted off ("a week ago") and not a unit of the calendar ("last week") */
    TimeAnchor anchor;
    uint32_t anchor_word;
    struct TimeSense *of;
    TimeCalendar calendar;
    int16_t year;               /* 0: not said; for a decade or century its first year */
    int8_t month, day, day_end; /* day_end: "January 3-5" */
    int8_t weekday;             /* 1 Monday .. 7 Sunday */
    int8_t season;              /* 1 spring .. 4 winter */
    int8_t quarter, half, nth;  /* nth: 1 first ..., -1 last */
    int8_t hour, minute;        /* -1: not said */
    TimePart part;
    int8_t which; /* -1 last, 0 this, +1 next, or WHICH_UNSAID */
    bool lasts;   /* counted off as a length: "after three days" */
    bool same;    /* "that day", "the same month": the unit that the narrative is in */
    bool fiscal;
    bool swaps;    /* "2/8/98": day and month may stand the other way round */
    bool ends;     /* the stretch that ends with `of`: "the quarter ended 30 September" */
    bool compares; /* with the quarter that the passage reports: "the quarter", "the year-ago period", "a year earlier"
                    */
    TimeMod mod;
    TimeVague vague;
    Festival festival;
} TimeSense;

/* Where it stands at the top of the report: in its dateline ("Beirut, October 6 (AFP) -"), or in the head of minutes, a
 * bulletin, a summary record, as the day or period that these are of. */
typedef enum TimeHead { HEAD_NONE, HEAD_DATELINE, HEAD_PAPER } TimeHead;

typedef struct TimeMention {
    WordRange words; /* without the preposition in front */
    uint32_t head;
    TimexKind kind;
    const char *because; /* the rule or "network": for explain */
    TimeSense sense;
    TimeBound bound;
    int32_t until; /* for BOUND_RANGE: index of the other end; the other end points back with BOUND_RANGE too; -1 */
    TimeHead at_head;
    bool ahead; /* dated by a word whose day lies ahead of it: "payable 3 May", "postponed to Friday" */
} TimeMention;

typedef struct Number {
    WordRange words;  /* "more than five thousand", "dozens", "at least 12" */
    double low, high; /* GUIDE.md: "dozens" 24..99; "more than 5,000" 5001..INFINITY */
    uint32_t counted; /* the noun that is counted ("soldiers"), or NO_WORD */
} Number;

typedef struct Mentions {
    ActorMention *actors; /* by head word; at most one a head word */
    size_t actor_count;
    PlaceMention *places; /* by first word */
    size_t place_count;
    TimeMention *times; /* by first word */
    size_t time_count;
    Number *numbers; /* by first word */
    size_t number_count;
    int32_t *actor_at; /* [text.word_count]: index of the actor mention whose head this word is, or -1 */
    int32_t *place_at; /* [text.word_count]: index of the place mention that holds this word, or -1 */
    int32_t *time_at;  /* the same for times */
} Mentions;

/* What mentions are found by besides the network: data/times.tsv, number words, pronouns. */
typedef struct MentionTables MentionTables;
Code mention_tables_open(Arena *arena, const char *folder, MentionTables **tables, Error *error);

/* Mends the lemmas of inflected verbs and plural nouns in the reading, before mention_find. */
Code mention_lemmas(Arena *arena, const MentionTables *tables, const Text *text, Reading *reading, Error *error);
Code mention_find(Arena *arena, const MentionTables *tables, const Text *text, const Reading *reading,
                  Mentions *mentions, Error *error);

/* The noun phrase around a head word: the smallest range of its tree without what RECORD.md leaves out (relative
 * clauses, trailing appositions, parentheses, a coordinated sibling). */
WordRange mention_phrase(const Text *text, const Reading *reading, uint32_t head);

#endif
