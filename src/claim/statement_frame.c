/* claim/statement_frame: the report whose retelling the text is. Where an outlet or its writer has the first word,
 * whoever "told the newspaper" speaks inside that report (GUIDE.md: a report that retells another's). An outlet that
 * comes later is one teller of several: what it was told is only its channel.
 */
#include "claim/work.h"

static const char outlet_nouns[] = "newspaper paper daily weekly magazine agency channel site website network";

/* "told the newspaper that", whatever the tree makes of it: the actor between the cue and the content. */
static uint32_t beside(const Work *work, size_t index) {
    WordRange cue = work->cues.items[work->statements.items[index].cue].words;
    uint32_t end = work->statements.items[index].content.items[0].first;
    for (uint32_t word = cue.end; word < end && word < cue.end + 8; word++)
        if (syntax_upos(&work->syntax, word) == UPOS_PUNCT || syntax_upos(&work->syntax, word) == UPOS_ADP)
            break;
        else if (work_mention(work, word) || syntax_word(&work->syntax, word, outlet_nouns))
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
    if (!syntax_word(s, word, outlet_nouns) || article == NO_WORD || !syntax_word(s, article, "the this same"))
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

static bool is_lead(Work *work, int32_t lead, uint32_t word) {
    const Statement *statement = &work->record->statements.items[lead];
    int32_t hears = work_actor(work, word);
    for (size_t i = 0; i < statement->speaker.count; i++) {
        int32_t speaker = statement->speaker.items[i];
        if (speaker == hears)
            return true;
        if (syntax_upos(&work->syntax, word) == UPOS_PROPN &&
            part_of_name(work, word, work->cast->actors[speaker].name))
            return true;
    }
    bool writer = hears >= 0 && work->cast->actors[hears].kind == ACTOR_PERSON && actor_is_media(work, hears);
    return writer || only_outlet(work, word) ||
           (statement->channel.data && syntax_upos(&work->syntax, word) == UPOS_PROPN &&
            part_of_name(work, word, statement->channel));
}

/* The first statement of the body, when it is an outlet's or its writer's and no other outlet speaks in the text. */
static int32_t lead_of(const Work *work) {
    const Record *record = work->record;
    int32_t lead = -1, outlet = -1;
    for (size_t i = 0; i < record->statements.count; i++) {
        const Statement *statement = &record->statements.items[i];
        SentenceKind kind = work->text->sentences[work->text->words[statement->cue_word].sentence].kind;
        if (kind == SENTENCE_TITLE || kind == SENTENCE_HEADING)
            continue;
        int32_t speaker = statement->speaker.count ? statement->speaker.items[0] : -1;
        bool media = speaker >= 0 && actor_is_media(work, speaker);
        if (lead < 0)
            lead = (int32_t)i;
        if ((int32_t)i == lead && (!media || statement->within >= 0))
            return -1;
        if (!media || work->cast->actors[speaker].kind != ACTOR_ORGANIZATION || speaker == outlet)
            continue;
        if (outlet >= 0)
            return -1;
        outlet = speaker;
    }
    return lead;
}

int32_t frame_told_to(Work *work, size_t index) {
    const Record *record = work->record;
    uint32_t word = hearer(work, index);
    if (word == NO_WORD || work_list_holds(&record->statements.items[index].speaker, work_actor(work, word)))
        return -1;
    int32_t lead = lead_of(work);
    bool before = lead >= 0 && record->statements.items[lead].cue_word < record->statements.items[index].cue_word;
    return before && is_lead(work, lead, word) ? lead : -1;
}
