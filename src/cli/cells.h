/* Filling grids with what answers hold: single cells, and the cells that several verbs show alike. */
#ifndef INZET_CLI_CELLS_H
#define INZET_CLI_CELLS_H

#include "cli/question.h"

/* A grid being filled, cell by cell; where it runs, its rows leave in parts. */
typedef struct {
    Grid g;
    Arena *keep;
    Question *q;    /* NULL: does not run */
    GridRun run;
    Arena mark;     /* everything behind it belongs to rows of the part that is not written yet */
} Cells;

#define CELLS(columns_of, keep_of) ((Cells){.g = {.column = (columns_of), .columns = (int)(sizeof(columns_of) / sizeof *(columns_of))}, .keep = (keep_of)})

/* Every format that a grid has; those of rows that have a place, and of answers that end or change; and whether a format is one for people: fewer
 * columns, with the sentence below. */
enum {
    CELLS_FORMATS = 1 << FORMAT_TABLE | 1 << FORMAT_JSON | 1 << FORMAT_JSONL | 1 << FORMAT_CSV | 1 << FORMAT_TSV | 1 << FORMAT_MARKDOWN | 1 << FORMAT_HTML |
                    1 << FORMAT_XLSX | 1 << FORMAT_PARQUET,
    CELLS_PLACES = CELLS_FORMATS | 1 << FORMAT_GEOJSON,
    CELLS_ENDS = CELLS_PLACES | 1 << FORMAT_ICS | 1 << FORMAT_ATOM,
    CELLS_CHANGES = CELLS_PLACES | 1 << FORMAT_ATOM
};
bool cells_for_people(Format f);

/* Begins the table `name` of an answer: from here on, call cells_row behind each row, and what is taken of the question's arena must belong to the row.
 * cells_end writes the rest and counts the rows in `q->rows`. */
void cells_run(Cells *c, Question *q, const char *name);
void cells_row(Cells *c);
void cells_end(Cells *c);

void cells_put(Cells *c, Span cell);
void cells_name(Cells *c, const char *name);
void cells_number(Cells *c, double n);
/* INT32_MIN gives an empty cell. */
void cells_days(Cells *c, int32_t days);
void cells_bool(Cells *c, bool b);
void cells_day(Cells *c, Day day);
/* 2026-05-04T09:30:00Z. */
void cells_instant(Cells *c, Instant i);
/* Hosts, places and roles, each joined by `;`. */
void cells_lists(Cells *c, const AskClaim *claim);
void cells_note(Cells *c, Span note);

/* The beginning of an id that `inzet show` understands. */
Span cells_short(Span id);
/* How many origins; "3 of 4": of four texts one copies another. */
Span cells_sources(int32_t origins, int32_t documents, Arena *keep);
/* "must", "may, undated", "carried 312 d", "plan, may". */
Span cells_how_sure(const AskLevel *l, Arena *keep);
/* "~30", "≤ 100"; with `!` behind it where other claims of the day give another number. */
Span cells_how_many(const AskLevel *l, Arena *keep);

#endif
