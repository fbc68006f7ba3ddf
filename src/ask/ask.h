/* Questions to the register and their answers as plain rows. Everything in an answer lives in the caller's `keep` arena; nothing here formats,
 * prints or looks at the clock. Empty spans, NO_DAY and NAN mean: not said or not known. */
#ifndef INZET_ASK_ASK_H
#define INZET_ASK_ASK_H

#include "register/as_of.h"
#include "register/hedges.h"
#include "register/register.h"
#include "register/verdict.h"

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
    bool accepted, rejected, edited;          /* by a person; of an edited claim the fields above are the corrected ones, words and quote the source's */
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
    ARRAY(AskLevel) item;   /* by contributor, mission, asset, type, places, planned last; undated ones after all others */
    int64_t stale;          /* levels that max_age left out (before the filters by host, stage, asset ...) */
    int64_t undated;        /* documents without a date that took no part because `known` was asked */
} AskLevels;

/* Who has what on a day, as known on a day. */
Error ask_at(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskLevels *answer, Arena *keep);

/* Σ of one giver and kind of forces on a day: over strengths told of missions by name, no part beside its whole, no two numbers at odds. What is left out
 * is counted by why; the first reason that holds counts. */
typedef enum { LEFT_PART, LEFT_PLAN, LEFT_PAST, LEFT_BASIS, LEFT_DISPUTED, LEFT_UNCOUNTED, LEFT_NO_MISSION, LEFT_OUT } LeftOut;
typedef struct {
    Span contributor, asset;
    double low, best, high;     /* high INFINITY: a strength was only told from below */
    int32_t levels;             /* summed */
    int32_t carried;            /* of them, carried from an earlier day */
    int32_t left[LEFT_OUT];
} AskSum;

typedef struct {
    ARRAY(AskSum) item;         /* in the order of the levels; only where something is summed or left out */
} AskSums;

AskSums ask_sum(const AskLevels *levels, Arena *keep);
/* "parts", "plans" ...: what is left out, for people. */
const char *left_out_name(LeftOut why);

/* All claims that pass, by day of publication. */
Error ask_list(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskClaims *answer, Arena *keep);

/* The same, one after another in the same order, so that a list need not stay in memory: each lives in `keep`, which `each` may set back. Ends early where
 * `each` gives false. */
typedef bool AskEach(void *state, const AskClaim *c);
Error ask_each(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskEach *each, void *state, Arena *keep);

/* The bytes behind one field. */
typedef struct {
    Span field;    /* quantity, start, ...; `evidence` is the sentence */
    int32_t nr;    /* 0 the proof; 1... the words as written, or one place each */
    Span how;      /* stated, carried, defaulted; empty for nr > 0 */
    Span rule;
    Range at;      /* NO_RANGE: a default */
    Span quote;
} AskProof;

typedef ARRAY(AskProof) AskProofs;

/* Those of one claim by its row: by place in the text, longest first; those without a place last. */
Error ask_proofs(Register *reg, int64_t row, AskProofs *proofs, Arena *keep);

typedef struct {
    Span kind;     /* part_of, accompanies, relieves; of people also same, crew_of, replaces */
    bool corrected;   /* a person says so */
    Span id;
    Span quote;
} AskLink;

typedef struct {
    bool found;
    ARRAY(Span) alike;      /* not found, because these ids begin so: at most six */
    AskClaim claim;
    AskProofs proofs;
    ARRAY(AskLink) links;
    Span text;              /* the whole stored document, so that quotes can be shown in their surroundings */
} AskShow;

/* One claim by its id or the beginning of it. Not found is no error: `found` is false. */
Error ask_show(Register *reg, Span id, const HedgeTable *hedges, AskShow *answer, Arena *keep);


/* ---- History: what a contribution was, stretch by stretch. */
typedef struct {
    AskClaim claim;         /* begins the stretch */
    AskClaim number;        /* whose number it is; `id` empty: none */
    Day from;               /* NO_DAY: not known since when */
    Day sure;               /* last day that the claims' own bounds cover; NO_DAY: none */
    Day until;              /* NO_DAY: no end known */
    double low, best, high;
    bool planned, past;
    bool undated;           /* its document has no date */
    int32_t claims, documents, origins;   /* that agree */
} AskStep;

typedef struct {
    ARRAY(AskStep) item;    /* by contributor, mission, asset, type, places, planned last, then by day */
} AskHistory;

/* As known on `known`; `at` is not looked at, `since` and `until` cut the days shown. */
Error ask_history(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskHistory *answer, Arena *keep);

/* ---- Difference: what changed between two days of knowing, and which sentence changed it. */
typedef enum { CHANGE_APPEARED, CHANGE_GONE, CHANGE_NUMBER, CHANGE_CERTAINTY } ChangeKind;

typedef struct {
    ChangeKind kind;
    bool had, has;
    AskLevel before, after; /* filled where had, has */
    AskClaim because;       /* newly known: whose number it is now, or that governs now, else the newest of the contribution; `id` empty when only time has passed or it was read anew */
} AskChange;

typedef struct {
    ARRAY(AskChange) item;  /* in the order of ask_at */
} AskChanges;

/* The levels on the days of `filter`, as known on `before` and as known on `filter->known` (NO_DAY: now). */
Error ask_diff(Register *reg, const AskFilter *filter, Day before, const HedgeTable *hedges, AskChanges *answer, Arena *keep);
const char *change_name(ChangeKind v);

/* ---- Conflicts: claims of one contribution that do not say the same, with what explains it. */
typedef struct {
    AskClaim newer, older;
    Span newer_end, older_end;   /* the words that say the end, where they give no day */
    int32_t origins;        /* of the two: 1 where one copies the other, or both stand in one text */
    Span field;             /* quantity, end */
    VerdictKind verdict;
    Span rule;              /* its name in verdict.def */
    Span words;             /* the rule for people */
} AskConflict;

typedef struct {
    ARRAY(AskConflict) item;           /* contradictions first, then by contributor, mission, newest first */
    int64_t count[VERDICT_COUNT];      /* of all verdicts that pass the filter, shown or not */
} AskConflicts;

/* `explained`: also the pairs that are explained; otherwise contradictions and undetermined ones only. */
Error ask_conflicts(Register *reg, const AskFilter *filter, bool explained, const HedgeTable *hedges, AskConflicts *answer, Arena *keep);

/* ---- What ends soon with no extension known. */
typedef struct {
    AskClaim claim;         /* says the end; for a mandate only id, mission, quote, document and dates are filled */
    bool mandate;           /* a mission's mandate or end, not a contribution */
    Day earliest, latest;
    int32_t days;           /* from the day asked to `latest` */
    int32_t documents, origins;   /* that say this end; of a mandate 1 */
} AskDue;

typedef struct {
    ARRAY(AskDue) item;     /* by `latest` */
    int64_t undated;        /* ends that are said in words of which no day is known ("in January", in a text without a date) */
} AskDues;

/* Ends from `filter->at_first` up to `within` days later, as known. */
Error ask_due(Register *reg, const AskFilter *filter, int32_t within, const HedgeTable *hedges, AskDues *answer, Arena *keep);

/* ---- Rotations: who holds a slot (mission, asset, type and place that more than one contributor held), and where it gapes. */
typedef struct {
    AskStep holder;
    int32_t slot;           /* rows of one slot share it */
    int32_t gap;            /* days that nobody is known to have held it before this one; negative: overlap; INT32_MIN: not known */
    bool relieves;          /* the text says that it takes over */
} AskHolder;

typedef struct {
    ARRAY(AskHolder) item;  /* by slot, then by day */
} AskSlots;

Error ask_gaps(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskSlots *answer, Arena *keep);

/* ---- What the register holds. */
typedef struct {
    Span mission;           /* empty: claims whose mission is not known */
    int64_t claims, documents, contributors, mission_claims;
    Day first, last;        /* of publication */
} AskMission;

typedef struct {
    ARRAY(AskMission) item;  /* by id */
} AskMissions;

typedef struct {
    Span publisher, country;  /* empty: not known */
    int64_t documents, claims, undated;
    Day first, last;
    int64_t copies;         /* texts that are another's of the week before, but for small edits */
    int64_t agency;         /* texts that credit a news agency */
} AskSource;

typedef struct {
    ARRAY(AskSource) item;   /* by publisher and country */
} AskSources;

typedef struct {
    int64_t documents, readings, claims, open_claims, mission_claims, corrections, lines, verdicts, pending, bytes;
    Day first, last;        /* of publication */
    Span program, rules;    /* of the newest reading */
} AskStats;

Error ask_missions(Register *reg, AskMissions *answer, Arena *keep);
Error ask_sources(Register *reg, AskSources *answer, Arena *keep);
Error ask_stats(Register *reg, AskStats *answer, Arena *keep);

/* A text that was read, with its newest reading. */
typedef struct {
    Span sha256, name, address, publisher, country;
    Day published_first, published_last;
    Span published_precision, published_origin;
    Instant learned;
    int64_t bytes, claims, mission_claims;
    Span program, rules;
} AskDocument;

typedef struct {
    ARRAY(AskDocument) item;  /* by publication, then by hash */
} AskDocuments;

/* What a text says of a mission itself. */
typedef struct {
    Span id, mission, what;
    Span quantity_words;
    double quantity_low, quantity_high;     /* NAN: not known */
    Span hedge;
    Day when_earliest, when_latest;
    Span to_whom, realis;
    Day start_earliest, start_latest, end_earliest, end_latest;
    double score;
    Span quote;
    Range at;                               /* of the quote, in the document */
    Span sha256, name, address, publisher;
    Day published_first, published_last;
    Instant learned;
} AskMissionClaim;

typedef struct {
    ARRAY(AskMissionClaim) item;  /* by mission, then by publication */
} AskMissionClaims;

Error ask_documents(Register *reg, AskDocuments *answer, Arena *keep);
/* `mission` and `known` of the filter are looked at. */
Error ask_mission_claims(Register *reg, const AskFilter *filter, AskMissionClaims *answer, Arena *keep);

/* ---- Does a draft agree with the register. */
typedef enum { CHECK_CONFIRMED, CHECK_CONTRADICTED, CHECK_NEWER, CHECK_UNKNOWN } CheckKind;

typedef struct {
    Size claim;             /* index in the draft's Reading */
    CheckKind kind;
    AskLevel level;         /* what the register has; `claim.id` empty: nothing */
    VerdictKind verdict;    /* between the register's claim and the draft's, where both have a number */
    Span words;             /* the verdict's rule for people */
    int32_t origins;        /* that confirm it */
} AskChecked;

typedef struct {
    ARRAY(AskChecked) item;  /* one a claim of the draft, in its order */
    bool contradicted;       /* exit status 1 */
} AskCheck;

/* `day` is the day the draft speaks of where it has no date of its own. */
Error ask_check(Register *reg, const Reading *draft, Span bytes, Day day, const AskFilter *filter, const HedgeTable *hedges, AskCheck *answer, Arena *keep);
const char *check_name(CheckKind v);

#endif
