/* mention/times_head: dates at the top of a report.
 *
 * In: the times found. Out: which of them stand in a dateline ("Beirut, October 6 (AFP) -"), and which are the day or
 * period that minutes, a bulletin or a summary record are of ("Minutes of the session of 28 March", "Held on 10 August
 * 2022 in the Town Hall."). Left out: dates in the prose of an article.
 */
#include "mention/times_parse.h"

#define HEAD_SENTENCES 6 /* of the report that may be its head */
#define DATELINE_REACH 9 /* words in front of a dateline's date, at most */
#define DASH_REACH     5 /* words behind it up to the dash or bracket */

static bool is_day(const TimeSense *sense) {
    return sense->form == TIME_CALENDAR && sense->month && sense->day;
}

static bool has_finite_verb(const TimeParse *parse, WordRange words) {
    for (uint32_t word = words.first; word < words.end; word++) {
        View tag = parse->reading->words[word].xpos;
        if (view_equal(tag, VIEW("VBD")) || view_equal(tag, VIEW("VBZ")) || view_equal(tag, VIEW("VBP")) ||
            view_equal(tag, VIEW("MD")))
            return true;
    }
    return false;
}

static bool is_mark(const Text *text, uint32_t word) {
    View w = text_word(text, word);
    return view_equal(w, VIEW("-")) || view_equal(w, VIEW("--")) || view_equal(w, VIEW("\xE2\x80\x93")) ||
           view_equal(w, VIEW("\xE2\x80\x94")) || view_equal(w, VIEW("(")) || view_equal(w, VIEW(")"));
}

/* "Ashgabat, 15 May (TDH).", "MOSUL, Iraq, May 16 - A suicide bomber ...": places and a date, then a dash or bracket.
 */
static bool in_dateline(const TimeParse *parse, const Sentence *sentence, WordRange words) {
    const Text *text = parse->text;
    if (sentence->kind == SENTENCE_DATELINE)
        return true;
    if (words.first - sentence->words.first > DATELINE_REACH ||
        has_finite_verb(parse, (WordRange){sentence->words.first, words.first}))
        return false;
    for (uint32_t word = words.end; word < sentence->words.end && word < words.end + DASH_REACH; word++)
        if (is_mark(text, word))
            return !has_finite_verb(parse, (WordRange){words.end, word});
    return false;
}

/* Does the sentence have a word of the head of a paper? */
static Code find_paper(TimeParse *parse, const Sentence *sentence, bool *paper, Error *error) {
    size_t end;
    Code code = times_cut(parse->arena, parse->table, parse->text, sentence->words, &parse->pieces, error);
    for (size_t at = 0; code == OK && at < parse->pieces.count; at++)
        *paper |= times_take(parse, at, CLASS_PAPER, &end) != NULL;
    return code;
}

Code times_mark_heads(TimeParse *parse, Mentions *mentions, Error *error) {
    const Text *text = parse->text;
    bool paper = false, here[HEAD_SENTENCES] = {false};
    size_t count = text->sentence_count < HEAD_SENTENCES ? text->sentence_count : HEAD_SENTENCES;
    for (size_t i = 0; i < count; i++) {
        Code code = find_paper(parse, &text->sentences[i], &here[i], error);
        if (code != OK)
            return code;
        paper |= here[i];
    }
    for (size_t i = 0; i < mentions->time_count; i++) {
        TimeMention *mention = &mentions->times[i];
        uint32_t at = text->words[mention->words.first].sentence;
        if (at >= count || !is_day(&mention->sense))
            continue;
        const Sentence *sentence = &text->sentences[at];
        bool head = sentence->kind != SENTENCE_PROSE || here[at] || !has_finite_verb(parse, sentence->words);
        if (paper && head)
            mention->at_head = HEAD_PAPER;
        else if (in_dateline(parse, sentence, mention->words))
            mention->at_head = HEAD_DATELINE;
    }
    return OK;
}
