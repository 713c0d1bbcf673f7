/* isnad: the table of contents. One function, flow_read, calls the steps in their order; `ls src` shows the same words.
 */
#include "flow.h"
#include <stdlib.h>
#include <string.h>

struct Isnad {
    Arena *tables_arena;
    Model *model;
    TextTables *text_tables;
    MentionTables *mention_tables;
    Tables *own_tables; /* NULL: the caller's are used */
    const Tables *tables;
};

struct IsnadReader {
    const Isnad *isnad;
    Runner *runner;
    Arena *arena; /* of one report */
    Buffer json;
};

Code flow_read(IsnadReader *reader, const Report *report, Day published, Record *record, Error *error) {
    const Isnad *isnad = reader->isnad;
    Arena *arena = reader->arena;
    Text *text = arena_take(arena, sizeof *text);
    Reading *reading = arena_take(arena, sizeof *reading);
    Mentions *mentions = arena_take(arena, sizeof *mentions);
    Cast *cast = arena_take(arena, sizeof *cast);
    if (!text || !reading || !mentions || !cast)
        return error_memory(error);
    if (published == DAY_UNKNOWN && report->date.data)
        day_parse(report->date, &published);

    Code code = text_make(arena, isnad->text_tables, report, text, error);
    if (code == OK)
        code = model_read(reader->runner, arena, text, reading, error);
    if (code == OK)
        code = mention_lemmas(arena, isnad->mention_tables, text, reading, error);
    if (code == OK)
        code = mention_find(arena, isnad->mention_tables, text, reading, mentions, error);
    if (code == OK)
        code = identity_resolve(arena, isnad->tables, report, published, text, reading, mentions, cast, error);
    if (code == OK)
        code = claim_make(arena, isnad->tables, report, text, reading, mentions, cast, record, error);
    return code;
}

Arena *flow_arena(IsnadReader *reader) {
    return reader->arena;
}

void flow_reset(IsnadReader *reader) {
    arena_reset(reader->arena);
}

/* The public header's error is the library's under another name. */
static IsnadCode give(Code code, const Error *error, IsnadError *out) {
    if (out) {
        out->code = code;
        memcpy(out->message, error->message, sizeof out->message);
    }
    return code;
}

static Code open_all(Isnad *isnad, const char *model_folder, const char *data_folder, const IsnadFiles *files,
                     const Tables *tables, Error *error) {
    OwnTables own = {files->actors, files->verbs, files->types};
    isnad->tables_arena = arena_new(0);
    if (!isnad->tables_arena)
        return error_memory(error);
    Code code = text_tables_open(isnad->tables_arena, data_folder, &isnad->text_tables, error);
    if (code == OK)
        code = mention_tables_open(isnad->tables_arena, data_folder, &isnad->mention_tables, error);
    if (code == OK && !tables)
        code = tables_open_with(isnad->tables_arena, data_folder, &own, &isnad->own_tables, error);
    isnad->tables = tables ? tables : isnad->own_tables;
    if (code == OK)
        code = model_open(model_folder, PRECISION_BEST, &isnad->model, error);
    return code;
}

IsnadCode isnad_open(const char *model_folder, const char *data_folder, Isnad **isnad, IsnadError *error) {
    return isnad_open_with(model_folder, data_folder, &(IsnadFiles){NULL, NULL, NULL}, isnad, error);
}

IsnadCode isnad_open_with(const char *model_folder, const char *data_folder, const IsnadFiles *own, Isnad **isnad,
                          IsnadError *error) {
    return flow_open(model_folder, data_folder, own, NULL, isnad, error);
}

IsnadCode flow_open(const char *model_folder, const char *data_folder, const IsnadFiles *own, const Tables *tables,
                    Isnad **isnad, IsnadError *error) {
    Error inner = {0};
    Isnad *opened = calloc(1, sizeof *opened);
    *isnad = NULL;
    Code code = opened ? open_all(opened, model_folder, data_folder, own, tables, &inner) : error_memory(&inner);
    if (code != OK)
        isnad_close(opened);
    else
        *isnad = opened;
    return give(code, &inner, error);
}

void isnad_close(Isnad *isnad) {
    if (!isnad)
        return;
    model_close(isnad->model);
    tables_close(isnad->own_tables);
    arena_free(isnad->tables_arena);
    free(isnad);
}

const char *isnad_note(const Isnad *isnad) {
    return tables_note(isnad->tables).data;
}

IsnadCode isnad_reader_new(const Isnad *isnad, IsnadReader **reader, IsnadError *error) {
    Error inner = {0};
    IsnadReader *made = calloc(1, sizeof *made);
    *reader = NULL;
    Code code = made ? OK : error_memory(&inner);
    if (code == OK) {
        made->isnad = isnad;
        made->arena = arena_new(LIMIT_REPORT_ARENA);
        buffer_init(&made->json, LIMIT_RECORD_BYTES);
        code = made->arena ? runner_new(isnad->model, &made->runner, &inner) : error_memory(&inner);
    }
    if (code != OK)
        isnad_reader_free(made);
    else
        *reader = made;
    return give(code, &inner, error);
}

void isnad_reader_free(IsnadReader *reader) {
    if (!reader)
        return;
    runner_free(reader->runner);
    arena_free(reader->arena);
    buffer_free(&reader->json);
    free(reader);
}

IsnadCode isnad_read(IsnadReader *reader, const IsnadReport *given, const char **json, size_t *length,
                     IsnadError *error) {
    Error inner = {0};
    Report report = {0};
    Record record = {0};
    arena_reset(reader->arena);
    buffer_clear(&reader->json);
    Code code =
        report_from_bytes(reader->arena, view(given->name), (View){given->bytes, given->length}, &report, &inner);
    if (code == OK) {
        report.title = view(given->title);
        report.outlet = view(given->outlet);
        report.url = view(given->url);
        report.author = view(given->author);
        report.date = view(given->date);
        code = flow_read(reader, &report, DAY_UNKNOWN, &record, &inner);
    }
    if (code == OK)
        code = record_write_json(reader->arena, &record, &reader->json, &inner);
    if (code == OK) {
        buffer_byte(&reader->json, '\0');
        if (reader->json.failed)
            code = error_memory(&inner);
    }
    if (code == OK) {
        *json = reader->json.data;
        *length = reader->json.length - 1;
    }
    return give(code, &inner, error);
}
