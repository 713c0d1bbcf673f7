/* identity/actors_bodies: "the Islamic State group", "the Huawei company", "the Matichon newspaper": a name with the
 * noun for what it is behind it names that body, and is no description of somebody else.
 *
 * In: mentions. Out: those get the name that stands in front of their noun. Left out: what stands behind the noun ("the
 * Hamas group in exile"), one of several ("a Hamas group"), and what belongs to many ("the UN group").
 */
#include "identity/actors.h"

static const char *const bodies[] = {
    "group",     "movement", "organization", "organisation", "militia", "company", "party",   "cartel",
    "newspaper", "daily",    "weekly",       "magazine",     "channel", "station", "website", NULL};
static const char *const outlets[] = {"agency", "network", "paper", "site", NULL}; /* with the name of an outlet */

const ActorEntry *actors_organization_named(ActorWork *work, WordRange range) {
    const ActorEntry *entries[4];
    View folded = actors_folded_range(work, range), written = text_span(work->text, text_words_span(work->text, range));
    bool upper = written.length && written.data[0] >= 'A' && written.data[0] <= 'Z';
    size_t count =
        upper && folded.data ? actor_find(work->tables, folded, entries, sizeof entries / sizeof *entries) : 0;
    for (size_t i = 0; i < count; i++)
        if (entries[i]->kind == ACTOR_ORGANIZATION)
            return entries[i];
    return NULL;
}

static bool is_of_states(const ActorEntry *entry) {
    return view_starts(entry->code, VIEW("IGO"));
}

/* Where the name ends: "the Wagner | mercenary group" */
static uint32_t name_end(const ActorWork *work, const ActorMention *mention) {
    uint32_t last = mention->head - 1;
    View written = text_word(work->text, last);
    bool lower = written.length && written.data[0] >= 'a' && written.data[0] <= 'z';
    return lower && last > mention->words.first ? last : mention->head;
}

/* The name that ends there and that the table knows, the longest first; empty for none. */
static WordRange known_until(ActorWork *work, const ActorMention *mention, uint32_t end) {
    for (uint32_t first = mention->words.first; first < end; first++) {
        WordRange range = {first, end};
        if (view_equal(actors_folded(work, first), VIEW("the")))
            continue;
        const ActorEntry *entry = actors_organization_named(work, range);
        if (entry && !is_of_states(entry))
            return range;
    }
    return (WordRange){end, end};
}

/* With the noun, "the Sadrist movement", or else without it. */
static WordRange known_name(ActorWork *work, const ActorMention *mention) {
    WordRange whole = known_until(work, mention, mention->head + 1);
    bool more = whole.end > whole.first + 1;
    return more ? whole : known_until(work, mention, name_end(work, mention));
}

/* The name of an organization that the text itself mentions there. */
static WordRange mentioned_name(ActorWork *work, const ActorMention *mention) {
    uint32_t end = name_end(work, mention);
    WordRange none = {end, end};
    int32_t inner = -1;
    for (uint32_t word = mention->words.first; word < end && inner < 0; word++)
        inner = work->mentions->actor_at[word];
    if (inner < 0)
        return none;
    const ActorMention *name = &work->mentions->actors[inner];
    bool fits = name->form == FORM_NAME && name->kind == ACTOR_ORGANIZATION && name->words.end == end &&
                name->name.first < name->name.end && work->reading->words[name->head].upos != UPOS_ADJ;
    const ActorEntry *entry = fits ? actors_organization_named(work, name->name) : NULL;
    return fits && !(entry && is_of_states(entry)) ? name->name : none;
}

bool actors_outlet_named(ActorWork *work, WordRange range) {
    OutletHit hits[4];
    View folded = actors_folded_range(work, range), written = text_span(work->text, text_words_span(work->text, range));
    size_t count = folded.data ? outlet_find(work->tables, folded, hits, sizeof hits / sizeof *hits) : 0;
    for (size_t i = 0; i < count; i++)
        if (tables_written_alike(hits[i].written, written))
            return true;
    return false;
}

/* "the Hamas group" */
static WordRange name_before(ActorWork *work, const ActorMention *mention, bool body) {
    WordRange name = body ? known_name(work, mention) : (WordRange){mention->head, mention->head};
    if (name.first == name.end)
        name = mentioned_name(work, mention);
    bool definite =
        mention->words.first == name.first || view_equal(actors_folded(work, mention->words.first), VIEW("the"));
    return definite && (body || actors_outlet_named(work, name)) ? name : (WordRange){mention->head, mention->head};
}

/* "Al Jazeera channel", all of which the network takes for the name, and no table knows */
static WordRange name_without(ActorWork *work, const ActorMention *mention, bool body) {
    WordRange whole = mention->name, name = {whole.first, mention->head};
    bool noun_last = whole.first < mention->head && whole.end == mention->head + 1;
    if (!noun_last || actors_organization_named(work, whole) || actors_outlet_named(work, whole))
        return whole;
    return (body && actors_organization_named(work, name)) || actors_outlet_named(work, name) ? name : whole;
}

WordRange actors_body_name(ActorWork *work, const ActorMention *mention) {
    View noun = actors_folded(work, mention->head);
    bool body = view_among(noun, bodies), outlet = view_among(noun, outlets);
    bool fits = (body || outlet) && !mention->plural && mention->head > mention->words.first &&
                mention->words.end == mention->head + 1;
    if (fits && mention->form == FORM_NAME && mention->kind == ACTOR_ORGANIZATION)
        return name_without(work, mention, body);
    return fits && mention->form == FORM_DESCRIPTION ? name_before(work, mention, body) : mention->name;
}
