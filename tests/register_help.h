/* What the tests of the register and of its questions share: a folder of their own, short ways to record and ask. */
#ifndef INZET_TESTS_REGISTER_HELP_H
#define INZET_TESTS_REGISTER_HELP_H

#include "ask/ask.h"
#include "register_world.h"

/* The whole of the test's memory, and its help_folder; made by help_begin. */
extern Arena help_room;
extern char help_folder[64];
bool help_begin(void);
/* Removes the help_folder; the exit status, as world_result. */
int help_end(void);

/* A file of the test's own help_folder; valid until the next call but one. */
const char *help_path(const char *name);
Day help_day(const char *iso);
/* A new register of this name. Ends the test when it cannot be made. */
Register *help_open(const char *name);
RecordOutcome help_record(Register *reg, const WorldText *t, const char *name, const char *rules, int64_t second);
/* A number out of the file, by SQL of the test's own. */
int64_t help_count(const char *name, const char *sql);
/* Levels on day `d`, as known on `k` (NULL: not asked). */
AskLevels help_at(Register *reg, Arena *keep, const char *d, const char *k, const char *contributor);
/* Records a document of one sentence; `published` NULL: undated. */
void help_tell(Register *reg, Arena *keep, const char *published, WorldFact f);
bool help_is_level(const AskLevels *l, Size i, Certainty certainty, double low, double high, int32_t age);
Size help_faults(const char *name, ErrorCode *code);

#endif
