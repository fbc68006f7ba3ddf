/* What the rooms of a contribution's times share: fields_time.c chooses and sets the bounds, fields_idle.c knows the times that bound nothing,
 * times_other.c those of something else, fields_follow.c those that count from what was told before. */
#ifndef INZET_FRAMES_TIMES_H
#define INZET_FRAMES_TIMES_H

#include "frames/fields.h"

#define TIMES_LEAVING (VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(HAND_OVER) | VC(DISSOLVE))

static inline bool times_point(const Time *t)
{
    return t->connect == CONNECT_AT || t->connect == CONNECT_NONE;
}

/* `voor het eind van het jaar`, `uiterlijk in mei`: the last day on which something happens, not how long it lasts. */
static inline bool times_deadline(const Time *t)
{
    return t->connect == CONNECT_BEFORE || (t->connect == CONNECT_UNTIL && t->latest_only);
}

/* Classes of the verbs around a time, not of words in it: `de afgelopen maanden`. */
static inline uint64_t times_verbs(const Clause *x, const Time *t)
{
    uint64_t classes = 0;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token < t->first || x->verb[v].token >= t->last) classes |= x->verb[v].classes;
    return classes;
}

/* Times that say nothing of begin or end: `straks`, a number taken for a year, the day of a decision, `vandaag zijn er 43`. */
bool times_idle(const Candidate *k, const Time *t);
/* Whether a time belongs to something told beside the contribution: a membership, an event, how it is in the country, when it became known. */
bool times_of_other(const Candidate *k, const Time *t);
/* `KOPENHAGEN, 12 nov. (Reuters) - Denemarken stuurt ...`, `© Belga 2015`: when it was written. */
bool times_of_page(const Candidate *k, const Time *t);
/* Whether a time is the day on which something was decided, said or asked: no boundary of the contribution. `k` needs its text and sentence alone. */
bool times_of_saying(const Candidate *k, const Time *t);
/* `een paar dagen later` counts from what was told before. */
bool times_shift(const Candidate *k, const Time *t, Day *earliest, Day *latest);
/* Begin and end of a candidate without any that its sentence counts from what was told: `daarna`, `toen`, `in dezelfde periode`. */
void times_follow(Candidate *k);

#endif
