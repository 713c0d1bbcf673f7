/* claim/content_mend: segments as found -> segments as the annotated reports have them.
 *
 * A content that reaches into a quotation takes it whole with its marks; one whose cue stands in a quotation stays in
 * it; "that" and separating stops at its ends fall off; the cue and the speaker beside it are taken out of its middle.
 */
#include "claim/content.h"
#include <stdlib.h>

#define OTHER_CUE    0.60f /* a cue that may end another's content */
#define OTHER_WITHIN 0.85f /* the network's "told inside nothing" for it */

static bool is_mark(const Work *work, uint32_t word) {
    View text = text_word(work->text, word);
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "'", "‘", "’", "``", "''"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (view_equal(text, view(marks[i])))
            return true;
    return false;
}

static bool one_of(const Work *work, uint32_t word, const char *list) {
    View rest = view(list), one;
    while (view_split(&rest, ' ', &one))
        if (view_equal(one, text_word(work->text, word)))
            return true;
    return false;
}

static bool falls_off_front(const Work *work, uint32_t word) {
    if (one_of(work, word, ", ; : . - – — … ... ) !"))
        return true;
    return syntax_word(&work->syntax, word, "that") &&
           (syntax_is(&work->syntax, word, "mark") || syntax_upos(&work->syntax, word) == UPOS_SCONJ);
}

static bool falls_off_back(const Work *work, uint32_t word) {
    return one_of(work, word, ", ; : . - – — … ... (") || syntax_upos(&work->syntax, word) == UPOS_CCONJ;
}

/* False when nothing but punctuation is left. */
static bool trim(const Work *work, Segment *segment) {
    for (;;) {
        uint32_t first = segment->first, last = segment->last;
        if (first > last)
            return false;
        int32_t q = work->quoted[last];
        bool opens_last = q >= 0 && work->text->quotations[q].open == last; /* a mark whose quotation is outside */
        q = work->quoted[first];
        bool closes_first = q >= 0 && work->text->quotations[q].close == first && work->text->quotations[q].closed;
        if (falls_off_front(work, first) || closes_first)
            segment->first++;
        else if (last > first && (falls_off_back(work, last) || opens_last))
            segment->last--;
        else
            break;
    }
    for (uint32_t word = segment->first; word <= segment->last; word++)
        if (syntax_upos(&work->syntax, word) != UPOS_PUNCT)
            return true;
    return false;
}

/* Takes quotations that the segment has in part, or lets go of one that it only touches. */
static void complete(const Work *work, const CueReading *cue, Segment *segment) {
    for (size_t i = 0; i < work->text->quotation_count; i++) {
        const Quotation *q = &work->text->quotations[i];
        if (!q->closed || q->open > segment->last || q->close < segment->first)
            continue;
        bool holds_cue = q->open < cue->words.first && cue->words.first < q->close;
        if (holds_cue) {
            if (segment->first <= q->open)
                segment->first = q->open + 1;
            if (segment->last >= q->close)
                segment->last = q->close - 1;
            continue;
        }
        if (segment->first <= q->open && q->close <= segment->last)
            continue;
        uint32_t from = segment->first > q->open + 1 ? segment->first : q->open + 1;
        uint32_t to = segment->last < q->close - 1 ? segment->last : q->close - 1;
        if (to < from) /* nothing but a mark */
            continue;
        uint32_t covered = to - from + 1, all = q->close - q->open - 1;
        bool opens = from <= q->open + 1; /* what begins with the mark is the whole of what was said */
        if (covered * 2 < all && !opens && work_sentence(work, q->open) != work_sentence(work, q->close))
            continue;
        if (q->open < segment->first)
            segment->first = q->open;
        if (q->close > segment->last)
            segment->last = q->close;
    }
}

/* "according to the researcher, Jon Berg,": up to the mark, and over it while the phrase goes on with an apposition. */
static WordRange according_phrase(const Work *work, const CueReading *cue) {
    WordRange range = cue->words;
    uint32_t limit = work->text->sentences[work->text->words[cue->words.first].sentence].words.end;
    if (!syntax_word(&work->syntax, range.first, "according accord"))
        return (WordRange){0, 0};
    while (range.end < limit && (syntax_upos(&work->syntax, range.end) != UPOS_PUNCT || is_mark(work, range.end)))
        range.end++;
    for (size_t i = 0; i < work->mentions->actor_count; i++) {
        const ActorMention *mention = &work->mentions->actors[i];
        bool again = mention->words.first == range.end + 1 && mention->words.end <= limit &&
                     syntax_is(&work->syntax, mention->head, "appos");
        if (again && one_of(work, range.end, ","))
            range.end = mention->words.end;
    }
    return range;
}

/* The words that belong to the cue rather than to the content around it: "..., according to the Civil Defence, ...". */
static WordRange inserted(const Work *work, const CueReading *cue, Segment segment) {
    WordRange range = cue->words;
    for (size_t i = 0; i < cue->heads.count; i++) {
        const Argument *head = &cue->heads.items[i];
        const ActorMention *mention = work_mention(work, head->word);
        WordRange words = mention ? mention->words : (WordRange){head->word, head->word + 1};
        if (head->role != ROLE_SPEAKER || head->score < 0.3f || words.first < segment.first ||
            words.end > segment.last + 1)
            continue;
        if (words.end <= range.first && range.first - words.end <= 2)
            range.first = words.first;
        else if (words.first >= range.end && words.first - range.end <= 2)
            range.end = words.end;
    }
    return range;
}

/* Where the clause of another cue begins in the segment: "he fled | and insists that", "the attacks | ; the US
 * statement spoke of"; NO_WORD: nowhere. */
static uint32_t clause_start(const Work *work, uint32_t verb, Segment segment) {
    uint32_t start = reading_subtree(work->text, work->reading, verb).first;
    if (start > segment.first)
        return start;
    for (uint32_t word = verb; word > segment.first + 1; word--)
        if (syntax_upos(&work->syntax, word - 1) == UPOS_CCONJ || one_of(work, word - 1, ";"))
            return word - 1;
    return NO_WORD;
}

/* The verb of another cue that the network sees told inside nothing, in the same quotation as this one; NO_WORD: none.
 */
static uint32_t verb_beside(const Work *work, const CueReading *cue, const CueReading *other) {
    if (other->within >= 0 || other->score < OTHER_CUE)
        return NO_WORD;
    uint32_t verb = range_governor(work, other->words);
    bool beside = syntax_upos(&work->syntax, verb) == UPOS_VERB && work->quoted[verb] == work->quoted[cue->words.first];
    return beside ? verb : NO_WORD;
}

/* A content ends before the words of another teller's cue that the network does not see told inside it. */
static void cut_before_others(const Work *work, const CueReading *cue, Segment *segment) {
    for (size_t i = 0; i < work->cues.count; i++) {
        const CueReading *other = &work->cues.items[i];
        bool after = other->words.first > segment->first && other->words.end <= segment->last &&
                     other->words.first > cue->words.first && segment->first > cue->words.first;
        uint32_t verb = after && other->within_score >= OTHER_WITHIN ? verb_beside(work, cue, other) : NO_WORD;
        if (verb == NO_WORD)
            continue;
        uint32_t start = clause_start(work, verb, *segment);
        if (start != NO_WORD && start > segment->first + 1)
            segment->last = start - 1;
    }
}

/* "in reference to", "in a clear allusion to", "alluding to", before the last word. */
static bool begins_aside(const Work *work, uint32_t word, uint32_t last) {
    bool phrase = one_of(work, word, "in");
    for (word += phrase; phrase && word + 1 < last; word++)
        if (syntax_upos(&work->syntax, word) != UPOS_DET && syntax_upos(&work->syntax, word) != UPOS_ADJ)
            break;
    return word + 1 < last && one_of(work, word, phrase ? "reference allusion hint" : "referring alluding hinting") &&
           one_of(work, word + 1, "to at");
}

/* "he said the bomb was revenge for the sixteen, in reference to the fighters who were killed": the teller explains
 * what the speaker meant. */
static void cut_before_aside(const Work *work, const CueReading *cue, Segment *segment) {
    int32_t told_in = work->quoted[cue->words.first];
    for (uint32_t word = segment->first + 1; word < segment->last; word++) {
        bool beside_cue = segment->first > cue->words.first || word < cue->words.first;
        if (beside_cue && one_of(work, word, ",") && work->quoted[word] == told_in &&
            begins_aside(work, word + 1, segment->last)) {
            segment->last = word - 1;
            return;
        }
    }
}

/* "described the attack as a crime and urged people to help": what stands behind another cue is not of this one. */
static void drop_behind_others(const Work *work, const CueReading *cue, SegmentList *content) {
    if (content->count < 2 || content->items[0].first < cue->words.first)
        return;
    for (size_t i = 0; i < work->cues.count; i++) {
        const CueReading *other = &work->cues.items[i];
        uint32_t verb = verb_beside(work, cue, other);
        if (verb == NO_WORD)
            continue;
        size_t kept = 1;
        for (size_t k = 1; k < content->count; k++) {
            bool between = content->items[0].last < other->words.first &&
                           other->words.first < content->items[k].first &&
                           work->text->words[content->items[k].first].sentence == work->text->words[verb].sentence;
            if (!between)
                content->items[kept++] = content->items[k];
        }
        content->count = kept;
    }
}

/* "considered that A, and they added that B", "A, and according to an expert, B": A is not of this cue. */
static void drop_before_coordination(const Work *work, const CueReading *cue, SegmentList *content) {
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, cue->words), and = syntax_is(s, verb, "conj") ? syntax_child(s, verb, "cc")
                                                                                       : NO_WORD;
    if (cue->words.first > 0 && syntax_upos(s, cue->words.first - 1) == UPOS_CCONJ)
        and = cue->words.first - 1;
    if (and == NO_WORD || and > cue->words.first || content->count < 2 ||
        content->items[content->count - 1].first < cue->words.end)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < content->count; i++)
        if (content->items[i].last >= and)
            content->items[kept++] = content->items[i];
    content->count = kept;
}

/* "asked the government | to protect", "accused the army | of hiding": the one who is asked or accused belongs to it.
 */
static void take_object(const Work *work, const CueReading *cue, SegmentList *content) {
    const Syntax *s = &work->syntax;
    Segment *segment = content->count ? &content->items[0] : NULL;
    uint32_t verb = range_governor(work, cue->words);
    if (!segment || syntax_upos(s, verb) != UPOS_VERB || syntax_passive(s, verb) || segment->first <= cue->words.end ||
        segment->first > cue->words.end + 12)
        return;
    uint32_t first = segment->first, start = cue->words.end;
    bool joins = syntax_word(s, first, "to of as not") || syntax_word(s, first - 1, "of");
    if (!joins || work->text->words[first].sentence != work->text->words[verb].sentence)
        return;
    if (syntax_word(s, start, "on upon"))
        start++;
    for (uint32_t word = start; word < first; word++) {
        Upos upos = syntax_upos(s, word);
        bool inside = upos == UPOS_DET || upos == UPOS_ADJ || upos == UPOS_NOUN || upos == UPOS_PROPN ||
                      upos == UPOS_PRON || upos == UPOS_NUM || upos == UPOS_PART;
        if (!inside && !syntax_word(s, word, "of"))
            return;
    }
    segment->first = start;
}

/* "asked the chief executive, who is abroad, | to resign", "accused the government in Dera | of hiding": the object's
 * words by the tree; a clause on it stays out. */
static void take_object_by_tree(Work *work, const CueReading *cue, SegmentList *content) {
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, cue->words), object = syntax_child(s, verb, "obj");
    Segment *segment = content->count ? &content->items[0] : NULL;
    if (!segment || object == NO_WORD || object < cue->words.end || object >= segment->first ||
        syntax_upos(s, verb) != UPOS_VERB ||
        !syntax_word(s, verb, "ask accuse urge demand call order beg warn blame suspect advise implore"))
        return;
    uint32_t head = syntax_head(s, segment->first), by = syntax_word(s, segment->first, "to of") ? head : NO_WORD;
    if (by == NO_WORD && segment->first > 0 && syntax_word(s, segment->first - 1, "of"))
        by = segment->first;
    if (by == NO_WORD || !syntax_under(s, by, verb))
        return;
    Segment own = {object, object};
    for (uint32_t word = cue->words.end; word < segment->first; word++) {
        uint32_t top = word;
        while (top != object && syntax_head(s, top) != NO_WORD && syntax_head(s, top) != object)
            top = syntax_head(s, top);
        bool inside = word == object || (syntax_head(s, top) == object && !syntax_is(s, top, "acl") &&
                                         !syntax_is(s, top, "appos") && syntax_upos(s, top) != UPOS_PUNCT);
        if (inside && word < own.first)
            own.first = word;
        if (inside && word > own.last && word == own.last + 1)
            own.last = word;
    }
    if (own.last + 1 == segment->first || (own.last + 2 == segment->first && syntax_word(s, own.last + 1, "of"))) {
        segment->first = own.first;
        return;
    }
    KEEP(work, content, own);
    for (size_t i = content->count; !work->failed && i-- > 1;) {
        Segment later = content->items[i];
        content->items[i] = content->items[i - 1];
        content->items[i - 1] = later;
    }
}

static int by_first(const void *a, const void *b) {
    const Segment *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

static void keep_trimmed(Work *work, SegmentList *list, Segment segment) {
    if (segment.first <= segment.last && trim(work, &segment))
        KEEP(work, list, segment);
}

void content_mend(Work *work, const CueReading *cue, SegmentList *content) {
    SegmentList mended = {0};
    for (size_t i = 0; i < content->count; i++) {
        Segment segment = content->items[i];
        if (!trim(work, &segment))
            continue;
        cut_before_others(work, cue, &segment);
        cut_before_aside(work, cue, &segment);
        complete(work, cue, &segment);
        if (segment.first > 0 && is_mark(work, segment.first - 1) && segment.last + 1 < work->text->word_count &&
            is_mark(work, segment.last + 1) && work->quoted[segment.first - 1] == work->quoted[segment.last + 1] &&
            work->quoted[segment.first - 1] != work->quoted[cue->words.first])
            segment.first--, segment.last++;
        WordRange hole = according_phrase(work, cue);
        bool holds = segment.first <= cue->words.first && cue->words.end <= segment.last + 1;
        if (segment.first >= hole.first && segment.first < hole.end)
            segment.first = hole.end;
        if (holds) {
            hole = hole.end ? hole : inserted(work, cue, segment);
            if (hole.first > 0)
                keep_trimmed(work, &mended, (Segment){segment.first, hole.first - 1});
            keep_trimmed(work, &mended, (Segment){hole.end, segment.last});
        } else {
            keep_trimmed(work, &mended, segment);
        }
    }
    if (mended.count > 1)
        qsort(mended.items, mended.count, sizeof *mended.items, by_first);
    content->count = 0;
    for (size_t i = 0; i < mended.count; i++) {
        Segment *before = content->count ? &content->items[content->count - 1] : NULL;
        if (before && mended.items[i].first <= before->last + 1) {
            if (mended.items[i].last > before->last)
                before->last = mended.items[i].last;
        } else {
            KEEP(work, content, mended.items[i]);
        }
    }
    if (content->count && content->items[0].first == cue->words.end + 1 &&
        syntax_word(&work->syntax, cue->words.end, "whether if")) /* "asked whether the army would obey" */
        content->items[0].first--;
    take_object(work, cue, content);
    take_object_by_tree(work, cue, content);
    drop_before_coordination(work, cue, content);
    drop_behind_others(work, cue, content);
}
