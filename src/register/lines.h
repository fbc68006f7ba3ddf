/* Lines and verdicts of one group of claims: pure, from the claims alone. */
#ifndef INZET_REGISTER_LINES_H
#define INZET_REGISTER_LINES_H

#include "register/verdict.h"

/* One contribution through time, as long as its period is unbroken. */
typedef struct {
    uint64_t id;
    uint64_t key;           /* AsOfClaim.line: lines with one key differ by a gap only */
    Day first, last;        /* last NO_DAY: no end known; first NO_DAY: nothing dated */
    int32_t claims, documents, origins;
    Size previous;          /* index of the line before the gap; -1: none */
    int32_t gap;            /* days of the gap before it */
    bool silence;           /* the gap is silence for two years, not an end */
} Line;

typedef struct {
    Size line;
    bool begins;
    bool undated;
} LineOfClaim;

/* Two claims, by their index. */
typedef struct {
    Size line;
    Size claim, other;      /* the newer, the older */
    bool of_end;            /* on when it ends, not on how many */
    Verdict verdict;
} LineVerdict;

typedef ARRAY(Line) Lines;
typedef ARRAY(LineVerdict) LineVerdicts;

/* Sorts `claim` by line and publication and fills `of` (room for `claims`) with the line of each. */
void lines_of_group(AsOfClaim *claim, Size claims, Lines *lines, LineOfClaim *of, Arena *keep);
/* Each claim against those of the same line shortly before it; after lines_of_group. Linear in the claims. */
void lines_verdicts(const AsOfClaim *claim, Size claims, const LineOfClaim *of, LineVerdicts *verdicts, Arena *keep);

#endif
