/* See labels.h. The names are FORMAT.md's. */
#include "model/labels.h"

static const char *const UPOS_NAMES[UPOS_COUNT] = {
    [UPOS_ADJ] = "ADJ",     [UPOS_ADP] = "ADP",     [UPOS_ADV] = "ADV",   [UPOS_AUX] = "AUX",
    [UPOS_CCONJ] = "CCONJ", [UPOS_DET] = "DET",     [UPOS_INTJ] = "INTJ", [UPOS_NOUN] = "NOUN",
    [UPOS_NUM] = "NUM",     [UPOS_PART] = "PART",   [UPOS_PRON] = "PRON", [UPOS_PROPN] = "PROPN",
    [UPOS_PUNCT] = "PUNCT", [UPOS_SCONJ] = "SCONJ", [UPOS_SYM] = "SYM",   [UPOS_VERB] = "VERB",
    [UPOS_X] = "X"};
static const char *const NAME_KINDS[] = {[NAME_PER] = "PER", [NAME_ORG] = "ORG", [NAME_LOC] = "LOC"};
static const char *const EVENT_TYPES[EVENT_TYPE_COUNT] = {
    [EVENT_AGREE] = "AGREE",       [EVENT_CONSULT] = "CONSULT",     [EVENT_SUPPORT] = "SUPPORT",
    [EVENT_CONCEDE] = "CONCEDE",   [EVENT_COOPERATE] = "COOPERATE", [EVENT_AID] = "AID",
    [EVENT_RETREAT] = "RETREAT",   [EVENT_REQUEST] = "REQUEST",     [EVENT_ACCUSE] = "ACCUSE",
    [EVENT_REJECT] = "REJECT",     [EVENT_THREATEN] = "THREATEN",   [EVENT_PROTEST] = "PROTEST",
    [EVENT_SANCTION] = "SANCTION", [EVENT_MOBILIZE] = "MOBILIZE",   [EVENT_COERCE] = "COERCE",
    [EVENT_ASSAULT] = "ASSAULT"};
static const char *const STATUS_NAMES[STATUS_COUNT] = {
    [STATUS_HAPPENED] = "happened", [STATUS_ONGOING] = "ongoing",
    [STATUS_PLANNED] = "planned",   [STATUS_CALLED_FOR] = "called-for",
    [STATUS_POSSIBLE] = "possible", [STATUS_DENIED] = "denied",
    [STATUS_ASKED] = "asked"};
static const char *const TIMEX_KINDS[] = {
    [TIMEX_DATE] = "DATE", [TIMEX_TIME] = "TIME", [TIMEX_DURATION] = "DURATION", [TIMEX_SET] = "SET"};
static const char *const ACTOR_KINDS[ACTOR_KIND_COUNT] = {
    [ACTOR_NONE] = "O",          [ACTOR_PERSON] = "person",
    [ACTOR_GROUP] = "group",     [ACTOR_ORGANIZATION] = "organization",
    [ACTOR_COUNTRY] = "country", [ACTOR_UNNAMED] = "unnamed"};
static const char *const NAMED[] = {"yes", "no"};
static const char *const EVENT_ROLES[] = {[ROLE_NONE] = "none",   [ROLE_SOURCE] = "source", [ROLE_TARGET] = "target",
                                          [ROLE_PLACE] = "place", [ROLE_TIME] = "time",     [ROLE_COUNT] = "count"};
static const char *const STATEMENT_ROLES[] = {
    [ROLE_STATEMENT_NONE] = "none", [ROLE_SPEAKER] = "speaker", [ROLE_CONTENT] = "content"};

/* How the labels of a head are read: BIO spans or plain, and the closed set of kinds (NULL: open, or none at all). */
typedef struct Scheme {
    const char *name;
    bool spans;
    const char *const *kinds;
    size_t kind_count;
} Scheme;

#define KINDS(names) (names), sizeof(names) / sizeof *(names)

static const Scheme TAGS[TAG_COUNT] = {
    [TAG_UPOS] = {"upos", false, KINDS(UPOS_NAMES)},
    [TAG_XPOS] = {"xpos", false, NULL, 0},
    [TAG_LEMMA] = {"lemma", false, NULL, 0},
    [TAG_NAME] = {"name", true, KINDS(NAME_KINDS)},
    [TAG_TRIGGER] = {"trigger", true, KINDS(EVENT_TYPES)},
    [TAG_STATUS] = {"status", false, KINDS(STATUS_NAMES)},
    [TAG_CUE] = {"cue", true, NULL, 0},
    [TAG_NAMED] = {"named", false, KINDS(NAMED)},
    [TAG_TIME] = {"time", true, KINDS(TIMEX_KINDS)},
    [TAG_ACTOR] = {"actor", false, KINDS(ACTOR_KINDS)},
};

static const Scheme FAMILIES[FAMILY_COUNT] = {
    [FAMILY_ARC] = {"arc", false, NULL, 0},
    [FAMILY_RELATION] = {"relation", false, NULL, 0},
    [FAMILY_EVENT] = {"event", false, KINDS(EVENT_ROLES)},
    [FAMILY_STATEMENT] = {"statement", false, KINDS(STATEMENT_ROLES)},
    [FAMILY_STATEMENT_FIRST] = {"statement_first", false, KINDS(STATEMENT_ROLES)},
    [FAMILY_STATEMENT_LAST] = {"statement_last", false, KINDS(STATEMENT_ROLES)},
    [FAMILY_ROLE] = {"role", false, NULL, 0},
    [FAMILY_COREF] = {"coref", false, NULL, 0},
    [FAMILY_SAME_EVENT] = {"same_event", false, NULL, 0},
    [FAMILY_EVENT_SOURCE] = {"event_source", false, NULL, 0},
    [FAMILY_EVENT_TARGET] = {"event_target", false, NULL, 0},
    [FAMILY_EVENT_PLACE] = {"event_place", false, NULL, 0},
    [FAMILY_WITHIN] = {"within", false, NULL, 0},
};

const char *upos_name(Upos upos) {
    return UPOS_NAMES[upos];
}
const char *event_type_name(EventType type) {
    return EVENT_TYPES[type];
}
const char *status_name(Status status) {
    return STATUS_NAMES[status];
}
const char *actor_kind_name(ActorKind kind) {
    return kind == ACTOR_NONE ? "none" : ACTOR_KINDS[kind];
}
const char *tag_name(TagName tag) {
    return TAGS[tag].name;
}
const char *family_name(FamilyName family) {
    return FAMILIES[family].name;
}

bool family_is_rank(FamilyName family) {
    switch (family) {
    case FAMILY_ARC:
    case FAMILY_COREF:
    case FAMILY_SAME_EVENT:
    case FAMILY_EVENT_SOURCE:
    case FAMILY_EVENT_TARGET:
    case FAMILY_EVENT_PLACE:
    case FAMILY_WITHIN: return true;
    default: return false;
    }
}

bool tag_by_name(View name, TagName *tag) {
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (view_equal(name, view(TAGS[i].name))) {
            *tag = (TagName)i;
            return true;
        }
    }
    return false;
}

bool family_by_name(View name, FamilyName *family) {
    for (size_t i = 0; i < FAMILY_COUNT; i++) {
        if (view_equal(name, view(FAMILIES[i].name))) {
            *family = (FamilyName)i;
            return true;
        }
    }
    return false;
}

static bool find_kind(const Scheme *scheme, View name, uint8_t *kind) {
    for (size_t i = 0; i < scheme->kind_count; i++) {
        if (view_equal(name, view(scheme->kinds[i]))) {
            *kind = (uint8_t)i;
            return true;
        }
    }
    return false;
}

static bool understand(const Scheme *scheme, View label, Meaning *meaning) {
    *meaning = (Meaning){MARK_O, 0};
    if (!scheme->spans) {
        return find_kind(scheme, label, &meaning->kind);
    }
    if (view_equal(label, VIEW("O"))) {
        return true;
    }
    meaning->mark = view_starts(label, VIEW("B")) ? MARK_B : MARK_I;
    if (!scheme->kinds) {
        return view_equal(label, VIEW("B")) || view_equal(label, VIEW("I"));
    }
    return (view_starts(label, VIEW("B-")) || view_starts(label, VIEW("I-"))) &&
           find_kind(scheme, view_slice(label, 2, label.length), &meaning->kind);
}

static Code unknown(const Tensors *tensors, const Scheme *scheme, View label, Error *error) {
    return tensors_fault(tensors, error, "this isnad does not know the label \"%.*s\" in %s",
                         label.length > 60 ? 60 : (int)label.length, label.data, scheme->name);
}

/* "cut|add": "3|y" makes "parties" "party". */
static bool understand_lemma(View label, LemmaRule *rule) {
    if (view_equal(label, VIEW("="))) {
        rule->keep = true;
        return true;
    }
    View cut;
    long letters = 0;
    rule->add = label;
    if (!view_split(&rule->add, '|', &cut) || cut.length == label.length || !view_to_long(cut, &letters) ||
        letters < 0 || letters > 1000) {
        return false;
    }
    rule->cut = (uint32_t)letters;
    return true;
}

Code tag_understand(const Tensors *tensors, Model *model, TagName tag, Error *error) {
    TagHead *head = &model->heads_of[tag];
    const Scheme *scheme = &TAGS[tag];
    if (tag == TAG_LEMMA) {
        model->lemmas = arena_array(model->arena, head->labels.count, sizeof *model->lemmas);
    } else if (scheme->spans || scheme->kinds) {
        head->meanings = arena_array(model->arena, head->labels.count, sizeof *head->meanings);
    } else {
        return OK;
    }
    if (!model->lemmas && !head->meanings) {
        return error_memory(error);
    }
    for (size_t i = 0; i < head->labels.count; i++) {
        View label = head->labels.names[i];
        bool known = tag == TAG_LEMMA ? understand_lemma(label, &model->lemmas[i])
                                      : understand(scheme, label, &head->meanings[i]);
        if (!known) {
            return unknown(tensors, scheme, label, error);
        }
    }
    return OK;
}

Code family_understand(const Tensors *tensors, Model *model, FamilyName name, Error *error) {
    Family *family = &model->families[name];
    const Scheme *scheme = &FAMILIES[name];
    if (family_is_rank(name) && family->roles.count != 1) {
        return tensors_fault(tensors, error, "family %s has %zu roles instead of one", scheme->name,
                             family->roles.count);
    }
    if (!scheme->kinds) {
        return OK;
    }
    family->kinds = arena_array(model->arena, family->roles.count, sizeof *family->kinds);
    if (!family->kinds) {
        return error_memory(error);
    }
    for (size_t i = 0; i < family->roles.count; i++) {
        if (!find_kind(scheme, family->roles.names[i], &family->kinds[i])) {
            return unknown(tensors, scheme, family->roles.names[i], error);
        }
    }
    return OK;
}
