/* `België en Nederland hebben er respectievelijk 160 en 45 militairen`: the first of one list goes with the first of another. */
#ifndef INZET_FRAMES_RESPECTIVE_H
#define INZET_FRAMES_RESPECTIVE_H

#include "frames/scope.h"

/* The giver whose number `f` counts, by its place in the list; empty where the lists do not match. */
Found respective_giver(const Context *c, const Analysis *a, const Force *f);
/* Whether place `m` goes with another number of the list than the one at token `at`. */
bool respective_elsewhere(const Context *c, const Analysis *a, int32_t at, const Mention *m);
/* Whether `n` ends a share: `een op de vijf`. */
bool respective_share(const Context *c, const Analysis *a, const Number *n);

#endif
