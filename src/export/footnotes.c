/* Footnotes and references to them. */
#include "export/footnotes.h"

#include "export/write.h"

Size footnotes_number(Footnotes *notes, Footnote note, Arena *keep)
{
    for (Size i = notes->len - 1; i >= 0; i--)
        if (span_equal(notes->item[i].key, note.key)) return i + 1;
    *ARRAY_PUSH(notes, keep) = note;
    return notes->len;
}

void footnotes_markdown(Out *o, Span cell)
{
    Span piece;
    while (span_cut(&cell, ',', &piece)) {
        out_text(o, "[^");
        out_span(o, span_trim(piece));
        out_char(o, ']');
    }
}

void footnotes_html(Out *o, Span cell)
{
    Span piece;
    for (bool first = true; span_cut(&cell, ',', &piece); first = false) {
        Span n = span_trim(piece);
        if (!first) out_char(o, ' ');
        out_print(o, "<sup><a href=\"#note-%.*s\">%.*s</a></sup>", (int)n.len, n.at, (int)n.len, n.at);
    }
}

static void write_note_html(const Footnote *n, Size number, Out *o)
{
    out_print(o, "<li id=\"note-%lld\">", (long long)number);
    if (n->quote.len) out_text(o, "<q>");
    write_html(o, n->quote);
    if (n->quote.len) out_text(o, "</q> ");
    if (write_is_web(n->address)) {
        out_text(o, "<a rel=\"noreferrer\" href=\"");
        write_html(o, n->address);
        out_text(o, "\">");
    }
    write_html(o, n->source);
    if (write_is_web(n->address)) out_text(o, "</a>");
    out_text(o, "</li>\n");
}

static void write_note_markdown(const Footnote *n, Size number, Out *o)
{
    out_print(o, "[^%lld]: ", (long long)number);
    if (n->quote.len) out_text(o, "\xE2\x80\x9C");
    write_markdown(o, n->quote);
    if (n->quote.len) out_text(o, "\xE2\x80\x9D ");
    write_markdown(o, n->source);
    if (write_is_web(n->address)) {
        out_text(o, ", ");
        write_markdown(o, n->address);
    }
    out_char(o, '\n');
}

static void write_note_plain(const Footnote *n, Size number, Look look, Out *o)
{
    Out line = out_to_memory();
    out_span(&line, n->source);
    if (n->quote.len) out_text(&line, ": ");
    out_span(&line, n->quote);
    out_print(o, "%4lld  ", (long long)number);
    write_plain(o, out_written(&line), look.width - 6);
    out_char(o, '\n');
    out_close(&line);
}

void footnotes_write(const Footnotes *notes, Look look, Out *o)
{
    if (!notes->len) return;
    out_text(o, look.format == FORMAT_HTML ? "<ol class=\"notes\">\n" : "\n");
    for (Size i = 0; i < notes->len; i++) {
        const Footnote *n = &notes->item[i];
        if (look.format == FORMAT_HTML) write_note_html(n, i + 1, o);
        else if (look.format == FORMAT_MARKDOWN) write_note_markdown(n, i + 1, o);
        else write_note_plain(n, i + 1, look, o);
    }
    if (look.format == FORMAT_HTML) out_text(o, "</ol>\n");
}
