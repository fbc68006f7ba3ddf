/* Numbers in Dutch text: digits and words, with their hedges, ranges and kinds, as exact values with byte ranges.
 * Knowledge: data/nl/lexicon/numbers.tsv, hedges.tsv, data/nl/number.rules. Cases: tests/cases/number.tsv. */
#ifndef INZET_NUMBER_NUMBER_H
#define INZET_NUMBER_NUMBER_H

#include "number/words.h"

/* How the words vouch for the number (docs/claims.md, `hedge`). */
typedef enum {
    HEDGE_EXACT,
    HEDGE_ABOUT,      /* ongeveer, zo'n, zowat, -tal */
    HEDGE_MORE_THAN,  /* meer dan, ruim */
    HEDGE_AT_LEAST,   /* minstens */
    HEDGE_AT_MOST,    /* maximaal, tot */
    HEDGE_ALMOST,     /* bijna, een kleine */
    HEDGE_RANGE,      /* 800 à 1.400 */
    HEDGE_VAGUE,      /* tientallen, enkele, een aantal: low and high are not known */
    HEDGE_ONE,        /* the article `een` before a noun */
    HEDGE_COUNT
} Hedge;

typedef enum {
    NUMBER_CARDINAL,
    NUMBER_RANGE,
    NUMBER_VAGUE,
    NUMBER_ARTICLE,    /* `een` that may count: HEDGE_ONE */
    NUMBER_ORDINAL,    /* derde, 51e */
    NUMBER_FRACTION,   /* een derde, de helft, twee derde */
    NUMBER_PERCENT,
    NUMBER_KOPPIG,     /* 120-koppig, vierkoppig: counts the people of the noun that follows */
    NUMBER_YEAR,       /* 2018 used as a year */
    NUMBER_CLOCK,      /* 11u47, 17.36 uur */
    NUMBER_DATE_PART,  /* the 4 of `4 mei` */
    NUMBER_NAME,       /* part of a name: F-16, 13 Lichte Brigade, artikel 100, resolutie 2085, 2e Bataljon, (N-VA) */
    NUMBER_MONEY,      /* 75 miljoen euro */
    NUMBER_MEASURE     /* 20 kilometer, 3 graden, 35 mm */
} NumberKind;

/* One number in tokens [first, last) of the document. `words` is trimmed to the quantity with its hedge (`zo'n 35`, `een dertigtal`,
 * `honderd tot honderdvijftig`) and ends where the number ends; `core` is the number without its hedge. */
typedef struct {
    int32_t first;
    int32_t last;
    int32_t core_first;
    Range words;
    Range core;
    NumberKind kind;
    Hedge hedge;
    double low;    /* NAN where vague */
    double high;   /* equal to low unless a range */
    bool average;  /* gemiddeld: HEDGE_ABOUT, and an average over time */
    bool extra;    /* `nog eens 135`, `80 extra`: a difference */
} Number;

typedef struct {
    ARRAY(Number) item;    /* by first token, not overlapping */
    const WordRun *words;  /* what they were read from, for those who read the same tokens next; NULL where there are no tokens */
} Numbers;

/* All numbers in tokens [first, last) of `d`. Linear, never fails. */
Numbers number_read(const Document *d, int32_t first, int32_t last, Arena *keep);

const char *hedge_name(Hedge v);
int hedge_from(Span s);
const char *number_kind_name(NumberKind v);

#endif
