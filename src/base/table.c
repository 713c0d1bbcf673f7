/* base/table: the text tables under data/, which a person who does not program may correct.
 *
 * In: a UTF-8 file, TAB-separated, gzip or not; the first line `#isnad NAME VERSION` (NAME is the file's name up to its
 * first dot, VERSION is 1), lines that begin with # and empty lines are passed over. Out: its rows. A fault names file,
 * line and cure; all rows are looked at when the table is opened, so that a reader only meets its own faults.
 */
#include "base/base.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct Table {
    View path;
    View rest; /* not yet read */
    size_t line, minimum, maximum;
    View *fields; /* [maximum], of the last row */
};

/* The path as a C string (arena_format ends it with a zero). */
static const char *path_of(const Table *table) {
    return table->path.data;
}

static bool next_line(Table *table, View *line) {
    if (!view_split(&table->rest, '\n', line))
        return false;
    table->line++;
    if (view_ends(*line, VIEW("\r")))
        line->length--;
    return true;
}

static bool skips(View line) {
    return line.length == 0 || line.data[0] == '#' || view_trim(line).length == 0;
}

static Code check_first_line(Table *table, View file, Error *error) {
    View first = {"", 0}, word, name, version;
    next_line(table, &first);
    size_t dot = view_find(file, VIEW("."), 0);
    View expected = view_slice(file, 0, dot == SIZE_MAX ? file.length : dot);
    View rest = view_trim(first);
    bool good = view_split(&rest, ' ', &word) && view_equal(word, VIEW("#isnad")) && view_split(&rest, ' ', &name) &&
                view_equal(name, expected) && view_split(&rest, ' ', &version) && !rest.data;
    if (!good)
        return error_set(error, ERROR_DATA, "%s:1: the first line must be \"#isnad %.*s 1\"", path_of(table),
                         (int)expected.length, expected.data);
    if (!view_equal(version, VIEW("1")))
        return error_set(error, ERROR_DATA,
                         "%s:1: version %.*s of this table is not known; fetch tables and isnad together",
                         path_of(table), (int)version.length, version.data);
    return OK;
}

static Code check_rows(Table table, Error *error) {
    View line;
    while (next_line(&table, &line)) {
        if (skips(line))
            continue;
        size_t count = 1;
        for (size_t i = 0; i < line.length; i++)
            count += line.data[i] == '\t';
        if (count < table.minimum || count > table.maximum) {
            const char *cure = count < table.minimum ? "add the missing ones (TAB between two fields)"
                                                     : "take out the TABs that are too many";
            return error_set(error, ERROR_DATA, "%s:%zu: %zu fields where %zu to %zu are wanted; %s", path_of(&table),
                             table.line, count, table.minimum, table.maximum, cure);
        }
    }
    return OK;
}

static Code read_content(Arena *arena, const char *path, const char *cure, View *content, Error *error) {
    Code code = file_read(arena, path, LIMIT_TABLE_BYTES, content, error);
    if (code == OK && gzip_is(*content))
        code = gzip_unpack(arena, *content, path, LIMIT_TABLE_BYTES, content, error);
    if (code == ERROR_FILE || code == ERROR_INPUT) {
        Error why = {0};
        if (error)
            why = *error;
        return error_set(error, ERROR_DATA, "%s%s", why.message, cure);
    }
    return code;
}

/* file: the name that the first line has; cure: what to do when the file cannot be read. */
static Code open_at(Arena *arena, View path, const char *file, const char *cure, size_t minimum, size_t maximum,
                    Table **table, Error *error) {
    Table *opened = arena_take(arena, sizeof *opened);
    View *fields = arena_array(arena, maximum, sizeof *fields), content;
    if (!opened || !path.data || !fields)
        return error_memory(error);
    Code code = read_content(arena, path.data, cure, &content, error);
    if (code != OK)
        return code;
    *opened = (Table){path, content, 0, minimum, maximum, fields};
    size_t bad = utf8_invalid(content);
    if (bad != SIZE_MAX) {
        size_t line = 1;
        for (size_t i = 0; i < bad; i++)
            line += content.data[i] == '\n';
        return error_set(error, ERROR_DATA, "%s:%zu: malformed UTF-8; save the file as UTF-8", path.data, line);
    }
    code = check_first_line(opened, view(file), error);
    if (code == OK)
        code = check_rows(*opened, error);
    if (code == OK)
        *table = opened;
    return code;
}

Code table_open(Arena *arena, const char *folder, const char *file, size_t minimum, size_t maximum, Table **table,
                Error *error) {
    return open_at(arena, arena_format(arena, "%s/%s", folder, file), file,
                   " (a table of isnad's data folder; give its place with --data)", minimum, maximum, table, error);
}

Code table_open_own(Arena *arena, const char *path, const char *name, size_t minimum, size_t maximum, Table **table,
                    Error *error) {
    return open_at(arena, arena_format(arena, "%s", path), name, "", minimum, maximum, table, error);
}

bool table_next(Table *table, Row *row) {
    View line;
    while (next_line(table, &line)) {
        if (skips(line))
            continue;
        *row = (Row){table->line, table->fields, 0};
        while (row->count < table->maximum && view_split(&line, '\t', &table->fields[row->count]))
            row->count++;
        return true;
    }
    return false;
}

Code table_each(Arena *arena, const char *folder, const char *file, size_t minimum, size_t maximum, TakeRow *take,
                void *into, Error *error) {
    Table *table;
    Row row;
    Code code = table_open(arena, folder, file, minimum, maximum, &table, error);
    while (code == OK && table_next(table, &row))
        code = take(arena, into, table, &row, error);
    return code;
}

View table_rest(const Table *table) {
    return table->rest;
}

Code table_fault(const Table *table, const Row *row, Error *error, const char *format, ...) {
    char words[sizeof error->message];
    va_list values;
    va_start(values, format);
    vsnprintf(words, sizeof words, format, values);
    va_end(values);
    return error_set(error, ERROR_DATA, "%s:%zu: %s", path_of(table), row->line, words);
}
