/* Questions to the register and their answers as plain rows. Everything in an answer lives in the caller's `keep` arena; nothing here formats,
 * prints or looks at the clock. Empty spans, NO_DAY and NAN mean: not said or not known. */
#ifndef INZET_ASK_ASK_H
#define INZET_ASK_ASK_H

#include "register/as_of.h"
#include "register/hedges.h"
#include "register/register.h"

/* The filters that all questions share. An empty one lets everything through. */
typedef struct {
    Span contributor;   /* BE */
    Span mission;       /* oir */
    Span host;          /* IQ, or a sea area: one of the claim's hosts */
    Span asset;         /* personnel */
    Span asset_type;    /* F-16 */
    Span stage;         /* active */
    Span role;          /* train: one of the claim's roles */
    Span place;         /* Erbil: one of the claim's places */
    Span publisher;
    Day since, until;   /* lists: published on or between these days; NO_DAY: open */
    Day at_first, at_last;   /* the days asked: equal for one day; a month or year asks for any day of it */
    Day known;          /* as known on this day; NO_DAY: with all that stands in the register */
    bool by_learning;   /* `known` counts from our own reading, not from publication */
    bool strict;        /* hedges as strictly as the words allow */
    int32_t max_age;    /* what no end is known of counts for so many days after the last word of it; 0: for ever. ask_all() sets 730 */
} AskFilter;

/* A filter that lets everything through, but carries nothing for more than two years. */
AskFilter ask_all(void);

/* A claim with its document. */
typedef struct {
    int64_t row;
    Span id;
    int32_t item;
    Span contributor, asset, asset_type;
    Span quantity_words;                      /* as written */
    double quantity_low, quantity_high;       /* n, or both ends of a range; NAN where vague */
    Span hedge, basis, stage, realis, act, mission;
    Span hosts, places, roles;                /* names joined by | */
    bool start_said, end_said;
    Day start_earliest, start_latest, end_earliest, end_latest;
    Span duration, duration_hedge;            /* P6M */
    bool duration_added;
    Span assent;
    double score;
    Range at;                                 /* of the main sentence, in the document */
    Span quote;                               /* the main sentence */
    int64_t document;
    Span sha256;                              /* 64 hexadecimal digits */
    Span name, address, publisher, country;
    Instant learned;
    Day published_first, published_last;
    Span published_precision, published_origin;
    bool closed;                              /* a newer reading has taken its place */
    Span program, rules;
    Interval interval;                        /* the quantity by the table of hedges */
} AskClaim;

typedef ARRAY(AskClaim) AskClaims;

/* A row of `at`: one contribution, one scope, one kind of number. */
typedef struct {
    AskClaim claim;         /* governs: the newest that reaches the day */
    AskClaim number;        /* whose number it is; `id` empty: no number known. Often the same claim */
    double low, best, high; /* NAN: not known */
    Certainty certainty;
    bool planned;           /* decided, counted from its start: no one has seen it there yet */
    bool past;              /* told afterwards */
    bool undated;           /* its document has no date */
    bool part;              /* part of a whole that is told elsewhere */
    Day evidence;           /* newest day that vouches for it */
    int32_t age;            /* days from evidence to the day asked; -1: not known */
    int32_t claims, documents, origins;   /* that agree, back to the first that does not */
    int32_t others;         /* of the same month and kind whose number does not agree */
} AskLevel;

typedef struct {
    ARRAY(AskLevel) item;   /* by contributor, mission, asset, type, places, planned last */
    int64_t stale;          /* levels that max_age left out (before the filters by host, stage, asset ...) */
    int64_t undated;        /* documents without a date that took no part because `known` was asked */
} AskLevels;

/* Who has what on a day, as known on a day. */
Error ask_at(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskLevels *answer, Arena *keep);

/* All claims that pass, by day of publication. */
Error ask_list(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskClaims *answer, Arena *keep);

/* The bytes behind one field. */
typedef struct {
    Span field;    /* quantity, start, ...; `evidence` is the sentence */
    int32_t nr;    /* 0 the proof; 1... the words as written, or one place each */
    Span how;      /* stated, carried, defaulted; empty for nr > 0 */
    Span rule;
    Range at;      /* NO_RANGE: a default */
    Span quote;
} AskProof;

typedef struct {
    Span kind;     /* part_of, accompanies, relieves */
    Span id;
    Span quote;
} AskLink;

typedef struct {
    bool found;
    ARRAY(Span) alike;      /* not found, because these ids begin so: at most six */
    AskClaim claim;
    ARRAY(AskProof) proofs; /* by place in the text, longest first; those without a place last */
    ARRAY(AskLink) links;
    Span text;              /* the whole stored document, so that quotes can be shown in their surroundings */
} AskShow;

/* One claim by its id or the beginning of it. Not found is no error: `found` is false. */
Error ask_show(Register *reg, Span id, const HedgeTable *hedges, AskShow *answer, Arena *keep);

#endif
