/* claim/content: a cue of the network -> what was said, as segments of words.
 *
 * The network gives first and last words of the spans; they are paired by the best sequence of "outside" and "inside"
 * (a content may be split around its cue and may cross sentences). Where it gives none, the clause under its head word,
 * then the clause that the tree hangs on the cue, then a quotation beside it. The convention is that of the annotated
 * reports: without "that", without the final stop unless it stands inside the quotation marks, quotation marks
 * included.
 */
#include "claim/content.h"
#include <math.h>

#define CONTENT_END  0.30f /* an end whose probability is lower than this is taken only with a much better other end */
#define CONTENT_HEAD 0.30f /* a content's head word */
#define CUE_CROSSING 3.0   /* log odds that it costs to run over the cue: nearly always two spans */

typedef struct Point {
    uint32_t word;
    float first, last;
} Point;
typedef LIST(Point) PointList;

static double gain(float probability) {
    double p = probability < 0.001f ? 0.001 : probability > 0.999f ? 0.999 : probability;
    return log(p / (1 - p)) - log(CONTENT_END / (1 - CONTENT_END));
}

/* Both lists are by word. */
static void points_merge(Work *work, const CueReading *cue, PointList *points) {
    size_t i = 0, j = 0;
    while (i < cue->firsts.count || j < cue->lasts.count) {
        Argument *a = i < cue->firsts.count ? &cue->firsts.items[i] : NULL;
        Argument *b = j < cue->lasts.count ? &cue->lasts.items[j] : NULL;
        bool take_a = a && (!b || a->word <= b->word), take_b = b && (!a || b->word <= a->word);
        Point point = {.word = take_a ? a->word : b->word};
        if (take_a && a->role == ROLE_CONTENT)
            point.first = a->score;
        if (take_b && b->role == ROLE_CONTENT)
            point.last = b->score;
        i += take_a, j += take_b;
        if (point.first > 0 || point.last > 0)
            KEEP(work, points, point);
    }
}

typedef struct Step { /* the best score of a sequence that ends behind a point in this state, and how it came there */
    double score;
    int from;    /* state before the point: 0 outside, 1 inside */
    bool opened; /* the span was opened at this point */
    bool closed; /* a span was closed at this point */
} Step;

/* One point of the Viterbi walk over "outside" (0) and "inside" (1). */
static void step(const Point *point, const Step before[2], double crossing, Step after[2]) {
    double in = before[1].score - crossing;
    after[0] = (Step){before[0].score, 0, false, false};
    after[1] = (Step){in, 1, false, false};
    if (point->last > 0 && in + gain(point->last) > after[0].score)
        after[0] = (Step){in + gain(point->last), 1, false, true};
    if (point->first > 0 && before[0].score + gain(point->first) > after[1].score)
        after[1] = (Step){before[0].score + gain(point->first), 0, true, false};
    if (point->first > 0 && point->last > 0) {
        double both = before[0].score + gain(point->first) + gain(point->last);
        if (both > after[0].score)
            after[0] = (Step){both, 0, true, true};
    }
}

static bool crosses(uint32_t from, uint32_t to, WordRange cue) {
    return from < cue.first && to >= cue.end;
}

void content_by_network(Work *work, const CueReading *cue, SegmentList *content, float *score) {
    PointList points = {0};
    points_merge(work, cue, &points);
    Step(*steps)[2] = arena_array(work->arena, points.count + 1, sizeof *steps);
    *score = 0;
    if (!steps || points.count == 0) {
        work->failed |= !steps;
        return;
    }
    steps[0][0] = (Step){0, 0, false, false};
    steps[0][1] = (Step){-1e9, 1, false, false};
    for (size_t i = 0; i < points.count; i++) {
        bool over = i > 0 && crosses(points.items[i - 1].word, points.items[i].word, cue->words);
        step(&points.items[i], steps[i], over ? CUE_CROSSING : 0, steps[i + 1]);
    }
    uint32_t last = NO_WORD;
    float sum = 0;
    int state = 0, ends = 0;
    for (size_t i = points.count; i > 0; i--) {
        Step *at = &steps[i][state];
        const Point *point = &points.items[i - 1];
        if (at->closed)
            last = point->word, sum += point->last, ends++;
        if (at->opened) {
            KEEP(work, content, (Segment){point->word, last});
            sum += point->first, ends++;
        }
        state = at->from;
    }
    *score = ends ? sum / (float)ends : 0;
}

static bool has_letters(const Work *work, Segment segment) {
    for (uint32_t word = segment.first; word <= segment.last; word++)
        if (syntax_upos(&work->syntax, word) != UPOS_PUNCT)
            return true;
    return false;
}

void content_by_clause(Work *work, const CueReading *cue, uint32_t top, uint32_t without, SegmentList *content) {
    const Sentence *sentence = &work->text->sentences[work->text->words[top].sentence];
    Segment run = {NO_WORD, 0};
    for (uint32_t word = sentence->words.first; word <= sentence->words.end; word++) {
        bool in = word < sentence->words.end && syntax_under(&work->syntax, word, top) &&
                  (without == NO_WORD || !syntax_under(&work->syntax, word, without)) &&
                  (word < cue->words.first || word >= cue->words.end);
        if (in && run.first == NO_WORD)
            run.first = word;
        if (in)
            run.last = word;
        else if (run.first != NO_WORD) {
            if (has_letters(work, run))
                KEEP(work, content, run);
            run.first = NO_WORD;
        }
    }
}

void content_by_tree(Work *work, const CueReading *cue, SegmentList *content) {
    const Syntax *s = &work->syntax;
    uint32_t word = range_governor(work, cue->words);
    static const char *const below[] = {"ccomp", "acl", "xcomp", "parataxis"};
    for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
        uint32_t clause = syntax_child(s, word, below[i]);
        if (clause != NO_WORD && syntax_verbal(s, clause)) {
            content_by_clause(work, cue, clause, NO_WORD, content);
            return;
        }
    }
    uint32_t head = syntax_head(s, word);
    if (head != NO_WORD && syntax_is(s, word, "parataxis")) { /* "The road is closed, he said" */
        content_by_clause(work, cue, head, word, content);
        return;
    }
    bool according = syntax_word(s, word, "according accord") && !syntax_is(s, word, "root");
    if (!according)
        return;
    uint32_t phrase = syntax_is(s, word, "case") ? head : word; /* "according to the ministry" */
    uint32_t clause = phrase == NO_WORD ? NO_WORD : syntax_head(s, phrase);
    if (clause != NO_WORD)
        content_by_clause(work, cue, syntax_clause(s, clause), phrase, content);
}

/* A name or a single word in marks is no content: "the newspaper "Al-Rai"". */
static bool quotation_speaks(const Work *work, const Quotation *quotation) {
    uint32_t words = 0;
    bool verb = false;
    for (uint32_t word = quotation->open + 1; word < quotation->close; word++) {
        Upos upos = syntax_upos(&work->syntax, word);
        words += upos != UPOS_PUNCT;
        verb |= upos == UPOS_VERB || upos == UPOS_AUX;
    }
    return words >= 3 && verb;
}

void content_by_quotation(Work *work, const CueReading *cue, SegmentList *content) {
    const Sentence *sentence = &work->text->sentences[work->text->words[cue->words.first].sentence];
    for (size_t q = 0; q < work->text->quotation_count; q++) {
        const Quotation *quotation = &work->text->quotations[q];
        bool beside = quotation->open >= cue->words.end
                          ? quotation->open < sentence->words.end
                          : quotation->close < cue->words.first && quotation->close >= sentence->words.first;
        if (quotation->closed && beside && quotation_speaks(work, quotation))
            KEEP(work, content, (Segment){quotation->open, quotation->close});
    }
}

static void by_heads(Work *work, const CueReading *cue, SegmentList *content) {
    for (size_t i = 0; i < cue->heads.count; i++) {
        Argument *head = &cue->heads.items[i];
        if (head->role != ROLE_CONTENT || head->score < CONTENT_HEAD)
            continue;
        uint32_t without =
            syntax_under(&work->syntax, cue->words.first, head->word) ? range_governor(work, cue->words) : NO_WORD;
        if (without == head->word)
            continue;
        content_by_clause(work, cue, head->word, without, content);
    }
}

void content_find(Work *work, const CueReading *cue, SegmentList *content, View *because) {
    float score;
    content_by_network(work, cue, content, &score);
    content_mend(work, cue, content);
    if (content->count > 0) {
        work_because(work, because, "content: network %.2f", (double)score);
        return;
    }
    by_heads(work, cue, content);
    content_mend(work, cue, content);
    if (content->count > 0) {
        work_because(work, because, "content: clause of the network's head word");
        return;
    }
    content_by_quotation(work, cue, content);
    if (content->count == 0)
        content_by_tree(work, cue, content);
    content_mend(work, cue, content);
    if (content->count > 0)
        work_because(work, because, "content: the clause or quotation beside the cue");
}

Manner content_manner(const Work *work, const SegmentList *content) {
    uint32_t inside = 0, outside = 0;
    for (size_t i = 0; i < content->count; i++)
        for (uint32_t word = content->items[i].first; word <= content->items[i].last; word++) {
            int32_t q = work->quoted[word];
            while (q >= 0) { /* only marks that open within the content: the content may itself stand in a quotation */
                const Quotation *quotation = &work->text->quotations[q];
                if (quotation->open >= content->items[i].first && quotation->close <= content->items[i].last)
                    break;
                q = quotation->inside;
            }
            if (syntax_upos(&work->syntax, word) != UPOS_PUNCT)
                *(q >= 0 ? &inside : &outside) += 1;
        }
    return inside == 0 ? MANNER_INDIRECT : outside == 0 ? MANNER_DIRECT : MANNER_MIXED;
}
