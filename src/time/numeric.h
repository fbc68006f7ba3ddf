/* Dates in digits, in one token: 12-05-2018, 2018-05-12, 12/05, 3-2015, 01-aug-2019, 2014-2018, 1/10-2/11/2017, 2018-05-12T14. */
#ifndef INZET_TIME_NUMERIC_H
#define INZET_TIME_NUMERIC_H

#include "lexicon/pattern.h"
#include "time/spec.h"

/* Reads a folded token. Returns 0 where it is no date, 1 with `*a` set, 2 for a span from `*a` to `*b`. `section` knows the months (class month). */
int numeric_read(Span section, Span folded, Spec *a, Spec *b);

/* Specs of the calendar, checked: base BASE_STRETCH with grain NONE marks what no calendar has. */
Spec spec_of_year(int32_t year);
Spec spec_of_month(int32_t month, int32_t year);
Spec spec_of_day(int32_t day, int32_t month, int32_t year);
/* 71 is 1971, 45 is 1945, 27 is 2027. */
int32_t year_of_two(int32_t n);

#endif
