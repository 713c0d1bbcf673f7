/* See viterbi.h. A label has at most three kinds of predecessors, so a word costs labels * labels comparisons of which
 * most are skipped: O and B follow anything, I follows the B and I of its kind. */
#include "model/viterbi.h"

#include <math.h>

static bool may_follow(Meaning before, Meaning after) {
    return after.mark != MARK_I || (before.mark != MARK_O && before.kind == after.kind);
}

static size_t best_of(const double *sums, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++) {
        best = sums[i] > sums[best] ? i : best;
    }
    return best;
}

/* The best label before `after`, or SIZE_MAX when none may stand there. */
static size_t best_before(const TagHead *head, const double *sums, size_t best, size_t after) {
    Meaning meaning = head->meanings[after];
    if (meaning.mark != MARK_I) {
        return best;
    }
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < head->labels.count; i++) {
        if (may_follow(head->meanings[i], meaning) && (found == SIZE_MAX || sums[i] > sums[found])) {
            found = i;
        }
    }
    return found;
}

bool viterbi(Arena *arena, const TagHead *head, const float *logits, size_t step, size_t count, uint16_t *labels) {
    size_t kinds = head->labels.count;
    uint16_t *from = arena_array(arena, count * kinds, sizeof *from); /* [count][kinds] */
    double *sums = arena_array(arena, 2 * kinds, sizeof *sums);
    if (!from || !sums) {
        return false;
    }
    for (size_t word = 0; word < count; word++) {
        double *now = sums + word % 2 * kinds, *before = sums + (word + 1) % 2 * kinds;
        size_t best = word > 0 ? best_of(before, kinds) : 0;
        for (size_t label = 0; label < kinds; label++) {
            double score = logits[word * step + label];
            size_t previous = word > 0 ? best_before(head, before, best, label) : 0;
            bool legal = word > 0 ? previous != SIZE_MAX : head->meanings[label].mark != MARK_I;
            now[label] = !legal ? -INFINITY : word > 0 ? score + before[previous] : score;
            from[word * kinds + label] = legal ? (uint16_t)previous : 0;
        }
    }
    size_t label = count > 0 ? best_of(sums + (count - 1) % 2 * kinds, kinds) : 0;
    for (size_t word = count; word-- > 0;) {
        labels[word] = (uint16_t)label;
        label = from[word * kinds + label];
    }
    return true;
}
