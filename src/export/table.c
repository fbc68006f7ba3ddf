/* Grids for people at a terminal: columns as wide as their contents, within the width; what does not fit is cut with an ellipsis. */
#include "export/grid.h"
#include "export/write.h"

enum { MOST_COLUMNS = 48, GAP = 2 };

/* The widest column that may give way: one above its least, or any where `below`; -1: none. */
static int widest_of(const Grid *g, const int *wide, bool below)
{
    int widest = -1;
    for (int c = 0; c < g->columns; c++)
        if (wide[c] > (below ? 4 : g->column[c].least) && wide[c] > 4 && (widest < 0 || wide[c] > wide[widest])) widest = c;
    return widest;
}

/* The columns' widths: contents, at most `most`; then the widest give way until the row fits, below their least only where it must be. */
static void fit(const Grid *g, int width, int *wide)
{
    int total = 0;
    for (int c = 0; c < g->columns; c++) {
        const GridColumn *column = &g->column[c];
        wide[c] = 0;
        if (!column->title) continue;
        wide[c] = write_width(span_of(column->title));
        for (Size i = c; i < g->cell.len; i += g->columns) {
            int n = write_width(g->cell.item[i]);
            if (n > wide[c]) wide[c] = n;
        }
        if (column->most && wide[c] > column->most) wide[c] = column->most;
        total += wide[c] + GAP;
    }
    while (total > width) {
        int widest = widest_of(g, wide, false);
        if (widest < 0) widest = widest_of(g, wide, true);
        if (widest < 0) break;
        wide[widest]--;
        total--;
    }
}

static void pad(Out *o, int columns)
{
    while (columns-- > 0) out_char(o, ' ');
}

/* The last column with something in it: nothing is padded behind it. */
static int last_filled(const Grid *g, const Span *cell)
{
    int last = -1;
    for (int c = 0; c < g->columns; c++)
        if (g->column[c].title && cell[c].len) last = c;
    return last;
}

static void row_of(const Grid *g, const Span *cell, const int *wide, Out *o)
{
    int last = last_filled(g, cell);
    for (int c = 0; c <= last; c++) {
        if (!g->column[c].title) continue;
        bool number = grid_is_number(g->column[c].kind);
        int n = write_width(cell[c]) < wide[c] ? write_width(cell[c]) : wide[c];
        if (number) pad(o, wide[c] - n);
        int used = write_plain(o, cell[c], wide[c]);
        if (c < last) pad(o, GAP + (number ? 0 : wide[c] - used));
    }
    out_char(o, '\n');
}

void grid_table(const Grid *g, Look look, Out *o)
{
    int wide[MOST_COLUMNS] = {0};
    Span title[MOST_COLUMNS];
    if (g->columns > MOST_COLUMNS || grid_rows(g) == 0) return;
    fit(g, look.width, wide);
    for (int c = 0; c < g->columns; c++) title[c] = span_of(g->column[c].title);
    if (look.color) out_text(o, "\033[1m");
    row_of(g, title, wide, o);
    if (look.color) out_text(o, "\033[0m");
    for (Size r = 0; r < grid_rows(g); r++) {
        row_of(g, &g->cell.item[r * g->columns], wide, o);
        if (r >= g->note.len || g->note.item[r].len == 0) continue;
        if (look.color) out_text(o, "\033[2m");
        out_text(o, "    ");
        write_plain(o, g->note.item[r], look.width - 4);
        out_text(o, look.color ? "\033[0m\n" : "\n");
    }
}
