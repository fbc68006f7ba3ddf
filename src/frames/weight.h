/* How likely a candidate is a contribution: a weight per feature and per hint, fitted by `make weights` on texts with gold claims
 * (data/nl/weights.tsv); hints are conjunctions of features (data/nl/hints.rules). */
#ifndef INZET_FRAMES_WEIGHT_H
#define INZET_FRAMES_WEIGHT_H

#include "base/error.h"
#include "frames/feature.h"

/* Candidates scored lower are not claims. */
double weight_threshold(void);
/* 0..1; 0.5 when no weights are compiled in. */
double weight_score(const Features *f);
/* The names of the features and hints that hold, with their weights when asked: for explain and for fitting. */
void weight_names(const Features *f, bool weights, Out *to);
/* Compiles weights.tsv (`name<TAB>weight`; `bias` and `threshold` among the names). */
Error weight_compile(Span text, const char *file, Arena *keep, Span *section);

#endif
