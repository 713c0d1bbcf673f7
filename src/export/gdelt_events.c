/* export/gdelt_events: GDELT 2.0's event table: 61 columns, TAB between them, no header, a row for each pair of actors.
 * Where GDELT has the place nearest to an actor's mention, this has the actor's country. Empty, since isnad has no
 * value for them: AvgTone, known group, ethnic and religion codes, ADM2, FeatureID of towns. */
#include "export/gdelt.h"

View gdelt_identifier(const Facts *facts) {
    return facts->url.length ? facts->url : facts->name.length ? facts->name : facts->id;
}

void gdelt_added(Rows *rows, const Facts *facts) {
    int year, month, of_month;
    rows_empty(rows, 1);
    if (facts->published == DAY_UNKNOWN)
        return;
    day_split(facts->published, &year, &month, &of_month);
    buffer_format(rows->out, "%04d%02d%02d000000", year, month, of_month);
}

/* Day, MonthYear, Year, FractionDate. GDELT has a day for every event: that of the report where nothing tells another.
 */
static void write_days(Rows *rows, const Facts *facts, const EventFact *event) {
    Day day = account_first(&event->whole);
    int year, month, of_month;
    if (day == DAY_UNKNOWN)
        day = facts->published;
    if (day == DAY_UNKNOWN) {
        rows_empty(rows, 4);
        return;
    }
    day_split(day, &year, &month, &of_month);
    rows_empty(rows, 1);
    buffer_format(rows->out, "%04d%02d%02d", year, month, of_month);
    rows_empty(rows, 1);
    buffer_format(rows->out, "%04d%02d", year, month);
    rows_number(rows, year);
    int days = (month - 1) * 30 + of_month; /* the codebook's approximation, of 365 */
    rows_empty(rows, 1);
    buffer_format(rows->out, "%04d.%04d", year, days >= 365 ? 9999 : (days * 10000 + 182) / 365);
}

/* Code, Name, CountryCode, KnownGroup, Ethnic, Religion1, Religion2, Type1, Type2, Type3. */
static void write_actor(Rows *rows, const Export *export, const Facts *facts, const ActorFact *actor) {
    if (!actor) {
        rows_empty(rows, 10);
        return;
    }
    const CountryCodes *country = codes_actor_country(export->codes, actor->code);
    View sectors = codes_actor_sectors(export->codes, actor->code);
    Rows behind = {.out = rows->out, .separator = '\t'};
    rows_field(rows, country ? country->cameo : VIEW(""));
    rows_field(&behind, sectors);
    rows_field(rows, text_upper(facts, actor->name));
    rows_field(rows, country ? country->cameo : VIEW(""));
    rows_empty(rows, 4);
    for (size_t i = 0; i < 3; i++)
        rows_field(rows, sectors.length >= 3 * i + 3 ? view_slice(sectors, 3 * i, 3 * i + 3) : VIEW(""));
}

/* Type, Fullname, CountryCode, ADM1Code, ADM2Code, Lat, Long, FeatureID. */
static void write_country(Rows *rows, const CountryCodes *country) {
    if (!country || !country->centred) {
        rows_number(rows, 0);
        rows_empty(rows, 7);
        return;
    }
    rows_number(rows, 1);
    rows_field(rows, country->name);
    rows_field(rows, country->fips);
    rows_field(rows, country->fips);
    rows_empty(rows, 1);
    rows_decimal(rows, country->lat, 5);
    rows_decimal(rows, country->lon, 5);
    rows_field(rows, country->fips);
}

/* Parts of a full name, those that are there, each once: "Mosul, Nineveh, Iraq". */
static void write_fullname(Rows *rows, View name, View admin1, View country) {
    View parts[3] = {name, admin1, country};
    Buffer *out = rows->out;
    Rows inside = {.out = out, .separator = '\t'};
    rows_empty(rows, 1);
    for (size_t i = 0; i < 3; i++) {
        if (!parts[i].length || (i && view_equal(parts[i], parts[i - 1])))
            continue;
        if (i)
            buffer_append(out, VIEW(", "));
        rows_field(&inside, parts[i]);
        inside.begun = false;
    }
}

static void write_place(Rows *rows, const Export *export, const PlaceFact *place) {
    PlaceLevel level = place_level(place);
    const CountryCodes *country = place ? codes_country(export->codes, place->country) : NULL;
    if (level == LEVEL_NONE || !country || !country->fips.data || !place->found || level == LEVEL_COUNTRY) {
        write_country(rows, level == LEVEL_COUNTRY ? country : NULL);
        return;
    }
    bool states = view_equal(country->alpha3, VIEW("USA")), province = level == LEVEL_PROVINCE;
    View admin1 = place->admin1.data ? place->admin1 : place->name; /* Beirut is a division too */
    View adm1 = codes_adm1(export->codes, country->alpha3, admin1);
    rows_number(rows, states ? (province ? 2 : 3) : province ? 5 : 4);
    write_fullname(rows, place->name, province ? VIEW("") : place->admin1, country->name);
    rows_field(rows, country->fips);
    rows_field(rows, country->fips);
    buffer_append(rows->out, adm1);
    rows_empty(rows, 1);
    rows_decimal(rows, place->lat, 5);
    rows_decimal(rows, place->lon, 5);
    rows_field(rows, province && states ? adm1 : VIEW(""));
}

/* EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale. */
static void write_codes(Rows *rows, const Export *export, const EventFact *event) {
    const CameoCode *cameo = codes_cameo(export->codes, event->cameo);
    int quad = quad_of_cameo(event->cameo);
    if (!cameo || !quad) { /* of a user's own table of another ontology */
        rows_field(rows, event->cameo);
        rows_empty(rows, 4);
        return;
    }
    rows_field(rows, cameo->code);
    rows_field(rows, view_slice(cameo->code, 0, cameo->code.length < 3 ? cameo->code.length : 3));
    rows_field(rows, view_slice(cameo->code, 0, 2));
    rows_number(rows, quad);
    rows_field(rows, cameo->goldstein);
}

static const CountryCodes *country_of(const Export *export, const ActorFact *actor) {
    return actor ? codes_actor_country(export->codes, actor->code) : NULL;
}

static void write_row(Rows *rows, const Export *export, const Facts *facts, const EventFact *event, size_t index) {
    Pair pair = pair_at(event, index);
    rows_number(rows, number_row(facts, event, index));
    write_days(rows, facts, event);
    write_actor(rows, export, facts, pair.source);
    write_actor(rows, export, facts, pair.target);
    rows_number(rows, facts_leads(facts, event->whole.trigger));
    write_codes(rows, export, event);
    rows_number(rows, event->account_count ? (long long)event->account_count : 1);
    rows_number(rows, 1); /* NumSources and NumArticles: of this report */
    rows_number(rows, 1);
    rows_empty(rows, 1);
    write_country(rows, country_of(export, pair.source));
    write_country(rows, country_of(export, pair.target));
    write_place(rows, export, event->whole.place);
    gdelt_added(rows, facts);
    rows_field(rows, gdelt_identifier(facts));
    rows_end(rows);
}

static Code record(Export *export, const Facts *facts, Error *error) {
    (void)error;
    export_pairs(export, facts, write_row);
    return OK;
}

const ExportFormat export_gdelt = {
    .name = {"gdelt", "export.CSV", "GDELT 2.0 events: 61 columns, TAB between them, no header"}, .record = record};
