/* cli/batch: the main thread reads reports into a ring of slots and prints the finished ones in order; each worker
 * takes the oldest slot that waits. Memory is bounded by the ring: two slots a worker. */
#include "cli/batch.h"
#include "cli/folders.h"
#include "cli/progress.h"
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum SlotState { SLOT_EMPTY, SLOT_WAITS, SLOT_WORKED_ON, SLOT_DONE } SlotState;

typedef struct Slot {
    SlotState state;
    Arena *arena; /* of the report as read */
    Report report;
    Buffer out;
    Error error;
} Slot;

typedef struct Pool {
    const Batch *batch;
    Isnad *isnad;
    Slot *slots;
    size_t slot_count;
    size_t next_in, next_work, next_out; /* running numbers; slot = number % slot_count */
    bool closed;                         /* no more reports will come */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    pthread_t *threads;
    int running;
    Code worst;   /* of all faults: the exit status */
    bool stopped; /* the records can no longer be printed */
    Reader *source;
    Progress progress;
    pthread_mutex_t opening;
    bool opened; /* or failed to be */
} Pool;

static void say(Pool *pool, const Error *error) {
    progress_clear(&pool->progress);
    cli_error(error);
    if (error->code > pool->worst)
        pool->worst = error->code;
}

/* Weights and tables. When they cannot be opened, nothing more is read. */
static Code open_isnad(Pool *pool, Error *error) {
    const Batch *batch = pool->batch;
    IsnadError failed = {0};
    Code code = OK;
    char model[FOLDER_PATH], data[FOLDER_PATH];
    folder_find("model", model);
    folder_find("data", data);
    pthread_mutex_lock(&pool->opening);
    if (!pool->opened)
        code = (Code)flow_open(batch->model ? batch->model : model, batch->data ? batch->data : data, &batch->own,
                               batch->tables, &pool->isnad, &failed);
    else if (!pool->isnad)
        code = error_set(error, ERROR_DATA, "not read");
    pool->opened = true;
    pthread_mutex_unlock(&pool->opening);
    if (failed.code != OK)
        error_set(error, code, "%s", failed.message);
    return code;
}

static Code reader_for(Pool *pool, IsnadReader **reader, Error *error) {
    IsnadError failed = {0};
    if (*reader)
        return OK;
    Code code = open_isnad(pool, error);
    if (code != OK || isnad_reader_new(pool->isnad, reader, &failed) == OK)
        return code;
    return error_set(error, (Code)failed.code, "%s", failed.message);
}

static void work_on(Pool *pool, IsnadReader **reader, Slot *slot) {
    const Batch *batch = pool->batch;
    Record record = {0};
    if (batch->records && slot->report.record.data && !batch->outlet && batch->published == DAY_UNKNOWN) {
        buffer_append(&slot->out, slot->report.record);
    } else if ((slot->error.code = reader_for(pool, reader, &slot->error)) == OK) {
        flow_reset(*reader);
        if (batch->outlet)
            slot->report.outlet = view(batch->outlet);
        slot->error.code = flow_read(*reader, &slot->report, batch->published, &record, &slot->error);
        if (slot->error.code == OK)
            slot->error.code = batch->write(flow_arena(*reader), &record, &slot->out, &slot->error);
    }
    if (slot->error.code == OK && slot->out.failed)
        error_memory(&slot->error);
}

static void *worker(void *argument) {
    Pool *pool = argument;
    IsnadReader *reader = NULL;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (pool->next_work == pool->next_in && !pool->closed)
            pthread_cond_wait(&pool->changed, &pool->lock);
        if (pool->next_work == pool->next_in)
            break;
        Slot *slot = &pool->slots[pool->next_work++ % pool->slot_count];
        slot->state = SLOT_WORKED_ON;
        pthread_mutex_unlock(&pool->lock);
        work_on(pool, &reader, slot);
        pthread_mutex_lock(&pool->lock);
        slot->state = SLOT_DONE;
        pthread_cond_broadcast(&pool->changed);
    }
    pthread_mutex_unlock(&pool->lock);
    isnad_reader_free(reader);
    return NULL;
}

void batch_notes(const Report *report) {
    for (size_t i = 0; i < report->notes.count; i++) {
        View note = report->notes.items[i];
        Error named; /* printable and of one line, as names of files may not be */
        error_set(&named, OK, "%.*s: %.*s", (int)report->name.length, report->name.data, (int)note.length, note.data);
        cli_error(&named);
    }
}

static Code put_out(const Batch *batch, Slot *slot, Error *error) {
    if (batch->take)
        return batch->take(batch->into, &slot->report, buffer_view(&slot->out), error);
    if (fwrite(slot->out.data, 1, slot->out.length, stdout) == slot->out.length && fflush(stdout) == 0)
        return OK;
    return error_set(error, ERROR_FILE, "standard output: %s; what was not written can be read again", strerror(errno));
}

static void print(Pool *pool, Slot *slot) {
    Error fault = {0};
    if (slot->report.notes.count)
        progress_clear(&pool->progress);
    batch_notes(&slot->report);
    if (slot->error.code == ERROR_DATA) { /* weights or tables: the same for every report */
        if (!pool->stopped)
            say(pool, &slot->error);
        pool->stopped = true;
    } else if (slot->error.code != OK) {
        error_set(&fault, slot->error.code, "%.*s: %s", (int)slot->report.name.length, slot->report.name.data,
                  slot->error.message);
        say(pool, &fault);
    } else if (!pool->stopped && put_out(pool->batch, slot, &fault) != OK) {
        say(pool, &fault);
        pool->stopped = fault.code != ERROR_INPUT;
    }
    slot->state = SLOT_EMPTY;
}

/* Prints the oldest slot, waiting for it when `wait`; false when there was nothing to print. */
static bool print_oldest(Pool *pool, bool wait) {
    pthread_mutex_lock(&pool->lock);
    Slot *slot = &pool->slots[pool->next_out % pool->slot_count];
    bool any = pool->next_out < pool->next_in;
    while (any && wait && slot->state != SLOT_DONE)
        pthread_cond_wait(&pool->changed, &pool->lock);
    any = any && slot->state == SLOT_DONE;
    pthread_mutex_unlock(&pool->lock);
    if (any) {
        print(pool, slot);
        pool->next_out++;
        progress_step(&pool->progress, reader_progress(pool->source));
    }
    return any;
}

/* Reads all reports into the ring. A file that cannot be opened, or a report that cannot be read, is refused like any
 * other input: the rest is read. */
static void feed(Pool *pool) {
    bool done = false;
    while (!done && !pool->stopped) {
        Error error = {0};
        if (pool->next_in - pool->next_out == pool->slot_count)
            print_oldest(pool, true);
        Slot *slot = &pool->slots[pool->next_in % pool->slot_count];
        arena_reset(slot->arena);
        buffer_clear(&slot->out);
        slot->error = (Error){0};
        if (reader_next(pool->source, slot->arena, &slot->report, &done, &error) != OK) {
            say(pool, &error);
            continue;
        }
        if (done)
            break;
        pthread_mutex_lock(&pool->lock);
        slot->state = SLOT_WAITS;
        pool->next_in++;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
        while (print_oldest(pool, false))
            ;
    }
}

static bool pool_start(Pool *pool, const Batch *batch) {
    pool->slot_count = 2 * (size_t)batch->threads;
    pool->slots = calloc(pool->slot_count, sizeof *pool->slots);
    pool->threads = calloc((size_t)batch->threads, sizeof *pool->threads);
    if (!pool->slots || !pool->threads)
        return false;
    for (size_t i = 0; i < pool->slot_count; i++) {
        buffer_init(&pool->slots[i].out, LIMIT_RECORD_BYTES);
        if (!(pool->slots[i].arena = arena_new(LIMIT_REPORT_ARENA)))
            return false;
    }
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->changed, NULL);
    while (pool->running < batch->threads && pthread_create(&pool->threads[pool->running], NULL, worker, pool) == 0)
        pool->running++;
    return pool->running > 0;
}

static void pool_end(Pool *pool) {
    pthread_mutex_lock(&pool->lock);
    pool->closed = true;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    for (int i = 0; i < pool->running; i++)
        pthread_join(pool->threads[i], NULL);
}

static void pool_free(Pool *pool) {
    for (size_t i = 0; pool->slots && i < pool->slot_count; i++) {
        buffer_free(&pool->slots[i].out);
        arena_free(pool->slots[i].arena);
    }
    free(pool->slots);
    free(pool->threads);
    isnad_close(pool->isnad);
}

/* The reports through the threads, in their order. */
static void run(Pool *pool, const Batch *batch) {
    const char *note = pool->isnad ? isnad_note(pool->isnad) : NULL;
    if (note)
        fprintf(stderr, "isnad: note: %s\n", note);
    if (!pool_start(pool, batch)) {
        fprintf(stderr, "isnad: no memory for %d threads; try -j 1\n", batch->threads);
        pool->worst = ERROR_MEMORY;
        return;
    }
    progress_begin(&pool->progress, batch->no_progress, !batch->take);
    feed(pool);
    pool_end(pool);
    while (print_oldest(pool, true))
        ;
    progress_clear(&pool->progress);
}

int batch_run(const Batch *batch, int count, char **files) {
    Pool pool = {.batch = batch};
    Error error = {0};
    if (reader_open_all(files, (size_t)count, &batch->reading, &pool.source, &error) != OK)
        return cli_error(&error);
    pthread_mutex_init(&pool.opening, NULL);
    pool.worst = batch->records ? OK : open_isnad(&pool, &error);
    if (pool.worst == OK)
        run(&pool, batch);
    else
        cli_error(&error);
    reader_close(pool.source);
    pool_free(&pool);
    return pool.worst;
}
