/* identity/actors_roles: what an actor is, and of which other actor: "leader of the Sadrist movement".
 *
 * From its descriptions (apposition, copula and coreference have joined these to the actor already) and from the titles
 * of its name. title is the noun with what stands before it, without article and country: "former prime minister"; of
 * is the actor whose mention stands behind "of", or before it as a possessor or a name. Left out: roles that only
 * pronouns give.
 */
#include "identity/actors_fields.h"
#include "identity/titles.h"

static bool is_empty_word(const ActorWork *work, uint32_t word) {
    Upos upos = (Upos)work->reading->words[word].upos;
    return upos == UPOS_DET || upos == UPOS_PUNCT || upos == UPOS_PRON || upos == UPOS_NUM || upos == UPOS_PART;
}

/* The mention nested in `member` that hangs on the title's noun. */
static int32_t institution_of(ActorWork *work, uint32_t member, uint32_t noun) {
    static const char *const holding[] = {"nmod", "compound", "nmod:poss", NULL};
    const ActorMention *mention = &work->mentions->actors[member];
    for (uint32_t word = mention->words.first; word < mention->words.end; word++) {
        int32_t other = work->mentions->actor_at[word];
        if (other < 0 || (uint32_t)other == member || work->reading->words[word].head != noun)
            continue;
        for (const char *const *name = holding; *name; name++)
            if (reading_relation_is(work->reading, word, *name))
                return other;
    }
    return -1;
}

/* The words of the title itself: the noun with its modifiers, without those that name the institution or a country. */
static WordRange title_words(ActorWork *work, WordRange range, uint32_t noun) {
    WordRange title = {noun, noun + 1};
    while (title.first > range.first) {
        uint32_t word = title.first - 1;
        bool modifies = work->reading->words[word].head == noun && !is_empty_word(work, word) &&
                        !reading_relation_is(work->reading, word, "nmod:poss") && work->mentions->actor_at[word] < 0;
        CountryHit hit;
        if (!modifies || country_find(work->tables, actors_folded(work, word), &hit, 1))
            break;
        title.first--;
    }
    return title;
}

/* A word for who somebody is: "President", not "States" of "the President of the United States Jo Lind". */
static bool is_known_noun(ActorWork *work, uint32_t word) {
    Gender gender;
    View folded = actors_folded(work, word);
    return title_find(work->tables, folded, &gender) != TITLE_NONE || agent_find(work->tables, &folded, 1, 0).agent;
}

/* The noun that the title hangs on: the head of a description; of "the Iranian General Qassem", the last noun before
 * the name. */
static uint32_t noun_of(ActorWork *work, uint32_t member, WordRange title) {
    const ActorMention *mention = &work->mentions->actors[member];
    uint32_t noun = NO_WORD;
    Gender gender;
    if (!work->facts[member].part_count)
        return mention->head;
    for (uint32_t word = title.first; word < title.end; word++) {
        Upos upos = (Upos)work->reading->words[word].upos;
        bool hangs_inside = work->reading->words[word].head < title.end &&
                            work->reading->words[word].head >= title.first && work->reading->words[word].head != word;
        bool address = title_find(work->tables, actors_folded(work, word), &gender) == TITLE_ADDRESS;
        bool better = noun == NO_WORD || (!address && (is_known_noun(work, word) || !is_known_noun(work, noun)));
        if ((upos == UPOS_NOUN || upos == UPOS_PROPN) && !hangs_inside && better)
            noun = word;
    }
    bool place = noun != NO_WORD && work->reading->words[noun].upos == UPOS_PROPN && !is_known_noun(work, noun);
    return place ? NO_WORD : noun; /* "Vermont" of "the Senator from Vermont Jo Lind" */
}

/* "Ms.", which is no role, and not "Sheikh" or "General" */
static bool is_mere_address(ActorWork *work, uint32_t noun) {
    Gender gender;
    View folded = actors_folded(work, noun);
    return title_find(work->tables, folded, &gender) == TITLE_ADDRESS && !agent_find(work->tables, &folded, 1, 0).agent;
}

static bool same_role(const Role *role, View title, int32_t of) {
    return view_equal_folded(role->title, title) && (role->of == of || of < 0 || role->of < 0);
}

/* The role that one mention tells; title.data NULL: none. */
static Role role_of(ActorWork *work, const Cast *cast, uint32_t root, uint32_t member) {
    const ActorMention *mention = &work->mentions->actors[member];
    bool named = work->facts[member].part_count > 0;
    WordRange range = named ? actors_title(mention) : mention->words;
    Role role = {.title = {NULL, 0}, .of = -1};
    bool told = range.first < range.end && mention->form != FORM_PRONOUN && !mention->plural;
    uint32_t noun = told && !work->doubt[member].data ? noun_of(work, member, range) : NO_WORD;
    if (noun == NO_WORD || is_mere_address(work, noun))
        return role;
    WordRange words = title_words(work, range, noun);
    role.title = text_span(work->text, text_words_span(work->text, words));
    role.span = text_words_span(work->text, named ? words : mention->words);
    int32_t institution = institution_of(work, member, noun);
    if (institution >= 0 && cluster_of(work, (uint32_t)institution) != root)
        role.of = cast->actor_of[institution];
    return role;
}

bool fields_roles(ActorWork *work, const Cast *cast, uint32_t root, Actor *actor) {
    LIST(Role) roles = {0};
    if (actor->kind != ACTOR_PERSON && actor->kind != ACTOR_UNNAMED)
        return true;
    for (uint32_t member = root; member != NO_WORD; member = work->next[member]) {
        Role role = role_of(work, cast, root, member);
        bool known = !role.title.data;
        for (size_t i = 0; i < roles.count && !known; i++) {
            known = same_role(&roles.items[i], role.title, role.of);
            if (known && roles.items[i].of < 0)
                roles.items[i].of = role.of;
        }
        if (!known && !list_push(work->arena, &roles, role))
            return false;
    }
    actor->roles = roles.items;
    actor->role_count = roles.count;
    return true;
}
