/* What `inzet explain` writes with: the same sections and rows as coloured text or as a page. */
#ifndef INZET_CLI_PEN_H
#define INZET_CLI_PEN_H

#include "export/marked.h"

typedef struct {
    Look look;
    Out *out;
    bool section, rows;     /* what is still open, in HTML */
} Pen;

Pen pen_begin(Look look, Span title, Out *out);
void pen_end(Pen *p);
/* A document's or a sentence's heading; `weight` 1 or 2. */
void pen_section(Pen *p, int weight, Span title, Span note);
/* The words of a stretch, marked. */
void pen_text(Pen *p, Span text, Range window, const Marks *marks);
/* One row: what it is, the words, what they mean. `tone` is "yes", "no", "" or a mark's label, which colours the words. */
void pen_row(Pen *p, const char *what, const char *tone, Span words, Span meaning);
/* A row of small print over the whole width, wrapped. */
void pen_small(Pen *p, const char *what, Span text);

#endif
