/* Numbers of wholes that are nobody's own and no mission's strength, for candidate_total.c. */
#ifndef INZET_FRAMES_CANDIDATE_WHOLE_H
#define INZET_FRAMES_CANDIDATE_WHOLE_H

#include "frames/candidate.h"

/* What several gave in the sentence before, in all. */
bool whole_sums_up(const Candidate *k);
/* Who commands for an organisation. */
bool whole_serves_organisation(const Candidate *k);
/* A group of several peoples. */
bool whole_is_mixed(const Candidate *k);
/* The parts of a formation. */
bool whole_has_parts(const Candidate *k);
/* What any of its kind has. */
bool whole_is_usual(const Candidate *k);
/* All forces of an alliance. */
bool whole_of_alliance(const Candidate *k);
/* A number that no one state has: of an organisation, of a fleet, of blue helmets by the thousand. */
bool whole_of_many(const Candidate *k);
/* All of whom those told before are a part: `op een totaal van 600 militairen`. */
bool whole_out_of_all(const Candidate *k);
/* Several givers' forces told of together: `de samenwerking tussen de verschillende eenheden`. */
bool whole_of_various(const Candidate *k);
/* No whole, though a mission stands before it: what the subject takes part or helps with. */
bool whole_taken_along(const Candidate *k);
/* Of many states by their number: `1.000 militairen uit 22 landen`. */
bool whole_of_states(const Candidate *k);
/* `14.000 blauwhelmen, onder wie 290 Nederlanders en 850 Duitsers`: a whole whose parts are told by nation. */
bool whole_has_national_parts(const Candidate *k);
/* `de 5.000 militairen die Monuc al in Noord-Kivu heeft`: the mission is who has them. */
bool whole_mission_has(const Candidate *k);
/* `In totaal zijn 900 militairen bij de missie betrokken`, in a paragraph that told of forces of several states. */
bool whole_after_states(const Candidate *k);
/* No whole: `Senegal heeft er 300 blauwhelmen`, where the state right before the verb has or gives them, and names them by the mission. */
bool whole_state_has(const Candidate *k);

#endif
