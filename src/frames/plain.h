/* Claims without an asset: `Nederland doet mee aan EUTM Mali`, `de Belgische deelname wordt verlengd`. */
#ifndef INZET_FRAMES_PLAIN_H
#define INZET_FRAMES_PLAIN_H

#include "frames/candidate.h"

/* Tokens of sentence `a` on which claims without an asset hang, at most `room`; returns how many. */
int plain_find(const Context *c, const Analysis *a, int32_t *at, int room);
/* Whether `m` names the state that something is taken over from: `nam de provincie over van de Amerikanen`. */
bool plain_yields(const Context *c, const Analysis *a, const Mention *m);

/* Whether a mention names a state, or who stands for one. */
bool plain_gives(const Mention *m);
/* Classes of the verbs and of the idioms in the clause of `m`. */
uint64_t plain_acts(const Analysis *a, const Mention *m);

/* `de missies in Mali, Irak en Litouwen`: the countries that a plural word for missions in clause `clause` shares out, at most `room`; 0 when it does not. */
int plain_places(const Context *c, const Analysis *a, int32_t clause, Span *hosts, int room);

/* What an act in clause `clause` gives, named without a number: `de inzet van F-16's`, `draagt bij met adviseurs`; NULL when nothing is. */
const Force *plain_content(const Document *d, const Analysis *a, int32_t clause);

#endif
