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

bool times_seen(const TimeParse *parse, size_t at, size_t end) {
    uint32_t first = times_piece(parse, at)->word, last = times_piece(parse, end - 1)->word;
    for (size_t i = 0; i < parse->reading->time_count; i++) {
        const TimeReading *time = &parse->reading->times[i];
        if (time->score >= NETWORK_SCORE && time->words.first <= last && first < time->words.end)
            return true;
    }
    return false;
}

bool times_is_year(const TimeParse *parse, size_t at) {
    const TimePiece *piece = times_piece(parse, at);
    return piece->digits && piece->length == 4 && piece->number >= 1000 && piece->number <= 2199;
}

/* "the year two thousand", "the year two thousand three". */
static size_t thousands(const TimeParse *parse, size_t at, int16_t *year) {
    size_t end;
    if (!times_is(parse, at - 1, "year") || !times_is(parse, at, "two") || !times_is(parse, at + 1, "thousand"))
        return at;
    const TimeWord *rest = times_take(parse, at + 2, CLASS_NUMBER, &end);
    bool counts = rest && rest->value >= 1 && rest->value < 100;
    *year = (int16_t)(2000 + (counts ? (int)rest->value : 0));
    return counts ? end : at + 2;
}

/* "nineteen ninety-six", "eighteen twelve": a century in words and the years in it. */
static size_t spelled_year(const TimeParse *parse, size_t at, int16_t *year) {
    size_t end = thousands(parse, at, year), next;
    if (end > at)
        return end;
    const TimeWord *century = times_take(parse, at, CLASS_NUMBER, &end), *more;
    const TimeWord *rest =
        century && century->value >= 15 && century->value <= 20 ? times_take(parse, end, CLASS_NUMBER, &next) : NULL;
    if (!rest || rest->value < 10 || rest->value > 90)
        return at;
    end = next;
    double number = rest->value;
    if (number >= 20 && (more = times_take(parse, end, CLASS_NUMBER, &next)) != NULL && more->value < 10 &&
        more->value >= 1) {
        number += more->value;
        end = next;
    }
    *year = (int16_t)(century->value * 100 + number);
    return times_piece(parse, end)->hyphen || times_take(parse, end, CLASS_UNIT, &next) ||
                   times_tagged(parse, end, "NNS")
               ? at
               : end;
}

/* "In '98", "the summer of '98". */
static size_t short_year(const TimeParse *parse, size_t at, int16_t *year) {
    const TimePiece *number = times_piece(parse, at + 1);
    bool marked = times_is(parse, at, "'") && number->digits && number->glued && number->length == 2 &&
                  times_among(parse, at - 1, "in of since until till from by after before during early late mid") &&
                  !times_is(parse, at + 2, "s") && !times_is(parse, at + 2, "'") && !times_piece(parse, at + 2)->hyphen;
    if (!marked)
        return at;
    *year = (int16_t)(number->number + (number->number < 30 ? 2000 : 1900));
    return at + 2;
}

size_t times_year_at(const TimeParse *parse, size_t at, int16_t *year) {
    const TimePiece *piece = times_piece(parse, at);
    size_t brief = short_year(parse, at, year);
    if (brief > at)
        return brief;
    bool before = piece->digits && piece->length && piece->length <= 4 && times_among(parse, at + 1, "bc bce");
    if (!before && !times_is_year(parse, at))
        return spelled_year(parse, at, year);
    *year = (int16_t)(before ? -piece->number : piece->number);
    return at + 1 + before;
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
