/* The rooms of who gives: the forces' own words (giver_forces.c), the sentence (scope_giver.c), organisations (giver_organisation.c), who is asked (giver_asked.c), acts and
 * formations of a people (giver_act.c), what is left unsaid
 * (giver_unsaid.c) or said by a pronoun (giver_pronoun.c). */
#ifndef INZET_FRAMES_GIVER_H
#define INZET_FRAMES_GIVER_H

#include "frames/scope.h"

/* Classes of verbs by which somebody gives, keeps or takes back forces. */
#define GIVER_GIVES (VC(DEPLOY) | VC(CONTRIBUTE) | VC(WITHDRAW) | VC(OFFER) | VC(REMAIN) | VC(SERVE) | VC(TASK) | VC(EXTEND) | VC(ENLARGE) | VC(REDUCE))

/* Whether an id is a state; organisations give only as subject of an act of giving. */
bool giver_can(Span id);
bool giver_is_organisation(Span id);
/* `De NAVO stuurt duizend man`, `trekt haar troepen terug`, `Wel had de EU beloofd 450 militairen te leveren`: the organisation that opens the clause or the one it
 * hangs on, or stands behind its verb, and sends or takes back. `nobody`: set where such a one acts, and is none that can give (`de Afrikaanse Unie`). */
Found giver_organisation(const Context *c, const Analysis *a, const Force *f, int32_t clause, bool *nobody);
/* `Duitsland vroeg Nederland om helikopters`, `drong er bij Frankrijk op aan een fregat te sturen`: who is asked, not who asks; or NULL. `others`: set where
 * those who are asked are not named, `riep de bondgenoten op om troepen te sturen`. */
const Mention *giver_asked(const Context *c, const Analysis *a, int32_t at, int32_t clause, bool *others);
/* `Washington vraagt om 40 instructeurs`: forces that another state asks for, and does not say of whom. */
bool giver_asks_for(const Context *c, const Analysis *a, const Force *f, int32_t clause);
/* `Alle deelnemers van de coalitie is gevraagd 100 man te sturen`: the organisation whose members are asked, as the giver; empty when none is. */
Found giver_members_asked(const Context *c, const Analysis *a, int32_t clause);
/* Whether `m` stands as one who acts: a bare name, not behind a preposition; `door Frankrijk` in the passive. */
bool giver_acts(const Context *c, const Analysis *a, const Mention *m);

/* `Denemarken: 40 militairen in Mali`: a state that sends forces and seldom sees any, before a line without a verb that tells them; or NULL. */
const Mention *giver_of_line(const Context *c, const Analysis *a, const Force *f, int32_t clause);

/* `Europese landen leveren`, `militairen uit 24 landen`: states together give. `named`: set to the first of them that is named behind, `landen, waaronder
 * Duitsland en Roemenië`, or to NULL. */
bool giver_states_together(const Context *c, const Analysis *a, const Force *f, int32_t clause, const Mention **named);

/* Whose `f` is by its phrase and what stands beside it; empty when they do not tell. */
Found giver_of_forces(const Context *c, const Analysis *a, const Force *f, int32_t clause, Span mission);
/* The forces right before the relative clause `clause`, of which it speaks; or NULL. */
const Force *giver_forces_before(const Context *c, const Analysis *a, const Force *f, int32_t clause);
/* `de helikopters die België naar Mali stuurde`: the state that acts in the relative clause of which `f` is the object; or NULL. */
const Mention *giver_in_relative(const Context *c, const Analysis *a, const Force *f, Span mission);
/* `van wie er 250 uit Nederland komen`: whose forces they are, not what they leave: a state that seldom sees any, and no way to somewhere else. */
bool giver_comes_from(const Context *c, const Analysis *a, const Force *f);
/* Whether `m` names the people of a formation: `een detachement Luxemburgers`. */
bool giver_is_people_of_forces(const Analysis *a, const Mention *m);

/* `het Duitse plan om 700 militairen te sturen`, `de Deense missie, met 60 militairen`: the people whose act or formation stands before `f`, and that it is a
 * part of; or NULL. */
const Mention *giver_of_act_before(const Context *c, const Analysis *a, const Force *f, int32_t clause);

/* `120 Duitse militairen: 40 instructeurs en 80 genisten`: the forces of a people that `f` is a part of; or NULL. */
const Force *giver_whole_before(const Context *c, const Analysis *a, const Force *f);

/* `In Mali zitten 120 Duitsers. Vorig jaar waren het er 80`: the giver of the sentence before, where `f` goes on counting its forces; empty where it does not. */
Found giver_counted_on(const Context *c, const Analysis *a, const Force *f, const Carry *carry);
/* Who gives where the clause does not say it: a body that acts, whom the sentences before speak of, the publisher's country. */
Found giver_unsaid(const Context *c, const Analysis *a, int32_t at, int32_t clause, Span mission, const Carry *carry);
/* `Frankrijk blijft in Mali. "We sturen honderd man", zei hij`: `we` in a quotation of one who is only called he, in a paragraph about another state, is that state. */
void giver_quoted_us(const Context *c, Analysis *a, const Carry *carry);
/* The forces told before in the sentence whose noun, and giver, the bare number `f` leaves out; or NULL. */
const Force *giver_lent_from(const Analysis *a, const Force *f);

#endif
