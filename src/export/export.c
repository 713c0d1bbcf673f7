/* export/export: the list of formats, and the way of each record through one of them. */
#include "export/format.h"

static const ExportFormat *const formats[] = {&export_gdelt,       &export_mentions, &export_polecat, &export_icews,
                                              &export_acled,       &export_geojson,  &export_gexf,    &export_graphml,
                                              &export_annotations, &export_prov,     &export_ftm,     &export_stix};
#define FORMATS (sizeof formats / sizeof *formats)

bool export_name(size_t index, ExportName *name) {
    if (index >= FORMATS)
        return false;
    *name = formats[index]->name;
    return true;
}

static const ExportFormat *find(const char *name) {
    for (size_t i = 0; i < FORMATS; i++)
        if (view_equal(view(name), view(formats[i]->name.name)))
            return formats[i];
    return NULL;
}

static Code open_tables(Export *export, const char *folder, Error *error) {
    TextTables *tables = NULL;
    Code code = codes_open(export->arena, folder, &export->codes, error);
    if (code == OK && (export->format->needs & NEEDS_SENTENCES))
        code = text_tables_open(export->arena, folder, &tables, error);
    export->text_tables = tables;
    if (code == OK && (export->format->needs & NEEDS_RELATIONS))
        code = relations_open(export->arena, folder, &export->relations, error);
    if (code == OK && (export->format->needs & NEEDS_WRITTEN) && !(export->written = map_new(export->arena)))
        code = error_memory(error);
    return code;
}

static Code finished(const Export *export, Code code, Error *error) {
    return code == OK && (export->out->failed || export->full) ? error_memory(error) : code;
}

Code export_open(Arena *arena, const ExportOptions *options, Buffer *out, Export **made, Error *error) {
    const ExportFormat *format = find(options->format);
    *made = NULL;
    if (!format)
        return error_set(error, ERROR_USAGE, "no such format: %s", options->format);
    Export *export = arena_take(arena, sizeof *export);
    if (!export || !(export->scratch = arena_new(options->memory ? options->memory : LIMIT_REPORT_ARENA)))
        return error_memory(error);
    export->arena = arena;
    export->format = format;
    export->out = out;
    export->every_status = options->every_status;
    json_init(&export->json, out);
    uuid_of(VIEW("nothing"), export->whole);
    Code code = open_tables(export, options->folder, error);
    if (code == OK && format->begin)
        code = finished(export, format->begin(export, error), error);
    if (code == OK)
        *made = export;
    else
        export_close(export);
    return code;
}

/* A record does not say where sentences begin: they are found again. */
static Code find_sentences(const Export *export, Facts *facts, Error *error) {
    Report report = {.name = facts->name, .title = facts->title, .body = facts->text};
    Text text;
    Code code = text_make(facts->arena, export->text_tables, &report, &text, error);
    if (code != OK)
        return code;
    facts->sentences = arena_array(facts->arena, text.sentence_count + 1, sizeof *facts->sentences);
    if (!facts->sentences)
        return error_memory(error);
    for (size_t i = 0; i < text.sentence_count; i++)
        facts->sentences[facts->sentence_count++] = text.origin[text.sentences[i].span.start];
    return OK;
}

static void name_whole(Export *export, const Facts *facts) {
    View name =
        facts_made(facts, arena_format(facts->arena, "%s %.*s", export->whole, (int)facts->id.length, facts->id.data));
    if (name.data)
        uuid_of(name, export->whole);
}

Code export_record(Export *export, View line, const char *file, size_t number, Error *error) {
    Facts facts = {.full = &export->full, .line = line, .file = file, .number = number};
    JsonValue *record;
    arena_reset(export->scratch);
    Code code = json_value_parse(line, file, number, &record, error);
    if (code != OK)
        return code;
    code = facts_read(export->scratch, record, &facts, error);
    if (code == OK && export->text_tables && facts.text.data)
        code = find_sentences(export, &facts, error);
    if (code == OK) {
        name_whole(export, &facts);
        code = finished(export, export->format->record(export, &facts, error), error);
    }
    json_value_free(record);
    return code;
}

Code export_end(Export *export, Error *error) {
    arena_reset(export->scratch);
    return export->format->end ? finished(export, export->format->end(export, error), error) : OK;
}

void export_close(Export *export) {
    if (export)
        arena_free(export->scratch);
}

bool export_takes(const Export *export, const EventFact *event) {
    View status = event->whole.status;
    return export->every_status || view_equal(status, VIEW("happened")) || view_equal(status, VIEW("ongoing"));
}

bool export_first_time(Export *export, View id) {
    uint32_t before;
    if (id.data && map_get(export->written, id, &before))
        return false;
    View kept = id.data ? arena_copy(export->arena, id) : id;
    if (!kept.data || !map_set(export->written, kept, 1))
        export->full = true;
    return true;
}
