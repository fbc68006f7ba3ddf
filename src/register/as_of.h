/* How many, on a day, as known on a day: the rules that turn the claims of one contribution into its levels. Pure arithmetic over plain
 * structs, no storage. The rules in words, with examples: docs/register.md, "From claims to levels".
 *
 *   must     the claim's own bounds cover the day
 *   may      they can cover it
 *   carried  last known, no end known; its age is printed with it */
#ifndef INZET_REGISTER_AS_OF_H
#define INZET_REGISTER_AS_OF_H

#include "frames/claim.h"

typedef enum { CERTAIN_NOT, CERTAIN_MAY, CERTAIN_CARRIED, CERTAIN_MUST } Certainty;

/* What a claim tells about presence. */
typedef enum {
    TELLS_NOTHING,  /* asked, weighed, offered; possible, conditional, negated */
    TELLS_PRESENT,
    TELLS_PAST,     /* finished; counts on the days it names */
    TELLS_PLANNED,  /* decided, from its start */
    TELLS_DROPPED
} Tells;

/* Numbers of different kinds are never compared or added. */
typedef enum { KIND_LEVEL, KIND_CEILING, KIND_TOTAL_SERVED, KIND_CHANGE, KIND_REQUESTED } NumberKindOf;

/* A claim as the rules need it. Spans of days are inclusive; NO_DAY where open or not known. */
typedef struct {
    int64_t claim;          /* row; the caller's, not looked at */
    int64_t document;
    int64_t origin;         /* documents that copy each other share one */
    uint64_t group;         /* contributor and mission (or place and role where the mission is not known) */
    uint64_t line;          /* group, asset and type */
    uint64_t scope;         /* places, or the part it is of a whole */
    uint64_t tie;           /* the claim's id as a number: settles ties the same way in every register */
    bool whole;             /* no place and no part: the scope holds all others */
    bool umbrella;          /* no asset: speaks of the whole contribution */
    uint8_t stage, realis, act, basis, hedge;
    uint64_t words;         /* sketch of its sentence: few bits differ where sentences are alike; 0: too short to tell */
    uint32_t publisher;     /* hash of the publisher; 0: not known */
    uint32_t roles;
    uint32_t end_words;     /* hash of the words that say its end; 0: none */
    uint32_t agency;        /* hash of the news agency that its document credits; 0: none */
    uint16_t added_months, added_days;     /* extended by so long: derive_extend makes the end of it; 0: not so */
    bool added_about;
    bool replaced;          /* by other words: as known on `replaced_on` (NO_DAY: on any day) and later it takes no part */
    Day replaced_on;
    bool start_said, end_said;
    Day published_first, published_last;   /* NO_DAY: undated */
    Day learned;            /* the day of our first reading: an undated text is not younger */
    Day start_earliest, start_latest, end_earliest, end_latest;  /* with the duration counted in */
    double low, best, high; /* NAN: not known; all three: no number */
    bool numbered;
} AsOfClaim;

/* By line, scope, publication and id: the order in which groups are worked on. For qsort. */
int as_of_order(const void *a, const void *b);
/* Sorts by as_of_order, at no cost where they stand so already. */
void as_of_sort(AsOfClaim *claim, Size claims);

/* The question. A single day has first == last; a period asks for any day of it. */
typedef struct {
    Day first;
    Day last;
    bool known_asked;
    Day known;
    int32_t max_age;        /* what no end is known of counts for so many days after the last word of it; 0: for ever */
} AsOfQuestion;

/* A level: one row of the answer. */
typedef struct {
    Size claim;             /* index of the claim that governs */
    Size number;            /* index of the claim whose number it is; -1: none */
    Certainty certainty;
    Tells tells;            /* TELLS_PRESENT, TELLS_PAST or TELLS_PLANNED */
    Day evidence;           /* newest day something in the text vouches for; NO_DAY: undated */
    int32_t age;            /* days from there to the day asked, at least 0; -1: not known */
    double low, best, high;
    int32_t claims;         /* that agree, counted back from the one that governs to the first that does not */
    int32_t documents;
    int32_t origins;
    int32_t others;         /* of the same month with a number that does not overlap */
} AsOfLevel;

Tells as_of_tells(const AsOfClaim *c);
NumberKindOf as_of_kind(const AsOfClaim *c);
/* Whether the claim takes part in a question that asks what was known on a day. */
bool as_of_known(const AsOfClaim *c, const AsOfQuestion *q);
/* How surely the claim alone, by its own bounds, reaches the days asked. */
Certainty as_of_reach(const AsOfClaim *c, const AsOfQuestion *q);
/* Levels of one group. Sorts `claim`; writes at most `claims` levels to `level` and returns how many. Takes about claims*log(claims) steps.
 * Adds to `*stale` (may be NULL) the lines of which `max_age` left nothing. */
Size as_of_group(AsOfClaim *claim, Size claims, const AsOfQuestion *q, AsOfLevel *level, Size *stale, Arena scratch);
/* First and last day that the claim can reach on its own with this `max_age`, whatever is asked; first > last: none. */
void as_of_span(const AsOfClaim *c, int32_t max_age, Day *first, Day *last);
/* A stretch of a contribution's history, as known on `q->known`: days in a row on which as_of_group gives the same number. */
typedef struct {
    Size claim;             /* index of the claim that governs its first day */
    Size number;            /* index of the claim whose number it is then; -1: none */
    Day from;               /* NO_DAY: not known since when */
    Day sure;               /* last day that the claims' own bounds cover; NO_DAY: none */
    Day until;              /* last day; NO_DAY: no end known */
    Day carried;            /* the last day that as_of_group still answers: `until`, or where max_age ends it; NO_DAY: for ever */
    Tells tells;            /* of the claim that governs its first day */
    double low, best, high;
    int32_t claims;         /* that agree: the one that governs its first day, and all with evidence in it */
    int32_t documents;
    int32_t origins;
} AsOfStep;

/* The most steps that so many claims make. */
static inline Size as_of_most_steps(Size claims)
{
    return 3 * claims;
}

/* The steps of one group, cell after cell, each in order of days; writes at most as_of_most_steps(claims). Sorts `claim`. The days of `q` are not
 * looked at. Takes about claims*log(claims) steps. */
Size as_of_steps(AsOfClaim *claim, Size claims, const AsOfQuestion *q, AsOfStep *step, Arena scratch);

/* Earliest and latest end that a start and a duration give: P1Y from 1..30 November 2018 ends 2019-10-31..2019-11-29; `about` widens by a tenth.
 * False when the duration is not understood. */
bool as_of_duration_end(Day start_earliest, Day start_latest, Span iso, bool about, Day *end_earliest, Day *end_latest);
/* P1Y, P6M, P17W, P90D, P1Y6M as months and days; false for anything else. */
bool as_of_duration(Span iso, int32_t *months, int32_t *days);
const char *certainty_name(Certainty v);

#endif
