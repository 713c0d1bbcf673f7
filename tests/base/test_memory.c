/* Arena, lists, buffer, map: growth, limits, and running out at every possible place. */
#include "tests/test.h"

static void test_arena(void) {
    Arena *arena = arena_new(0);
    char *first = arena_take(arena, 100);
    CHECK(first && ((uintptr_t)first & 15) == 0);
    memset(first, 'x', 100);
    char *large = arena_take(arena, 1 << 20); /* a block of its own */
    CHECK(large && large[0] == 0 && large[(1 << 20) - 1] == 0);
    memset(large, 'x', 1 << 20);
    CHECK(arena_take(arena, 0) != NULL);
    CHECK(arena_array(arena, SIZE_MAX / 4, 8) == NULL);
    CHECK(arena_take(arena, SIZE_MAX) == NULL);
    size_t used = arena_used(arena);
    CHECK(used >= 100 + (1 << 20));
    arena_reset(arena);
    CHECK(arena_used(arena) == 0);
    char *again = arena_take(arena, 100);
    bool zero = again == first;
    for (int i = 0; zero && i < 100; i++)
        zero = again[i] == 0;
    CHECK(zero);
    again = arena_take(arena, 1 << 20);
    CHECK(again == large && again[5] == 0);
    CHECK_TEXT(arena_copy(arena, VIEW("abc")), "abc");
    CHECK_TEXT(arena_copy(arena, VIEW("")), "");
    CHECK_TEXT(arena_copy(arena, view(NULL)), NULL);
    CHECK_TEXT(arena_format(arena, "%s:%d", "file", 3), "file:3");
    arena_free(arena);
    arena_free(NULL);
}

/* A kept block that is too small for a later take makes room for a larger one under the same maximum. */
static void test_arena_maximum(void) {
    Arena *arena = arena_new(100000);
    CHECK(arena_take(arena, 20000) && arena_take(arena, 20000) && arena_take(arena, 20000));
    CHECK(arena_take(arena, 80000) == NULL);
    arena_reset(arena);
    CHECK(arena_take(arena, 100000 - 64) != NULL);
    CHECK(arena_take(arena, 1000) == NULL);
    arena_free(arena);
}

static void test_list(void) {
    Arena *arena = arena_new(0);
    LIST(int) list = {0};
    bool good = true;
    for (int i = 0; i < 1000; i++)
        good = good && list_push(arena, &list, i * i);
    CHECK(good && list.count == 1000 && list.items[999] == 999 * 999 && list.items[7] == 49);
    arena_free(arena);
}

static void test_buffer(void) {
    Buffer buffer;
    buffer_init(&buffer, 0);
    CHECK_TEXT(buffer_view(&buffer), "");
    buffer_append(&buffer, VIEW("abc"));
    buffer_byte(&buffer, '-');
    buffer_format(&buffer, "%05d", 42);
    CHECK_TEXT(buffer_view(&buffer), "abc-00042");
    for (int i = 0; i < 10000; i++)
        buffer_append(&buffer, VIEW("0123456789"));
    CHECK(buffer.length == 100009 && !buffer.failed);
    buffer_free(&buffer);

    buffer_init(&buffer, 10);
    buffer_append(&buffer, VIEW("0123456789"));
    CHECK(!buffer.failed);
    buffer_byte(&buffer, 'x');
    CHECK(buffer.failed && buffer.length == 10);
    buffer_clear(&buffer);
    CHECK(!buffer.failed && buffer.length == 0);
    buffer_format(&buffer, "%s", "too long by far");
    buffer_append(&buffer, VIEW("a"));
    CHECK(buffer.failed && buffer.length == 0); /* after a failure nothing more goes in */
    buffer_free(&buffer);
}

static bool fill_map(Arena *arena, uint32_t count, Map **map) {
    *map = map_new(arena);
    if (!*map)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        View key = arena_format(arena, "key %u", i % (count / 2)); /* each key twice */
        if (!key.data || !map_set(*map, key, i))
            return false;
    }
    return true;
}

static void test_map(void) {
    Arena *arena = arena_new(0);
    Map *map;
    uint32_t value = 7;
    CHECK(fill_map(arena, 20000, &map));
    CHECK(map_count(map) == 10000);
    CHECK(map_get(map, VIEW("key 0"), &value) && value == 10000);
    CHECK(map_get(map, VIEW("key 9999"), &value) && value == 19999);
    CHECK(map_get(map, VIEW("key 5"), NULL));
    CHECK(!map_get(map, VIEW("key 10000"), &value) && value == 19999);
    CHECK(!map_get(map, VIEW(""), &value));
    CHECK(map_set(map, VIEW(""), 3) && map_get(map, view(NULL), &value) && value == 3);
    Map *empty = map_new(arena);
    CHECK(!map_get(empty, VIEW("a"), &value) && map_count(empty) == 0);
    arena_free(arena);
}

/* Lua's way: raise the limit until the operation passes; every smaller limit must fail cleanly. */
static void test_running_out(void) {
    size_t maximum = 1;
    for (bool done = false; !done; maximum += 997) {
        Arena *arena = arena_new(maximum);
        Map *map;
        done = fill_map(arena, 200, &map);
        if (done)
            CHECK(map_count(map) == 100);
        arena_free(arena);
    }
    CHECK(maximum > 4000);
}

int main(void) {
    test_begin("memory");
    test_arena();
    test_arena_maximum();
    test_list();
    test_buffer();
    test_map();
    test_running_out();
    return test_end();
}
