/* Mentions of missions and their countries that are no form of the word lists, called by analysis_read. */
#ifndef INZET_FRAMES_COMPOUND_H
#define INZET_FRAMES_COMPOUND_H

#include "frames/analysis.h"

/* The preposition that governs the phrase beginning before token `i`, or -1. */
typedef int32_t CompoundPrep(const Document *d, const Analysis *a, int32_t i);
/* Adds a place for `Mali-missie`, `Uruzganmissie`, and a mission for `haar trainingsmissie` behind NAVO, EU or VN. */
void compound_read(const Document *d, Analysis *a, CompoundPrep *prep, Arena *keep);

#endif
