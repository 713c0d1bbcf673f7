/* cli/read: isnad read FILE|-... -> records as JSON Lines, or on a terminal a readable view; isnad explain the same
 * way. */
#include "cli/read.h"
#include "cli/batch.h"
#include "cli/options.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static Code write_json(Arena *arena, const Record *record, Buffer *out, Error *error) {
    Code code = record_write_json(arena, record, out, error);
    buffer_byte(out, '\n');
    return code;
}

static Code write_view(Arena *arena, const Record *record, Buffer *out, Error *error) {
    (void)arena;
    struct winsize size;
    bool terminal = isatty(STDOUT_FILENO) == 1;
    int width = terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 ? size.ws_col : 100;
    Code code = record_write_view(record, width, terminal, out, error);
    buffer_byte(out, '\n');
    return code;
}

/* form: what is written when no option says so. */
static int run(const Option *known, BatchWrite *form, int count, char **arguments) {
    Options options;
    int status = options_parse(known, count, arguments, &options);
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error of writing, with a message */
    if (status == OK) {
        Batch batch = {.model = options.model,
                       .data = options.data,
                       .own = options.own,
                       .reading = options.reading,
                       .published = options.published,
                       .outlet = options.outlet,
                       .threads = options.threads,
                       .no_progress = options.no_progress,
                       .write = form};
        if (options.form != FORM_BY_PLACE)
            batch.write = options.form == FORM_JSON ? write_json : write_view;
        status = batch_run(&batch, options.file_count, options.files);
    }
    free(options.files);
    return status;
}

int cli_read(int count, char **arguments) {
    return run(options_read, isatty(STDOUT_FILENO) == 1 ? write_view : write_json, count, arguments);
}

int cli_explain(int count, char **arguments) {
    return run(options_explain, record_write_explain, count, arguments);
}
