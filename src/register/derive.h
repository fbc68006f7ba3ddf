/* From stored claims to groups of claims that speak of one contribution: the input of levels, lines and verdicts.
 * Reads the derived table where it is there and adds what was recorded since, so that an answer is the same before and after a rebuild. */
#ifndef INZET_REGISTER_DERIVE_H
#define INZET_REGISTER_DERIVE_H

#include "register/as_of.h"
#include "register/hedges.h"
#include "register/store.h"

enum {
    DERIVE_VERSION = 5,   /* of the derived tables: others are not read, and made anew by a rebuild */
    DERIVE_MAX_AGE = 730  /* contributions are filed by the days they reach with this max_age */
};

/* Which claims. Empty spans and NO_DAY let everything through. */
typedef struct {
    Span contributor;
    Span mission;
    bool by_learning;       /* what the register held at the end of day `known` */
    Day known;
    bool strict;            /* hedges read strictly */
    const HedgeTable *hedges;
    Day first, last;        /* only contributions that may be there on one of these days; NO_DAY: all */
    int32_t max_age;        /* as AsOfQuestion has it */
    uint64_t group;         /* only this group; 0: all */
} DeriveFilter;

typedef ARRAY(AsOfClaim) DeriveClaims;

/* A walk over groups of claims in the order of their keys, one in memory at a time. Fields are for derive.c, but for `claim` and `claims`: the
 * group at hand, with its origins, and `stale`: contributions passed over for their age alone. */
typedef struct DeriveWalk {
    AsOfClaim *claim;
    Size claims;
    Size stale;
    Register *reg;
    const DeriveFilter *filter;
    DeriveClaims fresh;     /* recorded since the last rebuild, or all: by group */
    Size next_fresh;
    struct DeriveThreads *threads;
    Size next_thread;
    Arena work;             /* for the group at hand */
} DeriveWalk;

/* Begins a walk in `work`, which belongs to the walk until it is over. A failure sticks in the register and ends the walk. `filter` is borrowed. */
DeriveWalk derive_begin(Register *reg, const DeriveFilter *filter, Arena work);
/* The next group; false at the end. What is left of the arena is in walk->work. */
bool derive_next(DeriveWalk *walk);

/* A claim as the derived tables keep it, in the byte order of the machine that built them (`built.version` tells another apart):
 *
 *   0 claim  8 document  16 origin  24 scope  32 tie  40 words  48 flags  56 low  64 best  72 high  80 eight days  112 roles  116 publisher  120 end words  124 agency
 *   128 duration added: months * 65536 + days
 *
 * Group and line are those of its thread; within a thread in the order of as_of_order. */
typedef struct {
    int64_t claim, document, origin;
    uint64_t scope, tie, words, flags;
    double low, best, high;
    int32_t day[8];
    uint32_t roles, publisher, end_words, agency, added, unused;
} PackedClaim;

_Static_assert(sizeof(PackedClaim) == 136, "no padding");

PackedClaim derive_pack(const AsOfClaim *c);
/* DERIVE_VERSION and the byte order. */
int64_t derive_version(void);
/* Which contribution a claim speaks of; `hosts`, `places` and `roles` are names joined by |. */
typedef struct {
    Span contributor, asset, asset_type, mission, hosts, places, roles;
    bool part;              /* part of a whole that is told elsewhere */
} DerivePlace;

/* Fills group, line, scope, whole, umbrella and roles. */
void derive_place(const DerivePlace *p, AsOfClaim *c);
/* What the claim speaks of, corrections applied. False when it is not there. */
bool derive_names(Register *reg, const AsOfClaim *c, DerivePlace *names, Arena *scratch);
/* Fills the end from start and duration where no end is said; of an added duration notes how long. */
void derive_duration(Span iso, bool about, bool added, AsOfClaim *c);

/* One number of two. */
static inline uint64_t derive_mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdu;
    return x ^ x >> 32;
}

/* Moves ends by what extensions of the group add to them: each claim with an added duration gets the end that was known then, that much later. */
void derive_extend(AsOfClaim *claim, Size claims, Arena scratch);

enum { COPY_DAYS = 7, AGENCY_DAYS = 2 };

/* Gives documents of the group [claim, claim+claims) that copy each other one origin: whole texts that are alike, sentences of a line with one number in
 * nearly the same words, both within a week, or one number by one agency within two days. Sorts `claim`. A little over linear in the claims. */
void derive_origins(Register *reg, AsOfClaim *claim, Size claims, Arena scratch);
/* Nearly the same sentence in another document within a week; the same agency within two days. */
bool derive_same_words(const AsOfClaim *a, const AsOfClaim *b);
bool derive_same_agency(const AsOfClaim *a, const AsOfClaim *b);
/* Sketch of a sentence: 64 bits, of which few differ where the words are nearly the same. 0 under six words. */
uint64_t derive_sketch(Span sentence);
bool derive_alike(uint64_t a, uint64_t b);

#endif
