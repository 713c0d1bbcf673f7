/* export/codes: the tables of codes, opened and asked. */
#include "export/codes.h"

struct Codes {
    Arena *arena;
    LIST(CountryCodes) countries;
    LIST(CameoCode) cameo;
    LIST(SectorCodes) sectors;
    LIST(AcledCode) acled;
    LIST(View) divisions;
    /* keys -> indices */
    Map *country_of, *cameo_of, *sector_of, *acled_of, *division_of;
};

/* Two fields as one key; a TAB stands in no field. */
static View key_of(Arena *arena, View a, View b) {
    return arena_format(arena, "%.*s\t%.*s", (int)a.length, a.data, (int)b.length, b.data);
}

static View field_of(const Row *row, size_t column) {
    return column < row->count && !view_equal(row->fields[column], VIEW("-")) ? row->fields[column] : view(NULL);
}

static Code put(Map *map, View key, size_t index, const Table *table, const Row *row, Error *error) {
    uint32_t before;
    if (!key.data)
        return error_memory(error);
    if (map_get(map, key, &before))
        return table_fault(table, row, error, "stands twice; take one line out");
    return map_set(map, key, (uint32_t)index) ? OK : error_memory(error);
}

/* "Oranjestad@..." is the capital's; the centre is "12.5,-69.97". */
static void take_centre(CountryCodes *country, View centre) {
    View lat;
    if (centre.data && view_split(&centre, ',', &lat))
        country->centred = view_to_double(lat, &country->lat) && view_to_double(centre, &country->lon);
}

static Code take_country(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Codes *codes = into;
    CountryCodes country = {
        .alpha3 = row->fields[0], .alpha2 = row->fields[1], .cameo = row->fields[2], .name = row->fields[3]};
    take_centre(&country, field_of(row, 11));
    Code code = put(codes->country_of, country.alpha3, codes->countries.count, table, row, error);
    if (code == OK && !view_equal(country.alpha3, country.cameo))
        code = put(codes->country_of, country.cameo, codes->countries.count, table, row, error);
    if (code == OK && !list_push(arena, &codes->countries, country))
        code = error_memory(error);
    return code;
}

static Code take_country_codes(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Codes *codes = into;
    uint32_t index;
    (void)arena;
    if (!map_get(codes->country_of, row->fields[0], &index))
        return table_fault(table, row, error, "\"%.*s\" is not in countries.tsv; write its alpha-3 code",
                           (int)row->fields[0].length, row->fields[0].data);
    CountryCodes *country = &codes->countries.items[index];
    country->fips = field_of(row, 1);
    country->numeric = field_of(row, 2);
    country->cow = field_of(row, 3);
    country->region = field_of(row, 4);
    return OK;
}

static Code take_cameo(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Codes *codes = into;
    CameoCode cameo = {row->fields[0], row->fields[1], row->fields[2], field_of(row, 3)};
    double value;
    if (!view_to_double(cameo.goldstein, &value) || value < -10 || value > 10)
        return table_fault(table, row, error, "Goldstein's scale goes from -10.0 to 10.0");
    Code code = put(codes->cameo_of, cameo.code, codes->cameo.count, table, row, error);
    if (code == OK && !list_push(arena, &codes->cameo, cameo))
        code = error_memory(error);
    return code;
}

static Code take_sector(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Codes *codes = into;
    SectorCodes sector = {row->fields[0], row->fields[1], row->fields[2], field_of(row, 3), field_of(row, 4)};
    Code code = put(codes->sector_of, sector.code, codes->sectors.count, table, row, error);
    if (code == OK && !list_push(arena, &codes->sectors, sector))
        code = error_memory(error);
    return code;
}

static Code take_acled(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Codes *codes = into;
    AcledCode acled = {row->fields[0], row->fields[1], row->fields[2], row->fields[3], row->fields[4]};
    Code code = put(codes->acled_of, key_of(arena, acled.type, acled.mode), codes->acled.count, table, row, error);
    if (code == OK && !list_push(arena, &codes->acled, acled))
        code = error_memory(error);
    return code;
}

static Code take_division(Arena *arena, void *into, const Table *table, const Row *row, Error *error) {
    Codes *codes = into;
    View key = key_of(arena, row->fields[0], row->fields[1]);
    Code code = put(codes->division_of, key, codes->divisions.count, table, row, error);
    if (code == OK && !list_push(arena, &codes->divisions, row->fields[2]))
        code = error_memory(error);
    return code;
}

Code codes_open(Arena *arena, const char *folder, Codes **made, Error *error) {
    static const struct {
        const char *file;
        size_t fewest, most;
        TakeRow *take;
    } tables[] = {
        {"countries.tsv", 11, 12, take_country}, {"country_codes.tsv", 5, 5, take_country_codes},
        {"cameo.tsv", 4, 4, take_cameo},         {"sectors.tsv", 5, 5, take_sector},
        {"acled.tsv", 5, 5, take_acled},         {"adm1.tsv", 3, 3, take_division},
    };
    Codes *codes = arena_take(arena, sizeof *codes);
    if (!codes)
        return error_memory(error);
    codes->arena = arena;
    codes->country_of = map_new(arena);
    codes->cameo_of = map_new(arena);
    codes->sector_of = map_new(arena);
    codes->acled_of = map_new(arena);
    codes->division_of = map_new(arena);
    if (!codes->country_of || !codes->cameo_of || !codes->sector_of || !codes->acled_of || !codes->division_of)
        return error_memory(error);
    Code code = OK;
    for (size_t i = 0; code == OK && i < sizeof tables / sizeof *tables; i++)
        code =
            table_each(arena, folder, tables[i].file, tables[i].fewest, tables[i].most, tables[i].take, codes, error);
    *made = codes;
    return code;
}

const CountryCodes *codes_country(const Codes *codes, View code) {
    uint32_t index;
    return code.data && map_get(codes->country_of, code, &index) ? &codes->countries.items[index] : NULL;
}

const CameoCode *codes_cameo(const Codes *codes, View code) {
    uint32_t index;
    return code.data && map_get(codes->cameo_of, code, &index) ? &codes->cameo.items[index] : NULL;
}

const SectorCodes *codes_sector(const Codes *codes, View sector) {
    uint32_t index;
    return sector.data && map_get(codes->sector_of, sector, &index) ? &codes->sectors.items[index] : NULL;
}

/* Few rows: looked through. Its own mode goes before "*". */
const AcledCode *codes_acled(const Codes *codes, View type, View mode) {
    const AcledCode *any = NULL;
    for (size_t i = 0; i < codes->acled.count; i++) {
        const AcledCode *acled = &codes->acled.items[i];
        if (!view_equal(acled->type, type))
            continue;
        if (mode.data && view_equal(acled->mode, mode))
            return acled;
        if (view_equal(acled->mode, VIEW("*")))
            any = acled;
    }
    return any;
}

View codes_adm1(const Codes *codes, View country, View admin1) {
    char room[512];
    uint32_t index;
    View key = {room, country.length + 1 + admin1.length};
    if (!country.data || !admin1.data || key.length > sizeof room)
        return view(NULL);
    size_t length = 0;
    for (size_t i = 0; i < country.length; i++)
        room[length++] = country.data[i];
    room[length++] = '\t';
    for (size_t i = 0; i < admin1.length; i++)
        room[length++] = admin1.data[i];
    return map_get(codes->division_of, key, &index) ? codes->divisions.items[index] : view(NULL);
}

const CountryCodes *codes_actor_country(const Codes *codes, View code) {
    return code.length >= 3 ? codes_country(codes, view_slice(code, 0, 3)) : NULL;
}

View codes_actor_sectors(const Codes *codes, View code) {
    return view_slice(code, codes_actor_country(codes, code) ? 3 : 0, code.length);
}

const SectorCodes *codes_first_sector(const Codes *codes, View code) {
    View sectors = codes_actor_sectors(codes, code);
    return sectors.length >= 3 ? codes_sector(codes, view_slice(sectors, 0, 3)) : NULL;
}

int quad_of_cameo(View code) {
    long root;
    if (code.length < 2 || !view_to_long(view_slice(code, 0, 2), &root) || root < 1 || root > 20)
        return 0;
    return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

int quad_of_type(View type) {
    static const char *const types[4][5] = {{"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
                                            {"COOPERATE", "AID", "RETREAT"},
                                            {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
                                            {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}};
    for (int quad = 0; quad < 4; quad++)
        for (int i = 0; i < 5 && types[quad][i]; i++)
            if (view_equal(type, view(types[quad][i])))
                return quad + 1;
    return 0;
}
