/* tags: the tag heads of FORMAT.md for a window's own words. In: h. Out: tags of words, spans of names, times, triggers
 * and cues. Plain heads take the best label, BIO heads the best legal sequence within a stretch. */
#include "model/reader.h"
#include "model/viterbi.h"

#include <math.h>
#include <string.h>

typedef struct TagScores {
    const Model *model;
    Arena *scratch;
    const float *logits; /* [own words][step] */
    size_t step;
    float *shares; /* room for the softmax of one head */
} TagScores;

static const float *logits_of(const TagScores *scores, TagName tag, size_t row) {
    return scores->logits + row * scores->step + scores->model->heads_of[tag].first;
}

static size_t best_label(const TagScores *scores, TagName tag, size_t row) {
    const float *logits = logits_of(scores, tag, row);
    size_t best = 0;
    for (size_t i = 1; i < scores->model->heads_of[tag].labels.count; i++) {
        best = logits[i] > logits[best] ? i : best;
    }
    return best;
}

/* Probabilities of a head's labels; good until the next call. */
static const float *shares_of(const TagScores *scores, TagName tag, size_t row) {
    size_t count = scores->model->heads_of[tag].labels.count;
    memcpy(scores->shares, logits_of(scores, tag, row), count * sizeof *scores->shares);
    scores->model->kernels->softmax(scores->shares, count, 1);
    return scores->shares;
}

#define LEAST_ANY 0.15f /* probability of being a mention that is worth a look */

/* The kinds stand together against none: a word that may be a group or an organization is a mention nevertheless. */
static void read_actor(const TagScores *scores, size_t row, WordReading *reading) {
    const TagHead *head = &scores->model->heads_of[TAG_ACTOR];
    const float *shares = shares_of(scores, TAG_ACTOR, row);
    size_t best = best_label(scores, TAG_ACTOR, row), kind = SIZE_MAX;
    float none = 0;
    for (size_t i = 0; i < head->labels.count; i++) {
        if (head->meanings[i].kind == ACTOR_NONE) {
            none += shares[i];
        } else if (kind == SIZE_MAX || shares[i] > shares[kind]) {
            kind = i;
        }
    }
    reading->actor = head->meanings[best].kind;
    reading->actor_score = shares[best];
    reading->any_score = fmaxf(1 - none, 0);
    reading->best_kind = kind != SIZE_MAX && reading->any_score >= LEAST_ANY ? head->meanings[kind].kind : ACTOR_NONE;
}

static bool read_word(ModelReader *reader, const TagScores *scores, size_t row) {
    const Model *model = scores->model;
    uint32_t word = reader->own.first + (uint32_t)row;
    WordReading *reading = &reader->reading->words[word];
    reading->upos = model->heads_of[TAG_UPOS].meanings[best_label(scores, TAG_UPOS, row)].kind;
    reading->xpos = model->heads_of[TAG_XPOS].labels.names[best_label(scores, TAG_XPOS, row)];
    reading->lemma =
        lemma_apply(reader->arena, &model->lemmas[best_label(scores, TAG_LEMMA, row)], text_word(reader->text, word));
    read_actor(scores, row, reading);
    return reading->lemma.data != NULL;
}

/* A span of one BIO head. */
typedef struct TagSpan {
    WordRange words;
    uint8_t kind;
    float first, lowest; /* probability of the label at its first word, and the lowest of its words */
} TagSpan;

static bool opens_phrase(const WordReading *word) { /* what comes after it is what the event is done to */
    return word->upos == UPOS_DET || view_equal(word->xpos, VIEW("PRP$"));
}

/* "Blocking the" road, "shot in the" leg: an article ends no trigger, nor does the preposition before one. */
static WordRange without_opening(const ModelReader *reader, WordRange words) {
    const WordReading *read = reader->reading->words;
    uint32_t end = words.end;
    while (end > words.first + 1 && opens_phrase(&read[end - 1]))
        end--;
    if (end > words.first + 1 && end < words.end && read[end - 1].upos == UPOS_ADP)
        end--;
    return (WordRange){words.first, end};
}

static bool add_trigger(ModelReader *reader, const TagScores *scores, const TagSpan *span) {
    WordRange words = without_opening(reader, span->words);
    TriggerReading trigger = {.words = words, .type = (EventType)span->kind, .score = span->first};
    const TagHead *head = &scores->model->heads_of[TAG_STATUS];
    const float *shares = shares_of(scores, TAG_STATUS, span->words.first - reader->own.first);
    for (size_t i = 0; i < head->labels.count; i++) {
        trigger.status[head->meanings[i].kind] = shares[i];
    }
    return list_push(reader->arena, &reader->triggers, trigger);
}

static bool add_cue(ModelReader *reader, const TagScores *scores, const TagSpan *span) {
    CueReading cue = {.words = span->words, .score = span->first, .within = -1};
    const TagHead *head = &scores->model->heads_of[TAG_NAMED];
    const float *shares = shares_of(scores, TAG_NAMED, span->words.first - reader->own.first);
    for (size_t i = 0; i < head->labels.count; i++) {
        if (head->meanings[i].kind == 0) { /* yes */
            cue.named = shares[i];
        }
    }
    return list_push(reader->arena, &reader->cues, cue);
}

static bool add_span(ModelReader *reader, const TagScores *scores, TagName tag, const TagSpan *span) {
    switch (tag) {
    case TAG_NAME:
        return list_push(reader->arena, &reader->names, (NameReading){span->words, (NameKind)span->kind, span->lowest});
    case TAG_TIME:
        return list_push(reader->arena, &reader->times,
                         (TimeReading){span->words, (TimexKind)span->kind, span->lowest});
    case TAG_TRIGGER: return add_trigger(reader, scores, span);
    default: return add_cue(reader, scores, span);
    }
}

/* Triggers and cues are weighed by claim/, so that weak ones are wanted too: O stands against all other labels together
 * (a trigger of doubtful type is still a trigger), and with this many log odds less. */
#define WEAK_SPANS 1.5f

static const float *weak_logits(const TagScores *scores, TagName tag, size_t row, size_t count) {
    const TagHead *head = &scores->model->heads_of[tag];
    size_t step = scores->step;
    float *logits = arena_array(scores->scratch, count * step, sizeof *logits);
    for (size_t word = 0; logits && word < count; word++) {
        const float *from = logits_of(scores, tag, row + word);
        float *to = logits + word * step, most = -INFINITY, sum = 0;
        for (size_t i = 0; i < head->labels.count; i++) {
            to[i] = from[i];
            most = head->meanings[i].mark != MARK_O && from[i] > most ? from[i] : most;
        }
        for (size_t i = 0; i < head->labels.count; i++) {
            sum += head->meanings[i].mark != MARK_O ? expf(from[i] - most) : 0;
        }
        for (size_t i = 0; i < head->labels.count; i++) {
            to[i] -= head->meanings[i].mark == MARK_O ? logf(sum) + WEAK_SPANS : 0;
        }
    }
    return logits;
}

/* The probability that a word is not O. */
static float share_inside(const TagScores *scores, TagName tag, size_t row) {
    const TagHead *head = &scores->model->heads_of[tag];
    const float *shares = shares_of(scores, tag, row);
    float inside = 1;
    for (size_t i = 0; i < head->labels.count; i++) {
        inside -= head->meanings[i].mark == MARK_O ? shares[i] : 0;
    }
    return fmaxf(inside, 0);
}

/* The spans of a BIO head in one stretch, whose first word stands at `row`. */
static bool read_spans(ModelReader *reader, const TagScores *scores, TagName tag, const Stretch *stretch) {
    const TagHead *head = &scores->model->heads_of[tag];
    size_t count = stretch->words.end - stretch->words.first, row = stretch->words.first - reader->own.first;
    bool weak = tag == TAG_TRIGGER || tag == TAG_CUE;
    uint16_t *labels = arena_array(scores->scratch, count, sizeof *labels);
    const float *logits = weak ? weak_logits(scores, tag, row, count) : logits_of(scores, tag, row);
    if (!labels || !logits || !viterbi(scores->scratch, head, logits, scores->step, count, labels)) {
        return false;
    }
    for (size_t i = 0, end; i < count; i = end) {
        Meaning meaning = head->meanings[labels[i]];
        end = i + 1;
        if (meaning.mark == MARK_O) {
            continue;
        }
        float first = shares_of(scores, tag, row + i)[labels[i]], lowest = first;
        for (; end < count && head->meanings[labels[end]].mark == MARK_I; end++) {
            float share = shares_of(scores, tag, row + end)[labels[end]];
            lowest = share < lowest ? share : lowest;
        }
        first = weak ? share_inside(scores, tag, row + i) : first;
        TagSpan span = {
            {stretch->words.first + (uint32_t)i, stretch->words.first + (uint32_t)end}, meaning.kind, first, lowest};
        if (!add_span(reader, scores, tag, &span)) {
            return false;
        }
    }
    return true;
}

Code tags_read(ModelReader *reader, Error *error) {
    Runner *runner = reader->runner;
    const Model *model = runner->model;
    size_t count = reader->own.end - reader->own.first;
    float *logits = arena_array(runner->scratch, count * model->tag_rows, sizeof *logits);
    float *shares = arena_array(runner->scratch, model->tag_rows, sizeof *shares);
    if (!logits || !shares) {
        return error_memory(error);
    }
    Code code = linear_run(runner->lane, &model->tags, &reader->h, reader->own.first - reader->window->words.first,
                           count, logits, model->tag_rows, error);
    if (code != OK) {
        return code;
    }
    TagScores scores = {model, runner->scratch, logits, model->tag_rows, shares};
    for (size_t i = 0; i < count; i++) {
        if (!read_word(reader, &scores, i)) {
            return error_memory(error);
        }
    }
    static const TagName spans[] = {TAG_NAME, TAG_TIME, TAG_TRIGGER, TAG_CUE};
    for (size_t s = reader->window->own; s < reader->window->end; s++) {
        for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
            if (!read_spans(reader, &scores, spans[i], &reader->windows.stretches.items[s])) {
                return error_memory(error);
            }
        }
    }
    return OK;
}
