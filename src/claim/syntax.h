/* Private to claim/: small questions about the tree (Universal Dependencies). Everything is in words; NO_WORD is
 * "none".
 */
#ifndef ISNAD_CLAIM_SYNTAX_H
#define ISNAD_CLAIM_SYNTAX_H

#include "model/model.h"

typedef struct Syntax {
    const Text *text;
    const Reading *reading;
    uint32_t *child, *sibling; /* [word_count]: first child, next child of the same head; in the order of the text */
} Syntax;

bool syntax_make(Arena *arena, const Text *text, const Reading *reading, Syntax *syntax); /* false: no memory */

uint32_t syntax_head(const Syntax *s, uint32_t word);                        /* NO_WORD for a root */
bool syntax_is(const Syntax *s, uint32_t word, const char *relation);        /* or a subtype of it */
uint32_t syntax_child(const Syntax *s, uint32_t word, const char *relation); /* the first such child */
/* The first child of that relation with one of these prepositions: syntax_phrase(s, noun, "nmod", "by"). */
uint32_t syntax_phrase(const Syntax *s, uint32_t word, const char *relation, const char *prepositions);
bool syntax_under(const Syntax *s, uint32_t word, uint32_t top); /* or top itself */
Upos syntax_upos(const Syntax *s, uint32_t word);
/* The lemma or the word itself is one of the words, which are separated by spaces: syntax_word(s, w, "give take"). */
bool syntax_word(const Syntax *s, uint32_t word, const char *words);
/* Its first preposition is one of these. */
bool syntax_case(const Syntax *s, uint32_t word, const char *prepositions);

bool syntax_verbal(const Syntax *s, uint32_t word); /* a verb, or anything with a subject or copula of its own */
bool syntax_passive(const Syntax *s, uint32_t verb);
bool syntax_negated(const Syntax *s, uint32_t word);
/* The nearest word above (or itself) that heads a clause. */
uint32_t syntax_clause(const Syntax *s, uint32_t word);
/* The verb that a noun is the object of ("carried out an attack"); NO_WORD when it is none. */
uint32_t syntax_light_verb(const Syntax *s, uint32_t noun);
/* Through "who", "which", "that" to the noun that it stands for; the word itself when it is no relative pronoun. */
uint32_t syntax_antecedent(const Syntax *s, uint32_t word);

/* Does an of-phrase of this noun name the doer ("the visit of the president")? */
bool syntax_of_does(const Syntax *s, uint32_t noun);
/* Who does it and to whom, by the tree alone: explicit, by-phrase, possessive, shared by coordination, control,
 * participles. *how: a fixed string for explain. */
uint32_t syntax_doer(const Syntax *s, uint32_t word, const char **how);
uint32_t syntax_undergoer(const Syntax *s, uint32_t word, const char **how);
/* The subject as it stands in or above the clause, passive or not. */
uint32_t syntax_subject(const Syntax *s, uint32_t verb, const char **how);

#endif
