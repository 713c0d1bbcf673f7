/* identity/places: place mentions of one folded name are one Place; place_choose.c says which place on earth, by all of
 * the report. A name that nothing supports stays without a pin. A place that acts ("Tehran rejected") is no place here:
 * place_of is -1. Descriptions that stand for no named place (place_described.c) are places of their own, without a
 * pin.
 */
#include "identity/places.h"
#include "identity/place_choose.h"
#include "identity/place_described.h"
#include <math.h>

typedef struct Resolver {
    Arena *arena;
    const Tables *tables;
    const Report *report;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions;
    Cast *cast;
    PlaceContext context; /* its names are those of places, one by one */
    LIST(Place) places;
} Resolver;

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

/* "captured Zarda", "Zarda is patrolled by": done to the ground, whoever else the name stands for. */
static bool taken(const Resolver *resolver, const PlaceMention *mention) {
    static const char *const verbs[] = {"capture", "conquer", "enter",  "invade", "leave",     "liberate", "occupy",
                                        "overrun", "patrol",  "retake", "seize",  "recapture", "visit",    NULL};
    const Reading *reading = resolver->reading;
    bool passive = view_equal(reading_relation(reading, mention->head), VIEW("nsubj:pass"));
    return (passive || reading_relation_is(reading, mention->head, "obj")) &&
           view_among(reading->words[reading->words[mention->head].head].lemma, verbs);
}

/* Subject of a verb and read as an actor: the government, not the place. */
static bool acts(const Resolver *resolver, const PlaceMention *mention) {
    const WordReading *seen = &resolver->reading->words[mention->head];
    bool subject = reading_relation_is(resolver->reading, mention->head, "nsubj");
    return !mention->described && seen->actor != ACTOR_NONE && (subject || seen->actor_score > 0.9f) &&
           !located(resolver, mention) && !taken(resolver, mention);
}

static bool note_country(Resolver *resolver, View alpha3) {
    for (size_t i = 0; i < resolver->context.countries.count; i++)
        if (view_equal(resolver->context.countries.items[i].alpha3, alpha3)) {
            resolver->context.countries.items[i].count++;
            return true;
        }
    return list_push(resolver->arena, &resolver->context.countries, (NamedCountry){alpha3, 1});
}

/* The country of a capitalised word, by name, adjective or people; NULL for none or several. */
static const CountryEntry *country_of(const Resolver *resolver, uint32_t word, CountryNameKind *kind) {
    CountryHit hits[4];
    View form = text_word(resolver->text, word);
    if (form.data[0] < 'A' || form.data[0] > 'Z')
        return NULL;
    View folded = unicode_fold(resolver->arena, form);
    size_t count = folded.data ? country_find(resolver->tables, folded, hits, 4) : 0;
    bool several = false;
    for (size_t i = 1; i < count; i++)
        several |= hits[i].country != hits[0].country;
    if (!count || several || hits[0].kind == COUNTRY_CAPITAL || !tables_written_alike(hits[0].written, form))
        return NULL;
    *kind = hits[0].kind;
    return hits[0].country;
}

/* "Georgia" alone names no country. */
static bool is_elsewhere(const Resolver *resolver, const CountryEntry *country, uint32_t word) {
    PlaceEntry hits[4];
    View folded = unicode_fold(resolver->arena, text_word(resolver->text, word));
    size_t count = folded.data ? place_find(resolver->tables, folded, hits, 4) : 0;
    for (size_t i = 0; i < count && i < 4; i++)
        if (hits[i].countries.data && !view_starts(hits[i].countries, country->alpha3) &&
            view_equal(hits[i].kind, VIEW("province")))
            return true;
    return false;
}

/* Every country that the report names in one word; those of several words come from its places. */
static bool note_countries(Resolver *resolver) {
    for (uint32_t word = 0; word < resolver->text->word_count; word++) {
        CountryNameKind kind;
        const CountryEntry *country = country_of(resolver, word, &kind);
        if (country && !(kind == COUNTRY_NAME && is_elsewhere(resolver, country, word)) &&
            !note_country(resolver, country->alpha3))
            return false;
    }
    return true;
}

static void note_outlet(Resolver *resolver) {
    OutletHit hit;
    View folded = resolver->report->outlet.data ? unicode_fold(resolver->arena, resolver->report->outlet) : (View){0};
    if (folded.data && outlet_find(resolver->tables, folded, &hit, 1))
        resolver->context.outlet_country = hit.outlet->country;
}

/* "the Iranian city of Qom", "Iranian Qom": the adjective's country. */
static View adjective_before(const Resolver *resolver, uint32_t first) {
    const Text *text = resolver->text;
    for (uint32_t back = 1; back <= 4 && back <= first; back++) {
        uint32_t word = first - back;
        CountryNameKind kind;
        if (text->words[word].sentence != text->words[first].sentence || text_word_is(text, word, ","))
            break;
        const CountryEntry *country = country_of(resolver, word, &kind);
        if (country)
            return kind == COUNTRY_ADJECTIVE && (back == 1 || text_word_is(text, first - 1, "of")) ? country->alpha3
                                                                                                   : (View){NULL, 0};
    }
    return (View){NULL, 0};
}

/* The place mention that this one is said to lie in: "Midland, Michigan", "Eastern Creek in Sydney", "Iraq's Tal Afar".
 */
static int32_t mention_around(const Resolver *resolver, size_t i, bool *listed) {
    const Text *text = resolver->text;
    const Mentions *mentions = resolver->mentions;
    WordRange words = mentions->places[i].words;
    if (i + 1 < mentions->place_count) {
        WordRange next = mentions->places[i + 1].words;
        bool joined =
            next.first == words.end + 1 && text->words[next.first].sentence == text->words[words.first].sentence;
        *listed = text_word_is(text, words.end, ",");
        if (joined && (*listed || text_word_is(text, words.end, "in") || text_word_is(text, words.end, "(")))
            return (int32_t)i + 1;
    }
    *listed = false;
    if (i > 0 && words.first > 0 && mentions->places[i - 1].words.end + 1 == words.first &&
        (text_word_is(text, words.first - 1, "'s") || text_word_is(text, words.first - 1, "’s")))
        return (int32_t)i - 1;
    return -1;
}

static bool ends_in_capitals(View name) {
    size_t word = 0;
    for (size_t i = 0; i < name.length; i++)
        if (name.data[i] == ' ')
            word = i + 1;
    return word < name.length && unicode_is_upper(utf8_next(name, &word));
}

/* Does a list of names that ends in this word go on behind the mention: "Perry, Kemper and Lamar counties"? */
static bool is_one_of(const Resolver *resolver, const PlaceMention *mention, const char *kind) {
    const Text *text = resolver->text;
    uint32_t word = mention->words.end;
    for (const PlaceMention *next = mention + 1;; next++) {
        bool last = next == resolver->mentions->places + resolver->mentions->place_count;
        uint32_t joined = word;
        while (text_word_is(text, joined, ",") || text_word_is(text, joined, "and"))
            joined++;
        if (joined == word)
            return text_word_is(text, word, kind);
        if (last || next->words.first != joined)
            return false;
        word = next->words.end;
    }
}

/* What the tables are asked for: the folded name, with what its list says that it is. */
static View name_key(Resolver *resolver, View written, const PlaceMention *mention) {
    View folded = unicode_fold(resolver->arena, written);
    if (!folded.data || view_ends(folded, VIEW(" county")) || !is_one_of(resolver, mention, "counties"))
        return folded;
    return arena_format(resolver->arena, "%.*s county", (int)folded.length, folded.data);
}

/* The number of the name; -1: no memory. */
static int32_t name_of(Resolver *resolver, View written, const PlaceMention *mention) {
    PlaceContext *context = &resolver->context;
    View folded = name_key(resolver, written, mention);
    if (!folded.data)
        return -1;
    for (size_t i = 0; i < context->names.count; i++)
        if (view_equal(context->names.items[i].folded, folded)) {
            context->names.items[i].mentions++;
            return (int32_t)i;
        }
    PlaceName name = {.folded = folded,
                      .mentions = 1,
                      .inside = NO_NAME,
                      .guessed = mention->guessed,
                      .capitals = ends_in_capitals(written),
                      .pick = -1};
    Place place = {
        .name = written, .lat = NAN, .lon = NAN, .because = mention->described ? "described, not named" : NULL};
    if ((!mention->described && !place_candidates(context, &name)) ||
        !list_push(resolver->arena, &context->names, name) || !list_push(resolver->arena, &resolver->places, place))
        return -1;
    return (int32_t)context->names.count - 1;
}

/* What stands beside the names speaks for them. */
static void note_beside(Resolver *resolver) {
    const Mentions *mentions = resolver->mentions;
    for (size_t i = 0; i < mentions->place_count; i++) {
        int32_t of = resolver->cast->place_of[i];
        bool listed = false;
        int32_t around = mention_around(resolver, i, &listed);
        if (of < 0)
            continue;
        PlaceName *name = &resolver->context.names.items[of];
        int32_t inside = around < 0 ? -1 : resolver->cast->place_of[around];
        if (name->inside == NO_NAME && inside >= 0 && inside != of) {
            name->inside = inside;
            name->listed = listed;
        }
        if (!name->of.data)
            name->of = adjective_before(resolver, mentions->places[i].words.first);
    }
}

static bool fill_places(Resolver *resolver) {
    for (size_t i = 0; i < resolver->places.count; i++) {
        Place *place = &resolver->places.items[i];
        const PlaceName *name = &resolver->context.names.items[i];
        if (name->pick < 0) {
            if (!place->because)
                place->because = name->candidates.count ? "in the tables, but nothing in the report speaks for it"
                                                        : "not in the tables";
            continue;
        }
        const Candidate *pick = &name->candidates.items[name->pick];
        View kind = arena_copy(resolver->arena, pick->entry.kind);
        if (!kind.data)
            return false;
        place->country = pick->country;
        place->admin1 = pick->entry.admin1;
        place->lat = pick->entry.lat;
        place->lon = pick->entry.lon;
        place->kind = kind.data;
        View because = arena_format(resolver->arena, "%s%s", pick->because,
                                    name->supported ? ", the likeliest by the rest of the report" : "");
        if (!because.data)
            return false;
        place->because = because.data;
    }
    return true;
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

/* A capitalised word that the network took for nothing is kept when the tables know it and the text says "in" it or
 * what it lies in: most others are people and things. */
static void drop_unknown(Resolver *resolver) {
    for (size_t i = 0; i < resolver->mentions->place_count; i++) {
        int32_t of = resolver->cast->place_of[i];
        bool listed = false;
        if (of >= 0 && resolver->mentions->places[i].guessed &&
            (resolver->context.names.items[of].pick < 0 || (!located(resolver, &resolver->mentions->places[i]) &&
                                                            (mention_around(resolver, i, &listed) < 0 || !listed))))
            resolver->cast->place_of[i] = -1;
    }
}

/* Places without a mention go, the others close up. */
static bool close_up(Resolver *resolver) {
    int32_t *moved = arena_array(resolver->arena, resolver->places.count + 1, sizeof *moved);
    size_t kept = 0;
    if (!moved)
        return false;
    for (size_t i = 0; i < resolver->places.count; i++) {
        moved[i] = (int32_t)kept;
        if (resolver->places.items[i].mention_count)
            resolver->places.items[kept++] = resolver->places.items[i];
    }
    for (size_t i = 0; i < resolver->mentions->place_count; i++)
        if (resolver->cast->place_of[i] >= 0)
            resolver->cast->place_of[i] = moved[resolver->cast->place_of[i]];
    resolver->places.count = kept;
    return true;
}

static bool name_mentions(Resolver *resolver, bool described) {
    const Mentions *mentions = resolver->mentions;
    for (size_t i = 0; i < mentions->place_count; i++) {
        DescribedPlaces in = {resolver->arena, resolver->tables,         resolver->text,
                              mentions,        resolver->cast->place_of, resolver->places.items};
        const PlaceMention *mention = &mentions->places[i];
        if (mention->described != described || acts(resolver, mention))
            continue;
        int32_t *of = &resolver->cast->place_of[i];
        *of = described ? place_described(&in, i) : -1;
        if (*of < 0)
            *of = name_of(resolver, mention_name(resolver, mention), mention);
        if (*of < 0)
            return false;
    }
    return true;
}

Code places_resolve(Arena *arena, const Tables *tables, const Report *report, const Text *text, const Reading *reading,
                    const Mentions *mentions, Cast *cast, Error *error) {
    Resolver resolver = {.arena = arena,
                         .tables = tables,
                         .report = report,
                         .text = text,
                         .reading = reading,
                         .mentions = mentions,
                         .cast = cast,
                         .context = {.arena = arena, .tables = tables}};
    cast->place_of = arena_array(arena, mentions->place_count + 1, sizeof *cast->place_of);
    if (!cast->place_of || !note_countries(&resolver))
        return error_memory(error);
    for (size_t i = 0; i < mentions->place_count; i++)
        cast->place_of[i] = -1;
    note_outlet(&resolver);
    if (!name_mentions(&resolver, false))
        return error_memory(error);
    note_beside(&resolver);
    place_choose(&resolver.context);
    if (!fill_places(&resolver) || !name_mentions(&resolver, true))
        return error_memory(error);
    drop_unknown(&resolver);
    if (!collect(&resolver) || !close_up(&resolver))
        return error_memory(error);
    cast->places = resolver.places.items;
    cast->place_count = resolver.places.count;
    return OK;
}
