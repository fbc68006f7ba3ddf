/* A draft as a page: its text with each contribution marked by how it agrees with the register, and below it what the register has, sentence by sentence. */
#ifndef INZET_CLI_DRAFT_H
#define INZET_CLI_DRAFT_H

#include "cli/question.h"

/* A contribution of the draft. */
typedef struct {
    Range at;                /* its words in the draft */
    const AskClaim *claim;   /* as the draft has it */
    const AskChecked *checked;
} DraftClaim;

/* Opens the page, and closes it. */
void draft_open(Out *o);
void draft_close(Out *o);
/* One text with its claims. */
void draft_write(Span name, Span text, const DraftClaim *claim, Size claims, Look look, Out *o, Arena *keep);

#endif
