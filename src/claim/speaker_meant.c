/* claim/speaker_meant: whom a definite description that speaks means. "The writer", "the diplomat", "the newspaper":
 * where the cast has joined it to somebody whom no other mention calls that, and another actor before it is called
 * that, it is the nearest such. A writer or outlet is looked for among those who have spoken, too.
 *
 * Left out: descriptions that no mention shares a word with ("the girl" for a name).
 */
#include "claim/work.h"

static const char writers[] = "writer author correspondent reporter journalist columnist reviewer";

/* Is one of the words of the mention up to its head this noun? */
static bool called(const Work *work, const ActorMention *mention, View lemma) {
    for (uint32_t word = mention->words.first; word < mention->words.end && word <= mention->head; word++)
        if (view_equal(work->reading->words[word].lemma, lemma))
            return true;
    return false;
}

static bool is_called(const Work *work, int32_t actor, const ActorMention *but, View lemma) {
    for (size_t i = 0; i < work->mentions->actor_count; i++) {
        const ActorMention *mention = &work->mentions->actors[i];
        if (mention != but && mention->form != FORM_PRONOUN && work->cast->actor_of[i] == actor &&
            called(work, mention, lemma))
            return true;
    }
    return false;
}

/* The nearest actor in front of the mention that another mention calls so; -1: none. */
static int32_t nearest_called(const Work *work, const ActorMention *here, View lemma) {
    int32_t best = -1;
    uint32_t at = 0;
    for (size_t i = 0; i < work->mentions->actor_count; i++) {
        const ActorMention *mention = &work->mentions->actors[i];
        if (mention->form != FORM_PRONOUN && mention->head < here->words.first && mention->head >= at &&
            mention->plural == here->plural && called(work, mention, lemma))
            best = work->cast->actor_of[i], at = mention->head;
    }
    return best;
}

/* The writer, or the outlet, that spoke last. */
static int32_t spoke_last(const Work *work, SpeakerMedia media) {
    for (size_t i = work->record->statements.count; i-- > 0;)
        if (statement_media(work, i) == media)
            return work->record->statements.items[i].speaker.items[0];
    return -1;
}

int32_t speaker_meant(const Work *work, uint32_t head) {
    const ActorMention *here = work_mention(work, head);
    int32_t taken = work_actor(work, head);
    const Syntax *s = &work->syntax;
    if (!here || here->form != FORM_DESCRIPTION || taken < 0 || !syntax_word(s, here->words.first, "the this same"))
        return taken;
    View lemma = work->reading->words[here->head].lemma;
    bool writer = syntax_word(s, here->head, writers), outlet = syntax_word(s, here->head, OUTLET_NOUNS);
    for (uint32_t word = here->words.first + 1; word < here->words.end; word++)
        if (word != here->head && ((!writer && !outlet) || syntax_upos(s, word) != UPOS_ADJ)) /* "the French writer" */
            return taken;
    if (writer || outlet ? actor_is_media(work, taken) : is_called(work, taken, here, lemma))
        return taken;
    int32_t other = nearest_called(work, here, lemma);
    if (other < 0 && (writer || outlet))
        other = spoke_last(work, writer ? MEDIA_WRITER : MEDIA_OUTLET);
    if (other < 0)
        return taken;
    ActorKind kind = work->cast->actors[other].kind;
    bool fits = outlet ? kind == ACTOR_ORGANIZATION : kind == ACTOR_PERSON || kind == ACTOR_UNNAMED;
    return fits ? other : taken;
}
