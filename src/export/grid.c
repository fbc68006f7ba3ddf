/* Filling a grid and choosing its writer. */
#include "export/grid.h"

static const char *const NAMES[FORMAT_COUNT] = {"table", "json", "jsonl", "csv", "tsv", "md", "html"};

const char *format_name(Format f)
{
    return NAMES[f];
}

int format_from(Span name)
{
    for (int i = 0; i < FORMAT_COUNT; i++)
        if (span_is(name, NAMES[i])) return i;
    return span_is(name, "markdown") ? FORMAT_MARKDOWN : -1;
}

void grid_add(Grid *g, Span cell, Arena *keep)
{
    *ARRAY_PUSH(&g->cell, keep) = cell;
}

Size grid_rows(const Grid *g)
{
    return g->columns ? g->cell.len / g->columns : 0;
}

void grid_note(Grid *g, Span note, Arena *keep)
{
    while (g->note.len < grid_rows(g)) *ARRAY_PUSH(&g->note, keep) = (Span){NULL, 0};
    if (g->note.len) g->note.item[g->note.len - 1] = note;
}

void grid_write(const Grid *g, Look look, bool more, Out *o)
{
    switch (look.format) {
    case FORMAT_CSV: grid_csv(g, false, more, o); break;
    case FORMAT_TSV: grid_csv(g, true, more, o); break;
    case FORMAT_MARKDOWN: grid_markdown(g, o); break;
    case FORMAT_HTML: grid_html(g, o); break;
    case FORMAT_JSON: grid_json(g, false, o); break;
    case FORMAT_JSONL: grid_json(g, true, o); break;
    default: grid_table(g, look, o); break;
    }
}
