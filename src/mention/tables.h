/* Private to mention/: what mentions are found by besides the network. Each table belongs to the file that reads it. */
#ifndef ISNAD_MENTION_TABLES_H
#define ISNAD_MENTION_TABLES_H

#include "mention/lemmas.h"
#include "mention/name_words.h"
#include "mention/numbers.h"
#include "mention/times.h"

struct MentionTables {
    LemmaTable *lemmas;        /* data/lemmas.tsv */
    NameWordTable *name_words; /* data/name_words.tsv */
    NumberTable *numbers;      /* data/numbers.tsv */
    TimeTable *times;          /* data/times.tsv */
};

#endif
