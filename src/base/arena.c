/* base/arena: memory that belongs to one report (or one table) and goes all at once.
 *
 * Blocks double in size up to 16 MiB and never move; a take that does not fit opens the next block. reset keeps the
 * blocks: the part of a block that was used before is cleared again when it is taken, the rest still is as calloc gave
 * it. The maximum counts whole blocks, so it bounds what the machine gives. Under the address sanitizer everything that
 * is not taken is poisoned, with a gap behind each piece. Deliberately left out: giving back single pieces.
 */
#include "base/base.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONED 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONED 1
#endif
#ifdef ARENA_POISONED
#include <sanitizer/asan_interface.h>
#define POISON(data, size)   ASAN_POISON_MEMORY_REGION((data), (size))
#define UNPOISON(data, size) ASAN_UNPOISON_MEMORY_REGION((data), (size))
#define GAP                  16
#else
#define POISON(data, size)   ((void)0)
#define UNPOISON(data, size) ((void)0)
#define GAP                  0
#endif

#define ALIGNMENT   16
#define FIRST_BLOCK ((size_t)32 << 10)
#define LARGE_BLOCK ((size_t)16 << 20)

typedef struct Block Block;
struct Block {
    Block *next;
    size_t size, used; /* of data */
    size_t dirty;      /* data behind this is still zero */
    _Alignas(ALIGNMENT) char data[];
};

struct Arena {
    Block *first, *current;
    size_t maximum;  /* 0: none */
    size_t reserved; /* sizes of all blocks */
    size_t used;     /* bytes taken since the last reset */
};

Arena *arena_new(size_t maximum) {
    Arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->maximum = maximum;
    return arena;
}

static Block *block_new(Arena *arena, size_t needed) {
    size_t left = arena->maximum ? arena->maximum - arena->reserved : SIZE_MAX / 2;
    if (needed > left)
        return NULL;
    size_t size = arena->reserved < FIRST_BLOCK ? FIRST_BLOCK : arena->reserved;
    if (size > LARGE_BLOCK)
        size = LARGE_BLOCK;
    if (size > left)
        size = left;
    if (size < needed)
        size = needed;
    Block *block = calloc(1, sizeof *block + size);
    if (!block)
        return NULL;
    block->size = size;
    arena->reserved += size;
    POISON(block->data, size);
    return block;
}

static void block_free(Arena *arena, Block *block) {
    UNPOISON(block->data, block->size);
    arena->reserved -= block->size;
    free(block);
}

/* The next block with room for needed bytes becomes the current one. Kept blocks that are too small are given back (the
 * current one is among them when nothing was taken yet: it is the first one then). */
static Block *next_block(Arena *arena, size_t needed) {
    Block **link = arena->current && arena->current->used ? &arena->current->next : &arena->first;
    while (*link && (*link)->size < needed) {
        Block *small = *link;
        *link = small->next;
        block_free(arena, small);
    }
    if (!*link)
        *link = block_new(arena, needed);
    if (*link)
        arena->current = *link;
    return *link;
}

void *arena_take(Arena *arena, size_t size) {
    if (size > SIZE_MAX / 4)
        return NULL;
    size_t step = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (step == 0)
        step = ALIGNMENT;
    step += GAP;
    Block *block = arena->current;
    if (!block || step > block->size - block->used) {
        block = next_block(arena, step);
        if (!block)
            return NULL;
    }
    char *data = block->data + block->used;
    UNPOISON(data, size);
    if (block->used < block->dirty) {
        size_t old = block->dirty - block->used;
        memset(data, 0, old < size ? old : size);
    }
    block->used += step;
    if (block->used > block->dirty)
        block->dirty = block->used;
    arena->used += step;
    return data;
}

void *arena_array(Arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        return NULL;
    return arena_take(arena, count * size);
}

View arena_copy(Arena *arena, View text) {
    if (!text.data)
        return text;
    char *copy = arena_take(arena, text.length + 1);
    if (!copy)
        return (View){NULL, 0};
    memcpy(copy, text.data, text.length);
    return (View){copy, text.length};
}

View arena_format(Arena *arena, const char *format, ...) {
    va_list values;
    va_start(values, format);
    int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    char *text = length < 0 ? NULL : arena_take(arena, (size_t)length + 1);
    if (!text)
        return (View){NULL, 0};
    va_start(values, format);
    vsnprintf(text, (size_t)length + 1, format, values);
    va_end(values);
    return (View){text, (size_t)length};
}

void arena_reset(Arena *arena) {
    for (Block *block = arena->first; block; block = block->next) {
        block->used = 0;
        POISON(block->data, block->size);
    }
    arena->current = arena->first;
    arena->used = 0;
}

void arena_free(Arena *arena) {
    if (!arena)
        return;
    while (arena->first) {
        Block *block = arena->first;
        arena->first = block->next;
        block_free(arena, block);
    }
    free(arena);
}

size_t arena_used(const Arena *arena) {
    return arena->used;
}

bool list_reserve_(Arena *arena, void **items, size_t count, size_t *room, size_t size) {
    if (count < *room)
        return true;
    size_t more = *room ? *room * 2 : 8;
    void *grown = more > *room ? arena_array(arena, more, size) : NULL;
    if (!grown)
        return false;
    if (count)
        memcpy(grown, *items, count * size);
    *items = grown;
    *room = more;
    return true;
}
