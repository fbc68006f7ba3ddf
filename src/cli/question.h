/* What the verbs that ask the register share. */
#ifndef INZET_CLI_QUESTION_H
#define INZET_CLI_QUESTION_H

#include "ask/ask.h"
#include "cli/common.h"

/* An opened question: register, filter and output. */
typedef struct {
    const Line *line;
    Register *reg;
    const char *path;
    AskFilter filter;
    const HedgeTable *hedges;   /* of --hedges, else the program's own */
    Look look;
    Out out;
    Arena keep;
} Question;

/* The table of --hedges, else the program's own. */
Error question_hedges(const Line *line, const HedgeTable **hedges, Arena *keep);
/* Opens the register for reading, fills the filter from the options and opens the output. */
Error question_begin(const Line *line, unsigned formats, Question *q);
/* Closes all; the exit status, with `status` as it is so far. */
int question_end(Question *q, int status);
/* Ends a question that failed. */
int question_fail(Question *q, const Error *e);

/* Today, by the clock of this place. */
Day question_today(void);

/* Texts of a claim's cells. */
Span question_what(const AskClaim *c, Arena *keep);
Span question_where(const AskClaim *c, Arena *keep);
Span question_how_many(const AskClaim *c, Arena *keep);
Span question_published(const AskClaim *c, Arena *keep);
/* `a|b` as `a;b`, which lists in sheets are split by. */
Span question_list(Span joined, Arena *keep);
Span question_number(double n, Arena *keep);

#endif
