/* The tiny model against what NumPy made of it (make_tiny.py): pieces, vectors, tag scores, families. Float within
 * 1e-4; int8 within what rounding to 8 bits does to random weights. */
#include "model/reader.h"
#include "model/safetensors.h"
#include "tests/model/words.h"
#include "tests/test.h"

#include <math.h>

#define WORDS 26 /* the words of the first two sentences, which fill the reference window */

typedef struct Reference {
    Tensors tensors;
    Arena *arena;
} Reference;

static const float *reference_of(Reference *reference, const char *name, size_t rows, size_t columns) {
    const float *values = NULL;
    Error error = {0};
    CHECK_OK(tensors_floats(&reference->tensors, reference->arena, name, (Shape){{rows, columns}}, &values, &error),
             error);
    return values;
}

static float worst(const float *found, const float *wanted, size_t count) {
    float most = 0;
    for (size_t i = 0; wanted && i < count; i++)
        most = fmaxf(most, fabsf(found[i] - wanted[i]));
    return wanted ? most : INFINITY;
}

static void check_families(Runner *runner, const Rows *h, Reference *reference, float near) {
    static const struct {
        FamilyName family;
        uint32_t predicate;
    } cases[] = {{FAMILY_ARC, 4},   {FAMILY_RELATION, 7},      {FAMILY_EVENT, 12}, {FAMILY_STATEMENT, 2},
                 {FAMILY_COREF, 9}, {FAMILY_EVENT_TARGET, 12}, {FAMILY_WITHIN, 20}};
    static const char *const names[] = {"arc", "relation", "event", "statement", "coref", "event_target", "within"};
    Error error = {0};
    uint32_t words[WORDS];
    for (uint32_t i = 0; i < WORDS; i++)
        words[i] = i;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        size_t roles = runner->model->families[cases[k].family].roles.count;
        float scores[WORDS * 64];
        Pairs pairs;
        CHECK_OK(pairs_make(runner, cases[k].family, h, &cases[k].predicate, 1, words, WORDS, &pairs, &error), error);
        for (size_t w = 0; w < WORDS; w++)
            pairs_score(&pairs, 0, w, scores + w * roles);
        CHECK(worst(scores, reference_of(reference, names[k], WORDS, roles), WORDS * roles) < near);
    }
}

static void check_window(Runner *runner, Reference *reference, float near) {
    const Model *model = runner->model;
    Arena *arena = reference->arena;
    Error error = {0};
    View lines;
    Text text;
    PieceList list = {0};
    Rows h;
    uint32_t starts[WORDS + 1];
    CHECK_OK(file_read(arena, "tests/model/tiny/sentences.txt", 0, &lines, &error), error);
    CHECK(words_text(arena, lines, &text) && text.word_count > WORDS);
    CHECK(list_push(arena, &list, model->vocabulary.start));
    for (uint32_t i = 0; i < WORDS; i++) {
        starts[i] = (uint32_t)list.count;
        CHECK(pieces_append(&model->vocabulary, arena, text_word(&text, i), &list));
    }
    CHECK(list_push(arena, &list, model->vocabulary.end));
    const float *pieces = reference_of(reference, "pieces", list.count, 0);
    for (size_t i = 0; pieces && i < list.count; i++)
        CHECK(pieces[i] == (float)list.items[i]);
    CHECK_OK(encoder_run(runner, list.items, list.count, starts, WORDS, &error), error);
    CHECK(rows_take(model->engine, arena, WORDS, model->width, &h));
    rows_set(model->engine, &h, 0, runner->x, model->width, WORDS);
    CHECK(worst(runner->x, reference_of(reference, "h", WORDS, model->width), WORDS * model->width) < near);
    float *logits = arena_array(arena, WORDS * model->tag_rows, sizeof *logits);
    CHECK_OK(linear_run(runner->lane, &model->tags, &h, 0, WORDS, logits, model->tag_rows, &error), error);
    CHECK(worst(logits, reference_of(reference, "tags", WORDS, model->tag_rows), WORDS * model->tag_rows) < near);
    check_families(runner, &h, reference, near * 2);
}

static void check(Precision precision, float near) {
    Error error = {0};
    Model *model = NULL;
    Runner *runner = NULL;
    Reference reference = {.arena = arena_new(0)};
    Code code = model_open("tests/model/tiny", precision, &model, &error);
    bool possible = precision != PRECISION_INT8 || code != ERROR_USAGE; /* a processor without VNNI refuses int8 */
    if (possible && CHECK_OK(code, error) && CHECK_OK(runner_new(model, &runner, &error), error) &&
        CHECK_OK(tensors_open("tests/model/tiny/reference.safetensors", &reference.tensors, &error), error))
        check_window(runner, &reference, near);
    tensors_close(&reference.tensors);
    file_unmap(reference.tensors.file);
    arena_free(reference.arena);
    runner_free(runner);
    model_close(model);
}

int main(void) {
    test_begin("model/encoder");
    check(PRECISION_FLOAT, 1e-4f);
    check(PRECISION_INT8, 0.25f);
    return test_end();
}
