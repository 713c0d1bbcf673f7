/* identity/actors_codes: country, CAMEO code and table entry of each actor.
 *
 * The actor table first, when an entry fits the fullest name and nothing contradicts it (another country in the text,
 * another kind, two entries). Else the country: what the actor's own mentions name (a demonym, "of Tolvania"), its
 * outlet's, that of the institution whose role it has; and the sector by agents.tsv, firm words before weak ones, the
 * institution's for a weak one. A code without a country ("MED") stands alone; left out is any guess from the rest of
 * the report.
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

static void take_mention(ActorWork *work, uint32_t member, Found *found) {
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
    take_agent(found, facts);
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

/* An actor that has a role of another one takes what it lacks from it: the spokesman of the Tolvan army. */
static void take_institution(ActorWork *work, const Actor *actor, const Found *all, Found *found) {
    for (size_t i = 0; i < actor->role_count; i++) {
        if (actor->roles[i].of < 0)
            continue;
        const Found *of = &all[actor->roles[i].of];
        if (!found->country && !found->country_code.data) {
            found->country = of->country;
            found->country_code = of->country_code;
            if (!of->country && of->entry && of->entry->country.data)
                found->country = country_by_code(work->tables, of->entry->country);
        }
        if ((!found->sector.data || !found->firm) && of->sector.data)
            found->sector = of->sector;
    }
}

Code actors_describe(ActorWork *work, Day published, Cast *cast, Error *error) {
    Found *found = arena_array(work->arena, cast->actor_count, sizeof *found);
    if (!found)
        return error_memory(error);
    for (uint32_t i = 0; i < work->count; i++)
        take_mention(work, i, &found[cast->actor_of[i]]);
    for (size_t i = 0; i < cast->actor_count; i++)
        take_institution(work, &cast->actors[i], found, &found[i]);
    for (size_t i = 0; i < cast->actor_count; i++)
        if (!set_code(work, &cast->actors[i], &found[i], published))
            return error_memory(error);
    return OK;
}
