/* identity/actors_fields: what an actor is called, what kind of actor it is, and what joined its mentions.
 *
 * In: clusters. Out: Actor.name, kind, mentions, because. The fullest name of the text goes before a description; a
 * country is called as the text calls it, by its own name where it has that.
 */
#include "identity/actors_fields.h"
#include <stdlib.h>

static const char *const why_words[WHY_COUNT] = {"first mention",
                                                 "the same name",
                                                 "a short form of the name",
                                                 "an acronym of the name",
                                                 "another spelling",
                                                 "another name by the table of actors",
                                                 "the meaning of the name",
                                                 "a name of the same country",
                                                 "apposition",
                                                 "\"for his part\" in front of whom it is of",
                                                 "copula",
                                                 "the same description",
                                                 "speaker of the quotation",
                                                 "the teller's own first person",
                                                 "the nearest that agrees",
                                                 "network",
                                                 "pronoun"};

static int by_first_word(const void *a, const void *b) {
    const CastMention *x = a, *y = b;
    if (x->words.first != y->words.first)
        return x->words.first < y->words.first ? -1 : 1;
    return x->head < y->head ? -1 : x->head > y->head;
}

bool fields_mentions(ActorWork *work, uint32_t root, Actor *actor) {
    actor->mentions = arena_array(work->arena, work->size[root], sizeof *actor->mentions);
    if (!actor->mentions)
        return false;
    for (uint32_t member = root; member != NO_WORD; member = work->next[member]) {
        const ActorMention *mention = &work->mentions->actors[member];
        Why why = work->why[member];
        actor->mentions[actor->mention_count++] = (CastMention){.words = mention->words,
                                                                .form = mention->form,
                                                                .doubt = work->doubt[member],
                                                                .head = mention->head,
                                                                .because = why_words[why],
                                                                .score = why == WHY_NETWORK ? work->score[member] : 0};
    }
    qsort(actor->mentions, actor->mention_count, sizeof *actor->mentions, by_first_word);
    return true;
}

bool fields_because(ActorWork *work, uint32_t root, Actor *actor) {
    size_t counts[WHY_COUNT] = {0};
    float least = 1;
    for (uint32_t member = root; member != NO_WORD; member = work->next[member]) {
        counts[work->why[member]]++;
        if (work->why[member] == WHY_NETWORK && work->score[member] < least)
            least = work->score[member];
    }
    Buffer buffer;
    buffer_init(&buffer, 4096);
    for (size_t why = WHY_FIRST + 1; why < WHY_COUNT; why++) {
        if (!counts[why])
            continue;
        if (buffer.length)
            buffer_append(&buffer, VIEW("; "));
        buffer_append(&buffer, view(why_words[why]));
        if (why == WHY_NETWORK)
            buffer_format(&buffer, " from %.2f on", (double)least);
        if (counts[why] > 1)
            buffer_format(&buffer, " (%zu)", counts[why]);
    }
    if (!buffer.length)
        buffer_append(&buffer, VIEW("one mention"));
    View text = arena_copy(work->arena, buffer_view(&buffer));
    bool good = text.data && !buffer.failed;
    buffer_free(&buffer);
    actor->because = text.data;
    return good;
}

/* --- kind --------------------------------------------------------------------------------------------------------- */

static bool is_one_person(ActorKind kind) {
    return kind == ACTOR_PERSON || kind == ACTOR_UNNAMED;
}

/* The network's votes, names counted double, pronouns only when there is nothing else. */
static ActorKind vote(ActorWork *work, uint32_t root) {
    double votes[ACTOR_KIND_COUNT] = {0};
    for (uint32_t member = root; member != NO_WORD; member = work->next[member]) {
        const ActorMention *mention = &work->mentions->actors[member];
        double weight = mention->form == FORM_PRONOUN ? 0.01 : mention->form == FORM_NAME ? 2 : 1;
        votes[mention->kind] += weight * (double)mention->score;
    }
    double one = votes[ACTOR_PERSON] + votes[ACTOR_UNNAMED];
    ActorKind best = ACTOR_PERSON;
    for (int kind = ACTOR_GROUP; kind <= ACTOR_COUNTRY; kind++)
        if (votes[kind] > one) {
            one = votes[kind];
            best = (ActorKind)kind;
        }
    return best;
}

ActorKind fields_kind(ActorWork *work, uint32_t root) {
    ActorKind kind = vote(work, root);
    bool named = false, plural = false;
    for (uint32_t member = root; member != NO_WORD; member = work->next[member]) {
        const ActorMention *mention = &work->mentions->actors[member];
        if (work->facts[member].country)
            return ACTOR_COUNTRY;
        named = named || (work->facts[member].part_count > 0 && is_one_person(mention->kind));
        plural = plural || (mention->form != FORM_PRONOUN && mention->plural);
    }
    if (!is_one_person(kind))
        return kind;
    return named ? ACTOR_PERSON : plural ? ACTOR_GROUP : ACTOR_UNNAMED;
}

/* --- name --------------------------------------------------------------------------------------------------------- */

static WordRange trimmed_description(const ActorWork *work, WordRange words) {
    static const char *const pointing[] = {"this", "that", "these", "those", NULL};
    for (const char *const *word = pointing; *word && words.end - words.first > 1; word++)
        if (text_word_is(work->text, words.first, *word))
            words.first++;
    return words;
}

/* How good a name this mention gives: a full name, then a short one, then a description by its length, then a pronoun.
 */
static double name_value(const ActorWork *work, uint32_t member, ActorKind kind) {
    const ActorMention *mention = &work->mentions->actors[member];
    const Facts *facts = &work->facts[member];
    uint32_t length = mention->words.end - mention->words.first;
    double likely = work->doubt[member].data ? 0 : 0.5;
    if (kind == ACTOR_COUNTRY && facts->country)
        return (facts->country_kind == COUNTRY_NAME ? 3000 : 2000) + likely;
    if (facts->part_count > 0)
        return 1000 + 10 * (double)facts->part_count + likely;
    if (mention->form != FORM_PRONOUN)
        return 100 + (length < 12 ? length : 12) + likely;
    return likely;
}

View fields_name(ActorWork *work, uint32_t root, ActorKind kind) {
    uint32_t best = root;
    for (uint32_t member = root; member != NO_WORD; member = work->next[member])
        if (name_value(work, member, kind) > name_value(work, best, kind))
            best = member;
    const ActorMention *mention = &work->mentions->actors[best];
    const Facts *facts = &work->facts[best];
    if (kind == ACTOR_COUNTRY && facts->country && facts->country_kind != COUNTRY_NAME)
        return facts->country->name;
    WordRange words = facts->part_count > 0 ? mention->name : trimmed_description(work, mention->words);
    return text_span(work->text, text_words_span(work->text, words));
}
