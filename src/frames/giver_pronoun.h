/* Givers that a sentence means by a pronoun. */
#ifndef INZET_FRAMES_GIVER_PRONOUN_H
#define INZET_FRAMES_GIVER_PRONOUN_H

#include "frames/scope.h"

/* `leveren ze`, `zij hebben`: whether the clause speaks of those told before. */
bool giver_says_they(const Context *c, const Analysis *a, int32_t clause);
/* `Het stuurt`, `heeft het`: whether `het`, before token `at`, is a state that has or gives in the clause. */
bool giver_says_it(const Context *c, const Analysis *a, int32_t at, int32_t clause);
/* `Het land stelt vier toestellen beschikbaar`: whether the state that acts is the one that was spoken of. */
bool giver_says_the_land(const Context *c, const Analysis *a, int32_t clause);
/* `Nieuw is Zweden. Dat levert 250 man`: the one state that the sentence before names as no place, where `dat` opens the clause and gives; or empty. */
Found giver_meant_by_that(const Context *c, const Analysis *a, int32_t at, int32_t clause);
/* `leveren ze`, `Die hadden`, `Het gaat om`: whom the sentence before speaks of, where the clause goes on about them; or empty. */
Found giver_going_on(const Context *c, const Analysis *a, int32_t clause, const Carry *carry);

#endif
