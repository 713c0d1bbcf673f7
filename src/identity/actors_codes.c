/* identity/actors_codes: country, CAMEO code and table entry of each actor.
 *
 * The actor table first, when an entry fits the fullest name and nothing contradicts it (another country in the text,
 * another kind, two entries). Else the country: what the actor's own mentions name (a demonym, "of Tolvania"), its
 * outlet's, that of the institution whose role it has; and the sector by agents.tsv, firm words before weak ones, the
 * institution's for a weak one. Who is described by an office or a trade that every country has ("the police") is of
 * the country that the report is about, where that is plain; else a code without a country ("MED") stands alone.
 */
#include "identity/actors.h"
#include <string.h>

typedef struct Found {
    const ActorEntry *entry;
    const CountryEntry *country;
    View country_code; /* alpha-3 by another way */
    View sector;       /* data NULL: none */
    bool firm;
    bool torn; /* two entries */
} Found;

static void take_agent(Found *found, const Facts *facts) {
    const AgentEntry *agent = facts->agent.agent;
    if (!agent || !agent->code.length || view_equal(agent->code, VIEW("-")))
        return;
    if (!found->sector.data || (agent->firm && !found->firm)) {
        found->sector = agent->code;
        found->firm = agent->firm;
    }
}

/* "MIL" of "USAMIL", all of "IGO"; data NULL: none. */
static View sector_of_entry(const ActorEntry *entry) {
    if (!entry->country.data)
        return entry->code.length == 3 ? entry->code : (View){NULL, 0};
    return entry->code.length > 3 ? view_slice(entry->code, 3, entry->code.length) : (View){NULL, 0};
}

/* "a UN official", "a Pentagon spokesman": of the organization's country and sector; whoever is of one without a
 * country is nothing else. */
static void take_organization(const Tables *tables, Found *found, const ActorEntry *entry) {
    View sector = sector_of_entry(entry);
    bool abroad = !entry->country.data;
    if (!found->country && entry->country.data)
        found->country = country_by_code(tables, entry->country);
    if (sector.data && (abroad || !found->sector.data || !found->firm)) {
        found->sector = sector;
        found->firm = true;
    }
}

/* "a cannery owner in Lieta": the country of the place that is named inside. */
static View country_of_place(const ActorWork *work, const Cast *cast, uint32_t member) {
    WordRange words = work->mentions->actors[member].words;
    for (uint32_t word = words.first; word < words.end; word++) {
        int32_t mention = work->mentions->place_at ? work->mentions->place_at[word] : -1;
        int32_t place = mention >= 0 ? cast->place_of[mention] : -1;
        if (place >= 0 && cast->places[place].country.data)
            return cast->places[place].country;
    }
    return (View){NULL, 0};
}

static void take_mention(ActorWork *work, const Cast *cast, uint32_t member, Found *found) {
    const Facts *facts = &work->facts[member];
    if (work->doubt[member].data)
        return;
    if (facts->entry && found->entry && facts->entry != found->entry)
        found->torn = true;
    if (facts->entry && !found->entry)
        found->entry = facts->entry;
    if (!found->country)
        found->country = facts->country ? facts->country : facts->of;
    if (facts->outlet && !found->sector.data) {
        found->sector = VIEW("MED");
        found->firm = true;
        found->country_code = facts->outlet->country;
    }
    if (!found->country_code.data && !facts->inside)
        found->country_code = country_of_place(work, cast, member);
    take_agent(found, facts);
    if (facts->inside && !facts->entry)
        take_organization(work->tables, found, facts->inside);
}

static bool contradicts(const Found *found, const Actor *actor) {
    const ActorEntry *entry = found->entry;
    bool person = entry->kind == ACTOR_PERSON, is_person = actor->kind == ACTOR_PERSON || actor->kind == ACTOR_UNNAMED;
    return found->torn || person != is_person;
}

static bool set_code(ActorWork *work, Actor *actor, const Found *found, Day published) {
    const CountryEntry *country = found->country;
    if (!country && found->country_code.data)
        country = country_by_code(work->tables, found->country_code);
    actor->code = VIEW("");
    if (found->entry && !contradicts(found, actor)) {
        actor->known = found->entry->name;
        actor->country = found->entry->country.data ? found->entry->country
                         : country                  ? country->alpha3
                                                    : found->country_code;
        actor->code = actor_code_on(found->entry, published);
        if (!actor->code.data)
            actor->code = VIEW("");
        return true;
    }
    actor->country = country ? country->alpha3 : (View){NULL, 0};
    View sector = found->sector.data && actor->kind != ACTOR_COUNTRY ? found->sector : VIEW("");
    View first = country ? country->cameo : VIEW("");
    actor->code = arena_format(work->arena, "%.*s%.*s", (int)first.length, first.data, (int)sector.length, sector.data);
    return actor->code.data != NULL;
}

static void take_country(ActorWork *work, const Found *of, Found *found) {
    if (found->country || found->country_code.data)
        return;
    found->country = of->country;
    found->country_code = of->country_code;
    if (!of->country && of->entry && of->entry->country.data)
        found->country = country_by_code(work->tables, of->entry->country);
}

/* A description takes the country of the actor that it hangs on: "its mayor", "the spokesman of the union", "his men".
 */
static void take_possessor(ActorWork *work, const Cast *cast, uint32_t inner, Found *all) {
    int32_t outer = work->facts[inner].parent;
    uint32_t head = work->mentions->actors[inner].head;
    if (outer < 0 || work->doubt[inner].data || work->reading->words[head].head != work->mentions->actors[outer].head ||
        !reading_relation_is(work->reading, head, "nmod"))
        return;
    take_country(work, &all[cast->actor_of[inner]], &all[cast->actor_of[outer]]);
}

/* Who has a role in an organisation is of its sector, when nothing firm says otherwise. */
static void take_institution(const Tables *tables, const Actor *actor, const Found *all, Found *found) {
    for (size_t i = 0; i < actor->role_count; i++)
        if (actor->roles[i].of >= 0 && (!found->sector.data || !found->firm) && all[actor->roles[i].of].sector.data)
            found->sector = all[actor->roles[i].of].sector;
    for (size_t i = 0; i < actor->role_count; i++) {
        const ActorEntry *entry = actor->roles[i].of >= 0 ? all[actor->roles[i].of].entry : NULL;
        if (entry && entry->kind == ACTOR_ORGANIZATION)
            take_organization(tables, found, entry);
    }
}

/* --- the country that a report is about ----------------------------------------------------------------------------
 */

#define MOST_COUNTRIES 64
#define TIMES_OTHERS   2
#define LEAST_WEIGHT   6

typedef struct Weights {
    View codes[MOST_COUNTRIES]; /* alpha-3 */
    size_t weights[MOST_COUNTRIES], count;
} Weights;

static void weigh(Weights *all, View code, size_t weight) {
    size_t i = 0;
    while (i < all->count && !view_equal(all->codes[i], code))
        i++;
    if (!code.data || i == MOST_COUNTRIES)
        return;
    if (i == all->count) {
        all->codes[all->count] = code;
        all->weights[all->count++] = 0;
    }
    all->weights[i] += weight;
}

/* The country of most places and actors of the report, when no other comes near; data NULL: none. */
static View country_of_report(const Cast *cast, const Found *found) {
    Weights all = {.count = 0};
    size_t best = 0;
    for (size_t i = 0; i < cast->place_count; i++)
        weigh(&all, cast->places[i].country, cast->places[i].mention_count);
    for (size_t i = 0; i < cast->actor_count; i++)
        weigh(&all, found[i].country ? found[i].country->alpha3 : found[i].country_code, 1);
    for (size_t i = 1; i < all.count; i++)
        best = all.weights[i] > all.weights[best] ? i : best;
    for (size_t i = 0; i < all.count; i++)
        if (i != best && all.weights[i] * TIMES_OTHERS > all.weights[best])
            return (View){NULL, 0};
    return all.count && all.weights[best] >= LEAST_WEIGHT ? all.codes[best] : (View){NULL, 0};
}

/* "the police", "the governor", "villagers": of the country that the report is about. Aid groups, international bodies,
 * the press and whom nothing describes may be from anywhere. */
static bool is_local(const Actor *actor, const Found *found) {
    static const char *const abroad[] = {"IGO", "NGO", "MED", "EDU", "BUS", NULL};
    if (found->country || found->country_code.data || found->entry || actor->kind == ACTOR_COUNTRY ||
        !found->sector.data)
        return false;
    for (const char *const *sector = abroad; *sector; sector++)
        if (view_equal(found->sector, view(*sector)))
            return false;
    return true;
}

Code actors_describe(ActorWork *work, Day published, Cast *cast, Error *error) {
    Found *found = arena_array(work->arena, cast->actor_count, sizeof *found);
    if (!found)
        return error_memory(error);
    for (uint32_t i = 0; i < work->count; i++)
        take_mention(work, cast, i, &found[cast->actor_of[i]]);
    for (uint32_t i = 0; i < work->count; i++)
        take_possessor(work, cast, i, found);
    for (size_t i = 0; i < cast->actor_count; i++)
        take_institution(work->tables, &cast->actors[i], found, &found[i]);
    View about = country_of_report(cast, found);
    for (size_t i = 0; i < cast->actor_count; i++)
        if (about.data && is_local(&cast->actors[i], &found[i]))
            found[i].country_code = about;
    for (size_t i = 0; i < cast->actor_count; i++)
        if (!set_code(work, &cast->actors[i], &found[i], published))
            return error_memory(error);
    return OK;
}
