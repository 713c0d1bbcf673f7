/* identity/place_candidates: what the tables know by a name. In: the folded name. Out: countries, capitals, own
 * regions, cities, provinces and districts, each with how likely it is when nothing else is said; when there are none,
 * places at the beginning of the name ("Sinjar road") and places that sound alike in a country that the report names.
 * The priors are powers of ten of people, so that a city of a million weighs 6; those of what has no people were set by
 * hand.
 */
#include "identity/place_choose.h"
#include <math.h>

#define PLACES_A_NAME 64
#define KNOWN_TOWN    15000  /* people: a town that a report may name without its country */
#define KNOWN_ABROAD  100000 /* the same where the report names other countries */
#define PRIOR_COUNTRY 8.5
#define PRIOR_CAPITAL 7.5
#define PRIOR_WORLD   9.0 /* continents, world regions, seas: regions.tsv knows no others of that name */
#define PRIOR_REGION  7.0 /* a region or province of regions.tsv */
#define PRIOR_OWN     6.3 /* another entry of regions.tsv */
#define PRIOR_PEOPLE  8.0 /* a country by its adjective or people, where that was taken for a place */
#define LESS_PROVINCE 0.3 /* a province is named less often than a city of as many people */
#define LESS_SEATED   1.0 /* one more for a province that has a city of its name: the city is meant */
#define LESS_DISTRICT 1.0
#define LESS_OTHER    0.7 /* another name than its first ("Berea" for Aleppo) */

static View first_country(View countries) {
    View first = {NULL, 0};
    if (countries.data)
        view_split(&countries, ' ', &first);
    return first;
}

static bool is_kind(const PlaceEntry *entry, const char *kind) {
    return view_equal(entry->kind, view(kind));
}

static double prior_of(const PlaceEntry *entry) {
    if (is_kind(entry, "continent") || is_kind(entry, "world-region") || is_kind(entry, "sea"))
        return PRIOR_WORLD;
    if (entry->population <= 0)
        return is_kind(entry, "region") || is_kind(entry, "province") ? PRIOR_REGION : PRIOR_OWN;
    double people = log10((double)entry->population + 1);
    return is_kind(entry, "province")   ? people - LESS_PROVINCE
           : is_kind(entry, "district") ? people - LESS_DISTRICT
                                        : people;
}

static bool push(PlaceContext *context, PlaceName *name, const PlaceEntry *entry, double prior, bool known,
                 const char *because) {
    Candidate candidate = {*entry, first_country(entry->countries), prior, known, because, 0};
    return list_push(context->arena, &name->candidates, candidate);
}

/* "Scotland" is an alias of the United Kingdom and an entry of regions.tsv: then it is that entry. */
static bool is_part(const PlaceContext *context, const CountryEntry *country, View written, View key) {
    PlaceEntry own;
    return !view_equal(written, country->name) && place_find(context->tables, key, &own, 1) == 1 &&
           own.population <= 0 && own.countries.data && view_equal(first_country(own.countries), country->alpha3);
}

static bool add_countries(PlaceContext *context, PlaceName *name, View key) {
    CountryHit hits[8];
    size_t count = country_find(context->tables, key, hits, 8);
    for (size_t i = 0; i < count; i++) {
        const CountryEntry *country = hits[i].country;
        PlaceEntry entry = {.name = country->name, .countries = country->alpha3, .kind = VIEW("country")};
        bool capital = hits[i].kind == COUNTRY_CAPITAL, whole = !capital;
        bool people = hits[i].kind == COUNTRY_ADJECTIVE || hits[i].kind == COUNTRY_PEOPLE;
        if (hits[i].kind == COUNTRY_GOVERNMENT || (people && name->candidates.count) ||
            (hits[i].kind == COUNTRY_NAME && is_part(context, country, hits[i].written, key)))
            continue;
        entry.lat = whole ? country->centre_lat : country->lat;
        entry.lon = whole ? country->centre_lon : country->lon;
        if (!whole)
            entry.kind = VIEW("capital");
        if (!push(context, name, &entry,
                  people  ? PRIOR_PEOPLE
                  : whole ? PRIOR_COUNTRY
                          : PRIOR_CAPITAL,
                  true, whole ? "a country of countries.tsv" : "a capital of countries.tsv"))
            return false;
    }
    return true;
}

/* Is this the first name of the entry, or a longer form of it ("Mosul" for "Al Mosul")? */
static bool is_named(const PlaceContext *context, const PlaceEntry *entry, View key) {
    View folded = unicode_fold(context->arena, entry->name);
    return entry->population <= 0 || !folded.data || view_find(folded, key, 0) != SIZE_MAX ||
           view_find(key, folded, 0) != SIZE_MAX;
}

static bool add_places(PlaceContext *context, PlaceName *name, View key, const char *because) {
    bool whole = view_equal(key, name->folded);
    PlaceEntry hits[PLACES_A_NAME];
    size_t count = place_find(context->tables, key, hits, PLACES_A_NAME);
    long least = context->countries.count ? KNOWN_ABROAD : KNOWN_TOWN;
    for (size_t i = 0; i < count && i < PLACES_A_NAME; i++) {
        bool first = is_named(context, &hits[i], key), only = whole && count == 1 && name->candidates.count == 0;
        bool known = hits[i].population <= 0 || (hits[i].population >= least && first) || (only && !name->guessed);
        if (!push(context, name, &hits[i], prior_of(&hits[i]) - (first ? 0 : LESS_OTHER), known, because))
            return false;
    }
    return true;
}

static bool add_beginning(PlaceContext *context, PlaceName *name) {
    size_t end = name->folded.length;
    while (end > 0 && name->folded.data[end - 1] != ' ')
        end--;
    if (end < 2 || name->capitals)
        return true;
    View front = view_slice(name->folded, 0, end - 1);
    const char *because = "at the place that its name begins with";
    return add_countries(context, name, front) && add_places(context, name, front, because);
}

static bool add_alike(PlaceContext *context, PlaceName *name) {
    for (size_t i = 0; i < context->countries.count; i++) {
        PlaceEntry hits[4];
        size_t count = place_find_alike(context->tables, name->folded, context->countries.items[i].alpha3, hits, 4);
        for (size_t k = 0; k < count && k < 4; k++)
            if (!push(context, name, &hits[k], prior_of(&hits[k]) - 1, false,
                      "the gazetteer's name that sounds alike, in a country that the report names"))
                return false;
    }
    return true;
}

static void prefer_cities(PlaceName *name) {
    for (size_t i = 0; i < name->candidates.count; i++) {
        Candidate *whole = &name->candidates.items[i];
        bool seated = false;
        for (size_t k = 0; k < name->candidates.count && is_kind(&whole->entry, "province"); k++) {
            const PlaceEntry *city = &name->candidates.items[k].entry;
            seated |= !is_kind(city, "province") && city->admin1.data && whole->entry.admin1.data &&
                      city->population > KNOWN_TOWN && view_equal(city->admin1, whole->entry.admin1) &&
                      view_equal(city->countries, whole->entry.countries);
        }
        whole->prior -= seated ? LESS_SEATED : 0;
    }
}

bool place_candidates(PlaceContext *context, PlaceName *name) {
    if (!add_countries(context, name, name->folded) || !add_places(context, name, name->folded, "in the gazetteer"))
        return false;
    prefer_cities(name);
    if (name->candidates.count == 0 && !add_beginning(context, name))
        return false;
    return name->candidates.count > 0 || add_alike(context, name);
}
