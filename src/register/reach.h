/* Inside the rules of levels: what one claim reaches by its own words, and the ends that newer words set to older claims. */
#ifndef INZET_REGISTER_REACH_H
#define INZET_REGISTER_REACH_H

#include "register/as_of.h"

/* Days as plain numbers with both infinities; an unknown bound is a gap, told by the flags of Reach. */
enum { LONG_AGO = INT32_MIN / 2, FAR_OFF = INT32_MAX / 2 };

/* What a claim reaches by its own words. */
typedef struct {
    int32_t low, high;              /* it can cover these days */
    int32_t sure_from, sure_to;     /* it covers these for sure; none when from > to */
    int32_t event_from, event_to;   /* it covers some day of these; none when from > to */
    int32_t carry_from, carry_to;   /* here it is carried: last known, no end known; none when from > to */
    int32_t evidence;               /* day that orders claims: nearest before the day asked governs; LONG_AGO: undated */
} Reach;

/* An end that newer words set to older claims. */
typedef struct {
    bool some;
    int32_t published;
    int32_t from, to;   /* the last day of presence lies between */
    bool extends;       /* what was to end before it goes on until then */
    int64_t document;
    uint64_t tie;
} Cap;

static inline int32_t or_else(Day d, int32_t otherwise)
{
    return day_known(d) ? d.n : otherwise;
}

static inline int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static inline int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

Reach reach_of(const AsOfClaim *c);
Certainty reach_certainty(const Reach *r, const AsOfQuestion *q);
/* What no end is known of is not carried for ever. */
void reach_age(Reach *r, int32_t max_age);
/* The end that a claim sets to claims published before it. */
Cap cap_of(const AsOfClaim *c);
/* The newest wins; of one day the one that lets it last longest. */
Cap cap_newer(Cap a, Cap b);
void cap_apply(Reach *r, const AsOfClaim *c, const Cap *cap);

#endif
