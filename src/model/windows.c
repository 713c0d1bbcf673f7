/* See windows.h. Windows are filled from the front: context first, then own sentences while there is room; where the
 * first own sentence does not fit behind the context, context is dropped from its front. */
#include "model/windows.h"

static size_t pieces_in(const uint32_t *starts, WordRange words) {
    return starts[words.end] - starts[words.first];
}

static bool cut_sentences(Arena *arena, const Text *text, const uint32_t *starts, size_t room, Windows *windows) {
    for (size_t s = 0; s < text->sentence_count; s++) {
        WordRange words = text->sentences[s].words, part = {words.first, words.first};
        while (part.first < words.end) {
            do {
                part.end++;
            } while (part.end < words.end && starts[part.end + 1] - starts[part.first] <= room);
            Stretch stretch = {part, (uint32_t)s, part.first == words.first};
            if (!list_push(arena, &windows->stretches, stretch)) {
                return false;
            }
            part.first = part.end;
        }
    }
    return true;
}

bool windows_make(Arena *arena, const Text *text, const uint32_t *starts, size_t most, Windows *windows) {
    size_t room = most - 2;
    *windows = (Windows){.list = {0}};
    if (!cut_sentences(arena, text, starts, room, windows)) {
        return false;
    }
    const Stretch *stretches = windows->stretches.items;
    for (size_t own = 0, end; own < windows->stretches.count; own = end) {
        size_t first = own, used = pieces_in(starts, stretches[own].words), context = 0;
        while (first > 0) {
            size_t more = pieces_in(starts, stretches[first - 1].words);
            if (context + more > WINDOW_CONTEXT || used + context + more > room) {
                break;
            }
            context += more;
            first--;
        }
        used += context;
        end = own + 1;
        while (end < windows->stretches.count && used + pieces_in(starts, stretches[end].words) <= room) {
            used += pieces_in(starts, stretches[end].words);
            end++;
        }
        Window window = {first, own, end, {stretches[first].words.first, stretches[end - 1].words.end}};
        if (!list_push(arena, &windows->list, window)) {
            return false;
        }
    }
    return true;
}
