/* Grids as an HTML table, and the frame of a page that needs nothing from outside. */
#include "export/html.h"

#include "export/footnotes.h"
#include "export/write.h"

static const char STYLE[] =
    ":root{color-scheme:light dark;--ink:#1b1b1b;--dim:#666;--line:#d5d5d5;--paper:#fff;--soft:#f4f4f1}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--dim:#a5a19a;--line:#444;--paper:#181818;--soft:#242422}}\n"
    "body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:78rem;margin:2rem auto;padding:0 1rem}\n"
    "table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;"
    "border-bottom:1px solid var(--line)}th{position:sticky;top:0;background:var(--paper)}td.number{text-align:right}\n"
    "ol.notes{font-size:.85rem}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}.dim{color:var(--dim)}q,blockquote{font-family:Georgia,serif}\n"
    "mark{background:none;color:inherit;border-bottom:2px solid currentColor;padding:0}mark>sub{font:600 .65rem system-ui,sans-serif;"
    "margin-left:.2em;vertical-align:baseline}\n"
    ".contributor{color:#0a7}.asset{color:#b60}.quantity{color:#07c;font-weight:600}.mission{color:#a2a}.host,.places{color:#276fbf}"
    ".stage,.act,.realis,.basis{color:#c33}.start,.end,.duration{color:#867200}.roles{color:#555}.decider,.requester,.speaker,.assent{color:#775}\n"
    "@media (prefers-color-scheme:dark){.contributor{color:#4dc9a0}.asset{color:#e9a25b}.quantity{color:#6db3f2}.mission{color:#d98ad9}"
    ".host,.places{color:#8ab8ea}.stage,.act,.realis,.basis{color:#f08a8a}.start,.end,.duration{color:#d3c057}.roles{color:#bbb}"
    ".decider,.requester,.speaker,.assent{color:#c8c0a0}}\n"
    "@media print{body{max-width:none;margin:0;font-size:10pt}th{position:static}tr,blockquote{break-inside:avoid}}\n";

void html_open(Out *o, Span title, const char *style)
{
    out_text(o, "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
    write_html(o, title);
    out_text(o, "</title>\n<style>\n");
    out_text(o, STYLE);
    if (style) out_text(o, style);
    out_text(o, "</style>\n</head>\n<body>\n<h1>");
    write_html(o, title);
    out_text(o, "</h1>\n");
}

void html_close(Out *o)
{
    out_text(o, "</body>\n</html>\n");
}

void grid_html_open(const Grid *g, Out *o)
{
    out_text(o, "<table>\n<thead><tr>");
    for (int c = 0; c < g->columns; c++) {
        if (!g->column[c].title) continue;
        out_text(o, "<th scope=\"col\">");
        write_html(o, span_of(g->column[c].title));
        out_text(o, "</th>");
    }
    out_text(o, "</tr></thead>\n<tbody>\n");
}

void grid_html(const Grid *g, Out *o)
{
    for (Size r = 0; r < grid_rows(g); r++) {
        out_text(o, "<tr>");
        for (int c = 0; c < g->columns; c++) {
            if (!g->column[c].title) continue;
            out_text(o, grid_is_number(g->column[c].kind) ? "<td class=\"number\">" : "<td>");
            Span cell = g->cell.item[r * g->columns + c];
            if (g->column[c].kind == GRID_NOTES) footnotes_html(o, cell);
            else write_html(o, cell);
            out_text(o, "</td>");
        }
        out_text(o, "</tr>\n");
    }
}

void grid_html_close(Out *o)
{
    out_text(o, "</tbody>\n</table>\n");
}
