/* Statements about a mission itself: its strength, members, seat, start, suspension, end, invitation. */
#ifndef INZET_FRAMES_MISSION_H
#define INZET_FRAMES_MISSION_H

#include "frames/scope.h"

/* Adds the mission claims of sentence `a` to the reading. */
void mission_read(Context *c, const Analysis *a, const Carry *carry);

#endif
