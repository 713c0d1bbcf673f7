/* export/icews: ICEWS's 20 columns, TAB between them, with a header; a row for each pair of actors. */
#include "export/format.h"

static const char *const columns[] = {
    "Event ID",  "Event Date",  "Source Name",    "Source Sectors", "Source Country", "Event Text",      "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",       "Sentence Number", "Publisher",
    "City",      "District",    "Province",       "Country",        "Latitude",       "Longitude"};

static void write_actor(Rows *rows, const Export *export, const ActorFact *actor) {
    if (!actor) {
        rows_empty(rows, 3);
        return;
    }
    const CountryCodes *country = codes_actor_country(export->codes, actor->code);
    View sectors = codes_actor_sectors(export->codes, actor->code);
    bool more = false;
    rows_field(rows, actor->known.data ? actor->known : actor->name);
    rows_empty(rows, 1);
    for (size_t i = 0; i + 3 <= sectors.length; i += 3) {
        const SectorCodes *sector = codes_sector(export->codes, view_slice(sectors, i, i + 3));
        if (!sector)
            continue;
        buffer_append(rows->out, more ? VIEW(",") : VIEW(""));
        buffer_append(rows->out, sector->icews);
        more = true;
    }
    rows_field(rows, country ? country->name : VIEW(""));
}

static void write_place(Rows *rows, const Export *export, const PlaceFact *place) {
    if (!place) {
        rows_empty(rows, 6);
        return;
    }
    PlaceLevel level = place_level(place);
    const CountryCodes *country = codes_country(export->codes, place->country);
    rows_field(rows, level == LEVEL_POINT ? place->name : VIEW(""));
    rows_field(rows, level == LEVEL_DISTRICT ? place->name : VIEW(""));
    rows_field(rows, level == LEVEL_PROVINCE && !place->admin1.data ? place->name : place->admin1);
    rows_field(rows, country ? country->name : VIEW(""));
    if (place->found) {
        rows_decimal(rows, place->lat, 5);
        rows_decimal(rows, place->lon, 5);
    } else {
        rows_empty(rows, 2);
    }
}

static void write_row(Rows *rows, const Export *export, const Facts *facts, const EventFact *event, size_t index) {
    const CameoCode *cameo = codes_cameo(export->codes, event->cameo);
    Pair pair = pair_at(event, index);
    Day day = account_first(&event->whole);
    long sentence = facts_sentence(facts, event->whole.trigger);
    rows_number(rows, number_row(facts, event, index));
    rows_day(rows, day != DAY_UNKNOWN ? day : facts->published);
    write_actor(rows, export, pair.source);
    rows_field(rows, cameo ? cameo->text : VIEW(""));
    rows_field(rows, event->cameo);
    rows_field(rows, cameo ? cameo->goldstein : VIEW(""));
    write_actor(rows, export, pair.target);
    rows_number(rows, number_of(facts->id));
    rows_empty(rows, 1);
    if (sentence)
        buffer_format(rows->out, "%ld", sentence);
    rows_field(rows, facts->outlet.length ? facts->outlet : facts->name);
    write_place(rows, export, event->whole.place);
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

const ExportFormat export_icews = {.name = {"icews", "tab", "ICEWS events: 20 columns, TAB between them"},
                                   .needs = NEEDS_SENTENCES,
                                   .begin = begin,
                                   .record = record};
