/* identity/publication_events: the well-known events (data/dated.tsv) that the report speaks of.
 *
 * A report that has all words of an event in one sentence speaks of it nearly always, in one paragraph mostly, in all
 * its text sometimes; news is most often of the days after. Times in its sentence tell more: "on Monday", "last month",
 * "three weeks after", and so does a date without a year that is the event's.
 */
#include "identity/publication_clues.h"

#define END          INT32_MAX
#define LONG_REPORT  900   /* words; in a longer one, words far apart are not of one event */
#define LONGEST      40000 /* bytes; what stands behind them is not looked at */
#define IN_SENTENCE  0.85
#define IN_PARAGRAPH 0.6
#define IN_REPORT    0.2
#define WITH_DATE    0.8
#define WITH_TIME    0.9
#define NEARLY_DATE  0.25 /* half of its words, and its date */
#define ONLY_MEANT   0.3  /* what happens to it is asked for, planned or possible in its sentence */
#define TRIGGER      0.5  /* a weaker one is none */

static const LagPoint after_event[] = {{0, .55f},  {1, 1},       {3, .95f},    {7, .7f},     {14, .45f}, {31, .25f},
                                       {100, .1f}, {365, .045f}, {1100, .02f}, {4000, .01f}, {END, 0}};
static const LagPoint at_time[] = {{0, 1}, {1, .4f}, {3, .15f}, {15, .05f}, {100, .01f}, {365, .004f}, {END, 0}};
static const LagPoint after_span[] = {{0, 1},     {1, .9f},    {7, .4f},     {15, .2f},
                                      {40, .07f}, {365, .02f}, {1100, .01f}, {END, 0}};

typedef struct Folded {
    DatedText report;
    View *sentences, *paragraphs;
} Folded;

View clue_folded(const ClueWork *work) {
    const Text *text = work->text;
    size_t end = 0;
    for (size_t i = 0; i < text->sentence_count && (i == 0 || text->sentences[i].span.end <= LONGEST); i++)
        end = text->sentences[i].span.end;
    return unicode_fold(work->arena, view_slice(text->text, 0, end));
}

static bool fold_all(ClueWork *work, Folded *folded) {
    const Text *text = work->text;
    View report = clue_folded(work);
    folded->sentences = arena_array(work->arena, text->sentence_count, sizeof *folded->sentences);
    folded->paragraphs = arena_array(work->arena, text->paragraph_count, sizeof *folded->paragraphs);
    if (!report.data || !folded->sentences || !folded->paragraphs)
        return false;
    dated_text(report, &folded->report);
    for (size_t i = 0; i < text->sentence_count; i++) {
        folded->sentences[i] = unicode_fold(work->arena, text_span(text, text->sentences[i].span));
        if (!folded->sentences[i].data)
            return false;
    }
    for (size_t i = 0; i < text->paragraph_count; i++) {
        folded->paragraphs[i] = unicode_fold(work->arena, text_span(text, text->paragraphs[i].span));
        if (!folded->paragraphs[i].data)
            return false;
    }
    return true;
}

/* The span of publication days that a time in the event's sentence leads to; unknown when it says nothing of it. */
static DaySpan by_time(const TimeSense *sense, Day event, const LagPoint **lags) {
    bool week = sense->form == TIME_CALENDAR && sense->weekday && !sense->month && !sense->year && !sense->of;
    *lags = at_time;
    if (week)
        return sense->weekday - 1 == day_weekday(event) && sense->which != 1 && sense->anchor != ANCHOR_STORY
                   ? (DaySpan){event, event + 6, UNIT_NONE}
                   : SPAN_UNKNOWN;
    if (sense->amount == AMOUNT_SOME || sense->unit < UNIT_DAY)
        return SPAN_UNKNOWN;
    if (sense->form == TIME_WINDOW && sense->amount < 0 && sense->anchor == ANCHOR_PUBLICATION)
        return (DaySpan){event, day_shift(event, sense->unit, -sense->amount), UNIT_NONE};
    if (sense->form != TIME_SHIFT)
        return SPAN_UNKNOWN;
    bool ago = sense->anchor == ANCHOR_PUBLICATION && sense->amount < 0;
    bool after = (sense->anchor == ANCHOR_WORD || sense->anchor == ANCHOR_OF) && sense->amount > 0 && sense->counted;
    if (!ago && !after)
        return SPAN_UNKNOWN;
    Day day = day_shift(event, sense->unit, ago ? -sense->amount : sense->amount);
    if (day == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    if (ago && !sense->counted)
        return span_around(day, sense->unit);
    if (after)
        *lags = after_span;
    Day slack = (day_shift(day, sense->unit, 1) - day) / 2;
    return (DaySpan){day - slack, day + slack, UNIT_NONE};
}

static bool sentence_clue(const ClueWork *work, uint32_t sentence, Day event, Clue *clue) {
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        if (work->text->words[mention->words.first].sentence != sentence)
            continue;
        const LagPoint *lags;
        DaySpan span = by_time(&mention->sense, event, &lags);
        if (!span_known(span))
            continue;
        clue->from = span.from;
        clue->to = span.to;
        clue->lags = lags;
        clue->trust = WITH_TIME;
        clue->because = "a time measured from a dated event";
        return true;
    }
    return false;
}

/* A past date of the report that is the event's but for the year. */
static const TimeMention *date_of(const ClueWork *work, Day event) {
    int year, month, of_month;
    day_split(event, &year, &month, &of_month);
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeSense *sense = clue_yearless(&work->mentions->times[i]);
        if (sense && sense->month == month && sense->day == of_month)
            return &work->mentions->times[i];
    }
    return NULL;
}

/* "If Sánchez resigns", "they demand that he free Shalit": no act that is one of the event's words has happened. */
static bool only_meant(const ClueWork *work, const Sentence *sentence, const DatedEntry *event) {
    bool any = false;
    for (size_t i = 0; i < work->reading->trigger_count; i++) {
        const TriggerReading *trigger = &work->reading->triggers[i];
        if (trigger->score < TRIGGER || trigger->words.first < sentence->words.first ||
            trigger->words.first >= sentence->words.end)
            continue;
        View word = unicode_fold(work->arena, text_span(work->text, text_words_span(work->text, trigger->words)));
        if (!word.data || !dated_touches(event, word))
            continue;
        if (trigger->status[STATUS_HAPPENED] + trigger->status[STATUS_ONGOING] > 0.5f)
            return false;
        any = true;
    }
    return any;
}

/* How the report speaks of the event: fills the clue, false when it does not. */
static bool event_clue(const ClueWork *work, const Folded *folded, const DatedEntry *event, Clue *clue) {
    size_t words, missing = dated_missing(event, &folded->report, &words);
    if (missing > words / 2)
        return false;
    const Text *text = work->text;
    *clue = (Clue){.from = event->day, .to = event->day, .direction = -1, .lags = after_event, .weight = 1};
    clue->because = "a dated event";
    const TimeMention *date = date_of(work, event->day);
    if (missing && words - missing >= 2 && date) {
        clue->trust = NEARLY_DATE;
        clue->words = date->words;
    }
    if (missing)
        return clue->trust > 0;
    for (size_t i = 0; i < text->sentence_count; i++) {
        if (!dated_holds(event, folded->sentences[i]))
            continue;
        bool first = clue->trust == 0, meant = only_meant(work, &text->sentences[i], event);
        if (first)
            clue->words = text->sentences[i].words;
        if (first || !meant)
            clue->trust = meant ? ONLY_MEANT : IN_SENTENCE;
        if (!meant && sentence_clue(work, (uint32_t)i, event->day, clue)) {
            clue->words = text->sentences[i].words;
            return true;
        }
    }
    for (size_t i = 0; i < text->paragraph_count && clue->trust == 0; i++) {
        if (!dated_holds(event, folded->paragraphs[i]))
            continue;
        clue->trust = IN_PARAGRAPH;
        clue->words = text->sentences[text->paragraphs[i].first_sentence].words;
        clue->words.end = text->sentences[text->paragraphs[i].end_sentence - 1].words.end;
    }
    if (date && clue->trust < WITH_DATE) {
        clue->trust = WITH_DATE;
        clue->words = date->words;
    }
    if (clue->trust == 0 && text->word_count <= LONG_REPORT) {
        clue->trust = IN_REPORT;
        clue->words = (WordRange){0, 0};
    }
    return clue->trust > 0;
}

/* One clue a day: several rows may be of one event. */
static bool keep(ClueWork *work, size_t first, Clue clue) {
    for (size_t i = first; i < work->clues.count; i++) {
        Clue *other = &work->clues.items[i];
        if (other->from != clue.from || other->to != clue.to)
            continue;
        if (clue.trust > other->trust)
            *other = clue;
        return true;
    }
    return list_push(work->arena, &work->clues, clue);
}

bool clues_from_events(ClueWork *work) {
    Folded folded;
    size_t count, first = work->clues.count;
    const DatedEntry *events = dated_events(work->tables, &count);
    Clue clue;
    if (!fold_all(work, &folded))
        return false;
    for (size_t i = 0; i < count; i++)
        if (event_clue(work, &folded, &events[i], &clue) && !keep(work, first, clue))
            return false;
    return true;
}
