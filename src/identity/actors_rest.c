/* identity/actors_rest: descriptions, pronouns and names that stand alone, in the order of the text.
 *
 * The network's link is taken when it is likely enough for the form of the mention, and nothing speaks against it; else
 * a rule: a definite description goes to the last mention with the same head word and no other modifiers, a first
 * person inside a quotation to its speaker, a third person pronoun to the nearest subject that it agrees with. A link
 * that agrees badly (a woman's pronoun for a man's name) must be likelier, and is kept with a doubt.
 */
#include "identity/actors.h"
#include <math.h>

#define LINK_PRONOUN     0.25f /* least probability of the network's link, by form */
#define LINK_DESCRIPTION 0.55f
#define LINK_NAME        0.60f
#define LINK_INDEFINITE  0.75f /* "an officer" is seldom somebody already there */
#define WEIGHT_GENDER    0.50f /* what a link against the gender counts */
#define WEIGHT_KIND      0.25f /* and one against number or kind, of a pronoun */
#define LINK_SURE        0.70f /* goes before the rules */
#define FARTHEST         400   /* mentions that a rule looks back */

static const Coreference *link_of(const ActorWork *work, uint32_t mention) {
    int32_t index = work->coreference_at[work->mentions->actors[mention].head];
    return index >= 0 ? &work->reading->coreferences[index] : NULL;
}

/* The gender that names, titles and nouns of the actor tell; a name's goes first. */
static Gender gender_of(ActorWork *work, uint32_t mention) {
    Gender gender = GENDER_UNKNOWN;
    for (uint32_t member = cluster_of(work, mention); member != NO_WORD; member = work->next[member]) {
        MentionForm form = work->mentions->actors[member].form;
        if (form == FORM_PRONOUN || work->facts[member].gender == GENDER_UNKNOWN)
            continue;
        if (form == FORM_NAME)
            return work->facts[member].gender;
        gender = work->facts[member].gender;
    }
    return gender;
}

static bool genders_differ(ActorWork *work, uint32_t mention, uint32_t other) {
    Gender mine = work->facts[mention].gender, theirs = gender_of(work, other);
    return mine != GENDER_UNKNOWN && theirs != GENDER_UNKNOWN && mine != theirs;
}

static bool kinds_differ(ActorWork *work, uint32_t mention, uint32_t other) {
    return !(work->may[cluster_of(work, mention)] & work->may[cluster_of(work, other)]);
}

static float least_of(const ActorWork *work, uint32_t mention) {
    switch (work->mentions->actors[mention].form) {
    case FORM_PRONOUN: return LINK_PRONOUN;
    case FORM_NAME: return LINK_NAME;
    default: break;
    }
    return work->facts[mention].indefinite ? LINK_INDEFINITE : LINK_DESCRIPTION;
}

static void note_doubt(ActorWork *work, uint32_t mention, bool gender, bool kind, float score) {
    View words = text_word(work->text, work->mentions->actors[mention].head);
    if (gender)
        work->doubt[mention] =
            arena_format(work->arena, "\"%.*s\" does not fit the gender of the name", (int)words.length, words.data);
    else if (kind)
        work->doubt[mention] =
            arena_format(work->arena, "\"%.*s\" does not fit the kind of actor", (int)words.length, words.data);
    else if (score < 0.5f)
        work->doubt[mention] = arena_format(work->arena, "joined with a probability of %.2f only", (double)score);
}

/* A personal pronoun and the subject of its own verb are two: "Lind told him". */
static bool same_clause(const ActorWork *work, uint32_t mention, uint32_t other) {
    static const char *const reflexive[] = {"himself", "herself", "itself", "themselves", NULL};
    uint32_t a = work->mentions->actors[mention].head, b = work->mentions->actors[other].head;
    for (const char *const *word = reflexive; *word; word++)
        if (text_word_is(work->text, a, *word))
            return false;
    bool object = reading_relation_is(work->reading, a, "obj") || reading_relation_is(work->reading, a, "iobj") ||
                  reading_relation_is(work->reading, a, "obl");
    return object && reading_relation_is(work->reading, b, "nsubj") &&
           work->reading->words[a].head == work->reading->words[b].head;
}

/* What the network says for one actor: the probability of its likeliest mention. */
typedef struct Candidate {
    uint32_t cluster, mention; /* the likeliest of its mentions */
    float score;
    bool gender, kind; /* that the pronoun does not fit */
} Candidate;

#define MOST_CANDIDATES 40 /* the network gives those over 0.03 */

/* An actor that the mention does not fit counts less. */
static float weight_of(const Candidate *candidate) {
    return candidate->score * (candidate->gender ? WEIGHT_GENDER : 1) * (candidate->kind ? WEIGHT_KIND : 1);
}

/* "a diplomat" is not the one who has been called by his name already. */
static bool anew(ActorWork *work, uint32_t mention, uint32_t other) {
    if (!work->facts[mention].indefinite || work->mentions->actors[mention].plural)
        return false;
    for (uint32_t member = cluster_of(work, other); member != NO_WORD; member = work->next[member])
        if (work->mentions->actors[member].form == FORM_NAME && member < mention)
            return true;
    return false;
}

/* Nothing that cannot be: two names, a possessor and its own possession, the subject and the object of one verb. */
static bool is_possible(ActorWork *work, uint32_t mention, uint32_t other, float score) {
    bool pronoun = work->mentions->actors[mention].form == FORM_PRONOUN;
    if ((pronoun && score < LINK_SURE && same_clause(work, mention, other)) || anew(work, mention, other))
        return false;
    /* the pronoun of another number is looked at by its weight */
    return !clusters_conflict(work, other, mention, pronoun ? WHY_PRONOUN : WHY_NETWORK);
}

static Candidate best_candidate(ActorWork *work, uint32_t mention, const Coreference *link) {
    Candidate all[MOST_CANDIDATES], best = {.cluster = NO_WORD};
    size_t count = 0;
    for (size_t i = 0; i < link->antecedents.count; i++) {
        int32_t other = work->mentions->actor_at[link->antecedents.items[i].word];
        float score = link->antecedents.items[i].share;
        if (other < 0 || !is_possible(work, mention, (uint32_t)other, score))
            continue;
        uint32_t cluster = cluster_of(work, (uint32_t)other);
        size_t k = 0;
        while (k < count && all[k].cluster != cluster)
            k++;
        if (k == MOST_CANDIDATES)
            break;
        if (k == count)
            all[count++] = (Candidate){.cluster = cluster,
                                       .gender = genders_differ(work, mention, cluster),
                                       .kind = kinds_differ(work, mention, cluster)};
        if (score > all[k].score) {
            all[k].score = score;
            all[k].mention = (uint32_t)other;
        }
    }
    for (size_t k = 0; k < count; k++)
        if (best.cluster == NO_WORD || weight_of(&all[k]) > weight_of(&best))
            best = all[k];
    return best;
}

/* Joins the actor that the network finds likeliest, when that reaches `least`. */
static bool follow_link(ActorWork *work, uint32_t mention, float least) {
    const Coreference *link = link_of(work, mention);
    if (!link)
        return false;
    Candidate best = best_candidate(work, mention, link);
    if (best.cluster == NO_WORD || weight_of(&best) < least)
        return false;
    if (best.kind) /* its own set says nothing any more */
        work->may[cluster_of(work, mention)] = work->may[best.cluster];
    if (!clusters_join(work, best.mention, mention, WHY_NETWORK, best.score))
        return false;
    note_doubt(work, mention, best.gender, best.kind, best.score);
    return true;
}

/* --- descriptions ------------------------------------------------------------------------------------------------- */

static bool is_modifier(const ActorWork *work, uint32_t mention, uint32_t word) {
    Upos upos = (Upos)work->reading->words[word].upos;
    return word != work->mentions->actors[mention].head &&
           (upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_ADJ || upos == UPOS_NUM || upos == UPOS_VERB);
}

static bool actor_has_word(ActorWork *work, uint32_t actor, View folded) {
    for (uint32_t member = cluster_of(work, actor); member != NO_WORD; member = work->next[member])
        for (uint32_t word = work->mentions->actors[member].words.first;
             word < work->mentions->actors[member].words.end; word++)
            if (view_equal(actors_folded(work, word), folded))
                return true;
    return false;
}

/* Every modifier of the description was said of the actor before: "the security officer" after "a security officer in
 * Kuwan". */
static bool says_nothing_new(ActorWork *work, uint32_t mention, uint32_t other) {
    static const char *const empty[] = {"same", "last", "latter", "former", "said", NULL};
    for (uint32_t word = work->mentions->actors[mention].words.first; word < work->mentions->actors[mention].words.end;
         word++) {
        bool skip = !is_modifier(work, mention, word);
        for (const char *const *entry = empty; *entry && !skip; entry++)
            skip = text_word_is(work->text, word, *entry);
        if (!skip && !actor_has_word(work, other, actors_folded(work, word)))
            return false;
    }
    return true;
}

/* Some mention of the actor, a title counted, has this head word. */
static bool actor_has_head(ActorWork *work, uint32_t mention, uint32_t other) {
    View head = work->facts[mention].head, word = actors_folded(work, work->mentions->actors[mention].head);
    const ActorMention *before = &work->mentions->actors[other];
    if (view_equal(work->facts[other].head, head) || view_equal(actors_folded(work, before->head), word))
        return true;
    WordRange title = actors_title(before);
    for (uint32_t w = title.first; w < title.end; w++)
        if (view_equal(actors_folded(work, w), head))
            return true;
    return false;
}

/* A description that points to somebody already there: with an article, or a body that has none ("police"). */
static bool points_back(const ActorWork *work, uint32_t mention) {
    const ActorMention *read = &work->mentions->actors[mention];
    const Facts *facts = &work->facts[mention];
    bool body = read->kind == ACTOR_ORGANIZATION && read->words.first == read->head &&
                !view_equal(work->reading->words[read->head].xpos, VIEW("NNS"));
    if (read->form == FORM_NAME) /* "the Army", "the Prime Minister" */
        return facts->definite && (facts->part_count == 0 || (facts->part_count == 1 && read->kind != ACTOR_PERSON));
    return read->form == FORM_DESCRIPTION && (facts->definite || body);
}

/* "the four": the group that the same number counts. */
static bool counts_alike(const ActorWork *work, uint32_t mention, uint32_t other) {
    const Facts *a = &work->facts[mention], *b = &work->facts[other];
    return work->reading->words[work->mentions->actors[mention].head].upos == UPOS_NUM && a->low > 1 &&
           a->low == b->low && a->high == b->high;
}

/* The same words but for the article: "the provincial government" is nearer to itself than to "the government". */
static bool same_words(ActorWork *work, uint32_t mention, uint32_t other) {
    WordRange a = work->mentions->actors[mention].words, b = work->mentions->actors[other].words;
    a.first += work->reading->words[a.first].upos == UPOS_DET && a.end - a.first > 1;
    b.first += work->reading->words[b.first].upos == UPOS_DET && b.end - b.first > 1;
    if (a.end - a.first != b.end - b.first)
        return false;
    for (uint32_t i = 0; i < a.end - a.first; i++)
        if (!view_equal(actors_folded(work, a.first + i), actors_folded(work, b.first + i)))
            return false;
    return true;
}

/* A bare "the government" far behind "the Chinese government" is another one. */
static bool is_far_government(const ActorWork *work, uint32_t mention, uint32_t other) {
    const ActorMention *read = &work->mentions->actors[mention];
    uint32_t distance =
        work->text->words[read->head].sentence - work->text->words[work->mentions->actors[other].head].sentence;
    return work->facts[other].country && !work->facts[mention].country && distance > 1;
}

/* A bare "the army" is a state's, and no short name of the Hill Army. */
static bool is_army_by_name(const ActorWork *work, uint32_t mention, uint32_t other) {
    static const char *const bodies[] = {"army", "police", "government", "military", "parliament", NULL};
    const ActorMention *read = &work->mentions->actors[mention];
    bool body = false;
    for (const char *const *word = bodies; *word; word++)
        body = body || view_equal(work->facts[mention].head, view(*word));
    return body && read->form == FORM_DESCRIPTION && read->words.end <= read->words.first + 2 &&
           work->facts[other].part_count > 1 && !work->facts[other].of && !work->facts[other].country;
}

static bool is_same_description(ActorWork *work, uint32_t mention, uint32_t other, bool exact) {
    const ActorMention *read = &work->mentions->actors[mention], *before = &work->mentions->actors[other];
    if (before->form == FORM_PRONOUN)
        return false;
    if (exact) /* "police" is one or many */
        return same_words(work, mention, other);
    if (before->plural != read->plural)
        return false;
    if (is_far_government(work, mention, other) || is_army_by_name(work, mention, other))
        return false;
    return (actor_has_head(work, mention, other) && says_nothing_new(work, mention, other)) ||
           counts_alike(work, mention, other);
}

static bool join_described(ActorWork *work, uint32_t mention) {
    if (!points_back(work, mention))
        return false;
    for (int exact = 1; exact >= 0; exact--)
        for (uint32_t back = 1; back <= mention && back < FARTHEST; back++)
            if (is_same_description(work, mention, mention - back, exact) &&
                clusters_join(work, mention - back, mention, WHY_SAME_DESCRIPTION, 1))
                return true;
    return false;
}

/* The sector of an organisation or of a person by trade: "MED" for an outlet of the table, else agents.tsv's. */
static View sector_of(const ActorWork *work, uint32_t mention) {
    const Facts *facts = &work->facts[mention];
    if (facts->outlet)
        return VIEW("MED");
    return facts->agent.agent ? facts->agent.agent->code : VIEW("");
}

/* Is it one of that sort: a named organisation of the sector, or a single person of the trade, named or not? */
static bool is_of_sort(const ActorWork *work, uint32_t mention, View sector, ActorKind kind) {
    const ActorMention *read = &work->mentions->actors[mention];
    const AgentEntry *agent = work->facts[mention].agent.agent;
    bool fits = kind == ACTOR_ORGANIZATION ? read->form == FORM_NAME && read->kind == ACTOR_ORGANIZATION
                                           : agent && agent->kind == kind && !read->plural;
    return fits && view_equal(sector_of(work, mention), sector);
}

/* "the newspaper" is the one outlet that was named, "the party" the one party, "the writer" the one correspondent:
 * nothing but an article and a word for an organisation or person of that sector. */
static bool join_sort(ActorWork *work, uint32_t mention) {
    const ActorMention *read = &work->mentions->actors[mention];
    const AgentEntry *agent = work->facts[mention].agent.agent;
    View sector = sector_of(work, mention);
    bool bare = read->form == FORM_DESCRIPTION && work->facts[mention].definite && !read->plural &&
                read->words.first + 2 == read->words.end && agent;
    bool media = view_equal(sector, VIEW("MED")), party = view_equal(sector, VIEW("PTY"));
    uint32_t only = NO_WORD;
    if (!bare || !(agent->kind == ACTOR_ORGANIZATION ? media || party : media && agent->kind == ACTOR_PERSON))
        return false;
    for (uint32_t back = 1; back <= mention && back < FARTHEST; back++) {
        uint32_t other = mention - back;
        if (!is_of_sort(work, other, sector, agent->kind))
            continue;
        if (only != NO_WORD && cluster_of(work, only) != cluster_of(work, other))
            return false;
        only = other;
    }
    return only != NO_WORD && clusters_join(work, only, mention, WHY_SAME_DESCRIPTION, 1);
}

/* --- pronouns ------------------------------------------------------------------------------------------------------
 */

static bool is_first_person(const ActorWork *work, uint32_t mention) {
    static const char *const words[] = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", NULL};
    for (const char *const *word = words; *word; word++)
        if (text_word_is(work->text, work->mentions->actors[mention].head, *word))
            return true;
    return false;
}

static const Quotation *quotation_around(const ActorWork *work, uint32_t word) {
    const Quotation *best = NULL;
    for (size_t i = 0; i < work->text->quotation_count && work->text->quotations[i].open < word; i++)
        if (work->text->quotations[i].close > word)
            best = &work->text->quotations[i];
    return best;
}

static uint32_t best_argument(const ArgumentList *list, uint8_t role) {
    uint32_t word = NO_WORD;
    float score = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].role == role && list->items[i].score > score) {
            score = list->items[i].score;
            word = list->items[i].word;
        }
    return word;
}

static bool says_inside(const CueReading *cue, const Quotation *quotation) {
    for (size_t i = 0; i < cue->heads.count; i++)
        if (cue->heads.items[i].role == ROLE_CONTENT && cue->heads.items[i].word > quotation->open &&
            cue->heads.items[i].word < quotation->close)
            return true;
    return false;
}

static bool join_speaker(ActorWork *work, uint32_t mention) {
    uint32_t head = work->mentions->actors[mention].head;
    const Quotation *quotation = is_first_person(work, mention) ? quotation_around(work, head) : NULL;
    for (size_t i = 0; quotation && i < work->reading->cue_count; i++) {
        const CueReading *cue = &work->reading->cues[i];
        bool outside = cue->words.first < quotation->open || cue->words.first > quotation->close;
        uint32_t speaker = outside && says_inside(cue, quotation) ? best_argument(&cue->heads, ROLE_SPEAKER) : NO_WORD;
        if (speaker == NO_WORD || work->mentions->actor_at[speaker] < 0)
            continue;
        return clusters_join(work, (uint32_t)work->mentions->actor_at[speaker], mention, WHY_SPEAKER, 1);
    }
    return false;
}

static bool is_singular(const ActorWork *work, uint32_t mention) {
    static const char *const words[] = {"i", "me", "my", "mine", "myself", NULL};
    for (const char *const *word = words; *word; word++)
        if (text_word_is(work->text, work->mentions->actors[mention].head, *word))
            return true;
    return false;
}

/* Whoever says "I" outside all quotations is the one who tells, and "we" is his side. */
static bool join_teller(ActorWork *work, uint32_t mention) {
    if (!is_first_person(work, mention) || quotation_around(work, work->mentions->actors[mention].head))
        return false;
    for (uint32_t other = mention; other-- > 0;)
        if (work->mentions->actors[other].form == FORM_PRONOUN && is_first_person(work, other) &&
            is_singular(work, other) == is_singular(work, mention) &&
            !quotation_around(work, work->mentions->actors[other].head) &&
            clusters_join(work, other, mention, WHY_TELLER, 1))
            return true;
    return false;
}

/* "We regard this raid as an assault", in a communique. */
static bool join_issuer(ActorWork *work, uint32_t mention) {
    if (!is_first_person(work, mention) || is_singular(work, mention) ||
        quotation_around(work, work->mentions->actors[mention].head))
        return false;
    uint32_t issuer = actors_issuer(work);
    return issuer != NO_WORD && clusters_join(work, issuer, mention, WHY_TELLER, 1);
}

static int subject_bonus(const ActorWork *work, uint32_t mention) {
    uint32_t head = work->mentions->actors[mention].head;
    if (reading_relation_is(work->reading, head, "nsubj"))
        return 3;
    return reading_relation_is(work->reading, head, "nmod:poss") || reading_relation_is(work->reading, head, "obj") ? 1
                                                                                                                    : 0;
}

/* Third persons only: the best of this sentence and the two before, a subject before others, a near one before a far
 * one. */
static bool join_nearest(ActorWork *work, uint32_t mention) {
    const ActorMention *read = &work->mentions->actors[mention];
    uint32_t sentence = work->text->words[read->head].sentence, best = NO_WORD;
    int most = -100;
    if (is_first_person(work, mention) ||
        work->facts[mention].may == (MAY_PERSON | MAY_GROUP | MAY_ORGANIZATION | MAY_COUNTRY))
        return false;
    for (uint32_t other = mention; other-- > 0;) {
        uint32_t distance = sentence - work->text->words[work->mentions->actors[other].head].sentence;
        if (distance > 2)
            break;
        int value = subject_bonus(work, other) - 3 * (int)distance;
        if (value > most && !genders_differ(work, mention, other) && !same_clause(work, mention, other) &&
            work->mentions->actors[other].form != FORM_PRONOUN &&
            !clusters_conflict(work, other, mention, WHY_NEAREST)) {
            most = value;
            best = other;
        }
    }
    if (best == NO_WORD || !clusters_join(work, best, mention, WHY_NEAREST, 0))
        return false;
    work->doubt[mention] = VIEW("the nearest that it agrees with");
    return true;
}

static void join_one(ActorWork *work, uint32_t mention) {
    MentionForm form = work->mentions->actors[mention].form;
    bool found_ahead = actors_looks_ahead(work, mention) && work->size[cluster_of(work, mention)] > 1;
    if (found_ahead || (work->why[mention] != WHY_FIRST && work->why[mention] != WHY_PART))
        return;
    if (form == FORM_PRONOUN) {
        if (!join_speaker(work, mention) && !join_issuer(work, mention) &&
            !follow_link(work, mention, least_of(work, mention)) && !join_teller(work, mention))
            join_nearest(work, mention);
    } else if (!join_described(work, mention) && !follow_link(work, mention, least_of(work, mention))) {
        join_sort(work, mention);
    }
}

/* First persons after all others: "I am a teacher," he said; he must know who he is before. */
void actors_join_rest(ActorWork *work) {
    for (int first_persons = 0; first_persons <= 1; first_persons++)
        for (uint32_t mention = 0; mention < work->count; mention++) {
            bool pronoun = work->mentions->actors[mention].form == FORM_PRONOUN;
            if ((pronoun && is_first_person(work, mention)) == (first_persons == 1))
                join_one(work, mention);
        }
}
