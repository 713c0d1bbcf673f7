/* Weights files that must be refused, each with a message that says what and what to do: cut at many lengths, changed
 * in one place; and memory that runs out at every point of opening. */
#include "model/runner.h"
#include "tests/test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/isnad-weights-XXXXXX";
static View weights, vocabulary;

static bool write_file(const char *name, View content) {
    char path[100];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    bool fine = file && fwrite(content.data, 1, content.length, file) == content.length;
    return file && fclose(file) == 0 && fine;
}

/* Opens what stands in the folder; it must be refused with ERROR_DATA and these words. */
static void check_refused(const char *words) {
    Model *model = NULL;
    Error error = {0};
    Code code = model_open(folder, PRECISION_FLOAT, &model, &error);
    if (!CHECK(code == ERROR_DATA && strstr(error.message, words) && strstr(error.message, folder)))
        printf("    code %d, %s\n    wanted: %s\n", code, error.message, words);
    if (code == OK)
        model_close(model);
}

/* One place of the weights file changed; both texts are of one length, so that the header's length stays. */
static void check_changed(const char *from, const char *to, const char *words) {
    size_t place = view_find(weights, view(from), 0);
    char *copy = malloc(weights.length);
    if (CHECK(copy && place != SIZE_MAX && strlen(from) == strlen(to))) {
        memcpy(copy, weights.data, weights.length);
        memcpy(copy + place, to, strlen(to));
        CHECK(write_file("weights.safetensors", (View){copy, weights.length}));
        check_refused(words);
    }
    free(copy);
}

static void check_changes(void) {
    check_changed("isnad-model", "other-model", "no weights of isnad");
    check_changed("\"version\":\"1\"", "\"version\":\"2\"", "version 2");
    check_changed("happened", "happaned", "\"happaned\" in status");
    check_changed("B-ACCUSE", "X-ACCUSE", "\"X-ACCUSE\" in trigger");
    check_changed("\\\"3|y\\\"", "\\\"x|y\\\"", "\"x|y\" in lemma");
    check_changed("\\\"source\\\"", "\\\"sauce!\\\"", "\"sauce!\" in event");
    check_changed("\\\"upos\\\"", "\\\"opus\\\"", "no tag head upos");
    check_changed("\\\"name\\\": \\\"coref\\\"", "\\\"name\\\": \\\"corep\\\"", "no family coref");
    check_changed("\\\"kind\\\": \\\"rank\\\"", "\\\"kind\\\": \\\"bank\\\"", "family arc is of another kind");
    check_changed("\\\"layers\\\": 2", "\\\"layers\\\": 3", "no tensor layer.2.qkv.weight");
    check_changed("\\\"layers\\\": 2", "\\\"layers\\\": 0", "no layers between 1 and 64");
    check_changed("\\\"width\\\": 64", "\\\"width\\\": 32", "embeddings.word is not of shape");
    check_changed("\\\"window\\\": 56", "\\\"window\\\": 99", "window is more than positions");
    check_changed("\\\"cased\\\"", "\\\"caged\\\"", "cased");
    check_changed("\"dtype\":\"I8\"", "\"dtype\":\"U8\"", "is not of type I8");
    check_changed("\"dtype\":\"F32\"", "\"dtype\":\"F16\"", "is not of type F32");
    check_changed("\"shape\":[200,64]", "\"shape\":[100,64]", "is not of shape");
    check_changed("\"embeddings.type\"", "\"embeddings.tape\"", "no tensor embeddings.type");
    check_changed("{\"__metadata__\"", "(\"__metadata__\"", "damaged");
}

static void check_cuts(void) {
    for (size_t length = 0; length < weights.length; length += length < 64 ? 1 : 977) {
        CHECK(write_file("weights.safetensors", view_slice(weights, 0, length)));
        check_refused("put the weights of this release there");
    }
    CHECK(write_file("weights.safetensors", view_slice(weights, 0, weights.length - 1)));
    check_refused("cut off in tensor");
    CHECK(write_file("weights.safetensors", VIEW("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF{}")));
    check_refused("no safetensors file");
}

static void check_missing(void) {
    CHECK(write_file("weights.safetensors", weights) && write_file("vocab.txt", view_slice(vocabulary, 0, 400)));
    check_refused("vocab.txt has");
    char path[100];
    snprintf(path, sizeof path, "%s/vocab.txt", folder);
    CHECK(unlink(path) == 0);
    check_refused("vocab.txt cannot be read");
    snprintf(path, sizeof path, "%s/weights.safetensors", folder);
    CHECK(unlink(path) == 0);
    check_refused("weights.safetensors cannot be read");
}

/* The arena's maximum is raised until opening passes; every failure on the way is ERROR_MEMORY. */
static void check_memory(void) {
    Code code = ERROR_MEMORY;
    size_t tries = 0;
    for (size_t maximum = 1; code != OK && tries < 400; maximum += 8192, tries++) {
        Model *model = NULL;
        Error error = {0};
        code = model_open_within("tests/model/tiny", PRECISION_BEST, maximum, &model, &error);
        if (code == OK)
            model_close(model);
        else
            CHECK(code == ERROR_MEMORY);
    }
    CHECK(code == OK && tries > 10);
    Model *model = NULL;
    Error error = {0};
    if (!CHECK_OK(model_open("tests/model/tiny", PRECISION_BEST, &model, &error), error))
        return;
    code = ERROR_MEMORY;
    for (size_t maximum = 1; code != OK && maximum < (size_t)1 << 24; maximum += 4096) {
        Runner *runner = NULL;
        code = runner_new_within(model, maximum, &runner, &error);
        CHECK(code == OK || code == ERROR_MEMORY);
        runner_free(runner);
    }
    CHECK(code == OK);
    model_close(model);
}

int main(void) {
    test_begin("model/weights");
    Arena *arena = arena_new(0);
    Error error = {0};
    if (CHECK(mkdtemp(folder)) &&
        CHECK_OK(file_read(arena, "tests/model/tiny/weights.safetensors", 0, &weights, &error), error) &&
        CHECK_OK(file_read(arena, "tests/model/tiny/vocab.txt", 0, &vocabulary, &error), error) &&
        CHECK(write_file("vocab.txt", vocabulary))) {
        check_changes();
        check_cuts();
        check_missing();
        CHECK(rmdir(folder) == 0);
    }
    check_memory();
    arena_free(arena);
    return test_end();
}
