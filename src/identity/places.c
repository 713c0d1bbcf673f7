/* identity/places: place mentions of one folded name are one Place; the gazetteer's candidate is chosen by what the
 * report says elsewhere (the countries that it names) and by population. A name that nothing supports stays without a
 * pin. A place that acts ("Tehran rejected") is no place here: place_of is -1. */
#include "identity/places.h"
#include <math.h>

#define CANDIDATES 24
#define KNOWN_TOWN 15000 /* people: a town that a report may name without its country */

typedef struct Resolver {
    Arena *arena;
    const Tables *tables;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions;
    Cast *cast;
    LIST(Place) places;
    LIST(View) folded;    /* of each place */
    LIST(View) countries; /* alpha-3 of the countries that the report names */
} Resolver;

static bool is_among(View word, const char *const *words) {
    for (; *words; words++)
        if (view_equal(word, view(*words)))
            return true;
    return false;
}

/* The name without "the" in front. */
static View mention_name(const Resolver *resolver, const PlaceMention *mention) {
    WordRange words = mention->words;
    if (words.end - words.first > 1 && text_word_is(resolver->text, words.first, "the"))
        words.first++;
    return text_span(resolver->text, text_words_span(resolver->text, words));
}

/* "in Iraq", "near the border": said to be where something is, whoever else it stands for. */
static bool located(const Resolver *resolver, const PlaceMention *mention) {
    static const char *const prepositions[] = {"in",     "at",      "near",   "inside", "outside",    "across",
                                               "around", "through", "within", "into",   "throughout", NULL};
    const Reading *reading = resolver->reading;
    WordRange words = mention->words;
    for (uint32_t back = 1; back <= 3 && back <= words.first; back++)
        for (const char *const *preposition = prepositions; *preposition; preposition++)
            if (text_word_is(resolver->text, words.first - back, *preposition))
                return reading->words[words.first - back].head == mention->head;
    return false;
}

/* Subject of a verb and read as an actor: the government, not the place. */
static bool acts(const Resolver *resolver, const PlaceMention *mention) {
    const WordReading *seen = &resolver->reading->words[mention->head];
    bool subject = reading_relation_is(resolver->reading, mention->head, "nsubj");
    return !mention->described && seen->actor != ACTOR_NONE && (subject || seen->actor_score > 0.9f) &&
           !located(resolver, mention);
}

static bool note_country(Resolver *resolver, View alpha3) {
    for (size_t i = 0; i < resolver->countries.count; i++)
        if (view_equal(resolver->countries.items[i], alpha3))
            return true;
    return list_push(resolver->arena, &resolver->countries, alpha3);
}

/* Every country that a capitalised word or a place name of the report names, by name, adjective or people. */
static bool note_countries(Resolver *resolver) {
    CountryHit hits[CANDIDATES];
    for (uint32_t word = 0; word < resolver->text->word_count; word++) {
        View form = text_word(resolver->text, word);
        if (form.data[0] < 'A' || form.data[0] > 'Z')
            continue;
        View folded = unicode_fold(resolver->arena, form);
        size_t count = folded.data ? country_find(resolver->tables, folded, hits, CANDIDATES) : 0;
        if (count == 1 && hits[0].kind != COUNTRY_CAPITAL && tables_written_alike(hits[0].written, form) &&
            !note_country(resolver, hits[0].country->alpha3))
            return false;
    }
    return true;
}

static bool is_named(const Resolver *resolver, View alpha3) {
    for (size_t i = 0; i < resolver->countries.count; i++)
        if (view_equal(resolver->countries.items[i], alpha3))
            return true;
    return false;
}

static bool by_country(Resolver *resolver, Place *place, View folded) {
    CountryHit hits[CANDIDATES];
    size_t count = country_find(resolver->tables, folded, hits, CANDIDATES);
    for (size_t i = 0; i < count && i < CANDIDATES; i++)
        if (hits[i].kind == COUNTRY_NAME || hits[i].kind == COUNTRY_CAPITAL) {
            place->country = hits[i].country->alpha3;
            place->lat = hits[i].country->lat;
            place->lon = hits[i].country->lon;
            place->kind = hits[i].kind == COUNTRY_NAME ? "country" : "capital";
            place->because = hits[i].kind == COUNTRY_NAME ? "a country of countries.tsv, shown at its capital"
                                                          : "a capital of countries.tsv";
            return true;
        }
    return false;
}

static double worth(const Resolver *resolver, const PlaceEntry *entry) {
    View countries = entry->countries, first = {0};
    double score = entry->population > 0 ? log10((double)entry->population + 1) : 4.5;
    if (countries.data && view_split(&countries, ' ', &first) && is_named(resolver, first))
        score += 3;
    return score;
}

static bool by_gazetteer(Resolver *resolver, Place *place, View folded) {
    PlaceEntry hits[CANDIDATES];
    size_t count = place_find(resolver->tables, folded, hits, CANDIDATES);
    const PlaceEntry *best = NULL;
    for (size_t i = 0; i < count && i < CANDIDATES; i++)
        if (!best || worth(resolver, &hits[i]) > worth(resolver, best))
            best = &hits[i];
    if (!best)
        return false;
    View countries = best->countries, first = {0};
    if (countries.data)
        view_split(&countries, ' ', &first);
    bool named = first.data && is_named(resolver, first);
    if (!named && best->population > 0 && best->population < KNOWN_TOWN)
        return false;
    place->country = first;
    place->admin1 = best->admin1;
    place->lat = best->lat;
    place->lon = best->lon;
    View kind = arena_copy(resolver->arena, best->kind);
    place->kind = kind.data;
    place->because = named ? "the gazetteer's likeliest in a country that the report names" : "the gazetteer's largest";
    return true;
}

/* "Baghdad airport", "Qom province": where the name in front is, when the whole is unknown. */
static bool by_first_words(Resolver *resolver, Place *place, View folded) {
    size_t end = folded.length;
    while (end > 0 && folded.data[end - 1] != ' ')
        end--;
    if (end < 2)
        return false;
    View front = view_slice(folded, 0, end - 1);
    if (!by_country(resolver, place, front) && !by_gazetteer(resolver, place, front))
        return false;
    place->because = "at the place that its name begins with";
    return true;
}

/* "Khan Touman" where the gazetteer writes "Khan Tuman": in a country that the report names. */
static bool by_sound(Resolver *resolver, Place *place, View folded) {
    for (size_t i = 0; i < resolver->countries.count; i++) {
        PlaceEntry hit;
        View country = resolver->countries.items[i];
        if (!place_find_alike(resolver->tables, folded, country, &hit, 1))
            continue;
        View kind = arena_copy(resolver->arena, hit.kind);
        place->country = country;
        place->admin1 = hit.admin1;
        place->lat = hit.lat;
        place->lon = hit.lon;
        place->kind = kind.data;
        place->because = "the gazetteer's name that sounds alike, in a country that the report names";
        return true;
    }
    return false;
}

static bool resolve_place(Resolver *resolver, Place *place, View folded) {
    place->lat = place->lon = NAN;
    place->because = "not in the tables";
    return by_country(resolver, place, folded) || by_gazetteer(resolver, place, folded) ||
           by_first_words(resolver, place, folded) || by_sound(resolver, place, folded);
}

/* -1: no memory */
static int32_t place_of_name(Resolver *resolver, View name, bool described) {
    View folded = unicode_fold(resolver->arena, name);
    if (!folded.data)
        return -1;
    for (size_t i = 0; i < resolver->folded.count; i++)
        if (view_equal(resolver->folded.items[i], folded))
            return (int32_t)i;
    Place place = {.name = name, .lat = NAN, .lon = NAN, .because = "described, not named"};
    if (!described)
        resolve_place(resolver, &place, folded);
    if (!list_push(resolver->arena, &resolver->places, place) || !list_push(resolver->arena, &resolver->folded, folded))
        return -1;
    return (int32_t)resolver->places.count - 1;
}

/* "the town": the town named last; -1 when the mention is something else. */
static int32_t town_before(const Resolver *resolver, size_t mention) {
    static const char *const TOWNS[] = {"city", "town", "village", NULL};
    static const char *const KINDS[] = {"city", "seat", "capital", NULL};
    const PlaceMention *described = &resolver->mentions->places[mention];
    uint32_t first = described->words.first;
    if (first + 1 != described->words.end || first == 0 || !text_word_is(resolver->text, first - 1, "the") ||
        !is_among(text_word(resolver->text, first), TOWNS))
        return -1;
    while (mention-- > 0) {
        int32_t place = resolver->cast->place_of[mention];
        if (place >= 0 && resolver->places.items[place].kind &&
            is_among(view(resolver->places.items[place].kind), KINDS))
            return place;
    }
    return -1;
}

/* Gives each place its mentions, in the order of the text. */
static bool collect(Resolver *resolver) {
    for (size_t i = 0; i < resolver->places.count; i++) {
        Place *place = &resolver->places.items[i];
        place->mentions = arena_array(resolver->arena, resolver->mentions->place_count, sizeof *place->mentions);
        if (!place->mentions)
            return false;
        for (size_t k = 0; k < resolver->mentions->place_count; k++)
            if (resolver->cast->place_of[k] == (int32_t)i)
                place->mentions[place->mention_count++] = resolver->mentions->places[k].words;
    }
    return true;
}

Code places_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                    const Mentions *mentions, Cast *cast, Error *error) {
    Resolver resolver = {
        .arena = arena, .tables = tables, .text = text, .reading = reading, .mentions = mentions, .cast = cast};
    cast->place_of = arena_array(arena, mentions->place_count + 1, sizeof *cast->place_of);
    if (!cast->place_of || !note_countries(&resolver))
        return error_memory(error);
    for (size_t i = 0; i < mentions->place_count; i++) {
        cast->place_of[i] = -1;
        if (acts(&resolver, &mentions->places[i]))
            continue;
        const PlaceMention *mention = &mentions->places[i];
        if (mention->described)
            cast->place_of[i] = town_before(&resolver, i);
        if (cast->place_of[i] < 0)
            cast->place_of[i] = place_of_name(&resolver, mention_name(&resolver, mention), mention->described);
        if (cast->place_of[i] < 0)
            return error_memory(error);
    }
    if (!collect(&resolver))
        return error_memory(error);
    cast->places = resolver.places.items;
    cast->place_count = resolver.places.count;
    return OK;
}
