/* The derived tables: dropped and made again from the kept ones. */
#ifndef INZET_REGISTER_REBUILD_H
#define INZET_REGISTER_REBUILD_H

#include "register/hedges.h"
#include "register/register.h"

typedef struct {
    int64_t claims, threads, lines, verdicts, levels;
} RebuildReport;

/* Drops the derived tables and makes them again, the same every time, in one transaction. `progress` may be NULL. */
Error register_rebuild(Register *reg, const HedgeTable *hedges, RebuildReport *report, void (*progress)(void *state, int64_t done, int64_t total), void *state);
/* How many claims were recorded since the last rebuild: questions answer them too, but more slowly. */
Error register_pending(Register *reg, int64_t *claims);

#endif
