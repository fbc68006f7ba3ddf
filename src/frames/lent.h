/* What a bare number borrows from another phrase of its sentence. */
#ifndef INZET_FRAMES_LENT_H
#define INZET_FRAMES_LENT_H

#include "frames/context.h"

/* `300 Belgische en 500 Franse soldaten`, `in januari 20 en in maart 40 man`: the counted force behind that lends its noun, and in
 * *whose the state of the number itself (NULL when it has none); or NULL. */
const Force *lent_from_behind(const Context *c, const Analysis *a, const Number *n, const Mention **whose);
/* `60 in plaats van 40 instructeurs`: the forces that `n` counts now; or NULL. */
Force *lent_instead(const Context *c, Analysis *a, const Number *n);
/* `heeft er 40, tegenover 60 voor Zweden`: the state that a number beside another is told of; or NULL. */
const Mention *lent_compared(const Context *c, const Analysis *a, const Number *n);
/* Whether a time begins at token `i` (`ends`: ends there). */
bool lent_beside_time(const Analysis *a, int32_t i, bool ends);
/* `het aantal militairen bedraagt nu 40`, `blijft 40`, `ligt op 40`: a number that says how many the forces before it are. */
bool lent_amounts(const Context *c, const Analysis *a, const Number *n);
/* `halveert het aantal instructeurs: van 20 naar 10`: a number in the piece behind the colon that ends with force `f`. */
bool lent_told_behind(const Context *c, const Analysis *a, const Force *f, const Number *n);

#endif
