/* identity/gazetteer_make: places.tsv.gz and place_names.tsv.gz -> the block that gazetteer.h describes. A fault of a
 * table names file, line and cure. What the names stand for is not looked at: that is check-data's.
 */
#include "identity/gazetteer.h"
#include "identity/names.h"
#include <string.h>

enum { PLACE_NAME, PLACE_COUNTRY, PLACE_ADMIN1, PLACE_LAT, PLACE_LON, PLACE_POPULATION, PLACE_KIND, PLACE_COLUMNS };

typedef struct Maker {
    Arena *arena;
    Error *error;
    LIST(GazetteerPlace) places;
    LIST(uint32_t) divisions;
    LIST(uint32_t) blocks;
    Buffer texts, names;
    Map *known; /* country TAB division -> its number */
    size_t name_count;
    View last; /* the name before */
} Maker;

static void add_text(Maker *maker, View text) {
    buffer_append(&maker->texts, text);
    buffer_byte(&maker->texts, '\0');
}

static bool division_of(Maker *maker, View country, View admin1, uint32_t *number) {
    View key = arena_format(maker->arena, "%.*s\t%.*s", (int)country.length, country.data, (int)admin1.length,
                            admin1.data ? admin1.data : "");
    if (!key.data)
        return false;
    if (map_get(maker->known, key, number))
        return true;
    *number = (uint32_t)maker->divisions.count;
    if (!map_set(maker->known, key, *number) ||
        !list_push(maker->arena, &maker->divisions, (uint32_t)maker->texts.length))
        return false;
    add_text(maker, country);
    add_text(maker, admin1);
    return true;
}

static bool kind_of(View word, uint16_t *kind) {
    for (*kind = 0; gazetteer_kinds[*kind]; ++*kind)
        if (view_equal(word, view(gazetteer_kinds[*kind])))
            return true;
    return false;
}

static int32_t thousandths(double degrees) {
    return (int32_t)(degrees * 1000 + (degrees < 0 ? -0.5 : 0.5));
}

static Code add_place(Maker *maker, const Table *file, const Row *row) {
    const View *f = row->fields;
    double lat, lon;
    long population;
    uint32_t division;
    GazetteerPlace place = {.name = (uint32_t)maker->texts.length};
    if (!view_to_double(f[PLACE_LAT], &lat) || !view_to_double(f[PLACE_LON], &lon) || lat < -90 || lat > 90 ||
        lon < -180 || lon > 180 || !view_to_long(f[PLACE_POPULATION], &population) || population < 0)
        return table_fault(file, row, maker->error,
                           "a coordinate or the population is no number; make the table again");
    if (!kind_of(f[PLACE_KIND], &place.kind))
        return table_fault(file, row, maker->error, "kind \"%.*s\" is not known", (int)f[PLACE_KIND].length,
                           f[PLACE_KIND].data);
    add_text(maker, f[PLACE_NAME]);
    if (!division_of(maker, f[PLACE_COUNTRY], field_value(f[PLACE_ADMIN1]), &division))
        return error_memory(maker->error);
    if (division > UINT16_MAX)
        return table_fault(file, row, maker->error, "more divisions than the packed form can hold");
    place.lat = thousandths(lat);
    place.lon = thousandths(lon);
    place.population = population > UINT32_MAX ? UINT32_MAX : (uint32_t)population;
    place.division = (uint16_t)division;
    return list_push(maker->arena, &maker->places, place) ? OK : error_memory(maker->error);
}

static void add_number(Maker *maker, uint32_t number) {
    for (; number >= 0x80; number >>= 7)
        buffer_byte(&maker->names, (char)(number | 0x80));
    buffer_byte(&maker->names, (char)number);
}

static Code add_name(Maker *maker, const Table *file, const Row *row) {
    View name = row->fields[0], numbers = row->fields[1], rest = numbers, part;
    if (!name.length || name.length > GAZETTEER_NAME || (maker->last.data && view_compare(maker->last, name) >= 0))
        return table_fault(file, row, maker->error,
                           "a name that is empty, too long or out of order; make the table again");
    size_t shared = 0;
    if (maker->name_count++ % GAZETTEER_BLOCK == 0) {
        if (!list_push(maker->arena, &maker->blocks, (uint32_t)maker->names.length))
            return error_memory(maker->error);
    } else {
        while (shared < name.length && shared < maker->last.length && name.data[shared] == maker->last.data[shared])
            shared++;
    }
    maker->last = name;
    add_number(maker, (uint32_t)shared);
    add_number(maker, (uint32_t)(name.length - shared));
    buffer_append(&maker->names, view_slice(name, shared, name.length));
    uint32_t count = 0;
    while (view_split(&rest, ' ', &part))
        count++;
    add_number(maker, count);
    while (view_split(&numbers, ' ', &part)) {
        long number;
        if (!view_to_long(part, &number) || number < 0 || (size_t)number >= maker->places.count)
            return table_fault(file, row, maker->error, "\"%.*s\" is no row of places.tsv.gz; make both tables again",
                               (int)part.length, part.data);
        add_number(maker, (uint32_t)number);
    }
    return OK;
}

static Code read_table(Maker *maker, const char *folder, const char *name, size_t columns,
                       Code (*add)(Maker *, const Table *, const Row *)) {
    Table *file;
    Row row;
    Code code = table_open(maker->arena, folder, name, columns, columns, &file, maker->error);
    while (code == OK && table_next(file, &row))
        code = add(maker, file, &row);
    return code;
}

static Code join(Maker *maker, const char *folder, View *block) {
    if (maker->texts.length == 0)
        buffer_byte(&maker->texts, '\0');
    while (maker->texts.length % 4)
        buffer_byte(&maker->texts, '\0');
    size_t places = maker->places.count * sizeof(GazetteerPlace), divisions = maker->divisions.count * 4,
           blocks = maker->blocks.count * 4;
    size_t size = sizeof(GazetteerHeader) + places + divisions + blocks + maker->texts.length + maker->names.length;
    char *out = maker->texts.failed || maker->names.failed || size > UINT32_MAX ? NULL : arena_take(maker->arena, size);
    if (!out)
        return error_memory(maker->error);
    GazetteerHeader header = {.magic = {'i', 's', 'n', 'a', 'd', 'p', 'l', 'c'},
                              .version = GAZETTEER_VERSION,
                              .order = 0x01020304u,
                              .size = (uint32_t)size,
                              .place_count = (uint32_t)maker->places.count,
                              .division_count = (uint32_t)maker->divisions.count,
                              .block_count = (uint32_t)maker->blocks.count,
                              .texts_size = (uint32_t)maker->texts.length,
                              .names_bytes = (uint32_t)maker->names.length};
    gazetteer_source(folder, &header);
    struct {
        const void *data;
        size_t size;
    } parts[] = {{maker->places.items, places},
                 {maker->divisions.items, divisions},
                 {maker->blocks.items, blocks},
                 {maker->texts.data, maker->texts.length},
                 {maker->names.data, maker->names.length}};
    char *at = out + sizeof header;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; at += parts[i++].size)
        if (parts[i].size)
            memcpy(at, parts[i].data, parts[i].size);
    header.check = gazetteer_sum((View){out + sizeof header, size - sizeof header});
    memcpy(out, &header, sizeof header);
    *block = (View){out, size};
    return OK;
}

Code gazetteer_make(Arena *arena, const char *folder, View *block, Error *error) {
    Maker maker = {.arena = arena, .error = error, .known = map_new(arena)};
    if (!maker.known)
        return error_memory(error);
    buffer_init(&maker.texts, LIMIT_TABLE_BYTES);
    buffer_init(&maker.names, LIMIT_TABLE_BYTES);
    Code code = read_table(&maker, folder, "places.tsv.gz", PLACE_COLUMNS, add_place);
    if (code == OK)
        code = read_table(&maker, folder, "place_names.tsv.gz", 2, add_name);
    if (code == OK)
        code = join(&maker, folder, block);
    buffer_free(&maker.texts);
    buffer_free(&maker.names);
    return code;
}
