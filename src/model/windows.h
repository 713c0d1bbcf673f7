/* windows: the sentences of a text, gathered into what the network sees at once, as FORMAT.md says. */
#ifndef ISNAD_MODEL_WINDOWS_H
#define ISNAD_MODEL_WINDOWS_H

#include "text/text.h"

#define WINDOW_CONTEXT 64 /* pieces of context in front of a window's own sentences, at most */

/* A sentence, or a part of one that alone is longer than a window. Tags are decoded and trees built within stretches.
 */
typedef struct Stretch {
    WordRange words;
    uint32_t sentence;
    bool begins; /* the first of its sentence */
} Stretch;

typedef struct Window {
    size_t first, own, end; /* stretches [first, own) are context, [own, end) the window's own */
    WordRange words;        /* of all of them */
} Window;

typedef struct Windows {
    LIST(Stretch) stretches;
    LIST(Window) list;
} Windows;

/* starts[word] is the number of pieces before the word, [word_count + 1]; most is the number of pieces in a window,
 * with [CLS] and [SEP]. False: no memory. */
bool windows_make(Arena *arena, const Text *text, const uint32_t *starts, size_t most, Windows *windows);

#endif
