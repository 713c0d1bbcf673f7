/* mention/times_head: dates at the top of a report.
 *
 * In: the times found. Out: which of them stand in a dateline ("Beirut, October 6 (AFP) -"), and which are the day or
 * period that minutes, a bulletin or a summary record are of ("Minutes of the session of 28 March", "Held on 10 August
 * 2022 in the Town Hall."). A short line of its own that ends in a date ("Radio digest, 19 July 2005") or a
 * weekday is a dateline when it is the only one: a chronicle has many; so is such a line below the name of a paper,
 * which is issued on that day ("Situation report / Goma, 3 May 2019"). Left out: dates in the prose of an article.
 */
#include "mention/times_parse.h"

#define HEAD_SENTENCES 6  /* of the report that may be its head */
#define DATELINE_REACH 9  /* words in front of a dateline's date, at most */
#define DASH_REACH     5  /* words behind it up to the dash or bracket */
#define LINE_WORDS     16 /* of a line that is a place, a paper's name and a date, at most */

static bool is_day(const TimeSense *sense) {
    return sense->form == TIME_CALENDAR && sense->month && sense->day;
}

static bool is_weekday(const TimeSense *sense) {
    return sense->form == TIME_CALENDAR && sense->weekday && !sense->of && !sense->month && !sense->day && !sense->year;
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

static bool behind_mark(const Text *text, uint32_t word) {
    View before = text_word(text, word - 1);
    return is_mark(text, word - 1) || view_equal(before, VIEW(",")) || view_equal(before, VIEW(":")) ||
           view_equal(before, VIEW("|"));
}

/* "Beirut, Al-Minaa newspaper - 8 November 2017", "Persian service of Radio Pamir - Friday": the date begins the line
 * or stands behind a mark, and nearly ends it. One without its year may be of what a title speaks of. */
static bool is_dated_line(const TimeParse *parse, const Sentence *sentence, const TimeMention *mention) {
    const Text *text = parse->text;
    uint32_t first = mention->words.first;
    const Sentence *opening = &text->sentences[text->paragraphs[sentence->paragraph].first_sentence];
    WordRange line = {opening->words.first, sentence->words.end};
    if (mention->bound != BOUND_NONE || line.end - line.first > LINE_WORDS ||
        line.end - mention->words.end > DASH_REACH || has_finite_verb(parse, line))
        return false;
    if (!mention->sense.year && (line.first == 0 || first == line.first))
        return false;
    return first == sentence->words.first || behind_mark(text, first);
}

/* The only dated line of the head becomes its dateline where there is no other. */
static void mark_line(const TimeParse *parse, Mentions *mentions, size_t sentences) {
    const Text *text = parse->text;
    TimeMention *line = NULL;
    for (size_t i = 0; i < mentions->time_count; i++) {
        TimeMention *mention = &mentions->times[i];
        uint32_t at = text->words[mention->words.first].sentence;
        if (at >= sentences)
            continue;
        if (mention->at_head != HEAD_NONE)
            return;
        if (!(is_day(&mention->sense) || is_weekday(&mention->sense)) ||
            !is_dated_line(parse, &text->sentences[at], mention))
            continue;
        if (line)
            return;
        line = mention;
    }
    if (line)
        line->at_head = HEAD_DATELINE;
}

/* Does the sentence have a word of the head of a paper? */
static Code find_paper(TimeParse *parse, const Sentence *sentence, bool *paper, Error *error) {
    size_t end;
    Code code = times_cut(parse->arena, parse->table, parse->text, sentence->words, &parse->pieces, error);
    for (size_t at = 0; code == OK && at < parse->pieces.count; at++)
        *paper |= times_take(parse, at, CLASS_PAPER, &end) != NULL;
    return code;
}

/* A line above the date names a paper ("Minutes of the 7774th meeting"); what prose says of meetings is none. */
static bool below_paper(const TimeParse *parse, const bool here[HEAD_SENTENCES], uint32_t sentence) {
    for (uint32_t i = 0; i < sentence; i++)
        if (here[i] && !has_finite_verb(parse, parse->text->sentences[i].words))
            return true;
    return false;
}

Code times_mark_heads(TimeParse *parse, Mentions *mentions, Error *error) {
    const Text *text = parse->text;
    bool here[HEAD_SENTENCES] = {false};
    size_t count = text->sentence_count < HEAD_SENTENCES ? text->sentence_count : HEAD_SENTENCES;
    for (size_t i = 0; i < count; i++) {
        Code code = find_paper(parse, &text->sentences[i], &here[i], error);
        if (code != OK)
            return code;
    }
    for (size_t i = 0; i < mentions->time_count; i++) {
        TimeMention *mention = &mentions->times[i];
        uint32_t at = text->words[mention->words.first].sentence;
        if (at >= count)
            continue;
        const Sentence *sentence = &text->sentences[at];
        if (is_weekday(&mention->sense) && mention->words.first > sentence->words.first &&
            behind_mark(text, mention->words.first) && in_dateline(parse, sentence, mention->words))
            mention->at_head = HEAD_DATELINE;
        if (!is_day(&mention->sense))
            continue;
        bool prose = has_finite_verb(parse, sentence->words), line = in_dateline(parse, sentence, mention->words);
        bool below = below_paper(parse, here, at), alone = line || is_dated_line(parse, sentence, mention);
        bool head = sentence->kind != SENTENCE_PROSE || here[at] || !prose;
        if (head && !(line && prose) && (here[at] || (!alone && below)))
            mention->at_head = HEAD_PAPER;
        else if (line || (alone && below))
            mention->at_head = HEAD_DATELINE;
    }
    mark_line(parse, mentions, count);
    return OK;
}
