/* reader: the reading of a text on its way, window by window. Private to model/. Each step takes the Reader and adds
 * its part for the window's own words: tags_read, syntax_read, frames_read, coreference_read. */
#ifndef ISNAD_MODEL_READER_H
#define ISNAD_MODEL_READER_H

#include "model/runner.h"
#include "model/windows.h"

typedef struct ModelReader {
    Runner *runner;
    Arena *arena; /* of the reading */
    const Text *text;
    Reading *reading;
    LIST(NameReading) names;
    LIST(TimeReading) times;
    LIST(TriggerReading) triggers;
    LIST(CueReading) cues;
    LIST(Coreference) coreferences;
    Windows windows;
    const Window *window;
    WordRange own; /* words of the window's own stretches */
    Rows h;        /* the window's words, context first: row = word - window->words.first */
} ModelReader;

/* Words, names, times, triggers with their status, cues with `named`. */
Code tags_read(ModelReader *reader, Error *error);
/* Heads and relations. */
Code syntax_read(ModelReader *reader, Error *error);
/* Arguments, roles, parts of events, the same event, within. */
Code frames_read(ModelReader *reader, Error *error);
/* Coreference. */
Code coreference_read(ModelReader *reader, Error *error);

/* Whether the word may be the head of an actor's mention. */
static inline bool word_is_mention(const WordReading *word) {
    return word->best_kind != ACTOR_NONE;
}

/* The lemma of a word by a rule; data NULL: no memory. */
View lemma_apply(Arena *arena, const LemmaRule *rule, View word);

#endif
