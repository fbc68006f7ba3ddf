/* Verbs in a sentence: which words are verbs, in which form, with which separated particle; and what a clause's verbs say together. */
#ifndef INZET_SYNTAX_VERB_H
#define INZET_SYNTAX_VERB_H

#include "syntax/clause.h"

/* How long an aside between commas may be. */
enum { VERB_ASIDE = 8 };

/* The sentence in which verbs are sought, tokens [first, last), with FC() bits per token from `first`; `words` has a bit for each of its words, by some bits
 * of their hashes, so that no particle is sought that stands nowhere. */
typedef struct {
    const Document *d;
    const Matches *m;
    const uint32_t *function;
    int32_t first, last;
    uint64_t words[4];
} VerbLook;
VerbLook verb_look(const Document *d, const Matches *m, const uint32_t *function, int32_t first, int32_t last);
/* Whether the word at `i` is a verb here; fills `to`. */
bool verb_find(const VerbLook *l, int32_t i, Verb *to);
/* Whether the word at `i`, behind `dat`, opens a clause and not what is pointed at: `sluit uit dat er`, not `leverde in dat land`; `function`: its FC() bits. */
bool verb_that_clause(const Document *d, int32_t i, int32_t last, uint32_t function);
/* Tense, mood, voice and classes of a clause from its verbs. */
void verb_resolve(const Document *d, Clause *c);

#endif
