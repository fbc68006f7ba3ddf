/* Grids as CSV (RFC 4180, but lines end with a line feed) and TSV. */
#include "export/grid.h"
#include "export/write.h"

void grid_csv(const Grid *g, bool tabs, bool first, Out *o)
{
    void (*field)(Out *, Span) = tabs ? write_tsv : write_csv;
    char between = tabs ? '\t' : ',';
    for (int c = 0; c < g->columns && first; c++) {
        if (c) out_char(o, between);
        field(o, span_of(g->column[c].name));
    }
    if (first) out_char(o, '\n');
    for (Size i = 0; i < g->cell.len; i++) {
        field(o, g->cell.item[i]);
        out_char(o, (i + 1) % g->columns ? between : '\n');
    }
}
