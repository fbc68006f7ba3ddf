/* One token as a number: digits in any Dutch form, or a number word cut into its parts. Used by number.c and time_read.c. */
#ifndef INZET_NUMBER_WORDS_H
#define INZET_NUMBER_WORDS_H

#include "lexicon/pattern.h"

typedef enum {
    WORD_NONE,
    WORD_CARDINAL,
    WORD_ORDINAL,  /* derde, 51e */
    WORD_TAL,      /* dertigtal, 65-tal */
    WORD_HEAD,     /* 120-koppig, vierkoppige */
    WORD_PLURAL,   /* tientallen, honderden, duizenden */
    WORD_PAIR,     /* 20-30 */
    WORD_RATIO,    /* 1/2 */
    WORD_YEAR,     /* negentienachtentwintig: two figures, no count */
    WORD_CLOCK,    /* 11:47, 11u47 */
    WORD_NUMERIC   /* digits of another form: 12-05-2018, 192.168.1.2 */
} WordKind;

/* What one token says. `lead`: 1000 for duizend or duizendvijfhonderd, which a number before it may multiply; `tail`: 1000 for tweeduizend,
 * below which a number behind it may be added; both 0 where there is none. */
typedef struct {
    WordKind kind;
    bool digits;      /* written in digits */
    bool plain;       /* digits only, no point or comma */
    int8_t count;     /* digits before any point or comma */
    double value;
    double high;      /* of a pair; divisor of a ratio */
    double lead, tail;
} WordNumber;

/* Reads one folded token. `section` holds the parts (number.rules). */
WordNumber word_number(Span section, Span folded);
/* The words of a sentence, looked up and read as numbers once for all who ask. */
typedef struct {
    const Document *d;
    int32_t first, last;
    PatternLook look;
    WordNumber *number;  /* per place of the look; none at place 0 */
} WordRun;

const WordRun *word_run(const Document *d, int32_t first, int32_t last, Arena *keep);
/* Token `at` as a number; kind NONE beyond the sentence, too. */
static inline const WordNumber *word_run_at(const WordRun *run, int32_t at)
{
    return &run->number[at >= run->first && at < run->last ? run->look.place[at - run->first] : 0];
}

/* Joins the number at token `at` with those that go on with it (twee duizend, 8,2 miljoen, 1 234 567); `*end`, at + 1 before, becomes the token behind. */
double word_join(const WordRun *run, int32_t at, int32_t *end);
/* Whether `een` at token `at` is the article: no accents, no word behind it that it counts. */
bool word_is_article(const WordRun *run, int32_t at);

#endif
