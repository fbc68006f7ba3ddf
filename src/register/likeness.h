/* What tells copies of one text from texts about the same matter: a sketch of the whole text, and the news agency it credits.
 *
 * The sketch is that of Broder's resemblance by one permutation (Li, Owen, Zhang 2012): each run of three words falls in one of 64 bins, each bin keeps
 * the least of the hashes that fell in it. The share of equal bins is about the share of runs that two texts have in common: near 1 for a copy, near 0.5
 * where every tenth word was changed, near 0 for two texts on one fact. One pass over the bytes, 128 bytes a text. */
#ifndef INZET_REGISTER_LIKENESS_H
#define INZET_REGISTER_LIKENESS_H

#include "base/span.h"

enum { LIKENESS_BINS = 64, LIKENESS_BYTES = 2 * LIKENESS_BINS };

typedef struct {
    uint16_t bin[LIKENESS_BINS];  /* 0: no run of words fell in it */
    int64_t words;
    Span agency;                  /* belga, anp ...; empty: none. Lives as long as the program */
} Likeness;

/* Case, punctuation and spacing do not count. Kept in registers: the same text must give the same sketch in every version of inzet, or the schema
 * gets a new number. */
Likeness likeness_of(Span text);
/* Whether one text is the other with small edits. Texts of fewer than a dozen runs of words are never judged alike. */
bool likeness_same(const uint16_t *a, const uint16_t *b);
/* As stored: each bin in two bytes, the lower first. */
void likeness_pack(const Likeness *l, uint8_t to[LIKENESS_BYTES]);
bool likeness_unpack(Span packed, uint16_t bin[LIKENESS_BINS]);

#endif
