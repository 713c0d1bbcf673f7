/* cli/read: isnad read FILE|-... -> records as JSON Lines, or on a terminal a readable view; isnad explain the same
 * way. */
#include "cli/read.h"
#include "cli/batch.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define MOST_THREADS 256

static Code write_json(Arena *arena, const Record *record, Buffer *out, Error *error) {
    Code code = record_write_json(arena, record, out, error);
    buffer_byte(out, '\n');
    return code;
}

static Code write_view(Arena *arena, const Record *record, Buffer *out, Error *error) {
    struct winsize size;
    bool terminal = isatty(STDOUT_FILENO) == 1;
    int width = terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 ? size.ws_col : 100;
    Code code = record_write_view(arena, record, width, terminal, out, error);
    buffer_byte(out, '\n');
    return code;
}

/* The value of option `name` at *i, as "--name VALUE" or "--name=VALUE"; NULL when this is another argument. */
static const char *option_value(int count, char **arguments, int *i, const char *name) {
    size_t length = strlen(name);
    if (strncmp(arguments[*i], name, length) != 0)
        return NULL;
    if (arguments[*i][length] == '=')
        return arguments[*i] + length + 1;
    if (arguments[*i][length] != '\0')
        return NULL;
    return *i + 1 < count ? arguments[++*i] : "";
}

static int set_option(Batch *batch, int count, char **arguments, int *i) {
    const char *value;
    long threads;
    if (strcmp(arguments[*i], "--json") == 0)
        batch->write = write_json;
    else if (strcmp(arguments[*i], "--view") == 0)
        batch->write = write_view;
    else if ((value = option_value(count, arguments, i, "--published"))) {
        if (!day_parse(view(value), &batch->published))
            return cli_usage("--published takes a day such as 2020-01-25, not \"%s\"", value);
    } else if ((value = option_value(count, arguments, i, "--outlet")))
        batch->outlet = value;
    else if ((value = option_value(count, arguments, i, "--model")))
        batch->model = value;
    else if ((value = option_value(count, arguments, i, "--data")))
        batch->data = value;
    else if ((value = option_value(count, arguments, i, "-j"))) {
        if (!view_to_long(view(value), &threads) || threads < 1 || threads > MOST_THREADS)
            return cli_usage("-j takes a number of threads from 1 to %d, not \"%s\"", MOST_THREADS, value);
        batch->threads = (int)threads;
    } else
        return cli_usage("no such option: %s", arguments[*i]);
    return OK;
}

static int run(Batch *batch, int count, char **arguments) {
    char **files = calloc((size_t)count + 1, sizeof *files);
    int file_count = 0, status = OK;
    if (!files)
        return ERROR_MEMORY;
    for (int i = 0; i < count && status == OK; i++) {
        if (arguments[i][0] == '-' && arguments[i][1] != '\0')
            status = set_option(batch, count, arguments, &i);
        else
            files[file_count++] = arguments[i];
    }
    if (status == OK && file_count == 0)
        status = cli_usage("no file given; - is standard input");
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error of writing, with a message */
    if (status == OK)
        status = batch_run(batch, file_count, files);
    free(files);
    return status;
}

int cli_read(int count, char **arguments) {
    Batch batch = {
        .published = DAY_UNKNOWN, .threads = 1, .write = isatty(STDOUT_FILENO) == 1 ? write_view : write_json};
    return run(&batch, count, arguments);
}

int cli_explain(int count, char **arguments) {
    Batch batch = {.published = DAY_UNKNOWN, .threads = 1, .write = record_write_explain};
    return run(&batch, count, arguments);
}
