/* pieces: words -> the word pieces that the network was trained on (BERT's), as FORMAT.md says. */
#ifndef ISNAD_MODEL_PIECES_H
#define ISNAD_MODEL_PIECES_H

#include "base/base.h"

/* A word keeps this many pieces at most. Only its first is read off; the rest is what it is spelled like. */
#define PIECES_OF_A_WORD 32

typedef LIST(uint32_t) PieceList;

typedef struct Vocabulary {
    Map *pieces;                  /* piece -> line of vocab.txt */
    uint32_t unknown, start, end; /* [UNK] [CLS] [SEP] */
    size_t longest;               /* bytes of the longest piece */
    bool cased;
} Vocabulary;

/* Reads folder/vocab.txt, which must have `count` lines. */
Code vocabulary_open(Arena *arena, const char *folder, size_t count, bool cased, Vocabulary *vocabulary, Error *error);

/* Appends the pieces of a word, at least one; false: no memory. */
bool pieces_append(const Vocabulary *vocabulary, Arena *arena, View word, PieceList *list);

#endif
