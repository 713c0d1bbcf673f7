/* identity/publication_times: what the report's own times say about its day of publication.
 *
 * "On Tuesday" is most often of yesterday or the days before, "on December 5" of the last weeks, "in 2016" of some year
 * before. How often, the lags below say: counted over our own annotated reports and Wikinews. A date in a passage of
 * another year, and a day that the narrative counts from, say nothing.
 */
#include "identity/publication_clues.h"
#include "identity/times.h"

#define END      INT32_MAX
#define SURE     0.97 /* trust in a date with its year */
#define TENSE    0.8  /* trust in the direction of a date that lacks its year */
#define ELSEWHEN 0.3  /* the same where a year stands near that it may belong to */

static const LagPoint dateline[] = {{0, 1}, {1, .12f}, {2, .04f}, {3, .01f}, {365, .001f}, {END, 0}};
static const LagPoint minutes[] = {{0, .4f}, {1, 1}, {2, .5f}, {3, .4f}, {7, .2f}, {10, .02f}, {365, .001f}, {END, 0}};
static const LagPoint weekday_past[] = {{0, .55f}, {1, 1},    {2, .8f},  {3, .5f},
                                        {4, .4f},  {5, .26f}, {6, .17f}, {END, 0}};
/* Agency copy with the day in its dateline: counted over the weekdays of TimeBank and AQUAINT. */
static const LagPoint weekday_wire[] = {{0, 1},    {1, .46f}, {2, .22f}, {3, .25f},
                                        {4, .08f}, {5, .03f}, {6, .02f}, {END, 0}};
static const LagPoint weekday_ahead[] = {{0, .15f}, {1, 1},   {2, .95f}, {3, .65f},
                                         {4, .6f},  {5, .5f}, {6, .2f},  {END, 0}};
static const LagPoint same_day[] = {{0, 1}, {1, .02f}, {6, .02f}, {END, 0}};
static const LagPoint day_before[] = {{0, .02f}, {1, 1}, {2, .02f}, {6, .02f}, {END, 0}};
static const LagPoint date_past[] = {{0, .5f},   {1, .55f},  {3, .9f},    {6, 1},      {12, .8f},    {20, .5f},
                                     {31, .25f}, {60, .12f}, {100, .06f}, {200, .03f}, {365, .015f}, {END, 0}};
static const LagPoint date_ahead[] = {{0, .3f},  {1, .8f},   {3, 1},      {8, .8f}, {20, .4f},
                                      {60, .2f}, {100, .1f}, {365, .03f}, {END, 0}};
static const LagPoint month_past[] = {{0, .2f},    {1, .85f},   {31, .9f},   {62, .8f},  {93, .6f},
                                      {124, .45f}, {155, .25f}, {186, .18f}, {365, .1f}, {END, 0}};
static const LagPoint month_ahead[] = {{0, .15f},  {1, 1},     {31, .9f},  {62, .6f},
                                       {93, .35f}, {150, .2f}, {365, .1f}, {END, 0}};
static const LagPoint season_past[] = {{0, .4f}, {1, 1}, {90, .9f}, {180, .6f}, {270, .4f}, {365, .3f}, {END, 0}};
static const LagPoint full_past[] = {{0, .5f},    {1, 1},       {3, .9f},     {10, .6f},     {31, .3f}, {100, .15f},
                                     {365, .08f}, {1100, .05f}, {4000, .02f}, {10000, .01f}, {END, 0}};
static const LagPoint month_year_past[] = {{0, .15f},   {1, .5f},     {31, .7f},     {365, .5f}, {730, .35f},
                                           {1100, .2f}, {3650, .07f}, {10000, .03f}, {END, 0}};
static const LagPoint year_past[] = {{0, .55f},   {1, .4f},     {365, .45f},  {366, .6f},   {730, .55f},   {1460, .35f},
                                     {2190, .3f}, {2555, .15f}, {3650, .09f}, {7300, .04f}, {15000, .02f}, {END, 0}};
static const LagPoint year_ahead[] = {{0, .6f}, {1, 1}, {365, .6f}, {730, .3f}, {1500, .12f}, {3650, .05f}, {END, 0}};

static bool is_gregorian(const TimeSense *sense) {
    return sense->form == TIME_CALENDAR && sense->calendar == CALENDAR_GREGORIAN && sense->unit < UNIT_DECADE;
}

/* The sense that has the date, of "the morning of March 3", "the first week of January". */
static const TimeSense *dated_part(const TimeSense *sense) {
    while (sense->of && !(is_gregorian(sense) && (sense->month || sense->year)))
        sense = sense->of;
    return sense;
}

const TimeSense *clue_yearless(const TimeMention *mention) {
    const TimeSense *sense = dated_part(&mention->sense);
    bool says = is_gregorian(sense) && !sense->year && !sense->of && sense->month;
    return says && mention->kind != TIMEX_SET ? sense : NULL;
}

static bool named_year(const TimeMention *mention) {
    const TimeSense *sense = dated_part(&mention->sense);
    return is_gregorian(sense) && sense->year > 0;
}

/* A year stands in the same sentence or the one before it in the paragraph: the date may be of that year. */
static bool in_other_year(const ClueWork *work, size_t index) {
    const Sentence *sentences = work->text->sentences;
    uint32_t sentence = work->text->words[work->mentions->times[index].words.first].sentence;
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        uint32_t other = work->text->words[mention->words.first].sentence;
        bool near = other == sentence ||
                    (other + 1 == sentence && i < index && sentences[other].paragraph == sentences[sentence].paragraph);
        if (near && mention->at_head == HEAD_NONE && named_year(mention))
            return true;
    }
    return false;
}

static bool add(ClueWork *work, Clue clue) {
    return list_push(work->arena, &work->clues, clue);
}

/* "today, Monday", "yesterday (Tuesday)": what the day beside it is said to be from the day of publication. */
static const LagPoint *beside_today(const ClueWork *work, size_t index) {
    const TimeMention *mention = &work->mentions->times[index];
    for (size_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i < work->mentions->time_count; i++) {
        const TimeMention *other = &work->mentions->times[i];
        const TimeSense *sense = &other->sense;
        uint32_t gap = i < index ? mention->words.first - other->words.end : other->words.first - mention->words.end;
        bool day = sense->form == TIME_SHIFT && sense->unit == UNIT_DAY && sense->anchor == ANCHOR_PUBLICATION;
        if (i == index || gap > 1 || !day)
            continue;
        if (sense->amount == 0)
            return same_day;
        if (sense->amount == -1)
            return day_before;
    }
    return NULL;
}

static bool has_weekday(const ClueWork *work, const Clue *clue) {
    for (size_t i = 0; i < work->clues.count; i++) {
        const Clue *other = &work->clues.items[i];
        if (other->repeat == REPEAT_WEEKLY && other->weekday == clue->weekday && other->lags == clue->lags)
            return true;
    }
    return false;
}

static bool has_dateline(const ClueWork *work) {
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeSense *sense = clue_yearless(&work->mentions->times[i]);
        if (sense && sense->day && work->mentions->times[i].at_head == HEAD_DATELINE)
            return true;
    }
    return false;
}

static bool add_weekday(ClueWork *work, size_t index, int direction) {
    const TimeMention *mention = &work->mentions->times[index];
    const TimeSense *sense = &mention->sense;
    const LagPoint *beside = beside_today(work, index);
    Clue clue = {.repeat = REPEAT_WEEKLY, .weekday = sense->weekday, .trust = 0.95, .weight = 1};
    clue.direction = beside ? -1 : direction;
    clue.lags = beside ? beside : direction > 0 ? weekday_ahead : has_dateline(work) ? weekday_wire : weekday_past;
    clue.words = mention->words;
    clue.because = "a weekday";
    if (mention->at_head == HEAD_DATELINE) {
        clue.direction = -1;
        clue.lags = dateline;
        clue.trust = SURE;
        clue.because = "the head's weekday";
    } else if (!beside && (sense->anchor == ANCHOR_STORY || in_other_year(work, index)))
        return true;
    return has_weekday(work, &clue) || add(work, clue);
}

static bool add_yearless(ClueWork *work, size_t index, const TimeSense *sense, int direction) {
    const TimeMention *mention = &work->mentions->times[index];
    Clue clue = {.repeat = REPEAT_YEARLY, .month = sense->month, .day = sense->day, .weekday = sense->weekday};
    clue.direction = direction;
    clue.trust = in_other_year(work, index) ? ELSEWHEN : TENSE;
    clue.weight = 1;
    clue.words = mention->words;
    clue.because = sense->day ? "a date without a year" : "a month";
    const LagPoint *beside = sense->day ? beside_today(work, index) : NULL;
    if (sense->day)
        clue.lags = direction < 0 ? date_past : date_ahead;
    else
        clue.lags = direction < 0 ? month_past : month_ahead;
    if (beside) {
        clue.direction = -1;
        clue.lags = beside;
    }
    if (mention->at_head != HEAD_NONE && sense->day) {
        clue.direction = -1;
        clue.lags = mention->at_head == HEAD_PAPER ? minutes : dateline;
        clue.trust = SURE;
        clue.because = "the head's date";
    }
    return add(work, clue);
}

static DaySpan year_span(const TimeSense *sense) {
    Day day = sense->month && sense->day ? day_from(sense->year, sense->month, sense->day) : DAY_UNKNOWN;
    if (day != DAY_UNKNOWN)
        return (DaySpan){day, day, UNIT_DAY};
    return sense->month ? span_of_month(sense->year, sense->month) : span_of_year(sense->year);
}

/* The latest past date with a year, and the next one that is to come. */
static bool add_years(ClueWork *work) {
    Clue past = {.direction = -1, .from = DAY_UNKNOWN, .trust = 0.95, .weight = 1, .because = "the latest year past"};
    Clue ahead = {.direction = 1, .from = DAY_UNKNOWN, .trust = 0.6, .weight = 1, .because = "a year to come"};
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        const TimeSense *sense = dated_part(&mention->sense);
        if (!named_year(mention) || mention->at_head != HEAD_NONE)
            continue;
        DaySpan span = year_span(sense);
        bool is_past = times_direction(work->text, work->reading, mention) < 0;
        Clue *clue = is_past ? &past : &ahead;
        bool better = clue->from == DAY_UNKNOWN || (is_past ? span.to > clue->to : span.from < clue->from);
        if (!span_known(span) || !better)
            continue;
        clue->from = span.from;
        clue->to = span.to;
        clue->words = mention->words;
        clue->lags = !is_past                     ? year_ahead
                     : sense->month && sense->day ? full_past
                     : sense->month               ? month_year_past
                                                  : year_past;
    }
    return (past.from == DAY_UNKNOWN || add(work, past)) && (ahead.from == DAY_UNKNOWN || add(work, ahead));
}

static bool add_other(ClueWork *work, size_t index, int direction) {
    const TimeMention *mention = &work->mentions->times[index];
    const TimeSense *sense = &mention->sense;
    Clue clue = {.direction = direction, .trust = 0.7, .weight = 0.7, .words = mention->words};
    if (sense->form == TIME_FESTIVAL && !sense->of && !sense->year && !sense->festival.year) {
        clue.repeat = REPEAT_FESTIVAL;
        clue.festival = &sense->festival;
        clue.lags = direction < 0 ? date_past : date_ahead;
        clue.because = "a feast";
    } else if (is_gregorian(sense) && !sense->of && !sense->year && sense->season && direction < 0) {
        clue.repeat = REPEAT_YEARLY;
        clue.season = sense->season;
        clue.lags = season_past;
        clue.because = "a season";
    } else if (is_gregorian(sense) && !sense->of && sense->day && sense->anchor != ANCHOR_STORY) {
        clue.repeat = REPEAT_MONTHLY;
        clue.day = sense->day;
        clue.weekday = sense->weekday;
        clue.lags = direction < 0 ? date_past : date_ahead;
        clue.because = "a day of the month";
    } else
        return true;
    return in_other_year(work, index) || add(work, clue);
}

bool clues_from_times(ClueWork *work) {
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        const TimeSense *sense = &mention->sense, *yearless = clue_yearless(mention);
        int direction = times_direction(work->text, work->reading, mention);
        if (sense->which == -1 || sense->which == 1)
            direction = sense->which;
        else if (mention->bound == BOUND_UNTIL)
            direction = 1;
        bool weekday = is_gregorian(sense) && sense->weekday && !sense->month && !sense->day && !sense->year;
        bool fine = true;
        if (mention->kind == TIMEX_SET || named_year(mention))
            continue;
        if (yearless)
            fine = add_yearless(work, i, yearless, direction);
        else if (weekday && !sense->of)
            fine = add_weekday(work, i, direction);
        else
            fine = add_other(work, i, direction);
        if (!fine)
            return false;
    }
    return add_years(work);
}
