/* cli/progress: one line that is drawn over itself: a bar and the time left when the sizes of the files are known,
 * reports and reports per second always. What is left is reckoned from the bytes that were read so far; the reports
 * that wait in the ring are too few to matter. */
#include "cli/progress.h"
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define PAUSE 0.2 /* seconds between two drawings */
#define CELLS 24

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_begin(Progress *progress, bool forbidden, bool writes) {
    *progress = (Progress){.begun = now()};
    progress->shown = !forbidden && isatty(STDERR_FILENO) == 1 && !(writes && isatty(STDOUT_FILENO) == 1);
}

static void write_left(char *out, size_t room, double seconds) {
    long whole = seconds < 359999 ? (long)(seconds + 0.5) : 359999;
    if (whole >= 3600)
        snprintf(out, room, ", %ld:%02ld:%02ld left", whole / 3600, whole / 60 % 60, whole % 60);
    else
        snprintf(out, room, ", %ld:%02ld left", whole / 60, whole % 60);
}

static void draw(Progress *progress, ReadProgress read, double time) {
    char line[200], left[40] = "", bar[CELLS + 8] = "";
    double passed = time - progress->begun, part = read.total ? (double)read.read / (double)read.total : 0;
    if (part > 1) /* a file has grown */
        part = 1;
    if (read.total) {
        int cells = (int)(part * CELLS);
        snprintf(bar, sizeof bar, "[%.*s%*s] ", cells, "########################", CELLS - cells, "");
        if (part > 0 && passed > 1)
            write_left(left, sizeof left, passed / part - passed);
    }
    int length = snprintf(line, sizeof line, "%s%zu report%s, %.1f a second%s", bar, progress->reports,
                          progress->reports == 1 ? "" : "s", passed > 0 ? (double)progress->reports / passed : 0, left);
    int pad = (int)progress->width > length ? (int)progress->width - length : 0;
    fprintf(stderr, "\r%s%*s", line, pad, "");
    fflush(stderr);
    progress->width = (size_t)length;
    progress->drawn = time;
}

void progress_step(Progress *progress, ReadProgress read) {
    double time = progress->shown ? now() : 0;
    progress->reports++;
    if (progress->shown && time - progress->drawn >= PAUSE)
        draw(progress, read, time);
}

void progress_clear(Progress *progress) {
    if (progress->width)
        fprintf(stderr, "\r%*s\r", (int)progress->width, "");
    progress->width = 0;
}
