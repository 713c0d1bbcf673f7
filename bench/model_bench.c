/* How fast the model reads, and where the time goes.
 *
 *     model_bench FOLDER float|int8 RUNS REPORT.txt...
 *
 * In: a folder with weights (the project's, or random ones from tests/model/make_tiny.py) and reports, which are read
 * RUNS times. Out: seconds to open, words a second, and the time of each step of a window of the largest size, each run
 * alone. All times are the processor's for this thread, so that a busy machine does not count.
 */
#include "model/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
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
    } products[] = {{"product qkv, one head", &layer->qkv[0], &runner->rows, runner->qkv, 0},
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
        encoder_attend(runner, head, count, count);
    }
    line("attention", (now() - start) * (double)layers, whole);
}

static double encode_time(Runner *runner, size_t count) {
    Error error;
    uint32_t *pieces = calloc(count, sizeof *pieces), *firsts = calloc(count, sizeof *firsts);
    double best = 1e9;
    for (int run = 0; pieces && firsts && run < 5; run++) {
        for (size_t i = 0; i < count; i++) {
            firsts[i] = (uint32_t)i;
            pieces[i] = (uint32_t)(i * 37 % runner->model->pieces);
        }
        double start = now();
        (void)encoder_run(runner, pieces, count, firsts, count, &error);
        best = now() - start < best ? now() - start : best;
    }
    free(pieces);
    free(firsts);
    return best;
}

static bool make_text(Arena *arena, const TextTables *tables, const char *path, Text *text, Error *error) {
    View bytes;
    Report report;
    return file_read(arena, path, LIMIT_REPORT_BYTES, &bytes, error) == OK &&
           report_from_bytes(arena, view(path), bytes, &report, error) == OK &&
           text_make(arena, tables, &report, text, error) == OK;
}

/* Pieces that the encoder sees for a text, context counted in every window that has it. */
static size_t count_pieces(const Model *model, Arena *arena, const Text *text) {
    PieceList list = {0};
    Windows windows;
    size_t count = 0;
    uint32_t *starts = arena_array(arena, text->word_count + 1, sizeof *starts);
    for (uint32_t i = 0; starts && i < text->word_count; i++) {
        if (!pieces_append(&model->vocabulary, arena, text_word(text, i), &list)) {
            return 0;
        }
        starts[i + 1] = (uint32_t)list.count;
    }
    if (!starts || !windows_make(arena, text, starts, model->window, &windows)) {
        return 0;
    }
    for (size_t i = 0; i < windows.list.count; i++) {
        WordRange words = windows.list.items[i].words;
        count += starts[words.end] - starts[words.first] + 2;
    }
    return count;
}

/* Reads all reports once; false with the error. */
static bool read_reports(Runner *runner, Arena *arena, const TextTables *tables, char **paths, Error *error) {
    size_t words = 0, pieces = 0, triggers = 0, cues = 0, mentions = 0;
    double seconds = 0;
    for (; *paths; paths++) {
        Text text;
        Reading reading;
        arena_reset(arena);
        if (!make_text(arena, tables, *paths, &text, error)) {
            return false;
        }
        double start = now();
        if (model_read(runner, arena, &text, &reading, error) != OK) {
            return false;
        }
        seconds += now() - start;
        words += text.word_count;
        pieces += count_pieces(runner->model, arena, &text);
        triggers += reading.trigger_count;
        cues += reading.cue_count;
        mentions += reading.coreference_count;
    }
    printf("read: %zu words (%zu pieces with context) in %.3f s, %.0f words a second; %zu triggers, %zu cues, %zu "
           "mentions\n",
           words, pieces, seconds, (double)words / seconds, triggers, cues, mentions);
    return true;
}

static bool run(const Model *model, int runs, char **paths, Error *error) {
    Runner *runner = NULL;
    Arena *arena = arena_new(0), *kept = arena_new(0);
    TextTables *tables;
    bool fine = arena && kept && runner_new(model, &runner, error) == OK &&
                text_tables_open(kept, "data", &tables, error) == OK;
    if (fine) {
        int threads = single_thread_begin();
        double whole = encode_time(runner, model->window);
        printf("%s, window of %zu pieces: %.2f ms, %.0f pieces a second\n", model_path(model), model->window,
               whole * 1e3, (double)model->window / whole);
        parts(runner, whole);
        single_thread_end(threads);
    }
    for (int i = 0; fine && i < runs; i++) {
        fine = read_reports(runner, arena, tables, paths, error);
    }
    runner_free(runner);
    arena_free(arena);
    arena_free(kept);
    return fine;
}

int main(int count, char **arguments) {
    if (count < 5) {
        printf("model_bench FOLDER float|int8 RUNS REPORT.txt...\n");
        return 2;
    }
    Precision precision = strcmp(arguments[2], "float") == 0 ? PRECISION_FLOAT : PRECISION_INT8;
    Model *model;
    Error error = {0};
    double start = now();
    if (model_open(arguments[1], precision, &model, &error) != OK) {
        printf("%s\n", error.message);
        return 1;
    }
    printf("opened in %.3f s\n", now() - start);
    bool fine = run(model, atoi(arguments[3]), arguments + 4, &error);
    if (!fine) {
        printf("%s\n", error.message);
    }
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
    return fine ? 0 : 1;
}
