/* Temporal expressions in Dutch text: days, periods, open periods, durations, frequencies, with bounds on every boundary.
 * Knowledge: data/nl/time.rules, data/nl/lexicon/calendar.tsv. Cases: tests/cases/time.tsv. Conventions: docs/time.md. */
#ifndef INZET_TIME_TIME_READ_H
#define INZET_TIME_TIME_READ_H

#include "number/number.h"
#include "time/civil.h"

/* The days on which the text may have been written: first == last when the day is known; both NO_DAY when unknown. */
typedef struct {
    Day first;
    Day last;
} Written;

typedef enum {
    TIME_PERIOD,     /* a day or a stretch: in mei, 4 mei 2018, dit jaar, van januari tot en met maart */
    TIME_DURATION,   /* zes maanden, een jaar lang, 90 dagen */
    TIME_FREQUENCY,  /* om de vier maanden, jaarlijks */
    TIME_NOW,        /* momenteel, nu, vandaag de dag, op dit moment, inmiddels */
    TIME_EVENT,      /* na de verkiezingen: bounds unknown */
    TIME_CLOCK       /* 11u47 */
} TimeKind;

/* What the words before it make of it. */
typedef enum {
    CONNECT_NONE,    /* vrijdag, volgend jaar november */
    CONNECT_AT,      /* in, op, tijdens, in de loop van */
    CONNECT_FROM,    /* vanaf, per, met ingang van, op zijn vroegst vanaf */
    CONNECT_SINCE,   /* sinds, sedert */
    CONNECT_UNTIL,   /* tot, tot en met, uiterlijk, voor (eind juni) */
    CONNECT_BETWEEN, /* van A tot B: a closed span; start and end both hold */
    CONNECT_FOR,     /* durations: gedurende, voor, lang; komende, afgelopen make it a period */
    CONNECT_WITHIN,  /* binnen drie maanden */
    CONNECT_AFTER,   /* na de zomer */
    CONNECT_BEFORE   /* voor de zomer */
} Connective;

typedef enum { GRAIN_NONE, GRAIN_DAY, GRAIN_WEEK, GRAIN_PART, GRAIN_MONTH, GRAIN_QUARTER, GRAIN_SEASON, GRAIN_HALF, GRAIN_YEAR, GRAIN_DECADE, GRAIN_CENTURY } Grain;

/* Four bounds, inclusive days, NO_DAY where open or unknown. The stretch itself (`midden mei`) begins on a day in [start_earliest, start_latest]
 * and ends on a day in [end_earliest, end_latest]; for a plain period start_earliest = start_latest = its first day, end_* = its last day. */
typedef struct {
    Day start_earliest, start_latest;
    Day end_earliest, end_latest;
} Bounds;

enum { TIME_ALTERNATIVES = 4 };

typedef struct {
    int32_t first, last;    /* tokens, connective included */
    int32_t core_first;     /* first token without the connective */
    Range words;            /* connective included */
    Range core;
    TimeKind kind;
    Connective connect;
    Grain grain;
    Bounds bounds;          /* of the period named; NO_DAYs when unresolved */
    Bounds alternative[TIME_ALTERNATIVES];
    int alternatives;       /* further readings (the other May) */
    bool relative;          /* needed the day of writing */
    bool inclusive;         /* tot en met */
    bool earliest_only;     /* op zijn vroegst: the upper bound is open */
    bool latest_only;       /* uiterlijk, onlangs, al ruim een jaar: the lower bound is open */
    bool both;              /* tussen A en B, A-B: the whole of B is taken in */
    bool joined;            /* driedaags (bezoek): a duration in one word, of the noun behind it */
    bool added;             /* met acht maanden (verlengd), nog een jaar */
    bool vague;             /* voorlopig, de komende tijd, enkele maanden */
    bool open_end;          /* de rest van het jaar: the end alone is said */
    bool anchored;          /* een dag later, dat jaar: counts from what was told before, which is not known; the bounds hold only where that is the day of writing */
    bool unit;              /* vorig jaar, deze maand: a unit counted from the day of writing */
    Day clip;               /* told as past, within a stretch that still runs: no later than this day; else NO_DAY */
    Hedge hedge;            /* of a duration */
    char iso[24];           /* duration, and de komende zes maanden: P6M; unresolved date: XXXX-12-12 */
    char iso_high[24];      /* `drie tot zes maanden`: upper; else empty */
} Time;

typedef struct {
    ARRAY(Time) item;       /* by first token, not overlapping */
} Times;

/* All temporal expressions in tokens [first, last), which should be one sentence. Linear, never fails. */
Times time_read(const Document *d, const Numbers *n, int32_t first, int32_t last, Written written, Arena *keep);

/* The same, for a text that is read on: what counts from what was told before (dat jaar, een week later) counts from `told`, the last stretch of days that
 * the text named, which becomes the last that these tokens name. Both NO_DAY where nothing has been told. */
Times time_read_on(const Document *d, const Numbers *n, int32_t first, int32_t last, Written written, Written *told, Arena *keep);

/* Whether tokens [first, last) may name a day of the calendar: the name of a month, or digits with marks. A quick look, wrong only by saying yes, but for
 * holidays. */
bool time_may_name_day(const Document *d, int32_t first, int32_t last);

/* The boundary that a claim's `start` or `end` gets from an expression, by docs/claims.md: `vanaf midden mei` gives start 11..20 May; `tot eind dit jaar`
 * end 21..31 December; `tot augustus 2010` 2010-07-31..2010-08-31; `tot en met augustus` 31..31 August; `in 2011` stands in start. false: that side is not said. */
bool time_start(const Time *t, Day *earliest, Day *latest);
bool time_end(const Time *t, Day *earliest, Day *latest);

const char *time_kind_name(TimeKind v);
const char *grain_name(Grain v);
const char *connective_name(Connective v);

#endif
