/* mention/times_parse: what the rules share: looking at pieces, keeping senses, and the choice among the rules that
 * name a stretch of the calendar. */
#include "mention/times_parse.h"

static const TimePiece outside = {.text = {"", 0}};

const TimePiece *times_piece(const TimeParse *parse, size_t at) {
    return at < parse->pieces.count ? &parse->pieces.items[at] : &outside;
}

bool times_is(const TimeParse *parse, size_t at, const char *word) {
    return view_equal(times_piece(parse, at)->text, view(word));
}

bool times_among(const TimeParse *parse, size_t at, const char *words) {
    View rest = view(words), word;
    while (view_split(&rest, ' ', &word))
        if (view_equal(times_piece(parse, at)->text, word))
            return true;
    return false;
}

const TimeWord *times_take(const TimeParse *parse, size_t at, TimeClass class, size_t *end) {
    return times_word(parse->table, &parse->pieces, at, class, end);
}

bool times_tagged(const TimeParse *parse, size_t at, const char *tag) {
    return at < parse->pieces.count && view_starts(parse->reading->words[parse->pieces.items[at].word].xpos, view(tag));
}

bool times_is_year(const TimeParse *parse, size_t at) {
    const TimePiece *piece = times_piece(parse, at);
    return piece->digits && piece->length == 4 && piece->number >= 1000 && piece->number <= 2199;
}

TimeSense times_sense(TimeForm form) {
    return (TimeSense){.form = form, .hour = -1, .minute = -1, .which = WHICH_UNSAID, .anchor_word = NO_WORD};
}

TimeSense *times_keep(TimeParse *parse, TimeSense sense) {
    TimeSense *kept = arena_take(parse->arena, sizeof *kept);
    if (kept)
        *kept = sense;
    else
        parse->failed = true;
    return kept;
}

bool times_found(TimeFound *found, size_t end, TimexKind kind, TimeSense sense, const char *because) {
    *found = (TimeFound){end, kind, sense, because};
    return true;
}

bool times_period(TimeParse *parse, size_t at, TimeFound *found) {
    static TimeRule *const rules[] = {times_numeric, times_date,     times_month,  times_which,
                                      times_day,     times_festival, times_season, times_quarter,
                                      times_nth,     times_decade,   times_year};
    TimeFound best = {0}, next;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i](parse, at, &next) && next.end > best.end)
            best = next;
    if (best.end == 0)
        return false;
    *found = best;
    return true;
}
