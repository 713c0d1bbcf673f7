/* read/date: a date as pages, feeds and mails write it -> ISO 8601.
 *
 * What begins with a year, month and day stays as it is, time and zone included. Else the text is taken apart into
 * numbers and words: a month's name with a day beside it and a year, or three numbers. Of 3/4/2020 the day is taken to
 * stand first, as it does everywhere but in the United States. Years of the Iranian calendar are told by being some six
 * hundred below ours. Left out: the Islamic calendar, dates without a year.
 */
#include "read/date.h"
#include <stdlib.h>

typedef struct Month {
    const char *name; /* folded as unicode_lower does */
    int month;
} Month;

#define SOLAR 100 /* added to months of the Iranian calendar */

static const Month months[] = {
    {"january", 1},
    {"jan", 1},
    {"janvier", 1},
    {"enero", 1},
    {"ene", 1},
    {"januar", 1},
    {"jänner", 1},
    {"gennaio", 1},
    {"janeiro", 1},
    {"января", 1},
    {"январь", 1},
    {"ocak", 1},
    {"يناير", 1},
    {"كانون الثاني", 1},
    {"ژانویه", 1},
    {"styczeń", 1},
    {"stycznia", 1},
    {"січня", 1},
    {"januari", 1},
    {"february", 2},
    {"feb", 2},
    {"février", 2},
    {"fevrier", 2},
    {"févr", 2},
    {"fevr", 2},
    {"febrero", 2},
    {"februar", 2},
    {"febbraio", 2},
    {"fevereiro", 2},
    {"февраля", 2},
    {"şubat", 2},
    {"فبراير", 2},
    {"شباط", 2},
    {"فوریه", 2},
    {"lutego", 2},
    {"лютого", 2},
    {"februari", 2},
    {"march", 3},
    {"mar", 3},
    {"mars", 3},
    {"marzo", 3},
    {"märz", 3},
    {"março", 3},
    {"марта", 3},
    {"mart", 3},
    {"مارس", 3},
    {"آذار", 3},
    {"marca", 3},
    {"березня", 3},
    {"maret", 3},
    {"maart", 3},
    {"april", 4},
    {"apr", 4},
    {"avril", 4},
    {"avr", 4},
    {"abril", 4},
    {"abr", 4},
    {"aprile", 4},
    {"апреля", 4},
    {"nisan", 4},
    {"أبريل", 4},
    {"ابريل", 4},
    {"إبريل", 4},
    {"نيسان", 4},
    {"آوریل", 4},
    {"kwietnia", 4},
    {"квітня", 4},
    {"may", 5},
    {"mai", 5},
    {"mayo", 5},
    {"maggio", 5},
    {"maio", 5},
    {"мая", 5},
    {"mayıs", 5},
    {"مايو", 5},
    {"أيار", 5},
    {"ایار", 5},
    {"maja", 5},
    {"травня", 5},
    {"mei", 5},
    {"june", 6},
    {"jun", 6},
    {"juin", 6},
    {"junio", 6},
    {"juni", 6},
    {"giugno", 6},
    {"junho", 6},
    {"июня", 6},
    {"haziran", 6},
    {"يونيو", 6},
    {"يونيه", 6},
    {"حزيران", 6},
    {"ژوئن", 6},
    {"czerwca", 6},
    {"червня", 6},
    {"july", 7},
    {"jul", 7},
    {"juillet", 7},
    {"juil", 7},
    {"julio", 7},
    {"juli", 7},
    {"luglio", 7},
    {"julho", 7},
    {"июля", 7},
    {"temmuz", 7},
    {"يوليو", 7},
    {"يوليه", 7},
    {"تموز", 7},
    {"ژوئیه", 7},
    {"lipca", 7},
    {"липня", 7},
    {"august", 8},
    {"aug", 8},
    {"août", 8},
    {"aout", 8},
    {"agosto", 8},
    {"августа", 8},
    {"ağustos", 8},
    {"أغسطس", 8},
    {"اغسطس", 8},
    {"آب", 8},
    {"اوت", 8},
    {"sierpnia", 8},
    {"серпня", 8},
    {"agustus", 8},
    {"augustus", 8},
    {"september", 9},
    {"sep", 9},
    {"sept", 9},
    {"septembre", 9},
    {"septiembre", 9},
    {"settembre", 9},
    {"setembro", 9},
    {"сентября", 9},
    {"eylül", 9},
    {"سبتمبر", 9},
    {"أيلول", 9},
    {"ايلول", 9},
    {"سپتامبر", 9},
    {"września", 9},
    {"вересня", 9},
    {"october", 10},
    {"oct", 10},
    {"octobre", 10},
    {"octubre", 10},
    {"oktober", 10},
    {"ottobre", 10},
    {"outubro", 10},
    {"октября", 10},
    {"ekim", 10},
    {"أكتوبر", 10},
    {"اكتوبر", 10},
    {"تشرين الأول", 10},
    {"اکتبر", 10},
    {"października", 10},
    {"жовтня", 10},
    {"november", 11},
    {"nov", 11},
    {"novembre", 11},
    {"noviembre", 11},
    {"novembro", 11},
    {"ноября", 11},
    {"kasım", 11},
    {"نوفمبر", 11},
    {"تشرين الثاني", 11},
    {"نوامبر", 11},
    {"listopada", 11},
    {"листопада", 11},
    {"december", 12},
    {"dec", 12},
    {"décembre", 12},
    {"decembre", 12},
    {"déc", 12},
    {"diciembre", 12},
    {"dic", 12},
    {"dezember", 12},
    {"dez", 12},
    {"dicembre", 12},
    {"dezembro", 12},
    {"декабря", 12},
    {"aralık", 12},
    {"ديسمبر", 12},
    {"كانون الأول", 12},
    {"دسامبر", 12},
    {"grudnia", 12},
    {"грудня", 12},
    {"desember", 12},
    {"janv", 1},
    {"янв", 1},
    {"oca", 1},
    {"جانفي", 1},
    {"фев", 2},
    {"şub", 2},
    {"fev", 2},
    {"فيفري", 2},
    {"mrz", 3},
    {"мар", 3},
    {"апр", 4},
    {"nis", 4},
    {"أفريل", 4},
    {"май", 5},
    {"ماي", 5},
    {"июн", 6},
    {"июнь", 6},
    {"haz", 6},
    {"جوان", 6},
    {"июл", 7},
    {"июль", 7},
    {"tem", 7},
    {"جويلية", 7},
    {"يوليوز", 7},
    {"авг", 8},
    {"ağu", 8},
    {"أوت", 8},
    {"غشت", 8},
    {"сен", 9},
    {"сент", 9},
    {"eyl", 9},
    {"شتنبر", 9},
    {"окт", 10},
    {"okt", 10},
    {"eki", 10},
    {"ноя", 11},
    {"kas", 11},
    {"نونبر", 11},
    {"дек", 12},
    {"ara", 12},
    {"دجنبر", 12},
    {"февраль", 2},
    {"март", 3},
    {"апрель", 4},
    {"август", 8},
    {"сентябрь", 9},
    {"октябрь", 10},
    {"ноябрь", 11},
    {"декабрь", 12},
    {"فروردین", SOLAR + 1},
    {"فروردين", SOLAR + 1},
    {"حمل", SOLAR + 1},
    {"farvardin", SOLAR + 1},
    {"اردیبهشت", SOLAR + 2},
    {"ارديبهشت", SOLAR + 2},
    {"ثور", SOLAR + 2},
    {"ordibehesht", SOLAR + 2},
    {"خرداد", SOLAR + 3},
    {"جوزا", SOLAR + 3},
    {"khordad", SOLAR + 3},
    {"تیر", SOLAR + 4},
    {"تير", SOLAR + 4},
    {"سرطان", SOLAR + 4},
    {"tir", SOLAR + 4},
    {"مرداد", SOLAR + 5},
    {"امرداد", SOLAR + 5},
    {"اسد", SOLAR + 5},
    {"mordad", SOLAR + 5},
    {"شهریور", SOLAR + 6},
    {"شهريور", SOLAR + 6},
    {"سنبله", SOLAR + 6},
    {"shahrivar", SOLAR + 6},
    {"مهر", SOLAR + 7},
    {"میزان", SOLAR + 7},
    {"mehr", SOLAR + 7},
    {"آبان", SOLAR + 8},
    {"عقرب", SOLAR + 8},
    {"aban", SOLAR + 8},
    {"آذر", SOLAR + 9},
    {"قوس", SOLAR + 9},
    {"azar", SOLAR + 9},
    {"دی", SOLAR + 10},
    {"دي", SOLAR + 10},
    {"جدی", SOLAR + 10},
    {"dey", SOLAR + 10},
    {"بهمن", SOLAR + 11},
    {"دلو", SOLAR + 11},
    {"bahman", SOLAR + 11},
    {"اسفند", SOLAR + 12},
    {"حوت", SOLAR + 12},
    {"esfand", SOLAR + 12},
};

#define MAX_PARTS     24
#define LONGEST_MONTH 64 /* bytes */

typedef struct Part {
    int number; /* -1 for a word */
    int digits;
    int month;   /* 0 for none */
    char joined; /* the '.' or '/' between it and the number in front */
} Part;

static int digit_of(uint32_t c) {
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    if (c >= 0x660 && c <= 0x669)
        return (int)(c - 0x660);
    return c >= 0x6F0 && c <= 0x6F9 ? (int)(c - 0x6F0) : -1;
}

static bool is_zero_width(uint32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x200B;
}

/* The month whose name text begins with, as a whole word; *length is that of the longest. */
static int month_at(View text, size_t *length) {
    int month = 0;
    *length = 0;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        if (months[i].name[0] != text.data[0])
            continue;
        View name = view(months[i].name);
        size_t end = name.length, next = end;
        if (!view_starts(text, name) || end <= *length)
            continue;
        if (end < text.length && unicode_is_letter(utf8_next(text, &next)))
            continue;
        month = months[i].month;
        *length = end;
    }
    return month;
}

static size_t take_number(View text, size_t position, Part *part) {
    *part = (Part){.number = 0};
    for (size_t next = position; next < text.length; position = next) {
        int digit = digit_of(utf8_next(text, &next));
        if (digit < 0)
            break;
        if (part->digits++ < 8)
            part->number = part->number * 10 + digit;
    }
    return position;
}

/* Numbers and months in their order; other words and marks are passed over. */
static size_t take_apart(View text, Part parts[MAX_PARTS]) {
    size_t count = 0, end = SIZE_MAX; /* of the last number */
    bool word = false;
    for (size_t position = 0; position < text.length && count < MAX_PARTS;) {
        size_t next = position, length;
        uint32_t c = utf8_next(text, &next);
        int month = 0;
        if (digit_of(c) >= 0) {
            next = take_number(text, position, &parts[count]);
            char between = position > 0 && position - 1 == end ? text.data[position - 1] : 0;
            parts[count++].joined = between == '.' || between == '/' ? between : 0;
            end = next;
        } else if (!word && unicode_is_letter(c) &&
                   (month = month_at(view_slice(text, position, text.length), &length))) {
            parts[count++] = (Part){.number = -1, .month = month};
            next = position + length;
        }
        word = month || (unicode_is_letter(c) && !is_zero_width(c));
        position = next;
    }
    return count;
}

static Day day_of(const Part *day, int month, const Part *year) {
    if (day->number < 1 || day->digits > 2 || year->digits != 4)
        return DAY_UNKNOWN;
    if (month > SOLAR)
        return year->number >= 1300 && year->number < 1500 ? day_from_solar(year->number, month - SOLAR, day->number)
                                                           : DAY_UNKNOWN;
    return year->number >= 1900 && year->number <= 2200 ? day_from(year->number, month, day->number) : DAY_UNKNOWN;
}

/* "25 January 2020", "January 25, 2020", "2020 January 25". */
static Day named_month(const Part *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].month)
            continue;
        const Part *before = i > 0 ? &parts[i - 1] : NULL, *after = i + 1 < count ? &parts[i + 1] : NULL;
        const Part *second = i + 2 < count ? &parts[i + 2] : NULL;
        Day day = DAY_UNKNOWN;
        if (before && after)
            day = day_of(before, parts[i].month, after);
        if (day == DAY_UNKNOWN && after && second)
            day = day_of(after, parts[i].month, second);
        if (day == DAY_UNKNOWN && before && after)
            day = day_of(after, parts[i].month, before);
        if (day == DAY_UNKNOWN && before && after && after->month) /* a month under two names: "Kanun (January)" */
            day = second ? day_of(before, parts[i].month, second) : DAY_UNKNOWN;
        if (day != DAY_UNKNOWN)
            return day;
    }
    return DAY_UNKNOWN;
}

/* "25.01.20": only with two digits each, and nothing joined to them. */
static Day short_year(const Part *a, const Part *b, const Part *c) {
    bool shape =
        a->digits == 2 && b->digits == 2 && c->digits == 2 && !a->joined && b->joined && c->joined == b->joined;
    return shape && c->number < 40 ? day_from(2000 + c->number, b->number, a->number) : DAY_UNKNOWN;
}

static Day three_numbers(const Part *parts, size_t count) {
    for (size_t i = 0; i + 2 < count; i++) {
        const Part *a = &parts[i], *b = &parts[i + 1], *c = &parts[i + 2];
        if (a->number < 0 || b->number < 0 || c->number < 0)
            continue;
        Day day = a->digits == 4 ? day_of(c, b->number, a) : day_of(a, b->number, c);
        if (day == DAY_UNKNOWN && a->digits == 4 && a->number >= 1340 && a->number < 1420) /* "1397/12/23" */
            day = day_of(c, b->number + SOLAR, a);
        if (day == DAY_UNKNOWN && a->digits != 4)
            day = day_of(b, a->number, c);
        if (day == DAY_UNKNOWN && !(i + 3 < count && parts[i + 3].joined))
            day = short_year(a, b, c);
        if (day != DAY_UNKNOWN)
            return day;
    }
    return DAY_UNKNOWN;
}

/* 20200125, or seconds or milliseconds since 1970. */
static Day one_number(View text) {
    long number;
    if (!view_to_long(text, &number) || number <= 0)
        return DAY_UNKNOWN;
    if (text.length == 8)
        return number / 10000 >= 1900 ? day_from((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100))
                                      : DAY_UNKNOWN;
    if (text.length == 14 && number / 10000000000 >= 1900)
        return one_number(view_slice(text, 0, 8));
    if (text.length == 10 || text.length == 13)
        return (Day)(number / (text.length == 10 ? 86400 : 86400000));
    return DAY_UNKNOWN;
}

static View lowered(Arena *arena, View text) {
    Buffer out;
    buffer_init(&out, 4096);
    for (size_t position = 0; position < text.length;) {
        char bytes[4];
        uint32_t c = utf8_next(text, &position);
        if (c != UTF8_BAD && !is_zero_width(c))
            buffer_append(&out, (View){bytes, utf8_write(unicode_lower(c), bytes)});
    }
    View lower = out.failed ? (View){NULL, 0} : arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return lower;
}

bool date_is_month(View word) {
    char lower[LONGEST_MONTH];
    size_t length = 0, whole;
    for (size_t position = 0; position < word.length;) {
        uint32_t c = utf8_next(word, &position);
        if (c == UTF8_BAD || length + 4 > sizeof lower)
            return false;
        length += utf8_write(unicode_lower(c), lower + length);
    }
    return length && month_at((View){lower, length}, &whole) && whole == length;
}

View date_iso(Arena *arena, View text) {
    Part parts[MAX_PARTS];
    Day day;
    text = view_trim(text);
    if (text.length < 8 || text.length > 400)
        return (View){NULL, 0};
    if (text.data[4] == '-' && day_parse(text, &day))
        return arena_copy(arena, text);
    day = one_number(text);
    View lower = lowered(arena, text);
    size_t count = lower.data ? take_apart(lower, parts) : 0;
    if (day == DAY_UNKNOWN)
        day = named_month(parts, count);
    if (day == DAY_UNKNOWN)
        day = three_numbers(parts, count);
    return day_format(arena, day);
}
