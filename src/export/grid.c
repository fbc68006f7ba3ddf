/* Filling a grid and choosing its writer. */
#include "export/grid.h"

#include "export/book.h"
#include "export/parquet.h"

static const char *const NAMES[FORMAT_COUNT] = {"table", "json", "jsonl", "csv", "tsv", "md", "html", "xlsx", "parquet", "geojson", "ics", "atom"};

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

bool format_is_binary(Format f)
{
    return f == FORMAT_XLSX || f == FORMAT_PARQUET;
}

bool grid_is_number(GridKind k)
{
    return k == GRID_NUMBER || k == GRID_WHOLE;
}

void grid_add(Grid *g, Span cell, Arena *keep)
{
    *ARRAY_PUSH(&g->cell, keep) = cell;
}

Size grid_rows(const Grid *g)
{
    return g->columns ? g->cell.len / g->columns : 0;
}

int grid_column(const Grid *g, const char *name)
{
    for (int i = 0; i < g->columns; i++)
        if (strcmp(g->column[i].name, name) == 0) return i;
    return -1;
}

void grid_note(Grid *g, Span note, Arena *keep)
{
    while (g->note.len < grid_rows(g)) *ARRAY_PUSH(&g->note, keep) = (Span){NULL, 0};
    if (g->note.len) g->note.item[g->note.len - 1] = note;
}

bool grid_in_parts(Format f)
{
    return f != FORMAT_TABLE;
}

GridRun grid_begin(const Grid *columns, const char *name, Look look, struct Book *book, Out *o)
{
    GridRun r = {.look = look, .out = o, .name = name, .column = columns->column, .columns = columns->columns};
    if (look.format == FORMAT_XLSX) {
        r.own_book = !book;
        r.book = book ? book : book_open();
        book_sheet(r.book, name, columns->column, columns->columns);
    }
    if (look.format == FORMAT_PARQUET) r.parquet = parquet_open(columns->column, columns->columns, o);
    if (look.format == FORMAT_JSON) out_char(o, '[');
    if (look.format == FORMAT_GEOJSON) out_text(o, "{\"type\":\"FeatureCollection\",\"features\":[");
    if (look.format == FORMAT_HTML) grid_html_open(columns, o);
    return r;
}

void grid_part(GridRun *r, const Grid *rows)
{
    bool first = r->rows == 0;
    switch (r->look.format) {
    case FORMAT_CSV: grid_csv(rows, false, first, r->out); break;
    case FORMAT_TSV: grid_csv(rows, true, first, r->out); break;
    case FORMAT_MARKDOWN: grid_markdown(rows, first, r->out); break;
    case FORMAT_HTML: grid_html(rows, r->out); break;
    case FORMAT_JSON: grid_json(rows, false, first, r->out); break;
    case FORMAT_JSONL: grid_json(rows, true, first, r->out); break;
    case FORMAT_XLSX: book_rows(r->book, rows); break;
    case FORMAT_PARQUET: parquet_rows(r->parquet, rows); break;
    case FORMAT_GEOJSON: grid_geojson(rows, first, r->out); break;
    default: grid_table(rows, r->look, r->out); break;
    }
    r->rows += grid_rows(rows);
}

void grid_end(GridRun *r)
{
    Grid none = {.column = r->column, .columns = r->columns};
    if (r->rows == 0 && (r->look.format == FORMAT_CSV || r->look.format == FORMAT_TSV || r->look.format == FORMAT_MARKDOWN)) grid_part(r, &none);
    if (r->look.format == FORMAT_JSON) out_text(r->out, "\n]\n");
    if (r->look.format == FORMAT_GEOJSON) out_text(r->out, "\n]}\n");
    if (r->look.format == FORMAT_HTML) grid_html_close(r->out);
    if (r->parquet) parquet_close(r->parquet);
    if (r->book && r->own_book) book_close(r->book, r->out);
}

void grid_write(const Grid *g, const char *name, Look look, Out *o)
{
    GridRun r = grid_begin(g, name, look, NULL, o);
    if (grid_rows(g) || look.format == FORMAT_TABLE) grid_part(&r, g);
    grid_end(&r);
}
