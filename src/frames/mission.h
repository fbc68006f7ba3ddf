/* Statements about a mission itself: its strength, members, seat, start, suspension, end, invitation. */
#ifndef INZET_FRAMES_MISSION_H
#define INZET_FRAMES_MISSION_H

#include "frames/candidate.h"

/* Adds the mission claims of sentence `a` to the reading. */
void mission_read(Context *c, const Analysis *a, const Carry *carry);
/* Adds the strength of the mission of candidate `k`, whose number is that of a whole: `Van de 3400 militairen levert Frankrijk er 1700`. */
void mission_total(Context *c, const Candidate *k, const Carry *carry);

#endif
