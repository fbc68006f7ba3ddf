/* Rows and columns of text, and their printing in every format that is a table: what `at`, `list` and the claims of `read` end in. Every format
 * is fed by the same grid; what a cell is (a day, a number, a list) stands in its column. */
#ifndef INZET_EXPORT_GRID_H
#define INZET_EXPORT_GRID_H

#include "base/out.h"

typedef enum {
    FORMAT_TABLE, FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV, FORMAT_TSV, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_XLSX, FORMAT_PARQUET, FORMAT_GEOJSON,
    FORMAT_ICS, FORMAT_ATOM, FORMAT_COUNT
} Format;

/* "table", "json" ...; format_from gives -1 for an unknown name. */
const char *format_name(Format f);
int format_from(Span name);
/* Whether it is no text, and nothing for a terminal. */
bool format_is_binary(Format f);

/* What the text of a cell is. Formats with types (JSON, XLSX, Parquet) write it as such; an empty cell is null whatever its kind, but for a list. */
typedef enum {
    GRID_TEXT,
    GRID_NUMBER,    /* digits as JSON writes them: printed without quotation marks, aligned to the right */
    GRID_WHOLE,     /* the same, a whole number */
    GRID_BOOL,      /* true, false */
    GRID_DAY,       /* 2018-05-04 */
    GRID_WHEN,      /* a day, month or year: 2018-05-04, 2018-05, 2018 */
    GRID_LIST,      /* values joined by `;`: a JSON array */
    GRID_ADDRESS,   /* where it stands on the net: a link where that is http or https */
    GRID_NOTES      /* numbers of footnotes, joined by a comma; footnotes_write writes those */
} GridKind;

bool grid_is_number(GridKind k);

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
/* Index of the column with this name, -1: none. */
int grid_column(const Grid *g, const char *name);
/* All of it: heading, rows and end. `name` is what the table is called where its format names it. */
void grid_write(const Grid *g, const char *name, Look look, Out *o);

/* Rows on their way out, part after part, so that a long answer need not stay in memory: grid_begin, grid_part for each part (all with the same
 * columns), grid_end. The failure of a writer shows as `failed` of the output. */
typedef struct {
    Look look;
    Out *out;
    const char *name;
    const GridColumn *column;
    int columns;
    Size rows;                  /* written so far */
    struct Book *book;          /* XLSX */
    bool own_book;
    struct Parquet *parquet;
} GridRun;

/* `book`: the workbook that it becomes a sheet of; NULL: one of its own. */
GridRun grid_begin(const Grid *columns, const char *name, Look look, struct Book *book, Out *o);
void grid_part(GridRun *r, const Grid *rows);
void grid_end(GridRun *r);
/* Whether the format can be written part by part; the others need all rows at once. */
bool grid_in_parts(Format f);

/* The writers behind it, one file each. `first`: nothing was written before these rows. */
void grid_table(const Grid *g, Look look, Out *o);
void grid_csv(const Grid *g, bool tabs, bool first, Out *o);
void grid_markdown(const Grid *g, bool first, Out *o);
void grid_html(const Grid *g, Out *o);
void grid_html_open(const Grid *g, Out *o);
void grid_html_close(Out *o);
void grid_json(const Grid *g, bool lines, bool first, Out *o);
/* The cells of one row as members of a JSON object. */
void grid_json_cells(const Grid *g, Size row, Out *o);
void grid_geojson(const Grid *g, bool first, Out *o);

#endif
