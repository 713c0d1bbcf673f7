/* export/acled: a CSV with ACLED's columns, a row for each event that ACLED would have (acled.tsv). Crowds, civilians
 * and attackers who are not told stand under ACLED's general names, with the report's own beside them. Empty, since
 * isnad has no value for them: admin2, admin3, source_scale. */
#include "export/format.h"

static const char *const columns[] = {
    "event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
    "event_type",    "sub_event_type", "actor1",   "assoc_actor_1",  "inter1",
    "actor2",        "assoc_actor_2",  "inter2",   "interaction",    "civilian_targeting",
    "iso",           "region",         "country",  "admin1",         "admin2",
    "admin3",        "location",       "latitude", "longitude",      "geo_precision",
    "source",        "source_scale",   "notes",    "fatalities",     "tags",
    "timestamp"};

typedef struct Side {
    View actor, assoc, inter; /* data NULL: nobody */
} Side;

static View inter_of(const Export *export, const ActorFact *actor) {
    const SectorCodes *sector = codes_first_sector(export->codes, actor->code);
    if (sector)
        return sector->acled;
    return view_equal(actor->kind, VIEW("country")) ? VIEW("State forces") : VIEW("Civilians");
}

/* "Protesters (Iraq)". */
static View in_country(const Facts *facts, const char *who, const CountryCodes *country) {
    if (!country)
        return view(who);
    return facts_made(facts,
                      arena_format(facts->arena, "%s (%.*s)", who, (int)country->name.length, country->name.data));
}

static ActorList without_first(const ActorList *list) {
    return (ActorList){list->items + (list->count > 0), list->count - (list->count > 0)};
}

static Side first_side(const Export *export, const Facts *facts, const EventFact *event, const AcledCode *acled,
                       const CountryCodes *country) {
    const ActorList *source = &event->whole.source;
    ActorList others = without_first(source);
    if (view_equal(event->type, VIEW("PROTEST"))) {
        bool riot = view_equal(acled->event, VIEW("Riots"));
        return (Side){in_country(facts, riot ? "Rioters" : "Protesters", country), actors_joined(facts, source, "; "),
                      riot ? VIEW("Rioters") : VIEW("Protesters")};
    }
    if (source->count)
        return (Side){source->items[0]->name, actors_joined(facts, &others, "; "), inter_of(export, source->items[0])};
    if (view_equal(event->type, VIEW("ASSAULT")))
        return (Side){in_country(facts, "Unidentified Armed Group", country), VIEW(""), VIEW("Political militia")};
    return (Side){view(NULL), VIEW(""), view(NULL)};
}

static Side second_side(const Export *export, const Facts *facts, const EventFact *event, const CountryCodes *country) {
    const ActorList *target = &event->whole.target;
    ActorList others = without_first(target);
    if (!target->count || view_equal(event->type, VIEW("PROTEST"))) /* a protest's target is no part of it in ACLED */
        return (Side){view(NULL), VIEW(""), view(NULL)};
    View inter = inter_of(export, target->items[0]);
    if (view_equal(inter, VIEW("Civilians")))
        return (Side){in_country(facts, "Civilians", country), actors_joined(facts, target, "; "), inter};
    return (Side){target->items[0]->name, actors_joined(facts, &others, "; "), inter};
}

/* 1 the day, 2 within a week, 3 more, or only the day of the report. */
static int time_precision(const AccountFact *account) {
    if (account->from == DAY_UNKNOWN || account->to == DAY_UNKNOWN)
        return account_first(account) == DAY_UNKNOWN ? 3 : 1;
    return account->from == account->to ? 1 : account->to - account->from < 7 ? 2 : 3;
}

static void write_days(Rows *rows, const Facts *facts, const EventFact *event, const AcledCode *acled) {
    Day day = account_first(&event->whole);
    int year, month, of_month;
    if (day == DAY_UNKNOWN)
        day = facts->published;
    rows_day(rows, day);
    if (day == DAY_UNKNOWN) {
        rows_empty(rows, 1);
    } else {
        day_split(day, &year, &month, &of_month);
        rows_number(rows, year);
    }
    rows_number(rows, time_precision(&event->whole));
    rows_field(rows, acled->disorder);
    rows_field(rows, acled->event);
    rows_field(rows, acled->sub_event);
}

static void write_sides(Rows *rows, const Facts *facts, const Side sides[2], const AcledCode *acled) {
    View one = sides[0].inter, two = sides[1].inter;
    for (int i = 0; i < 2; i++) {
        rows_field(rows, sides[i].actor);
        rows_field(rows, sides[i].assoc);
        rows_field(rows, sides[i].inter);
    }
    View together = two.data   ? arena_format(facts->arena, "%.*s-%.*s", (int)one.length, one.data ? one.data : "",
                                              (int)two.length, two.data)
                    : one.data ? arena_format(facts->arena, "%.*s only", (int)one.length, one.data)
                               : VIEW("");
    rows_field(rows, facts_made(facts, together));
    bool civilians = view_equal(two, VIEW("Civilians")) && view_equal(acled->disorder, VIEW("Political violence"));
    rows_field(rows, civilians ? VIEW("Civilian targeting") : VIEW(""));
}

static void write_place(Rows *rows, const PlaceFact *place, const CountryCodes *country) {
    PlaceLevel level = place_level(place);
    rows_field(rows, country ? country->numeric : VIEW(""));
    rows_field(rows, country ? country->region : VIEW(""));
    rows_field(rows, country ? country->name : VIEW(""));
    rows_field(rows, place ? level == LEVEL_PROVINCE && !place->admin1.data ? place->name : place->admin1 : VIEW(""));
    rows_empty(rows, 2);
    rows_field(rows, place ? place->name : VIEW(""));
    if (place && place->found) {
        rows_decimal(rows, place->lat, 4);
        rows_decimal(rows, place->lon, 4);
        rows_number(rows, level == LEVEL_POINT ? 1 : level == LEVEL_DISTRICT ? 2 : 3);
    } else {
        rows_empty(rows, 3);
    }
}

static const CountFact *count_of(const AccountFact *account, const char *what) {
    for (size_t i = 0; i < account->count_count; i++)
        if (view_equal(account->counts[i].what, view(what)) && account->counts[i].from)
            return &account->counts[i];
    return NULL;
}

static void write_rest(Rows *rows, const Facts *facts, const EventFact *event) {
    const CountFact *killed = count_of(&event->whole, "killed"), *crowd = count_of(&event->whole, "participants");
    rows_field(rows, facts->outlet.length ? facts->outlet : facts->name);
    rows_empty(rows, 1);
    rows_field(rows, facts_paragraph(facts, event->whole.trigger));
    rows_number(rows,
                killed && killed->low < 1e15 ? (long long)killed->low : 0); /* the lowest figure, as ACLED has it */
    if (crowd && crowd->low < 1e15) {
        rows_field(rows, VIEW("crowd size="));
        buffer_format(rows->out, crowd->to && crowd->high > crowd->low ? "between %lld and %lld" : "%lld",
                      (long long)crowd->low, crowd->to && crowd->high < 1e15 ? (long long)crowd->high : 0);
    } else {
        rows_field(rows, view_equal(event->type, VIEW("PROTEST")) ? VIEW("crowd size=no report") : VIEW(""));
    }
    if (facts->published == DAY_UNKNOWN)
        rows_empty(rows, 1);
    else
        rows_number(rows, (long long)facts->published * 86400);
    rows_end(rows);
}

static void write_row(Rows *rows, const Export *export, const Facts *facts, const EventFact *event,
                      const AcledCode *acled) {
    const PlaceFact *place = event->whole.place;
    const CountryCodes *country = place ? codes_country(export->codes, place->country) : NULL;
    Side sides[2] = {first_side(export, facts, event, acled, country), second_side(export, facts, event, country)};
    rows_field(rows, country ? country->alpha3 : VIEW(""));
    buffer_format(rows->out, "%lld", number_row(facts, event, 0));
    write_days(rows, facts, event, acled);
    write_sides(rows, facts, sides, acled);
    write_place(rows, place, country);
    write_rest(rows, facts, event);
}

static Code begin(Export *export, Error *error) {
    Rows rows = {.out = export->out, .separator = ','};
    (void)error;
    rows_names(&rows, columns, sizeof columns / sizeof *columns);
    return OK;
}

static Code record(Export *export, const Facts *facts, Error *error) {
    Rows rows = {.out = export->out, .separator = ','};
    (void)error;
    for (size_t i = 0; i < facts->event_count; i++) {
        const EventFact *event = &facts->events[i];
        const AcledCode *acled = codes_acled(export->codes, event->type, event->mode);
        if (acled && export_takes(export, event))
            write_row(&rows, export, facts, event, acled);
    }
    return OK;
}

const ExportFormat export_acled = {
    .name = {"acled", "csv", "the events that ACLED would have, as CSV with its columns"},
    .begin = begin,
    .record = record};
