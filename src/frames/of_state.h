/* Numbers without a noun that the name or adjective of a state stands beside. */
#ifndef INZET_FRAMES_OF_STATE_H
#define INZET_FRAMES_OF_STATE_H

#include "frames/scope.h"

/* `Italië levert er 2450, Frankrijk 1650 en Spanje elk 1100`: the giver right before a number whose verb and noun are left out. `with`: the force
 * before it stands behind `met`, as this one may: `de Belgen zijn er met acht toestellen, de Fransen met negen`. */
const Mention *of_state_gapped(const Context *c, const Analysis *a, int32_t number, bool with);
/* `Italië (550), Oostenrijk (480)`: the state whose number stands in brackets behind it, in a sentence that tells of forces; or NULL. */
const Mention *of_state_bracketed(const Context *c, const Analysis *a, const Number *n);
/* The forces without a number that such numbers count; NULL when the sentence tells of none. */
const Force *of_state_noun(const Context *c, const Analysis *a);
/* `Aan UNIFIL nemen Italië (1.100) en Frankrijk (870) deel`: soldiers, where the clause takes part in something. */
bool of_state_takes_part(const Context *c, const Analysis *a, const Mention *state);
/* `605 Nederlandse en 80 Amerikaanse`: the nation of a number whose noun was told before, at the end of its phrase; or NULL. */
const Mention *of_state_nation(const Context *c, const Analysis *a, const Number *n);
/* The forces of the sentence, before `n`, whose noun such a number leaves out; or NULL. */
const Force *of_state_forces(const Analysis *a, const Number *n);
/* `Duitsland stuurt twee fregatten, België een`: no article, where the sentence or clause ends behind it. */
bool of_state_one(const Context *c, const Analysis *a, const Number *n);
/* `stuurt 350 man naar Mali en Denemarken vier F-16's`: the state that gives what is counted right behind it. */
bool of_state_gives_next(const Analysis *a, const Mention *m);

#endif
