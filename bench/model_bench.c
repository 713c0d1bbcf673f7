/* How fast the model reads, and where the time goes.
 *
 *     model_bench FOLDER [float|int8] [WORDS [RUNS]]
 *
 * In: a folder with weights (the project's, or random ones from tests/model/make_tiny.py). Out: seconds to open, words
 * and pieces a second over a text made of words of the vocabulary, and the time of each step of a window of the largest
 * size.
 */
#include "model/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Sentences of 22 words, most of one piece, every fifth spelled out (some 1.4 pieces a word). */
static bool make_text(Arena *arena, size_t words, Text *text) {
    static const char *const stock[] = {"the", "army", "said", "that",   "Khazrajix", "left",
                                        "on",  "town", "and",  "police", "told"};
    size_t sentences = words / 22 + 1;
    words = sentences * 22;
    Buffer buffer;
    buffer_init(&buffer, words * 12);
    *text = (Text){.word_count = words, .sentence_count = sentences};
    text->words = arena_array(arena, words, sizeof *text->words);
    text->sentences = arena_array(arena, sentences, sizeof *text->sentences);
    for (size_t i = 0; text->words && text->sentences && i < words; i++) {
        View word = i % 22 == 21 ? VIEW(".") : view(stock[i * 7 % (sizeof stock / sizeof *stock)]);
        uint32_t start = (uint32_t)buffer.length;
        buffer_append(&buffer, word);
        text->words[i] = (Word){{start, (uint32_t)buffer.length}, (uint32_t)(i / 22), true};
        buffer_byte(&buffer, ' ');
    }
    for (size_t s = 0; text->sentences && s < sentences; s++) {
        text->sentences[s].words = (WordRange){(uint32_t)(s * 22), (uint32_t)(s * 22 + 22)};
    }
    text->text = arena_copy(arena, buffer_view(&buffer));
    bool fine = !buffer.failed && text->text.data && text->words && text->sentences;
    buffer_free(&buffer);
    return fine;
}

static void line(const char *what, double seconds, double whole) {
    printf("  %-28s %8.2f ms  %5.1f %%\n", what, seconds * 1e3, seconds / whole * 100);
}

/* One layer's parts on a full window, each run alone. */
static void parts(Runner *runner, double whole) {
    const Model *model = runner->model;
    const Layer *layer = &model->layers[0];
    size_t count = model->window, width = model->width, ffn = model->ffn, layers = model->layer_count;
    Error error;
    struct {
        const char *name;
        const Linear *linear;
        const Rows *rows;
        float *out;
        double seconds;
    } products[] = {{"product qkv", &layer->qkv, &runner->rows, runner->qkv, 0},
                    {"product attention_out", &layer->attention_out, &runner->rows, runner->mixed, 0},
                    {"product ffn_in", &layer->ffn_in, &runner->rows, runner->inner, 0},
                    {"product ffn_out", &layer->ffn_out, &runner->inner_rows, runner->mixed, 0}};
    for (size_t i = 0; i < sizeof products / sizeof *products; i++) {
        for (int run = 0; run < 6; run++) {
            double start = now();
            for (size_t first = 0; first < count; first += LANE_ROWS) {
                (void)linear_run(runner->lane, products[i].linear, products[i].rows, 0, LANE_ROWS, products[i].out,
                                 products[i].linear->outputs, &error);
            }
            products[i].seconds = run == 0 || now() - start < products[i].seconds ? now() - start : products[i].seconds;
        }
        line(products[i].name, products[i].seconds * (double)layers, whole);
    }
    double start = now();
    for (size_t first = 0; first < count; first += LANE_ROWS) {
        model->kernels->gelu(runner->inner, LANE_ROWS * ffn);
    }
    line("gelu", (now() - start) * (double)layers, whole);
    start = now();
    for (size_t first = 0; first < count; first += LANE_ROWS) {
        rows_set(model->engine, &runner->inner_rows, 0, runner->inner, ffn, LANE_ROWS);
    }
    rows_set(model->engine, &runner->rows, 0, runner->x, width, count);
    rows_set(model->engine, &runner->rows, 0, runner->x, width, count);
    rows_set(model->engine, &runner->rows, 0, runner->x, width, count);
    line("rounding", (now() - start) * (double)layers, whole);
    start = now();
    for (size_t i = 0; i < 2 * count; i++) {
        model->kernels->add(runner->x + i / 2 * width, runner->mixed + i / 2 * width, width);
        model->kernels->norm(runner->x + i / 2 * width, model->norm.weight, model->norm.bias, 1e-12f, width);
    }
    line("add and norm", (now() - start) * (double)layers, whole);
    start = now();
    for (size_t head = 0; head < model->heads; head++) {
        encoder_attend(runner, head, count);
    }
    line("attention", (now() - start) * (double)layers, whole);
}

static double encode_time(Runner *runner, size_t count) {
    Error error;
    uint32_t *pieces = calloc(count, sizeof *pieces);
    double best = 1e9;
    for (int run = 0; pieces && run < 5; run++) {
        for (size_t i = 0; i < count; i++) {
            pieces[i] = (uint32_t)(i * 37 % runner->model->pieces);
        }
        double start = now();
        (void)encoder_run(runner, pieces, count, &error);
        best = now() - start < best ? now() - start : best;
    }
    free(pieces);
    return best;
}

static int run(const Model *model, size_t words, int runs) {
    Error error = {0};
    Runner *runner = NULL;
    Arena *arena = arena_new(0), *scratch = arena_new(0);
    Text text;
    Reading reading;
    if (!arena || !scratch || !make_text(scratch, words, &text) || runner_new(model, &runner, &error) != OK) {
        printf("%s\n", error.message);
        return 1;
    }
    int threads = single_thread_begin();
    double whole = encode_time(runner, model->window);
    printf("%s, window of %zu pieces: %.2f ms, %.0f pieces a second\n", model_path(model), model->window, whole * 1e3,
           (double)model->window / whole);
    parts(runner, whole);
    single_thread_end(threads);
    for (int i = 0; i < runs; i++) {
        arena_reset(arena);
        double start = now();
        Code code = model_read(runner, arena, &text, &reading, &error);
        double seconds = now() - start;
        if (code != OK) {
            printf("%s\n", error.message);
            return 1;
        }
        printf("read: %zu words in %.3f s, %.0f words a second; %zu triggers, %zu cues, %zu mentions\n",
               text.word_count, seconds, (double)text.word_count / seconds, reading.trigger_count, reading.cue_count,
               reading.coreference_count);
    }
    runner_free(runner);
    arena_free(arena);
    arena_free(scratch);
    return 0;
}

int main(int count, char **arguments) {
    if (count < 2) {
        printf("model_bench FOLDER [float|int8] [WORDS [RUNS]]\n");
        return 2;
    }
    Precision precision = count < 3                            ? PRECISION_BEST
                          : strcmp(arguments[2], "float") == 0 ? PRECISION_FLOAT
                                                               : PRECISION_INT8;
    Model *model;
    Error error = {0};
    double start = now();
    if (model_open(arguments[1], precision, &model, &error) != OK) {
        printf("%s\n", error.message);
        return 1;
    }
    printf("opened in %.3f s\n", now() - start);
    int result = run(model, count > 3 ? (size_t)atol(arguments[3]) : 500, count > 4 ? atoi(arguments[4]) : 3);
    model_close(model);
    FILE *status = fopen("/proc/self/status", "r");
    char text[200];
    while (status && fgets(text, sizeof text, status)) {
        if (strncmp(text, "VmHWM", 5) == 0) {
            printf("%s", text);
        }
    }
    if (status) {
        fclose(status);
    }
    return result;
}
