/* Noun phrases around the mention of a body or person, as they are quoted in a claim. */
#ifndef INZET_FRAMES_PHRASE_H
#define INZET_FRAMES_PHRASE_H

#include "frames/analysis.h"

/* The noun phrase at token `i`: up to the next verb, time, comma or preposition other than `van`; a bracket behind a name belongs to it. */
Range phrase_from(const Document *d, const Analysis *a, int32_t i);
/* The words of a mention with what stands before them: `Het demissionaire kabinet`. */
Range phrase_words(const Document *d, const Analysis *a, const Mention *m);
/* The same with the name behind it: `de minister van Defensie Steven Vandeput (N-VA)`. */
Range phrase_body(const Document *d, const Analysis *a, const Mention *m);
/* Whether a preposition governs the mention itself, not a phrase before the verb. */
bool phrase_governed(const Analysis *a, const Mention *m);
/* Whether a verb of the clauses stands at token `i`. */
bool phrase_verb(const Analysis *a, int32_t i);

#endif
