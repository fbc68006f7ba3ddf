/* Which way a date without its year looks: the tense of the verb nearest to it, and its connective. */
#ifndef INZET_TIME_TENSE_H
#define INZET_TIME_TENSE_H

#include "lexicon/pattern.h"
#include "time/time_read.h"

/* -1 past, +1 future, 0 neither, for the expression in tokens [first, last) of the sentence being read.
 * `earliest`: op zijn vroegst, which looks ahead. */
int tense_direction(const PatternRun *run, int32_t first, int32_t last, Connective connect, bool earliest);

#endif
