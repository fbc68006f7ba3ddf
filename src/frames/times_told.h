/* What the sentences of an item tell of times, for the claims beside them: times_told.c gathers it, fields_carry.c gives it to the claims. */
#ifndef INZET_FRAMES_TIMES_TOLD_H
#define INZET_FRAMES_TIMES_TOLD_H

#include "frames/times.h"

/* What one sentence says of a contribution's times. */
typedef struct {
    Claim claim;        /* giver, mission, stage and bounds */
    int32_t sentence;
    bool heading;       /* a sub-heading or question: for all that stands under it */
    bool expires;       /* tells when a mandate ends: no end of what prolongs it */
    bool since;         /* `Zij zijn er sinds 2014`: of what runs */
    bool whole;         /* `De inzet geldt tot 1 maart`: of all that was decided */
    bool begins;        /* `Hun opdracht start in juli`: of it too */
    bool departed;      /* `Het schip vertrok op 2 februari`: of who comes home */
} TimesTold;

/* `from`: the first that is still in reach. */
typedef struct {
    TimesTold *item;
    Size len, cap, from;
} TimesTolds;

/* Which of start, end (bits by Field) and durations a sentence tells at all. */
unsigned times_sides(const Context *c, const Analysis *a);
/* The same of a claim. */
unsigned times_sides_of(const Claim *c);
/* All that the sentences of the item tell, in order. Lives in the scratch arena. */
TimesTolds times_gather(Context *c, Size first_claim);

#endif
