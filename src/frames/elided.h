/* Forces that a sentence names without their noun. */
#ifndef INZET_FRAMES_ELIDED_H
#define INZET_FRAMES_ELIDED_H

#include "frames/scope.h"

/* Adds to the forces of `a` the numbers that borrow the noun of a force beside or before them (`carry`), pronouns for that force, and
 * peoples without a number. */
void elided_read(const Context *c, Analysis *a, const Carry *carry);
/* What may follow a number whose noun is left out: nothing, punctuation, a preposition, a verb of the clause; `drie anderen`. */
bool elided_stands_alone(const Context *c, const Analysis *a, int32_t i);

#endif
