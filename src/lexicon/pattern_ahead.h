/* Looking ahead: which `find` rules may match from a token on, and how far, told from the kinds and shapes of the tokens alone. Captures, actions
 * and what a token must not be are left to the matcher, so that the answer may name too many rules, never too few.
 *
 * The rules are followed all at once, as the states of an automaton that is built as texts need it: a state is the set of places reached in the
 * code of the rules, each with the callers of its rule. What was built is kept for the thread and begun afresh when it is full; it is a function
 * of the rules alone and makes answers quick, not different. */
#ifndef INZET_LEXICON_PATTERN_AHEAD_H
#define INZET_LEXICON_PATTERN_AHEAD_H

#include "lexicon/pattern_layout.h"

/* Rules that may match up to token `to` and no further than the next end: a bit per place in the section's list of find rules. */
typedef struct {
    int32_t to;
    uint64_t finds;
} PatternEnd;

enum { PATTERN_ENDS = 16 };

/* The automaton of this thread for a run's section and word list, which is what pattern_ahead needs; `*tables`, which lives as long, are theirs. */
struct PatternAutomaton *pattern_automaton(const PatternRun *run, const struct PatternTables **tables);
/* The tokens from which anything may match, told from two of them each, in order, into `opening`, which has room for all; gives how many. */
int32_t pattern_openings(const PatternRun *run, int32_t *opening);
/* The ends of what may match from `at` on, nearest first; a rule may stand at several. Gives how many. */
int pattern_ahead(const PatternRun *run, int32_t at, PatternEnd end[PATTERN_ENDS]);

#endif
