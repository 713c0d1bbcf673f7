/* Days: every day of eight centuries there and back, weekdays, what is no day. */
#include "tests/test.h"

int main(void) {
    test_begin("day");
    CHECK(day_from(1970, 1, 1) == 0);
    CHECK(day_from(2020, 1, 24) == 18285);
    CHECK(day_from(1969, 12, 31) == -1);
    CHECK(day_from(1, 1, 1) == -719162);
    CHECK(day_from(9999, 12, 31) == 2932896);
    CHECK(day_from(2019, 2, 29) == DAY_UNKNOWN && day_from(2020, 2, 29) != DAY_UNKNOWN);
    CHECK(day_from(1900, 2, 29) == DAY_UNKNOWN && day_from(2000, 2, 29) != DAY_UNKNOWN);
    CHECK(day_from(2020, 13, 1) == DAY_UNKNOWN && day_from(2020, 0, 1) == DAY_UNKNOWN);
    CHECK(day_from(2020, 4, 31) == DAY_UNKNOWN && day_from(0, 1, 1) == DAY_UNKNOWN &&
          day_from(2020, 1, 0) == DAY_UNKNOWN);
    int year, month, of_month;
    bool good = true;
    for (Day day = day_from(1500, 1, 1); good && day <= day_from(2300, 12, 31); day++) {
        day_split(day, &year, &month, &of_month);
        good = day_from(year, month, of_month) == day;
    }
    CHECK(good);
    day_split(day_from(1, 1, 1), &year, &month, &of_month);
    CHECK(year == 1 && month == 1 && of_month == 1);
    CHECK(day_weekday(day_from(2020, 1, 24)) == 4); /* a Friday */
    CHECK(day_weekday(0) == 3 && day_weekday(-4) == 6 && day_weekday(4) == 0);

    Day day = 5;
    CHECK(day_parse(VIEW("2020-01-24"), &day) && day == 18285);
    CHECK(day_parse(VIEW("2020-01-24T10:00:00Z"), &day) && day_parse(VIEW("2020-01-24 10:00"), &day));
    static const char *const bad[] = {"",           "2020-1-24",  "2020-01-32", "2020-01-244",
                                      "24-01-2020", "2020/01/24", "-020-01-24", "2020-+1-01"};
    day = 5;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!CHECK(!day_parse(view(bad[i]), &day) && day == 5))
            printf("    with %s\n", bad[i]);
    Arena *arena = arena_new(0);
    CHECK_TEXT(day_format(arena, 18285), "2020-01-24");
    CHECK_TEXT(day_format(arena, DAY_UNKNOWN), NULL);
    CHECK_TEXT(day_format(arena, day_from(987, 3, 4)), "0987-03-04");
    arena_free(arena);
    return test_end();
}
