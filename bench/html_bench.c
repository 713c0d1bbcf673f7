/* Speed of the HTML door: html_bench FILE... reads each page again and again for a second of the processor and prints
 * how many megabytes and pages a second that is. */
#include "read/html.h"
#include <stdio.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    Arena *files = arena_new(0), *arena = arena_new(LIMIT_REPORT_ARENA);
    double bytes = 0, pages = 0, start = now();
    View *all = files ? arena_array(files, (size_t)count, sizeof *all) : NULL;
    Error error = {0};
    if (!all || !arena || count < 2)
        return 1;
    for (int i = 1; i < count; i++)
        if (file_read(files, arguments[i], 0, &all[i], &error) != OK) {
            fprintf(stderr, "%s\n", error.message);
            return 1;
        }
    do {
        for (int i = 1; i < count; i++) {
            Report report = {0};
            html_read(arena, view(arguments[i]), all[i], view(NULL), &report, &error);
            arena_reset(arena);
            bytes += (double)all[i].length;
            pages++;
        }
    } while (now() - start < 1);
    double seconds = now() - start;
    printf("%.1f MB/s, %.0f pages/s\n", bytes / 1e6 / seconds, pages / seconds);
    arena_free(arena);
    arena_free(files);
    return 0;
}
