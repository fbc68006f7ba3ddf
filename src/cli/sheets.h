/* The tables of the register, each asked, filled and written by one function: what the verbs print is what `inzet export` writes. The question's filter and
 * format decide; `q->rows` counts. */
#ifndef INZET_CLI_SHEETS_H
#define INZET_CLI_SHEETS_H

#include "cli/cells.h"

Error sheet_claims(Question *q);
Error sheet_levels(Question *q);
Error sheet_sums(Question *q);
Error sheet_lines(Question *q);
Error sheet_conflicts(Question *q);
Error sheet_due(Question *q);
Error sheet_missions(Question *q);
Error sheet_sources(Question *q);
Error sheet_corrections(Question *q);
/* Of `inzet export` alone. */
Error sheet_evidence(Question *q);
Error sheet_documents(Question *q);
Error sheet_mission_claims(Question *q);
Error sheet_statements(Question *q);
Error sheet_overview(Question *q);

#endif
