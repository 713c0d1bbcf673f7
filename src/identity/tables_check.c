/* identity/tables_check: every fault of every table of this room, each with file, line and cure, for `isnad
 * check-data`.
 *
 * What a table looks like is said in SHAPES, column by column; the checks below are the same for all. A name that
 * several entries bear is no fault (there are many Tripolis), the same row twice is one.
 */
#include "identity/tables_inside.h"
#include "identity/tables_shapes.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define FAULTS_A_TABLE 200

typedef struct Check {
    Arena *arena;
    const char *folder;
    const TableShape *shape;
    Map *countries; /* alpha-3 codes */
    size_t places;  /* rows of places.tsv.gz */
    LIST(View) faults;
    size_t in_table;
    bool no_memory;
} Check;

__attribute__((format(printf, 3, 4))) static void fault(Check *check, size_t line, const char *format, ...) {
    char words[400];
    va_list values;
    if (check->in_table++ >= FAULTS_A_TABLE)
        return;
    va_start(values, format);
    vsnprintf(words, sizeof words, format, values);
    va_end(values);
    if (check->in_table == FAULTS_A_TABLE)
        snprintf(words, sizeof words, "more faults than these; mend them and check again");
    View text = arena_format(check->arena, "%s/%s:%zu: %s", check->folder, check->shape->file, line, words);
    if (!text.data || !list_push(check->arena, &check->faults, text))
        check->no_memory = true;
}

#define PRINTED(text) (int)(text).length, (text).data

static bool is_country(const Check *check, View code) {
    uint32_t entry;
    return map_get(check->countries, code, &entry);
}

static bool is_one_of(View field, const char *words) {
    View rest = view(words), word;
    while (view_split(&rest, ' ', &word))
        if (view_equal(field, word))
            return true;
    return false;
}

static void check_actor_code(Check *check, size_t line, View code) {
    View sectors =
        code.length >= 3 && is_country(check, view_slice(code, 0, 3)) ? view_slice(code, 3, code.length) : code;
    bool good = sectors.length % 3 == 0;
    for (size_t i = 0; good && i < sectors.length; i += 3)
        good = is_one_of(view_slice(sectors, i, i + 3), SECTORS);
    if (!good)
        fault(check, line, "code \"%.*s\": write a country (alpha-3) and sectors, such as IRNMIL; sectors are %s",
              PRINTED(code), SECTORS);
}

static void check_countries(Check *check, size_t line, View field) {
    View code;
    while (view_split(&field, ' ', &code))
        if (!is_country(check, code))
            fault(check, line, "country \"%.*s\" is not in countries.tsv; write its alpha-3 code", PRINTED(code));
}

static void check_degrees(Check *check, size_t line, View field, double limit) {
    double value;
    if (!view_to_double(field, &value) || value < -limit || value > limit)
        fault(check, line, "\"%.*s\" is no number of degrees from -%.0f to %.0f", PRINTED(field), limit, limit);
}

static void check_capitals(Check *check, size_t line, View field) {
    View capital, name, first;
    while (tables_next_value(&field, &capital)) {
        View rest = capital;
        if (!view_split(&rest, '@', &name) || !name.length || !view_split(&rest, ',', &first) || !rest.data) {
            fault(check, line, "capital \"%.*s\": write NAME@latitude,longitude", PRINTED(capital));
        } else {
            check_degrees(check, line, first, 90);
            check_degrees(check, line, rest, 180);
        }
    }
}

static void check_roles(Check *check, size_t line, View field) {
    View text;
    while (tables_next_value(&field, &text)) {
        View role = text, title, days;
        size_t equals = view_find(role, VIEW("="), 0);
        Day from, to;
        if (equals != SIZE_MAX) {
            check_actor_code(check, line, view_slice(role, equals + 1, role.length));
            role = view_slice(role, 0, equals);
        }
        view_split(&role, '@', &title);
        if (!role.data)
            continue; /* a title and a code without days */
        if (!view_split(&role, '@', &days) || role.data || !days_parse(days, &from, &to))
            fault(check, line, "role \"%.*s\": write TITLE@FROM..TO=CODE with days such as 2020-01-31", PRINTED(text));
        else if (from != DAY_UNKNOWN && to != DAY_UNKNOWN && from > to)
            fault(check, line, "role \"%.*s\" ends before it begins", PRINTED(text));
    }
}

static void check_values(Check *check, size_t line, View field) {
    View value, rest = field;
    while (tables_next_value(&rest, &value)) {
        if (!view_trim(value).length || view_trim(value).length != value.length) {
            fault(check, line, "\"%.*s\": a value is empty or has a space at its end; | stands between two values only",
                  PRINTED(field));
            return;
        }
        View others = rest, other;
        while (tables_next_value(&others, &other))
            if (view_equal(value, other))
                fault(check, line, "\"%.*s\" stands twice; take one out", PRINTED(value));
    }
}

static void check_rows_of_places(Check *check, size_t line, View field) {
    View number;
    while (view_split(&field, ' ', &number)) {
        long row;
        if (!view_to_long(number, &row) || row < 0 || (size_t)row >= check->places)
            fault(check, line,
                  "\"%.*s\" is no row of places.tsv.gz; make both tables again with train/tables/places.py",
                  PRINTED(number));
    }
}

static void check_field(Check *check, size_t line, const ColumnShape *column, View field) {
    Day day;
    long number;
    if (!field.length || view_trim(field).length != field.length) {
        fault(check, line, "%s is empty or has a space at its end; write - for no value", column->name);
        return;
    }
    if (view_equal(field, VIEW("-"))) {
        if (!column->optional)
            fault(check, line, "%s is missing", column->name);
        return;
    }
    switch (column->kind) {
    case COLUMN_TEXT: break;
    case COLUMN_VALUES: check_values(check, line, field); break;
    case COLUMN_ONE_OF:
        if (!is_one_of(field, column->words))
            fault(check, line, "%s \"%.*s\": write one of %s", column->name, PRINTED(field), column->words);
        break;
    case COLUMN_COUNTRIES: check_countries(check, line, field); break;
    case COLUMN_ACTOR_CODE: check_actor_code(check, line, field); break;
    case COLUMN_LATITUDE: check_degrees(check, line, field, 90); break;
    case COLUMN_LONGITUDE: check_degrees(check, line, field, 180); break;
    case COLUMN_NUMBER:
        if (!view_to_long(field, &number) || number < 0)
            fault(check, line, "%s \"%.*s\" is no number", column->name, PRINTED(field));
        break;
    case COLUMN_DAY:
        if (!day_parse(field, &day))
            fault(check, line, "%s \"%.*s\": write a day such as 2020-01-31", column->name, PRINTED(field));
        break;
    case COLUMN_CAPITALS: check_capitals(check, line, field); break;
    case COLUMN_ROLES: check_roles(check, line, field); break;
    case COLUMN_PLACE_ROWS: check_rows_of_places(check, line, field); break;
    }
}

/* What two rows may not have in common: the key columns, folded. data NULL: no memory. */
static View key_of(Check *check, const Row *row) {
    View key = VIEW("");
    for (size_t i = 0; key.data && i < check->shape->keys && i < row->count; i++)
        key = arena_format(check->arena, "%.*s\t%.*s", PRINTED(key), PRINTED(row->fields[i]));
    return key.data ? unicode_fold(check->arena, key) : key;
}

static void check_twice(Check *check, Map *seen, const Row *row) {
    uint32_t earlier;
    View key = key_of(check, row);
    if (!key.data) {
        check->no_memory = true;
    } else if (map_get(seen, key, &earlier)) {
        fault(check, row->line, "the same as line %u; take one of them out", (unsigned)earlier);
    } else if (!map_set(seen, key, (uint32_t)row->line)) {
        check->no_memory = true;
    }
}

static void check_order(Check *check, size_t line, View name, View *last) {
    View folded = unicode_fold(check->arena, name);
    if (!folded.data)
        check->no_memory = true;
    else if (!view_equal(folded, name))
        fault(check, line, "\"%.*s\" is not folded; make the table again with train/tables/places.py", PRINTED(name));
    if (last->data && view_compare(*last, name) >= 0)
        fault(check, line, "\"%.*s\" is out of order; make the table again with train/tables/places.py", PRINTED(name));
    *last = name;
}

static void check_row(Check *check, const Row *row, Map *seen, View *last) {
    const TableShape *shape = check->shape;
    size_t least = shape->fewest ? shape->fewest : shape->count;
    if (row->count < least || row->count > shape->count) {
        fault(check, row->line, "%zu fields where %zu are wanted; one TAB stands between two fields", row->count,
              least);
        return;
    }
    for (size_t i = 0; i < row->count; i++)
        check_field(check, row->line, &shape->columns[i], row->fields[i]);
    if (shape->sorted)
        check_order(check, row->line, row->fields[0], last);
    else if (shape->keys)
        check_twice(check, seen, row);
}

static Code check_table(Check *check, const TableShape *shape, Error *error) {
    Table *file;
    Row row;
    View last = {NULL, 0};
    Map *seen = map_new(check->arena);
    check->shape = shape;
    check->in_table = 0;
    if (!seen)
        return error_memory(error);
    Code code = table_open(check->arena, check->folder, shape->file, 1, 64, &file, error);
    if (code == ERROR_DATA && error) {
        View message = arena_copy(check->arena, view(error->message));
        return message.data && list_push(check->arena, &check->faults, message) ? OK : error_memory(error);
    }
    if (code != OK)
        return code;
    while (table_next(file, &row) && !check->no_memory) {
        check_row(check, &row, seen, &last);
        if (shape->is_places)
            check->places++;
        if (shape->is_countries && row.count && !map_set(check->countries, row.fields[0], 1))
            check->no_memory = true;
    }
    return check->no_memory ? error_memory(error) : OK;
}

/* countries.tsv names neighbours that stand further down: its codes are read before anything is checked. */
static Code read_countries(Check *check, Error *error) {
    Table *file;
    Row row;
    Error ignored;
    Code code = table_open(check->arena, check->folder, "countries.tsv", 1, 64, &file, &ignored);
    while (code == OK && table_next(file, &row))
        if (!map_set(check->countries, row.fields[0], 1))
            return error_memory(error);
    return code == ERROR_MEMORY ? error_memory(error) : OK;
}

/* places.packed is made and not kept by hand: it is whole and of these tables, or it is not there. */
static Code check_packed(Check *check, Error *error) {
    View path = arena_format(check->arena, "%s/" GAZETTEER_FILE, check->folder), block, fault;
    Error ignored;
    if (!path.data)
        return error_memory(error);
    if (file_map(path.data, &block, &ignored) != OK)
        return OK;
    Gazetteer gazetteer;
    const char *why = "";
    bool good = gazetteer_read(block, &gazetteer, &why);
    if (good && !gazetteer_is_whole(block))
        why = "it is damaged";
    else if (good && !gazetteer_is_fresh(&gazetteer, check->folder))
        why = "it was made from other tables";
    else if (good)
        why = NULL;
    file_unmap(block);
    if (!why)
        return OK;
    fault = arena_format(check->arena, "%s: %s; make it with isnad prepare-data %s", path.data, why, check->folder);
    return fault.data && list_push(check->arena, &check->faults, fault) ? OK : error_memory(error);
}

Code tables_check(Arena *arena, const char *folder, TableFaults *faults, Error *error) {
    Error local = {0};
    Check check = {.arena = arena, .folder = folder, .countries = map_new(arena)};
    if (!error)
        error = &local;
    if (!check.countries)
        return error_memory(error);
    Code code = read_countries(&check, error);
    for (const TableShape *shape = TABLE_SHAPES; code == OK && shape->file; shape++)
        code = check_table(&check, shape, error);
    if (code == OK)
        code = check_packed(&check, error);
    *faults = (TableFaults){check.faults.items, check.faults.count};
    return code;
}
