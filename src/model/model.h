/* model: Text -> Reading. What the network saw in every word: tags, tree, frames. No decision about the world.
 *
 * The weights file and the arithmetic are in model/FORMAT.md. A Model is read once, shared by all threads and never
 * written again; what a thread needs to run it (scratch memory, oneDNN's primitives) is its Runner.
 */
#ifndef ISNAD_MODEL_H
#define ISNAD_MODEL_H

#include "text/text.h"

typedef struct Model Model;
typedef struct Runner Runner;

/* BEST is int8 where the processor multiplies int8 exactly and fast (VNNI), else float; users want BEST, tests the
 * others. INT8 on a processor without it is ERROR_USAGE. */
typedef enum Precision { PRECISION_BEST, PRECISION_INT8, PRECISION_FLOAT } Precision;

/* folder holds weights.safetensors and vocab.txt. ERROR_DATA with what to do when the file is cut, of another shape or
 * version. */
Code model_open(const char *folder, Precision precision, Model **model, Error *error);
void model_close(Model *model);             /* NULL is fine; after its runners are freed */
const char *model_path(const Model *model); /* "int8" or "float", and the vector kernels: "int8, avx512" */

Code runner_new(const Model *model, Runner **runner, Error *error);
void runner_free(Runner *runner); /* NULL is fine */

/* Enumerations follow the label names of FORMAT.md; a weights file with a label that is not here is refused. */
typedef enum Upos {
    UPOS_ADJ,
    UPOS_ADP,
    UPOS_ADV,
    UPOS_AUX,
    UPOS_CCONJ,
    UPOS_DET,
    UPOS_INTJ,
    UPOS_NOUN,
    UPOS_NUM,
    UPOS_PART,
    UPOS_PRON,
    UPOS_PROPN,
    UPOS_PUNCT,
    UPOS_SCONJ,
    UPOS_SYM,
    UPOS_VERB,
    UPOS_X,
    UPOS_COUNT
} Upos;
typedef enum NameKind { NAME_PER, NAME_ORG, NAME_LOC } NameKind;
/* PLOVER's types, in the order of RECORD.md. */
typedef enum EventType {
    EVENT_AGREE,
    EVENT_CONSULT,
    EVENT_SUPPORT,
    EVENT_CONCEDE,
    EVENT_COOPERATE,
    EVENT_AID,
    EVENT_RETREAT,
    EVENT_REQUEST,
    EVENT_ACCUSE,
    EVENT_REJECT,
    EVENT_THREATEN,
    EVENT_PROTEST,
    EVENT_SANCTION,
    EVENT_MOBILIZE,
    EVENT_COERCE,
    EVENT_ASSAULT,
    EVENT_TYPE_COUNT
} EventType;
typedef enum Status {
    STATUS_HAPPENED,
    STATUS_ONGOING,
    STATUS_PLANNED,
    STATUS_CALLED_FOR,
    STATUS_POSSIBLE,
    STATUS_DENIED,
    STATUS_ASKED,
    STATUS_COUNT
} Status;
typedef enum TimexKind { TIMEX_DATE, TIMEX_TIME, TIMEX_DURATION, TIMEX_SET } TimexKind;
typedef enum ActorKind {
    ACTOR_NONE,
    ACTOR_PERSON,
    ACTOR_GROUP,
    ACTOR_ORGANIZATION,
    ACTOR_COUNTRY,
    ACTOR_UNNAMED,
    ACTOR_KIND_COUNT
} ActorKind;
typedef enum EventRole { ROLE_NONE, ROLE_SOURCE, ROLE_TARGET, ROLE_PLACE, ROLE_TIME, ROLE_COUNT } EventRole;
typedef enum StatementRole { ROLE_STATEMENT_NONE, ROLE_SPEAKER, ROLE_CONTENT } StatementRole;

const char *upos_name(Upos upos);
const char *event_type_name(EventType type);
const char *status_name(Status status);
const char *actor_kind_name(ActorKind kind); /* "person" ... as in RECORD.md */

#define NO_WORD UINT32_MAX

typedef struct WordReading {
    uint8_t upos;      /* Upos */
    uint8_t actor;     /* ActorKind: this word is the head of a mention of an actor */
    uint16_t relation; /* index into Reading.relations: "nsubj", "nsubj:pass" ... */
    uint32_t head;     /* word of the same sentence; itself for the root */
    View xpos;         /* Penn tag */
    View lemma;
    float actor_score; /* probability of its label `actor` (of being none when ACTOR_NONE) */
    uint8_t best_kind; /* ActorKind: the likeliest one, also where none is likelier; ACTOR_NONE when none is likely */
    float any_score;   /* probability that it is the head of a mention, of whatever kind */
} WordReading;

typedef struct NameReading {
    WordRange words;
    NameKind kind;
    float score; /* probability, the lowest of its words */
} NameReading;

typedef struct TimeReading {
    WordRange words;
    TimexKind kind;
    float score;
} TimeReading;

typedef struct Argument {
    uint32_t word;
    uint8_t role; /* EventRole, StatementRole, or an index into Reading.roles for PropBank */
    float score;  /* probability of that role */
} Argument;

typedef struct ArgumentList {
    Argument *items; /* by word */
    size_t count;
} ArgumentList;

typedef struct WordShare { /* one of several candidates */
    uint32_t word;
    float share; /* probability; what is left to one is that it is none of them */
} WordShare;

typedef struct WordShareList {
    WordShare *items; /* by word: all with a probability over 0.03 */
    size_t count;
} WordShareList;

typedef struct TriggerReading {
    WordRange words;
    EventType type;
    float score;                /* probability that its first word is one, of whatever type; weak ones too */
    float status[STATUS_COUNT]; /* probabilities */
    ArgumentList arguments;     /* EventRole; every role with probability over 0.15 (a place: 0.05); weaker ones are
                                   left out */
    ArgumentList
        roles; /* PropBank roles of the first word: explain shows them; as a second opinion they changed nothing */
    WordShareList tellings; /* first words of earlier triggers that name the same event; the sum over them counts */
    /* Whatever sentence and whichever telling names them: head words of mentions of the event's sources and targets,
     * words of the name of its place. An actor's or a place's probability is the sum over its words. */
    WordShareList sources, targets, places;
} TriggerReading;

typedef struct CueReading {
    WordRange words;
    float score;         /* probability that its first word stands in a cue; weak ones are given too, as for triggers */
    float named;         /* probability that the speaker is named */
    ArgumentList heads;  /* StatementRole: head words of speakers and of content clauses, probability over 0.15 */
    ArgumentList firsts; /* StatementRole: first words of the speakers' and contents' spans, over 0.15 */
    ArgumentList lasts;  /* and last words */
    int32_t within;      /* index of the cue whose statement this one stands inside, or -1 */
    float within_score;
} CueReading;

typedef struct Coreference {
    uint32_t mention;    /* head word of a mention, of likely ones too (its WordReading.best_kind is not ACTOR_NONE) */
    uint32_t antecedent; /* head word of the best earlier mention, or NO_WORD for a first mention */
    float score;         /* probability */
    float first;         /* probability that it is a first mention */
    WordShareList antecedents; /* head words of earlier mentions */
} Coreference;

typedef struct Reading {
    WordReading *words; /* [text.word_count] */
    NameReading *names;
    size_t name_count;
    TimeReading *times;
    size_t time_count;
    TriggerReading *triggers;
    size_t trigger_count;
    CueReading *cues;
    size_t cue_count;
    Coreference *coreferences; /* by mention */
    size_t coreference_count;
    const View *relations; /* label names, belonging to the Model */
    size_t relation_count;
    const View *roles; /* PropBank role names */
    size_t role_count;
} Reading;

/* Reads a text; everything in reading lives in the arena. A text without words gives an empty reading. */
Code model_read(Runner *runner, Arena *arena, const Text *text, Reading *reading, Error *error);

View reading_relation(const Reading *reading, uint32_t word);
/* The relation of a word is `name` or a subtype of it ("nsubj" for "nsubj:pass"). */
bool reading_relation_is(const Reading *reading, uint32_t word, const char *name);
/* The lemma of a word is one of the words, of which NULL is the last. */
bool reading_lemma_among(const Reading *reading, uint32_t word, const char *const *lemmas);
/* "He answered the call to march on Friday", "they heeded his appeal to leave": whoever did so has marched, has left.
 */
bool reading_is_heeded(const Text *text, const Reading *reading, uint32_t verb);
/* All words below `word` in the tree, itself included, as the smallest range that holds them. */
WordRange reading_subtree(const Text *text, const Reading *reading, uint32_t word);

#endif
