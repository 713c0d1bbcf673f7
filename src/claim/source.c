/* claim/source: the text -> whom the outlet has the report from as a whole, by what the report says of itself at its
 * two ends: a dateline ("QUITO (Reuters) - ...", "KABUL, Pajhwok -"), a credit as the last words ("(AFP)"), a credit
 * line
 * ("By our correspondent and agencies"), a phrase of credits.tsv ("This article was originally published on ..."); and
 * by what came with it: a feed's source, an author that is an agency. Which names are outlets is told by outlets.tsv;
 * in a parenthesis of a dateline, and behind the last sentence, one in capitals counts that is not in it. Left out: the
 * credits of pictures, sources of single statements (claim/ has them as speakers and channels). */
#include "claim/source.h"

#define FRONT_PARAGRAPHS 4 /* the headline and the credit lines stand in these */
#define BACK_PARAGRAPHS  3
#define DATELINE_WORDS   16 /* how far into a paragraph a dateline reaches */
#define LINE_WORDS       14 /* a longer line is no credit */
#define UNKNOWN_WORDS    4  /* of an outlet that is in no table */
#define NAMES            4  /* in one phrase */

static bool opens(const SourceFinder *finder, uint32_t word) {
    return credit_is(finder, word, "(") || credit_is(finder, word, "[");
}

static bool closes(const SourceFinder *finder, uint32_t word) {
    return credit_is(finder, word, ")") || credit_is(finder, word, "]");
}

static bool in_capitals(const SourceFinder *finder, uint32_t word) {
    View text = text_word(finder->text, word);
    for (size_t at = 0; at < text.length;)
        if (unicode_is_lower(utf8_next(text, &at)))
            return false;
    return credit_is_upper(finder, word) && text.length > 1;
}

/* --- datelines ---------------------------------------------------------------------------------------------------- */

/* A name in parentheses, which need not be known: "(Radio Pilsudski)"; at the end of a text only capitals: "(AFP)". No
 * place: "Arab Horizon (London) -". */
static void find_in_parentheses(SourceFinder *finder, WordRange inside, bool front) {
    WordRange words = {inside.first - 1, inside.end + 1};
    bool capitals = true;
    if (inside.first >= inside.end || credit_parts(finder, inside, words, true))
        return;
    for (uint32_t i = inside.first; i < inside.end; i++) {
        if (!credit_is_upper(finder, i))
            return;
        capitals = capitals && in_capitals(finder, i);
    }
    if (inside.end - inside.first > (front ? UNKNOWN_WORDS : 1) || (!front && !capitals) ||
        credit_is_no_name(finder, inside) || (!capitals && credit_is_place(finder, inside)))
        return;
    credit_add(finder, VIEW("credit"), inside, words);
}

/* A dateline has names, days and numbers, and nothing in small letters but what stands between these. */
static bool is_place_and_day(const SourceFinder *finder, WordRange words) {
    for (uint32_t i = words.first; i < words.end; i++) {
        uint32_t c = credit_first_point(finder, i);
        if (unicode_is_lower(c) && !credit_is(finder, i, "of") && !credit_is(finder, i, "the") &&
            !credit_is(finder, i, "in") && !credit_is(finder, i, "and"))
            return false;
    }
    return true;
}

/* "KABUL, Jan 5, Pajhwok": the last part that is an agency. */
static bool find_in_dateline(SourceFinder *finder, WordRange words) {
    if (!is_place_and_day(finder, words))
        return false;
    for (uint32_t i = words.first; i < words.end; i++) {
        bool begins = i == words.first || credit_is(finder, i - 1, ",") || credit_is(finder, i - 1, "/") ||
                      credit_is(finder, i - 1, ":") || credit_is_dash(finder, i - 1);
        if (begins && credit_parts(finder, (WordRange){i, words.end}, words, false))
            return true;
    }
    return false;
}

static void find_dateline(SourceFinder *finder, WordRange paragraph) {
    uint32_t limit = paragraph.first + DATELINE_WORDS, dash = paragraph.first;
    limit = limit < paragraph.end ? limit : paragraph.end;
    while (dash < limit && !credit_is_dash(finder, dash))
        dash++;
    if (dash == limit || dash == paragraph.first)
        return;
    if (closes(finder, dash - 1)) {
        uint32_t open = dash - 1;
        while (open > paragraph.first && !opens(finder, open))
            open--;
        if (opens(finder, open))
            find_in_parentheses(finder, (WordRange){open + 1, dash - 1}, true);
        return;
    }
    if (find_in_dateline(finder, (WordRange){paragraph.first, dash}))
        return;
    uint32_t colon = dash + 1; /* "Beirut - Agencies: ..." */
    while (colon < limit && !credit_is(finder, colon, ":") && !credit_ends_sentence(finder, colon))
        colon++;
    if (colon < limit && credit_is(finder, colon, ":") && is_place_and_day(finder, (WordRange){paragraph.first, dash}))
        credit_parts(finder, (WordRange){dash + 1, colon}, (WordRange){paragraph.first, colon}, false);
}

/* "... until Monday. (AFP)", "... until Monday. - Reuters" */
static void find_last_words(SourceFinder *finder, WordRange paragraph) {
    uint32_t end = paragraph.end;
    if (end > paragraph.first && credit_is(finder, end - 1, ".") && end - paragraph.first > 1 &&
        closes(finder, end - 2))
        end--;
    uint32_t open = end;
    if (closes(finder, end - 1)) {
        open = end - 1;
        while (open > paragraph.first && !opens(finder, open))
            open--;
        bool behind = open == paragraph.first || credit_ends_sentence(finder, open - 1);
        if (opens(finder, open) && behind)
            find_in_parentheses(finder, (WordRange){open + 1, end - 1}, false);
        return;
    }
    for (open = end; open > paragraph.first + 1 && end - open < LINE_WORDS && !credit_is_dash(finder, open - 1);)
        open--;
    if (open < end && open > paragraph.first + 1 && credit_is_dash(finder, open - 1) &&
        credit_ends_sentence(finder, open - 2))
        credit_parts(finder, (WordRange){open, end}, (WordRange){open, end}, false);
}

/* --- credit lines ---------------------------------------------------------------------------------------------------
 */

static bool find_line(SourceFinder *finder, WordRange line) {
    static const char *const openings[] = {"by", "source", "sources", "from", "with"};
    WordRange inside = line;
    if (line.end - line.first > LINE_WORDS)
        return false;
    bool marked = false;
    if (opens(finder, inside.first) && closes(finder, inside.end - 1)) {
        inside = (WordRange){inside.first + 1, inside.end - 1};
        marked = true;
    }
    while (inside.first < inside.end && credit_is_dash(finder, inside.first))
        inside.first++;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (inside.first < inside.end && credit_is(finder, inside.first, openings[i])) {
            inside.first++;
            marked = true;
            break;
        }
    inside.first += inside.first < inside.end && credit_is(finder, inside.first, ":");
    if (inside.first < inside.end && credit_is(finder, inside.end - 1, "."))
        inside.end--;
    return inside.first < inside.end && credit_parts(finder, inside, inside, marked);
}

/* --- phrases --------------------------------------------------------------------------------------------------------
 */

static bool is_one_of(const SourceFinder *finder, uint32_t word, View alternatives) {
    View text = text_word(finder->text, word), one;
    while (view_split(&alternatives, '|', &one))
        if (view_equal_folded(text, one))
            return true;
    return false;
}

typedef struct Match {
    WordRange names[NAMES];
    size_t count;
    uint32_t end;
} Match;

/* One name, or several outlets: "Reuters, AP and AFP". */
static bool match_names(SourceFinder *finder, const CreditEntry *entry, uint32_t *word, uint32_t limit, Match *match) {
    uint32_t at = *word;
    bool quoted = credit_is(finder, at, "\"") || credit_is(finder, at, "\u201C") || credit_is(finder, at, "'") ||
                  credit_is(finder, at, "\u2018");
    at += quoted;
    if (entry->name == CREDIT_ANY) {
        at += credit_is(finder, at, "the") && at + 1 < limit && credit_first_point(finder, at) == 't';
        uint32_t end = credit_name(finder, at, limit);
        match->names[match->count++] = (WordRange){at, end};
        *word = end;
        return end > at;
    }
    for (uint32_t end; match->count < NAMES && (end = credit_outlet(finder, at, limit, false)); at = end + 1) {
        match->names[match->count++] = (WordRange){at + credit_is(finder, at, "the"), end};
        *word = end;
        bool more = credit_is(finder, end, "and") || credit_is(finder, end, ",") || credit_is(finder, end, "/");
        if (!more || end + 1 >= limit || !credit_outlet(finder, end + 1, limit, false))
            break;
    }
    return match->count > 0;
}

static bool match_entry(SourceFinder *finder, const CreditEntry *entry, uint32_t word, uint32_t limit, Match *match) {
    *match = (Match){.count = 0};
    for (size_t i = 0; i < entry->count; i++) {
        if (word >= limit)
            return false;
        if (view_equal(entry->words[i], VIEW("*"))) {
            if (!match_names(finder, entry, &word, limit, match))
                return false;
        } else if (is_one_of(finder, word, entry->words[i])) {
            word++;
        } else {
            return false;
        }
    }
    match->end = word;
    return true;
}

static bool stands_at(const SourceFinder *finder, const CreditEntry *entry, WordRange sentence, uint32_t word,
                      uint32_t end) {
    bool start = word == sentence.first || opens(finder, word - 1) || credit_is_dash(finder, word - 1) ||
                 credit_is(finder, word - 1, "*") || credit_ends_sentence(finder, word - 1);
    bool last = end == sentence.end || closes(finder, end) || (credit_is(finder, end, ".") && end + 1 == sentence.end);
    switch (entry->place) {
    case CREDIT_START: return start;
    case CREDIT_IN: return true;
    case CREDIT_ALONE: return start && last;
    case CREDIT_LINE: return false;
    }
    return false;
}

static void find_phrases(SourceFinder *finder, WordRange sentence) {
    size_t count;
    const CreditEntry *entries = credit_entries(finder->tables, &count);
    for (uint32_t word = sentence.first; word < sentence.end; word++)
        for (size_t i = 0; i < count; i++) {
            Match match;
            if (entries[i].place == CREDIT_LINE || !match_entry(finder, &entries[i], word, sentence.end, &match) ||
                !stands_at(finder, &entries[i], sentence, word, match.end))
                continue;
            WordRange words = {word, match.end};
            if (match.count == 0)
                credit_add(finder, entries[i].how, (WordRange){0, 0}, words);
            for (size_t k = 0; k < match.count; k++)
                credit_add(finder, entries[i].how, match.names[k], words);
            word = match.end - 1;
            break;
        }
}

/* --- the report --------------------------------------------------------------------------------------------------- */

static bool is_picture_line(const SourceFinder *finder, WordRange line) {
    static const char *const words[] = {"photo", "photos", "image", "picture", "pictures", "caption", "photograph"};
    uint32_t first = line.first + opens(finder, line.first);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (credit_is(finder, first, words[i]))
            return true;
    return false;
}

static void look_at(SourceFinder *finder, size_t index) {
    const Text *text = finder->text;
    const Paragraph *paragraph = &text->paragraphs[index];
    WordRange line = {text->sentences[paragraph->first_sentence].words.first,
                      text->sentences[paragraph->end_sentence - 1].words.end};
    bool front = index < FRONT_PARAGRAPHS, back = index + BACK_PARAGRAPHS >= text->paragraph_count;
    if ((!front && !back) || line.first >= line.end || is_picture_line(finder, line) || find_line(finder, line))
        return;
    if (front)
        find_dateline(finder, line);
    if (back)
        find_last_words(finder, line);
    for (uint32_t i = paragraph->first_sentence; i < paragraph->end_sentence; i++)
        find_phrases(finder, text->sentences[i].words);
}

Code sources_find(Arena *arena, const Tables *tables, const Report *report, const Text *text, SourceList *sources,
                  Error *error) {
    SourceFinder finder = {arena, tables, report, text, sources, {NULL, 0}, false};
    if (report->outlet.data) {
        finder.outlet = unicode_fold(arena, report->outlet);
        finder.failed = !finder.outlet.data;
    }
    for (size_t i = 0; i < text->paragraph_count && !finder.failed; i++)
        look_at(&finder, i);
    credit_of_author(&finder, report->author);
    if (report->source.data &&
        !list_push(arena, sources, (Source){.name = report->source, .how = VIEW("feed"), .said = false}))
        finder.failed = true;
    return finder.failed ? error_memory(error) : OK;
}
