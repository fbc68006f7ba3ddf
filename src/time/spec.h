/* What the words of a date say, before it is known which May is meant: a base of the calendar with steps on it, and its place in time as
 * seen from a day of writing. */
#ifndef INZET_TIME_SPEC_H
#define INZET_TIME_SPEC_H

#include "time/time_read.h"

/* Units as the word lists number them (class unit). */
typedef enum {
    UNIT_NONE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR, UNIT_QUARTER, UNIT_DECADE, UNIT_CENTURY, UNIT_HOUR, UNIT_MINUTE, UNIT_WORKDAY, UNIT_WEEKEND,
    UNIT_SECOND, UNIT_HALF, UNIT_SEASON, UNIT_QUARTER_HOUR
} Unit;

/* A length of time. Parts of months and years are tenths apart; `low` and `high` differ in `drie tot zes maanden`. */
typedef struct {
    double years, months, weeks, days, hours, minutes, seconds;
    double more;        /* how much more of the first unit the upper end is */
    Unit unit;          /* the first unit named */
    Hedge hedge;
    bool vague;         /* enkele maanden */
    bool added;
    bool workdays;
    bool joined;        /* driedaags, zesmaands: one word, which tells of the noun behind it */
} Length;

typedef enum {
    BASE_STRETCH,   /* first..last, as days from the calendar: no reading but one */
    BASE_MONTH,     /* month */
    BASE_DAY,       /* day, month */
    BASE_WEEKDAY,   /* day: 1-7 */
    BASE_MONTHDAY,  /* day: the 15th */
    BASE_DATED,     /* weekday `month` falling on the `day`th */
    BASE_QUARTER,   /* day: 1-4 */
    BASE_HALF,      /* day: 1-2 */
    BASE_SEASON,    /* day: 1 spring ... 4 winter */
    BASE_WEEK,      /* day: 1-53 */
    BASE_HOLIDAY,   /* day: number in the word list */
    BASE_DECADE,    /* year: 90 with unknown century */
    BASE_UNIT,      /* day: Unit, month: how many further (volgende week 1) */
    BASE_SHIFT,     /* length from the day of writing, `month` +1 ahead, -1 ago */
    BASE_COMING,    /* the length that begins, month +1, or ends, -1, at the day of writing */
    BASE_NOW
} Base;

typedef enum { STEP_PART, STEP_NTH, STEP_WEEKDAY, STEP_SHIFT, STEP_UNIT_OF, STEP_REST, STEP_EARLY, STEP_LATE, STEP_MONTH, STEP_SEASON, STEP_FOLLOW } StepKind;

/* One step on a stretch. PART: a = Part; NTH: the a-th unit b, or weekday b - WEEKDAY_UNIT, or with c the first (a 1) or last (a -1) c units; WEEKDAY: day a of
 * the week; SHIFT: a units b; UNIT_OF: the unit a that holds it; FOLLOW: the a-th weekday b behind it (a < 0: before it). */
typedef struct {
    StepKind kind;
    int32_t a, b, c;
} Step;

typedef enum { PART_BEGIN = 1, PART_MID, PART_END, PART_FIRST_HALF, PART_SECOND_HALF, PART_VERY_END } Part;

enum { SPEC_STEPS = 5, WEEKDAY_UNIT = 100 };

/* Where a reading without a year lies: by tense, or by its own word (vorige, komende). */
typedef enum { LEAN_TENSE, LEAN_PAST, LEAN_FUTURE, LEAN_LAST, LEAN_NEXT, LEAN_THIS } Lean;

typedef struct {
    Base base;
    int32_t day, month, year;   /* year 0: not said */
    Unit year_unit;             /* year said relative to the day of writing: year_shift further */
    int32_t year_shift;
    int32_t weekday;            /* said beside a date: prefers the year in which they agree */
    Day first, last;
    Length length;
    Step step[SPEC_STEPS];
    int steps;
    Grain grain;
    Lean lean;
    bool relative;
    bool told;                  /* dat jaar: counts from what was told before, not from the day of writing */
    int32_t roll;               /* het afgelopen jaar: may be the year before, too (-1), het komende (+1) */
    bool weak;                  /* digits that are a date only in the right place (22-4) */
    bool open;                  /* rest van het jaar: the end alone is said */
    Connective bound;           /* `in 2016 en later`: a connective behind */
} Spec;

/* Days [first, last], inclusive. */
typedef struct {
    Day first, last;
    Grain grain;
} Stretch;

/* The readings of `spec` from day `now`, best first, with `past` the direction that the sentence gives (-1, 0, +1). Returns how many (0 when the words
 * name no day of the calendar). `until`: the end of a period is meant. */
int spec_resolve(const Spec *spec, Day now, int direction, bool until, Stretch *reading, int room);
/* Whether the spec needs the day of writing. */
bool spec_relative(const Spec *spec);
/* `n` units more; the unit named first stays. */
void length_add(Length *length, Unit unit, double n);
/* A day moved by a length, forwards (+1) or backwards (-1). */
Day length_move(const Length *length, Day from, int sign);
/* P1Y6M; `to` has room for 24. `more`: the upper end. */
void length_iso(const Length *length, bool more, char *to);

#endif
