/* What a claim has to do with those before it: told again, joined to one, told already. */
#ifndef INZET_FRAMES_TOLD_H
#define INZET_FRAMES_TOLD_H

#include "frames/candidate.h"

/* What claims before, from `item_claims` on, say of a candidate: that it was told, that its sentence or the one before holds a claim. */
void told_features(const Context *x, int32_t item_claims, Candidate *k);
/* Whether the sentence told the same act of the same giver already. */
bool told_here(const Reading *reading, const Claim *claim);

#endif
