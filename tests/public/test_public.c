/* The public header alone, as a program of somebody else uses it: open, a reader a thread, records, every error. With
 * the tiny model of tests/model, whose records mean nothing but have every field. */
#include "isnad.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define MODEL "tests/model/tiny"
#define TEXT  "The minister told reporters on Monday that the army left the road.\nPolice denied it.\n"

static long passed, failed;

static void check(bool right, const char *what) {
    if (right) {
        passed++;
    } else {
        failed++;
        printf("failed: %s\n", what);
    }
}

static IsnadReport report_of(const char *bytes, size_t length) {
    return (IsnadReport){
        .name = "one.txt", .bytes = bytes, .length = length, .outlet = "Own Agency", .date = "2020-01-25"};
}

static void good_report(IsnadReader *reader) {
    IsnadError error = {0};
    const char *json = NULL;
    size_t length = 0;
    IsnadReport report = report_of(TEXT, strlen(TEXT));
    check(isnad_read(reader, &report, &json, &length, &error) == 0, "a report is read");
    check(json && strlen(json) == length && !strchr(json, '\n'), "the record is one line, with its length");
    check(json && strstr(json, "\"Own Agency\"") && strstr(json, "\"2020-01-25\""), "outlet and day come through");
    static const char *const fields[] = {"\"report\"", "\"actors\"",     "\"places\"",
                                         "\"times\"",  "\"statements\"", "\"events\""};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        check(json && strstr(json, fields[i]), fields[i]);
}

static void bad_report(IsnadReader *reader) {
    IsnadError error = {0};
    const char *json = NULL;
    size_t length = 0;
    IsnadReport empty = report_of("", 0), binary = report_of("\x7f"
                                                             "ELF\0\0\1\2\0",
                                                             9);
    check(isnad_read(reader, &empty, &json, &length, &error) == 1 && error.code == 1 && *error.message,
          "an empty report is refused");
    check(isnad_read(reader, &binary, &json, &length, &error) == 1 && *error.message, "binary is refused");
    good_report(reader); /* and the reader goes on */
}

static void missing_folders(void) {
    IsnadError error = {0};
    Isnad *isnad = (Isnad *)&error;
    check(isnad_open("no/such/folder", "data", &isnad, &error) >= 70 && !isnad,
          "no model: refused, and nothing opened");
    check(strstr(error.message, "no/such/folder"), "the message names the model's folder");
    isnad = (Isnad *)&error;
    check(isnad_open(MODEL, "no/such/tables", &isnad, &error) >= 70 && !isnad,
          "no tables: refused, and nothing opened");
    check(strstr(error.message, "no/such/tables"), "the message names the tables' folder");
    isnad_close(NULL);
    isnad_reader_free(NULL);
}

typedef struct Work {
    IsnadReader *reader;
    char first[200]; /* of its last record */
    bool same;
} Work;

static void *read_often(void *given) {
    Work *work = given;
    work->same = true;
    for (int i = 0; i < 5; i++) {
        IsnadError error;
        const char *json = "";
        size_t length = 0;
        IsnadReport report = report_of(TEXT, strlen(TEXT));
        work->same = work->same && isnad_read(work->reader, &report, &json, &length, &error) == 0 &&
                     (i == 0 || strncmp(work->first, json, sizeof work->first - 1) == 0);
        snprintf(work->first, sizeof work->first, "%s", json);
    }
    return NULL;
}

static void two_threads(const Isnad *isnad) {
    Work work[2] = {0};
    pthread_t threads[2];
    IsnadError error;
    for (int i = 0; i < 2; i++) {
        check(isnad_reader_new(isnad, &work[i].reader, &error) == 0, "a reader a thread");
        check(pthread_create(&threads[i], NULL, read_often, &work[i]) == 0, "a thread");
    }
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
        isnad_reader_free(work[i].reader);
    }
    check(work[0].same && work[1].same && strcmp(work[0].first, work[1].first) == 0,
          "threads do not disturb each other");
}

int main(void) {
    Isnad *isnad = NULL;
    IsnadReader *reader = NULL;
    IsnadError error = {0};
    missing_folders();
    check(isnad_open(MODEL, "data", &isnad, &error) == 0 && isnad, "model and tables open");
    if (isnad) {
        check(isnad_reader_new(isnad, &reader, &error) == 0 && reader, "a reader");
        good_report(reader);
        bad_report(reader);
        isnad_reader_free(reader);
        two_threads(isnad);
    }
    isnad_close(isnad);
    printf("public: %ld passed, %ld failed\n", passed, failed);
    return failed > 0;
}
