/* claim: the table of contents of the room. First every statement, then which stands inside which, then every mention
 * of an event as an account, then the accounts of one event together.
 */
#include "claim/claim.h"
#include "claim/source.h"
#include "claim/work.h"

const char *manner_name(Manner manner) {
    static const char *const names[] = {"direct", "indirect", "mixed"};
    return names[manner];
}

static bool work_make(Work *work) {
    const Text *text = work->text;
    work->quoted = arena_array(work->arena, text->word_count + 1, sizeof *work->quoted);
    if (!work->quoted || !syntax_make(work->arena, text, work->reading, &work->syntax))
        return false;
    for (size_t i = 0; i < text->word_count; i++)
        work->quoted[i] = -1;
    for (size_t q = 0; q < text->quotation_count; q++) /* by their opening marks: an inner one comes later */
        for (uint32_t word = text->quotations[q].open; word <= text->quotations[q].close; word++)
            if (word < text->word_count)
                work->quoted[word] = (int32_t)q;
    return true;
}

Code claim_make(Arena *arena, const Tables *tables, const Report *report, const Text *text, const Reading *reading,
                const Mentions *mentions, Cast *cast, Record *record, Error *error) {
    *record = (Record){.report = report, .text = text, .cast = cast, .mentions = mentions, .reading = reading};
    Work work = {.arena = arena,
                 .tables = tables,
                 .report = report,
                 .text = text,
                 .reading = reading,
                 .mentions = mentions,
                 .cast = cast,
                 .record = record};
    if (!work_make(&work))
        return error_memory(error);
    for (size_t i = 0; i < report->notes.count; i++)
        KEEP(&work, &record->notes, report->notes.items[i]);
    if (text->sentence_count == 0)
        KEEP(&work, &record->notes, VIEW("no sentence was found"));
    Code code = sources_find(arena, tables, report, text, &record->sources, error);
    if (code != OK)
        return code;
    static void (*const steps[])(Work *) = {
        statements_find, statements_following, statements_cite, statements_sources, speakers_describe,
        statements_nest, accounts_find,        counts_attach,   events_merge,       events_place,
        events_name,     events_anchor,        events_infer};
    for (size_t i = 0; !work.failed && i < sizeof steps / sizeof *steps; i++)
        steps[i](&work);
    return work.failed ? error_memory(error) : OK;
}
