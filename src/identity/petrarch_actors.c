/* identity/petrarch_actors: a PETRARCH (TABARI) actor dictionary -> ActorTable, so that what a project has collected
 * over years keeps its codes.
 *
 *     KOFI_ANNAN_                        a name, "_" for a blank
 *     +SECRETARY-GENERAL_KOFI_ANNAN      another name of the same actor
 *         [IGOUNO 970101-061231]         its code between two days (YYMMDD or YYYYMMDD), ">" from, "<" until
 *         [ELI]                          and without days; codes may also stand behind a name
 *
 * "#" begins a comment. Names of at most four letters ("UN") are meant as they are written. A date that is none is
 * passed over and named in the note, for the dictionaries of the world have some; what is no dictionary is an error.
 */
#include "identity/petrarch.h"
#include "identity/tables_inside.h"
#include <stdio.h>
#include <string.h>

#define ACRONYM 4  /* letters of a name that is compared as written */
#define CENTURY 30 /* two-digit years below it are of this century */

typedef struct Entry { /* on its way into the table */
    View name, code, aliases, roles;
    bool dated;
} Entry;

typedef struct Dictionary {
    PetrarchFile file;
    ActorTable *table;
    Entry entry;
    bool open; /* a name was read */
} Dictionary;

/* What a line has amiss that does not keep the rest from being read: the first in full, and how many there are. */
static bool pass_over(Dictionary *d, View words) {
    d->file.faults++;
    if (d->file.faults == 1)
        *d->file.note = arena_format(d->file.arena, "%s:%zu: no days: \"%.*s\"; passed over", d->file.path,
                                     d->file.line, (int)words.length, words.data);
    return d->file.note->data != NULL;
}

/* "KOFI_ANNAN_" -> "Kofi Annan"; "UN_" -> "UN". data NULL: no memory. */
static View written_name(Arena *arena, View raw) {
    View name = arena_copy(arena, view_trim(raw));
    bool inside = false;
    if (!name.data)
        return name;
    char *data = (char *)name.data; /* our own copy */
    for (size_t i = 0; i < name.length; i++)
        data[i] = data[i] == '_' ? ' ' : data[i];
    name = view_trim(name);
    data = (char *)name.data;
    for (size_t i = 0; i < name.length && name.length > ACRONYM; i++) {
        if (inside && data[i] >= 'A' && data[i] <= 'Z')
            data[i] = (char)(data[i] - 'A' + 'a');
        inside = data[i] != ' ' && data[i] != '-';
    }
    return name;
}

static bool day_of(View digits, Day *day) {
    char text[11];
    if (digits.length != 6 && digits.length != 8)
        return false;
    for (size_t i = 0; i < digits.length; i++)
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return false;
    const char *d = digits.data;
    if (digits.length == 8) {
        snprintf(text, sizeof text, "%.4s-%.2s-%.2s", d, d + 4, d + 6);
    } else {
        bool young = (d[0] - '0') * 10 + (d[1] - '0') < CENTURY;
        snprintf(text, sizeof text, "%s%.2s-%.2s-%.2s", young ? "20" : "19", d, d + 2, d + 4);
    }
    return day_parse(view(text), day);
}

/* ">20070101", "<970101", "920101-961231"; false when it is none of them. */
static bool days_of(View text, Day *from, Day *to) {
    size_t dash = view_find(text, VIEW("-"), 0);
    *from = *to = DAY_UNKNOWN;
    if (view_starts(text, VIEW(">")))
        return day_of(view_trim(view_slice(text, 1, text.length)), from);
    if (view_starts(text, VIEW("<")))
        return day_of(view_trim(view_slice(text, 1, text.length)), to);
    if (dash == SIZE_MAX)
        return day_of(text, from);
    return day_of(view_trim(view_slice(text, 0, dash)), from) &&
           day_of(view_trim(view_slice(text, dash + 1, text.length)), to);
}

/* One more role: "-@2007-01-01..=IGOUNO". */
static bool add_role(Dictionary *d, Day from, Day to, View code) {
    View first = day_format(d->file.arena, from), last = day_format(d->file.arena, to), *roles = &d->entry.roles;
    *roles = arena_format(d->file.arena, "%.*s%s-@%.*s..%.*s=%.*s", (int)roles->length, roles->data,
                          roles->length ? "|" : "", (int)first.length, first.data ? first.data : "", (int)last.length,
                          last.data ? last.data : "", (int)code.length, code.data);
    return roles->data != NULL;
}

static bool is_code(View code) {
    for (size_t i = 0; i < code.length; i++)
        if (!((code.data[i] >= 'A' && code.data[i] <= 'Z') || (code.data[i] >= '0' && code.data[i] <= '9') ||
              code.data[i] == '-'))
            return false;
    return code.length > 0;
}

static Code take_code(Dictionary *d, View inside, Error *error) {
    View rest = view_trim(inside), code = {NULL, 0};
    size_t blank = 0;
    Day from, to;
    while (blank < rest.length && rest.data[blank] != ' ' && rest.data[blank] != '\t')
        blank++;
    code = view_slice(rest, 0, blank);
    rest = view_trim(view_slice(rest, blank, rest.length));
    if (view_equal(code, VIEW("---")))
        return OK;
    if (!is_code(code))
        return petrarch_fault(&d->file, error, "no code between the brackets; write [AFGMIL] or [AFGMIL 010101-051231]",
                              inside);
    if (rest.length == 0) {
        if (!d->entry.code.data)
            d->entry.code = code;
        return OK;
    }
    if (!days_of(rest, &from, &to))
        return pass_over(d, inside) ? OK : error_memory(error);
    d->entry.dated = true;
    return add_role(d, from, to, code) ? OK : error_memory(error);
}

static Code take_codes(Dictionary *d, View text, Error *error) {
    for (size_t at = view_find(text, VIEW("["), 0); at != SIZE_MAX; at = view_find(text, VIEW("["), at)) {
        size_t end = view_find(text, VIEW("]"), at);
        if (end == SIZE_MAX)
            return petrarch_fault(&d->file, error, "a bracket is not closed; add ]", text);
        if (!d->open)
            return petrarch_fault(&d->file, error, "a code before the first name", text);
        Code code = take_code(d, view_slice(text, at + 1, end), error);
        if (code != OK)
            return code;
        at = end;
    }
    return OK;
}

static Code put(Dictionary *d, Error *error) {
    const Entry *e = &d->entry;
    bool any = d->open && (e->code.data || e->roles.length);
    uint32_t index = (uint32_t)d->table->entries.count;
    ActorEntry actor = {e->name,
                        e->dated ? ACTOR_PERSON : ACTOR_ORGANIZATION,
                        e->code.data ? e->code : VIEW(""),
                        {NULL, 0},
                        e->aliases,
                        e->roles,
                        VIEW("petrarch")};
    d->open = false;
    if (any && (!names_add(&d->table->names, d->file.arena, e->name, 0, index) ||
                !names_add_all(&d->table->names, d->file.arena, e->aliases, 0, index) ||
                !list_push(d->file.arena, &d->table->entries, actor)))
        return error_memory(error);
    return OK;
}

static Code take_name(Dictionary *d, View text, bool synonym, Error *error) {
    size_t bracket = view_find(text, VIEW("["), 0);
    View name = written_name(d->file.arena, view_slice(text, 0, bracket == SIZE_MAX ? text.length : bracket));
    if (!name.data)
        return error_memory(error);
    if (synonym && !d->open)
        return petrarch_fault(&d->file, error, "another name (+) before the first name", text);
    if (name.length == 0)
        return OK;
    if (synonym) {
        View *aliases = &d->entry.aliases;
        *aliases = arena_format(d->file.arena, "%.*s%s%.*s", (int)aliases->length, aliases->data,
                                aliases->length ? "|" : "", (int)name.length, name.data);
        return aliases->data ? OK : error_memory(error);
    }
    Code code = put(d, error);
    d->entry = (Entry){.name = name, .aliases = VIEW(""), .roles = VIEW("")};
    d->open = true;
    return code;
}

static Code take_line(void *dictionary, View line, Error *error) {
    Dictionary *d = dictionary;
    size_t comment = view_find(line, VIEW("#"), 0);
    View text = view_slice(line, 0, comment == SIZE_MAX ? line.length : comment), bare = view_trim(text);
    if (bare.length == 0 || bare.data[0] == ';' || view_starts(bare, VIEW("<!--")))
        return OK;
    Code code = OK;
    if (bare.data[0] == '+')
        code = take_name(d, view_slice(bare, 1, bare.length), true, error);
    else if (bare.data[0] != '[')
        code = take_name(d, bare, false, error);
    return code == OK ? take_codes(d, bare, error) : code;
}

Code petrarch_actors_open(Arena *arena, const char *path, View content, ActorTable *table, View *note, Error *error) {
    Dictionary d = {.file = {.arena = arena, .path = path, .note = note}, .table = table};
    Code code = petrarch_each(&d.file, content, take_line, &d, error);
    if (code == OK)
        code = put(&d, error);
    if (code == OK && table->entries.count == 0)
        return error_set(error, ERROR_DATA, "%s: no actor with a code; write NAME [CODE], or rows as in actors.tsv",
                         path);
    return code == OK ? petrarch_note_more(&d.file, error) : code;
}
