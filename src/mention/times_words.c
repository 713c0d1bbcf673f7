/* mention/times_words: data/times.tsv -> TimeTable, a sentence -> TimePieces.
 *
 * Pieces are smaller than words, since the words of a text may hold several of ours ("mid-January", "three-week",
 * "20th", "2003-2011"), and phrases are longer than words ("the day before yesterday", "Eid al-Fitr"). Phrases are
 * compared in lower case, without dots, hyphens as spaces.
 */
#include "mention/times_words.h"
#include <string.h>

static const char *const class_names[CLASS_COUNT] = {
    "number",  "some",  "ordinal", "weekday", "month",  "season", "unit",  "part",  "day",
    "tonight", "which", "every",   "set",     "approx", "mod",    "shift", "vague", "festival",
    "clock",   "zone",  "decade",  "bound",   "not",    "paper",  "ahead"};

typedef struct NameValue {
    const char *name;
    int value;
} NameValue;

static const NameValue units[] = {
    {"second", UNIT_SECOND}, {"minute", UNIT_MINUTE},   {"hour", UNIT_HOUR},       {"day", UNIT_DAY},
    {"night", UNIT_DAY},     {"weekend", UNIT_WEEKEND}, {"week", UNIT_WEEK},       {"fortnight", UNIT_WEEK},
    {"month", UNIT_MONTH},   {"quarter", UNIT_QUARTER}, {"season", UNIT_SEASON},   {"half", UNIT_HALF},
    {"year", UNIT_YEAR},     {"decade", UNIT_DECADE},   {"century", UNIT_CENTURY}, {NULL, 0}};
static const NameValue parts[] = {{"dawn", PART_DAWN},           {"morning", PART_MORNING}, {"noon", PART_NOON},
                                  {"afternoon", PART_AFTERNOON}, {"evening", PART_EVENING}, {"night", PART_NIGHT},
                                  {"midnight", PART_MIDNIGHT},   {"daytime", PART_DAYTIME}, {NULL, 0}};
static const NameValue mods[] = {{"START", MOD_START},   {"MID", MOD_MID},     {"END", MOD_END},
                                 {"BEFORE", MOD_BEFORE}, {"AFTER", MOD_AFTER}, {NULL, 0}};
static const NameValue vagues[] = {
    {"PAST", VAGUE_PAST}, {"PRESENT", VAGUE_PRESENT}, {"FUTURE", VAGUE_FUTURE}, {NULL, 0}};
static const NameValue clocks[] = {
    {"am", CLOCK_AM}, {"pm", CLOCK_PM}, {"oclock", CLOCK_OCLOCK}, {"hours", CLOCK_HOURS}, {NULL, 0}};
static const NameValue approximations[] = {{"APPROX", 0},        {"MORE_THAN", 0},     {"LESS_THAN", 0},
                                           {"EQUAL_OR_MORE", 0}, {"EQUAL_OR_LESS", 0}, {NULL, 0}};
static const NameValue bounds[] = {{"since", BOUND_SINCE},   {"until", BOUND_UNTIL},
                                   {"before", BOUND_BEFORE}, {"after", BOUND_AFTER},
                                   {"within", BOUND_WITHIN}, {"for", BOUND_FOR},
                                   {"over", BOUND_FOR},      {"range", BOUND_RANGE},
                                   {"in", BOUND_NONE},       {NULL, 0}};
static const NameValue rules[] = {{"fixed", FESTIVAL_FIXED},   {"weekday", FESTIVAL_WEEKDAY},
                                  {"easter", FESTIVAL_EASTER}, {"orthodox", FESTIVAL_ORTHODOX},
                                  {"hijri", FESTIVAL_HIJRI},   {"solar", FESTIVAL_SOLAR},
                                  {"once", FESTIVAL_FIXED},    {NULL, 0}};

static const NameValue *named(const NameValue *names, View name) {
    for (; names->name; names++)
        if (view_equal(name, view(names->name)))
            return names;
    return NULL;
}

static bool read_festival(View value, Festival *festival) {
    View word;
    long numbers[4] = {0};
    size_t count = 0;
    if (!view_split(&value, ' ', &word) || !named(rules, word))
        return false;
    *festival = (Festival){.rule = (FestivalRule)named(rules, word)->value, .length = 1};
    bool once = view_equal(word, VIEW("once"));
    while (view_split(&value, ' ', &word))
        if (count == 4 || !view_to_long(word, &numbers[count++]))
            return false;
    switch (festival->rule) {
    case FESTIVAL_EASTER:
    case FESTIVAL_ORTHODOX:
        festival->shift = (int16_t)numbers[0];
        festival->length = (int16_t)(count > 1 ? numbers[1] : 1);
        return count >= 1 && count <= 2;
    case FESTIVAL_WEEKDAY:
        festival->month = (int8_t)numbers[0];
        festival->weekday = (int8_t)numbers[1];
        festival->nth = (int8_t)numbers[2];
        festival->shift = (int16_t)numbers[3];
        return count >= 3;
    default: {
        size_t from = once;
        festival->year = (int16_t)(once ? numbers[0] : 0);
        festival->month = (int8_t)numbers[from];
        festival->day = (int8_t)numbers[from + 1];
        festival->length = (int16_t)(count > from + 2 ? numbers[from + 2] : 1);
        return count >= from + 2;
    }
    }
}

/* The value's words after the first, which are marks. */
static bool read_marks(View rest, TimeWord *word) {
    View mark;
    while (view_split(&rest, ' ', &mark)) {
        if (view_equal(mark, VIEW("short")))
            word->brief = true;
        else if (view_equal(mark, VIEW("word")))
            word->word = true;
        else if (view_equal(mark, VIEW("every")))
            word->every = true;
        else if (view_equal(mark, VIEW("many")))
            word->many = true;
        else if (view_equal(mark, VIEW("stretch")))
            word->stretch = true;
        else if (view_equal(mark, VIEW("story")))
            word->story = true;
        else if (view_equal(mark, VIEW("same")))
            word->same = true;
        else if (view_equal(mark, VIEW("some")))
            word->some = true;
        else if (view_equal(mark, VIEW("shy")))
            word->shy = true;
        else if (view_equal(mark, VIEW("hijri")))
            word->calendar = CALENDAR_HIJRI;
        else if (view_equal(mark, VIEW("solar")))
            word->calendar = CALENDAR_SOLAR_HIJRI;
        else if (named(parts, mark))
            word->part = (TimePart)named(parts, mark)->value;
        else if (named(units, mark))
            word->unit = (TimeUnit)named(units, mark)->value;
        else if (!view_equal(mark, VIEW("publication")))
            return false;
    }
    return true;
}

static bool read_value(View value, TimeWord *word) {
    View rest = value, first;
    if (word->class == CLASS_FESTIVAL)
        return read_festival(value, &word->festival);
    if (!view_split(&rest, ' ', &first))
        return false;
    const NameValue *unit = named(units, first), *part = named(parts, first), *mod = named(mods, first);
    const NameValue *vague = named(vagues, first), *clock = named(clocks, first), *bound = named(bounds, first);
    switch (word->class) {
    case CLASS_UNIT:
    case CLASS_SET:
        word->value = view_equal(first, VIEW("fortnight")) ? 2 : 1;
        if (!unit && view_to_double(first, &word->value))
            return read_marks(rest, word) && word->unit != UNIT_NONE;
        if (unit)
            word->unit = (TimeUnit)unit->value;
        return unit && read_marks(rest, word);
    case CLASS_PART:
        if (part)
            word->part = (TimePart)part->value;
        return part && read_marks(rest, word);
    case CLASS_MOD:
        if (mod)
            word->mod = (TimeMod)mod->value;
        return mod != NULL;
    case CLASS_VAGUE:
        if (vague)
            word->vague = (TimeVague)vague->value;
        return vague && read_marks(rest, word);
    case CLASS_CLOCK:
        if (clock)
            word->value = clock->value;
        return clock != NULL;
    case CLASS_BOUND:
        if (bound)
            word->bound = (TimeBound)bound->value;
        return bound != NULL;
    case CLASS_PAPER:
    case CLASS_NOT: return view_equal(value, VIEW("-"));
    case CLASS_APPROX: return named(approximations, first) != NULL;
    default: return view_equal(value, VIEW("-")) || (view_to_double(first, &word->value) && read_marks(rest, word));
    }
}

static size_t piece_count(View phrase) {
    size_t count = 0;
    for (View word; view_split(&phrase, ' ', &word);)
        count += 1;
    return count;
}

static Code add_word(TimeTable *table, View phrase, TimeWord word, Error *error) {
    View rest = phrase, first;
    uint32_t known;
    view_split(&rest, ' ', &first);
    View cut = first;
    size_t apostrophe = view_find(first, VIEW("'"), 1);
    if (apostrophe != SIZE_MAX) /* a text may cut "Valentine's" and "o'clock" there */
        cut = view_slice(first, 0, apostrophe);
    word.next = map_get(table->phrases, phrase, &known) ? (int32_t)known : -1;
    table->words[table->count] = word;
    if (!map_set(table->phrases, phrase, (uint32_t)table->count++))
        return error_memory(error);
    bool whole = map_get(table->longest, first, NULL) || map_set(table->longest, first, 1);
    return whole && (map_get(table->longest, cut, NULL) || map_set(table->longest, cut, 1)) ? OK : error_memory(error);
}

Code times_open(Arena *arena, const char *folder, TimeTable **opened, Error *error) {
    Table *file, *again;
    Row row;
    Code code = table_open(arena, folder, "times.tsv", 3, 3, &file, error);
    if (code == OK)
        code = table_open(arena, folder, "times.tsv", 3, 3, &again, error);
    if (code != OK)
        return code;
    size_t rows = 0;
    while (table_next(again, &row))
        rows++;
    TimeTable *table = arena_take(arena, sizeof *table);
    if (table)
        *table = (TimeTable){arena_array(arena, rows, sizeof(TimeWord)), 0, map_new(arena), map_new(arena)};
    if (!table || (rows && !table->words) || !table->phrases || !table->longest)
        return error_memory(error);
    while (code == OK && table_next(file, &row)) {
        TimeWord word = {0};
        while (word.class < CLASS_COUNT && !view_equal(row.fields[0], view(class_names[word.class])))
            word.class ++;
        if (word.class == CLASS_COUNT)
            code = table_fault(file, &row, error, "there is no class \"%.*s\"; see the head of the table",
                               (int)row.fields[0].length, row.fields[0].data);
        else if (piece_count(row.fields[1]) > PHRASE_PIECES)
            code = table_fault(file, &row, error, "a phrase has at most %d words", PHRASE_PIECES);
        else if (!read_value(row.fields[2], &word))
            code = table_fault(file, &row, error, "\"%.*s\" is no value of this class; see the head of the table",
                               (int)row.fields[2].length, row.fields[2].data);
        else
            code = add_word(table, row.fields[1], word, error);
    }
    *opened = table;
    return code;
}

/* --- a sentence in pieces --- */

typedef LIST(TimePiece) PieceList;

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80);
}

/* Bytes of the hyphen or dash at the place, 0 when there is none. */
static size_t dash_at(View word, size_t at) {
    if (word.data[at] == '-')
        return 1;
    View rest = view_slice(word, at, word.length);
    return view_starts(rest, VIEW("\xE2\x80\x90")) || view_starts(rest, VIEW("\xE2\x80\x91")) ||
                   view_starts(rest, VIEW("\xE2\x80\x93")) || view_starts(rest, VIEW("\xE2\x80\x94"))
               ? 3
               : 0;
}

/* Lower case without dots, curly apostrophes straight. */
static View fold_piece(Arena *arena, View part) {
    char *out = arena_take(arena, part.length + 1);
    size_t length = 0;
    if (!out)
        return (View){NULL, 0};
    bool number = part.length && is_digit(part.data[0]);
    for (size_t i = 0; i < part.length; i++) {
        char byte = part.data[i];
        if (part.length - i >= 3 && memcmp(part.data + i, "\xE2\x80\x99", 3) == 0) {
            out[length++] = '\'';
            i += 2;
        } else if (byte != '.' || (number && i + 1 < part.length)) {
            out[length++] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
        }
    }
    return (View){out, length};
}

static void read_digits(TimePiece *piece) {
    long number = 0;
    size_t digits = 0, since_comma = 0;
    bool comma = false;
    for (size_t i = 0; i < piece->text.length; i++) {
        char byte = piece->text.data[i];
        if (byte == ',' && digits && (!comma || since_comma == 3)) {
            comma = true;
            since_comma = 0;
            continue;
        }
        if (!is_digit(byte) || digits == 9)
            return;
        number = number * 10 + (byte - '0');
        digits++;
        since_comma++;
    }
    piece->digits = digits > 0 && (!comma || since_comma == 3);
    piece->number = number;
    piece->length = comma ? 0 : digits;
}

static bool add_piece(Arena *arena, PieceList *list, uint32_t word, View part, bool glued, bool hyphen) {
    TimePiece piece = {.text = fold_piece(arena, part), .word = word, .glued = glued, .hyphen = hyphen};
    if (!piece.text.data)
        return false;
    piece.capital = part.data[0] >= 'A' && part.data[0] <= 'Z';
    piece.dotted = part.length > 1 && part.data[part.length - 1] == '.';
    read_digits(&piece);
    return list_push(arena, list, piece);
}

/* Where the part of the word that begins at `start` ends: at a hyphen, a slash, or between digits and letters. */
static size_t part_end(View word, size_t start) {
    size_t at = start;
    while (at < word.length && !dash_at(word, at) && word.data[at] != '/') {
        if (at > start && ((is_digit(word.data[at - 1]) && is_letter(word.data[at])) ||
                           (is_letter(word.data[at - 1]) && is_digit(word.data[at]))))
            break;
        at++;
    }
    return at;
}

static bool cut_word(Arena *arena, PieceList *list, uint32_t index, View word, bool space_before) {
    bool hyphen = false, glued = !space_before;
    size_t at = 0;
    while (at < word.length) {
        size_t dash = dash_at(word, at), length = dash ? dash : word.data[at] == '/';
        if (length) {
            bool inside = at > 0 && at + length < word.length;
            bool counts = (at == 0 || is_digit(word.data[at - 1])) && (!inside || is_digit(word.data[at + length]));
            View mark = dash ? VIEW("-") : VIEW("/");
            if (counts && !add_piece(arena, list, index, mark, glued, false))
                return false;
            hyphen = dash && !counts;
            at += length;
        } else {
            size_t end = part_end(word, at);
            if (!add_piece(arena, list, index, view_slice(word, at, end), glued, hyphen))
                return false;
            hyphen = false;
            at = end;
        }
        glued = true;
    }
    return true;
}

static bool is_mark(const TimePiece *piece, const char *mark) {
    return view_equal(piece->text, view(mark));
}

/* A hyphen that is a word of its own between two words ("three" "-" "week") is no piece but a mark on the next one. */
static void join_hyphens(PieceList *list) {
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        TimePiece *piece = &list->items[i];
        bool between = is_mark(piece, "-") && piece->glued && kept > 0 && i + 1 < list->count &&
                       list->items[i + 1].glued && !(list->items[kept - 1].digits && list->items[i + 1].digits);
        if (between)
            list->items[i + 1].hyphen = true;
        else
            list->items[kept++] = *piece;
    }
    list->count = kept;
}

static void look_up(const TimeTable *table, TimePiece *items, size_t count, size_t at) {
    char key[96];
    size_t length = 0;
    for (size_t i = 0; i < PHRASE_PIECES; i++)
        items[at].match[i] = -1;
    if (!map_get(table->longest, items[at].text, NULL))
        return;
    for (size_t i = 0; i < PHRASE_PIECES && at + i < count; i++) {
        const TimePiece *piece = &items[at + i];
        bool space = i > 0 && piece->text.data[0] != '\'';
        if (length + piece->text.length + 1 >= sizeof key)
            return;
        if (space)
            key[length++] = ' ';
        memcpy(key + length, piece->text.data, piece->text.length);
        length += piece->text.length;
        uint32_t entry;
        if (map_get(table->phrases, (View){key, length}, &entry))
            items[at].match[i] = (int32_t)entry;
    }
}

Code times_cut(Arena *arena, const TimeTable *table, const Text *text, WordRange words, TimePieces *pieces,
               Error *error) {
    PieceList list = {0};
    for (uint32_t word = words.first; word < words.end; word++)
        if (!cut_word(arena, &list, word, text_word(text, word), text->words[word].space_before || word == words.first))
            return error_memory(error);
    join_hyphens(&list);
    *pieces = (TimePieces){list.items, list.count};
    for (size_t i = 0; i < list.count; i++)
        look_up(table, list.items, list.count, i);
    return OK;
}

const TimeWord *times_word(const TimeTable *table, const TimePieces *pieces, size_t at, TimeClass class, size_t *end) {
    if (at >= pieces->count)
        return NULL;
    for (size_t length = PHRASE_PIECES; length > 0; length--)
        for (int32_t entry = pieces->items[at].match[length - 1]; entry >= 0; entry = table->words[entry].next)
            if (table->words[entry].class == class) {
                *end = at + length;
                return &table->words[entry];
            }
    return NULL;
}
