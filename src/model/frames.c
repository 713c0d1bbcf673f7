/* frames: who and what belongs to the triggers and cues of a window's own words. In: h, the spans that tags.c found,
 * context's from earlier windows. Out: arguments, roles, parts of events, the same event, within. */
#include "model/ranks.h"

#define LEAST_SHARE 0.15f /* an argument less probable is left out */
#define LEAST_PLACE 0.05f /* the place of an event: of the words of a sentence mostly one is, however unsure */

/* Room for the scores of one pair in any family. */
static float *take_scores(ModelReader *reader, FamilyName family) {
    return arena_array(reader->runner->scratch, reader->runner->model->families[family].roles.count + 1, sizeof(float));
}

static bool take_range(ModelReader *reader, uint32_t first, uint32_t end, uint32_t **rows) {
    *rows = arena_array(reader->runner->scratch, end - first, sizeof **rows);
    for (uint32_t i = first; *rows && i < end; i++) {
        (*rows)[i - first] = i;
    }
    return *rows != NULL;
}

/* Roles of all candidates with the p-th predicate, role 0 being none. kinds NULL: the role's own number. */
static Code add_arguments(ModelReader *reader, const Pairs *pairs, size_t p, float *scores, ArgumentList *list,
                          Error *error) {
    const Family *family = pairs->family;
    LIST(Argument) found = {0};
    for (size_t c = 0; c < pairs->candidate_count; c++) {
        pairs_score(pairs, p, c, scores);
        pairs->kernels->softmax(scores, family->roles.count, 1);
        for (size_t r = 0; r < family->roles.count; r++) {
            uint8_t kind = family->kinds ? family->kinds[r] : (uint8_t)r;
            Argument argument = {reader->window->words.first + pairs->candidates[c], kind, scores[r]};
            float least = family->kinds && kind == ROLE_PLACE ? LEAST_PLACE : LEAST_SHARE;
            if (kind != 0 && scores[r] > least && !list_push(reader->arena, &found, argument)) {
                return error_memory(error);
            }
        }
    }
    *list = (ArgumentList){found.items, found.count};
    return OK;
}

/* The arguments of all own predicates among all words of the window; list_of tells where an item keeps them. */
static Code read_frames(ModelReader *reader, FamilyName family, const Places *places,
                        ArgumentList *(*list_of)(ModelReader *, size_t), Error *error) {
    uint32_t words = reader->window->words.end - reader->window->words.first, *candidates;
    size_t count = places->count - places->own;
    float *scores = take_scores(reader, family);
    if (!scores || !take_range(reader, 0, words, &candidates)) {
        return error_memory(error);
    }
    Pairs pairs;
    Code code = pairs_make(reader->runner, family, &reader->h, places->rows + places->own, count, candidates, words,
                           &pairs, error);
    for (size_t p = 0; code == OK && p < count; p++) {
        code = add_arguments(reader, &pairs, p, scores, list_of(reader, places->first + places->own + p), error);
    }
    return code;
}

static ArgumentList *event_list(ModelReader *reader, size_t i) {
    return &reader->triggers.items[i].arguments;
}

static ArgumentList *head_list(ModelReader *reader, size_t i) {
    return &reader->cues.items[i].heads;
}

static ArgumentList *first_list(ModelReader *reader, size_t i) {
    return &reader->cues.items[i].firsts;
}

static ArgumentList *last_list(ModelReader *reader, size_t i) {
    return &reader->cues.items[i].lasts;
}

/* PropBank roles of a trigger, among the words of its stretch. */
static Code read_roles(ModelReader *reader, const Places *places, size_t item, Error *error) {
    const Stretch *stretch = reader->windows.stretches.items + reader->window->own;
    uint32_t word = places->rows[item] + reader->window->words.first, first = reader->window->words.first, *candidates;
    while (stretch->words.end <= word) {
        stretch++;
    }
    float *scores = take_scores(reader, FAMILY_ROLE);
    if (!scores || !take_range(reader, stretch->words.first - first, stretch->words.end - first, &candidates)) {
        return error_memory(error);
    }
    Pairs pairs;
    Code code = pairs_make(reader->runner, FAMILY_ROLE, &reader->h, &places->rows[item], 1, candidates,
                           stretch->words.end - stretch->words.first, &pairs, error);
    return code == OK
               ? add_arguments(reader, &pairs, 0, scores, &reader->triggers.items[places->first + item].roles, error)
               : code;
}

/* Words of the window that may be a part of its events; rows, like Places.rows. */
typedef struct Candidates {
    uint32_t *rows;
    size_t count;
} Candidates;

static bool is_proper(const WordReading *word) {
    return word->upos == UPOS_PROPN;
}

static bool take_candidates(ModelReader *reader, bool (*is_one)(const WordReading *), Candidates *candidates) {
    uint32_t first = reader->window->words.first;
    candidates->rows = arena_array(reader->runner->scratch, reader->own.end - first, sizeof *candidates->rows);
    for (uint32_t word = first; candidates->rows && word < reader->own.end; word++) {
        if (is_one(&reader->reading->words[word])) {
            candidates->rows[candidates->count++] = word - first;
        }
    }
    return candidates->rows != NULL;
}

/* The shares of the candidates but the trigger itself for each own event; list_of tells where they are kept. earlier:
 * the candidates are the triggers, and those behind do not count. */
static Code read_shares(ModelReader *reader, FamilyName family, const Places *places, const Candidates *candidates,
                        bool earlier, WordShareList *(*list_of)(ModelReader *, size_t), Error *error) {
    float *shares = arena_array(reader->runner->scratch, candidates->count + 1, sizeof *shares), best;
    if (!shares) {
        return error_memory(error);
    }
    Pairs pairs;
    size_t count = places->count - places->own;
    Code code = pairs_make(reader->runner, family, &reader->h, places->rows + places->own, count, candidates->rows,
                           candidates->count, &pairs, error);
    for (size_t p = 0; code == OK && p < count; p++) {
        size_t end = earlier ? places->own + p : candidates->count;
        rank_best(&pairs, p, end, shares, &best);
        if (!rank_keep(reader, candidates->rows, end, shares, list_of(reader, places->first + places->own + p))) {
            code = error_memory(error);
        }
    }
    return code;
}

static WordShareList *source_list(ModelReader *reader, size_t i) {
    return &reader->triggers.items[i].sources;
}

static WordShareList *target_list(ModelReader *reader, size_t i) {
    return &reader->triggers.items[i].targets;
}

static WordShareList *place_list(ModelReader *reader, size_t i) {
    return &reader->triggers.items[i].places;
}

static WordShareList *telling_list(ModelReader *reader, size_t i) {
    return &reader->triggers.items[i].tellings;
}

static Code read_parts(ModelReader *reader, const Places *places, Error *error) {
    Candidates mentions = {0}, names = {0};
    if (!take_candidates(reader, word_is_mention, &mentions) || !take_candidates(reader, is_proper, &names)) {
        return error_memory(error);
    }
    Code code = read_shares(reader, FAMILY_EVENT_SOURCE, places, &mentions, false, source_list, error);
    if (code == OK) {
        code = read_shares(reader, FAMILY_EVENT_TARGET, places, &mentions, false, target_list, error);
    }
    return code == OK ? read_shares(reader, FAMILY_EVENT_PLACE, places, &names, false, place_list, error) : code;
}

static Code read_triggers(ModelReader *reader, Error *error) {
    Places places = {0};
    for (size_t i = 0; i < reader->triggers.count; i++) {
        if (!places_add(reader, &places, reader->triggers.count, i, reader->triggers.items[i].words.first)) {
            return error_memory(error);
        }
    }
    if (places.own == places.count) {
        return OK;
    }
    Code code = read_frames(reader, FAMILY_EVENT, &places, event_list, error);
    for (size_t i = places.own; code == OK && i < places.count; i++) {
        code = read_roles(reader, &places, i, error);
    }
    if (code == OK) {
        code = read_parts(reader, &places, error);
    }
    return code == OK ? read_shares(reader, FAMILY_SAME_EVENT, &places, &(Candidates){places.rows, places.count}, true,
                                    telling_list, error)
                      : code;
}

static Code read_cues(ModelReader *reader, Error *error) {
    Places places = {0};
    for (size_t i = 0; i < reader->cues.count; i++) {
        if (!places_add(reader, &places, reader->cues.count, i, reader->cues.items[i].words.first)) {
            return error_memory(error);
        }
    }
    if (places.own == places.count) {
        return OK;
    }
    size_t *best;
    float *shares;
    if (!rank_take(reader, &places, &best, &shares)) {
        return error_memory(error);
    }
    Code code = read_frames(reader, FAMILY_STATEMENT, &places, head_list, error);
    if (code == OK) {
        code = read_frames(reader, FAMILY_STATEMENT_FIRST, &places, first_list, error);
    }
    if (code == OK) {
        code = read_frames(reader, FAMILY_STATEMENT_LAST, &places, last_list, error);
    }
    if (code == OK) {
        code = rank_places(reader, FAMILY_WITHIN, &places, best, shares, error);
    }
    for (size_t i = places.own; code == OK && i < places.count; i++) {
        CueReading *cue = &reader->cues.items[places.first + i];
        size_t choice = best[i - places.own];
        cue->within = choice == SIZE_MAX ? -1 : (int32_t)(places.first + choice);
        cue->within_score = shares[i - places.own];
    }
    return code;
}

Code frames_read(ModelReader *reader, Error *error) {
    Code code = read_triggers(reader, error);
    return code == OK ? read_cues(reader, error) : code;
}
