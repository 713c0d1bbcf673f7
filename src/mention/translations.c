/* mention/translations: mentions whose words are a name that was translated.
 *
 * In: the mentions of actors, data/name_words.tsv. Out: is_translated and meant of mentions such as "Opening Brigade"
 * beside "Al-Fath Brigade", and mentions of their own for words that the network took for no actor ("the men of the
 * star"). A word counts when it has the meaning of a name in the report, and the other words of the mention stand in
 * that name too. Left out: nicknames, meanings that several names share, plurals.
 */
#include "mention/translations.h"
#include "mention/phrase.h"

#define LEAST_ANY                                                                                                      \
    0.10f /* the network's probability that a word is a mention, from which on its meaning is believed                 \
           */

typedef struct Translator {
    Arena *arena;
    const Text *text;
    const Reading *reading;
    Mentions *mentions;
    Meanings *meanings;
    LIST(ActorMention) added;
} Translator;

static bool is_named(const ActorMention *mention) {
    return mention->form == FORM_NAME &&
           (mention->kind == ACTOR_PERSON || mention->kind == ACTOR_ORGANIZATION || mention->kind == ACTOR_UNNAMED);
}

static bool has_word(const Text *text, WordRange range, uint32_t word) {
    for (uint32_t other = range.first; other < range.end; other++)
        if (view_equal_folded(text_word(text, other), text_word(text, word)))
            return true;
    return false;
}

static bool says_nothing(const Translator *translator, uint32_t word) {
    Upos upos = word_upos(translator->reading, word);
    return upos == UPOS_DET || upos == UPOS_PUNCT || upos == UPOS_ADP || upos == UPOS_PART ||
           reading_relation_is(translator->reading, word, "nmod:desc");
}

/* All words of the mention but `word` stand in the bearer's mention, or the bearer is one word only. */
static bool others_agree(const Translator *translator, WordRange words, uint32_t word, const ActorMention *bearer) {
    bool one_word = bearer->name.end == bearer->name.first + 1 && bearer->kind == ACTOR_PERSON;
    for (uint32_t other = words.first; other < words.end; other++)
        if (other != word && !says_nothing(translator, other) && !one_word &&
            !has_word(translator->text, bearer->words, other))
            return false;
    return true;
}

/* The mention whose name this one translates; NULL for none. */
static const ActorMention *bearer_of(const Translator *translator, const ActorMention *mention) {
    bool bare = mention->words.end == mention->head + 1 && mention->words.end - mention->words.first <= 2;
    WordRange words = mention->form == FORM_NAME ? mention->name : (WordRange){mention->head, mention->head + 1};
    if (mention->form == FORM_PRONOUN || mention->plural || (mention->form == FORM_DESCRIPTION && !bare))
        return NULL;
    for (uint32_t word = words.first; word < words.end; word++) {
        int32_t index = meanings_at(translator->meanings, word);
        const ActorMention *bearer = index >= 0 ? &translator->mentions->actors[index] : NULL;
        if (bearer && bearer != mention && others_agree(translator, words, word, bearer))
            return bearer;
    }
    return NULL;
}

static bool is_capital(View written) {
    return written.length && written.data[0] >= 'A' && written.data[0] <= 'Z';
}

/* Does its place in the sentence speak for a word that the network took for no mention? */
static bool may_be_mention(const Translator *translator, uint32_t word) {
    const Reading *reading = translator->reading;
    uint32_t first = translator->text->sentences[translator->text->words[word].sentence].words.first;
    bool noun = word_upos(reading, word) == UPOS_NOUN || word_upos(reading, word) == UPOS_PROPN;
    if (!noun || translator->mentions->time_at[word] >= 0 || view_equal(reading->words[word].xpos, VIEW("NNS")))
        return false;
    bool definite = word > first && text_word_is(translator->text, word - 1, "the");
    bool of_actor =
        reading_relation_is(reading, word, "nmod") && translator->mentions->actor_at[reading->words[word].head] >= 0;
    return reading->words[word].any_score >= LEAST_ANY ||
           (word > first && is_capital(text_word(translator->text, word))) || (definite && of_actor);
}

static bool is_inside_name(const Translator *translator, uint32_t word) {
    for (size_t i = 0; i < translator->mentions->actor_count; i++) {
        const ActorMention *mention = &translator->mentions->actors[i];
        if (mention->head == word || range_holds(mention->name, word))
            return true;
    }
    return false;
}

static bool add_mention(Translator *translator, uint32_t word, const ActorMention *bearer) {
    bool definite = word > 0 && text_word_is(translator->text, word - 1, "the");
    return list_push(translator->arena, &translator->added,
                     (ActorMention){.words = {definite ? word - 1 : word, word + 1},
                                    .head = word,
                                    .name = {word, word},
                                    .form = FORM_DESCRIPTION,
                                    .kind = bearer->kind,
                                    .score = translator->reading->words[word].any_score,
                                    .apposition = -1,
                                    .is_translated = true,
                                    .meant = bearer->head});
}

/* The added mentions between the others, by head word. */
static bool merge(Translator *translator) {
    Mentions *mentions = translator->mentions;
    size_t count = mentions->actor_count + translator->added.count, old = 0, new = 0;
    ActorMention *all = arena_array(translator->arena, count, sizeof *all);
    if (!all)
        return false;
    for (size_t i = 0; i < count; i++) {
        bool take_new =
            old == mentions->actor_count ||
            (new < translator->added.count && translator->added.items[new].head < mentions->actors[old].head);
        all[i] = take_new ? translator->added.items[new ++] : mentions->actors[old++];
        mentions->actor_at[all[i].head] = (int32_t)i;
    }
    mentions->actors = all;
    mentions->actor_count = count;
    return true;
}

Code translations_find(Arena *arena, const NameWordTable *table, const Text *text, const Reading *reading,
                       Mentions *mentions, Error *error) {
    Translator translator = {.arena = arena, .text = text, .reading = reading, .mentions = mentions};
    translator.meanings = meanings_new(arena, table, text);
    if (!translator.meanings)
        return error_memory(error);
    for (size_t i = 0; i < mentions->actor_count; i++)
        if (is_named(&mentions->actors[i]) && !meanings_learn(translator.meanings, &mentions->actors[i], (int32_t)i))
            return error_memory(error);
    for (size_t i = 0; i < mentions->actor_count; i++) {
        const ActorMention *bearer = bearer_of(&translator, &mentions->actors[i]);
        if (bearer) {
            mentions->actors[i].is_translated = true;
            mentions->actors[i].meant = bearer->head;
        }
    }
    for (uint32_t word = 0; word < text->word_count; word++) {
        int32_t index = mentions->actor_at[word] < 0 && may_be_mention(&translator, word)
                            ? meanings_at(translator.meanings, word)
                            : -1;
        if (index >= 0 && !is_inside_name(&translator, word) &&
            !add_mention(&translator, word, &mentions->actors[index]))
            return error_memory(error);
    }
    return translator.added.count == 0 || merge(&translator) ? OK : error_memory(error);
}
