/* identity/actors_clusters: joins mentions to actors, and refuses what contradicts.
 *
 * Union-find; the root of a cluster is its first mention. A cluster knows what it may be (person, group, organization,
 * country) and its fullest name. Never joined: two full names of different persons, two countries, an actor and a
 * mention that holds a mention of it ("Sadr" and "Sadr's supporters"), members of one coordination, counts that exclude
 * each other.
 */
#include "identity/actors.h"

bool clusters_make(ActorWork *work) {
    size_t count = work->count;
    work->up = arena_array(work->arena, count, sizeof *work->up);
    work->next = arena_array(work->arena, count, sizeof *work->next);
    work->last = arena_array(work->arena, count, sizeof *work->last);
    work->size = arena_array(work->arena, count, sizeof *work->size);
    work->may = arena_array(work->arena, count, sizeof *work->may);
    work->namer = arena_array(work->arena, count, sizeof *work->namer);
    work->why = arena_array(work->arena, count, sizeof *work->why);
    work->score = arena_array(work->arena, count, sizeof *work->score);
    work->doubt = arena_array(work->arena, count, sizeof *work->doubt);
    if (!work->up || !work->next || !work->last || !work->size || !work->may || !work->namer || !work->why ||
        !work->score || !work->doubt)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        work->up[i] = work->last[i] = i;
        work->next[i] = NO_WORD;
        work->size[i] = 1;
        work->may[i] = work->facts[i].may;
        work->namer[i] = work->facts[i].part_count ? i : NO_WORD;
    }
    return true;
}

uint32_t cluster_of(ActorWork *work, uint32_t mention) {
    while (work->up[mention] != mention) {
        work->up[mention] = work->up[work->up[mention]];
        mention = work->up[mention];
    }
    return mention;
}

static bool is_person_name(const ActorWork *work, uint32_t mention) {
    return (work->facts[mention].may & MAY_PERSON) != 0;
}

static const char *names_conflict(ActorWork *work, uint32_t a, uint32_t b, bool linked) {
    uint32_t x = work->namer[a], y = work->namer[b];
    if (x == NO_WORD || y == NO_WORD)
        return NULL;
    const Facts *first = &work->facts[x], *second = &work->facts[y];
    if ((first->entry && first->entry == second->entry) || (first->outlet && first->outlet == second->outlet))
        return NULL;
    if (first->country && second->country)
        return first->country == second->country ? NULL : "two countries";
    bool persons = is_person_name(work, x) && is_person_name(work, y);
    if (persons && first->by_title && second->by_title && first->gender != second->gender)
        return "a man's title and a woman's";
    NameMatch match = names_match(work, first, second, persons);
    if (match == NAMES_DIFFER)
        return "two persons' full names";
    if (match == NAMES_UNRELATED && !linked)
        return "two names";
    return NULL;
}

/* "two hundred people with their cattle": a possessive behind the head may be the head itself. */
static bool may_point_back(const ActorWork *work, uint32_t member, uint32_t holder) {
    uint32_t word = work->mentions->actors[member].head, head = work->mentions->actors[holder].head;
    return work->mentions->actors[member].form == FORM_PRONOUN && word > head &&
           reading_relation_is(work->reading, word, "nmod:poss") && work->reading->words[word].head != head;
}

/* A mention of the one holds a mention of the other, or both stand in one coordination. */
static const char *nesting_conflict(ActorWork *work, uint32_t a, uint32_t b) {
    for (uint32_t member = a; member != NO_WORD; member = work->next[member]) {
        const Facts *facts = &work->facts[member];
        for (int32_t above = facts->parent; above >= 0; above = work->facts[above].parent)
            if (cluster_of(work, (uint32_t)above) == b && !may_point_back(work, member, (uint32_t)above))
                return "one stands inside the other's description";
        const Facts *first = facts->coordinated >= 0 ? &work->facts[facts->coordinated] : NULL;
        bool same_entry = first && first->entry && first->entry == facts->entry; /* "the National Army, or NA" */
        if (first && !same_entry && cluster_of(work, (uint32_t)facts->coordinated) == b)
            return "they stand in one coordination";
    }
    return NULL;
}

/* "the Turkish army", "the Syrian army" */
static const char *country_conflict(const ActorWork *work, uint32_t a, uint32_t b) {
    for (uint32_t x = a; x != NO_WORD; x = work->next[x]) {
        const Facts *first = &work->facts[x];
        if (!first->of || work->mentions->actors[x].form != FORM_DESCRIPTION)
            continue;
        for (uint32_t y = b; y != NO_WORD; y = work->next[y]) {
            const Facts *second = &work->facts[y];
            if (second->of && second->of != first->of && work->mentions->actors[y].form == FORM_DESCRIPTION &&
                view_equal(first->head, second->head))
                return "of two countries";
        }
    }
    return NULL;
}

static View sector_of(const ActorWork *work, uint32_t actor) {
    View sector = {NULL, 0};
    for (uint32_t member = actor; member != NO_WORD; member = work->next[member]) {
        const AgentEntry *agent = work->facts[member].agent.agent;
        if (work->facts[member].outlet)
            return VIEW("MED");
        if (agent && agent->firm && !sector.data)
            sector = agent->code;
    }
    return sector;
}

/* A newspaper is no army, and who writes for one is no governor. */
static const char *sector_conflict(const ActorWork *work, uint32_t a, uint32_t b) {
    static const char *const offices[] = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", NULL};
    View first = sector_of(work, a), second = sector_of(work, b);
    if (!first.data || !second.data || view_equal(first, VIEW("MED")) == view_equal(second, VIEW("MED")))
        return NULL;
    View other = view_equal(first, VIEW("MED")) ? second : first;
    for (const char *const *office = offices; *office; office++)
        if (view_equal(other, view(*office)))
            return "an outlet's and an office's";
    return NULL;
}

static const char *number_conflict(ActorWork *work, uint32_t a, uint32_t b) {
    for (uint32_t x = a; x != NO_WORD; x = work->next[x]) {
        if (work->facts[x].low <= 0)
            continue;
        for (uint32_t y = b; y != NO_WORD; y = work->next[y])
            if (work->facts[y].low > 0 &&
                (work->facts[x].low > work->facts[y].high || work->facts[y].low > work->facts[x].high))
                return "different counts";
    }
    return NULL;
}

const char *clusters_conflict(ActorWork *work, uint32_t a, uint32_t b, Why why) {
    a = cluster_of(work, a);
    b = cluster_of(work, b);
    if (a == b)
        return NULL;
    if (why > WHY_COUNTRY && why != WHY_PRONOUN && !(work->may[a] & work->may[b]))
        return "different kinds";
    const char *conflict = why == WHY_TRANSLATION ? NULL : names_conflict(work, a, b, why <= WHY_COPULA);
    if (!conflict)
        conflict = nesting_conflict(work, a, b);
    if (!conflict)
        conflict = nesting_conflict(work, b, a);
    if (!conflict)
        conflict = country_conflict(work, a, b);
    if (!conflict && (why == WHY_NETWORK || why == WHY_NEAREST))
        conflict = sector_conflict(work, a, b);
    return conflict ? conflict : number_conflict(work, a, b);
}

static uint32_t fuller_name(const ActorWork *work, uint32_t a, uint32_t b) {
    if (a == NO_WORD || b == NO_WORD)
        return a == NO_WORD ? b : a;
    return work->facts[b].part_count > work->facts[a].part_count ? b : a;
}

bool clusters_join(ActorWork *work, uint32_t earlier, uint32_t later, Why why, float score) {
    uint32_t a = cluster_of(work, earlier), b = cluster_of(work, later);
    if (a == b || clusters_conflict(work, a, b, why))
        return false;
    if (work->why[b] == WHY_FIRST) {
        work->why[b] = why;
        work->score[b] = score;
    }
    uint32_t root = a < b ? a : b, other = a < b ? b : a;
    if (other == a && work->why[a] == WHY_FIRST) { /* the root keeps "first", the other takes the reason */
        work->why[a] = why;
        work->score[a] = score;
    }
    if (root == b)
        work->why[b] = WHY_FIRST;
    uint8_t may = work->may[a] & work->may[b];
    work->may[root] = may ? may : work->may[root];
    work->namer[root] = fuller_name(work, work->namer[root], work->namer[other]);
    work->up[other] = root;
    work->next[work->last[root]] = other;
    work->last[root] = work->last[other];
    work->size[root] += work->size[other];
    return true;
}
