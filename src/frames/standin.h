/* Forces that a sentence names by another word: `zij`, `de rest`, `de Belgen`; called by elided_read. */
#ifndef INZET_FRAMES_STANDIN_H
#define INZET_FRAMES_STANDIN_H

#include "frames/scope.h"

/* Adds to the forces of `a` the pronouns for those told last (`carry`), and for some of them: the rest, half of them. */
void standin_pronouns(const Context *c, Analysis *a, const Carry *carry);
/* Whether token `i`, behind `van`, is `hen`, or `hun` that possesses nothing. */
bool standin_is_them(const Context *c, const Analysis *a, int32_t i);
/* Adds the peoples without a number, as those who are there. */
void standin_people(const Context *c, Analysis *a);

#endif
