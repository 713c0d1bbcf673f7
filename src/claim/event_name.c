/* claim/event_name: an event -> mode and CAMEO code by data/types.tsv, and the chain of words that it rests on. */
#include "claim/work.h"

static WordRange words_of(const Work *work, Span span) {
    for (size_t i = 0; i < work->accounts.count; i++)
        if (work->accounts.items[i].account.trigger.start == span.start)
            return work->accounts.items[i].words;
    return (WordRange){0, 0};
}

static View link_name(Work *work, const Statement *statement) {
    View name = VIEW("");
    for (size_t i = 0; i < statement->speaker.count; i++) {
        View speaker = work->cast->actors[statement->speaker.items[i]].name;
        name = arena_format(work->arena, "%.*s%s%.*s", (int)name.length, name.data, i ? " and " : "",
                            (int)speaker.length, speaker.data);
        if (!name.data)
            break;
    }
    if (statement->speaker.count == 0)
        name = VIEW("unnamed");
    if (name.data && statement->channel.data)
        name = arena_format(work->arena, "%.*s: %.*s", (int)statement->channel.length, statement->channel.data,
                            (int)name.length, name.data);
    work->failed |= !name.data;
    return name;
}

/* within never comes back to itself (statement_nest.c), so this ends. */
static void chain(Work *work, Event *event) {
    const Record *record = work->record;
    for (int32_t i = event->whole.said_in; i >= 0; i = record->statements.items[i].within)
        KEEP(work, &event->chain, link_name(work, &record->statements.items[i]));
    for (size_t i = 0; i < event->chain.count / 2; i++) {
        View swap = event->chain.items[i];
        event->chain.items[i] = event->chain.items[event->chain.count - 1 - i];
        event->chain.items[event->chain.count - 1 - i] = swap;
    }
}

void events_name(Work *work) {
    for (size_t i = 0; i < work->record->events.count && !work->failed; i++) {
        Event *event = &work->record->events.items[i];
        WordRange range = words_of(work, event->whole.trigger);
        View *lemmas = work_folded(work, range, true), *words = work_folded(work, range, false);
        if (!lemmas || !words)
            return;
        const TypeEntry *entry = type_find(work->tables, event->type, lemmas, words, range.end - range.first);
        event->mode = entry->mode;
        event->cameo = entry->cameo;
        work_because(work, &event->whole.because, "types.tsv: %.*s", (int)entry->phrase.length, entry->phrase.data);
        event_code_by_verbs(work, event);
        chain(work, event);
    }
}
