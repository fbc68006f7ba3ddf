/* Fields of a claim that come after its stage is known: times (fields_time.c, fields_idle.c, fields_follow.c, fields_carry.c, times_told.c, times_other.c), tasks (fields_roles.c),
 * bodies (fields_bodies.c, fields_speaker.c); fields.c calls them for a candidate, and once more for the claims of an item when all of them are read. */
#ifndef INZET_FRAMES_FIELDS_H
#define INZET_FRAMES_FIELDS_H

#include "frames/candidate.h"

/* How far a token's clause is from the candidate: 3 its own clause, 2 what hangs on it (purpose, relative), 1 what it hangs on or stands
 * beside without forces or givers of its own, 0 not to do with it. */
int fields_closeness(const Candidate *k, int32_t token);
/* Whether two claims of one item can tell of one contribution: giver and mission agree. */
bool fields_alike(const Claim *a, const Claim *b);
/* 0 to come, 1 running, 2 over, 3 dropped, 4 asked or weighed. */
int fields_phase(const Claim *c);
/* Whether a contribution of this stage has not begun. */
bool fields_to_come(Stage s);
/* Sentences from the one that starts at `from` to the one that starts at `to`; negative when `to` comes first; `reach` + 1 when farther. */
int fields_distance(const Document *d, int32_t sentence, int32_t from, int reach);

/* Start, end and duration of the candidate. */
void fields_times(Candidate *k);
/* Times that a neighbouring sentence says of claims from `first_claim` on. */
void fields_carry_times(Context *c, Size first_claim);
void fields_roles(Candidate *k);
/* The task that the page tells nearest of the same contribution, for claims from `first_claim` on that tell none. */
void fields_carry_roles(Context *c, Size first_claim);
/* Decider, requester, speaker and assent as the sentence says them, or the sentence before for `volgens hem`. */
void fields_bodies(Candidate *k);
/* The speaker: of the sentence, of the quotation it stands in, or of `Dat heeft de minister gezegd` behind it. */
void fields_speaker(Candidate *k);
/* The decider that the page names for claims from `first_claim` on. */
void fields_carry_decider(Context *c, Size first_claim);
/* Places of the sentences before for a claim that names none. */
void fields_places(Candidate *k);

static inline const Clause *fields_clause(const Candidate *k)
{
    return &k->a->clauses.clause.item[k->clause];
}

static inline const Clause *fields_clause_at(const Candidate *k, int32_t token)
{
    return &k->a->clauses.clause.item[k->a->clauses.of[token - k->a->first]];
}

static inline void fields_prove(Claim *c, Field field, How how, Range at, const char *rule)
{
    c->proof[field] = (Proof){how, at, rule};
}

#endif
