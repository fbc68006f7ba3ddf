/* Civil days in the proleptic Gregorian calendar, counted from 1970-01-01. Arithmetic of our own, after the usual era-of-400-years method. */
#ifndef INZET_TIME_CIVIL_H
#define INZET_TIME_CIVIL_H

#include "base/span.h"

/* A day; NO_DAY where a bound is not known. */
typedef struct {
    int32_t n;
} Day;

#define NO_DAY ((Day){INT32_MIN})

static inline bool day_known(Day d)
{
    return d.n != INT32_MIN;
}

/* Year, month 1-12, day 1-31. */
typedef struct {
    int32_t year;
    int32_t month;
    int32_t day;
} Civil;

/* Years that a text may name; outside them nothing is a date. */
enum { YEAR_FIRST = 1, YEAR_LAST = 9999 };

Day day_of(int32_t year, int32_t month, int32_t day);
Civil day_civil(Day d);
/* Whether year, month and day name a day of the calendar. */
bool civil_valid(int32_t year, int32_t month, int32_t day);
int32_t month_days(int32_t year, int32_t month);
/* 1 Monday ... 7 Sunday. */
int32_t day_weekday(Day d);
/* The Monday of the week that holds `d`. */
Day day_monday(Day d);
/* The Monday of ISO week `week` (1-53) of `year`. */
Day week_monday(int32_t year, int32_t week);
/* ISO week number of `d`; `*year` becomes the ISO year. */
int32_t day_week(Day d, int32_t *year);
static inline Day day_add(Day d, int32_t days)
{
    return day_known(d) ? (Day){d.n + days} : d;
}
/* `months` later; a day that the month lacks becomes its last (31 January + 1 month = 28 or 29 February). */
Day day_add_months(Day d, int32_t months);
/* Easter Sunday of a year (Gregorian). */
Day day_easter(int32_t year);
/* `2018-05-04`, `2018-05` (the first of the month) or `2018`; NO_DAY where the text is none of these. `*precision` (may be NULL) becomes 3, 2 or 1. */
Day day_parse(Span text, int *precision);
/* Writes `2018-05-04` and a NUL into `to` (room for 12); an unknown day gives an empty string. */
const char *day_print(Day d, char *to);

#endif
