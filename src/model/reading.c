/* reading: Text -> Reading. The order of the model's work: pieces, windows, and for each window encoder, tags, syntax,
 * frames. Also the questions that later rooms ask of a Reading. */
#include "model/reader.h"

#include <string.h>

/* starts[word] .. of all words; list holds the pieces. */
static bool split_words(ModelReader *reader, PieceList *list, uint32_t **starts) {
    const Text *text = reader->text;
    *starts = arena_array(reader->arena, text->word_count + 1, sizeof **starts);
    for (size_t i = 0; *starts && i < text->word_count; i++) {
        (*starts)[i] = (uint32_t)list->count;
        if (!pieces_append(&reader->runner->model->vocabulary, reader->arena, text_word(text, (uint32_t)i), list)) {
            return false;
        }
    }
    if (*starts) {
        (*starts)[text->word_count] = (uint32_t)list->count;
    }
    return *starts != NULL;
}

/* Encodes the window and keeps the vectors of its words' first pieces as reader->h. */
static Code encode(ModelReader *reader, const PieceList *list, const uint32_t *starts, Error *error) {
    Runner *runner = reader->runner;
    const Vocabulary *vocabulary = &runner->model->vocabulary;
    WordRange words = reader->window->words;
    size_t first = starts[words.first], count = starts[words.end] - first, width = runner->model->width;
    size_t word_count = words.end - words.first;
    uint32_t *pieces = arena_array(runner->scratch, count + 2, sizeof *pieces);
    uint32_t *firsts = arena_array(runner->scratch, word_count, sizeof *firsts);
    if (!pieces || !firsts || !rows_take(runner->model->engine, runner->scratch, word_count, width, &reader->h)) {
        return error_memory(error);
    }
    pieces[0] = vocabulary->start;
    memcpy(pieces + 1, list->items + first, count * sizeof *pieces);
    pieces[count + 1] = vocabulary->end;
    for (size_t i = 0; i < word_count; i++) {
        firsts[i] = 1 + starts[words.first + i] - (uint32_t)first;
    }
    Code code = encoder_run(runner, pieces, count + 2, firsts, word_count, error);
    if (code == OK) {
        rows_set(runner->model->engine, &reader->h, 0, runner->x, width, word_count);
    }
    return code;
}

static Code read_window(ModelReader *reader, const PieceList *list, const uint32_t *starts, Error *error) {
    const Stretch *stretches = reader->windows.stretches.items;
    arena_reset(reader->runner->scratch);
    reader->own.first = stretches[reader->window->own].words.first;
    reader->own.end = stretches[reader->window->end - 1].words.end;
    Code code = encode(reader, list, starts, error);
    if (code == OK) {
        code = tags_read(reader, error);
    }
    if (code == OK) {
        code = syntax_read(reader, error);
    }
    if (code == OK) {
        code = frames_read(reader, error);
    }
    return code == OK ? coreference_read(reader, error) : code;
}

static void finish(ModelReader *reader) {
    Reading *reading = reader->reading;
    reading->names = reader->names.items;
    reading->name_count = reader->names.count;
    reading->times = reader->times.items;
    reading->time_count = reader->times.count;
    reading->triggers = reader->triggers.items;
    reading->trigger_count = reader->triggers.count;
    reading->cues = reader->cues.items;
    reading->cue_count = reader->cues.count;
    reading->coreferences = reader->coreferences.items;
    reading->coreference_count = reader->coreferences.count;
}

Code model_read(Runner *runner, Arena *arena, const Text *text, Reading *reading, Error *error) {
    const Model *model = runner->model;
    const Labels *relations = &model->families[FAMILY_RELATION].roles, *roles = &model->families[FAMILY_ROLE].roles;
    ModelReader reader = {.runner = runner, .arena = arena, .text = text, .reading = reading};
    PieceList list = {0};
    uint32_t *starts;
    *reading = (Reading){.relations = relations->names,
                         .relation_count = relations->count,
                         .roles = roles->names,
                         .role_count = roles->count};
    reading->words = arena_array(arena, text->word_count, sizeof *reading->words);
    if (!reading->words || !split_words(&reader, &list, &starts) ||
        !windows_make(arena, text, starts, model->window, &reader.windows)) {
        return error_memory(error);
    }
    Code code = OK;
    int threads = single_thread_begin();
    for (size_t i = 0; code == OK && i < reader.windows.list.count; i++) {
        reader.window = &reader.windows.list.items[i];
        code = read_window(&reader, &list, starts, error);
    }
    single_thread_end(threads);
    finish(&reader);
    return code;
}

View reading_relation(const Reading *reading, uint32_t word) {
    return reading->relations[reading->words[word].relation];
}

bool reading_relation_is(const Reading *reading, uint32_t word, const char *name) {
    View relation = reading_relation(reading, word), wanted = view(name);
    return view_starts(relation, wanted) && (relation.length == wanted.length || relation.data[wanted.length] == ':');
}

static bool is_below(const Reading *reading, uint32_t word, uint32_t top) {
    while (word != top && reading->words[word].head != word) {
        word = reading->words[word].head;
    }
    return word == top;
}

WordRange reading_subtree(const Text *text, const Reading *reading, uint32_t word) {
    WordRange sentence = text->sentences[text->words[word].sentence].words, range = {word, word + 1};
    for (uint32_t i = sentence.first; i < sentence.end; i++) {
        if (is_below(reading, i, word)) {
            range.first = i < range.first ? i : range.first;
            range.end = i + 1 > range.end ? i + 1 : range.end;
        }
    }
    return range;
}

bool reading_lemma_among(const Reading *reading, uint32_t word, const char *const *lemmas) {
    View lemma = reading->words[word].lemma;
    for (; *lemmas; lemmas++) {
        if (view_equal_folded(lemma, view(*lemmas))) {
            return true;
        }
    }
    return false;
}

/* What was called for: the verb may hang on the noun, or on what somebody did with it. */
static bool is_called_for(const Text *text, const Reading *reading, uint32_t verb, uint32_t doing) {
    static const char *const calls[] = {"call", "appeal", "order", "summons", "invitation", "request", NULL};
    WordRange sentence = text->sentences[text->words[verb].sentence].words;
    for (uint32_t word = sentence.first; word < verb; word++) {
        bool undergoes = reading_relation_is(reading, word, "obj") || reading_relation_is(reading, word, "obl");
        if (reading->words[word].head == doing && undergoes && reading_lemma_among(reading, word, calls)) {
            return true;
        }
    }
    return false;
}

bool reading_is_heeded(const Text *text, const Reading *reading, uint32_t verb) {
    static const char *const heeding[] = {"answer", "heed", "obey", "follow", "respond", NULL};
    uint32_t head = reading->words[verb].head;
    if (reading->words[verb].upos != UPOS_VERB || !view_equal(reading->words[verb].xpos, VIEW("VB"))) {
        return false;
    }
    if (reading->words[head].upos == UPOS_NOUN) {
        head = reading->words[head].head;
    }
    return head < verb && reading_lemma_among(reading, head, heeding) &&
           view_starts(reading->words[head].xpos, VIEW("VBD")) && is_called_for(text, reading, verb, head);
}
