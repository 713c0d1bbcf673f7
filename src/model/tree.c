/* See tree.h. Edmonds' algorithm in Tarjan's order on a full matrix, O(count^2): follow best heads upwards; where the
 * way bites its own tail, the cycle becomes one node whose entering scores are less what the entered word loses; at the
 * end the cycles are opened from the outside in. One root: every root score is lowered by more than any tree can win.
 */
#include "model/tree.h"

#define NONE UINT32_MAX

typedef struct Entry {
    double score;
    uint32_t word; /* the word of the node that is entered */
} Entry;

typedef struct Node {
    Entry *in;            /* [count + 1] by head word; a merged node takes over the row of one of its members */
    uint32_t parent;      /* the node that it was merged into */
    uint32_t head, word;  /* the edge chosen into it */
    uint32_t child, next; /* members of a cycle as a list */
    enum { FRESH, ON_WAY, DONE } state;
} Node;

typedef struct Forest {
    Node *nodes; /* words, then cycles as they appear */
    size_t count, used;
    uint32_t *place; /* union-find: word or node -> towards the node that holds it */
} Forest;

static uint32_t holder(Forest *forest, uint32_t node) {
    while (forest->place[node] != node) {
        forest->place[node] = forest->place[forest->place[node]];
        node = forest->place[node];
    }
    return node;
}

/* Chooses the best edge into a node and makes all its scores relative to it. */
static void choose(Forest *forest, uint32_t index) {
    Node *node = &forest->nodes[index];
    uint32_t best = NONE;
    for (uint32_t h = 0; h <= forest->count; h++) {
        bool inside = h < forest->count && holder(forest, h) == index;
        if (!inside && (best == NONE || node->in[h].score > node->in[best].score)) {
            best = h;
        }
    }
    double score = node->in[best].score;
    node->head = best;
    node->word = node->in[best].word;
    for (size_t h = 0; h <= forest->count; h++) {
        node->in[h].score -= score;
    }
}

/* The cycle that ends at `last` and begins at `first` (last's head lies in first) becomes a node. */
static uint32_t merge(Forest *forest, uint32_t first, uint32_t last) {
    uint32_t made = (uint32_t)forest->used++;
    Node *whole = &forest->nodes[made];
    *whole = (Node){.in = forest->nodes[last].in, .parent = NONE, .child = NONE, .state = ON_WAY};
    uint32_t at = first;
    for (bool more = true; more;) {
        Node *member = &forest->nodes[at];
        for (size_t h = 0; at != last && h <= forest->count; h++) {
            if (member->in[h].score > whole->in[h].score) {
                whole->in[h] = member->in[h];
            }
        }
        uint32_t up = at == last ? NONE : holder(forest, member->head);
        member->parent = made;
        member->next = whole->child;
        whole->child = at;
        more = at != last;
        at = up;
    }
    for (uint32_t member = whole->child; member != NONE; member = forest->nodes[member].next) {
        forest->place[member] = made;
    }
    forest->place[made] = made;
    return made;
}

static void grow(Forest *forest, uint32_t start) {
    uint32_t root = (uint32_t)forest->count, at = start;
    forest->nodes[at].state = ON_WAY;
    for (;;) {
        choose(forest, at);
        Node *node = &forest->nodes[at];
        uint32_t up = node->head == root ? NONE : holder(forest, node->head);
        if (up == NONE || forest->nodes[up].state == DONE) {
            break;
        }
        if (forest->nodes[up].state == ON_WAY) {
            at = merge(forest, up, at);
        } else {
            forest->nodes[up].state = ON_WAY;
            at = up;
        }
    }
    for (size_t i = 0; i < forest->used; i++) {
        if (forest->nodes[i].state == ON_WAY) {
            forest->nodes[i].state = DONE;
        }
    }
}

/* The edge into a node enters one word: every cycle around that word is opened there, its other members keep their
 * edges. */
static void open_cycles(Forest *forest, uint32_t *heads) {
    for (size_t i = forest->used; i-- > 0;) {
        Node *node = &forest->nodes[i];
        if (node->parent != NONE) {
            continue; /* inside a cycle that is not open yet, or opened from there */
        }
        heads[node->word] = node->head == forest->count ? node->word : node->head;
        uint32_t x = node->word;
        while (x != i) {
            uint32_t around = forest->nodes[x].parent;
            for (uint32_t member = forest->nodes[around].child; member != NONE; member = forest->nodes[member].next) {
                if (member != x) {
                    forest->nodes[member].parent = NONE;
                }
            }
            x = around;
        }
    }
}

static bool prepare(Arena *arena, const float *scores, size_t count, Forest *forest) {
    *forest = (Forest){.count = count, .used = count};
    forest->nodes = arena_array(arena, 2 * count, sizeof *forest->nodes);
    forest->place = arena_array(arena, 2 * count, sizeof *forest->place);
    Entry *entries = arena_array(arena, count * (count + 1), sizeof *entries);
    if (!forest->nodes || !forest->place || !entries) {
        return false;
    }
    double low = scores[count], high = low;
    for (size_t i = 0; i < count * (count + 1); i++) {
        low = scores[i] < low ? scores[i] : low;
        high = scores[i] > high ? scores[i] : high;
    }
    double only_one = (high - low + 1) * (double)(count + 1);
    for (uint32_t d = 0; d < count; d++) {
        forest->nodes[d] = (Node){.in = entries + d * (count + 1), .parent = NONE, .child = NONE};
        forest->place[d] = d;
        for (size_t h = 0; h <= count; h++) {
            double score = scores[d * (count + 1) + h];
            forest->nodes[d].in[h] = (Entry){h == count ? score - only_one : score, d};
        }
    }
    return true;
}

bool tree_best(Arena *arena, const float *scores, size_t count, uint32_t *heads) {
    Forest forest;
    if (!prepare(arena, scores, count, &forest)) {
        return false;
    }
    for (uint32_t d = 0; d < count; d++) {
        if (forest.nodes[holder(&forest, d)].state == FRESH) {
            grow(&forest, d);
        }
    }
    open_cycles(&forest, heads);
    return true;
}
