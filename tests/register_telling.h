/* A plain second telling of the rules of levels (docs/register.md), for tests: slow, without storage, sharing no code with src/register but the structs. */
#ifndef INZET_TESTS_REGISTER_TELLING_H
#define INZET_TESTS_REGISTER_TELLING_H

#include "register/as_of.h"

enum { TELLING_CLAIMS = 256, TELLING_KINDS = 5 };

/* A level; `claim` and `number` are AsOfClaim.claim, number -1 where there is none; certainty 0 may, 1 carried, 2 must. */
typedef struct {
    bool some;
    int64_t claim, number;
    int certainty, claims, documents, origins, others;
} Row;

/* The level of one cell, out of at most TELLING_CLAIMS claims of one group. */
Row telling_answer(const AsOfClaim *all, int n, uint64_t line, uint64_t scope, bool plan, int kind, const AsOfQuestion *q);
bool telling_known(const AsOfClaim *c, const AsOfQuestion *q);
bool telling_planned(const AsOfClaim *c);
int telling_kind(const AsOfClaim *c);
/* Whether both numbers can be right. */
bool telling_agree(const AsOfClaim *x, const AsOfClaim *y);

#endif
