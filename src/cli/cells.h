/* Filling grids with what answers hold: single cells, and the cells that several verbs show alike. */
#ifndef INZET_CLI_CELLS_H
#define INZET_CLI_CELLS_H

#include "cli/question.h"

/* A grid being filled, cell by cell. */
typedef struct {
    Grid g;
    Arena *keep;
} Cells;

#define CELLS(columns_of, keep_of) ((Cells){{.column = (columns_of), .columns = (int)(sizeof(columns_of) / sizeof *(columns_of))}, (keep_of)})

/* Every format that a grid has; and whether it is one for people: fewer columns, with the sentence below. */
enum { CELLS_FORMATS = 1 << FORMAT_TABLE | 1 << FORMAT_JSON | 1 << FORMAT_JSONL | 1 << FORMAT_CSV | 1 << FORMAT_TSV | 1 << FORMAT_MARKDOWN | 1 << FORMAT_HTML };
bool cells_for_people(Format f);

void cells_put(Cells *c, Span cell);
void cells_name(Cells *c, const char *name);
void cells_number(Cells *c, double n);
/* INT32_MIN gives an empty cell. */
void cells_days(Cells *c, int32_t days);
void cells_bool(Cells *c, bool b);
void cells_day(Cells *c, Day day);
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
