/* The shipped weights against PyTorch (train/dump.py): the float path gives the same probabilities, the int8 path the
 * same label (part of speech, Penn tag, actor) on 99.5 % of them. */
#include "model/model.h"
#include "tests/test.h"
#include <dirent.h>
#include <math.h>
#include <stdlib.h>

#define FOLDER "tests/model/reference"

typedef struct Tally {
    size_t labels, same;
    double furthest; /* largest difference of a probability */
} Tally;

static const char *actor_label(const WordReading *word) {
    return word->actor == ACTOR_NONE ? "O" : actor_kind_name((ActorKind)word->actor);
}

/* One line of the reference: word, upos, xpos, actor label, its probability. */
static void compare_word(View line, const WordReading *word, View form, Tally *tally) {
    View part[5] = {{0}};
    for (int i = 0; i < 5; i++)
        view_split(&line, '\t', &part[i]);
    CHECK(view_equal(part[0], form));
    double score = 0;
    CHECK(view_to_double(part[4], &score));
    bool same_actor = view_equal(part[3], view(actor_label(word)));
    tally->labels += 3;
    tally->same += view_equal(part[1], view(upos_name((Upos)word->upos)));
    tally->same += view_equal(part[2], word->xpos);
    tally->same += same_actor;
    if (same_actor && fabs(score - (double)word->actor_score) > tally->furthest)
        tally->furthest = fabs(score - (double)word->actor_score);
}

static void compare_text(Arena *arena, const TextTables *tables, Runner *runner, const char *stem, Tally *tally) {
    char path[512];
    View bytes, lines, line;
    Report report = {0};
    Text text = {0};
    Reading reading = {0};
    snprintf(path, sizeof path, FOLDER "/%s.txt", stem);
    CHECK(file_read(arena, path, LIMIT_REPORT_BYTES, &bytes, NULL) == OK);
    snprintf(path, sizeof path, FOLDER "/%s.tsv", stem);
    CHECK(file_read(arena, path, LIMIT_REPORT_BYTES, &lines, NULL) == OK);
    CHECK(report_from_bytes(arena, VIEW("reference"), bytes, &report, NULL) == OK);
    CHECK(text_make(arena, tables, &report, &text, NULL) == OK);
    CHECK(model_read(runner, arena, &text, &reading, NULL) == OK);
    uint32_t word = 0;
    while (word < text.word_count && view_split(&lines, '\n', &line)) {
        compare_word(line, &reading.words[word], text_word(&text, word), tally);
        word++;
    }
    CHECK(word == text.word_count);
}

static bool read_all(Precision precision, Tally *tally) {
    Error error = {0};
    Model *model = NULL;
    Runner *runner = NULL;
    TextTables *tables = NULL;
    Arena *arena = arena_new(0), *kept = arena_new(0);
    Code code = model_open("model", precision, &model, &error);
    if (code == ERROR_USAGE) { /* a processor without int8 products */
        arena_free(arena);
        arena_free(kept);
        return false;
    }
    if (!CHECK(code == OK) || !CHECK(runner_new(model, &runner, &error) == OK) ||
        !CHECK(text_tables_open(kept, "data", &tables, &error) == OK))
        printf("%s\n", error.message);
    DIR *folder = runner && tables ? opendir(FOLDER) : NULL;
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char *dot = strrchr(entry->d_name, '.');
        if (!dot || strcmp(dot, ".tsv") != 0)
            continue;
        *dot = '\0';
        compare_text(arena, tables, runner, entry->d_name, tally);
        arena_reset(arena);
    }
    if (folder)
        closedir(folder);
    runner_free(runner);
    model_close(model);
    arena_free(arena);
    arena_free(kept);
    return true;
}

int main(void) {
    Tally whole = {0}, rounded = {0};
    test_begin("reference");
    if (CHECK(read_all(PRECISION_FLOAT, &whole))) {
        printf("float: %zu of %zu labels alike, probabilities within %.6f\n", whole.same, whole.labels, whole.furthest);
        CHECK(whole.labels > 1500 && whole.same == whole.labels);
        CHECK(whole.furthest < 1e-4);
    }
    if (read_all(PRECISION_INT8, &rounded)) {
        printf("int8: %zu of %zu labels alike\n", rounded.same, rounded.labels);
        CHECK((double)rounded.same >= 0.995 * (double)rounded.labels);
    }
    return test_end();
}
