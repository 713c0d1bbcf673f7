/* weights: what is read from weights.safetensors and vocab.txt, packed for running. Private to model/. */
#ifndef ISNAD_MODEL_WEIGHTS_H
#define ISNAD_MODEL_WEIGHTS_H

#include "model/linear.h"
#include "model/pieces.h"

#define DISTANCES 21

typedef struct Labels {
    View *names;
    size_t count;
} Labels;

typedef enum TagName {
    TAG_UPOS,
    TAG_XPOS,
    TAG_LEMMA,
    TAG_NAME,
    TAG_TRIGGER,
    TAG_STATUS,
    TAG_CUE,
    TAG_NAMED,
    TAG_TIME,
    TAG_ACTOR,
    TAG_COUNT
} TagName;

typedef enum Mark { MARK_O, MARK_B, MARK_I } Mark;

/* What a label means: O, B or I for spans, and which member of the enumeration (model.h). */
typedef struct Meaning {
    uint8_t mark, kind;
} Meaning;

typedef struct TagHead {
    Labels labels;
    size_t first;      /* row of Model.tags */
    Meaning *meanings; /* [labels.count]; NULL for open sets (xpos, lemma) */
} TagHead;

typedef enum FamilyName {
    FAMILY_ARC,
    FAMILY_RELATION,
    FAMILY_EVENT,
    FAMILY_STATEMENT,
    FAMILY_STATEMENT_FIRST,
    FAMILY_STATEMENT_LAST,
    FAMILY_ROLE,
    FAMILY_COREF,
    FAMILY_SAME_EVENT,
    FAMILY_EVENT_SOURCE,
    FAMILY_EVENT_TARGET,
    FAMILY_EVENT_PLACE,
    FAMILY_WITHIN,
    FAMILY_COUNT
} FamilyName;

typedef struct Family {
    Labels roles;
    uint8_t *kinds; /* [roles.count] member of EventRole or StatementRole; NULL for open sets */
    size_t width;
    Linear a, b, u;        /* [width, H], [width, H], [roles * width, width] */
    const float *distance; /* [roles][DISTANCES] */
} Family;

typedef struct LemmaRule {
    bool keep;    /* the word as it stands */
    uint32_t cut; /* letters off the end of the lower-cased word */
    View add;
} LemmaRule;

typedef struct Norm {
    const float *weight, *bias;
} Norm;

typedef struct Layer {
    Linear *qkv; /* [heads], each [3][H / heads] outputs: query, key, value */
    Linear attention_out, ffn_in, ffn_out;
    Norm attention_norm, ffn_norm;
} Layer;

struct Model {
    Arena *arena;
    View file; /* mapped */
    Engine *engine;
    const Kernels *kernels;
    char path[32];
    Vocabulary vocabulary;
    size_t layer_count, width, heads, ffn, pieces, positions, window;
    float epsilon;
    const int8_t *word; /* [pieces][width], in the mapped file */
    const float *word_scale, *position, *type;
    Norm norm;
    Layer *layers;
    size_t tag_rows;
    Linear tags;
    TagHead heads_of[TAG_COUNT];
    LemmaRule *lemmas; /* [labels of TAG_LEMMA] */
    Family families[FAMILY_COUNT];
    size_t most_outputs, most_pair_width; /* of all Linears; of all families */
};

/* model_open with a limit on the arena's bytes (0: none), for tests of running out of memory. */
Code model_open_within(const char *folder, Precision precision, size_t maximum, Model **model, Error *error);

#endif
