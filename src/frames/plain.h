/* Claims without an asset: `Nederland doet mee aan EUTM Mali`, `de Belgische deelname wordt verlengd`. */
#ifndef INZET_FRAMES_PLAIN_H
#define INZET_FRAMES_PLAIN_H

#include "frames/candidate.h"

/* Tokens of sentence `a` on which claims without an asset hang, at most `room`; returns how many. */
int plain_find(const Context *c, const Analysis *a, int32_t *at, int room);
/* Whether `m` names the state that something is taken over from: `nam de provincie over van de Amerikanen`. */
bool plain_yields(const Context *c, const Analysis *a, const Mention *m);
/* Whether `m` names the state that something is handed over to: `droeg de sector over aan Hongarije`. */
bool plain_takes(const Context *c, const Analysis *a, const Mention *m);
/* Whether `m` is the state that words of command say holds it: `Het bevel over de vloot ligt bij Duitsland`. */
bool plain_commands(const Context *c, const Analysis *a, const Mention *m);
/* Whether the clause of `m` tells how long something goes on: `loopt tot juni`, `duurt een jaar`. */
bool plain_runs(const Context *c, const Analysis *a, const Mention *m);
/* Theatres that clause `clause` lists behind a plural: `de missies in Mali, Litouwen en Afghanistan`; with their words; how many, at most `room`. */
int plain_theatres(const Context *c, const Analysis *a, int32_t clause, Span *ids, Range *at, int room);

/* Whether a mention names a state, or who stands for one. */
bool plain_gives(const Mention *m);
/* Classes of the verbs and of the idioms in the clause of `m`. */
uint64_t plain_acts(const Analysis *a, const Mention *m);

/* What an act in clause `clause` gives, named without a number: `de inzet van F-16's`, `draagt bij met adviseurs`; NULL when nothing is. */
const Force *plain_content(const Document *d, const Analysis *a, int32_t clause);

/* Whether clause `of` is what clause `clause` weighs, wants or offers: `Denemarken onderzoekt of het 14 man kan sturen`, `is bereid om 14 man te sturen`. */
bool plain_is_content(const Context *c, const Analysis *a, int32_t of, int32_t clause);

#endif
