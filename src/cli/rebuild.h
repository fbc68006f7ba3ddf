/* Making the derived tables again, with progress: `inzet rebuild`, and `inzet read` after many new claims. */
#ifndef INZET_CLI_REBUILD_H
#define INZET_CLI_REBUILD_H

#include "cli/common.h"
#include "register/rebuild.h"

Error cli_rebuild_register(const Line *line, Register *reg, const HedgeTable *hedges, RebuildReport *report);

#endif
