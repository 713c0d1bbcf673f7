/* mention: Text, Reading -> Mentions. Which stretches of the text name something: actors (names, descriptions, pronouns),
 * places, times, numbers. Who or what they are is identity/'s question.
 *
 * A mention is known by its head word (the network labels heads, FORMAT.md); its span comes from the tree: the noun phrase
 * without trailing relative clauses and appositions, mended by the name that the network saw there.
 */
#ifndef ISNAD_MENTION_H
#define ISNAD_MENTION_H

#include "model/model.h"

typedef enum MentionForm { FORM_NAME, FORM_DESCRIPTION, FORM_PRONOUN } MentionForm;
const char *mention_form_name(MentionForm form);

typedef struct ActorMention {
    WordRange words; /* as RECORD.md wants it: "the Iranian General Qassem Soleimani" is one mention */
    uint32_t head;
    WordRange name;  /* the name inside it without titles ("Qassem Soleimani"); empty (first == end) when there is none */
    MentionForm form;
    ActorKind kind;
    bool plural;
    float score;          /* the network's probability for this kind; 1 for one that a rule added */
    int32_t apposition;   /* index of the mention that stands in apposition to this one ("The writer, George Malbrino"), or -1 */
} ActorMention;

typedef struct PlaceMention {
    WordRange words;
    uint32_t head;
    float score;
} PlaceMention;

typedef struct TimeMention {
    WordRange words;
    uint32_t head;
    TimexKind kind;
    const char *because; /* the rule or "network": for explain */
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

Code mention_find(Arena *arena, const MentionTables *tables, const Text *text, const Reading *reading, Mentions *mentions, Error *error);

/* The noun phrase around a head word: the smallest range of its tree without what RECORD.md leaves out (relative clauses,
 * trailing appositions, parentheses, a coordinated sibling). */
WordRange mention_phrase(const Text *text, const Reading *reading, uint32_t head);

#endif
