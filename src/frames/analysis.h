/* Everything the reader knows of one sentence before it judges: forms, numbers, times, clauses, and the mentions they make. */
#ifndef INZET_FRAMES_ANALYSIS_H
#define INZET_FRAMES_ANALYSIS_H

#include "frames/claim.h"
#include "lexicon/wordlist.h"
#include "syntax/clause.h"
#include "time/time_read.h"

typedef enum {
    MENTION_COUNTRY,    /* Nederland */
    MENTION_ADJECTIVE,  /* Nederlandse */
    MENTION_DEMONYM,    /* Nederlanders */
    MENTION_METONYM,    /* Den Haag, Bundeswehr */
    MENTION_OWN,        /* ons land, onze */
    MENTION_NEIGHBOUR,  /* onze noorderburen */
    MENTION_MISSION,    /* named or described */
    MENTION_PLACE,
    MENTION_BODY,       /* het kabinet, de Tweede Kamer */
    MENTION_UNIT,       /* 13 Lichte Brigade */
    MENTION_SHIP,       /* Zr.Ms. Tromp */
    MENTION_ACTNOUN,    /* inzet, verlenging */
    MENTION_ADJ_STATE,  /* aanwezig, actief */
    MENTION_ROLE,       /* luchtsteun */
    MENTION_MARKER,     /* idioms and small words with a class */
    MENTION_NONFORCE,   /* slachtoffers, cursisten */
    MENTION_COUNT
} MentionKind;

typedef struct {
    MentionKind kind;
    int32_t first, last;  /* tokens */
    int32_t match;        /* of Analysis.matches */
    Entry entry;          /* first entry of the table in question */
    Span id;              /* country, host or body id; empty where several are possible */
    int32_t prep;         /* token of the preposition that governs it, or -1 */
} Mention;

/* A noun phrase that names forces: `de laatste 58 Belgische militairen`, `een C-130 transportvliegtuig`, `Zr.Ms. Tromp`. */
typedef struct {
    int32_t first, last;  /* tokens, determiner and number included */
    int32_t head;         /* token of the noun */
    Asset asset;
    Span type;
    uint32_t roles;
    bool weak;            /* the noun alone can be anybody: mensen, toestellen */
    bool plural;
    bool demonym;         /* the noun is a people: 54 Belgen */
    bool named;           /* a ship or unit by name */
    bool definite;        /* de, het, deze, die, hun */
    bool indefinite;      /* een */
    bool inner;           /* number belongs to `... van 150 man`: the formation before it is its container */
    bool elided;          /* no noun: dat worden er 350 */
    bool pronoun;         /* zij, ze */
    bool contained;       /* a formation whose people are counted behind it */
    int32_t number;       /* of Analysis.numbers, or -1 */
    Quantity quantity;
    Span nation;          /* from adjective, demonym, ship or unit; empty when not said in the phrase */
    Range nation_at;
    int32_t prep;         /* governing preposition, or -1 */
    int32_t entry_match;
    int32_t gap;          /* token that opens its part of the clause, where a time of its own stands before its number (gapping.h); 0: none */
} Force;

typedef struct {
    int32_t sentence;
    int32_t first, last;
    Matches matches;
    Numbers numbers;
    Clauses clauses;
    Times times;
    Times told, later;  /* where the day of writing is not known: the same times as read on a day of its month (`told_on`), and a week later */
    Day told_on;
    int32_t respective;   /* token of `respectievelijk`, or -1 */
    int gaps;             /* forces that stand in such a part */
    ARRAY(Mention) mention;
    ARRAY(Force) force;
} Analysis;

/* Ships that the page has named with their prefix: later their bare name is enough. */
enum { SHIPS_KNOWN = 32 };
typedef struct {
    uint32_t row[SHIPS_KNOWN];
    int count;
} ShipsKnown;

/* Reads sentence `sentence` of `d`; `ships` grows. `country` is the publisher's, for `ons land` and neighbours (may be empty). */
Analysis analysis_read(const Document *d, int32_t sentence, Written written, Written *told, Span country, ShipsKnown *ships, Arena *keep);
/* Noun phrases of forces (force.c), called by analysis_read. */
void force_read(const Document *d, Analysis *a, Arena *keep);
/* Whether time `i` counts from the day of writing alone (zondag, gisteren, volgende week), so that told.item[i] says how far it lies from it. */
bool analysis_told(const Analysis *a, Size i);
/* Numbers that stand apart from their force (amount.c), called by force_read. */
void amount_read(const Document *d, Analysis *a);
/* `verhoogt zijn aandeel van 120 tot 180`: two numbers, no range, where the verb makes more or fewer. Called by analysis_read. */
void amount_part_change(const Document *d, Analysis *a, Arena *keep);
const char *mention_kind_name(MentionKind k);

/* The mention of `kind` that covers token `i`, or NULL. */
const Mention *mention_at(const Analysis *a, int32_t i, MentionKind kind);

/* Whether a verb of the clause is one of `lemmas`. */
bool clause_has(const Clause *c, WordList lemmas);

/* Whether `m` stands in the longer name of a mission: `Training for Ukraine`, `EU Training Mission Mali`. */
bool mention_in_mission(const Analysis *a, const Mention *m);
/* Whether a verb stands in tokens [from, to): then what stands behind them is about something else. */
bool verb_between(const Analysis *a, int32_t from, int32_t to);
/* Marker class test: `class` in the class column of a marker mention. */
bool marker_is(const Mention *m, const char *class);
static inline uint32_t function_of(const Analysis *a, int32_t i)
{
    return i >= a->first && i < a->last ? a->clauses.function[i - a->first] : 0;
}

#endif
