/* identity/times: Mentions.times -> Cast.times.
 *
 * In: what each time expression says (TimeSense), the publication day, the tree for the tense. Out: its TIMEX3 value
 * and the days it covers. The idea: mentions are read in the order of the text; each moves the narrative's own day on,
 * from which "the next day" and "two days later" are counted; the direction of what is incomplete ("on Friday", "in
 * March") is that of the governing verb. Left out: days that only follow from other events (claim/ asks time_anchor).
 */
#include "identity/times.h"
#include "identity/times_tense.h"
#include "identity/times_value.h"
#include <stdlib.h>

typedef struct TimeWork {
    Arena *arena;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions;
    Cast *cast;
    TimeContext context;
    uint32_t year_sentence;    /* sentence that named story_year last */
    uint32_t quarter_sentence; /* and context.quarter */
} TimeWork;

#define HEAD_AGE      10 /* days from the end of what a report is of to its publication, at most */
#define SAME_ISSUE    3  /* up to which it speaks of today as its own day */
#define QUARTER_REACH 8  /* sentences after the last word of it in which a quarter is still spoken of */
#define WEEK_OFF      6  /* days by which a quarter may end before its month does */
#define YEARS_AROUND  2  /* within which a narrative goes on */

#define NARRATIVE_YEARS 6 /* old years that a narrative names, at least */
#define NARRATIVE_SHARE 3 /* to each time that is counted from the day of publication */

/* --- the narrative's day --- */

static int named_year(const TimeSense *sense) {
    for (; sense; sense = sense->of)
        if (sense->year > 0 && sense->calendar == CALENDAR_GREGORIAN && sense->unit < UNIT_DECADE)
            return sense->year;
    return 0;
}

static void forget_year(TimeWork *work, const TimeMention *mention) {
    uint32_t sentence = work->text->words[mention->words.first].sentence;
    const Sentence *sentences = work->text->sentences;
    bool near =
        work->context.story_year && (sentences[sentence].paragraph == sentences[work->year_sentence].paragraph ||
                                     sentence <= work->year_sentence + 1);
    if (!near && !work->context.narrative)
        work->context.story_year = 0;
}

/* "The first nine months": what is compared with it is no quarter. */
static bool is_longer(const TimeSense *sense) {
    bool length = sense->form == TIME_LENGTH || sense->form == TIME_NTH || sense->ends;
    bool months = sense->unit == UNIT_MONTH && sense->amount > 3 && sense->amount <= 12;
    return (length && months) || (sense->ends && sense->unit == UNIT_YEAR) ||
           (sense->form == TIME_CALENDAR && sense->half);
}

/* The quarter that a passage reports, a few sentences long. */
static void keep_quarter(TimeWork *work, const TimeMention *mention, DaySpan days) {
    uint32_t sentence = work->text->words[mention->words.first].sentence;
    if (span_known(work->context.quarter) && sentence > work->quarter_sentence + QUARTER_REACH)
        work->context.quarter = SPAN_UNKNOWN;
    const TimeSense *sense = &mention->sense;
    if (is_longer(sense))
        work->context.quarter = SPAN_UNKNOWN;
    if (sense->ends && span_known(days))
        days.from += WEEK_OFF;
    bool names =
        span_known(days) && ((sense->form == TIME_CALENDAR && sense->quarter) ||
                             (sense->ends && sense->unit == UNIT_QUARTER && !span_known(work->context.quarter)) ||
                             (sense->compares && sense->unit == UNIT_QUARTER && sense->amount == 0));
    bool expected = work->context.direction > 0 && days.to >= work->context.published;
    names = names && !expected; /* "forecast a loss for the fourth quarter": results are of another */
    if (names)
        work->context.quarter = days;
    if (names || mention->sense.compares)
        work->quarter_sentence = sentence;
}

static bool from_publication(const TimeSense *sense) {
    bool shift = (sense->form == TIME_SHIFT || sense->form == TIME_WINDOW) && sense->anchor == ANCHOR_PUBLICATION &&
                 !sense->compares;
    bool weekday = sense->form == TIME_CALENDAR && sense->weekday && !sense->month && !sense->year && !sense->of;
    return shift || weekday;
}

/* Told beside the story: in a relative clause, or of a noun ("the ceasefire of 2001", "the 2001 ceasefire", "who died
 * in 2007"). */
static bool beside_story(const TimeWork *work, uint32_t word) {
    const Reading *reading = work->reading;
    for (int steps = 0; steps < 12; steps++) {
        View relation = reading_relation(reading, word);
        bool attribute = steps == 0 && (view_equal(relation, VIEW("nummod")) || view_equal(relation, VIEW("compound")));
        if (attribute || view_starts(relation, VIEW("acl")) || view_equal(relation, VIEW("nmod")) ||
            view_equal(relation, VIEW("appos")))
            return true;
        if (reading->words[word].head == word || reading->words[word].head == NO_WORD)
            break;
        word = reading->words[word].head;
    }
    return false;
}

/* In a narrative a year near the one that it is at is where it goes on, however it hangs on its sentence. */
static bool carries_on(const TimeWork *work, const TimeSense *sense) {
    int year = named_year(sense), at = work->context.story_year;
    return work->context.narrative && year && (at == 0 || abs(year - at) <= YEARS_AROUND);
}

static void move_story(TimeWork *work, const TimeMention *mention, DaySpan days) {
    uint32_t sentence = work->text->words[mention->words.first].sentence;
    bool compared = mention->sense.compares; /* "up from a year earlier" leaves the story where it is */
    bool background = mention->bound == BOUND_RANGE || mention->bound == BOUND_SINCE || mention->kind > TIMEX_TIME ||
                      (beside_story(work, mention->head) && !carries_on(work, &mention->sense));
    bool aside = compared || (work->context.narrative && from_publication(&mention->sense));
    int year = background ? 0 : named_year(&mention->sense);
    if (year) {
        work->context.story_year = year;
        work->year_sentence = sentence;
    } else if (work->context.story_year && from_publication(&mention->sense) && !work->context.narrative) {
        work->context.story_year = 0;
    } else if (work->context.story_year) {
        work->year_sentence = sentence;
    }
    bool past =
        work->context.direction < 0 && (work->context.published == DAY_UNKNOWN || days.from <= work->context.published);
    bool told =
        !aside && mention->bound != BOUND_UNTIL && mention->bound != BOUND_BEFORE && mention->kind <= TIMEX_TIME;
    if (span_known(days) && past && told)
        work->context.story = days;
    if (span_known(days) && work->context.story_year && !year &&
        !aside) { /* the passage has moved on into another year */
        int month, of_month;
        day_split(days.from, &work->context.story_year, &month, &of_month);
    }
}

/* --- times --- */

static Time resolve(TimeWork *work, const TimeMention *mention, bool *failed) {
    forget_year(work, mention);
    keep_quarter(work, mention, SPAN_UNKNOWN);
    TimeTense tense = times_tense(work->text, work->reading, mention);
    work->context.direction = tense.direction;
    work->context.tense = tense.grip;
    if (work->context.narrative && mention->sense.form != TIME_LENGTH && !from_publication(&mention->sense))
        work->context.direction = -1; /* "would" looks ahead within what is long past */
    if (mention->bound == BOUND_WITHIN && mention->sense.form == TIME_LENGTH && work->context.direction == 0)
        work->context.direction = 1;
    DaySpan days = time_days(&mention->sense, &work->context);
    Time time = {.words = mention->words, .kind = mention->kind, .because = mention->because};
    time.value = time_value(work->arena, &mention->sense, &work->context, failed);
    move_story(work, mention, days);
    keep_quarter(work, mention, days);
    DaySpan bounded = time_bounded(mention->bound, &mention->sense, days, &work->context);
    time.from = bounded.from;
    time.to = bounded.to;
    return time;
}

/* The ends of a range cover what lies between them. */
static void join_ranges(const Mentions *mentions, Time *times) {
    for (size_t i = 0; i < mentions->time_count; i++) {
        int32_t other = mentions->times[i].until;
        if (other <= (int32_t)i)
            continue;
        Time *a = &times[i], *b = &times[other];
        if (a->from == DAY_UNKNOWN || b->to == DAY_UNKNOWN || a->from > b->to)
            continue;
        a->to = b->to;
        b->from = a->from;
    }
}

/* The head's day or period, and what it means for the times below it: "today" is the day of the dateline. */
static void find_period(TimeWork *work) {
    Cast *cast = work->cast;
    DaySpan period = SPAN_UNKNOWN;
    Day published = cast->published.anchor;
    bool paper = false;
    work->context.direction = -1;
    work->context.tense = GRIP_FIRM;
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        uint32_t sentence = work->text->words[mention->words.first].sentence;
        bool line = work->text->sentences[sentence].kind == SENTENCE_DATELINE; /* says only when it was published */
        bool at_head = mention->at_head == HEAD_PAPER || (mention->at_head == HEAD_DATELINE && !line);
        DaySpan days = at_head ? time_days(&mention->sense, &work->context) : SPAN_UNKNOWN;
        bool begins = span_known(days) && mention->bound == BOUND_RANGE && mention->until > (int32_t)i;
        DaySpan last = begins ? time_days(&work->mentions->times[mention->until].sense, &work->context) : SPAN_UNKNOWN;
        if (span_known(last) && last.to > days.to)
            days.to = last.to;
        if (!span_known(days) || (published != DAY_UNKNOWN && (days.to > published || days.to < published - HEAD_AGE)))
            continue;
        bool ends = mention->bound == BOUND_RANGE && mention->until < (int32_t)i && span_known(period);
        if (ends && days.to > period.to)
            period.to = days.to;
        if (span_known(period))
            continue;
        period = days;
        paper = mention->at_head == HEAD_PAPER;
    }
    cast->period_from = period.from;
    cast->period_to = period.to;
    if (!span_known(period))
        return;
    if (paper)
        work->context.paper = work->context.story = period;
    if (published == DAY_UNKNOWN || published - period.to <= SAME_ISSUE)
        work->context.published = period.to;
}

/* Does the text tell of years long past, as a history or a life does? Its years are old ones, and hardly anything in it
 * is counted from the day of publication. (TIDES 2005, 4.2.3: what is incomplete is filled in from the text around.) */
static bool is_narrative(const TimeWork *work) {
    size_t old = 0, other = 0;
    int published, month, of_month;
    Day day = work->context.published;
    if (day == DAY_UNKNOWN)
        return false;
    day_split(day, &published, &month, &of_month);
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeSense *sense = &work->mentions->times[i].sense;
        int year = named_year(sense);
        if (year && year < published - 1)
            old++;
        else if (from_publication(sense))
            other++;
    }
    return old >= NARRATIVE_YEARS && old > NARRATIVE_SHARE * other;
}

Code times_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                   const Mentions *mentions, Cast *cast, Error *error) {
    (void)tables;
    TimeWork work = {.arena = arena, .text = text, .reading = reading, .mentions = mentions, .cast = cast};
    work.context = (TimeContext){.published = cast->published.anchor, .story = SPAN_UNKNOWN};
    work.context.paper = work.context.quarter = SPAN_UNKNOWN;
    find_period(&work);
    work.context.narrative = is_narrative(&work);
    size_t count = mentions->time_count;
    cast->times = arena_array(arena, count, sizeof *cast->times);
    cast->time_of = arena_array(arena, count, sizeof *cast->time_of);
    if (count && (!cast->times || !cast->time_of))
        return error_memory(error);
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        cast->times[i] = resolve(&work, &mentions->times[i], &failed);
        cast->time_of[i] = (int32_t)i;
    }
    if (failed)
        return error_memory(error);
    join_ranges(mentions, cast->times);
    cast->time_count = count;
    return OK;
}

/* --- spans anchored to events (identity.h) --- */

uint32_t time_anchor(const TimeMention *mention) {
    return mention->sense.form == TIME_SHIFT && mention->sense.anchor == ANCHOR_WORD ? mention->sense.anchor_word
                                                                                     : NO_WORD;
}

bool time_days_from_anchor(const TimeMention *mention, Day from, Day to, Day *first, Day *last) {
    if (time_anchor(mention) == NO_WORD || from == DAY_UNKNOWN || to == DAY_UNKNOWN)
        return false;
    DaySpan days = time_counted(&mention->sense, (DaySpan){from, to, to - from > 6 ? UNIT_MONTH : UNIT_DAY});
    *first = days.from;
    *last = days.to;
    return span_known(days);
}

bool time_days_from_story(const TimeMention *mention, Day from, Day to, Day *first, Day *last) {
    const TimeSense *sense = &mention->sense;
    if (sense->form != TIME_SHIFT || sense->anchor != ANCHOR_STORY || from == DAY_UNKNOWN || from != to)
        return false;
    bool that_day = sense->unit <= UNIT_DAY && (sense->same || sense->unit <= UNIT_HOUR);
    DaySpan base = {from, to, UNIT_DAY}, days = that_day ? base : time_counted(sense, base);
    *first = days.from;
    *last = days.to;
    return span_known(days);
}

bool time_anchor_from_days(const TimeMention *mention, Day from, Day to, Day *first, Day *last) {
    if (time_anchor(mention) == NO_WORD || from == DAY_UNKNOWN || to == DAY_UNKNOWN)
        return false;
    TimeSense back = mention->sense;
    back.amount = -back.amount;
    back.towards = (int8_t)-back.towards;
    DaySpan days = time_counted(&back, (DaySpan){from, to, to - from > 6 ? UNIT_MONTH : UNIT_DAY});
    *first = days.from;
    *last = days.to;
    return span_known(days);
}
