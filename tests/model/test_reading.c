/* Whole readings with the tiny model. Its weights are random, so what is checked is what must hold for any weights:
 * trees, ranges, probabilities, order; that texts of every length are read; that threads do not disturb each other;
 * that memory may run out. */
#include "model/reader.h"
#include "tests/model/words.h"
#include "tests/test.h"

#include <pthread.h>
#include <stdlib.h>

static const char *const stock[] = {"the",     "minister",  "said", ",",      "army", "left",   "\"",
                                    "Baghdad", "reporters", "on",   "Monday", "12",   "police", "told",
                                    "that",    "denied",    "it",   "agency", "road", "."};

/* `count` words in sentences of `length`; the same every time. */
static bool make_text(Arena *arena, size_t count, size_t length, Text *text) {
    Buffer buffer;
    buffer_init(&buffer, 1 << 22);
    uint32_t seed = 11;
    for (size_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        buffer_append(&buffer, view(stock[(seed >> 16) % (sizeof stock / sizeof *stock)]));
        buffer_byte(&buffer, (i + 1) % length == 0 ? '\n' : ' ');
    }
    View lines = arena_copy(arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return lines.data && words_text(arena, lines, text) && text->word_count == count;
}

static bool is_share(float share) {
    return share >= 0 && share <= 1.0001f;
}

static void check_words(const Text *text, const Reading *reading) {
    bool fine = true;
    for (size_t s = 0; s < text->sentence_count; s++) {
        WordRange words = text->sentences[s].words;
        size_t roots = 0;
        for (uint32_t i = words.first; i < words.end; i++) {
            const WordReading *word = &reading->words[i];
            uint32_t at = i, steps = 0;
            while (reading->words[at].head != at && steps++ < words.end - words.first)
                at = reading->words[at].head;
            roots += word->head == i;
            fine = fine && word->head >= words.first && word->head < words.end && reading->words[at].head == at;
            fine = fine && reading_relation_is(reading, i, "root") == (word->head == i);
            fine = fine && word->lemma.length > 0 && word->xpos.length > 0 && word->upos < UPOS_COUNT &&
                   is_share(word->actor_score);
        }
        fine = fine && roots == 1;
    }
    CHECK(fine);
}

/* weak_role: the role that is given from 0.05 on; ROLE_NONE when there is none. */
static bool list_is_fine(const Text *text, const ArgumentList *list, uint8_t weak_role) {
    for (size_t i = 0; i < list->count; i++) {
        const Argument *one = &list->items[i];
        float least = weak_role && one->role == weak_role ? 0.05f : 0.15f;
        if (one->role == 0 || one->word >= text->word_count || !(one->score > least && one->score <= 1.0001f) ||
            (i > 0 && one->word < list->items[i - 1].word))
            return false;
    }
    return true;
}

static bool range_is_fine(const Text *text, WordRange words, uint32_t *end) {
    bool fine = words.first >= *end && words.first < words.end && words.end <= text->word_count &&
                text->words[words.first].sentence == text->words[words.end - 1].sentence;
    *end = words.end;
    return fine;
}

static bool shares_are_fine(const Text *text, const WordShareList *list) {
    float sum = 0;
    for (size_t i = 0; i < list->count; i++) {
        const WordShare *one = &list->items[i];
        sum += one->share;
        if (one->word >= text->word_count || !(one->share > 0.03f) || (i > 0 && one->word <= list->items[i - 1].word))
            return false;
    }
    return sum < 1.001f;
}

static void check_frames(const Text *text, const Reading *reading) {
    uint32_t end = 0;
    bool fine = true;
    for (size_t i = 0; i < reading->trigger_count; i++) {
        const TriggerReading *one = &reading->triggers[i];
        float sum = 0;
        for (size_t k = 0; k < STATUS_COUNT; k++)
            sum += one->status[k];
        fine = fine && range_is_fine(text, one->words, &end) && one->type < EVENT_TYPE_COUNT && is_share(one->score) &&
               sum > 0.999f && sum < 1.001f && shares_are_fine(text, &one->tellings) &&
               list_is_fine(text, &one->arguments, ROLE_PLACE) && list_is_fine(text, &one->roles, ROLE_NONE) &&
               shares_are_fine(text, &one->sources) && shares_are_fine(text, &one->targets) &&
               shares_are_fine(text, &one->places);
    }
    CHECK(fine);
    end = 0;
    for (size_t i = 0; i < reading->cue_count; i++) {
        const CueReading *one = &reading->cues[i];
        fine = fine && range_is_fine(text, one->words, &end) && is_share(one->named) && one->within != (int32_t)i &&
               one->within < (int32_t)reading->cue_count && is_share(one->within_score) &&
               list_is_fine(text, &one->heads, ROLE_NONE) && list_is_fine(text, &one->firsts, ROLE_NONE) &&
               list_is_fine(text, &one->lasts, ROLE_NONE);
    }
    CHECK(fine);
    end = 0;
    for (size_t i = 0; i < reading->name_count; i++)
        fine = fine && range_is_fine(text, reading->names[i].words, &end) && is_share(reading->names[i].score);
    end = 0;
    for (size_t i = 0; i < reading->time_count; i++)
        fine = fine && range_is_fine(text, reading->times[i].words, &end) && is_share(reading->times[i].score);
    size_t mentions = 0;
    for (size_t i = 0; i < text->word_count; i++)
        mentions += reading->words[i].best_kind != ACTOR_NONE;
    fine = fine && reading->coreference_count == mentions;
    for (size_t i = 0; i < reading->coreference_count; i++) {
        const Coreference *one = &reading->coreferences[i];
        fine = fine && reading->words[one->mention].best_kind != ACTOR_NONE && is_share(one->score) &&
               (one->antecedent == NO_WORD || one->antecedent < one->mention) &&
               shares_are_fine(text, &one->antecedents);
    }
    CHECK(fine);
}

static void check_text(Runner *runner, size_t count, size_t length) {
    Arena *arena = arena_new(0);
    Text text;
    Reading reading;
    Error error = {0};
    if (CHECK(make_text(arena, count, length, &text)) &&
        CHECK_OK(model_read(runner, arena, &text, &reading, &error), error)) {
        check_words(&text, &reading);
        check_frames(&text, &reading);
    }
    arena_free(arena);
}

static void check_subtree(Runner *runner) {
    Arena *arena = arena_new(0);
    Text text;
    Reading reading;
    Error error = {0};
    CHECK(words_text(arena, VIEW("a b c d e\n"), &text));
    CHECK_OK(model_read(runner, arena, &text, &reading, &error), error);
    static const uint32_t heads[] = {1, 3, 1, 3, 3}; /* a and c on b, b and e on d */
    for (size_t i = 0; i < 5; i++)
        reading.words[i].head = heads[i];
    WordRange range = reading_subtree(&text, &reading, 1);
    CHECK(range.first == 0 && range.end == 3);
    range = reading_subtree(&text, &reading, 4);
    CHECK(range.first == 4 && range.end == 5);
    range = reading_subtree(&text, &reading, 3);
    CHECK(range.first == 0 && range.end == 5);
    for (uint16_t i = 0; i < reading.relation_count; i++) {
        reading.words[0].relation = i;
        bool passive = view_equal(reading.relations[i], VIEW("nsubj:pass"));
        CHECK(reading_relation_is(&reading, 0, "nsubj") ==
              (passive || view_equal(reading.relations[i], VIEW("nsubj"))));
        CHECK(reading_relation_is(&reading, 0, "nsubj:pass") == passive);
    }
    arena_free(arena);
}

static void check_lemmas(Arena *arena) {
    LemmaRule keep = {.keep = true}, none = {0}, y = {.cut = 3, .add = VIEW("y")}, all = {.cut = 9}, cut = {.cut = 1};
    CHECK_TEXT(lemma_apply(arena, &keep, VIEW("Parties")), "Parties");
    CHECK_TEXT(lemma_apply(arena, &none, VIEW("Parties")), "parties");
    CHECK_TEXT(lemma_apply(arena, &y, VIEW("Parties")), "party");
    CHECK_TEXT(lemma_apply(arena, &all, VIEW("Was")), "was"); /* more than there is: only lower-cased */
    CHECK_TEXT(lemma_apply(arena, &cut, VIEW("É")), "é");     /* nothing would be left */
    CHECK_TEXT(lemma_apply(arena, &cut, VIEW("Étés")), "été");
}

typedef struct Job {
    const Model *model;
    size_t count;
    uint64_t sum;
    bool fine;
} Job;

/* Reads one text three times; sum is of everything that was decided. */
static void *read_job(void *given) {
    Job *job = given;
    Runner *runner = NULL;
    Arena *arena = arena_new(0);
    Error error = {0};
    job->fine = arena && runner_new(job->model, &runner, &error) == OK;
    for (int round = 0; job->fine && round < 3; round++) {
        Text text;
        Reading reading;
        arena_reset(arena);
        job->sum = 0;
        job->fine = make_text(arena, job->count, 13, &text) && model_read(runner, arena, &text, &reading, &error) == OK;
        for (size_t i = 0; job->fine && i < text.word_count; i++)
            job->sum = job->sum * 31 + reading.words[i].head * 7 + reading.words[i].upos + reading.words[i].relation;
        for (size_t i = 0; job->fine && i < reading.trigger_count; i++)
            job->sum = job->sum * 31 + (uint64_t)reading.triggers[i].type + reading.triggers[i].arguments.count;
    }
    runner_free(runner);
    arena_free(arena);
    return NULL;
}

static void check_threads(const Model *model) {
    Job jobs[4] = {{model, 300, 0, false}, {model, 300, 0, false}, {model, 300, 0, false}, {model, 300, 0, false}};
    pthread_t threads[3];
    for (size_t i = 0; i < 3; i++)
        CHECK(pthread_create(&threads[i], NULL, read_job, &jobs[i]) == 0);
    read_job(&jobs[3]);
    for (size_t i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < 4; i++)
        CHECK(jobs[i].fine && jobs[i].sum == jobs[3].sum);
}

/* The reading's arena, then the runner's, is given more until reading passes. */
static void check_memory(const Model *model) {
    Arena *given = arena_new(0);
    Text text;
    Reading reading;
    Error error = {0};
    CHECK(make_text(given, 60, 12, &text));
    Runner *runner = NULL;
    CHECK_OK(runner_new(model, &runner, &error), error);
    Code code = ERROR_MEMORY;
    for (size_t maximum = 1; code != OK && maximum < (size_t)1 << 24; maximum += 997) {
        Arena *arena = arena_new(maximum);
        code = model_read(runner, arena, &text, &reading, &error);
        CHECK(code == OK || code == ERROR_MEMORY);
        arena_free(arena);
    }
    CHECK(code == OK);
    arena_free(runner->scratch);
    code = ERROR_MEMORY;
    for (size_t maximum = 1; code != OK && maximum < (size_t)1 << 24; maximum += 997) {
        runner->scratch = arena_new(maximum);
        code = model_read(runner, given, &text, &reading, &error);
        CHECK(code == OK || code == ERROR_MEMORY);
        arena_free(runner->scratch);
    }
    CHECK(code == OK);
    runner->scratch = arena_new(0);
    runner_free(runner);
    arena_free(given);
}

static void check(Precision precision) {
    Error error = {0};
    Model *model = NULL;
    Runner *runner = NULL;
    Code code = model_open("tests/model/tiny", precision, &model, &error);
    if (precision == PRECISION_INT8 && code == ERROR_USAGE)
        return; /* a processor without VNNI refuses int8 */
    if (!CHECK_OK(code, error) || !CHECK_OK(runner_new(model, &runner, &error), error))
        return;
    static const size_t cases[][2] = {{0, 5}, {1, 1}, {2, 2}, {40, 8}, {300, 13}, {300, 300}, {200, 1}, {120, 50}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(runner, cases[i][0], cases[i][1]);
    check_subtree(runner);
    runner_free(runner);
    check_threads(model);
    check_memory(model);
    model_close(model);
}

int main(void) {
    test_begin("model/reading");
    Arena *arena = arena_new(0);
    check_lemmas(arena);
    arena_free(arena);
    check(PRECISION_FLOAT);
    check(PRECISION_INT8);
    return test_end();
}
