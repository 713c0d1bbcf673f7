/* cli/keep: isnad keep -d DB FILE|-... -> reports and records into a store; isnad forget -d DB ID|NAME... -> out of it.
 *
 * Reports that come close together share a transaction. A keeper thread commits when no more came for a quarter of a
 * second, and every ten seconds; on an interrupt it commits and ends the program: what was told of is on the disk, and
 * the rest can be given again. */
#include "cli/batch.h"
#include "cli/folders.h"
#include "cli/options.h"
#include "cli/store.h"
#include "store/store.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MOST_TOGETHER 4000 /* reports in one transaction */
#define WAIT_NS       250000000L
#define MOST_WAITS    40  /* of them, while reports come */
#define INTERRUPTED   130 /* as shells have it: 128 and the signal */

typedef struct Keeper {
    Store *store;
    pthread_mutex_t lock; /* of the store and all below */
    pthread_t thread;
    bool runs, ended;
    sigset_t signals;
    size_t waiting, kept, before; /* not committed; this time; already there */
    bool came;                    /* since the keeper last looked */
    Buffer names;                 /* of those that wait, for --list */
    bool list;
    Error fault; /* of a commit */
} Keeper;

/* With the lock. */
static Code commit(Keeper *keeper) {
    if (keeper->fault.code == OK && store_commit(keeper->store, &keeper->fault) == OK) {
        keeper->kept += keeper->waiting;
        if (keeper->list && keeper->names.length &&
            (fwrite(keeper->names.data, 1, keeper->names.length, stdout) != keeper->names.length || fflush(stdout)))
            file_fault("standard output", "cannot be written", &keeper->fault);
    }
    keeper->waiting = 0;
    buffer_clear(&keeper->names);
    return keeper->fault.code;
}

static void say_what(const Keeper *keeper) {
    fprintf(stderr, "isnad: %zu report%s kept, %zu there before\n", keeper->kept, keeper->kept == 1 ? "" : "s",
            keeper->before);
}

static void *watch(void *argument) {
    Keeper *keeper = argument;
    const struct timespec wait = {0, WAIT_NS};
    int waits = 0;
    for (bool ended = false; !ended;) {
        int signal_number = sigtimedwait(&keeper->signals, NULL, &wait);
        pthread_mutex_lock(&keeper->lock);
        ended = keeper->ended;
        if (!ended && keeper->waiting && (!keeper->came || ++waits >= MOST_WAITS || signal_number > 0)) {
            commit(keeper);
            waits = 0;
        }
        keeper->came = false;
        if (!ended && signal_number > 0) {
            say_what(keeper);
            fputs("isnad: interrupted; give the same again to go on\n", stderr);
            _exit(INTERRUPTED);
        }
        pthread_mutex_unlock(&keeper->lock);
    }
    return NULL;
}

static Code take(void *into, const Report *report, View record, Error *error) {
    Keeper *keeper = into;
    StoreKept kept = STORE_KEPT;
    pthread_mutex_lock(&keeper->lock);
    Code code = keeper->fault.code;
    if (code == OK) {
        code = store_keep(keeper->store, record, report->name, &kept, error);
        if (code != OK && code != ERROR_INPUT)
            keeper->waiting = 0;
    } else {
        *error = keeper->fault;
    }
    if (code == OK && kept == STORE_KEPT_BEFORE)
        keeper->before++;
    if (code == OK && kept == STORE_KEPT) {
        keeper->waiting++;
        keeper->came = true;
        buffer_append(&keeper->names, report->name);
        buffer_byte(&keeper->names, '\n');
    }
    if (code == OK && keeper->waiting >= MOST_TOGETHER && (code = commit(keeper)) != OK)
        *error = keeper->fault;
    pthread_mutex_unlock(&keeper->lock);
    return code;
}

static bool start(Keeper *keeper) {
    sigemptyset(&keeper->signals);
    sigaddset(&keeper->signals, SIGINT);
    sigaddset(&keeper->signals, SIGTERM);
    pthread_mutex_init(&keeper->lock, NULL);
    buffer_init(&keeper->names, 0);
    /* Every thread made from here on leaves these signals to the keeper. */
    pthread_sigmask(SIG_BLOCK, &keeper->signals, NULL);
    keeper->runs = pthread_create(&keeper->thread, NULL, watch, keeper) == 0;
    return keeper->runs;
}

static int finish(Keeper *keeper, int status) {
    pthread_mutex_lock(&keeper->lock);
    if (keeper->waiting)
        commit(keeper);
    keeper->ended = true;
    pthread_mutex_unlock(&keeper->lock);
    if (keeper->runs)
        pthread_join(keeper->thread, NULL);
    buffer_free(&keeper->names);
    say_what(keeper);
    if (keeper->fault.code != OK && (int)keeper->fault.code > status)
        status = cli_error(&keeper->fault);
    return status;
}

static Code write_record(Arena *arena, const Record *record, Buffer *out, Error *error) {
    return record_write_json(arena, record, out, error);
}

static int keep_all(const Options *options, const Tables *tables) {
    Keeper keeper = {.list = options->list};
    Error error = {0};
    if (store_open(options->store, STORE_WRITE, tables, &keeper.store, &error) != OK)
        return cli_error(&error);
    Batch batch = {.model = options->model,
                   .data = options->data,
                   .own = options->own,
                   .tables = tables,
                   .reading = options->reading,
                   .published = options->published,
                   .outlet = options->outlet,
                   .threads = options->threads,
                   .no_progress = options->no_progress || options->list,
                   .write = write_record,
                   .take = take,
                   .into = &keeper,
                   .records = true};
    int status = ERROR_MEMORY;
    if (start(&keeper))
        status = batch_run(&batch, options->file_count, options->files);
    status = finish(&keeper, status);
    store_close(keeper.store);
    return status;
}

int cli_keep(int count, char **arguments) {
    Options options;
    Error error = {0};
    Tables *tables = NULL;
    char folder[FOLDER_PATH];
    int status = options_parse(options_keep, count, arguments, &options);
    Arena *arena = arena_new(0);
    OwnTables own = {options.own.actors, options.own.verbs, options.own.types};
    folder_find("data", folder);
    if (status == OK && !options.store)
        status = cli_usage("no store given; -d DB names it");
    if (status == OK &&
        (!arena || tables_open_with(arena, options.data ? options.data : folder, &own, &tables, &error) != OK))
        status = arena ? cli_error(&error) : ERROR_MEMORY;
    signal(SIGPIPE, SIG_IGN);
    if (status == OK)
        status = keep_all(&options, tables);
    tables_close(tables);
    arena_free(arena);
    free(options.files);
    return status;
}

int cli_forget(int count, char **arguments) {
    Options options;
    Error error = {0};
    Store *store = NULL;
    size_t forgotten = 0;
    int status = options_parse(options_forget, count, arguments, &options);
    if (status == OK && !options.store)
        status = cli_usage("no store given; -d DB names it");
    if (status == OK && access(options.store, F_OK) != 0)
        status = cli_error((file_fault(options.store, "cannot be opened", &error), &error));
    if (status == OK && store_open(options.store, STORE_WRITE, NULL, &store, &error) != OK)
        status = cli_error(&error);
    for (int i = 0; status <= ERROR_INPUT && store && i < options.file_count; i++) {
        size_t found;
        if (store_forget(store, view(options.files[i]), &found, &error) != OK) {
            status = cli_error(&error);
        } else if (!found) {
            error_set(&error, ERROR_INPUT, "%s: no report has this id or name", options.files[i]);
            status = cli_error(&error);
        } else {
            forgotten += found;
        }
    }
    if (store && status <= ERROR_INPUT && store_commit(store, &error) != OK)
        status = cli_error(&error);
    if (store && status <= ERROR_INPUT)
        fprintf(stderr, "isnad: %zu report%s forgotten\n", forgotten, forgotten == 1 ? "" : "s");
    store_close(store);
    free(options.files);
    return status;
}
