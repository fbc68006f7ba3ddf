/* What the verbs that ask the register share. */
#ifndef INZET_CLI_QUESTION_H
#define INZET_CLI_QUESTION_H

#include "ask/ask.h"
#include "cli/common.h"
#include "export/notice.h"

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
    Size rows;                  /* of the answer */
    Size doubts;                /* of them with other claims that give another number */
    int64_t undated;            /* documents that took no part for want of a date */
    int several;                /* one of several tables in one output: each has a heading; counts them from 1 */
    struct Book *book;          /* the workbook that they are sheets of; NULL: each is its own */
} Question;

/* The table of --hedges, else the program's own. */
Error question_hedges(const Line *line, const HedgeTable **hedges, Arena *keep);
/* Opens the register for reading, fills the filter from the options and opens the output. */
Error question_begin(const Line *line, unsigned formats, Question *q);
/* Closes all; the exit status, with `status` as it is so far. */
int question_end(Question *q, int status);
/* Ends a question: `none` is told, and the answer is no, where it has no rows. */
int question_done(Question *q, const char *none);
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
/* "mil.be, 2018-05-04 (stukken/a.txt), claim c1f0e2d3": where a claim comes from, for a footnote or a notice. */
Span question_source(const AskClaim *c, Arena *keep);
/* Writes notices as the calendar or feed that the format asks for. No two may have one id: of those that do, the later ones are numbered. */
void question_notices(Question *q, Notices *n, Span about, Span key);

#endif
