/* Phrases of forces that belong together: `een compagnie van 150 man`, `helikopters van het type A109`. */
#ifndef INZET_FRAMES_FORCE_JOIN_H
#define INZET_FRAMES_FORCE_JOIN_H

#include "frames/analysis.h"

/* Lets one of two such phrases stand for both: the other is contained in it, or lends its nation, type or people. */
void force_join(const Document *d, Analysis *a);

#endif
