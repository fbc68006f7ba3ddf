/* Worlds for the tests of the register: contributions with true levels over years; publishers that report them at once, early, late, rounded, in parts,
 * as a ceiling, wrongly, or by copying each other; and every report as the register should hold it, made here without the register. */
#ifndef INZET_TESTS_SIMULATOR_WORLD_H
#define INZET_TESTS_SIMULATOR_WORLD_H

#include "register_telling.h"
#include "register_world.h"

enum { SIM_CONTRIBUTIONS = 3, SIM_LEVELS = 8, SIM_REPORTS = 64, SIM_CLAIMS = 2 * SIM_REPORTS, SIM_WORDS = 48, SIM_FIRST_DAY = 17000, SIM_DAYS = 1000 };

/* How many from which day on; the last is 0: it has ended. */
typedef struct {
    const char *country, *mission;
    int levels;
    int from[SIM_LEVELS], strength[SIM_LEVELS];
} SimContribution;

typedef enum { SIM_EXACT, SIM_LATE, SIM_EARLY, SIM_ROUNDED, SIM_PARTS, SIM_CEILING, SIM_WRONG, SIM_ENDED, SIM_UNTIL, SIM_EXTENDED, SIM_KINDS } SimKind;

/* A document: one publisher's report of one contribution. A copy has the words of another report but for a few. */
typedef struct {
    SimKind kind;
    int contribution, publisher, published;
    int n, end;             /* its number; the day it names as start or end */
    int copy_of;            /* the report it copies; -1: none */
    bool agency;            /* credits an agency, in its own words */
    uint64_t words;         /* seed of its wording */
} SimReport;

typedef struct {
    SimContribution contribution[SIM_CONTRIBUTIONS];
    SimReport report[SIM_REPORTS];
    int reports;
    AsOfClaim claim[SIM_CLAIMS];   /* as the register should read them: claim numbers count from 1, group and line are the contribution's number + 1 */
    int claims;
} SimWorld;

/* `plain`: publishers report every change on its day, exactly; some copy. */
SimWorld sim_world(uint64_t seed, bool plain);
/* The true strength on a day. */
int sim_truth(const SimContribution *c, int day);
/* The text of a report, and its claims with the ids that `claim[].tie` gives them. */
WorldText sim_text(const SimWorld *w, int report, Arena *keep);

#endif
