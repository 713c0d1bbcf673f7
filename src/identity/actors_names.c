/* identity/actors_names: do two names name one actor?
 *
 * Names are compared by their folded parts, without titles and particles. "Soleimani" is short for "Qassem Soleimani";
 * "Al-Sadr", "as-Sadr" and "Sadr" are one; so are spellings of one transliteration apart by a letter or two. Left out:
 * names translated as words ("Mr. Oaks" for Ozols); these only the network can join.
 */
#include "identity/actors.h"
#include "identity/likeness.h"
#include <string.h>

#define LONGEST_PART 40
#define SHORT_FIRST  5 /* bytes of a first word that may stand for the whole name of a body */

static size_t smallest(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Levenshtein's distance of two short byte strings. */
static size_t distance(View a, View b) {
    size_t row[LONGEST_PART + 1];
    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t above = row[j];
            row[j] = smallest(row[j] + 1, row[j - 1] + 1, diagonal + (a.data[i - 1] != b.data[j - 1]));
            diagonal = above;
        }
    }
    return row[b.length];
}

double names_letters_alike(View a, View b) {
    size_t longer = a.length > b.length ? a.length : b.length;
    return longer == 0 || longer > LONGEST_PART ? 0 : 1 - (double)distance(a, b) / (double)longer;
}

/* Consonants as sounds, doubled letters once, vowels left out: "Soleimani" and "Suleymani" give "slmn". */
static size_t skeleton(View part, char out[LONGEST_PART]) {
    static const char from[] = "qgczv", to[] = "kkksf";
    size_t length = 0;
    for (size_t i = 0; i < part.length && length < LONGEST_PART; i++) {
        char c = part.data[i];
        if (strchr("aeiouhyw'", c))
            continue;
        const char *place = strchr(from, c);
        if (place)
            c = to[place - from];
        if (!length || out[length - 1] != c)
            out[length++] = c;
    }
    return length;
}

/* "Amira" beside "Amir": two names, not two spellings. */
bool names_part_feminine(View shorter, View longer) {
    return longer.length == shorter.length + 1 && view_starts(longer, shorter) && longer.data[shorter.length] == 'a' &&
           shorter.data[shorter.length - 1] != 'a';
}

/* Letters that stand for one sound at the beginning of a transliterated name; vowels vary. */
static bool may_begin_alike(char a, char b) {
    static const char *const sounds[] = {"qkgc", "aeiouy", "vwfu", "sz", "jgdy", "td", "hk", "bp"};
    for (size_t i = 0; i < sizeof sounds / sizeof *sounds && a != b; i++)
        if (strchr(sounds[i], a) && strchr(sounds[i], b))
            return true;
    return a == b;
}

bool names_part_alike(View a, View b) {
    if (view_equal(a, b))
        return true;
    size_t shorter = a.length < b.length ? a.length : b.length, longer = a.length + b.length - shorter;
    if (shorter < 4 || longer > LONGEST_PART || longer - shorter > 2 || names_part_feminine(a, b) ||
        names_part_feminine(b, a) || !may_begin_alike(a.data[0], b.data[0]))
        return false;
    size_t apart = distance(a, b);
    if (apart <= 1 && shorter >= 6)
        return true;
    char x[LONGEST_PART], y[LONGEST_PART];
    size_t length = skeleton(a, x), most = shorter >= 8 ? 3 : shorter >= 6 ? 2 : 1;
    return length >= 2 && apart <= most && length == skeleton(b, y) && memcmp(x, y, length) == 0;
}

static bool has_part(const Facts *facts, View part, bool alike) {
    for (size_t i = 0; i < facts->part_count; i++)
        if (view_equal(facts->parts[i], part) || (alike && names_part_alike(facts->parts[i], part)))
            return true;
    return false;
}

/* "J" or "J." for "Joris". */
static bool is_initial_of(View initial, View part) {
    return (initial.length == 1 || (initial.length == 2 && initial.data[1] == '.')) && part.length &&
           initial.data[0] == part.data[0];
}

static bool parts_agree(const ActorWork *work, View a, View b) {
    return names_part_alike(a, b) || is_initial_of(a, b) || is_initial_of(b, a) ||
           given_names_alike(work->tables, a, b);
}

/* Every part of the shorter name stands in the longer one, in the same order. */
static NameMatch match_in_order(const ActorWork *work, const Facts *shorter, const Facts *longer) {
    size_t at = 0, initials = 0;
    bool exact = true;
    for (size_t i = 0; i < shorter->part_count; i++) {
        while (at < longer->part_count && !parts_agree(work, shorter->parts[i], longer->parts[at]))
            at++;
        if (at == longer->part_count)
            return NAMES_UNRELATED;
        exact = exact && view_equal(shorter->parts[i], longer->parts[at]);
        initials +=
            is_initial_of(shorter->parts[i], longer->parts[at]) || is_initial_of(longer->parts[at], shorter->parts[i]);
        at++;
    }
    if (initials == shorter->part_count && !exact) /* "T." alone is nobody's name */
        return NAMES_UNRELATED;
    if (shorter->part_count < longer->part_count)
        return NAMES_SHORT;
    return exact ? NAMES_SAME : NAMES_SPELLED_ALIKE;
}

/* "Mvondo Sylvain" for "Sylvain Mvondo" */
static bool is_turned_round(const Facts *a, const Facts *b) {
    return a->part_count == 2 && b->part_count == 2 && names_part_alike(a->parts[0], b->parts[1]) &&
           names_part_alike(a->parts[1], b->parts[0]);
}

static NameMatch match_persons(const ActorWork *work, const Facts *shorter, const Facts *longer) {
    NameMatch match = match_in_order(work, shorter, longer);
    if (match != NAMES_UNRELATED)
        return match;
    if (is_turned_round(shorter, longer))
        return NAMES_SPELLED_ALIKE;
    return shorter->part_count > 1 ? NAMES_DIFFER : NAMES_UNRELATED;
}

static bool is_acronym_of(const Facts *acronym, const Facts *full) {
    if (!acronym->has_acronym || acronym->part_count != 1 || full->part_count < 2)
        return false;
    View letters = acronym->parts[0];
    if (letters.length != full->part_count)
        return false;
    for (size_t i = 0; i < letters.length; i++)
        if (letters.data[i] != full->parts[i].data[0])
            return false;
    return true;
}

/* "the Authority" for "the River Mobilisation Authority": the same last word, and no word that the full name lacks. */
static NameMatch match_organizations(const Facts *shorter, const Facts *longer) {
    if (is_acronym_of(shorter, longer))
        return NAMES_SHORT;
    for (size_t i = 0; i < shorter->part_count; i++)
        if (!has_part(longer, shorter->parts[i], true))
            return NAMES_UNRELATED;
    if (shorter->part_count == longer->part_count)
        return NAMES_SAME;
    View last = longer->parts[longer->part_count - 1];
    bool same_head =
        view_equal(shorter->head, longer->head) || view_equal(shorter->parts[shorter->part_count - 1], last);
    bool first = shorter->parts[0].length >= SHORT_FIRST && view_equal(shorter->parts[0], longer->parts[0]) &&
                 !shorter->of && !shorter->country &&
                 !shorter->agent.agent; /* "Yomiuri" for "Yomiuri Shimbun", not "Turkish" */
    return same_head || first || shorter->part_count > 1 ? NAMES_SHORT : NAMES_UNRELATED;
}

NameMatch names_match(const ActorWork *work, const Facts *a, const Facts *b, bool persons) {
    if (!a->part_count || !b->part_count)
        return NAMES_UNRELATED;
    const Facts *shorter = a->part_count <= b->part_count ? a : b, *longer = shorter == a ? b : a;
    return persons ? match_persons(work, shorter, longer) : match_organizations(shorter, longer);
}
