/* Verbs in a sentence: which words are verbs, in which form, with which separated particle; and what a clause's verbs say together. */
#ifndef INZET_SYNTAX_VERB_H
#define INZET_SYNTAX_VERB_H

#include "syntax/clause.h"

/* Whether the word at `i` is a verb here; fills `to`. `function` are FC() bits per token from `first`. */
bool verb_find(const Document *d, const Matches *m, const uint32_t *function, int32_t first, int32_t i, int32_t last, Verb *to);
/* Tense, mood, voice and classes of a clause from its verbs. */
void verb_resolve(const Document *d, Clause *c);

#endif
