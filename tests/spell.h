/* Numbers and days as Dutch writes them, for the tests that read them back. */
#ifndef INZET_TESTS_SPELL_H
#define INZET_TESTS_SPELL_H

#include "base/out.h"
#include "time/civil.h"

/* Ways to spell a number, which may be joined. */
enum {
    SPELL_APART = 1,    /* white space behind duizend: tweeduizend driehonderd */
    SPELL_PLAIN = 2,    /* no trema: tweeentwintig */
    SPELL_AND = 4,      /* honderdeneen, duizendentwee */
    SPELL_HUNDREDS = 8, /* vijftienhonderd */
    SPELL_CAPITAL = 16,
    SPELL_WAYS = 32
};

/* 0 .. 999,999,999,999 in words. */
void spell_number(Out *o, int64_t n, int ways);
/* 1 .. 9,999 as an ordinal in words: drieëntwintigste. */
void spell_ordinal(Out *o, int32_t n);

/* Forms of a day with its year. */
enum { DATE_FORMS = 12 };
void spell_date(Out *o, Day d, int form);

extern const char *const spell_month[12];
extern const char *const spell_weekday[7];

#endif
