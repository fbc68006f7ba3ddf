/* Sections and rows for a terminal and for a page. */
#include "cli/pen.h"

#include "export/html.h"
#include "export/write.h"

enum { WHAT = 13, WORDS = 34 };  /* columns */

static const char STYLE[] =
    "section{border-top:1px solid var(--line);padding:.6rem 0}section blockquote{margin:.3rem 0;font-size:1.05rem;line-height:1.8}\n"
    "section table{font-size:.85rem}section th{position:static;width:7rem;font-weight:600;color:var(--dim)}section td:nth-child(2){width:34%}\n"
    "td,th{border:0;padding:.1rem .6rem}.yes{color:#07802b;font-weight:600}.no{color:#b0342b}.small{color:var(--dim);font-size:.8rem}\n"
    ".number{color:#07c}.time{color:#867200}.force{font-weight:600}.verb{color:#c33}.country{color:#0a7}.place{color:#276fbf}.body{color:#775}\n"
    "@media (prefers-color-scheme:dark){.yes{color:#5ccf7e}.no{color:#f0847b}.number{color:#6db3f2}.time{color:#d3c057}.verb{color:#f08a8a}"
    ".country{color:#4dc9a0}.place{color:#8ab8ea}.body{color:#c8c0a0}}\n";

Pen pen_begin(Look look, Span title, Out *out)
{
    if (look.format == FORMAT_HTML) html_open(out, title, STYLE);
    return (Pen){.look = look, .out = out};
}

static void close_rows(Pen *p)
{
    if (p->rows) out_text(p->out, "</table>\n");
    p->rows = false;
}

static void close_section(Pen *p)
{
    close_rows(p);
    if (p->section) out_text(p->out, "</section>\n");
    p->section = false;
}

void pen_end(Pen *p)
{
    if (p->look.format != FORMAT_HTML) return;
    close_section(p);
    html_close(p->out);
}

void pen_section(Pen *p, int weight, Span title, Span note)
{
    Out *o = p->out;
    if (p->look.format == FORMAT_HTML) {
        close_section(p);
        if (weight > 1) out_text(o, "<section>\n");
        p->section = weight > 1;
        out_print(o, "<h%d>", weight + 1);
        write_html(o, title);
        out_print(o, "</h%d>\n<p class=\"dim\">", weight + 1);
        write_html(o, note);
        out_text(o, "</p>\n");
        return;
    }
    if (p->look.color) out_text(o, weight > 1 ? "\n\033[1m" : "\033[1;4m");
    else if (weight > 1) out_char(o, '\n');
    write_plain(o, title, -1);
    out_text(o, p->look.color ? "\033[0m  \033[2m" : "  ");
    write_plain(o, note, -1);
    out_text(o, p->look.color ? "\033[0m\n" : "\n");
}

void pen_text(Pen *p, Span text, Range window, const Marks *marks)
{
    bool html = p->look.format == FORMAT_HTML;
    close_rows(p);
    out_text(p->out, html ? "<blockquote>" : "  ");
    marked_write(text, window, marks, p->look, p->out);
    out_text(p->out, html ? "</blockquote>\n" : "\n");
}

static void html_row(Pen *p, const char *what, const char *tone, Span words, Span meaning)
{
    if (!p->rows) out_text(p->out, "<table>\n");
    p->rows = true;
    out_print(p->out, "<tr><th scope=\"row\">%s</th><td class=\"%s\">", what, tone);
    write_html(p->out, words);
    out_text(p->out, "</td><td>");
    write_html(p->out, meaning);
    out_text(p->out, "</td></tr>\n");
}

static const char *tone_color(const char *tone)
{
    if (strcmp(tone, "yes") == 0) return "\033[1;32m";
    if (strcmp(tone, "no") == 0) return "\033[31m";
    return *tone ? mark_color(span_of(tone)) : "";
}

static void spaces(Out *o, int n)
{
    while (n-- > 0) out_char(o, ' ');
}

void pen_row(Pen *p, const char *what, const char *tone, Span words, Span meaning)
{
    Out *o = p->out;
    if (p->look.format == FORMAT_HTML) {
        html_row(p, what, tone, words, meaning);
        return;
    }
    bool color = p->look.color && *tone;
    spaces(o, 4);
    if (p->look.color) out_text(o, "\033[2m");
    int at = write_plain(o, span_of(what), WHAT);
    if (p->look.color) out_text(o, "\033[0m");
    spaces(o, WHAT - at);
    if (color) out_text(o, tone_color(tone));
    at = write_plain(o, words, WORDS);
    if (color) out_text(o, "\033[0m");
    if (meaning.len) spaces(o, WORDS + 2 - at);
    write_plain(o, meaning, -1);
    out_char(o, '\n');
}

void pen_small(Pen *p, const char *what, Span text)
{
    Out *o = p->out;
    if (p->look.format == FORMAT_HTML) {
        if (!p->rows) out_text(o, "<table>\n");
        p->rows = true;
        out_print(o, "<tr class=\"small\"><th scope=\"row\">%s</th><td colspan=\"2\">", what);
        write_html(o, text);
        out_text(o, "</td></tr>\n");
        return;
    }
    Span word;
    int at = 4 + WHAT;
    if (p->look.color) out_text(o, "\033[2m");
    spaces(o, 4);
    spaces(o, WHAT - write_plain(o, span_of(what), WHAT));
    while (span_cut(&text, ' ', &word)) {
        int n = write_width(word);
        if (at > 4 + WHAT && at + 1 + n > p->look.width) {
            out_char(o, '\n');
            spaces(o, at = 4 + WHAT);
        } else if (at > 4 + WHAT) {
            out_char(o, ' ');
            at++;
        }
        write_plain(o, word, -1);
        at += n;
    }
    out_text(o, p->look.color ? "\033[0m\n" : "\n");
}
