/* source: private to read/. How packed bytes become the window: a layer for each packing that is taken off. */
#ifndef ISNAD_READ_SOURCE_H
#define ISNAD_READ_SOURCE_H

#include "read/door.h"

#define SOURCE_STEP ((size_t)256 << 10) /* bytes asked for at a time */
#define MOST_LAYERS 3                   /* a packed file in a packed file in a packed file; more is a bomb */

/* One packing: what came from below and what of it is unpacked. */
typedef struct Layer {
    Unpacker *unpacker;
    Packing packing;
    Buffer packed;  /* the bytes from below; those before start are unpacked and kept to look for the next member in */
    size_t start;   /* where the unpacker stands in them */
    size_t member;  /* where the present member begins in them; what is before is not needed any more */
    uint64_t place; /* of packed.data[0] in what is below */
    uint64_t member_place; /* where the present member begins in what is below */
    uint64_t taken, made;
    bool within; /* a member has begun */
    bool ended;
} Layer;

struct Source {
    char *name;
    int file;   /* -1: memory */
    View bytes; /* memory that was not yet read */
    uint64_t packed;
    bool file_ended;
    Layer layers[MOST_LAYERS]; /* [0] unpacks what the file holds */
    size_t layer_count;
    Buffer window; /* what was read and not yet used begins at start */
    size_t start, line;
    uint64_t used;
    bool ended;
    Buffer faults; /* told damage waits here, one message a line */
    size_t faults_told;
};

/* Bytes from the file itself; *made is 0 at its end. */
Code file_pull(Source *source, char *out, size_t room, size_t *made, Error *error);
/* Unpacked bytes of the layers below `level` (0: the file); *made is 0 at the end. */
Code layer_pull(Source *source, size_t level, char *out, size_t room, size_t *made, Error *error);
/* Puts a layer on top, which begins with the bytes of the window. */
Code layer_add(Source *source, Packing packing, Error *error);
void layer_free(Layer *layer);

#endif
