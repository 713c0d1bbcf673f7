/* identity/place_choose: of the candidates of each name, the one that the report speaks for.
 *
 * In: names with candidates. Out: a pick each. The idea: a candidate's worth is its prior (how many people live there)
 * and what speaks for it: it lies in what the text says it lies in ("Midland, Michigan"; "the Iranian city of Qom");
 * the report names its country or its division; other names of the report lie near it; the outlet is from there. Names
 * support each other, so that picking is repeated; before the first pick a division is worth how many of the names it
 * has at all: of "Clinton, Ridgeway and Dunmore" the one division that knows all three. A small place for which nothing
 * speaks gets no pin. The weights were set on the development halves of LGL and GeoVirus (tools/place_score.py); they
 * are in powers of ten of people.
 */
#include "identity/place_choose.h"
#include <math.h>

#define ROUNDS         3
#define OTHERS         200 /* names that are compared with each one, at most */
#define NEAR           150.0
#define WORTH_INSIDE   6.0 /* the text says that it lies there */
#define WORTH_COUNTRY  2.0 /* its country is named; as much again by its share of all names of countries */
#define WORTH_BORDER   0.5
#define WORTH_DIVISION 2.0 /* its division is named, or others of its names lie there */
#define WORTH_NEAR     1.0 /* another name lies near it, or is a division as it is */
#define WORTH_OUTLET   1.5
#define WORTH_SHARED   0.5  /* each other name that could lie in its division, a name known in three a third */
#define MOST_SHARED    1.5  /* names */
#define WORTH_HOLDS    3.0  /* the text says that a place lies in it which is far from the city of its name */
#define FAR_OUTSIDE    60.0 /* "Buffalo, New York" is the state, "Queens, New York" may be the city */

static const Candidate *pick_of(const PlaceName *name) {
    return name->pick < 0 ? NULL : &name->candidates.items[name->pick];
}

/* Kilometres, well enough for what is near. */
static double distance(const PlaceEntry *a, const PlaceEntry *b) {
    double north = (a->lat - b->lat) * 111.2;
    double turn = fabs(a->lon - b->lon), east = (turn > 180 ? 360 - turn : turn) * 111.2;
    double narrow = 1 - (a->lat / 90) * (a->lat / 90); /* cos of the latitude, within a tenth */
    return sqrt(north * north + east * east * narrow * narrow);
}

static bool same_country(const Candidate *a, const Candidate *b) {
    return a->country.data && b->country.data && view_equal(a->country, b->country);
}

/* Is `whole` the division that the entry lies in? "Michigan" or "State of Michigan" for admin1 "Michigan". */
static bool is_division_of(const Candidate *whole, const Candidate *part) {
    View division = part->entry.admin1;
    return division.data && same_country(whole, part) && whole->entry.name.length >= 3 &&
           (view_ends(whole->entry.name, division) || view_starts(division, whole->entry.name));
}

static bool is_whole(const Candidate *candidate) {
    return view_equal(candidate->entry.kind, VIEW("province")) || view_equal(candidate->entry.kind, VIEW("region"));
}

/* Does `part` lie in `whole`, as "Midland, Michigan" says? */
static bool lies_in(const Candidate *part, const Candidate *whole) {
    if (view_equal(whole->entry.kind, VIEW("country")))
        return same_country(part, whole);
    if (is_division_of(whole, part))
        return true;
    return same_country(part, whole) && distance(&part->entry, &whole->entry) < (is_whole(whole) ? 250 : 80);
}

static double worth_inside(const PlaceContext *context, const PlaceName *name, const Candidate *candidate) {
    if (name->of.data)
        return candidate->country.data && view_equal(candidate->country, name->of) ? WORTH_INSIDE : -WORTH_INSIDE;
    if (name->inside == NO_NAME || context->names.items[name->inside].candidates.count == 0)
        return 0;
    const PlaceName *around = &context->names.items[name->inside];
    for (size_t i = 0; i < around->candidates.count; i++) {
        const Candidate *whole = &around->candidates.items[i];
        bool believed = !name->listed || is_whole(whole) || view_equal(whole->entry.kind, VIEW("country"));
        if (believed && lies_in(candidate, whole))
            return WORTH_INSIDE;
    }
    return 0;
}

/* Is a place said to lie in this division, and not at the city of the same name? */
static double worth_holding(const PlaceContext *context, const PlaceName *name, const Candidate *candidate) {
    size_t count = is_whole(candidate) ? context->names.count : 0;
    for (size_t i = 0; i < count && i < OTHERS; i++) {
        const PlaceName *part = &context->names.items[i];
        const Candidate *pick = pick_of(part);
        if (!pick || part->inside == NO_NAME || &context->names.items[part->inside] != name ||
            !is_division_of(candidate, pick))
            continue;
        bool outside = true;
        for (size_t k = 0; k < name->candidates.count; k++) {
            const Candidate *city = &name->candidates.items[k];
            outside &= is_whole(city) || distance(&city->entry, &pick->entry) > FAR_OUTSIDE;
        }
        if (outside)
            return WORTH_HOLDS;
    }
    return 0;
}

static double worth_country(const PlaceContext *context, const Candidate *candidate) {
    size_t all = 0, its = 0;
    bool border = false;
    const CountryEntry *country = candidate->country.data ? country_by_code(context->tables, candidate->country) : NULL;
    for (size_t i = 0; i < context->countries.count; i++) {
        const NamedCountry *named = &context->countries.items[i];
        all += named->count;
        if (candidate->country.data && view_equal(named->alpha3, candidate->country))
            its = named->count;
        border |= country && country_borders(country, named->alpha3);
    }
    if (its)
        return WORTH_COUNTRY + WORTH_COUNTRY * (double)its / (double)all;
    return border ? WORTH_BORDER : 0;
}

/* What the other names' picks say, and the names that hold a part of this one ("Kafr Nabl, Idlib" speaks for Idlib). */
static double worth_others(const PlaceContext *context, const PlaceName *name, const Candidate *candidate) {
    bool near = false, division = false;
    double alike = 0, all = 0;
    size_t count = context->names.count < OTHERS ? context->names.count : OTHERS;
    for (size_t i = 0; i < count; i++) {
        const PlaceName *other = &context->names.items[i];
        const Candidate *pick = pick_of(other);
        if (other == name || !pick)
            continue;
        all += (double)other->mentions;
        if (!same_country(pick, candidate))
            continue;
        alike += (double)other->mentions;
        near |= is_whole(pick) ? is_whole(candidate) : distance(&pick->entry, &candidate->entry) < NEAR;
        division |= is_division_of(pick, candidate) || is_division_of(candidate, pick) ||
                    (candidate->entry.admin1.data && pick->entry.admin1.data &&
                     view_equal(pick->entry.admin1, candidate->entry.admin1));
    }
    return (division ? WORTH_DIVISION : 0) + (near ? WORTH_NEAR : 0) + (all > 0 ? WORTH_COUNTRY * alike / all : 0);
}

static View division(const Candidate *candidate) {
    View none = {NULL, 0}, admin1 = candidate->entry.admin1;
    return admin1.data ? admin1 : is_whole(candidate) ? candidate->entry.name : none;
}

/* How many of the other names may lie in the candidate's division, whichever place they turn out to be. */
static double share_division(const PlaceContext *context, const PlaceName *name, const Candidate *candidate) {
    double sum = 0;
    View whole = division(candidate);
    size_t count = context->names.count < OTHERS ? context->names.count : OTHERS;
    for (size_t i = 0; whole.data && i < count && sum < MOST_SHARED; i++) {
        const PlaceName *other = &context->names.items[i];
        bool here = false;
        for (size_t k = 0; other != name && k < other->candidates.count && !here; k++) {
            View its = division(&other->candidates.items[k]);
            here = its.data && view_equal(its, whole) && same_country(&other->candidates.items[k], candidate);
        }
        sum += here ? 1.0 / (double)other->candidates.count : 0;
    }
    return sum < MOST_SHARED ? sum : MOST_SHARED;
}

static void share_divisions(PlaceContext *context) {
    for (size_t i = 0; i < context->names.count; i++)
        for (size_t k = 0; k < context->names.items[i].candidates.count; k++) {
            Candidate *candidate = &context->names.items[i].candidates.items[k];
            candidate->shared = WORTH_SHARED * share_division(context, &context->names.items[i], candidate);
        }
}

static double worth(const PlaceContext *context, const PlaceName *name, const Candidate *candidate, bool *supported) {
    double inside = worth_inside(context, name, candidate);
    double country = worth_country(context, candidate);
    double others = worth_others(context, name, candidate);
    bool home = candidate->country.data && context->outlet_country.data &&
                view_equal(candidate->country, context->outlet_country);
    *supported = inside > 0 || country >= WORTH_COUNTRY || others >= WORTH_DIVISION || home;
    double holds = worth_holding(context, name, candidate);
    return candidate->prior + candidate->shared + inside + country + others + holds + (home ? WORTH_OUTLET : 0);
}

static void pick(const PlaceContext *context, PlaceName *name) {
    double best = -INFINITY;
    name->pick = -1;
    for (size_t i = 0; i < name->candidates.count; i++) {
        bool supported;
        double its = worth(context, name, &name->candidates.items[i], &supported);
        if (its > best) {
            best = its;
            name->pick = (int32_t)i;
            name->supported = supported;
        }
    }
    if (name->pick >= 0 && !name->supported && !name->candidates.items[name->pick].known)
        name->pick = -1;
}

void place_choose(PlaceContext *context) {
    share_divisions(context);
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < context->names.count; i++)
            pick(context, &context->names.items[i]);
}
