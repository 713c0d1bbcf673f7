/* identity/petrarch_verbs: a PETRARCH verb dictionary (CAMEO.2.0.txt and the older verb patterns) -> VerbTable.
 *
 *     &WEAPON                            a set of words, a line each behind "+" ("_" at the end: no plural of it)
 *     +KNIFE
 *     ---  ATTEMPT   [---]  ---          a block of verbs with one code, [---] for none
 *     ATTEMPT                            a verb of it, with a code of its own [020] or forms {TRIED TRYING} perhaps
 *     +CLEAR_UP                          a verb of several words
 *     - * ASSASSINATION    [185]         a pattern: words in front of the verb (*) and behind it, and its code
 *
 * "#" begins a comment, "~" a transformation, which is passed over: our tree has the clauses that it asks for. Of two
 * codes ([190:190]) the first counts. Braces and brackets of noun and prepositional phrases only group words.
 */
#include "identity/petrarch.h"
#include "identity/tables_inside.h"
#include <string.h>

typedef struct Dictionary {
    PetrarchFile file;
    VerbTable *table;
    bool in_set, in_block;
} Dictionary;

/* What a line has amiss that does not keep the rest from being read: the first in full, and how many there are. */
static Code pass_over(Dictionary *d, Error *error, const char *what, View words) {
    d->file.faults++;
    if (d->file.faults == 1)
        *d->file.note =
            arena_format(d->file.arena, "%.*s%s%s:%zu: %s: \"%.*s\"; passed over", (int)d->file.note->length,
                         d->file.note->data ? d->file.note->data : "", d->file.note->data ? "; " : "", d->file.path,
                         d->file.line, what, (int)words.length, words.data);
    return d->file.note->data ? OK : error_memory(error);
}

/* Takes "[CODE]" off the text; *code has data NULL for "[---]" and for none. */
static Code take_code(Dictionary *d, View *text, View *code, Error *error) {
    size_t open = view_find(*text, VIEW("["), 0);
    size_t close = open == SIZE_MAX ? SIZE_MAX : view_find(*text, VIEW("]"), open);
    *code = (View){NULL, 0};
    if (open == SIZE_MAX)
        return OK;
    if (close == SIZE_MAX)
        return petrarch_fault(&d->file, error, "a bracket is not closed; add ]", *text);
    View inside = view_trim(view_slice(*text, open + 1, close));
    size_t colon = view_find(inside, VIEW(":"), 0);
    inside = view_trim(view_slice(inside, 0, colon == SIZE_MAX ? inside.length : colon));
    *text = view_slice(*text, 0, open);
    for (size_t i = 0; i < inside.length; i++)
        if (!((inside.data[i] >= '0' && inside.data[i] <= '9') || (inside.data[i] >= 'A' && inside.data[i] <= 'Z') ||
              inside.data[i] == '-'))
            return pass_over(d, error, "no code between the brackets", inside);
    if (inside.length && inside.data[0] != '-')
        *code = inside;
    return OK;
}

static bool add_name(Dictionary *d, Names *names, View raw, uint32_t kind, uint32_t entry) {
    View name = arena_copy(d->file.arena, raw);
    if (!name.data)
        return false;
    for (size_t i = 0; i < name.length; i++)
        if (name.data[i] == '_' || name.data[i] == '+')
            ((char *)name.data)[i] = ' '; /* our own copy */
    name = view_trim(name);
    return name.length == 0 || names_add(names, d->file.arena, name, kind, entry);
}

static Code take_member(Dictionary *d, View word, Error *error) {
    bool plural = !view_ends(word, VIEW("_"));
    uint32_t set = (uint32_t)d->table->sets.count - 1;
    View more = arena_format(d->file.arena, "%.*sS", (int)word.length, word.data);
    bool good = more.data && add_name(d, &d->table->members, word, set, 0) &&
                (!plural || add_name(d, &d->table->members, more, set, 0));
    return good ? OK : error_memory(error);
}

static Code take_header(Dictionary *d, View text, Error *error) {
    VerbBlock block = {.line = d->file.line};
    Code code = take_code(d, &text, &block.code, error);
    d->in_set = false;
    d->in_block = true;
    if (code == OK && !list_push(d->file.arena, &d->table->blocks, block))
        code = error_memory(error);
    return code;
}

static Code take_verb(Dictionary *d, View text, Error *error) {
    VerbName verb = {.block = (uint32_t)d->table->blocks.count - 1};
    Code code = take_code(d, &text, &verb.code, error);
    if (code != OK)
        return code;
    size_t open = view_find(text, VIEW("{"), 0);
    View base = view_trim(view_slice(text, 0, open == SIZE_MAX ? text.length : open)), forms = VIEW(""), form;
    if (open != SIZE_MAX) {
        size_t close = view_find(text, VIEW("}"), open);
        if (close == SIZE_MAX)
            return petrarch_fault(&d->file, error, "a brace is not closed; add }", text);
        forms = view_slice(text, open + 1, close);
    }
    uint32_t index = (uint32_t)d->table->verbs.count;
    bool good = list_push(d->file.arena, &d->table->verbs, verb) && add_name(d, &d->table->names, base, 0, index);
    while (good && view_split(&forms, ' ', &form))
        good = form.length == 0 || add_name(d, &d->table->names, form, 0, index);
    return good ? OK : error_memory(error);
}

/* The words without what groups them, blanks between them. */
static View bare_words(Arena *arena, View text) {
    View copy = arena_copy(arena, view_trim(text));
    for (size_t i = 0; copy.data && i < copy.length; i++)
        if (strchr("(){}\t", copy.data[i]))
            ((char *)copy.data)[i] = ' '; /* our own copy */
    return copy;
}

static Code take_pattern(Dictionary *d, View text, Error *error) {
    VerbPattern pattern = {.line = d->file.line};
    if (!d->in_block)
        return petrarch_fault(&d->file, error, "a pattern before the first block of verbs (--- NAME [CODE] ---)", text);
    View whole = text;
    Code code = take_code(d, &text, &pattern.code, error);
    size_t star = view_find(text, VIEW("*"), 0);
    if (code != OK)
        return code;
    if (star == SIZE_MAX || text.length == whole.length)
        return pass_over(d, error, star == SIZE_MAX ? "a pattern without * for its verb" : "a pattern without a code",
                         whole);
    pattern.before = bare_words(d->file.arena, view_slice(text, 0, star));
    pattern.after = bare_words(d->file.arena, view_slice(text, star + 1, text.length));
    VerbBlock *block = &d->table->blocks.items[d->table->blocks.count - 1];
    bool good = pattern.before.data && pattern.after.data && list_push(d->file.arena, &block->patterns, pattern);
    return good ? OK : error_memory(error);
}

static Code take_line(void *dictionary, View line, Error *error) {
    Dictionary *d = dictionary;
    size_t comment = view_find(line, VIEW("#"), 0);
    View text = view_trim(view_slice(line, 0, comment == SIZE_MAX ? line.length : comment));
    if (text.length == 0 || text.data[0] == '~')
        return OK;
    if (text.data[0] == '&') {
        d->in_set = true;
        return list_push(d->file.arena, &d->table->sets, text) ? OK : error_memory(error);
    }
    if (text.data[0] == '+' && d->in_set)
        return take_member(d, view_trim(view_slice(text, 1, text.length)), error);
    if (text.data[0] == '+') /* "+CLEAR_UP" in a block: a verb of several words */
        text = view_slice(text, 1, text.length);
    if (view_starts(text, VIEW("---")))
        return take_header(d, text, error);
    if (text.data[0] == '-')
        return take_pattern(d, view_slice(text, 1, text.length), error);
    if (!d->in_block)
        return petrarch_fault(&d->file, error, "no verb dictionary; a block begins with --- NAME [CODE] ---", text);
    return take_verb(d, text, error);
}

Code petrarch_verbs_open(Arena *arena, const char *path, View content, VerbTable *table, View *note, Error *error) {
    Dictionary d = {.file = {.arena = arena, .path = path, .note = note}, .table = table};
    Code code = petrarch_each(&d.file, content, take_line, &d, error);
    if (code == OK && table->verbs.count == 0)
        return error_set(error, ERROR_DATA, "%s: no verb in it", path);
    return code == OK ? petrarch_note_more(&d.file, error) : code;
}
