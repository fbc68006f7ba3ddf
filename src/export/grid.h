/* Rows and columns of text, and their printing in every format that is a table: what `at`, `list` and the claims of `read` end in. */
#ifndef INZET_EXPORT_GRID_H
#define INZET_EXPORT_GRID_H

#include "base/out.h"

typedef enum {
    FORMAT_TABLE, FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV, FORMAT_TSV, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_COUNT
} Format;

/* "table", "json" ...; format_from gives -1 for an unknown name. */
const char *format_name(Format f);
int format_from(Span name);

typedef enum {
    GRID_TEXT,
    GRID_NUMBER,    /* digits as JSON writes them: printed without quotation marks, aligned to the right */
    GRID_LIST       /* values joined by `;`: a JSON array */
} GridKind;

/* `name` is stable and stands in every machine format; `title` stands above the column for people, NULL: not shown to them. */
typedef struct {
    const char *name;
    const char *title;
    GridKind kind;
    int least;      /* columns on the terminal that it keeps, where its contents need them */
    int most;       /* columns it is cut to; 0: it takes what is left */
} GridColumn;

/* An empty cell is null in JSON. Below a row a quote may stand, which only tables for people show as a line of its own. */
typedef struct {
    const GridColumn *column;
    int columns;
    ARRAY(Span) cell;       /* row after row */
    ARRAY(Span) note;       /* one for each row, where grid_note was called for it */
} Grid;

/* How it is shown. */
typedef struct {
    Format format;
    int width;      /* columns of the terminal */
    bool color;
} Look;

void grid_add(Grid *g, Span cell, Arena *keep);
void grid_note(Grid *g, Span note, Arena *keep);
Size grid_rows(const Grid *g);
/* Heading, rows and end. `more` leaves the heading of CSV and TSV out: the rows go on from an earlier grid. */
void grid_write(const Grid *g, Look look, bool more, Out *o);

/* The writers of grid_write, one file each. */
void grid_table(const Grid *g, Look look, Out *o);
void grid_csv(const Grid *g, bool tabs, bool more, Out *o);
void grid_markdown(const Grid *g, Out *o);
void grid_html(const Grid *g, Out *o);
void grid_json(const Grid *g, bool lines, Out *o);

#endif
