/* identity/place_described: which named place of the report a description stands for.
 *
 * In: a described mention ("gate"), the named places of the report. Out: the place. "The gate of Camp Schwab", "the
 * wells of Taoudenni" lie in the place behind "of" (a country says too little: "the embassy of India"); "the crossing"
 * is the Semalka crossing, "the township" the township of Hlaing Thar Yar, named so before; "the town" is the town
 * named last, "the capital" the capital named last, "the Malaysian capital" that of Malaysia, before or after. Left
 * out: "an airport", which is any, and what no name of the report fits.
 */
#include "identity/place_described.h"

static bool is_kind(const DescribedPlaces *in, int32_t place, const char *const *kinds) {
    return place >= 0 && in->places[place].kind && view_among(view(in->places[place].kind), kinds);
}

/* The place of a name that begins at this word, -1 for none. */
static int32_t named_at(const DescribedPlaces *in, uint32_t word) {
    for (size_t i = 0; i < in->mentions->place_count; i++)
        if (in->mentions->places[i].words.first == word && !in->mentions->places[i].described)
            return in->place_of[i];
    return -1;
}

static int32_t of_name(const DescribedPlaces *in, WordRange words) {
    static const char *const countries[] = {"country", NULL};
    if (!text_word_is(in->text, words.end, "of"))
        return -1;
    uint32_t name = words.end + 1 + text_word_is(in->text, words.end + 1, "the");
    int32_t place = named_at(in, name);
    return is_kind(in, place, countries) ? -1 : place;
}

static bool same_word(const DescribedPlaces *in, uint32_t a, uint32_t b) {
    return b < in->text->word_count && view_equal(text_word(in->text, a), text_word(in->text, b));
}

/* Is the mention called this noun where it stands: "the Semalka crossing", "the village of Selce", "Goma town"? */
static bool is_called(const DescribedPlaces *in, WordRange name, uint32_t noun) {
    if (same_word(in, noun, name.end - 1) || same_word(in, noun, name.end))
        return true;
    return name.first >= 2 && text_word_is(in->text, name.first - 1, "of") && same_word(in, noun, name.first - 2);
}

static int32_t called_so_before(const DescribedPlaces *in, size_t mention, uint32_t noun) {
    while (mention-- > 0)
        if (!in->mentions->places[mention].described && in->place_of[mention] >= 0 &&
            is_called(in, in->mentions->places[mention].words, noun))
            return in->place_of[mention];
    return -1;
}

static int32_t last_of_kind(const DescribedPlaces *in, size_t mention, const char *const *kinds) {
    while (mention-- > 0)
        if (is_kind(in, in->place_of[mention], kinds))
            return in->place_of[mention];
    return -1;
}

/* "Malaysian capital": the capital of that country, wherever the report names it. */
static int32_t capital_of(const DescribedPlaces *in, uint32_t adjective) {
    static const char *const capitals[] = {"capital", NULL};
    CountryHit hit;
    View folded = unicode_fold(in->arena, text_word(in->text, adjective));
    if (!folded.data || !country_find(in->tables, folded, &hit, 1) || hit.kind != COUNTRY_ADJECTIVE)
        return -1;
    for (size_t i = 0; i < in->mentions->place_count; i++)
        if (is_kind(in, in->place_of[i], capitals) &&
            view_equal(in->places[in->place_of[i]].country, hit.country->alpha3))
            return in->place_of[i];
    return -1;
}

int32_t place_described(const DescribedPlaces *in, size_t mention) {
    static const char *const towns[] = {"city", "town", "village", NULL};
    static const char *const town_kinds[] = {"city", "seat", "capital", NULL};
    static const char *const capitals[] = {"capital", NULL};
    WordRange words = in->mentions->places[mention].words;
    uint32_t noun = words.end - 1, length = words.end - words.first;
    int32_t place = of_name(in, words);
    if (place >= 0 || words.first == 0 || !text_word_is(in->text, words.first - 1, "the") || length > 2)
        return place;
    bool capital = text_word_is(in->text, noun, "capital");
    if (length == 2)
        return capital ? capital_of(in, words.first) : -1;
    place = called_so_before(in, mention, noun);
    if (place < 0 && view_among(text_word(in->text, noun), towns))
        place = last_of_kind(in, mention, town_kinds);
    return place < 0 && capital ? last_of_kind(in, mention, capitals) : place;
}
