/* train/day_choices: what train/days.py learns from.
 *
 *     day_choices MODEL DATA <FEED
 *
 * In: JSON Lines of reports on standard input. Out: two lines a report: its record, and for each of its events the
 * choices of days that were asked (claim/day_choice.h) as [mode, from, to, [feature ...]], days as ISO 8601 or null;
 * null for an event with days of its own.
 */
#include "claim/day_choice.h"
#include "flow.h"
#include "read/read.h"

#include <stdio.h>

static void put_day(Day day) {
    int year, month, of_month;
    day_split(day, &year, &month, &of_month);
    if (day == DAY_UNKNOWN)
        printf("null,");
    else
        printf("\"%04d-%02d-%02d\",", year, month, of_month);
}

static void put_choice(const DayChoice *choice) {
    printf("[%d,", (int)choice->mode);
    put_day(choice->from);
    put_day(choice->to);
    for (size_t i = 0; i < choice->feature_count; i++)
        printf("%s%d", i ? "," : "[", (int)choice->features[i]);
    printf("]]");
}

static void put_events(const Record *record) {
    for (size_t i = 0; i < record->events.count; i++) {
        const Event *event = &record->events.items[i];
        printf("%s", i ? "," : "[");
        if (!event->choices)
            printf("null");
        for (size_t k = 0; event->choices && k < event->choice_count; k++) {
            printf("%s", k ? "," : "[");
            put_choice(&event->choices[k]);
        }
        printf("%s", event->choices ? "]" : "");
    }
    printf("%s\n", record->events.count ? "]" : "[]");
}

static Code put(IsnadReader *reader, const Report *report, Buffer *out, Error *error) {
    Record record = {0};
    buffer_clear(out);
    flow_reset(reader);
    Code code = flow_read(reader, report, DAY_UNKNOWN, &record, error);
    if (code == OK)
        code = record_write_json(flow_arena(reader), &record, out, error);
    if (code != OK)
        return code;
    printf("%.*s\n", (int)out->length, out->data);
    put_events(&record);
    return OK;
}

static Code put_all(IsnadReader *reader, Arena *arena, Buffer *out, Error *error) {
    Reader *source;
    bool done = false;
    Code code = reader_open("-", &source, error);
    while (code == OK && !done) {
        Report report = {0};
        arena_reset(arena);
        code = reader_next(source, arena, &report, &done, error);
        if (code == OK && !done)
            code = put(reader, &report, out, error);
    }
    if (code != ERROR_FILE)
        reader_close(source);
    return code;
}

int main(int count, char **arguments) {
    Isnad *isnad = NULL;
    IsnadReader *reader = NULL;
    IsnadError failed = {0};
    Error error = {0};
    Buffer out;
    Arena *arena = arena_new(LIMIT_REPORT_ARENA);
    buffer_init(&out, LIMIT_RECORD_BYTES);
    int code = count == 3 && arena ? isnad_open(arguments[1], arguments[2], &isnad, &failed) : ERROR_USAGE;
    if (code == OK)
        code = isnad_reader_new(isnad, &reader, &failed);
    if (code == OK)
        code = put_all(reader, arena, &out, &error);
    if (code != OK)
        fprintf(stderr, "day_choices: %s%s\n", failed.message, error.message);
    isnad_reader_free(reader);
    isnad_close(isnad);
    buffer_free(&out);
    arena_free(arena);
    return code;
}
