/* mention/times_clock: hours and parts of a day: "10:30 a.m. GMT", "22.40 hours", "ten past two", "the night of July
 * 11", "at dawn on Friday". Behind them may stand the day that they belong to. */
#include "mention/times_parse.h"

static long leading_number(View text, size_t *at) {
    long number = 0;
    size_t start = *at;
    while (*at < text.length && text.data[*at] >= '0' && text.data[*at] <= '9' && *at - start < 4)
        number = number * 10 + (text.data[(*at)++] - '0');
    return *at > start ? number : -1;
}

/* "10:30", "22.40": hour and minute in one piece. */
static bool hour_and_minute(View text, char mark, TimeSense *sense) {
    size_t at = 0;
    long hour = leading_number(text, &at);
    if (hour < 0 || hour > 24 || at > 2 || at >= text.length || text.data[at++] != mark)
        return false;
    size_t from = at;
    long minute = leading_number(text, &at);
    if (minute < 0 || minute > 59 || at - from != 2 || (at < text.length && text.data[at] != ':'))
        return false;
    sense->hour = (int8_t)hour;
    sense->minute = (int8_t)minute;
    return true;
}

/* Which half of the day an hour is in that stands with a part of it: "nine in the evening", "9:30 Thursday night". */
static void into_part(TimeSense *sense, TimePart part) {
    bool late =
        part == PART_AFTERNOON || part == PART_EVENING || (part == PART_NIGHT && sense->hour > 4 && sense->hour < 12);
    if (late && sense->hour < 12)
        sense->hour = (int8_t)(sense->hour + 12);
    if (part == PART_MORNING && sense->hour == 12)
        sense->hour = 0;
}

/* The day behind an hour or a part of a day: "on Friday", "of March 3", ", Friday", "yesterday", "last night". */
static void day_behind(TimeParse *parse, TimeFound *found) {
    TimeFound day;
    size_t next = found->end;
    while (times_among(parse, next, ", on of"))
        next++;
    if (next > found->end + 2)
        return;
    bool comma = times_is(parse, found->end, ",");
    if (!times_date(parse, next, &day) && !times_numeric(parse, next, &day) && !times_day(parse, next, &day) &&
        !times_festival(parse, next, &day) && (comma || !times_which(parse, next, &day)))
        return;
    bool whole_day = day.sense.form != TIME_WINDOW && (day.sense.form == TIME_FESTIVAL || day.sense.unit == UNIT_DAY ||
                                                       day.sense.day || day.sense.weekday);
    bool fits = day.sense.part == PART_NONE || found->sense.hour >= 0 || found->sense.part == PART_MIDNIGHT;
    if (!whole_day || !fits)
        return;
    into_part(&found->sense, day.sense.part);
    day.sense.part = PART_NONE;
    found->sense.of = times_keep(parse, day.sense);
    found->end = day.end;
}

/* "in the evening" behind an hour: which half of the day it is in; its end, or at itself. */
static size_t half_behind(const TimeParse *parse, size_t at, TimeSense *sense) {
    size_t end;
    bool in = times_is(parse, at, "in") && times_is(parse, at + 1, "the");
    if (!in && !times_is(parse, at, "at"))
        return at;
    const TimeWord *part = times_take(parse, at + 1 + in, CLASS_PART, &end);
    if (!part || part->every || sense->hour > 12 || (!in && part->part != PART_NIGHT))
        return at;
    into_part(sense, part->part);
    return end;
}

/* "at 10 tonight", "around nine last night", "by 11 Thursday morning": an hour that only the day behind it tells. */
static bool hour_of_part(TimeParse *parse, size_t at, size_t end, const TimeSense *sense, TimeFound *found) {
    TimeFound day;
    bool told = sense->hour > 0 && sense->hour <= 12 && times_among(parse, at - 1, "at around about by until") &&
                !times_piece(parse, end)->hyphen &&
                (times_day(parse, end, &day) || times_which(parse, end, &day) || times_date(parse, end, &day)) &&
                day.sense.part != PART_NONE;
    if (!told)
        return false;
    times_found(found, end, TIMEX_TIME, *sense, "hour");
    day_behind(parse, found);
    return found->end > end && !parse->failed;
}

static void to_24_hours(TimeSense *sense, TimeClock clock) {
    if (clock == CLOCK_PM && sense->hour < 12)
        sense->hour = (int8_t)(sense->hour + 12);
    if (clock == CLOCK_AM && sense->hour == 12)
        sense->hour = 0;
}

/* "ten past two", "half past three", "around eleven" behind "at": hours in words. */
static size_t spoken(const TimeParse *parse, size_t at, TimeSense *sense) {
    size_t end, second;
    const TimeWord *first = times_take(parse, at, CLASS_NUMBER, &end);
    bool half = times_is(parse, at, "half"), quarter = times_is(parse, at, "quarter");
    if (half || quarter)
        end = at + 1;
    else if (!first || first->value != (int)first->value || first->value > 59)
        return at;
    bool past = times_is(parse, end, "past"), to = times_is(parse, end, "to");
    const TimeWord *hour = past || to ? times_take(parse, end + 1, CLASS_NUMBER, &second) : NULL;
    if (!hour || hour->value < 1 || hour->value > 12)
        return at;
    int minutes = half ? 30 : quarter ? 15 : (int)first->value;
    sense->hour = (int8_t)(to ? (int)hour->value - 1 : (int)hour->value);
    sense->minute = (int8_t)(to ? 60 - minutes : minutes);
    return second;
}

bool times_clock(TimeParse *parse, size_t at, TimeFound *found) {
    const TimePiece *piece = times_piece(parse, at);
    TimeSense sense = times_sense(TIME_CALENDAR);
    size_t end = at + 1, after;
    bool certain = hour_and_minute(piece->text, ':', &sense);
    const TimeWord *word = NULL, *clock;
    if (!certain && piece->digits && piece->length <= 2 && piece->length > 0 && piece->number <= 24) {
        sense.hour = (int8_t)piece->number;
    } else if (!certain && piece->digits && piece->length == 4 && piece->number <= 2400 && piece->number % 100 < 60) {
        sense.hour = (int8_t)(piece->number / 100);
        sense.minute = (int8_t)(piece->number % 100);
    } else if (!certain && !hour_and_minute(piece->text, '.', &sense)) {
        size_t behind = times_among(parse, at - 1, "at around about") ? spoken(parse, at, &sense) : at;
        if (behind > at) {
            behind = half_behind(parse, behind, &sense);
            times_found(found, behind, TIMEX_TIME, sense, "hour in words");
            day_behind(parse, found);
            return !parse->failed;
        }
        word = times_take(parse, at, CLASS_NUMBER, &end);
        if (!word || word->value < 1 || word->value > 12 || word->value != (int)word->value)
            return false;
        sense.hour = (int8_t)word->value;
    }
    clock = times_take(parse, end, CLASS_CLOCK, &after);
    if (clock && clock->value == CLOCK_HOURS && sense.minute < 0)
        clock = NULL; /* "ten hours" is a length */
    if (clock) {
        to_24_hours(&sense, (TimeClock)clock->value);
        end = after;
    }
    after = sense.hour > 0 && times_among(parse, at - 1, "at around about") ? half_behind(parse, end, &sense) : end;
    bool half = !clock && after > end;
    end = half ? after : end;
    bool military = piece->digits && piece->length == 4 && times_among(parse, at - 1, "at around about by until from");
    const TimeWord *zone = clock || certain || military ? times_take(parse, end, CLASS_ZONE, &after) : NULL;
    if (zone)
        end = after;
    if (!clock && !half && !certain && hour_of_part(parse, at, end, &sense, found))
        return true;
    if (!clock && !half && !(military && zone) &&
        !(certain && (zone || times_among(parse, at - 1, "at around about by until since from before after ,") ||
                      piece->text.length == 5)))
        return false;
    times_found(found, end, TIMEX_TIME, sense, "hour");
    day_behind(parse, found);
    return !parse->failed;
}

bool times_part(TimeParse *parse, size_t at, TimeFound *found) {
    bool the = times_is(parse, at, "the");
    size_t from = at + the, end;
    const TimeWord *part = times_take(parse, from, CLASS_PART, &end); /* "the early hours" is one */
    if (!part && times_among(parse, from, "early late"))
        part = times_take(parse, ++from, CLASS_PART, &end);
    bool day = times_take(parse, end, CLASS_WEEKDAY, &(size_t){0}) || times_take(parse, end, CLASS_DAY, &(size_t){0}) ||
               times_take(parse, end, CLASS_TONIGHT, &(size_t){0});
    if (!part || part->every || (times_tagged(parse, end, "N") && !day)) /* "noon Thursday", not "night vision" */
        return false;
    TimeSense sense = times_sense(TIME_CALENDAR);
    sense.part = part->part;
    times_found(found, end, TIMEX_TIME, sense, "part of a day");
    day_behind(parse, found);
    bool introduced =
        times_among(parse, at - 1, "in at by before after until till since around about from during towards");
    bool alone = found->end == end && !times_among(parse, end, "before after of");
    return !parse->failed && (found->end > end || (alone && introduced && (the || from == at)));
}
