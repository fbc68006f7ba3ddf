/* What the reading of one item remembers from sentence to sentence. Only src/frames/reader*.c include this. */
#ifndef INZET_FRAMES_READER_RUN_H
#define INZET_FRAMES_READER_RUN_H

#include "frames/candidate.h"
#include "frames/story.h"

enum { BARE_ROOM = 8 };

typedef struct {
    Context *c;
    Story story;            /* of the item */
    Carry carry;
    Carry aside;            /* what the sentence before named in passing: `daar` in the next one means it */
    bool in_passing;
    bool plan, past, weighed, leaving, deploying, active; /* what the paragraph's last claim was: for list items and sentences that only elaborate */
    int32_t paragraph;
    int32_t item_claims;    /* first claim of the item */
    Features lead;          /* page.* features that the item's first claim gives the later ones */
    bool titled;            /* they come from its title alone */
    int32_t others;         /* one more than the sentence that told last of people or things that gave no claim, and of no forces since */
    int floor_rule;         /* line of floor.rules for the candidate that is judged */
    int32_t at_home;        /* one more than the paragraph that tells of forces at home */
    Span home_of;           /* and whose; empty for anybody's */
    Candidate bare[BARE_ROOM];  /* forces without a number that the sentence tells and that were too unlikely by themselves */
    int bares;
} Run;

/* What sentence `a` leaves for the next: its mission, its theatre; `claims`: whether it gave any. */
void reader_carry(Run *r, const Analysis *a, bool claims);
/* `Naar dat land`, `daar`: what the sentence before named in passing goes on. */
void reader_follow_aside(Run *r, const Analysis *a);

#endif
