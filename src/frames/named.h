/* Which mission a name or a description means: `Minusma`, `de NAVO-missie in Irak`. Source: data/nl/lexicon/missions.tsv. */
#ifndef INZET_FRAMES_NAMED_H
#define INZET_FRAMES_NAMED_H

#include "frames/scope.h"

/* The row of a mission. */
Entry named_entry(Span id);
/* Whether it runs when the text is written, begins at most 400 days later, or ended at most 800 days before; true in a text without a date. */
bool named_in_time(const Context *c, Entry mission);
/* 2 when a mission of `kind` is what such an asset is sent to, 0 when it is not, 1 else. */
int named_suits(Span mission, Asset asset);
/* The one mission that mention `m` names for forces of kind `asset`, or empty. Where several theatres are named, `own` is that of the forces:
 * `300 naar de gevechtsgroep in Estland en 100 naar die in Litouwen`. */
Span named_mission(const Context *c, const Analysis *a, const Mention *m, const Carry *carry, Asset asset, Span own);

#endif
