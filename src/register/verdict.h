/* Two claims of one contribution held against each other: what explains the difference. Explaining comes before resolving: most quarrels are of
 * basis, scope or time. The rules stand in verdict.def in the order in which they are tried; docs/register.md tells them by example. */
#ifndef INZET_REGISTER_VERDICT_H
#define INZET_REGISTER_VERDICT_H

#include "register/as_of.h"

typedef enum {
    VERDICT_NONE,           /* nothing to compare */
    VERDICT_SAME,
    VERDICT_COPY,           /* the same words: one origin */
    VERDICT_ROUNDING,       /* their intervals overlap */
    VERDICT_REFINEMENT,     /* the newer lies inside the older */
    VERDICT_BASIS,          /* another kind of number: ceiling and present, plan and strength */
    VERDICT_SCOPE,          /* part and whole, one site and all */
    VERDICT_TIME,           /* each right for its day */
    VERDICT_ROTATION,
    VERDICT_CORRECTION,     /* the same publisher shortly after */
    VERDICT_CONTRADICTION,
    VERDICT_UNDETERMINED,
    VERDICT_COUNT
} VerdictKind;

typedef struct {
    VerdictKind kind;
    const char *rule;       /* its name in verdict.def */
} Verdict;

/* On how many. `older` was published before `newer` or on the same day. */
Verdict verdict_quantity(const AsOfClaim *older, const AsOfClaim *newer);
/* On when it ends. */
Verdict verdict_end(const AsOfClaim *older, const AsOfClaim *newer);
const char *verdict_name(VerdictKind v);
/* The rule in words a reporter understands; NULL for an unknown name. */
const char *verdict_words(Span rule);
int verdict_from(Span name);

#endif
