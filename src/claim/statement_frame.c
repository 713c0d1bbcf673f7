/* claim/statement_frame: the report whose retelling the text is. Where an outlet or its writer has the first word,
 * whoever "told the newspaper" speaks inside that report (GUIDE.md: a report that retells another's). Where several
 * outlets speak it is one teller of several: what it was told is only its channel.
 */
#include "claim/work.h"

/* "the New Delhi daily Ganges Courier", whatever the cast takes it for. */
static bool called_outlet(const Work *work, uint32_t word) {
    const ActorMention *mention = word == NO_WORD ? NULL : work_mention(work, word);
    for (uint32_t i = mention ? mention->words.first : 0; mention && i < mention->words.end; i++)
        if (syntax_word(&work->syntax, i, OUTLET_NOUNS) && syntax_upos(&work->syntax, i) != UPOS_PROPN)
            return i == mention->head || syntax_head(&work->syntax, i) == mention->head ||
                   syntax_head(&work->syntax, mention->head) == i;
    return false;
}

SpeakerMedia statement_media(const Work *work, size_t index) {
    const Statement *statement = &work->record->statements.items[index];
    if (statement->speaker.count == 0)
        return MEDIA_NONE;
    int32_t speaker = statement->speaker.items[0];
    if (actor_is_media(work, speaker))
        return work->cast->actors[speaker].kind == ACTOR_ORGANIZATION ? MEDIA_OUTLET : MEDIA_WRITER;
    return called_outlet(work, work->statements.items[index].speaker) ? MEDIA_OUTLET : MEDIA_NONE;
}

/* "told the newspaper that", whatever the tree makes of it: the actor between the cue and the content. */
static uint32_t beside(const Work *work, size_t index) {
    WordRange cue = work->cues.items[work->statements.items[index].cue].words;
    uint32_t end = work->statements.items[index].content.items[0].first;
    for (uint32_t word = cue.end; word < end && word < cue.end + 8; word++)
        if (syntax_upos(&work->syntax, word) == UPOS_PUNCT || syntax_upos(&work->syntax, word) == UPOS_ADP)
            break;
        else if (work_mention(work, word) || syntax_word(&work->syntax, word, OUTLET_NOUNS))
            return word;
    return NO_WORD;
}

/* The word for the one to whom it was said: "told the daily", "said in an interview with Reuters"; or NO_WORD. */
static uint32_t hearer(const Work *work, size_t index) {
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, work->cues.items[work->statements.items[index].cue].words);
    WordRange sentence = work->text->sentences[work->text->words[verb].sentence].words;
    for (uint32_t word = sentence.first; word < sentence.end; word++) {
        uint32_t head = syntax_head(s, word), preposition = syntax_child(s, word, "case");
        bool object = head == verb && (syntax_is(s, word, "obj") || syntax_is(s, word, "iobj"));
        bool by_talk = head != NO_WORD && syntax_head(s, head) == verb &&
                       syntax_word(s, head, "interview conversation statement remark comment call talk message letter");
        bool phrase = preposition != NO_WORD && syntax_word(s, preposition, "to with") && (head == verb || by_talk);
        if ((object || phrase) && !work_content_holds(&work->statements.items[index], word))
            return word;
    }
    return beside(work, index);
}

/* "the newspaper", and nothing else of it. */
static bool only_outlet(const Work *work, uint32_t word) {
    const Syntax *s = &work->syntax;
    uint32_t article = syntax_child(s, word, "det");
    if (!syntax_word(s, word, OUTLET_NOUNS) || article == NO_WORD || !syntax_word(s, article, "the this same"))
        return false;
    for (uint32_t child = s->child[word]; child != NO_WORD; child = s->sibling[child])
        if (!syntax_is(s, child, "det") && !syntax_is(s, child, "case") && !syntax_is(s, child, "punct"))
            return false;
    return true;
}

/* "El Faro" for "El Faro de Levante", "the Courier" for "the daily Ganges Courier". */
static bool part_of_name(Work *work, uint32_t word, View name) {
    View folded = unicode_fold(work->arena, name), mine = unicode_fold(work->arena, text_word(work->text, word));
    if (!folded.data || !mine.data) {
        work->failed = true;
        return false;
    }
    View one;
    while (view_split(&folded, ' ', &one))
        if (view_equal(one, mine))
            return true;
    return false;
}

/* The speaker of this statement, its outlet or its channel is meant by the word. */
static bool speaks_there(Work *work, size_t index, uint32_t word) {
    const Statement *statement = &work->record->statements.items[index];
    bool proper = syntax_upos(&work->syntax, word) == UPOS_PROPN;
    int32_t hears = work_actor(work, word);
    for (size_t i = 0; i < statement->speaker.count; i++) {
        int32_t speaker = statement->speaker.items[i];
        if (speaker == hears || (proper && part_of_name(work, word, work->cast->actors[speaker].name)))
            return true;
    }
    return statement->channel.data && proper && part_of_name(work, word, statement->channel);
}

/* "the Courier", after "the daily Ganges Courier": the name goes on behind what was taken for the speaker. */
static bool name_goes_on(const Work *work, size_t index, uint32_t word) {
    const ActorMention *mention = work_mention(work, work->statements.items[index].speaker);
    uint32_t next = mention ? mention->words.end : NO_WORD;
    return mention && next < work->text->word_count && syntax_upos(&work->syntax, next) == UPOS_PROPN &&
           view_equal(text_word(work->text, next), text_word(work->text, word));
}

/* "the newspaper", a writer: of whatever outlet the text retells. */
static bool any_outlet(const Work *work, uint32_t word) {
    int32_t hears = work_actor(work, word);
    return only_outlet(work, word) ||
           (hears >= 0 && work->cast->actors[hears].kind == ACTOR_PERSON && actor_is_media(work, hears));
}

static bool in_body(const Work *work, const Statement *statement) {
    SentenceKind kind = work->text->sentences[work->text->words[statement->cue_word].sentence].kind;
    return kind != SENTENCE_TITLE && kind != SENTENCE_HEADING;
}

int32_t frame_told_to(Work *work, size_t index) {
    const Record *record = work->record;
    uint32_t word = hearer(work, index);
    int32_t first = -1, outlet = -1;
    bool only = true;
    if (word == NO_WORD || work_list_holds(&record->statements.items[index].speaker, work_actor(work, word)))
        return -1;
    bool meant = any_outlet(work, word);
    for (size_t i = 0; i < record->statements.count; i++) {
        const Statement *statement = &record->statements.items[i];
        SpeakerMedia media = statement_media(work, i);
        if (media == MEDIA_NONE || statement->within >= 0 || !in_body(work, statement))
            continue;
        int32_t speaker = statement->speaker.items[0];
        only &= media != MEDIA_OUTLET || outlet < 0 || speaker == outlet;
        outlet = media == MEDIA_OUTLET && outlet < 0 ? speaker : outlet;
        if (statement->cue_word >= record->statements.items[index].cue_word)
            continue;
        first = first < 0 ? (int32_t)i : first;
        meant |= speaks_there(work, i, word) || name_goes_on(work, i, word);
    }
    return only && meant ? first : -1;
}
