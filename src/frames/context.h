/* What a page says of itself: when and where it was published, and what each item is about. */
#ifndef INZET_FRAMES_CONTEXT_H
#define INZET_FRAMES_CONTEXT_H

#include "frames/reader.h"

enum { TOPIC_IDS = 24 };

/* How often an id (mission or host) is named in an item, weighted by where. */
typedef struct {
    Span id[TOPIC_IDS];
    int weight[TOPIC_IDS];
    Range at[TOPIC_IDS];   /* first place where it is named */
    int count;
} Topic;

typedef struct {
    const Document *d;
    Reading *reading;
    const ReaderGiven *given;
    Written written;
    Analysis *analysis;    /* by sentence of the current item, counted from its first */
    bool *read;            /* which of them were analysed */
    int32_t first_sentence;
    int32_t item;
    Topic missions, hosts;
    Topic givers;          /* countries named otherwise than as a place */
    Topic lands;           /* states that see forces of others, named in whatever way: `de president van Mali`, `een aanslag in Gao` */
    Span headline;         /* the mission that the page's first sentence names */
    Range headline_at;
    bool overview;         /* the item goes from theatre to theatre: headings or list items that are places */
    bool by_state;         /* the item goes from giver to giver: `Frankrijk: ...`, `Spanje: ...` */
    bool decision;         /* the item reports a decision of a cabinet in its first sentences */
    bool purchase;         /* the item is about a purchase or a budget and names no mission */
    bool exercise;         /* the item is about an exercise and names no mission */
    bool history;          /* the item tells of times before there were missions */
    bool retrospect;       /* the item looks back: most days and years it names lie five years and more before it was written, or, undated, in what is past */
    int forces;            /* nouns of forces of the item that can be nobody else: militairen, F-16 */
    bool own;              /* the item names the publisher's country, its people or its forces */
    int32_t own_from;      /* the first sentence that does */
    Span army;             /* another state whose forces or government the item speaks of first: later `het leger` is theirs */
    Trace *trace;
    Arena *keep;
    Arena *scratch;
} Context;

Published context_published(const Document *d, const ReaderGiven *given, Arena scratch);
/* The country in which the text was written: given, or by the words of origins.tsv; empty when they do not tell. */
Span context_country(const Document *d, const ReaderGiven *given, How *how, Range *at, Arena scratch);
/* Fills missions and hosts of the context from its analysed sentences. */
void context_topics(Context *c);
/* Counts the item's nouns of forces, and looks for the publisher's country. */
void context_forces(Context *c);
/* Whether one of the item's first sentences says that a cabinet decided. */
bool context_decision(const Context *c);
/* Whether a time lies before there were missions; a bare `1700` may be a number. */
bool context_before_missions(const Analysis *a, const Time *t);
/* Whether the item tells of such times twice, and more often than of later ones. */
bool context_history(const Context *c);
/* Whether the item looks back: three of its days or years, and twice as many as are recent, lie five years and more before the day of writing; in a page
 * without a date, in clauses of the past. */
bool context_retrospect(const Context *c);
/* Whether token `i` is a word for an exercise: `manoeuvres`, `legeroefening`, `recordoefening`. */
bool context_is_exercise(const Document *d, int32_t i);
/* Whether the item names no mission and no decision of a cabinet (`decision`), but an exercise in its first sentences. */
bool context_exercise(const Context *c);
/* Whether the item names no mission, but a purchase or a budget in its first sentences. */
bool context_purchase(const Context *c);
/* The country before a colon that a sentence opens with: a theatre or a giver; or NULL. */
const Mention *context_head(const Context *c, const Analysis *a);
void topic_add(Topic *t, Span id, int weight, Range at);
bool topic_has(const Topic *t, Span id);
/* The id that clearly leads: at least twice the second's weight, or the only one; -1 when none does. */
int topic_leader(const Topic *t);

/* Missions that a mention can mean given the hosts named around it; see scope.c. */
Analysis *context_analysis(Context *c, int32_t sentence);

/* Whether a sentence tells of forces on exercise or on show: its places are no theatre for what follows. */
bool context_exercises(const Context *c, const Analysis *a);

#endif
