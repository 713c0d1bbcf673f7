/* identity/actors_facts: what each mention tells by itself.
 *
 * In: a mention, the tables. Out: Facts: the parts of its name, the country that it is or speaks of, the table's entry,
 * what its head word says (agents.tsv), gender, number, and how it stands to the other mentions of its sentence.
 * Nothing is joined here.
 */
#include "identity/actors.h"
#include "identity/titles.h"
#include <math.h>

#define MOST_HITS 8

View actors_folded(ActorWork *work, uint32_t word) {
    if (!work->folded[word].data) {
        View folded = unicode_fold(work->arena, text_word(work->text, word));
        work->folded[word] = folded.data ? folded : VIEW("");
    }
    return work->folded[word];
}

View *actors_folded_words(ActorWork *work, WordRange range) {
    View *words = arena_array(work->arena, range.end - range.first, sizeof *words);
    for (uint32_t word = range.first; words && word < range.end; word++)
        words[word - range.first] = actors_folded(work, word);
    return words;
}

static View without_article(View folded) {
    return view_starts(folded, VIEW("the ")) ? view_slice(folded, 4, folded.length) : folded;
}

View actors_folded_range(ActorWork *work, WordRange range) {
    Span span = text_words_span(work->text, range);
    return without_article(unicode_fold(work->arena, text_span(work->text, span)));
}

static bool is_person(const ActorMention *mention) {
    return mention->kind == ACTOR_PERSON || mention->kind == ACTOR_UNNAMED;
}

WordRange actors_title(const ActorMention *mention) {
    if (mention->form != FORM_NAME || !is_person(mention) || mention->name.first <= mention->words.first)
        return (WordRange){mention->head, mention->head};
    return (WordRange){mention->words.first, mention->name.first};
}

/* --- the parts of a name ---------------------------------------------------------------------------------------- */

static bool is_part(ActorWork *work, const ActorMention *mention, uint32_t word) {
    static const char *const small[] = {"the", "of", "and", "for", "in", "on", "a", NULL};
    Upos upos = (Upos)work->reading->words[word].upos;
    View folded = actors_folded(work, word);
    Gender gender;
    if (!folded.length || upos == UPOS_PUNCT || view_equal(folded, VIEW("'s")) || view_equal(folded, VIEW("s")))
        return false;
    for (const char *const *entry = small; *entry; entry++)
        if (view_equal(folded, view(*entry)))
            return false;
    if (!is_person(mention))
        return true;
    TitleKind title = title_find(work->tables, folded, &gender);
    bool ends_name = word + 1 == mention->name.end && word > mention->name.first; /* "Hassan Sheikh" */
    return !(title == TITLE_PARTICLE || (title == TITLE_ADDRESS && !ends_name));
}

/* "the Fisheries Inspector": right behind "the" stands an office and no name. */
static bool is_behind_article(ActorWork *work, const ActorMention *mention) {
    uint32_t first = mention->words.first;
    return first < mention->name.first && work->reading->words[mention->name.first].upos != UPOS_NUM &&
           view_equal(actors_folded(work, mention->name.first - 1), VIEW("the")) &&
           !given_name_known(work->tables, actors_folded(work, mention->name.first));
}

/* A person's "name" that is an office: "Attorney General", "Director". */
static bool is_office(ActorWork *work, const ActorMention *mention) {
    uint32_t length = mention->name.end - mention->name.first;
    View *words = is_person(mention) ? actors_folded_words(work, mention->name) : NULL;
    bool bare = mention->words.first == mention->name.first && length == 1; /* Amir, Imam are given names too */
    if (words && bare && given_name_known(work->tables, words[0]))
        return false;
    AgentHit hit = words ? agent_find(work->tables, words, length, length - 1) : (AgentHit){0};
    return hit.agent && (hit.words == length || is_behind_article(work, mention));
}

static bool add_parts(ActorWork *work, const ActorMention *mention, Facts *facts) {
    uint32_t length = mention->name.end - mention->name.first;
    if (!length || mention->is_translated || is_office(work, mention))
        return true;
    facts->parts = arena_array(work->arena, length, sizeof *facts->parts);
    if (!facts->parts)
        return false;
    for (uint32_t word = mention->name.first; word < mention->name.end; word++)
        if (is_part(work, mention, word)) {
            View part = actors_folded(work, word);
            if (part.length > 1 && part.data[part.length - 1] == '.')
                part.length--;
            facts->parts[facts->part_count++] = part;
        }
    View name = text_span(work->text, text_words_span(work->text, mention->name));
    facts->has_acronym = length == 1 && name.length >= 2 && name.length <= 8;
    for (size_t i = 0; i < name.length; i++)
        facts->has_acronym = facts->has_acronym && name.data[i] >= 'A' && name.data[i] <= 'Z';
    facts->name = actors_folded_range(work, mention->name);
    return facts->name.data != NULL;
}

/* --- the tables ------------------------------------------------------------------------------------------------- */

/* The country that the whole name is: "Iraq", "Baghdad" as an actor, "the Kremlin", "the Americans". */
static void find_country(ActorWork *work, const ActorMention *mention, Facts *facts) {
    CountryHit hits[MOST_HITS];
    bool of_another = facts->name.data && (mention->head < mention->name.first || mention->head >= mention->name.end);
    if (mention->form == FORM_PRONOUN || is_person(mention) || of_another) /* "the collective Nicaragua" */
        return;
    WordRange range = facts->name.data ? mention->name : mention->words; /* "the Americans" is a description */
    View written = text_span(work->text, text_words_span(work->text, range));
    View folded = facts->name.data ? facts->name : actors_folded_range(work, range);
    size_t count = folded.data ? country_find(work->tables, folded, hits, MOST_HITS) : 0;
    for (size_t i = 0; i < count; i++) {
        bool stands_for_it =
            hits[i].kind != COUNTRY_ADJECTIVE && (hits[i].kind != COUNTRY_PEOPLE || mention->kind == ACTOR_COUNTRY) &&
            (hits[i].kind == COUNTRY_NAME || hits[i].kind == COUNTRY_GOVERNMENT || mention->kind != ACTOR_GROUP);
        if (stands_for_it && tables_written_alike(hits[i].written, written)) {
            facts->country = hits[i].country;
            facts->country_kind = hits[i].kind;
            return;
        }
    }
}

/* A country named inside the mention: an adjective anywhere before the head, a name anywhere. */
static void find_country_inside(ActorWork *work, const ActorMention *mention, Facts *facts) {
    CountryHit hits[MOST_HITS];
    for (uint32_t word = mention->words.first; word < mention->words.end && !facts->of; word++)
        for (uint32_t length = 3; length >= 1 && !facts->of; length--) {
            WordRange range = {word, word + length};
            if (range.end > mention->words.end)
                continue;
            View written = text_span(work->text, text_words_span(work->text, range));
            View folded = length == 1 ? actors_folded(work, word) : actors_folded_range(work, range);
            bool upper = written.length && !(written.data[0] >= 'a' && written.data[0] <= 'z');
            size_t count = upper && folded.data ? country_find(work->tables, folded, hits, MOST_HITS) : 0;
            for (size_t i = 0; i < count && !facts->of; i++)
                if (tables_written_alike(hits[i].written, written) &&
                    (hits[i].kind <= COUNTRY_PEOPLE || hits[i].kind == COUNTRY_GOVERNMENT))
                    facts->of = hits[i].country;
        }
}

static void find_entries(ActorWork *work, const ActorMention *mention, Facts *facts) {
    const ActorEntry *entries[MOST_HITS];
    OutletHit outlets[MOST_HITS];
    if (!facts->name.data)
        return;
    size_t count = actor_find(work->tables, facts->name, entries, MOST_HITS);
    bool person = mention->kind == ACTOR_PERSON;
    for (size_t i = 0; i < count && !facts->entry; i++)
        if ((entries[i]->kind == ACTOR_PERSON) == person && (count == 1 || facts->part_count > 1))
            facts->entry = entries[i];
    View written = text_span(work->text, text_words_span(work->text, mention->name));
    size_t found = is_person(mention) ? 0 : outlet_find(work->tables, facts->name, outlets, MOST_HITS);
    for (size_t i = 0; i < found && !facts->outlet; i++)
        if (tables_written_alike(outlets[i].written, written))
            facts->outlet = outlets[i].outlet;
}

/* In front of the head of a description, the longest name first. */
static void find_organization_inside(ActorWork *work, const ActorMention *mention, Facts *facts) {
    if (mention->form != FORM_DESCRIPTION)
        return;
    for (uint32_t length = 4; length >= 1 && !facts->inside; length--)
        for (uint32_t word = mention->words.first; word + length <= mention->head && !facts->inside; word++)
            facts->inside = actors_organization_named(work, (WordRange){word, word + length});
}

static bool find_agent(ActorWork *work, const ActorMention *mention, Facts *facts) {
    WordRange range = actors_title(mention);
    uint32_t head = range.end - 1;
    if (range.first == range.end) {
        range = mention->words;
        head = mention->head;
    } else if (head > range.first && work->reading->words[head].upos == UPOS_PUNCT) {
        head--;
    }
    bool only_name =
        actors_title(mention).first == actors_title(mention).end && facts->part_count && is_person(mention);
    if (mention->form == FORM_PRONOUN || only_name)
        return true;
    View *words = actors_folded_words(work, range);
    if (!words)
        return false;
    facts->agent = agent_find(work->tables, words, range.end - range.first, head - range.first);
    return true;
}

/* --- gender and number ---------------------------------------------------------------------------------------------
 */

static const char *const he[] = {"he", "him", "his", "himself", NULL};
static const char *const she[] = {"she", "her", "hers", "herself", NULL};
static const char *const it[] = {"it", "its", "itself", NULL};
static const char *const many[] = {"they", "them", "their", "theirs", "themselves", "these", "those", NULL};
static const char *const we[] = {"we", "us", "our", "ours", "ourselves", NULL};
static const char *const i_or_you[] = {"i", "me", "my", "mine", "myself", NULL};

static void find_gender(ActorWork *work, const ActorMention *mention, Facts *facts) {
    View head = actors_folded(work, mention->head);
    Gender gender = GENDER_UNKNOWN;
    if (mention->form == FORM_PRONOUN) {
        facts->gender = view_among(head, he) ? GENDER_MALE : view_among(head, she) ? GENDER_FEMALE : GENDER_UNKNOWN;
        return;
    }
    if (!is_person(mention) || mention->plural)
        return;
    WordRange title = actors_title(mention);
    for (uint32_t word = title.first; word < title.end && facts->gender == GENDER_UNKNOWN; word++)
        if (title_find(work->tables, actors_folded(work, word), &gender) != TITLE_NONE)
            facts->gender = gender;
    facts->by_title = facts->gender != GENDER_UNKNOWN && facts->part_count == 1;
    if (facts->gender == GENDER_UNKNOWN && mention->form == FORM_NAME)
        title_find(work->tables, actors_folded(work, mention->name.first), &facts->gender);
    if (facts->gender == GENDER_UNKNOWN && mention->form == FORM_DESCRIPTION)
        title_find(work->tables, head, &facts->gender);
    if (facts->gender == GENDER_UNKNOWN && facts->part_count > 1)
        facts->gender = given_name_gender(work->tables, facts->parts[0]);
}

static uint8_t pronoun_may(View head) {
    if (view_among(head, he) || view_among(head, she) || view_among(head, i_or_you))
        return MAY_PERSON;
    if (view_among(head, it))
        return MAY_GROUP | MAY_ORGANIZATION | MAY_COUNTRY;
    if (view_among(head, we))
        return MAY_GROUP | MAY_ORGANIZATION | MAY_COUNTRY;
    if (view_among(head, many))
        return MAY_GROUP | MAY_ORGANIZATION | MAY_COUNTRY;
    return MAY_PERSON | MAY_GROUP | MAY_ORGANIZATION | MAY_COUNTRY;
}

static uint8_t kind_may(const ActorMention *mention, const Facts *facts) {
    bool state = facts->agent.agent && view_equal(facts->agent.agent->code, VIEW("GOV")) &&
                 facts->agent.agent->kind == ACTOR_ORGANIZATION; /* "the government", "the regime" */
    switch (mention->kind) {
    case ACTOR_PERSON: return mention->plural && mention->form != FORM_NAME ? MAY_PERSON | MAY_GROUP : MAY_PERSON;
    case ACTOR_UNNAMED: return mention->plural ? MAY_GROUP : MAY_PERSON;
    case ACTOR_GROUP: return MAY_GROUP | MAY_ORGANIZATION;
    case ACTOR_ORGANIZATION:
        return (uint8_t)(MAY_GROUP | MAY_ORGANIZATION | (state || facts->country ? MAY_COUNTRY : 0));
    case ACTOR_COUNTRY: return facts->country ? MAY_COUNTRY : MAY_COUNTRY | MAY_ORGANIZATION;
    default: break;
    }
    return MAY_PERSON | MAY_GROUP | MAY_ORGANIZATION | MAY_COUNTRY;
}

static void find_number(ActorWork *work, const ActorMention *mention, Facts *facts) {
    facts->low = 0;
    facts->high = INFINITY;
    for (size_t i = 0; i < work->mentions->number_count; i++) {
        const Number *number = &work->mentions->numbers[i];
        if (number->words.first >= mention->words.end)
            break;
        bool inside = number->words.first >= mention->words.first && number->words.end <= mention->words.end;
        if (inside && (number->counted == mention->head ||
                       (number->words.first <= mention->head && mention->head < number->words.end))) {
            facts->low = number->low;
            facts->high = number->high;
        }
    }
}

/* --- how it stands in its sentence -----------------------------------------------------------------------------------
 */

static void find_article(ActorWork *work, const ActorMention *mention, Facts *facts) {
    static const char *const definite[] = {"the", "this", "that", "these", "those", "same", "both", NULL};
    static const char *const indefinite[] = {"a",     "an",      "another", "some", "one",
                                             "other", "several", "many",    "no",   NULL};
    View first = actors_folded(work, mention->words.first);
    bool headed = mention->words.first != mention->head;
    facts->definite = mention->form != FORM_PRONOUN && headed && view_among(first, definite);
    bool possessed = false;
    for (uint32_t word = mention->words.first; word < mention->head && !possessed; word++)
        possessed = reading_relation_is(work->reading, word, "nmod:poss");
    facts->indefinite = mention->form == FORM_DESCRIPTION && !facts->definite && !possessed &&
                        (mention->plural || view_among(first, indefinite)); /* "Youths", "an officer" */
}

static bool holds(WordRange outer, WordRange inner) {
    return outer.first <= inner.first && inner.end <= outer.end && outer.end - outer.first > inner.end - inner.first;
}

/* "Islamic State" in "the Islamic State group", which it is (actors_bodies.c) */
static bool is_name_of(const ActorMention *outer, const ActorMention *inner) {
    bool bodies =
        outer->kind == ACTOR_ORGANIZATION && (inner->kind == ACTOR_ORGANIZATION || inner->kind == ACTOR_GROUP);
    return bodies && outer->name.first <= inner->words.first && inner->words.end <= outer->head &&
           outer->name.end <= outer->head + 1;
}

/* The mention of the same sentence that holds this one most tightly. */
static int32_t find_parent(const ActorWork *work, uint32_t mention) {
    const ActorMention *all = work->mentions->actors;
    uint32_t sentence = work->text->words[all[mention].head].sentence;
    int32_t best = -1;
    for (int step = -1; step <= 1; step += 2)
        for (int64_t other = (int64_t)mention + step; other >= 0 && other < (int64_t)work->count; other += step) {
            if (work->text->words[all[other].head].sentence != sentence)
                break;
            if (holds(all[other].words, all[mention].words) && !is_name_of(&all[other], &all[mention]) &&
                (best < 0 || holds(all[best].words, all[other].words)))
                best = (int32_t)other;
        }
    return best;
}

static int32_t find_coordination(const ActorWork *work, uint32_t mention) {
    uint32_t word = work->mentions->actors[mention].head;
    for (size_t steps = 0; steps < LIMIT_SENTENCE_WORDS && reading_relation_is(work->reading, word, "conj"); steps++)
        word = work->reading->words[word].head;
    WordRange own = work->mentions->actors[mention].words; /* "The Globe and Mail" */
    return own.first <= word && word < own.end ? -1 : work->mentions->actor_at[word];
}

bool actors_facts(ActorWork *work) {
    for (uint32_t i = 0; i < work->count; i++) {
        const ActorMention *mention = &work->mentions->actors[i];
        Facts *facts = &work->facts[i];
        if (mention->form == FORM_NAME && !add_parts(work, mention, facts))
            return false;
        facts->head = unicode_fold(work->arena, work->reading->words[mention->head].lemma);
        if (!facts->head.data || !find_agent(work, mention, facts))
            return false;
        find_country(work, mention, facts);
        find_country_inside(work, mention, facts);
        find_entries(work, mention, facts);
        find_organization_inside(work, mention, facts);
        find_gender(work, mention, facts);
        find_number(work, mention, facts);
        find_article(work, mention, facts);
        facts->may =
            mention->form == FORM_PRONOUN ? pronoun_may(actors_folded(work, mention->head)) : kind_may(mention, facts);
        facts->parent = find_parent(work, i);
        facts->coordinated = find_coordination(work, i);
    }
    return true;
}
