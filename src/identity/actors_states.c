/* identity/actors_states: the names of one country, and what stands for it.
 *
 * "Turkey", "Ankara", "the Turkish government" are one actor; its army, its ministries and its people are not. A bare
 * "the government" is that of the country that the report is about, where there is no doubt about which. Left out:
 * "the Americans", who may be the state or its soldiers (the network's link decides); parliaments and provinces.
 */
#include "identity/actors.h"

static bool is_government(const ActorWork *work, uint32_t mention) {
    View head = work->facts[mention].head;
    return (view_equal(head, VIEW("government")) || view_equal(head, VIEW("regime"))) &&
           !work->mentions->actors[mention].plural;
}

/* The country whose name is all that stands behind "of": "the Government of the United States". */
static const CountryEntry *country_behind(ActorWork *work, const ActorMention *read) {
    CountryHit hit;
    if (read->words.end < read->head + 3 || !text_word_is(work->text, read->head + 1, "of"))
        return NULL;
    View name = actors_folded_range(work, (WordRange){read->head + 2, read->words.end});
    return name.data && country_find(work->tables, name, &hit, 1) && hit.kind == COUNTRY_NAME ? hit.country : NULL;
}

/* "the Turkish government", "the interim Turkish government", "the government of Turkey", "the Turkish side": the
 * country. */
static const CountryEntry *government_of(ActorWork *work, uint32_t mention) {
    const ActorMention *read = &work->mentions->actors[mention];
    bool alone = read->words.end == read->head + 1 && read->words.end - read->words.first <= 4;
    if (view_equal(work->facts[mention].head, VIEW("side")) && !read->plural && read->form == FORM_DESCRIPTION &&
        read->words.first + 3 == read->words.end)
        return work->facts[mention].of;
    if (!is_government(work, mention))
        return NULL;
    return alone ? work->facts[mention].of : country_behind(work, read);
}

static void be_country(ActorWork *work, uint32_t mention, const CountryEntry *country, CountryNameKind kind) {
    work->facts[mention].country = country;
    work->facts[mention].country_kind = kind;
    work->facts[mention].may |= MAY_COUNTRY;
    work->may[mention] |= MAY_COUNTRY;
}

static void join_country(ActorWork *work, uint32_t mention) {
    for (uint32_t k = mention; work->facts[mention].country && k-- > 0;)
        if (work->facts[k].country == work->facts[mention].country && clusters_join(work, k, mention, WHY_COUNTRY, 1))
            break;
}

/* --- a bare "the government" ------------------------------------------------------------------------------------- */

#define MOST_COUNTRIES 64

typedef struct Weight {
    const CountryEntry *country;
    unsigned mentions;
} Weight;

static void weigh(Weight *weights, size_t *count, const CountryEntry *country) {
    size_t i = 0;
    while (i < *count && weights[i].country != country)
        i++;
    if (!country || i == MOST_COUNTRIES)
        return;
    if (i == *count)
        weights[(*count)++] = (Weight){country, 0};
    weights[i].mentions++;
}

#define LEAST_MENTIONS 4
#define TIMES_OTHERS   4

/* The country that the report names much more often than any other, itself or in the name of something of its; NULL for
 * none. */
static const CountryEntry *main_country(const ActorWork *work) {
    Weight weights[MOST_COUNTRIES];
    size_t count = 0, best = 0;
    for (uint32_t i = 0; i < work->count; i++)
        weigh(weights, &count, work->facts[i].country ? work->facts[i].country : work->facts[i].of);
    for (size_t i = 1; i < count; i++)
        best = weights[i].mentions > weights[best].mentions ? i : best;
    for (size_t i = 0; i < count; i++)
        if (i != best && weights[i].mentions * TIMES_OTHERS > weights[best].mentions)
            return NULL;
    return count && weights[best].mentions >= LEAST_MENTIONS ? weights[best].country : NULL;
}

static bool is_bare_government(const ActorWork *work, uint32_t mention) {
    const ActorMention *read = &work->mentions->actors[mention];
    const Facts *facts = &work->facts[mention];
    return is_government(work, mention) && facts->definite && !facts->of && !facts->country &&
           read->words.end == read->words.first + 2;
}

void actors_join_countries(ActorWork *work) {
    const CountryEntry *about = main_country(work);
    for (uint32_t i = 0; i < work->count; i++) {
        if (!work->facts[i].country && government_of(work, i))
            be_country(work, i, government_of(work, i), COUNTRY_GOVERNMENT);
        else if (about && is_bare_government(work, i))
            be_country(work, i, about, COUNTRY_GOVERNMENT);
    }
    for (uint32_t i = 0; i < work->count; i++)
        join_country(work, i);
}
