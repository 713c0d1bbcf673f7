/* identity/actors_kinds: what kind of actor a name names, by all of the report and the tables.
 *
 * In: mentions, each with the kind that the network gave it alone. Out: a copy with kinds (and names of bodies) mended:
 * mentions of the same name are of one kind, the likeliest of all; one word of a person's name is that person's
 * ("Somchit" after "Somchit Phromwan"); what the tables know as an outlet or an organization is no person. Left out:
 * descriptions and pronouns.
 */
#include "identity/actors.h"
#include "identity/titles.h"

#define SURE_NAME 0.80f /* mean score from which on the network's kind of a name is not overruled */

typedef struct Votes {
    float kinds[ACTOR_KIND_COUNT];
    size_t count;
    bool of_person; /* the first or last word of a person's longer name */
} Votes;

typedef struct Ballot {
    Map *map;
    LIST(Votes) votes;
} Ballot;

static Votes *votes_for(ActorWork *work, Ballot *ballot, View key) {
    uint32_t at;
    if (map_get(ballot->map, key, &at))
        return &ballot->votes.items[at];
    at = (uint32_t)ballot->votes.count;
    if (!list_push(work->arena, &ballot->votes, (Votes){0}) || !map_set(ballot->map, key, at))
        return NULL;
    return &ballot->votes.items[at];
}

static bool is_person(const ActorMention *mention) {
    return mention->kind == ACTOR_PERSON || mention->kind == ACTOR_UNNAMED;
}

static bool vote(ActorWork *work, Ballot *ballot, const ActorMention *mention) {
    Votes *votes = votes_for(work, ballot, actors_folded_range(work, mention->name));
    if (!votes)
        return false;
    votes->kinds[mention->kind == ACTOR_UNNAMED ? ACTOR_PERSON : mention->kind] += mention->score;
    votes->count++;
    if (!is_person(mention) || mention->name.end < mention->name.first + 2)
        return true;
    Votes *first = votes_for(work, ballot, actors_folded(work, mention->name.first));
    if (!first)
        return false;
    first->of_person = true;
    Votes *last = votes_for(work, ballot, actors_folded(work, mention->name.end - 1));
    if (last)
        last->of_person = true;
    return last != NULL;
}

static ActorKind likeliest(const Votes *votes, ActorKind own) {
    ActorKind best = own == ACTOR_UNNAMED ? ACTOR_PERSON : own;
    for (int kind = 0; kind < ACTOR_KIND_COUNT; kind++)
        if (votes->kinds[kind] > votes->kinds[best])
            best = (ActorKind)kind;
    return best == ACTOR_PERSON && own == ACTOR_UNNAMED ? ACTOR_UNNAMED : best;
}

/* Public lists call many a man's name an organization ("Hambali"). */
static bool is_of_a_list(const ActorEntry *entry) {
    return view_equal(entry->source, VIEW("phoenix")) || view_equal(entry->source, VIEW("ofac"));
}

static bool is_known_organization(ActorWork *work, View folded, bool several) {
    const ActorEntry *entries[4];
    size_t count = actor_find(work->tables, folded, entries, sizeof entries / sizeof *entries), known = 0;
    for (size_t i = 0; i < count; i++) {
        if (entries[i]->kind == ACTOR_PERSON)
            return false;
        known += several || !is_of_a_list(entries[i]);
    }
    return known > 0;
}

/* "Daesh", "Huawei", which look like a family name; not "Dassault" beside a Serge Dassault. */
static bool is_known_by_one_word(ActorWork *work, const Votes *votes, View folded) {
    return !votes->of_person && !given_name_known(work->tables, folded) && is_known_organization(work, folded, false);
}

/* "Mr. Itokazu", "Sheikh Mneimneh" */
static bool is_addressed(ActorWork *work, const ActorMention *mention) {
    Gender gender;
    for (uint32_t word = mention->words.first; word < mention->name.first; word++)
        if (title_find(work->tables, actors_folded(work, word), &gender) == TITLE_ADDRESS)
            return true;
    return false;
}

/* "Star Ngayon" of the newspaper Pilipino Star Ngayon */
static bool is_part_of_body(ActorWork *work, const ActorMention *mention, View folded) {
    for (size_t i = 0; i < work->count; i++) {
        const ActorMention *other = &work->mentions->actors[i];
        if (other->kind != ACTOR_ORGANIZATION || other->form != FORM_NAME ||
            other->name.end - other->name.first <= mention->name.end - mention->name.first)
            continue;
        View whole = actors_folded_range(work, other->name);
        if (whole.data && folded.data && view_find(whole, folded, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* "Kyiv", "the Élysée": nobody bears these as a name, but "Chad" and "Sofia" are given names too. */
static bool is_country(ActorWork *work, const ActorMention *mention, View folded) {
    CountryHit hits[4];
    View written = text_span(work->text, text_words_span(work->text, mention->name));
    size_t count = country_find(work->tables, folded, hits, sizeof hits / sizeof *hits);
    for (size_t i = 0; i < count && !given_name_known(work->tables, folded); i++)
        if ((hits[i].kind == COUNTRY_NAME || hits[i].kind >= COUNTRY_CAPITAL) &&
            tables_written_alike(hits[i].written, written))
            return true;
    return false;
}

/* "the Houthis": one of many, or of a body of the table, and not of a family. */
static ActorKind kind_behind_article(ActorWork *work, const ActorMention *mention, View folded) {
    const ActorEntry *entry;
    uint32_t word = mention->name.first;
    if (mention->words.first + 1 != word || mention->name.end != word + 1 ||
        !view_equal(actors_folded(work, mention->words.first), VIEW("the")))
        return mention->kind;
    if (actor_find(work->tables, folded, &entry, 1) && entry->kind == ACTOR_ORGANIZATION)
        return ACTOR_ORGANIZATION;
    return view_equal(work->reading->words[word].xpos, VIEW("NNPS")) ? ACTOR_GROUP : mention->kind;
}

static bool names_country(ActorWork *work, View folded) {
    CountryHit hit;
    return country_find(work->tables, folded, &hit, 1) > 0;
}

/* "Assad" is no country. */
static bool is_known_person(ActorWork *work, View folded) {
    const ActorEntry *entries[4];
    size_t count = actor_find(work->tables, folded, entries, sizeof entries / sizeof *entries);
    for (size_t i = 0; i < count; i++)
        if (entries[i]->kind != ACTOR_PERSON)
            return false;
    return count > 0 && !names_country(work, folded);
}

static bool mend(ActorWork *work, Ballot *ballot, ActorMention *mention) {
    View folded = actors_folded_range(work, mention->name);
    const Votes *votes = votes_for(work, ballot, folded);
    if (!votes)
        return false;
    ActorKind kind = likeliest(votes, mention->kind);
    bool sure = votes->kinds[kind] >= SURE_NAME * (float)votes->count;
    bool several = mention->name.end > mention->name.first + 1;
    if (is_addressed(work, mention))
        kind = ACTOR_PERSON;
    else if (votes->of_person && !several && !sure)
        kind = ACTOR_PERSON;
    else if (is_person(mention) && (((several || !sure) && actors_outlet_named(work, mention->name)) ||
                                    (several && !sure && is_known_organization(work, folded, true)) ||
                                    (!several && is_known_by_one_word(work, votes, folded)) ||
                                    (several && is_part_of_body(work, mention, folded))))
        kind = ACTOR_ORGANIZATION;
    else if (is_person(mention) && !votes->of_person && kind == ACTOR_PERSON && is_country(work, mention, folded))
        kind = ACTOR_COUNTRY;
    else if (is_person(mention) && kind == ACTOR_PERSON)
        kind = kind_behind_article(work, mention, folded);
    else if (kind == ACTOR_COUNTRY && is_known_person(work, folded))
        kind = ACTOR_PERSON;
    else if (kind == ACTOR_COUNTRY && is_known_by_one_word(work, votes, folded) && !names_country(work, folded))
        kind = ACTOR_ORGANIZATION;
    mention->kind = kind;
    return true;
}

static void take_body_name(ActorWork *work, ActorMention *mention) {
    WordRange name = actors_body_name(work, mention);
    if (name.first == name.end)
        return;
    mention->name = name;
    if (mention->form == FORM_NAME)
        return;
    mention->form = FORM_NAME;
    mention->kind = ACTOR_ORGANIZATION;
}

bool actors_kinds(ActorWork *work) {
    Ballot ballot = {.map = map_new(work->arena)};
    Mentions *copy = arena_take(work->arena, sizeof *copy);
    ActorMention *actors = arena_array(work->arena, work->count, sizeof *actors);
    if (!ballot.map || !copy || (!actors && work->count))
        return false;
    for (size_t i = 0; i < work->count; i++) {
        actors[i] = work->mentions->actors[i];
        take_body_name(work, &actors[i]);
        if (actors[i].form == FORM_NAME && !vote(work, &ballot, &actors[i]))
            return false;
    }
    for (size_t i = 0; i < work->count; i++)
        if (actors[i].form == FORM_NAME && !mend(work, &ballot, &actors[i]))
            return false;
    *copy = *work->mentions;
    copy->actors = actors;
    work->mentions = copy;
    return true;
}
