/* From words to intervals: how low and how high a quantity may be, by a table that people can read and replace
 * (data/nl/hedge-intervals.tsv says its own rules; `--hedges FILE` takes another). */
#ifndef INZET_REGISTER_HEDGES_H
#define INZET_REGISTER_HEDGES_H

#include "base/error.h"
#include "frames/claim.h"

enum { HEDGE_STEPS = 3, HEDGE_ROWS = 128 };

/* n, m or a number, then steps; NAN where `-`. */
typedef struct {
    char from;             /* 'n', 'm', '#' a number, '-' not known */
    double number;
    int steps;
    char step[HEDGE_STEPS];     /* '*', '+', '-' */
    double by[HEDGE_STEPS];
} HedgeFormula;

typedef struct {
    Hedge hedge;
    Span words;            /* empty: any */
    bool open_ended;       /* any ending of the words fits */
    HedgeFormula low, best, high, strict_low, strict_high;
    Span why;
    int line;
} HedgeRow;

typedef struct {
    HedgeRow row[HEDGE_ROWS];
    int rows;
    uint64_t hash;         /* of the table's text: derived tables made with another table are made again */
} HedgeTable;

/* NAN where open or not known; low <= best <= high where all are known. `row` is the table's row that said so, or NULL. */
typedef struct {
    double low;
    double best;
    double high;
    const HedgeRow *row;
} Interval;

/* The table in the program. */
const HedgeTable *hedges_shipped_table(void);
/* Reads a table; its spans borrow `text`. A wrong line gives ERROR_USAGE with file and line. */
Error hedges_read(Span text, const char *file, HedgeTable *table);
/* `words` is the quantity as written, `low` and `high` its numbers (NAN where vague). */
Interval hedges_interval(const HedgeTable *table, Hedge hedge, Span words, double low, double high, bool strict);

#endif
