/* identity/country_table: countries.tsv. What a name says about its country: its name, an adjective, its people, its
 * capital, its government ("the Kremlin").
 */
#include "identity/tables_inside.h"
#include <math.h>
#include <string.h>

enum {
    ALPHA3,
    ALPHA2,
    CAMEO,
    NAME,
    ALIASES,
    ADJECTIVES,
    PEOPLE,
    CAPITALS,
    GOVERNMENT,
    NEIGHBOURS,
    REGION,
    CENTRE,
    COLUMNS
};

/* "Kyiv=Kiev@50.45,30.52": its names without the place, and the place. */
static bool take_capital(View capital, View *names, double *lat, double *lon) {
    View rest = capital, first, second;
    view_split(&rest, '@', names);
    *lat = *lon = NAN;
    if (!rest.data)
        return true;
    return view_split(&rest, ',', &first) && view_to_double(first, lat) && view_split(&rest, ',', &second) &&
           view_to_double(second, lon);
}

static bool add_capital_names(CountryTable *table, Arena *arena, View names, uint32_t entry) {
    View name;
    while (view_split(&names, '=', &name))
        if (!names_add(&table->names, arena, name, COUNTRY_CAPITAL, entry))
            return false;
    return true;
}

static Code add_capitals(CountryTable *table, Arena *arena, const Table *file, const Row *row, CountryEntry *country,
                         Error *error) {
    View capitals = field_value(row->fields[CAPITALS]), capital, names;
    while (tables_next_value(&capitals, &capital)) {
        double lat, lon;
        if (!take_capital(capital, &names, &lat, &lon))
            return table_fault(file, row, error, "capital \"%.*s\": write NAME@latitude,longitude", (int)capital.length,
                               capital.data);
        if (!country->capital.data) {
            View copy = names;
            view_split(&copy, '=', &country->capital);
            country->lat = lat;
            country->lon = lon;
        }
        if (!add_capital_names(table, arena, names, (uint32_t)table->entries.count))
            return error_memory(error);
    }
    return OK;
}

static bool take_centre(const Row *row, CountryEntry *country) {
    View rest = row->count > CENTRE ? field_value(row->fields[CENTRE]) : (View){NULL, 0}, lat;
    country->centre_lat = country->lat;
    country->centre_lon = country->lon;
    return !rest.data || (view_split(&rest, ',', &lat) && view_to_double(lat, &country->centre_lat) &&
                          view_to_double(rest, &country->centre_lon));
}

static Code add_row(Arena *arena, void *into, const Table *file, const Row *row, Error *error) {
    CountryTable *table = into;
    const View *f = row->fields;
    CountryEntry country = {f[ALPHA3],
                            f[ALPHA2],
                            f[CAMEO],
                            f[NAME],
                            f[REGION],
                            field_value(f[ALIASES]),
                            field_value(f[ADJECTIVES]),
                            field_value(f[PEOPLE]),
                            field_value(f[GOVERNMENT]),
                            {NULL, 0},
                            NAN,
                            NAN,
                            NAN,
                            NAN,
                            field_value(f[NEIGHBOURS])};
    uint32_t entry = (uint32_t)table->entries.count;
    Names *names = &table->names;
    bool good = names_add(names, arena, country.name, COUNTRY_NAME, entry) &&
                names_add_all(names, arena, country.aliases, COUNTRY_NAME, entry) &&
                names_add_all(names, arena, country.adjectives, COUNTRY_ADJECTIVE, entry) &&
                names_add_all(names, arena, country.people, COUNTRY_PEOPLE, entry) &&
                names_add_all(names, arena, country.government, COUNTRY_GOVERNMENT, entry) &&
                map_set(table->codes, country.alpha2, entry) && map_set(table->codes, country.cameo, entry) &&
                map_set(table->codes, country.alpha3, entry);
    if (!good)
        return error_memory(error);
    Code code = add_capitals(table, arena, file, row, &country, error);
    if (code == OK && !take_centre(row, &country))
        return table_fault(file, row, error, "the centre is no place; write latitude,longitude, or -");
    if (code == OK && !list_push(arena, &table->entries, country))
        return error_memory(error);
    return code;
}

Code country_table_open(Arena *arena, const char *folder, CountryTable *table, Error *error) {
    if (!names_init(&table->names, arena) || !(table->codes = map_new(arena)))
        return error_memory(error);
    return table_each(arena, folder, "countries.tsv", CENTRE, COLUMNS, add_row, table, error);
}

size_t country_find(const Tables *tables, View folded, CountryHit *hits, size_t room) {
    const CountryTable *table = &tables->countries;
    size_t count = 0;
    for (CountryNameKind kind = COUNTRY_NAME; kind <= COUNTRY_GOVERNMENT; kind++)
        for (const NameLink *link = names_first(&table->names, folded); link && count < room;
             link = names_next(&table->names, link))
            if (link->kind == kind)
                hits[count++] = (CountryHit){&table->entries.items[link->entry], kind, link->written};
    return count;
}

const CountryEntry *country_by_code(const Tables *tables, View code) {
    uint32_t entry;
    return map_get(tables->countries.codes, code, &entry) ? &tables->countries.entries.items[entry] : NULL;
}

bool country_borders(const CountryEntry *country, View alpha3) {
    View rest = country->neighbours, neighbour;
    while (rest.data && view_split(&rest, ' ', &neighbour))
        if (view_equal(neighbour, alpha3))
            return true;
    return false;
}
