/* identity/place_table: regions.tsv (own work, goes first) and the gazetteer (gazetteer.h).
 *
 * The gazetteer is mapped from places.packed. When that file is missing, broken or older than the tables it is made
 * from, it is made in memory instead, which costs a tenth of a second, and tables_note says so.
 */
#include "identity/tables_inside.h"
#include <math.h>
#include <string.h>

enum { REGION_NAME, REGION_ALIASES, REGION_COUNTRIES, REGION_KIND, REGION_LAT, REGION_LON, REGION_COLUMNS };

#define PLACES_A_NAME 256 /* by population; San José has the most, some 150 */

static bool coordinate(View field, double *value) {
    *value = NAN;
    return !field_value(field).data || view_to_double(field, value);
}

static Code open_regions(Arena *arena, const char *folder, PlaceTable *table, Error *error) {
    Table *file;
    Row row;
    Code code = table_open(arena, folder, "regions.tsv", REGION_COLUMNS, REGION_COLUMNS, &file, error);
    if (code != OK)
        return code;
    while (table_next(file, &row)) {
        const View *f = row.fields;
        PlaceEntry place = {f[REGION_NAME], field_value(f[REGION_COUNTRIES]), {NULL, 0}, f[REGION_KIND], NAN, NAN, 0};
        uint32_t entry = (uint32_t)table->regions.count;
        if (!coordinate(f[REGION_LAT], &place.lat) || !coordinate(f[REGION_LON], &place.lon))
            return table_fault(file, &row, error, "a latitude or longitude is no number; write degrees, or -");
        if (!names_add(&table->region_names, arena, place.name, 0, entry) ||
            !names_add_all(&table->region_names, arena, field_value(f[REGION_ALIASES]), 0, entry) ||
            !list_push(arena, &table->regions, place))
            return error_memory(error);
    }
    return OK;
}

/* Maps places.packed; *why when it cannot be used (false). */
static bool map_gazetteer(Arena *arena, const char *folder, PlaceTable *table, const char **why) {
    Error error;
    View path = arena_format(arena, "%s/" GAZETTEER_FILE, folder);
    *why = "it is missing";
    if (!path.data || file_map(path.data, &table->mapped, &error) != OK)
        return false;
    if (gazetteer_read(table->mapped, &table->gazetteer, why)) {
        if (gazetteer_is_fresh(&table->gazetteer, folder))
            return true;
        *why = "it was made from other tables";
    }
    file_unmap(table->mapped);
    table->mapped = (View){NULL, 0};
    return false;
}

static Code open_gazetteer(Arena *arena, const char *folder, PlaceTable *table, Error *error) {
    const char *why, *ignored;
    View made;
    if (map_gazetteer(arena, folder, table, &why))
        return OK;
    Code code = gazetteer_make(arena, folder, &made, error);
    if (code != OK)
        return code;
    gazetteer_read(made, &table->gazetteer, &ignored);
    table->note = arena_format(arena,
                               "%s/" GAZETTEER_FILE " is not used: %s; the places are read from places.tsv.gz, which "
                               "takes longer; make it with isnad prepare-data %s",
                               folder, why, folder);
    return table->note.data ? OK : error_memory(error);
}

Code place_table_open(Arena *arena, const char *folder, PlaceTable *table, Error *error) {
    if (!names_init(&table->region_names, arena))
        return error_memory(error);
    Code code = open_regions(arena, folder, table, error);
    return code == OK ? open_gazetteer(arena, folder, table, error) : code;
}

void place_table_close(PlaceTable *table) {
    file_unmap(table->mapped);
    table->mapped = (View){NULL, 0};
}

size_t place_find_exactly(const PlaceTable *table, View key, bool provinces, PlaceEntry *hits, size_t room) {
    size_t count = 0;
    for (const NameLink *link = names_first(&table->region_names, key); link && count < room;
         link = names_next(&table->region_names, link))
        hits[count++] = table->regions.items[link->entry];
    uint32_t numbers[PLACES_A_NAME];
    size_t found = gazetteer_find(&table->gazetteer, key, numbers, PLACES_A_NAME);
    for (size_t i = 0; i < found && count < room; i++) {
        PlaceEntry place;
        if (gazetteer_place(&table->gazetteer, numbers[i], &place) &&
            (!provinces || view_equal(place.kind, VIEW("province"))))
            hits[count++] = place;
    }
    return count;
}
