/* syntax: heads and relations of a window's own words. In: h. Out: one tree a sentence. A sentence that was cut into
 * stretches is one tree, too: the root of a later stretch hangs on the root of the first, as parataxis. */
#include "model/reader.h"
#include "model/tree.h"

/* label of the relation family, or SIZE_MAX */
static size_t relation_named(const Family *family, View name) {
    for (size_t i = 0; i < family->roles.count; i++) {
        if (view_equal(family->roles.names[i], name)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static Code read_tree(ModelReader *reader, const Pairs *arcs, const Stretch *stretch, Error *error) {
    Arena *scratch = reader->runner->scratch;
    size_t count = stretch->words.end - stretch->words.first, row = stretch->words.first - reader->own.first;
    float *scores = arena_array(scratch, count * (count + 1), sizeof *scores);
    uint32_t *heads = arena_array(scratch, count, sizeof *heads);
    if (!scores || !heads) {
        return error_memory(error);
    }
    for (size_t d = 0; d < count; d++) {
        for (size_t h = 0; h < count; h++) {
            if (h != d) { /* the root's score stays 0 */
                pairs_score(arcs, row + d, row + h, &scores[d * (count + 1) + h]);
            }
        }
    }
    if (!tree_best(scratch, scores, count, heads)) {
        return error_memory(error);
    }
    for (size_t d = 0; d < count; d++) {
        reader->reading->words[stretch->words.first + d].head = stretch->words.first + heads[d];
    }
    return OK;
}

/* Labels of a block of own words with their heads; only a root is `root`. */
static Code read_relations(ModelReader *reader, WordRange words, Error *error) {
    Runner *runner = reader->runner;
    const Family *family = &runner->model->families[FAMILY_RELATION];
    size_t count = words.end - words.first, root = relation_named(family, VIEW("root"));
    uint32_t *lists = arena_array(runner->scratch, 2 * count, sizeof *lists);
    float *scores = arena_array(runner->scratch, family->roles.count, sizeof *scores);
    if (!lists || !scores) {
        return error_memory(error);
    }
    uint32_t *dependents = lists, *heads = lists + count, first = reader->window->words.first;
    for (size_t i = 0; i < count; i++) {
        dependents[i] = words.first + (uint32_t)i - first;
        heads[i] = reader->reading->words[words.first + i].head - first;
    }
    Pairs pairs;
    Code code = pairs_make(runner, FAMILY_RELATION, &reader->h, dependents, count, heads, count, &pairs, error);
    for (size_t i = 0; code == OK && i < count; i++) {
        size_t best = SIZE_MAX;
        pairs_score(&pairs, i, i, scores);
        for (size_t r = 0; r < family->roles.count; r++) {
            if ((r != root || heads[i] == dependents[i]) && (best == SIZE_MAX || scores[r] > scores[best])) {
                best = r;
            }
        }
        bool is_root = heads[i] == dependents[i] && root != SIZE_MAX;
        reader->reading->words[words.first + i].relation = (uint16_t)(is_root ? root : best == SIZE_MAX ? 0 : best);
    }
    return code;
}

static uint32_t root_of(const Reading *reading, WordRange words) {
    uint32_t word = words.first;
    while (word < words.end && reading->words[word].head != word) {
        word++;
    }
    return word;
}

static void hang_on_first(ModelReader *reader, const Stretch *stretch) {
    const Family *family = &reader->runner->model->families[FAMILY_RELATION];
    size_t parataxis = relation_named(family, VIEW("parataxis"));
    WordRange sentence = reader->text->sentences[stretch->sentence].words;
    WordReading *words = reader->reading->words;
    uint32_t own = root_of(reader->reading, stretch->words), first = root_of(reader->reading, sentence);
    words[own].head = first;
    words[own].relation = parataxis != SIZE_MAX ? (uint16_t)parataxis : words[own].relation;
}

Code syntax_read(ModelReader *reader, Error *error) {
    Runner *runner = reader->runner;
    uint32_t count = reader->own.end - reader->own.first, first = reader->own.first - reader->window->words.first;
    uint32_t *words = arena_array(runner->scratch, count, sizeof *words);
    if (!words) {
        return error_memory(error);
    }
    for (uint32_t i = 0; i < count; i++) {
        words[i] = first + i;
    }
    Pairs arcs;
    Code code = pairs_make(runner, FAMILY_ARC, &reader->h, words, count, words, count, &arcs, error);
    for (size_t s = reader->window->own; code == OK && s < reader->window->end; s++) {
        code = read_tree(reader, &arcs, &reader->windows.stretches.items[s], error);
    }
    for (uint32_t done = 0; code == OK && done < count; done += LANE_ROWS) {
        uint32_t end = done + LANE_ROWS < count ? done + LANE_ROWS : count;
        code = read_relations(reader, (WordRange){reader->own.first + done, reader->own.first + end}, error);
    }
    for (size_t s = reader->window->own; code == OK && s < reader->window->end; s++) {
        const Stretch *stretch = &reader->windows.stretches.items[s];
        if (!stretch->begins) {
            hang_on_first(reader, stretch);
        }
    }
    return code;
}
