/* Private to claim/: whom the outlet has a report from. */
#ifndef ISNAD_CLAIM_SOURCE_H
#define ISNAD_CLAIM_SOURCE_H

#include "claim/claim.h"

Code sources_find(Arena *arena, const Tables *tables, const Report *report, const Text *text, SourceList *sources,
                  Error *error);

/* --- of source_names.c --- */

typedef struct SourceFinder {
    Arena *arena;
    const Tables *tables;
    const Report *report;
    const Text *text;
    SourceList *sources;
    View outlet; /* the report's own, folded; data NULL when unknown: it is no source of its own report */
    bool failed;
} SourceFinder;

bool credit_is(const SourceFinder *finder, uint32_t word, const char *lower);
bool credit_is_dash(const SourceFinder *finder, uint32_t word);
uint32_t credit_first_point(const SourceFinder *finder, uint32_t word);
bool credit_is_upper(const SourceFinder *finder, uint32_t word);
bool credit_ends_sentence(const SourceFinder *finder, uint32_t word); /* ". ! ?", or a closing mark behind one */
/* The end of the longest outlet that begins at word, before limit; 0 for none. agency: of that kind only. */
uint32_t credit_outlet(SourceFinder *finder, uint32_t word, uint32_t limit, bool agency);
/* The end of the name in capitals that begins at word: "The Conversation", "the Institute for War and Peace". */
uint32_t credit_name(const SourceFinder *finder, uint32_t word, uint32_t limit);
/* The words of a credit between its marks, in parts ("our correspondent and agencies", "AFP/Reuters"), each an outlet,
 * or a phrase of credits.tsv: adds what they name, with words as its span; false, and nothing added, when one of them
 * is something else. loose: outlets of every kind, and beside one of them a name that is not known. */
bool credit_parts(SourceFinder *finder, WordRange inside, WordRange words, bool loose);
/* A phrase of credits.tsv; a place. */
bool credit_is_no_name(const SourceFinder *finder, WordRange words);
bool credit_is_place(SourceFinder *finder, WordRange words);
void credit_add(SourceFinder *finder, View how, WordRange name, WordRange words);
/* The same of a line that is not in the text: the author's. */
void credit_of_author(SourceFinder *finder, View author);

#endif
