/* What the reader finds: claims and mission claims, by the contract (docs/claims.md). Every field that is not a default names the bytes
 * that say it and the rule that read it. Ids of countries, missions, hosts and types are borrowed from the lexicon image. */
#ifndef INZET_FRAMES_CLAIM_H
#define INZET_FRAMES_CLAIM_H

#include "base/arena.h"
#include "number/number.h"
#include "time/civil.h"

/* The enumerations' names in JSON are the lower-case words in claim.def, in this order. */
#define WORD(NAME, name) NAME,
typedef enum {
#define ASSETS
#include "frames/claim.def"
#undef ASSETS
    ASSET_COUNT
} Asset;
typedef enum {
#define BASES
#include "frames/claim.def"
#undef BASES
    BASIS_COUNT
} Basis;
typedef enum {
#define STAGES
#include "frames/claim.def"
#undef STAGES
    STAGE_COUNT
} Stage;
typedef enum {
#define REALISES
#include "frames/claim.def"
#undef REALISES
    REALIS_COUNT
} Realis;
typedef enum {
#define ACTS
#include "frames/claim.def"
#undef ACTS
    ACT_COUNT
} Act;
typedef enum {
#define ROLES
#include "frames/claim.def"
#undef ROLES
    ROLE_COUNT
} Role;
typedef enum {
#define FIELDS
#include "frames/claim.def"
#undef FIELDS
    FIELD_COUNT
} Field;
typedef enum {
#define HOWS
#include "frames/claim.def"
#undef HOWS
    HOW_COUNT
} How;
typedef enum {
#define OUTCOMES
#include "frames/claim.def"
#undef OUTCOMES
    OUTCOME_COUNT
} Outcome;
typedef enum {
#define LINKS
#include "frames/claim.def"
#undef LINKS
    LINK_COUNT
} LinkKind;
typedef enum {
#define WHATS
#include "frames/claim.def"
#undef WHATS
    WHAT_COUNT
} What;
#undef WORD

/* Names as they stand in JSON, e.g. asset_name(ASSET_PERSONNEL) is "personnel". */
const char *asset_name(Asset v);
const char *basis_name(Basis v);
const char *stage_name(Stage v);
const char *realis_name(Realis v);
const char *act_name(Act v);
const char *role_name(Role v);
const char *field_name(Field v);
const char *how_name(How v);
const char *outcome_name(Outcome v);
const char *link_name(LinkKind v);
const char *what_name(What v);
/* The value whose name is `s`, or -1. */
int asset_from(Span s);
int role_from(Span s);
int stage_from(Span s);
int realis_from(Span s);
int act_from(Span s);
int basis_from(Span s);
int what_from(Span s);
/* Bit set of roles from `train|advise`; unknown names are skipped. */
uint32_t roles_from(Span list);

enum { CLAIM_HOSTS = 6, CLAIM_PLACES = 8, CLAIM_LINKS = 6 };

typedef struct {
    bool some;      /* false: null */
    Range words;    /* trimmed to the quantity */
    bool known;     /* false: vague, n is null */
    double low;     /* n; of a range its first number */
    double high;    /* of a range its second number, else equal to low */
    Hedge hedge;
} Quantity;

/* A boundary in time: inclusive days, NO_DAY where open or not known. */
typedef struct {
    bool some;
    Range words;
    Day earliest;
    Day latest;
} Bound;

typedef struct {
    bool some;
    Range words;
    char iso[16];   /* P6M */
    Hedge hedge;
    bool added;
} Duration;

typedef struct {
    Range words;
    Span name;      /* lemma form, borrowed from the lexicon */
} PlaceName;

/* Where a field came from. `at` is NO_RANGE for a default. `rule` names the rule, for explain. */
typedef struct {
    How how;
    Range at;
    const char *rule;
} Proof;

typedef struct {
    LinkKind kind;
    int32_t to;     /* index of the other claim in Reading.claims */
} Link;

typedef struct {
    Span contributor;           /* "NL"; never empty */
    Asset asset;
    Span asset_type;            /* empty: null */
    Quantity quantity;
    Basis basis;                /* BASIS_NONE: null */
    Stage stage;
    Realis realis;
    Act act;
    Span mission;               /* empty: null */
    Span host[CLAIM_HOSTS];
    int hosts;
    PlaceName place[CLAIM_PLACES];
    int places;
    uint32_t roles;             /* bit per Role */
    Bound start;
    Bound end;
    Duration duration;
    Range decider;
    Range requester;
    Range speaker;
    struct { bool some; Range body; Outcome outcome; Range against; } assent;
    Link link[CLAIM_LINKS];
    int links;
    Proof proof[FIELD_COUNT];
    Range evidence;             /* the main sentence */
    int32_t item;               /* of the document */
    int rule;                   /* line of data/nl/stage.rules that decided stage, realis and act */
    double score;               /* 0..1: how likely the claim is right */
    char id[20];                /* "c" + 16 hex digits: hash of the document and of all fields above */
} Claim;

typedef struct {
    Span mission;               /* empty: null */
    What what;
    Quantity quantity;          /* strength, members */
    Bound when;                 /* starts, ends, suspended ... */
    Range words;                /* the value as written; NO_RANGE: null */
    Span to;                    /* taken_over_by: mission or organisation id */
    Realis realis;
    Bound start;
    Bound end;
    Range speaker;
    Range evidence;
    int32_t item;
    double score;
    char id[20];                /* "m" + 16 hex digits */
} MissionClaim;

/* A candidate that was not coded: where, which word raised it, why not. */
typedef struct {
    Range at;
    Range trigger;
    const char *why;
} Uncoded;

typedef enum { DATE_UNKNOWN, DATE_GIVEN, DATE_HEADER, DATE_BODY, DATE_ADDRESS, DATE_INFERRED } DateOrigin;
typedef enum { PRECISION_NONE, PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY } Precision;

/* When the text was published: all days from `first` to `last` are possible. */
typedef struct {
    Day first;
    Day last;
    Precision precision;
    DateOrigin origin;
    Range at;
} Published;

typedef struct {
    Span publisher;             /* as given or found; empty: null */
    Span country;               /* of the publisher; empty: not known */
    How country_how;
    Range country_at;
    Published published;        /* of the first item */
    ARRAY(Claim) claims;
    ARRAY(MissionClaim) mission_claims;
    ARRAY(Uncoded) uncoded;
} Reading;

/* Whether two claims are about theatres that have nothing in common. */
bool claim_elsewhere(const Claim *a, const Claim *b);

const char *date_origin_name(DateOrigin v);
const char *precision_name(Precision v);

#endif
