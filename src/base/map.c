/* base/map: from text to number. Open addressing, linear probing, at most half full; lives in an arena and never
 * shrinks. Deliberately left out: removal, and iteration (the callers keep their own lists in their own order). */
#include "base/base.h"
#include <string.h>

typedef struct Slot {
    View key; /* data NULL: free */
    uint64_t hash;
    uint32_t value;
} Slot;

struct Map {
    Arena *arena;
    Slot *slots;
    size_t count, room; /* room is a power of two */
};

/* Eight bytes at a time, each mixed by a multiplication whose halves are folded together (as in wyhash). */
static uint64_t mix(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 Wide;
    Wide product = (Wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t hash_of(View key) {
    uint64_t hash = 0x9E3779B97F4A7C15u ^ key.length, part;
    size_t i = 0;
    for (; i + 8 <= key.length; i += 8) {
        memcpy(&part, key.data + i, 8);
        hash = mix(hash ^ part, 0xA0761D6478BD642Fu);
    }
    part = 0;
    if (i < key.length)
        memcpy(&part, key.data + i, key.length - i);
    return mix(hash ^ part, 0xE7037ED1A0B428DBu);
}

Map *map_new(Arena *arena) {
    Map *map = arena_take(arena, sizeof *map);
    if (map)
        map->arena = arena;
    return map;
}

static Slot *find(const Map *map, View key, uint64_t hash) {
    for (size_t i = (size_t)hash;; i++) {
        Slot *slot = &map->slots[i & (map->room - 1)];
        if (!slot->key.data || (slot->hash == hash && view_equal(slot->key, key)))
            return slot;
    }
}

static bool grow(Map *map) {
    Map larger = *map;
    larger.room = map->room ? map->room * 2 : 16;
    larger.slots = arena_array(map->arena, larger.room, sizeof(Slot));
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < map->room; i++)
        if (map->slots[i].key.data)
            *find(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    *map = larger;
    return true;
}

bool map_set(Map *map, View key, uint32_t value) {
    if (map->count * 2 >= map->room && !grow(map))
        return false;
    if (!key.data)
        key.data = ""; /* the unknown view and the empty one are one key */
    uint64_t hash = hash_of(key);
    Slot *slot = find(map, key, hash);
    if (!slot->key.data) {
        slot->key = key;
        slot->hash = hash;
        map->count++;
    }
    slot->value = value;
    return true;
}

bool map_get(const Map *map, View key, uint32_t *value) {
    if (map->count == 0)
        return false;
    const Slot *slot = find(map, key, hash_of(key));
    if (!slot->key.data)
        return false;
    if (value)
        *value = slot->value;
    return true;
}

size_t map_count(const Map *map) {
    return map->count;
}
