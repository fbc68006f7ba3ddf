/* Footnotes below a table for people: where its numbers come from, in the words of the source. Refer to them by a column of GRID_NOTES. */
#ifndef INZET_EXPORT_FOOTNOTES_H
#define INZET_EXPORT_FOOTNOTES_H

#include "export/grid.h"

typedef struct {
    Span key;       /* what is noted: a claim's id */
    Span source, quote, address;
} Footnote;

typedef ARRAY(Footnote) Footnotes;

/* The number of a note, counted from 1; it is added where it is not there yet. */
Size footnotes_number(Footnotes *notes, Footnote note, Arena *keep);
void footnotes_write(const Footnotes *notes, Look look, Out *o);
/* A cell of GRID_NOTES as references: [^1][^2], or numbers above the line with links. */
void footnotes_markdown(Out *o, Span cell);
void footnotes_html(Out *o, Span cell);

#endif
