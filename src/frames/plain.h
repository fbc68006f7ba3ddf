/* Claims without an asset: `Nederland doet mee aan EUTM Mali`, `de Belgische deelname wordt verlengd`; and elided units: `dat worden er 350`. */
#ifndef INZET_FRAMES_PLAIN_H
#define INZET_FRAMES_PLAIN_H

#include "frames/candidate.h"

/* Tokens of sentence `a` on which claims without an asset hang, at most `room`; returns how many. */
int plain_find(const Context *c, const Analysis *a, int32_t *at, int room);
/* Whether `m` names the state that something is taken over from: `nam de provincie over van de Amerikanen`. */
bool plain_yields(const Context *c, const Analysis *a, const Mention *m);
/* Adds to `a` the numbers that lean on a force named before. */
void plain_elided(const Context *c, Analysis *a, const Carry *carry);

#endif
