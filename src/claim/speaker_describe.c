/* claim/speaker_describe: is the speaker named, and if not, what does the report tell of it: role, institution,
 * country, plural, and the reason given. The words for that are in data/anonymous.tsv. Who speaks more than once is
 * named each time or never: what the network thinks of each time counts together.
 */
#include "claim/work.h"

/* How sure the network must be that a speaker without a name is a certain one after all, by how it is brought in: "the
 * governor of Anbar" holds an office that one person has; "an official", "two officers" and "Saudi officials" are
 * anybody. */
static float least_for_description(const Work *work, WordRange range) {
    if (range.first >= range.end)
        return 0.5f;
    const Syntax *s = &work->syntax;
    bool plural = false;
    for (uint32_t word = range.first; word < range.end; word++)
        plural |= view_equal(work->reading->words[word].xpos, VIEW("NNS"));
    if (syntax_word(s, range.first, "a an another one some several many unnamed anonymous") ||
        syntax_upos(s, range.first) == UPOS_NUM)
        return 0.9f;
    if (syntax_word(s, range.first, "the this these"))
        return plural ? 0.5f : 0.4f;
    if (syntax_upos(s, range.first) == UPOS_PRON || syntax_child(s, range.end - 1, "nmod:poss") != NO_WORD)
        return 0.5f;
    return plural ? 0.85f : 0.6f;
}

/* "M.", "H. K.": who is called so is not named. */
static bool is_initial(const Work *work, uint32_t word) {
    View view = text_word(work->text, word);
    return view.length == 1 || (view.length == 2 && view.data[1] == '.');
}

/* First name and surname; not "Rima", not "Bernadette T.". */
static bool is_whole_name(const Work *work, WordRange range) {
    size_t parts = 0;
    for (uint32_t word = range.first; word < range.end; word++)
        parts += syntax_upos(&work->syntax, word) == UPOS_PROPN && !is_initial(work, word);
    return parts >= 2 && !is_initial(work, range.end - 1);
}

/* "A nurse", "the army's spokesman": whoever holds no office of one and is not called by a name. */
static bool is_anybody(const Work *work, const Actor *actor, WordRange description) {
    bool person = actor->kind == ACTOR_UNNAMED || actor->kind == ACTOR_PERSON;
    if (!person || description.first >= description.end)
        return false;
    bool spokesman = false;
    for (uint32_t word = description.first; word < description.end; word++)
        spokesman |= syntax_word(&work->syntax, word, "spokesman spokeswoman spokesperson");
    return spokesman || (actor->kind == ACTOR_UNNAMED && syntax_word(&work->syntax, description.first, "a an another"));
}

/* The network decides in between these, the kind of the actor outside. */
static bool is_named(const Work *work, float network, int32_t index, WordRange description) {
    if (index < 0)
        return false;
    const Actor *actor = &work->cast->actors[index];
    bool name = false, whole = false, initials = true;
    for (size_t i = 0; i < actor->mention_count; i++)
        if (actor->mentions[i].form == FORM_NAME) {
            name = true;
            whole |= is_whole_name(work, actor->mentions[i].words);
            initials &= is_initial(work, actor->mentions[i].head);
        }
    if (!name && is_anybody(work, actor, description))
        return false;
    switch (actor->kind) {
    case ACTOR_PERSON: return whole || (!(name && initials) && network >= (name ? 0.15f : 0.5f));
    case ACTOR_ORGANIZATION:
    case ACTOR_COUNTRY: return network >= 0.15f;
    default: return network >= (name ? 0.5f : least_for_description(work, description));
    }
}

static const CastMention *description_of(const Actor *actor) {
    for (size_t i = 0; i < actor->mention_count; i++)
        if (actor->mentions[i].form == FORM_DESCRIPTION)
            return &actor->mentions[i];
    return NULL;
}

/* The organization that stands inside the description or hangs on it: "an official of the Interior Ministry". */
static View institution_of(const Work *work, uint32_t head) {
    WordRange around = reading_subtree(work->text, work->reading, head);
    for (uint32_t word = around.first; word < around.end; word++) {
        const ActorMention *mention = word == head ? NULL : work_mention(work, word);
        if (mention && mention->kind == ACTOR_ORGANIZATION && syntax_under(&work->syntax, word, head))
            return text_span(work->text, text_words_span(work->text, mention->words));
    }
    return (View){0};
}

static View reason_in(Work *work, uint32_t word) {
    WordRange sentence = work->text->sentences[work->text->words[word].sentence].words;
    View *words = work_folded(work, sentence, false);
    size_t first, end;
    return words ? anonymous_reason(work->tables, words, sentence.end - sentence.first, &first, &end) : (View){0};
}

/* The mean of what the network says each time that this actor speaks first. */
static float named_on_the_whole(const Work *work, int32_t speaker) {
    float sum = 0;
    size_t times = 0;
    for (size_t i = 0; i < work->statements.count; i++) {
        const IndexList *list = &work->record->statements.items[i].speaker;
        if (list->count && list->items[0] == speaker)
            sum += work->cues.items[work->statements.items[i].cue].named, times++;
    }
    return times ? sum / (float)times : 0;
}

static void describe(Work *work, const CueReading *cue, uint32_t speaker, Statement *statement) {
    int32_t index = statement->speaker.count ? statement->speaker.items[0] : -1;
    float network = index < 0 ? cue->named : named_on_the_whole(work, index);
    const Actor *actor = index < 0 ? NULL : &work->cast->actors[index];
    const ActorMention *here = work_mention(work, speaker);
    const CastMention *description = actor ? description_of(actor) : NULL;
    WordRange range = {0, 0}, first = {0, 0};
    uint32_t head = NO_WORD;
    if (here && here->form != FORM_PRONOUN)
        range = first = here->words, head = here->head;
    else if (description)
        range = description->words, head = description->head;
    if (description) /* "an official" at first, then "the official" */
        first = description->words;
    View reason = reason_in(work, cue->words.first);
    bool half_named = view_equal(reason, VIEW("first name only")) || view_equal(reason, VIEW("pseudonym"));
    statement->named = !half_named && is_named(work, network, index, first);
    work_because(work, &statement->because, "%s: network %.2f", statement->named ? "named" : "not named",
                 (double)network);
    if (statement->named)
        return;
    Described *described = &statement->described;
    described->plural = here && here->plural;
    if (actor && actor->country.data && actor->country.length)
        described->country = actor->country;
    if (head != NO_WORD && head >= range.first && head < range.end) {
        View *words = work_folded(work, range, false);
        AnonymousHit hit = {0};
        if (words)
            hit = anonymous_find(work->tables, words, range.end - range.first, head - range.first);
        described->role = hit.role;
        described->plural |= hit.plural;
        described->institution = institution_of(work, head);
    }
    described->reason = reason;
    for (size_t i = 0; actor && !described->reason.data && i < actor->mention_count; i++)
        described->reason = reason_in(work, actor->mentions[i].head);
}

void speakers_describe(Work *work) {
    for (size_t i = 0; i < work->statements.count && !work->failed; i++) {
        const StatementWork *beside = &work->statements.items[i];
        describe(work, &work->cues.items[beside->cue], beside->speaker, &work->record->statements.items[i]);
    }
}
