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

/* All weights are log odds, so that they add up with the network's. In the annotated reports 99 of 100 contents that
 * are no quotation stay in one sentence, 7 of 100 are split, and nearly all of these around their cue. */
#define CONTENT_END    0.30f /* the probability at which an end is as good as none */
#define CONTENT_HEAD   0.30f /* a content's head word */
#define COST_CUE       3.0   /* a span that runs over the cue */
#define COST_SENTENCE  4.0   /* a span that runs over the end of a sentence outside a quotation */
#define COST_AGAIN     1.5   /* a further span */
#define COST_ELSEWHERE 2.5   /* a span that begins in another sentence than the cue, outside a quotation */
#define DOUBTFUL_END   0.30f /* no end is surer than this: the network knows none */
#define TREE_END       0.8   /* an end of the clause that the tree or the head word gives */
#define TREE_LEAST     0.10f /* what such an end has at least, where the network says nothing */

typedef struct Point {
    uint32_t word;
    float first, last; /* the network's probabilities, 0: none */
    bool tree_first, tree_last;
} Point;
typedef LIST(Point) PointList;

static double gain(float probability, bool tree) {
    double p = probability < 0.001f ? 0.001 : probability > 0.999f ? 0.999 : probability;
    if (tree && p < (double)TREE_LEAST)
        p = (double)TREE_LEAST;
    return log(p / (1 - p)) - log(CONTENT_END / (1 - CONTENT_END)) + (tree ? TREE_END : 0);
}

static Point *point_at(Work *work, PointList *points, uint32_t word) {
    size_t at = 0;
    while (at < points->count && points->items[at].word < word)
        at++;
    if (at < points->count && points->items[at].word == word)
        return &points->items[at];
    KEEP(work, points, (Point){.word = word});
    if (work->failed)
        return NULL;
    for (size_t i = points->count - 1; i > at; i--)
        points->items[i] = points->items[i - 1];
    points->items[at] = (Point){.word = word};
    return &points->items[at];
}

static void points_make(Work *work, const CueReading *cue, PointList *points) {
    const ArgumentList *ends[] = {&cue->firsts, &cue->lasts};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < ends[k]->count; i++) {
            const Argument *end = &ends[k]->items[i];
            Point *point = end->role == ROLE_CONTENT ? point_at(work, points, end->word) : NULL;
            if (point)
                *(k == 0 ? &point->first : &point->last) = end->score;
        }
    if (points->count == 0)
        return;
    SegmentList clauses = {0};
    content_by_tree(work, cue, &clauses);
    content_by_heads(work, cue, &clauses);
    content_mend(work, cue, &clauses);
    for (size_t i = 0; i < clauses.count; i++) {
        Point *first = point_at(work, points, clauses.items[i].first);
        if (first)
            first->tree_first = true;
        Point *last = point_at(work, points, clauses.items[i].last);
        if (last)
            last->tree_last = true;
    }
}

enum { NONE_YET, INSIDE, BEHIND, STATES };

typedef struct Step { /* the best score of a sequence that ends behind a point in this state, and how it came there */
    double score;
    int from;    /* state before the point */
    bool opened; /* the span was opened at this point */
    bool closed; /* a span was closed at this point */
} Step;

static void better(Step *step, Step other) {
    if (other.score > step->score)
        *step = other;
}

/* One point of the Viterbi walk. over: what it costs to be inside a span since the last point; open: to begin here. */
static void walk(const Point *point, const Step before[STATES], double over, double open, Step after[STATES]) {
    for (int state = 0; state < STATES; state++)
        after[state] = (Step){before[state].score - (state == INSIDE ? over : 0), state, false, false};
    bool may_open = point->first > 0 || point->tree_first, may_close = point->last > 0 || point->tree_last;
    double first = gain(point->first, point->tree_first) - open, last = gain(point->last, point->tree_last);
    if (may_close)
        better(&after[BEHIND], (Step){before[INSIDE].score - over + last, INSIDE, false, true});
    for (int state = NONE_YET; may_open && state <= BEHIND; state += BEHIND) {
        double score = before[state].score + first - (state == BEHIND ? COST_AGAIN : 0);
        better(&after[INSIDE], (Step){score, state, true, false});
        if (may_close)
            better(&after[BEHIND], (Step){score + last, state, true, true});
    }
}

/* What it costs a span to hold both words. */
static double cost_over(const Work *work, uint32_t from, uint32_t to, WordRange cue) {
    double cost = from < cue.first && to >= cue.end ? COST_CUE : 0;
    uint32_t ends = work->text->words[to].sentence - work->text->words[from].sentence;
    if (ends > 0 && (work->quoted[from] < 0 || work->quoted[from] != work->quoted[to]))
        cost += COST_SENTENCE;
    return cost;
}

static double cost_open(const Work *work, uint32_t word, WordRange cue) {
    bool here = work->text->words[word].sentence == work->text->words[cue.first].sentence;
    return here || work->quoted[word] >= 0 ? 0 : COST_ELSEWHERE;
}

void content_by_network(Work *work, const CueReading *cue, SegmentList *content, float *score) {
    PointList points = {0};
    points_make(work, cue, &points);
    Step(*steps)[STATES] = arena_array(work->arena, points.count + 1, sizeof *steps);
    *score = 0;
    work->failed |= !steps;
    if (work->failed || points.count == 0)
        return;
    steps[0][NONE_YET] = (Step){0, NONE_YET, false, false};
    steps[0][INSIDE] = steps[0][BEHIND] = (Step){-1e9, NONE_YET, false, false};
    for (size_t i = 0; i < points.count; i++) {
        uint32_t word = points.items[i].word;
        double over = i > 0 ? cost_over(work, points.items[i - 1].word, word, cue->words) : 0;
        walk(&points.items[i], steps[i], over, cost_open(work, word, cue->words), steps[i + 1]);
    }
    int state = steps[points.count][BEHIND].score > steps[points.count][NONE_YET].score ? BEHIND : NONE_YET;
    uint32_t last = NO_WORD;
    float sum = 0;
    int ends = 0;
    for (size_t i = points.count; i > 0; i--) {
        const Step *at = &steps[i][state];
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

void content_by_heads(Work *work, const CueReading *cue, SegmentList *content) {
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

/* "the claim that the rebels had fled | was rejected": the clause of a noun ends with its tree. */
static void end_with_clause(const Work *work, const CueReading *cue, SegmentList *content) {
    const Syntax *s = &work->syntax;
    uint32_t noun = range_governor(work, cue->words), clause = syntax_child(s, noun, "acl");
    if (syntax_upos(s, noun) != UPOS_NOUN || content->count != 1)
        return;
    if (clause == NO_WORD)
        clause = syntax_child(s, noun, "ccomp");
    if (clause == NO_WORD)
        return;
    WordRange range = reading_subtree(work->text, work->reading, clause);
    Segment *segment = &content->items[0];
    if (range.first <= segment->first && segment->first < range.end && range.end <= segment->last)
        segment->last = range.end - 1;
}

/* "considered that he plays a role, | but his moods tired his followers": where the network knows no end, a clause with
 * a subject of its own that is coordinated in the same sentence and holds no cue still belongs to what was said. */
static void go_on_where_doubtful(const Work *work, const CueReading *cue, SegmentList *content) {
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, cue->words);
    Segment *last = content->count ? &content->items[content->count - 1] : NULL;
    if (!last || last->first < cue->words.end || work->quoted[last->last] >= 0)
        return;
    for (size_t i = 0; i < cue->lasts.count; i++)
        if (cue->lasts.items[i].role == ROLE_CONTENT && cue->lasts.items[i].score > DOUBTFUL_END)
            return;
    for (uint32_t clause = s->child[verb]; clause != NO_WORD; clause = s->sibling[clause]) {
        WordRange range = reading_subtree(work->text, work->reading, clause);
        bool beside = syntax_is(s, clause, "conj") && syntax_verbal(s, clause) && range.first > last->last &&
                      range.first <= last->last + 2 && syntax_child(s, clause, "nsubj") != NO_WORD;
        for (size_t i = 0; beside && i < work->cues.count; i++)
            beside = work->cues.items[i].score < DOUBTFUL_END || work->cues.items[i].words.first < range.first ||
                     work->cues.items[i].words.first >= range.end;
        if (beside) {
            last->last = range.end - 1;
            return;
        }
    }
}

void content_find(Work *work, const CueReading *cue, SegmentList *content, View *because) {
    float score;
    content_by_network(work, cue, content, &score);
    end_with_clause(work, cue, content);
    go_on_where_doubtful(work, cue, content);
    content_mend(work, cue, content);
    if (content->count > 0) {
        work_because(work, because, "content: network %.2f", (double)score);
        return;
    }
    content_by_heads(work, cue, content);
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
