/* mention/lemmas: the lemmas of inflected verbs and plural nouns, by data/lemmas.tsv and English spelling.
 *
 * In: words with their Penn tags. Out: better lemmas in the Reading. The network sees pieces of words and guesses an
 * ending ("killed" to "kille"); spelling does better: a form that the table has; else the ending taken off in each way
 * that English puts it on, until a verb of the table stands there ("fired" to "fire", "stopped" to "stop", "denies" to
 * "deny"). What no way explains keeps the network's lemma.
 */
#include "mention/lemmas.h"
#include <string.h>

#define FORM_BYTES 48 /* a longer word keeps the network's lemma */

struct LemmaTable {
    Map *verbs;     /* a verb itself */
    Map *inflected; /* irregular forms of verbs */
    Map *plurals;   /* irregular plurals */
    LIST(View) lemmas;
};

static Code read_row(Arena *arena, LemmaTable *table, const Table *file, const Row *row, Error *error) {
    View form = row->fields[0], kind = row->fields[1], lemma = row->fields[2];
    bool verb = view_equal(kind, VIEW("verb")), base = verb && view_equal(form, lemma);
    Map *map = base ? table->verbs : verb || view_equal(kind, VIEW("verb*")) ? table->inflected : table->plurals;
    uint32_t known;
    if (map == table->plurals && !view_equal(kind, VIEW("noun")))
        return table_fault(file, row, error, "the kind must be verb, verb* or noun");
    if (form.length >= FORM_BYTES)
        return table_fault(file, row, error, "a form has at most %d bytes", FORM_BYTES - 1);
    if (map_get(map, form, &known))
        return table_fault(file, row, error, "this form stands twice; take one line out");
    if (!map_set(map, form, (uint32_t)table->lemmas.count) || !list_push(arena, &table->lemmas, lemma))
        return error_memory(error);
    return OK;
}

Code lemmas_open(Arena *arena, const char *folder, LemmaTable **table, Error *error) {
    Table *file;
    Row row = {0};
    Code code = table_open(arena, folder, "lemmas.tsv", 3, 3, &file, error);
    LemmaTable *made = arena_take(arena, sizeof *made);
    if (code != OK || !made)
        return code != OK ? code : error_memory(error);
    made->verbs = map_new(arena);
    made->inflected = map_new(arena);
    made->plurals = map_new(arena);
    if (!made->verbs || !made->inflected || !made->plurals)
        return error_memory(error);
    while (code == OK && table_next(file, &row))
        code = read_row(arena, made, file, &row, error);
    *table = made;
    return code;
}

typedef struct Form {
    const LemmaTable *table;
    char letters[FORM_BYTES + 2]; /* lower-cased word; a stem is tried in its place */
    size_t length;
} Form;

static bool ends(const Form *form, const char *ending) {
    return view_ends((View){form->letters, form->length}, view(ending));
}

/* A verb of the table: the first `keep` letters with `add` behind them. */
static View verb(const Form *form, size_t keep, const char *add) {
    char letters[FORM_BYTES + 2];
    size_t more = strlen(add);
    uint32_t index;
    if (keep < 2 || keep + more >= sizeof letters)
        return (View){0};
    memcpy(letters, form->letters, keep);
    memcpy(letters + keep, add, more);
    bool known = map_get(form->table->verbs, (View){letters, keep + more}, &index);
    return known ? form->table->lemmas.items[index] : (View){0};
}

static View either(View a, View b) {
    return a.data ? a : b;
}

/* "stopped", "stopping": the stem without its second consonant. */
static View undoubled(const Form *form, size_t stem) {
    bool doubled = stem > 3 && form->letters[stem - 1] == form->letters[stem - 2];
    return doubled ? verb(form, stem - 1, "") : (View){0};
}

static View past(const Form *form) {
    size_t n = form->length;
    if (ends(form, "ied"))
        return either(verb(form, n - 3, "y"), verb(form, n - 1, ""));
    if (!ends(form, "ed"))
        return (View){0};
    return either(either(verb(form, n - 1, ""), verb(form, n - 2, "")), undoubled(form, n - 2));
}

static View gerund(const Form *form) {
    size_t n = form->length;
    if (!ends(form, "ing") || n < 5)
        return (View){0};
    if (ends(form, "ying")) /* "dying" */
        return either(verb(form, n - 3, ""), verb(form, n - 4, "ie"));
    bool sings = ends(form, "nging"); /* "singing" is of "sing", not of "singe" */
    View plain = verb(form, n - 3, ""), silent = verb(form, n - 3, "e");
    return either(sings ? either(plain, silent) : either(silent, plain), undoubled(form, n - 3));
}

static View third_person(const Form *form) {
    size_t n = form->length;
    if (!ends(form, "s"))
        return (View){0};
    View found = ends(form, "ies") ? verb(form, n - 3, "y") : (View){0};
    found = either(found, verb(form, n - 1, ""));
    return ends(form, "es") ? either(found, verb(form, n - 2, "")) : found;
}

static View plural(Arena *arena, const Form *form) {
    static const char *const sibilants[] = {"sses", "shes", "ches", "xes", "zes"};
    size_t n = form->length, cut = 1;
    if (ends(form, "men") && n > 4) /* "policemen" */
        return arena_format(arena, "%.*san", (int)(n - 2), form->letters);
    if (!ends(form, "s") || ends(form, "ss") || n < 4)
        return (View){0};
    if (ends(form, "ies") && n > 4)
        return arena_format(arena, "%.*sy", (int)(n - 3), form->letters);
    for (size_t i = 0; i < sizeof sibilants / sizeof *sibilants; i++)
        cut = ends(form, sibilants[i]) ? 2 : cut;
    return arena_copy(arena, (View){form->letters, n - cut});
}

static View found_in(const LemmaTable *table, const Map *map, const Form *form) {
    uint32_t index;
    return map_get(map, (View){form->letters, form->length}, &index) ? table->lemmas.items[index] : (View){0};
}

static bool lower(View word, Form *form) {
    form->length = 0;
    for (size_t position = 0; position < word.length;) {
        char letter[4];
        size_t bytes = utf8_write(unicode_lower(utf8_next(word, &position)), letter);
        if (form->length + bytes >= FORM_BYTES)
            return false;
        memcpy(form->letters + form->length, letter, bytes);
        form->length += bytes;
    }
    return true;
}

static View by_tag(Arena *arena, const Form *form, View tag) {
    if (view_equal(tag, VIEW("NNS")))
        return either(found_in(form->table, form->table->plurals, form), plural(arena, form));
    bool is_past = view_equal(tag, VIEW("VBD")) || view_equal(tag, VIEW("VBN"));
    bool is_gerund = view_equal(tag, VIEW("VBG")), is_third = view_equal(tag, VIEW("VBZ"));
    if (!is_past && !is_gerund && !is_third && !view_starts(tag, VIEW("VB")))
        return (View){0};
    View irregular = found_in(form->table, form->table->inflected, form);
    View base = found_in(form->table, form->table->verbs, form);
    if (!is_past && !is_gerund && !is_third) /* VB, VBP: "are" */
        return either(base, irregular);
    View regular = is_past ? past(form) : is_gerund ? gerund(form) : third_person(form);
    return either(irregular, either(regular, is_past ? base : (View){0})); /* "hit", "put" */
}

Code lemmas_mend(Arena *arena, const LemmaTable *table, const Text *text, Reading *reading, Error *error) {
    Form form = {.table = table};
    for (uint32_t word = 0; word < text->word_count; word++) {
        WordReading *read = &reading->words[word];
        if (!lower(text_word(text, word), &form))
            continue;
        View lemma = by_tag(arena, &form, read->xpos);
        if (lemma.data)
            read->lemma = lemma;
        if (!read->lemma.data)
            return error_memory(error);
    }
    return OK;
}
