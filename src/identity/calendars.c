/* identity/calendars: stretches of the Gregorian calendar, Easter by the two computi, feasts of the Islamic calendar by
 * its tabular form, and Nowruz. Left out: sighted moons, leap seconds, calendars before 1583. */
#include "identity/calendars.h"
#include <math.h>

bool span_known(DaySpan span) {
    return span.from != DAY_UNKNOWN && span.to != DAY_UNKNOWN;
}

static int days_in_month(int year, int month) {
    Day next = month == 12 ? day_from(year + 1, 1, 1) : day_from(year, month + 1, 1);
    return (int)(next - day_from(year, month, 1));
}

/* Months counted from January of year 0, for stretches of several months. */
static DaySpan months_span(int first_month, int count, TimeUnit unit) {
    int end = first_month + count;
    Day from = day_from(first_month / 12, first_month % 12 + 1, 1);
    Day behind = day_from(end / 12, end % 12 + 1, 1);
    if (from == DAY_UNKNOWN || behind == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    return (DaySpan){from, behind - 1, unit};
}

DaySpan span_of_month(int year, int month) {
    return months_span(year * 12 + month - 1, 1, UNIT_MONTH);
}

DaySpan span_of_year(int year) {
    return months_span(year * 12, 12, UNIT_YEAR);
}

DaySpan span_of_season(int year, int season) {
    return months_span(year * 12 + season * 3 - 1, 3, UNIT_SEASON);
}

DaySpan span_around(Day day, TimeUnit unit) {
    int year, month, of_month;
    if (day == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    day_split(day, &year, &month, &of_month);
    int months = year * 12 + month - 1;
    Day monday = day - day_weekday(day);
    switch (unit) {
    case UNIT_WEEK: return (DaySpan){monday, monday + 6, UNIT_WEEK};
    case UNIT_WEEKEND: return (DaySpan){monday + 5, monday + 6, UNIT_WEEKEND};
    case UNIT_MONTH: return months_span(months, 1, unit);
    case UNIT_QUARTER: return months_span(months - months % 3, 3, unit);
    case UNIT_SEASON: return months_span(months - (months + 1) % 3, 3, unit);
    case UNIT_HALF: return months_span(months - months % 6, 6, unit);
    case UNIT_YEAR: return months_span(year * 12, 12, unit);
    case UNIT_DECADE: return months_span((year - year % 10) * 12, 120, unit);
    case UNIT_CENTURY: return months_span((year - year % 100) * 12, 1200, unit);
    default: return (DaySpan){day, day, UNIT_DAY};
    }
}

Day day_shift(Day day, TimeUnit unit, double amount) {
    static const int months_of[] = {[UNIT_MONTH] = 1, [UNIT_QUARTER] = 3,  [UNIT_SEASON] = 3,    [UNIT_HALF] = 6,
                                    [UNIT_YEAR] = 12, [UNIT_DECADE] = 120, [UNIT_CENTURY] = 1200};
    if (day == DAY_UNKNOWN || fabs(amount) > 40000)
        return DAY_UNKNOWN;
    if (unit <= UNIT_HOUR)
        return day;
    if (unit <= UNIT_WEEK)
        return day + (Day)lround(amount * (unit == UNIT_DAY ? 1 : 7));
    int year, month, of_month;
    day_split(day, &year, &month, &of_month);
    long months = year * 12L + month - 1 + lround(amount * months_of[unit]);
    if (months < 12 || months > 9998 * 12L)
        return DAY_UNKNOWN;
    int to_year = (int)(months / 12), to_month = (int)(months % 12) + 1, last = days_in_month(to_year, to_month);
    return day_from(to_year, to_month, of_month < last ? of_month : last);
}

/* --- feasts --- */

static Day easter(int year) { /* the Gregorian computus (Meeus, Jones, Butcher) */
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return day_from(year, month, day);
}

static Day orthodox_easter(int year) { /* the Julian computus, 13 days behind from 1900 to 2099 */
    int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
    int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
    return day_from(year, month, day) + 13;
}

Day hijri_day(int year, int month, int day) {
    if (year < 1 || year > 9000 || month < 1 || month > 12 || day < 1 || day > 30)
        return DAY_UNKNOWN;
    /* Days since 1 Muharram 1 (Julian day 1948439.5); months of 30 and 29 days, 11 leap days in 30 years. */
    long days = day - 1L + (59 * (month - 1) + 1) / 2 + 354L * (year - 1) + (3 + 11L * year) / 30;
    return (Day)(days + 1948440 - 2440588);
}

static Day nth_weekday(int year, int month, int weekday, int nth) {
    Day first = day_from(year, month, 1);
    int length = days_in_month(year, month);
    if (nth > 0)
        return first + (weekday - 1 - day_weekday(first) + 7) % 7 + 7 * (nth - 1);
    Day last = first + length - 1;
    return last - (day_weekday(last) - (weekday - 1) + 7) % 7;
}

/* The Hijri year whose day falls into the Gregorian year; `nth` 1 is the second time. */
static Day hijri_in_year(const Festival *festival, int year, int nth) {
    int hijri = (int)((year - 622) * 33L / 32);
    for (int candidate = hijri - 1; candidate <= hijri + 2; candidate++) {
        Day day = hijri_day(candidate, festival->month, festival->day);
        int found_year, month, of_month;
        if (day == DAY_UNKNOWN)
            continue;
        day_split(day, &found_year, &month, &of_month);
        if (found_year == year && nth-- == 0)
            return day;
    }
    return DAY_UNKNOWN;
}

DaySpan festival_span(const Festival *festival, int year, int nth) {
    Day day = DAY_UNKNOWN;
    if (festival->year && festival->year != year)
        return SPAN_UNKNOWN;
    if (nth > 0 && festival->rule != FESTIVAL_HIJRI)
        return SPAN_UNKNOWN;
    switch (festival->rule) {
    case FESTIVAL_FIXED: day = day_from(year, festival->month, festival->day); break;
    case FESTIVAL_WEEKDAY: day = nth_weekday(year, festival->month, festival->weekday, festival->nth); break;
    case FESTIVAL_EASTER: day = easter(year); break;
    case FESTIVAL_ORTHODOX: day = orthodox_easter(year); break;
    case FESTIVAL_HIJRI: day = hijri_in_year(festival, year, nth); break;
    case FESTIVAL_SOLAR: day = day_from_solar(year - 621, festival->month, festival->day); break;
    case FESTIVAL_NONE: break;
    }
    if (day == DAY_UNKNOWN)
        return SPAN_UNKNOWN;
    Day from = day + festival->shift, length = festival->length > 1 ? festival->length : 1;
    return (DaySpan){from, from + length - 1, UNIT_DAY};
}
