/* Grids as JSON: an array of objects, or one object a line. */
#include "export/grid.h"
#include "export/write.h"

static void list_of(Span joined, Out *o)
{
    out_char(o, '[');
    Span piece;
    for (bool first = true; span_cut(&joined, ';', &piece); first = false) {
        if (!first) out_char(o, ',');
        write_json(o, span_trim(piece));
    }
    out_char(o, ']');
}

static void cell_of(const GridColumn *c, Span cell, Out *o)
{
    bool bare = grid_is_number(c->kind) || c->kind == GRID_BOOL;
    if (c->kind == GRID_LIST) list_of(cell, o);
    else if (cell.len == 0) out_text(o, "null");
    else if (bare) out_span(o, cell);
    else write_json(o, cell);
}

void grid_json_cells(const Grid *g, Size row, Out *o)
{
    for (int c = 0; c < g->columns; c++) {
        if (c) out_char(o, ',');
        write_json(o, span_of(g->column[c].name));
        out_char(o, ':');
        cell_of(&g->column[c], g->cell.item[row * g->columns + c], o);
    }
}

void grid_json(const Grid *g, bool lines, bool first, Out *o)
{
    for (Size r = 0; r < grid_rows(g); r++) {
        if (!lines) out_text(o, r || !first ? ",\n " : "\n ");
        out_char(o, '{');
        grid_json_cells(g, r, o);
        out_text(o, lines ? "}\n" : "}");
    }
}
