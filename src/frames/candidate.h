/* One possible contribution: its clause, its features, its fields. */
#ifndef INZET_FRAMES_CANDIDATE_H
#define INZET_FRAMES_CANDIDATE_H

#include "frames/scope.h"

typedef struct {
    const Context *c;
    const Analysis *a;
    const Force *f;        /* NULL: a claim without an asset */
    int32_t at;            /* token the candidate hangs on */
    int32_t clause;
    Features features;
    Claim claim;
} Candidate;

/* Contributor, mission, hosts, places: what features need first. */
void candidate_scope(Candidate *k, const Carry *carry);
/* Whether what stands at `token` is said of the candidate: in its clause, or in the one that speaks for it. */
bool candidate_speaks(const Candidate *k, int32_t token);
/* The time.* features (candidate_time.c), called by candidate_features. */
void candidate_times(Candidate *k);
/* All features of the candidate. */
void candidate_features(Candidate *k);
/* Start, end, duration, roles, decider, requester, speaker; after the stage is known. */
void candidate_fields(Candidate *k);
/* When all claims of an item are read: what sentences behind a claim say of it. */
void candidate_settle(Context *c, Size first_claim);

#endif
