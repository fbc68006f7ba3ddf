/* A stretch of text with some of its words marked: in colour and underlined on a terminal, in brackets elsewhere, as <mark> in HTML. */
#ifndef INZET_EXPORT_MARKED_H
#define INZET_EXPORT_MARKED_H

#include "export/grid.h"

/* `label` is the field's name: it names the mark and picks its colour. Several fields of the same words: "stage act". */
typedef struct {
    Range at;
    Span label;
} Mark;

typedef ARRAY(Mark) Marks;

/* Adds a mark; the same words marked twice get both labels. */
void marks_add(Marks *marks, Range at, Span label, Arena *keep);
/* Writes `window` of `text`. Marks may come in any order; of overlapping ones the first that begins, then the longest, is shown. */
void marked_write(Span text, Range window, const Marks *marks, Look look, Out *o);
/* The escape sequence that colours a field on a terminal; "\033[0m" ends it. */
const char *mark_color(Span label);

#endif
