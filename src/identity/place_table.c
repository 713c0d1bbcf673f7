/* identity/place_table: regions.tsv (own work, goes first) and places.tsv.gz with its index place_names.tsv.gz.
 *
 * GeoNames knows 300,000 names; hashing them when the program starts would cost more than the first report. Instead the
 * index comes sorted by folded name and is searched by halving; a row is taken apart only when somebody asks for it.
 */
#include "identity/tables_inside.h"
#include <math.h>
#include <string.h>

enum { REGION_NAME, REGION_ALIASES, REGION_COUNTRIES, REGION_KIND, REGION_LAT, REGION_LON, REGION_COLUMNS };
enum { PLACE_NAME, PLACE_COUNTRY, PLACE_ADMIN1, PLACE_LAT, PLACE_LON, PLACE_POPULATION, PLACE_KIND, PLACE_COLUMNS };

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

/* The rows of a packed table as they stand; comments only stand in front of them. */
static Code open_rows(Arena *arena, const char *folder, const char *name, size_t columns, View *rows, Error *error) {
    Table *file;
    Code code = table_open(arena, folder, name, columns, columns, &file, error);
    if (code != OK)
        return code;
    View line;
    for (View rest = *rows = table_rest(file); view_split(&rest, '\n', &line) && view_starts(line, VIEW("#"));
         *rows = rest)
        ;
    return OK;
}

static bool find_starts(PlaceTable *table, Arena *arena) {
    View rest = table->places, line;
    while (view_split(&rest, '\n', &line))
        if (line.length && !list_push(arena, &table->starts, (uint32_t)(line.data - table->places.data)))
            return false;
    return true;
}

Code place_table_open(Arena *arena, const char *folder, PlaceTable *table, Error *error) {
    if (!names_init(&table->region_names, arena))
        return error_memory(error);
    Code code = open_regions(arena, folder, table, error);
    if (code == OK)
        code = open_rows(arena, folder, "places.tsv.gz", PLACE_COLUMNS, &table->places, error);
    if (code == OK && !find_starts(table, arena))
        code = error_memory(error);
    if (code == OK)
        code = open_rows(arena, folder, "place_names.tsv.gz", 2, &table->names, error);
    return code;
}

/* The rows of places.tsv.gz that bear this name, as numbers separated by spaces; data NULL for none. Halves the bytes
 * between low and high, both of which begin a line. */
static View find_rows(View names, View key) {
    size_t low = 0, high = names.length;
    while (low < high) {
        size_t start = low + (high - low) / 2;
        while (start > low && names.data[start - 1] != '\n')
            start--;
        View rest = view_slice(names, start, names.length), line, name;
        view_split(&rest, '\n', &line);
        size_t next = start + line.length + 1;
        view_split(&line, '\t', &name);
        int order = view_compare(name, key);
        if (order == 0)
            return line;
        if (order < 0)
            low = next;
        else
            high = start;
    }
    return (View){NULL, 0};
}

static View row_of(const PlaceTable *table, size_t number) {
    View rest = view_slice(table->places, table->starts.items[number], table->places.length), line;
    view_split(&rest, '\n', &line);
    return line;
}

static bool read_place(View line, PlaceEntry *place) {
    View f[PLACE_COLUMNS];
    for (size_t i = 0; i < PLACE_COLUMNS; i++)
        if (!view_split(&line, '\t', &f[i]))
            return false;
    *place = (PlaceEntry){f[PLACE_NAME], f[PLACE_COUNTRY], field_value(f[PLACE_ADMIN1]), f[PLACE_KIND], NAN, NAN, 0};
    return view_to_double(f[PLACE_LAT], &place->lat) && view_to_double(f[PLACE_LON], &place->lon) &&
           view_to_long(f[PLACE_POPULATION], &place->population);
}

size_t place_find_exactly(const PlaceTable *table, View key, bool provinces, PlaceEntry *hits, size_t room) {
    size_t count = 0;
    for (const NameLink *link = names_first(&table->region_names, key); link && count < room;
         link = names_next(&table->region_names, link))
        hits[count++] = table->regions.items[link->entry];
    View rows = find_rows(table->names, key), number;
    while (rows.data && count < room && view_split(&rows, ' ', &number)) {
        long row;
        PlaceEntry place;
        if (!view_to_long(number, &row) || row < 0 || (size_t)row >= table->starts.count ||
            !read_place(row_of(table, (size_t)row), &place))
            continue;
        if (!provinces || view_equal(place.kind, VIEW("province")))
            hits[count++] = place;
    }
    return count;
}
