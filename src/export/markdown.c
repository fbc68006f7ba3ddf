/* Grids as Markdown tables, with the columns that people see. */
#include "export/footnotes.h"
#include "export/write.h"

static void row_of(const Grid *g, Size row, Out *o)
{
    for (int c = 0; c < g->columns; c++) {
        if (!g->column[c].title) continue;
        out_text(o, "| ");
        if (row < 0) write_markdown(o, span_of(g->column[c].title));
        else if (g->column[c].kind == GRID_NOTES) footnotes_markdown(o, g->cell.item[row * g->columns + c]);
        else write_markdown(o, g->cell.item[row * g->columns + c]);
        out_char(o, ' ');
    }
    out_text(o, "|\n");
}

void grid_markdown(const Grid *g, bool first, Out *o)
{
    if (first) row_of(g, -1, o);
    for (int c = 0; c < g->columns && first; c++)
        if (g->column[c].title) out_text(o, grid_is_number(g->column[c].kind) ? "| ---: " : "| --- ");
    if (first) out_text(o, "|\n");
    for (Size r = 0; r < grid_rows(g); r++) row_of(g, r, o);
}
