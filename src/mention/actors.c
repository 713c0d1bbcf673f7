/* mention/actors: which stretches of the text name an actor.
 *
 * In: the network's labels of head words, its names, its arguments of triggers and cues, the tree. Out: one
 * ActorMention a head word. The idea: the labels first; then the names of persons and organisations that no labelled
 * head covers, and their repetitions; then nominal arguments (source, target, speaker) that are no mention yet. Left
 * out: who they are (identity/).
 */
#include "mention/actors.h"
#include "mention/names.h"
#include "mention/phrase.h"
#include "mention/repeats.h"

#define LABEL_LEAST    0.50f /* least probability of a labelled head */
#define NESTED_LEAST   0.30f /* of one inside a mention of a person: "the spokesman of the drivers" */
#define TITLE_SPEAKER  6     /* words of a title within which a speaker stands before a colon */
#define NAME_LEAST     0.50f /* of a name without one */
#define ARGUMENT_LEAST 0.50f /* of an argument without one */

typedef struct Finder {
    Arena *arena;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions; /* numbers are there already */
    LIST(ActorMention) found;
    int32_t *at;      /* [word_count]: index into found of the mention whose head this word is, or -1 */
    int32_t *name_at; /* [word_count]: index of the name that holds this word, or -1 */
    bool *covered;    /* [word_count]: the word is a head, or stands in the name of a mention */
} Finder;

static bool is_pronoun(const Finder *finder, uint32_t word) {
    static const char *const demonstratives[] = {"this", "that", "these", "those", NULL};
    return word_upos(finder->reading, word) == UPOS_PRON ||
           (word_upos(finder->reading, word) == UPOS_DET && word_among(finder->text, word, demonstratives));
}

static bool is_plural(const Finder *finder, uint32_t word) {
    static const char *const plural[] = {"they", "them",  "their", "theirs",    "themselves", "we",   "us",  "our",
                                         "ours", "these", "those", "ourselves", "both",       "many", "few", NULL};
    View tag = finder->reading->words[word].xpos;
    if (finder->name_at[word] >= 0)
        return false;
    if (is_pronoun(finder, word))
        return word_among(finder->text, word, plural);
    return view_equal(tag, VIEW("NNS")) || view_equal(tag, VIEW("NNPS")) ||
           (word_upos(finder->reading, word) == UPOS_NUM && !text_word_is(finder->text, word, "one"));
}

/* "Sushila Maharjan of the Patan Policy Forum": where somebody is from is no part of the mention. */
static uint32_t end_of_person(const Finder *finder, const ActorMention *mention) {
    uint32_t end = mention->name.end;
    return end < mention->words.end && word_upos(finder->reading, end) == UPOS_ADP ? end : mention->words.end;
}

/* A name has a capital letter, or letters that know none. */
static bool has_capital(const Finder *finder, WordRange range) {
    for (uint32_t word = range.first; word < range.end; word++) {
        View written = text_word(finder->text, word);
        for (size_t i = 0; i < written.length; i++)
            if ((written.data[i] >= 'A' && written.data[i] <= 'Z') || (unsigned char)written.data[i] >= 0x80)
                return true;
    }
    return false;
}

static bool add(Finder *finder, uint32_t head, ActorKind kind, float score) {
    ActorMention mention = {.words = mention_phrase(finder->text, finder->reading, head),
                            .head = head,
                            .name = {head, head},
                            .form = FORM_PRONOUN,
                            .kind = kind,
                            .plural = is_plural(finder, head),
                            .score = score,
                            .apposition = -1};
    if (!is_pronoun(finder, head)) {
        mention.name = name_in_phrase(finder->text, finder->reading, finder->name_at, head, mention.words, kind);
        if (!has_capital(finder, mention.name))
            mention.name = (WordRange){head, head};
        mention.form = mention.name.first < mention.name.end ? FORM_NAME : FORM_DESCRIPTION;
    }
    if (kind == ACTOR_PERSON && mention.form == FORM_NAME && range_holds(mention.name, head))
        mention.words.end = end_of_person(finder, &mention);
    for (uint32_t word = mention.name.first; word < mention.name.end; word++)
        finder->covered[word] = true;
    finder->covered[head] = true;
    finder->at[head] = (int32_t)finder->found.count;
    return list_push(finder->arena, &finder->found, mention);
}

static void remove_mention(Finder *finder, size_t index) {
    finder->at[finder->found.items[index].head] = -1;
    finder->found.items[index] = finder->found.items[--finder->found.count];
    if (index < finder->found.count)
        finder->at[finder->found.items[index].head] = (int32_t)index;
}

/* The same mention twice: a title and its name ("General" and "Qassem"), two words of one name. The one that the other
 * hangs on stays. */
static bool is_double(const Finder *finder, const ActorMention *mention) {
    static const char *const tight[] = {"flat", "nmod:desc", "compound", "appos", "goeswith", NULL};
    uint32_t above = finder->reading->words[mention->head].head;
    if (above == mention->head || finder->at[above] < 0)
        return false;
    const ActorMention *other = &finder->found.items[finder->at[above]];
    if (mention->form == FORM_PRONOUN || !range_holds(other->words, mention->head))
        return false;
    bool one_name = finder->name_at[above] >= 0 && finder->name_at[above] == finder->name_at[mention->head];
    bool beside =
        range_holds(other->name, mention->head) || reading_relation_is(finder->reading, mention->head, "nmod:desc");
    return relation_among(finder->reading, mention->head, tight) && mention->kind == other->kind &&
           (one_name || beside);
}

/* An adjective inside a noun phrase ("Australian troops") names no actor of its own. */
static bool is_adjective(const Finder *finder, uint32_t word) {
    return word_upos(finder->reading, word) == UPOS_ADJ && reading_relation_is(finder->reading, word, "amod") &&
           finder->name_at[word] < 0;
}

/* "United States" in "United States troops": the troops are the actor. "Iran's Quds Force" has two. */
static bool is_country_in_name(const Finder *finder, const ActorMention *mention) {
    static const char *const inside[] = {"compound", "amod", "nmod:desc", NULL};
    uint32_t above = finder->reading->words[mention->head].head;
    return mention->kind == ACTOR_COUNTRY && mention->form == FORM_NAME && above > mention->head &&
           finder->at[above] >= 0 && relation_among(finder->reading, mention->head, inside) &&
           range_holds(finder->found.items[finder->at[above]].words, mention->head);
}

/* The probability of the kind; where none was the likeliest label, at most half of what all kinds have. */
static float kind_score(const WordReading *read) {
    return read->actor == read->best_kind ? read->actor_score : read->any_score / 2;
}

static bool add_labelled(Finder *finder) {
    for (uint32_t word = 0; word < finder->text->word_count; word++) {
        const WordReading *read = &finder->reading->words[word];
        if (read->best_kind != ACTOR_NONE && read->any_score >= LABEL_LEAST && !is_adjective(finder, word) &&
            !word_is_quote(finder->text, word) && !add(finder, word, (ActorKind)read->best_kind, kind_score(read)))
            return false;
    }
    for (size_t i = finder->found.count; i-- > 0;)
        if (is_double(finder, &finder->found.items[i]) || is_country_in_name(finder, &finder->found.items[i]))
            remove_mention(finder, i);
    return true;
}

/* What an argument without a label may be: told by the name it is in, the pronoun, the number. */
static ActorKind guess_kind(const Finder *finder, uint32_t word) {
    static const char *const persons[] = {"he", "him", "his", "she", "her", "hers", "i", "me", "my", "who", NULL};
    static const char *const things[] = {"it", "its", "itself", NULL};
    int32_t name = finder->name_at[word];
    if (name >= 0)
        return finder->reading->names[name].kind == NAME_PER   ? ACTOR_PERSON
               : finder->reading->names[name].kind == NAME_ORG ? ACTOR_ORGANIZATION
                                                               : ACTOR_COUNTRY;
    if (is_pronoun(finder, word) && word_among(finder->text, word, things))
        return ACTOR_ORGANIZATION;
    if (is_pronoun(finder, word) && word_among(finder->text, word, persons))
        return ACTOR_PERSON;
    return is_plural(finder, word) ? ACTOR_GROUP : ACTOR_UNNAMED;
}

/* "Colonel Yaseen, a police commander": a noun in apposition with a person's name. */
static bool is_apposed_to_person(const Finder *finder, uint32_t word) {
    int32_t above = finder->at[finder->reading->words[word].head];
    return above >= 0 && reading_relation_is(finder->reading, word, "appos") && !is_plural(finder, word) &&
           finder->found.items[above].form == FORM_NAME && finder->found.items[above].kind == ACTOR_PERSON &&
           word > finder->found.items[above].head && word_upos(finder->reading, word) != UPOS_NUM &&
           finder->name_at[word] < 0;
}

/* "told Pajhwok": who is told something is somebody. */
static bool is_told(const Finder *finder, uint32_t word) {
    return reading_relation_is(finder->reading, word, "iobj");
}

/* "Spanish paper: official puts price on deal": who speaks in a title. */
static bool speaks_in_title(const Finder *finder, uint32_t word) {
    const Sentence *sentence = &finder->text->sentences[finder->text->words[word].sentence];
    return sentence->kind == SENTENCE_TITLE && word + 2 < sentence->words.end &&
           word < sentence->words.first + TITLE_SPEAKER && text_word_is(finder->text, word + 1, ":");
}

/* "the spokesman of the drivers": what a person belongs to. */
static bool is_nested(const Finder *finder, uint32_t word) {
    int32_t above = finder->at[finder->reading->words[word].head];
    return above >= 0 && finder->reading->words[word].any_score >= NESTED_LEAST &&
           reading_relation_is(finder->reading, word, "nmod") && range_holds(finder->found.items[above].words, word) &&
           (finder->found.items[above].kind == ACTOR_PERSON || finder->found.items[above].kind == ACTOR_UNNAMED);
}

static bool is_noun(const Finder *finder, uint32_t word) {
    Upos upos = word_upos(finder->reading, word);
    return upos == UPOS_NOUN || upos == UPOS_PROPN;
}

/* The kind of a weak mention: the likeliest one, else that of the name it is in. */
static ActorKind weak_kind(const Finder *finder, uint32_t word) {
    const WordReading *read = &finder->reading->words[word];
    return read->best_kind != ACTOR_NONE ? (ActorKind)read->best_kind : guess_kind(finder, word);
}

/* Heads that the network finds unlikely, where their place in the sentence speaks for them. */
static bool add_supported(Finder *finder) {
    for (uint32_t word = 0; word < finder->text->word_count; word++) {
        if (finder->covered[word] || !is_noun(finder, word))
            continue;
        bool person = is_apposed_to_person(finder, word);
        bool supported = person || is_told(finder, word) || speaks_in_title(finder, word) || is_nested(finder, word);
        if (supported &&
            !add(finder, word, person ? ACTOR_PERSON : weak_kind(finder, word), finder->reading->words[word].any_score))
            return false;
    }
    return true;
}

static bool add_names(Finder *finder) {
    for (size_t i = 0; i < finder->reading->name_count; i++) {
        const NameReading *name = &finder->reading->names[i];
        bool covered = name->kind == NAME_LOC || name->score < NAME_LEAST;
        for (uint32_t word = name->words.first; word < name->words.end && !covered; word++)
            covered = finder->covered[word];
        ActorKind kind = name->kind == NAME_PER ? ACTOR_PERSON : ACTOR_ORGANIZATION;
        if (!covered && !add(finder, range_top(finder->reading, name->words), kind, name->score))
            return false;
    }
    return true;
}

static bool is_free(const Finder *finder, WordRange range) {
    for (uint32_t word = range.first; word < range.end; word++) {
        int32_t name = finder->name_at[word];
        if (finder->covered[word] || (name >= 0 && finder->reading->names[name].kind == NAME_LOC))
            return false;
    }
    return range.first < range.end;
}

static bool add_repeats(Finder *finder) {
    Map *known = map_new(finder->arena);
    for (size_t i = 0; known && i < finder->found.count; i++)
        if (!repeats_learn(finder->arena, finder->text, known, &finder->found.items[i]))
            return false;
    for (uint32_t word = 0; known && word < finder->text->word_count; word++) {
        ActorKind kind;
        WordRange range = repeats_at(finder->text, finder->reading, known, word, &kind);
        if (is_free(finder, range) && !add(finder, range_top(finder->reading, range), kind, 1))
            return false;
    }
    return known != NULL;
}

static bool is_nominal(const Finder *finder, uint32_t word) {
    Upos upos = word_upos(finder->reading, word);
    return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_NUM || is_pronoun(finder, word);
}

/* "people" of "hundreds of people", whose mention has the number as its head. */
static bool is_counted(const Finder *finder, uint32_t word) {
    uint32_t above = finder->reading->words[word].head;
    if (finder->at[above] < 0)
        return false;
    for (size_t i = 0; i < finder->mentions->number_count; i++)
        if (finder->mentions->numbers[i].counted == word && range_holds(finder->mentions->numbers[i].words, above))
            return true;
    return false;
}

static bool add_argument(Finder *finder, const Argument *argument) {
    if (argument->score < ARGUMENT_LEAST || !is_nominal(finder, argument->word) || finder->covered[argument->word] ||
        is_counted(finder, argument->word))
        return true;
    return add(finder, argument->word, guess_kind(finder, argument->word), argument->score);
}

static bool add_arguments(Finder *finder) {
    for (size_t i = 0; i < finder->reading->trigger_count; i++) {
        const ArgumentList *list = &finder->reading->triggers[i].arguments;
        for (size_t k = 0; k < list->count; k++)
            if ((list->items[k].role == ROLE_SOURCE || list->items[k].role == ROLE_TARGET) &&
                !add_argument(finder, &list->items[k]))
                return false;
    }
    for (size_t i = 0; i < finder->reading->cue_count; i++) {
        const ArgumentList *list = &finder->reading->cues[i].heads;
        for (size_t k = 0; k < list->count; k++)
            if (list->items[k].role == ROLE_SPEAKER && !add_argument(finder, &list->items[k]))
                return false;
    }
    return true;
}

/* May the later mention be the name of the earlier one, a title or a word for a body? */
static bool is_name_of(const Finder *finder, const ActorMention *title, const ActorMention *name) {
    bool person = name->kind == ACTOR_PERSON && (title->kind == ACTOR_PERSON || title->kind == ACTOR_UNNAMED);
    bool body =
        name->kind == ACTOR_ORGANIZATION && title->kind == ACTOR_ORGANIZATION && title->form == FORM_DESCRIPTION;
    bool two_names = finder->name_at[title->head] >= 0 && finder->name_at[title->head] == finder->name_at[name->head];
    return (person || body) && !two_names && !title->plural && title->form != FORM_PRONOUN && name->form == FORM_NAME &&
           title->words.end == name->words.first && title->head + 1 == title->words.end &&
           name->name.first == name->words.first;
}

static bool is_title_inside(const ActorMention *title, const ActorMention *name) {
    return title->form != FORM_PRONOUN && name->kind == ACTOR_PERSON && title->kind == ACTOR_PERSON && !title->plural &&
           title->words.first >= name->words.first && title->words.end == name->name.first &&
           name->words.first < name->name.first;
}

/* "the deputy" and "Igor Zahar", "the weekly" and "Iwatu" side by side without a mark are one mention, whatever the
 * tree says. */
static void join_titles(Finder *finder, ActorMention *sorted, size_t *count) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        ActorMention *title = kept ? &sorted[kept - 1] : NULL;
        const ActorMention *name = &sorted[i];
        if (title && is_title_inside(title, name)) { /* "General" beside "General Kassem Solman" */
            sorted[kept - 1] = *name;
            continue;
        }
        if (!title || !is_name_of(finder, title, name)) {
            sorted[kept++] = *name;
            continue;
        }
        bool name_governs = finder->reading->words[title->head].head == name->head;
        title->words.end = name->words.end;
        title->name = name->name;
        title->form = FORM_NAME;
        title->kind = name->kind;
        title->head = name_governs ? name->head : title->head;
    }
    *count = kept;
}

static bool finder_make(Finder *finder) {
    size_t count = finder->text->word_count;
    finder->at = arena_array(finder->arena, count, sizeof *finder->at);
    finder->name_at = arena_array(finder->arena, count, sizeof *finder->name_at);
    finder->covered = arena_array(finder->arena, count, sizeof *finder->covered);
    if (!finder->at || !finder->name_at || !finder->covered)
        return false;
    for (size_t i = 0; i < count; i++)
        finder->at[i] = finder->name_at[i] = -1;
    for (size_t i = 0; i < finder->reading->name_count; i++)
        for (uint32_t w = finder->reading->names[i].words.first; w < finder->reading->names[i].words.end; w++)
            finder->name_at[w] = (int32_t)i;
    return true;
}

Code actors_find(Arena *arena, const Text *text, const Reading *reading, Mentions *mentions, Error *error) {
    Finder finder = {.arena = arena, .text = text, .reading = reading, .mentions = mentions};
    if (!finder_make(&finder) || !add_labelled(&finder) || !add_names(&finder) || !add_supported(&finder) ||
        !add_repeats(&finder) || !add_arguments(&finder))
        return error_memory(error);
    ActorMention *sorted = arena_array(arena, finder.found.count, sizeof *sorted);
    if (!sorted)
        return error_memory(error);
    size_t count = 0;
    for (uint32_t word = 0; word < text->word_count; word++)
        if (finder.at[word] >= 0) {
            sorted[count++] = finder.found.items[finder.at[word]];
            finder.at[word] = -1;
        }
    join_titles(&finder, sorted, &count);
    for (size_t i = 0; i < count; i++)
        finder.at[sorted[i].head] = (int32_t)i;
    mentions->actors = sorted;
    mentions->actor_count = count;
    mentions->actor_at = finder.at;
    return OK;
}
