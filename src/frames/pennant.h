/* Ships told by their pennant number and name: `de Duitse M1062 Sulzbach-Rosenberg`. */
#ifndef INZET_FRAMES_PENNANT_H
#define INZET_FRAMES_PENNANT_H

#include "frames/analysis.h"

/* The token behind a pennant number at `i` and the name that follows it, in a sentence that speaks of ships; -1 when none begins there. */
int32_t pennant_end(const Document *d, const Analysis *a, int32_t i);

#endif
