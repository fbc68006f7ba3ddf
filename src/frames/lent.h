/* What a bare number borrows from another phrase of its sentence. */
#ifndef INZET_FRAMES_LENT_H
#define INZET_FRAMES_LENT_H

#include "frames/context.h"

/* `300 Belgische en 500 Franse soldaten`, `in januari 20 en in maart 40 man`: the counted force behind that lends its noun, and in *whose the state of the number itself (NULL when it has none); or NULL. */
const Force *lent_from_behind(const Context *c, const Analysis *a, const Number *n, const Mention **whose);
/* `60 in plaats van 40 instructeurs`: the forces that `n` counts now; or NULL. */
Force *lent_instead(const Context *c, Analysis *a, const Number *n);
/* `heeft er 40, tegenover 60 voor Zweden`: the state that a number beside another is told of; or NULL. */
const Mention *lent_compared(const Context *c, const Analysis *a, const Number *n);
/* Whether a time begins at token `i` (`ends`: ends there). */
bool lent_beside_time(const Analysis *a, int32_t i, bool ends);

#endif
