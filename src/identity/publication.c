/* identity/publication: given by metadata; else a dateline with its year; else inferred from all that dates the report
 * (publication_clues.h) by how likely each makes every day (publication_curve.h). A report that says nothing gets none.
 */
#include "identity/publication.h"
#include "identity/publication_clues.h"
#include "identity/times_days.h"

#define PAPER_AGE 7 /* days after which minutes and bulletins appear, at most */

#define CLOSELY 0.35 /* the part of the likelihood near the best day from which on times are counted from it */
#define SPEAKS  1.5  /* how much likelier than the average day a clue makes the day that it speaks for */

/* The days of a full date, in whatever calendar; unknown when a part is missing. */
static DaySpan full_date(const TimeSense *sense) {
    const TimeContext nowhere = {.published = DAY_UNKNOWN, .paper = SPAN_UNKNOWN, .story = SPAN_UNKNOWN};
    bool full = sense->form == TIME_CALENDAR && sense->year && sense->month && sense->day;
    return full ? time_days(sense, &nowhere) : SPAN_UNKNOWN;
}

/* A full date in the head of the report; the later end of a period. */
static const TimeMention *head_date(const Mentions *mentions) {
    const TimeMention *found = NULL;
    for (size_t i = 0; i < mentions->time_count; i++) {
        const TimeMention *mention = &mentions->times[i];
        if (mention->at_head == HEAD_NONE || !span_known(full_date(&mention->sense)))
            continue;
        bool ends =
            found && mention->bound == BOUND_RANGE && mention->until >= 0 && &mentions->times[mention->until] == found;
        if (!found || ends)
            found = mention;
    }
    return found;
}

/* A dateline is of the day of publication; minutes and bulletins appear after what they are of. */
static void by_head(const TimeMention *line, Published *published) {
    Day day = full_date(&line->sense).to;
    bool paper = line->at_head == HEAD_PAPER;
    published->from = paper ? PUBLISHED_INFERRED : PUBLISHED_DATELINE;
    published->date = published->anchor = day + paper;
    published->earliest = day;
    published->latest = day + (paper ? PAPER_AGE : 0);
}

/* The words that speak for the day that was found. */
static bool give_reasons(ClueWork *work, Curve *curve, Published *published) {
    LIST(WordRange) because = {0};
    for (size_t i = 0; i < work->clues.count; i++) {
        const Clue *clue = &work->clues.items[i];
        bool speaks = clue->words.end > clue->words.first && curve_support(curve, clue, published->date) > SPEAKS;
        if (speaks && !list_push(work->arena, &because, clue->words))
            return false;
    }
    published->because = because.items;
    published->because_count = because.count;
    return true;
}

static Code infer(ClueWork *work, Published *published, Error *error) {
    Curve curve;
    bool found = clues_from_times(work) && clues_from_events(work) && clues_from_eras(work) && clues_from_leaders(work);
    if (!found || !curve_init(work->arena, &curve))
        return error_memory(error);
    for (size_t i = 0; i < work->clues.count; i++)
        curve_add(&curve, &work->clues.items[i]);
    CurveEnd end = curve_end(&curve);
    if (end.best == DAY_UNKNOWN)
        return OK;
    published->from = PUBLISHED_INFERRED;
    published->date = end.best;
    if (end.near >= CLOSELY)
        published->anchor = end.best;
    published->earliest = end.earliest;
    published->latest = end.latest;
    return give_reasons(work, &curve, published) ? OK : error_memory(error);
}

/* The text tells of what is past on a later day than it is said to be published: noted, never mended. */
static Code note_contradiction(ClueWork *work, const char *how, Published *published, Error *error) {
    if (!clues_from_times(work))
        return error_memory(error);
    for (size_t i = 0; i < work->clues.count; i++) {
        const Clue *clue = &work->clues.items[i];
        if (clue->repeat != REPEAT_NEVER || clue->direction > 0 || clue->from <= published->latest)
            continue;
        View said = day_format(work->arena, published->date), told = day_format(work->arena, clue->from);
        if (!said.data || !told.data)
            return error_memory(error);
        published->note = arena_format(work->arena, "%s %.*s, the text speaks of %.*s", how, (int)said.length,
                                       said.data, (int)told.length, told.data);
        return published->note.data ? OK : error_memory(error);
    }
    return OK;
}

Code publication_find(Arena *arena, const Tables *tables, const Report *report, Day given, const Text *text,
                      const Reading *reading, const Mentions *mentions, Cast *cast, Error *error) {
    (void)report;
    Published *published = &cast->published;
    ClueWork work = {.arena = arena, .tables = tables, .text = text, .reading = reading, .mentions = mentions};
    work.cast = cast;
    *published = (Published){PUBLISHED_UNKNOWN, DAY_UNKNOWN, DAY_UNKNOWN, DAY_UNKNOWN, DAY_UNKNOWN, NULL, 0, {0}};
    if (given != DAY_UNKNOWN) {
        *published = (Published){PUBLISHED_GIVEN, given, given, given, given, NULL, 0, {0}};
        return note_contradiction(&work, "given", published, error);
    }
    const TimeMention *line = head_date(mentions);
    if (line) {
        WordRange *because = arena_take(arena, sizeof *because);
        if (!because)
            return error_memory(error);
        *because = line->words;
        by_head(line, published);
        published->because = because;
        published->because_count = 1;
        return note_contradiction(&work, "dateline", published, error);
    }
    return infer(&work, published, error);
}
