/* identity/likeness: do two names as they are written, in whatever script and order, name one?
 *
 * In: two names. Out: a score from 0 to 1; from LIKENESS_SAME on they may be taken for one. The idea: titles, articles
 * and particles aside, each part of the shorter name looks for its partner in the longer one; a part without a partner
 * on both sides makes two persons ("Hafez al-Assad", "Bashar al-Assad"), one that only the longer name has is a second
 * name ("George W. Bush"), unless it stands first ("Ahmed Mohammed Hassan" is the son). A name turned round is the same
 * ("Mvondo Sylvain"), but not when both parts are given names ("Ali Hassan", "Hassan Ali"). Left out: noms de guerre
 * (the actor table has them), and names without a common part.
 */
#include "identity/likeness.h"
#include "identity/titles.h"
#include <string.h>

#define MOST_PARTS  12
#define SOUND_BYTES 64

typedef struct Parts {
    View items[MOST_PARTS];
    View written[MOST_PARTS]; /* in Arabic script, without the article; data NULL: it is in another one */
    size_t count;
    int generation; /* 1 senior, 2 junior, 0 unsaid */
    bool unvowelled;
} Parts;

/* --- parts -------------------------------------------------------------------------------------------------------- */

static bool says_generation(Parts *parts, View part) {
    static const char *const older[] = {"senior", "sr", "elder", NULL};
    static const char *const younger[] = {"junior", "jr", "younger", "ii", "iii", "filho", "fils", NULL};
    int generation = view_among(part, older) ? 1 : view_among(part, younger) ? 2 : 0;
    parts->generation = generation ? generation : parts->generation;
    return generation != 0;
}

static bool is_empty(const Tables *tables, View part) {
    static const char *const small[] = {"the", "of", "and", "for", "d", "l", "s", NULL};
    Gender gender;
    TitleKind kind = title_find(tables, part, &gender);
    return kind == TITLE_ADDRESS || kind == TITLE_PARTICLE || view_among(part, small);
}

static bool is_servant(View part) {
    static const char *const forms[] = {"abd", "abdul", "abdel", "abdal", "abdol", "abdu", "abed", NULL};
    return view_among(part, forms);
}

/* "Abdul Rahman", "Abd al-Rahman" and "Abdurrahman" are one part. */
static bool add_part(Arena *arena, Parts *parts, View part) {
    View *last = parts->count ? &parts->items[parts->count - 1] : NULL;
    if (last && is_servant(*last)) {
        parts->written[parts->count - 1] = (View){NULL, 0};
        *last = arena_format(arena, "abd%.*s", (int)part.length, part.data);
        return last->data != NULL;
    }
    if (parts->count < MOST_PARTS)
        parts->items[parts->count++] = part;
    return true;
}

static bool next_part(View *rest, View *part) {
    size_t start = 0, end;
    while (start < rest->length && strchr(" -'.,()\"", rest->data[start]))
        start++;
    for (end = start; end < rest->length && !strchr(" -'.,()\"", rest->data[end]); end++)
        ;
    *part = view_slice(*rest, start, end);
    *rest = view_slice(*rest, end, rest->length);
    return part->length > 0;
}

static bool add_parts(const Tables *tables, Arena *arena, View name, View written, Parts *parts) {
    View rest = name_romanised(arena, name), part;
    if (!rest.data)
        return false;
    while (next_part(&rest, &part)) {
        size_t before = parts->count;
        if (!says_generation(parts, part) && !is_empty(tables, part) && !add_part(arena, parts, part))
            return false;
        if (parts->count > before)
            parts->written[before] = written;
    }
    return true;
}

static View without_arabic_article(View word) {
    bool article = view_starts(word, VIEW("\xD8\xA7\xD9\x84")) && word.length > 8;
    return article ? view_slice(word, 4, word.length) : word;
}

static bool split(const Tables *tables, Arena *arena, View name, Parts *parts) {
    *parts = (Parts){.count = 0, .unvowelled = name.length && ((unsigned char)name.data[0] & 0xFC) == 0xD8};
    View rest = name, word, part;
    bool good = parts->unvowelled || add_parts(tables, arena, name, (View){NULL, 0}, parts);
    while (good && parts->unvowelled && view_split(&rest, ' ', &word))
        good = add_parts(tables, arena, word, without_arabic_article(word), parts);
    View all = good && parts->count == 0 ? name_romanised(arena, name) : (View){NULL, 0};
    while (all.data && parts->count == 0 && next_part(&all, &part)) /* nothing but "Amir" or "Haji" */
        parts->items[parts->count++] = part;
    return good;
}

/* --- one part against another ------------------------------------------------------------------------------------ */

static View without_servant(View part) {
    static const char *const forms[] = {"abdul", "abdel", "abdal", "abdur", "abdol", "abd", NULL};
    for (const char *const *form = forms; *form; form++)
        if (view_starts(part, view(*form)) && part.length > view(*form).length + 3)
            return view_slice(part, view(*form).length, part.length);
    return part;
}

static View without_article(View part) {
    bool article = (view_starts(part, VIEW("al")) || view_starts(part, VIEW("el"))) && part.length >= 6;
    return article ? view_slice(part, 2, part.length) : part;
}

/* Two letters that are one sound. */
static char pair_sound(char a, char b) {
    static const char pairs[][4] = {"khk", "ghk", "chs", "shs", "zhj", "djj", "phf", "tht", "dhd", "ckk"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == a && pairs[i][1] == b)
            return pairs[i][2];
    return 0;
}

static char single_sound(View part, size_t i) {
    static const char from[] = "qgczvx", to[] = "kkksfk";
    char c = part.data[i];
    const char *place = strchr(from, c);
    bool silent = strchr("aeiouwy'", c) || (c == 'h' && i > 0) || (c == 'j' && i > 0 && i + 1 == part.length);
    return silent ? 0 : place ? to[place - from] : c;
}

/* The consonants as sounds, double letters once; how many there are. */
static size_t sounds(View part, char key[SOUND_BYTES]) {
    size_t length = 0;
    for (size_t i = 0; i < part.length && length + 1 < SOUND_BYTES; i++) {
        char next = i + 1 < part.length ? part.data[i + 1] : 0, sound = pair_sound(part.data[i], next);
        bool twice = i > 0 && part.data[i] == part.data[i - 1];
        i += sound != 0;
        if (!sound && !twice)
            sound = single_sound(part, i);
        if (sound)
            key[length++] = sound;
        if (!twice && part.data[i] == 'x')
            key[length++] = 's';
    }
    return length;
}

static bool same_sound(View a, View b) {
    char x[SOUND_BYTES], y[SOUND_BYTES];
    size_t length = sounds(a, x);
    return length >= 1 && length == sounds(b, y) && memcmp(x, y, length) == 0;
}

static bool begin_alike(View a, View b) {
    static const char *const sounds[] = {"qkgc", "aeiouy", "vwfbou", "szc", "jgdyz", "tds", "hk", "bp", "lj", NULL};
    if (a.data[0] == b.data[0])
        return true;
    for (const char *const *group = sounds; *group; group++)
        if (strchr(*group, a.data[0]) && strchr(*group, b.data[0]))
            return true;
    return false;
}

static bool genders_differ(const Tables *tables, View a, View b) {
    Gender x = given_name_gender(tables, a), y = given_name_gender(tables, b);
    return x != GENDER_UNKNOWN && y != GENDER_UNKNOWN && x != y;
}

/* Alike by sound and by letters; short parts must not differ in their vowels. */
static bool sound_alike(View a, View b, bool unvowelled) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    double letters = names_letters_alike(a, b);
    if (shorter < 3 || !begin_alike(a, b))
        return false;
    if (same_sound(a, b))
        return unvowelled || (shorter >= 4 && letters >= 0.6);
    return shorter >= 7 && letters >= 0.75;
}

/* unvowelled: one of them comes from a script that writes no short vowels. */
static double part_likeness(const Tables *tables, View a, View b, bool unvowelled) {
    if (view_equal(a, b))
        return 1;
    if (a.length == 1 || b.length == 1)
        return a.data[0] == b.data[0] ? 0.8 : 0;
    if (names_part_feminine(a, b) || names_part_feminine(b, a) || genders_differ(tables, a, b))
        return 0;
    if (given_names_alike(tables, a, b))
        return 0.95;
    if (names_part_alike(a, b))
        return 0.92;
    bool servants = view_starts(a, VIEW("abd")) && view_starts(b, VIEW("abd"));
    View x = servants ? without_servant(a) : without_article(a), y = servants ? without_servant(b) : without_article(b);
    if ((x.length != a.length || y.length != b.length) && (names_part_alike(x, y) || sound_alike(x, y, unvowelled)))
        return 0.9;
    if (view_starts(a, VIEW("abd")) || view_starts(b, VIEW("abd")))
        return 0;
    return sound_alike(a, b, unvowelled) ? 0.85 : 0;
}

#define COST_SAME 1.4 /* a letter: the dearest that is still taken for the same name */

#define BY_SOUND 0.82 /* what the same sounds count at most where the letters are too dear */

/* One in Arabic script, one in Latin letters: by the costs of letters, else by what both sound like. */
static double written_likeness(const Tables *tables, View latin, View arabic, double by_sound) {
    double cost = letters_cost(tables, latin, arabic);
    View bare = without_article(latin);
    if (bare.length != latin.length) { /* "Alqarni" */
        double other = letters_cost(tables, bare, arabic);
        cost = other < cost ? other : cost;
    }
    double likeness = cost <= COST_SAME ? 0.99 - 0.15 * cost / COST_SAME : 0.7 * COST_SAME / cost;
    return by_sound >= BY_SOUND && likeness < BY_SOUND ? BY_SOUND : likeness;
}

static double likeness_at(const Tables *tables, const Parts *a, size_t i, const Parts *b, size_t k) {
    double value = part_likeness(tables, a->items[i], b->items[k], a->unvowelled || b->unvowelled);
    if ((a->written[i].data != NULL) == (b->written[k].data != NULL))
        return value;
    return a->written[i].data ? written_likeness(tables, b->items[k], a->written[i], value)
                              : written_likeness(tables, a->items[i], b->written[k], value);
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

typedef struct Pairing {
    int partner[MOST_PARTS]; /* of each part of the shorter name: index in the longer one, or -1 */
    double sum;
    size_t found;
} Pairing;

/* The best pair first, then the best of what is left. */
static void pair_up(const Tables *tables, const Parts *shorter, const Parts *longer, Pairing *pairing) {
    bool taken[MOST_PARTS] = {false};
    for (size_t i = 0; i < MOST_PARTS; i++)
        pairing->partner[i] = -1;
    for (size_t round = 0; round < shorter->count; round++) {
        double best = 0;
        size_t from = 0, to = 0;
        for (size_t i = 0; i < shorter->count; i++)
            for (size_t k = 0; k < longer->count && pairing->partner[i] < 0; k++) {
                double value = taken[k] ? 0 : likeness_at(tables, shorter, i, longer, k);
                value -= i == k ? 0 : 0.001;
                if (value > best) {
                    best = value;
                    from = i;
                    to = k;
                }
            }
        if (best <= 0)
            return;
        pairing->partner[from] = (int)to;
        taken[to] = true;
        pairing->sum += best;
        pairing->found++;
    }
}

static bool is_turned(const Pairing *pairing, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (pairing->partner[i] < pairing->partner[i - 1])
            return true;
    return false;
}

static bool are_given(const Tables *tables, const Parts *parts) {
    for (size_t i = 0; i < parts->count; i++)
        if (!given_name_known(tables, parts->items[i]))
            return false;
    return true;
}

static bool has_whole_match(const Tables *tables, const Parts *shorter, const Parts *longer, const Pairing *pairing) {
    for (size_t i = 0; i < shorter->count; i++)
        if (likeness_at(tables, shorter, i, longer, (size_t)pairing->partner[i]) > 0.8)
            return true;
    return false;
}

/* "Gebre" "Michael" beside "Gebremichael": two parts that together are one of the other name. */
static bool join_parts(Arena *arena, Parts *parts, const Parts *other) {
    for (size_t i = 0; i + 1 < parts->count; i++)
        for (size_t k = 0; k < other->count; k++) {
            View both = arena_format(arena, "%.*s%.*s", (int)parts->items[i].length, parts->items[i].data,
                                     (int)parts->items[i + 1].length, parts->items[i + 1].data);
            if (!both.data)
                return false;
            if (!names_part_alike(both, other->items[k]) && !view_equal(both, other->items[k]))
                continue;
            parts->items[i] = both;
            parts->written[i] = (View){NULL, 0};
            memmove(&parts->written[i + 1], &parts->written[i + 2], (parts->count - i - 2) * sizeof *parts->written);
            memmove(&parts->items[i + 1], &parts->items[i + 2], (parts->count - i - 2) * sizeof *parts->items);
            parts->count--;
            break;
        }
    return true;
}

static double letters_shared(const Parts *a, const Parts *b) {
    double sum = 0;
    for (size_t i = 0; i < a->count; i++) {
        double best = 0;
        for (size_t k = 0; k < b->count; k++) {
            double value = names_letters_alike(a->items[i], b->items[k]);
            best = value > best ? value : best;
        }
        sum += best;
    }
    return sum / (double)a->count;
}

/* Of names that are not the same, at most one half: enough to tell a near one from a far one. */
static double when_apart(const Parts *a, const Parts *b, double score) {
    return 0.25 * score + 0.125 * (letters_shared(a, b) + letters_shared(b, a));
}

double name_likeness(const Tables *tables, Arena *arena, View a, View b) {
    Parts first, second;
    Pairing pairing = {.sum = 0};
    if (!split(tables, arena, a, &first) || !split(tables, arena, b, &second) || !first.count || !second.count ||
        !join_parts(arena, &first, &second) || !join_parts(arena, &second, &first))
        return 0;
    const Parts *shorter = first.count <= second.count ? &first : &second;
    const Parts *longer = shorter == &first ? &second : &first;
    pair_up(tables, shorter, longer, &pairing);
    double score = pairing.found ? pairing.sum / (double)shorter->count : 0;
    if (pairing.found < shorter->count || !has_whole_match(tables, shorter, longer, &pairing))
        return when_apart(shorter, longer, score);
    if (first.generation && second.generation && first.generation != second.generation)
        return score * 0.5;
    if ((first.generation == 0) != (second.generation == 0))
        score *= 0.75;
    bool turned = is_turned(&pairing, shorter->count);
    if (shorter->count < longer->count)
        score *= shorter->count == 1                 ? 0.6
                 : pairing.partner[0] == 0 || turned ? 0.95
                 : are_given(tables, shorter)        ? 0.7
                                                     : 0.9;
    if (turned)
        score *= are_given(tables, shorter) ? 0.7 : 0.95;
    return score;
}
