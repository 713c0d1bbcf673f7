/* export/rows: fields and rows, tab or comma between them; pairs of actors; levels of places. */
#include "export/format.h"

static void begin_field(Rows *rows) {
    if (rows->begun)
        buffer_byte(rows->out, rows->separator);
    rows->begun = true;
}

static bool is_control(unsigned char c) {
    return c < 0x20 || c == 0x7F;
}

static void tabbed(Buffer *out, View text) {
    size_t start = 0;
    for (size_t i = 0; i < text.length; i++)
        if (is_control((unsigned char)text.data[i])) {
            buffer_append(out, view_slice(text, start, i));
            buffer_byte(out, ' ');
            start = i + 1;
        }
    buffer_append(out, view_slice(text, start, text.length));
}

static void quoted(Buffer *out, View text) {
    buffer_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            buffer_byte(out, '"');
        buffer_byte(out, is_control((unsigned char)text.data[i]) && text.data[i] != '\n' ? ' ' : text.data[i]);
    }
    buffer_byte(out, '"');
}

void rows_field(Rows *rows, View text) {
    bool special = false;
    begin_field(rows);
    for (size_t i = 0; i < text.length && rows->separator == ','; i++)
        special |= text.data[i] == ',' || text.data[i] == '"' || text.data[i] == '\n';
    if (special)
        quoted(rows->out, text);
    else
        tabbed(rows->out, text);
}

void rows_empty(Rows *rows, size_t count) {
    while (count-- > 0)
        begin_field(rows);
}

void rows_number(Rows *rows, long long number) {
    begin_field(rows);
    buffer_format(rows->out, "%lld", number);
}

/* By way of the JSON writer, whose point is a point in every locale. */
void rows_decimal(Rows *rows, double number, int digits) {
    Json json;
    begin_field(rows);
    size_t before = rows->out->length;
    json_init(&json, rows->out);
    json_decimal(&json, number, digits);
    View written = view_slice(buffer_view(rows->out), before, rows->out->length);
    if (!rows->out->failed && view_find(written, VIEW("."), 0) == SIZE_MAX)
        buffer_append(rows->out, VIEW(".0"));
}

void rows_day(Rows *rows, Day day) {
    int year, month, of_month;
    begin_field(rows);
    if (day == DAY_UNKNOWN)
        return;
    day_split(day, &year, &month, &of_month);
    buffer_format(rows->out, "%04d-%02d-%02d", year, month, of_month);
}

void rows_names(Rows *rows, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        rows_field(rows, view(names[i]));
    rows_end(rows);
}

void rows_end(Rows *rows) {
    buffer_byte(rows->out, '\n');
    rows->begun = false;
}

/* --- pairs -------------------------------------------------------------------------------------------------------- */

static bool each_with_each(const EventFact *event) {
    bool together = view_equal(event->type, VIEW("AGREE")) || view_equal(event->type, VIEW("CONSULT")) ||
                    view_equal(event->type, VIEW("COOPERATE"));
    return together && event->whole.target.count == 0 && event->whole.source.count > 1;
}

size_t pair_count(const EventFact *event) {
    size_t sources = event->whole.source.count, targets = event->whole.target.count;
    if (each_with_each(event))
        return sources * (sources - 1) / 2;
    return (sources ? sources : 1) * (targets ? targets : 1);
}

Pair pair_at(const EventFact *event, size_t index) {
    const ActorList *sources = &event->whole.source, *targets = &event->whole.target;
    if (each_with_each(event)) {
        size_t first = 0;
        while (index >= sources->count - 1 - first)
            index -= sources->count - 1 - first++;
        return (Pair){sources->items[first], sources->items[first + 1 + index]};
    }
    size_t across = targets->count ? targets->count : 1;
    return (Pair){sources->count ? sources->items[index / across] : NULL,
                  targets->count ? targets->items[index % across] : NULL};
}

void export_pairs(const Export *export, const Facts *facts, PairRow *write) {
    Rows rows = {.out = export->out, .separator = '\t'};
    for (size_t i = 0; i < facts->event_count; i++)
        for (size_t k = 0; export_takes(export, &facts->events[i]) && k < pair_count(&facts->events[i]); k++)
            write(&rows, export, facts, &facts->events[i], k);
}

/* --- places ------------------------------------------------------------------------------------------------------- */

PlaceLevel place_level(const PlaceFact *place) {
    static const struct {
        const char *kind;
        PlaceLevel level;
    } kinds[] = {{"country", LEVEL_COUNTRY}, {"province", LEVEL_PROVINCE}, {"district", LEVEL_DISTRICT},
                 {"continent", LEVEL_AREA},  {"world-region", LEVEL_AREA}, {"region", LEVEL_AREA},
                 {"sea", LEVEL_AREA},        {"strait", LEVEL_AREA},       {"river", LEVEL_AREA},
                 {"lake", LEVEL_AREA},       {"island", LEVEL_AREA},       {"mountain", LEVEL_AREA},
                 {"desert", LEVEL_AREA},     {"border", LEVEL_AREA}};
    if (!place || !place->kind.data)
        return LEVEL_NONE;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (view_equal(place->kind, view(kinds[i].kind)))
            return kinds[i].level;
    return LEVEL_POINT;
}

Code end_of_list(Export *export, Error *error) {
    (void)error;
    buffer_byte(export->out, '\n');
    json_array_end(&export->json);
    json_object_end(&export->json);
    buffer_byte(export->out, '\n');
    return OK;
}
