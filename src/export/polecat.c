/* export/polecat: POLECAT's 40 columns, TAB between them, with a header; a row for each pair of actors. Names and order
 * are those of a header line that public programs for its weekly files repeat. Intensity is Goldstein's
 * value of the CAMEO code. Empty, since isnad has no value for them: Wikipedia and GeoNames ids, District. */
#include "export/format.h"

static const char *const columns[] = {
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
};

/* By quad_of_type. */
static const char *const quads[] = {"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                    "MATERIAL CONFLICT"};

/* Words with "; " between them, as POLECAT has several in one field. */
static void begin_list(Rows *rows) {
    rows_empty(rows, 1);
}

static void list_word(Rows *rows, View word, bool *more) {
    Rows inside = {.out = rows->out, .separator = '\t'};
    if (!word.length)
        return;
    if (*more)
        buffer_append(rows->out, VIEW("; "));
    rows_field(&inside, word);
    *more = true;
}

static void write_actor(Rows *rows, const Export *export, const ActorFact *actor) {
    if (!actor) {
        rows_empty(rows, 8);
        return;
    }
    const CountryCodes *country = codes_actor_country(export->codes, actor->code);
    View sectors = codes_actor_sectors(export->codes, actor->code);
    bool more = false;
    rows_field(rows, actor->known.data ? actor->known : actor->name);
    rows_field(rows, country ? country->alpha3 : VIEW(""));
    rows_field(rows, country ? country->cow : VIEW(""));
    rows_field(rows, view_slice(sectors, 0, sectors.length < 3 ? 0 : 3));
    begin_list(rows);
    for (size_t i = 0; i + 3 <= sectors.length; i += 3)
        list_word(rows, view_slice(sectors, i, i + 3), &more);
    rows_field(rows, actor->role_count ? actor->roles[0].title : VIEW(""));
    rows_field(rows, actor->name);
    rows_empty(rows, 1);
}

static void write_place(Rows *rows, const Export *export, const PlaceFact *place) {
    if (!place) {
        rows_empty(rows, 10);
        return;
    }
    PlaceLevel level = place_level(place);
    const CountryCodes *country = codes_country(export->codes, place->country);
    View province = level == LEVEL_PROVINCE && !place->admin1.data ? place->name : place->admin1;
    rows_field(rows, place->name);
    rows_field(rows, level == LEVEL_POINT ? place->name : VIEW(""));
    rows_field(rows, level == LEVEL_DISTRICT ? place->name : VIEW(""));
    rows_field(rows, province);
    rows_field(rows, country ? country->alpha3 : VIEW(""));
    if (place->found) {
        rows_decimal(rows, place->lat, 5);
        rows_decimal(rows, place->lon, 5);
    } else {
        rows_empty(rows, 2);
    }
    rows_empty(rows, 1);
    rows_field(rows, place->mentions.count ? place->mentions.items[0].text : VIEW(""));
    rows_field(rows, place->kind);
}

/* Who and what the report speaks of by name. */
static void write_story(Rows *rows, const Facts *facts) {
    bool more = false;
    begin_list(rows);
    for (size_t i = 0; i < facts->actor_count; i++)
        if (view_equal(facts->actors[i].kind, VIEW("person")))
            list_word(rows, facts->actors[i].name, &more);
    more = false;
    begin_list(rows);
    for (size_t i = 0; i < facts->actor_count; i++)
        if (view_equal(facts->actors[i].kind, VIEW("organization")))
            list_word(rows, facts->actors[i].name, &more);
    more = false;
    begin_list(rows);
    for (size_t i = 0; i < facts->place_count; i++)
        list_word(rows, facts->places[i].name, &more);
}

static void write_row(Rows *rows, const Export *export, const Facts *facts, const EventFact *event, size_t index) {
    const CameoCode *cameo = codes_cameo(export->codes, event->cameo);
    View contexts = cameo ? cameo->contexts : view(NULL), context;
    Pair pair = pair_at(event, index);
    Day day = account_first(&event->whole);
    bool more = false;
    rows_field(rows, id_row(facts, event, index));
    rows_day(rows, day != DAY_UNKNOWN ? day : facts->published);
    rows_field(rows, event->type);
    rows_field(rows, event->mode);
    rows_field(rows, cameo ? cameo->goldstein : VIEW(""));
    rows_field(rows, view(quads[quad_of_type(event->type)]));
    begin_list(rows);
    while (contexts.data && view_split(&contexts, '|', &context))
        list_word(rows, context, &more);
    write_actor(rows, export, pair.source);
    write_actor(rows, export, pair.target);
    write_place(rows, export, event->whole.place);
    rows_field(rows, facts->outlet.length ? facts->outlet : facts->name);
    rows_day(rows, facts->published);
    write_story(rows, facts);
    rows_field(rows, facts->language);
    rows_field(rows, VIEW("isnad record 1"));
    rows_end(rows);
}

static Code begin(Export *export, Error *error) {
    Rows rows = {.out = export->out, .separator = '\t'};
    (void)error;
    rows_names(&rows, columns, sizeof columns / sizeof *columns);
    return OK;
}

static Code record(Export *export, const Facts *facts, Error *error) {
    (void)error;
    export_pairs(export, facts, write_row);
    return OK;
}

const ExportFormat export_polecat = {
    .name = {"polecat", "txt", "POLECAT events: 40 columns, TAB between them"}, .begin = begin, .record = record};
