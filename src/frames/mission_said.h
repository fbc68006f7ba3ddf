/* What one clause says of a mission: shared by the parts that read strength, change and place. */
#ifndef INZET_FRAMES_MISSION_SAID_H
#define INZET_FRAMES_MISSION_SAID_H

#include "frames/scope.h"

typedef struct {
    Context *c;
    const Analysis *a;
    const Carry *carry;
    int32_t clause;
    Found mission;      /* that the clause speaks of */
    bool subject;       /* it is the clause's subject or object, not only named there */
    int32_t from;       /* the clause that this one goes on, `Het mandaat, zoals het heet, | eindigt in maart`; or -1 */
    WordLists words;    /* what the sentence has words of */
} Said;

bool said_here(const Said *s, int32_t token);
const Clause *said_clause(const Said *s);
/* The first token of the clause that is of `list`, or -1. */
int32_t said_word(const Said *s, WordList list);
/* The first period named in the clause, or NULL. */
const Time *said_time(const Said *s);
/* The mission of the clause, else that of the sentences before, else the page's; empty when none is known. */
Found said_mission(const Said *s, int32_t at);
/* Whether tokens [first, last) name a nation: what follows is that nation's own. */
bool said_nation(const Said *s, int32_t first, int32_t last);
/* The preposition of `m`, -1 where it has none or a time stands between: `volgde op 1 januari Isaf op`. */
int32_t said_prep(const Said *s, const Mention *m);
/* Whether `m` is the EU, NATO or the UN. */
bool said_organisation(const Mention *m);
/* Adds a mission claim; one that the sentence tells already is made apart and thrown away. `words`: the value, NO_RANGE for none. */
MissionClaim *said_add(const Said *s, What what, Range words);
/* Whether the clause tells of what was: its numbers are historical. */
bool mission_past(const Said *s);
/* The same with the period of the clause as its value. */
MissionClaim *said_dated(const Said *s, What what);

/* Strength and members (mission_size.c). */
void mission_size(const Said *s);
/* `groeit tot 16.000 man`: that the mission is enlarged, and its strength then (mission_size.c). */
void mission_growth(const Said *s);
/* Begun, ended, suspended, resumed, enlarged, founded, taken over, mandate (mission_turn.c). */
void mission_turn(const Said *s);
/* Seat, invitation, expulsion (mission_place.c). */
void mission_place(const Said *s);

#endif
