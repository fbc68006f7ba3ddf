/* Numbers and forces that are several givers' or somebody else's. */
#ifndef INZET_FRAMES_SHARED_H
#define INZET_FRAMES_SHARED_H

#include "frames/candidate.h"

/* Whether the sentence gives its number to each: `beide landen sturen elk 350 man`. */
bool shared_each(const Candidate *k);
/* Whether the phrase is a force that somebody commands: no contribution by itself. */
bool shared_commanded(const Analysis *a, const Force *f);
/* Takes the number away where it is that of several givers together. */
void shared_number(Candidate *k);
/* Whether `f` is told as a part of a force before it: `, onder wie 250 commando's`. */
bool shared_part(const Context *c, const Analysis *a, const Force *f);
/* The clause whose verb speaks for force `f`: its own, or for a part (`..., onder wie 250 commando's`) that of the force it is a part of. */
int32_t shared_clause(const Context *c, const Analysis *a, const Force *f);
/* `twee Fransen en een Spaanse bevoorrader`: whether the giver at `at` is told by a counted phrase of its own. */
bool shared_apart(const Candidate *k, Range at);

#endif
