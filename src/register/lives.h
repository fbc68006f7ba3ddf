/* Inside the rules of levels: the claims of one scope that reach, with the ends that other words set to them, and the order in which they govern. */
#ifndef INZET_REGISTER_LIVES_H
#define INZET_REGISTER_LIVES_H

#include "register/reach.h"

/* A claim that reaches. Its cell is its scope, whether it is planned, and the kind of its number. */
typedef struct {
    const AsOfClaim *c;
    Reach reach;
    Certainty certainty;
    bool plan;
    bool aged;     /* no end is known: only max_age ends it */
    bool before;   /* its evidence is not younger than the day asked */
    uint8_t kind;
} Live;

/* What words about a larger whole say: the newest end, and the newest day on which plans were called off. */
typedef struct {
    Cap cap;
    int32_t dropped;
} Outside;

/* A walk over the scopes of a group that stands in as_of_order: [from, to) is the scope at hand, `outside` what is said from outside it. */
typedef struct {
    const AsOfClaim *claim;
    Size claims;
    const AsOfQuestion *q;
    Size from, to;
    bool line_begins;      /* the scope is the first of its line */
    Outside outside;
    Outside group;
} Scopes;

Scopes scopes_begin(const AsOfClaim *claim, Size claims, const AsOfQuestion *q);
bool scopes_next(Scopes *s);
/* The claims of the scope at hand that are known and reach any day at all; returns how many. Room for to - from. */
Size lives_of_scope(const Scopes *s, Live *live);
/* Which of two claims of a cell governs, when the evidence of both is before the day asked or of both after it: the nearest; then the newer text,
 * a number, a tighter one, the tie. < 0: the first. */
int live_order(const Live *a, const Live *b, bool before);
/* Whether two claims can both be right about how many. */
bool numbers_agree(const AsOfClaim *x, const AsOfClaim *y);
/* Sorts; returns how many different numbers there are. */
int32_t count_distinct(int64_t *number, Size numbers);

#endif
