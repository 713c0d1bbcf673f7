/* The store when memory runs out: every allocation of SQLite fails once, in opening, keeping, forgetting, asking and
 * checking. Each says so, nothing is kept by half, and the next try passes. */
#include "store/store.h"
#include "tests/test.h"
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

static struct {
    sqlite3_mem_methods real;
    long left; /* allocations until one fails; negative: none does */
} memory;

static bool refuses(void) {
    return memory.left >= 0 && memory.left-- == 0;
}

static void *give(int size) {
    return refuses() ? NULL : memory.real.xMalloc(size);
}

static void *resize(void *old, int size) {
    return refuses() ? NULL : memory.real.xRealloc(old, size);
}

/* One report with an event that two named actors share. */
static View make_record(Arena *arena, int number) {
    View text = arena_format(arena, "Tolvania shelled the Hill Army on 3 March, report %d says.", number);
    char id[RECORD_ID_BYTES];
    record_id(text, id);
    return arena_format(
        arena,
        "{\"version\":1,\"report\":{\"id\":\"%s\",\"name\":\"report %d\",\"outlet\":\"Outlet "
        "%d\",\"published\":{\"date\":"
        "\"2021-03-04\"},\"text\":\"%s\"},\"actors\":[{\"id\":\"A1\",\"name\":\"Tolvania\",\"kind\":\"country\","
        "\"code\":"
        "\"TOL\",\"known\":null,\"mentions\":[{\"start\":0,\"end\":8,\"form\":\"name\",\"doubt\":null}]},{\"id\":"
        "\"A2\","
        "\"name\":\"Hill Army\",\"kind\":\"organization\",\"code\":\"\",\"known\":null,\"mentions\":[{\"start\":21,"
        "\"end\":30,\"form\":\"name\",\"doubt\":null}]}],\"places\":[],\"times\":[],\"statements\":[{\"id\":\"S1\","
        "\"speaker\":[\"A2\"],\"cue\":[],\"content\":[{\"start\":0,\"end\":8}],\"manner\":\"direct\",\"commitment\":"
        "\"said\",\"named\":true,\"within\":null}],\"events\":[{\"id\":\"E1\",\"type\":\"ASSAULT\",\"mode\":null,"
        "\"cameo\":\"190\",\"trigger\":{\"start\":9,\"end\":16},\"source\":[\"A1\"],\"target\":[\"A2\"],\"place\":null,"
        "\"time\":{\"from\":\"2021-03-03\",\"to\":\"2021-03-03\"},\"status\":\"happened\",\"said_in\":null,"
        "\"accounts\":"
        "[]}]}",
        id, number, number, (int)text.length ? text.data : "");
}

static Code count_row(void *into, const StoreRow *row, Error *error) {
    (void)row;
    (void)error;
    ++*(size_t *)into;
    return OK;
}

static Code count_record(void *into, View record, Error *error) {
    (void)record;
    (void)error;
    ++*(size_t *)into;
    return OK;
}

static void count_fault(void *into, View fault) {
    (void)fault;
    ++*(size_t *)into;
}

typedef Code Deed(const char *path, Arena *arena, Error *error);

static Code keep_two(const char *path, Arena *arena, Error *error) {
    Store *store;
    StoreKept kept;
    Code code = store_open(path, STORE_WRITE, NULL, &store, error);
    for (int i = 1; code == OK && i <= 2; i++)
        code = store_keep(store, make_record(arena, i), VIEW("two"), &kept, error);
    if (code == OK)
        code = store_commit(store, error);
    store_close(store);
    return code;
}

static Code forget_one(const char *path, Arena *arena, Error *error) {
    Store *store;
    size_t count;
    (void)arena;
    Code code = store_open(path, STORE_WRITE, NULL, &store, error);
    if (code == OK)
        code = store_forget(store, VIEW("report 2"), &count, error);
    if (code == OK)
        code = store_commit(store, error);
    store_close(store);
    return code;
}

static Code ask(const char *path, Arena *arena, Error *error) {
    Store *store;
    size_t count = 0, reports;
    bool more;
    StoreFilter filter = {.actor = "tolvania", .text = "shelled", .type = "ASSAULT"};
    (void)arena;
    Code code = store_open(path, STORE_READ, NULL, &store, error);
    if (code == OK)
        code = store_find(store, STORE_EVENTS, &filter, count_row, &count, &more, error);
    if (code == OK)
        code = store_find(store, STORE_PAIRS, &(StoreFilter){0}, count_row, &count, &more, error);
    if (code == OK)
        code = store_records(store, &filter, count_record, &count, error);
    if (code == OK)
        code = store_check(store, count_fault, &count, &reports, error);
    store_close(store);
    return code;
}

/* How many reports there are, and that nothing is wrong with them. */
static size_t sound_reports(const char *path) {
    Store *store;
    Error error = {0};
    size_t faults = 0, reports = 0;
    if (store_open(path, STORE_READ, NULL, &store, &error) != OK)
        return 0;
    CHECK_OK(store_check(store, count_fault, &faults, &reports, &error), error);
    CHECK(faults == 0);
    store_close(store);
    return reports;
}

/* Until it passes. before, after: how many reports there are then. */
static void torture(const char *name, Deed *deed, const char *path, size_t before, size_t after) {
    Arena *arena = arena_new(0);
    Code code = ERROR_MEMORY;
    long tries = 0;
    for (long first = 0; code != OK && tries < 4000; first += 1 + first / 25, tries++) {
        Error error = {0};
        memory.left = first;
        code = deed(path, arena, &error);
        memory.left = -1;
        if (code != OK && !CHECK(code == ERROR_MEMORY || code == ERROR_FILE))
            printf("    %s, allocation %ld: %d %s\n", name, first, code, error.message);
        if (code != OK && !CHECK(sound_reports(path) == before))
            break;
        arena_reset(arena);
    }
    CHECK(code == OK);
    CHECK(tries > 20);
    CHECK(sound_reports(path) == after);
    arena_free(arena);
}

static void test_found(const char *path) {
    Store *store;
    Error error = {0};
    size_t count = 0;
    bool more = true;
    StoreFilter filter = {.tellers_least = 2};
    if (!CHECK_OK(store_open(path, STORE_READ, NULL, &store, &error), error))
        return;
    CHECK_OK(store_find(store, STORE_EVENTS, &filter, count_row, &count, &more, &error), error);
    CHECK(count == 1 && !more);
    count = 0;
    CHECK_OK(store_records(store, NULL, count_record, &count, &error), error);
    CHECK(count == 2);
    CHECK(store_knows(store, &(StoreFilter){.actor = "hill army"}));
    CHECK(!store_knows(store, &(StoreFilter){.actor = "dale army"}));
    store_close(store);
}

int main(void) {
    char path[] = "/tmp/isnad-store-XXXXXX";
    int file = mkstemp(path);
    test_begin("store/memory");
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
    sqlite3_mem_methods counting = memory.real;
    counting.xMalloc = give;
    counting.xRealloc = resize;
    memory.left = -1;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &counting);
    if (!CHECK(file >= 0))
        return test_end();
    close(file);
    torture("keep", keep_two, path, 0, 2);
    test_found(path);
    torture("ask", ask, path, 2, 2);
    torture("forget", forget_one, path, 2, 1);
    unlink(path);
    return test_end();
}
