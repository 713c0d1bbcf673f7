/* identity/actors_joins: what names and grammar join.
 *
 * In this order: equal names, spellings, other names of one entry of the tables, short names and acronyms with exactly
 * one full name that they fit, then appositions ("The writer, George Malbrino"),
 * "for his part", copulas ("Lind is the leader of the union") and forms of naming ("a major called Lind"). Left out:
 * everything that needs to be guessed.
 */
#include "identity/actors.h"
#include <string.h>

/* --- names ------------------------------------------------------------------------------------------------------- */

static bool is_named(const ActorWork *work, uint32_t mention) {
    return work->facts[mention].part_count > 0 && !work->facts[mention].country;
}

static bool is_person(const ActorWork *work, uint32_t mention) {
    ActorKind kind = work->mentions->actors[mention].kind;
    return kind == ACTOR_PERSON || kind == ACTOR_UNNAMED;
}

static View key_of(ActorWork *work, uint32_t mention) {
    const Facts *facts = &work->facts[mention];
    size_t length = 0;
    for (size_t i = 0; i < facts->part_count; i++)
        length += facts->parts[i].length + 1;
    char *key = arena_take(work->arena, length + 1);
    size_t at = 0;
    for (size_t i = 0; key && i < facts->part_count; i++) {
        memcpy(key + at, facts->parts[i].data, facts->parts[i].length);
        at += facts->parts[i].length;
        key[at++] = ' ';
    }
    return (View){key, length};
}

/* Joins equal names; `firsts` receives the first mention of each name. */
static bool join_equal(ActorWork *work, uint32_t *firsts, size_t *count) {
    Map *seen = map_new(work->arena);
    if (!seen)
        return false;
    for (uint32_t i = 0; i < work->count; i++) {
        if (!is_named(work, i))
            continue;
        View key = key_of(work, i);
        uint32_t first;
        if (!key.data)
            return false;
        if (map_get(seen, key, &first)) {
            clusters_join(work, first, i, WHY_SAME_NAME, 1);
            continue;
        }
        if (!map_set(seen, key, i))
            return false;
        firsts[(*count)++] = i;
    }
    return true;
}

static void join_spellings(ActorWork *work, const uint32_t *firsts, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (is_person(work, firsts[i]) == is_person(work, firsts[k]) &&
                work->facts[firsts[i]].part_count == work->facts[firsts[k]].part_count &&
                names_match(work, &work->facts[firsts[k]], &work->facts[firsts[i]], is_person(work, firsts[i])) >=
                    NAMES_SPELLED_ALIKE &&
                clusters_join(work, firsts[k], firsts[i], WHY_SPELLING, 1))
                break;
}

/* "the PKK" and "the Kurdistan Workers' Party": one entry of the tables. */
static void join_entries(ActorWork *work, const uint32_t *firsts, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            const Facts *a = &work->facts[firsts[k]], *b = &work->facts[firsts[i]];
            bool same = (a->entry && a->entry == b->entry) || (a->outlet && a->outlet == b->outlet);
            if (same && clusters_join(work, firsts[k], firsts[i], WHY_ENTRY, 1))
                break;
        }
}

/* The one actor whose full name this name shortens; NO_WORD when there is none or more than one. */
static uint32_t only_full_name(ActorWork *work, const uint32_t *firsts, size_t count, uint32_t mention) {
    uint32_t found = NO_WORD;
    const Facts *facts = &work->facts[mention];
    for (size_t k = 0; k < count; k++) {
        const Facts *other = &work->facts[firsts[k]];
        if (other->part_count <= facts->part_count || is_person(work, firsts[k]) != is_person(work, mention) ||
            names_match(work, other, facts, is_person(work, mention)) != NAMES_SHORT)
            continue;
        uint32_t cluster = cluster_of(work, firsts[k]);
        if (found != NO_WORD && cluster != cluster_of(work, found))
            return NO_WORD;
        found = firsts[k];
    }
    return found;
}

static bool longer_first(const ActorWork *work, uint32_t a, uint32_t b) {
    return work->facts[a].part_count > work->facts[b].part_count;
}

bool actors_join_names(ActorWork *work) {
    uint32_t *firsts = arena_array(work->arena, work->count, sizeof *firsts);
    size_t count = 0, longest = 0;
    if (!firsts || !join_equal(work, firsts, &count))
        return false;
    join_spellings(work, firsts, count);
    join_entries(work, firsts, count);
    for (size_t i = 0; i < count; i++)
        if (longer_first(work, firsts[i], firsts[longest]))
            longest = i;
    size_t most = count ? work->facts[firsts[longest]].part_count : 0;
    for (size_t parts = most; parts-- > 1;) /* "Torjan Achakwal" before "Achakwal" */
        for (size_t i = 0; i < count; i++) {
            if (work->facts[firsts[i]].part_count != parts)
                continue;
            uint32_t full = only_full_name(work, firsts, count, firsts[i]);
            if (full != NO_WORD)
                clusters_join(work, full, firsts[i], work->facts[firsts[i]].has_acronym ? WHY_ACRONYM : WHY_SHORT_NAME,
                              1);
        }
    return true;
}

/* --- grammar -------------------------------------------------------------------------------------------------------
 */

/* What the words below a predicate noun say about "X is Y": its subject; NO_WORD when it is no plain copula. */
static uint32_t subject_of_copula(const ActorWork *work, uint32_t head) {
    static const char *const unreal[] = {"not",   "n't",   "never", "will",   "would", "may",
                                         "might", "could", "can",   "should", NULL};
    WordRange sentence = work->text->sentences[work->text->words[head].sentence].words;
    uint32_t subject = NO_WORD;
    bool copula = false;
    for (uint32_t word = sentence.first; word < sentence.end; word++) {
        if (work->reading->words[word].head != head || word == head)
            continue;
        if (reading_relation_is(work->reading, word, "cop"))
            copula = true;
        else if (reading_relation_is(work->reading, word, "nsubj"))
            subject = word;
        else if (reading_lemma_among(work->reading, word, unreal))
            return NO_WORD;
    }
    return copula && !text_word_is(work->text, sentence.end - 1, "?") ? subject : NO_WORD;
}

static void join_copula(ActorWork *work, uint32_t mention) {
    uint32_t subject = subject_of_copula(work, work->mentions->actors[mention].head);
    if (subject == NO_WORD || work->mentions->actor_at[subject] < 0)
        return;
    uint32_t other = (uint32_t)work->mentions->actor_at[subject];
    if (work->mentions->actors[other].plural == work->mentions->actors[mention].plural)
        clusters_join(work, other, mention, WHY_COPULA, 1);
}

/* "a major called Lind", "an officer nicknamed Abu Lind": the name hangs on a participle that hangs on the description.
 */
static void join_naming(ActorWork *work, uint32_t mention) {
    static const char *const naming[] = {"call", "name", "nickname", "know", "dub", "identify", NULL};
    uint32_t head = work->mentions->actors[mention].head, verb = work->reading->words[head].head;
    uint32_t named = work->reading->words[verb].head;
    bool form = work->mentions->actors[mention].form == FORM_NAME && verb != head &&
                reading_lemma_among(work->reading, verb, naming) && reading_relation_is(work->reading, verb, "acl") &&
                !reading_relation_is(work->reading, head, "nsubj");
    bool by_somebody = form && head > verb + 1 && text_word_is(work->text, head - 1, "by");
    if (form && !by_somebody && work->mentions->actor_at[named] >= 0)
        clusters_join(work, (uint32_t)work->mentions->actor_at[named], mention, WHY_APPOSITION, 1);
}

bool actors_looks_ahead(const ActorWork *work, uint32_t mention) {
    uint32_t head = work->mentions->actors[mention].head;
    return work->mentions->actors[mention].form == FORM_PRONOUN && head > 0 && head + 1 < work->text->word_count &&
           work->reading->words[head].head == head + 1 && text_word_is(work->text, head + 1, "part") &&
           (text_word_is(work->text, head - 1, "for") || text_word_is(work->text, head - 1, "on"));
}

static void join_part(ActorWork *work, uint32_t mention) {
    const WordReading *words = work->reading->words;
    uint32_t part = work->mentions->actors[mention].head + 1;
    if (!actors_looks_ahead(work, mention))
        return;
    WordRange sentence = work->text->sentences[work->text->words[part].sentence].words;
    for (uint32_t word = part + 1; word < sentence.end; word++)
        if (words[word].head == words[part].head && reading_relation_is(work->reading, word, "nsubj") &&
            work->mentions->actor_at[word] >= 0) {
            clusters_join(work, (uint32_t)work->mentions->actor_at[word], mention, WHY_PART, 1);
            return;
        }
}

/* "the chest" for Sadr: never without a doubt. */
static void join_translation(ActorWork *work, uint32_t mention) {
    const ActorMention *read = &work->mentions->actors[mention];
    int32_t bearer = read->is_translated ? work->mentions->actor_at[read->meant] : -1;
    if (bearer < 0 || !clusters_join(work, (uint32_t)bearer, mention, WHY_TRANSLATION, 1))
        return;
    View words = text_span(work->text, text_words_span(work->text, read->words));
    const ActorMention *named = &work->mentions->actors[bearer];
    View name = text_span(work->text, text_words_span(work->text, named->name));
    work->doubt[mention] = arena_format(work->arena, "\"%.*s\" may be the name %.*s, translated", (int)words.length,
                                        words.data, (int)name.length, name.data);
}

void actors_join_links(ActorWork *work) {
    for (uint32_t i = 0; i < work->count; i++)
        join_translation(work, i);
    for (uint32_t i = 0; i < work->count; i++)
        if (work->mentions->actors[i].apposition >= 0)
            clusters_join(work, i, (uint32_t)work->mentions->actors[i].apposition, WHY_APPOSITION, 1);
    for (uint32_t i = 0; i < work->count; i++) {
        if (work->mentions->actors[i].form != FORM_PRONOUN)
            join_copula(work, i);
        else
            join_part(work, i);
        join_naming(work, i);
    }
}
