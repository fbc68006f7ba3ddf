/* Days and numbers as text for every format. */
#ifndef INZET_EXPORT_DAY_H
#define INZET_EXPORT_DAY_H

#include "base/out.h"
#include "frames/claim.h"

/* 2018-05-11; nothing for NO_DAY. */
void day_write(Out *o, Day day);
Span day_text(Day day, Arena *keep);
/* A bound as people read it: 2018-05-11, 2018-05 (the whole month), 2018, 2018-05-11..20, ≥ 2020-10-01, ≤ 2020-10-31; empty where nothing is known. */
Span day_bound(Day earliest, Day latest, Arena *keep);
/* Published as precisely as known: 2018-05-04, 2020-09, 2020; empty when unknown. */
Span day_published(const Published *p, Arena *keep);
/* 43, 2.5; as JSON has numbers. */
void number_write(Out *o, double n);

#endif
