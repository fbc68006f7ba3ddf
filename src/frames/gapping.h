/* Gapping: `Nu zijn er 400 militairen, volgend jaar nog 290`: numbers that share a verb, each with a time of its own. */
#ifndef INZET_FRAMES_GAPPING_H
#define INZET_FRAMES_GAPPING_H

#include "frames/candidate.h"

/* The token (a comma or `en`) that opens a gapped part whose number begins at token `number`: a time stands right before it, and no verb behind that. 0: none. */
int32_t gapping_opens(const Context *c, const Analysis *a, int32_t number);
/* Marks the forces of a sentence that stand in such parts (Force.gap). */
void gapping_read(const Context *c, Analysis *a);
/* Whether what stands at `token` goes with another number of the clause than the candidate's. */
bool gapping_elsewhere(const Candidate *k, int32_t token);

#endif
