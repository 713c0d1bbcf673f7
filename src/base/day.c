/* base/day: days as numbers since 1970-01-01, proleptic Gregorian calendar, years 1 to 9999. The arithmetic counts
 * years from March, so that the leap day is the last day of a year, in cycles of 400 years (146,097 days). */
#include "base/base.h"

#define CYCLE 146097
#define SHIFT 719468 /* days from 0000-03-01 to 1970-01-01 */

static int days_of_month(int year, int month) {
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

Day day_from(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_of_month(year, month))
        return DAY_UNKNOWN;
    int from_march = (month + 9) % 12, years = year - (month < 3);
    int of_cycle = years % 400;
    int of_year = (153 * from_march + 2) / 5 + day - 1;
    return years / 400 * CYCLE + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - SHIFT;
}

Day day_from_solar(int year, int month, int day) {
    /* Leap years are those with (25 year + 11) mod 33 < 8; 1 Farvardin 1398 was 2019-03-21. */
    if (year < 1178 || year > 1503 || month < 1 || month > 12 || day < 1 || day > 31)
        return DAY_UNKNOWN;
    long days = 0;
    for (int y = 1398; y < year; y++)
        days += 365 + ((25 * y + 11) % 33 < 8);
    for (int y = year; y < 1398; y++)
        days -= 365 + ((25 * y + 11) % 33 < 8);
    int of_year = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    return day_from(2019, 3, 21) + (Day)days + of_year + day - 1;
}

void day_split(Day day, int *year, int *month, int *of_month) {
    int64_t shifted = (int64_t)day + SHIFT;
    int64_t cycle = (shifted >= 0 ? shifted : shifted - CYCLE + 1) / CYCLE;
    int of_cycle = (int)(shifted - cycle * CYCLE);
    int years = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
    int of_year = of_cycle - (365 * years + years / 4 - years / 100);
    int from_march = (5 * of_year + 2) / 153;
    *of_month = of_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = (int)(cycle * 400) + years + (*month < 3);
}

int day_weekday(Day day) {
    int64_t from_monday = ((int64_t)day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int)(from_monday < 0 ? from_monday + 7 : from_monday);
}

bool day_parse(View iso, Day *day) {
    long year, month, of_month;
    if (iso.length < 10 || iso.data[4] != '-' || iso.data[7] != '-')
        return false;
    if (iso.length > 10 && iso.data[10] != 'T' && iso.data[10] != 't' && iso.data[10] != ' ')
        return false;
    if (!view_to_long(view_slice(iso, 0, 4), &year) || !view_to_long(view_slice(iso, 5, 7), &month) ||
        !view_to_long(view_slice(iso, 8, 10), &of_month))
        return false;
    Day parsed = day_from((int)year, (int)month, (int)of_month);
    if (parsed == DAY_UNKNOWN)
        return false;
    *day = parsed;
    return true;
}

View day_format(Arena *arena, Day day) {
    if (day == DAY_UNKNOWN)
        return (View){NULL, 0};
    int year, month, of_month;
    day_split(day, &year, &month, &of_month);
    return arena_format(arena, "%04d-%02d-%02d", year, month, of_month);
}
