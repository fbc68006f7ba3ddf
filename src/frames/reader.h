/* From a document to its claims. Rules propose what a candidate is, scope fills its fields; nothing is guessed silently: every field
 * carries how it is known (stated, carried, defaulted) and the bytes that say it, every dropped candidate its reason.
 * Knowledge: data/nl/lexicon, data/nl/stage.rules, data/nl/drop.rules. */
#ifndef INZET_FRAMES_READER_H
#define INZET_FRAMES_READER_H

#include "frames/analysis.h"
#include "frames/feature.h"

/* What is known of a document from outside its text: options or metadata. Empty spans and NO_DAYs where nothing is known. */
typedef struct {
    Span publisher;
    Span country;         /* ISO code of the publisher's country */
    Day published_first;
    Day published_last;
    Precision precision;
    DateOrigin origin;
} ReaderGiven;

#define NOTHING_GIVEN ((ReaderGiven){.published_first = {INT32_MIN}, .published_last = {INT32_MIN}})

/* What the reader thought, for explain. Everything lives in the `keep` arena. */
typedef struct {
    int32_t sentence;
    Range at;             /* the candidate's words */
    Features features;
    int rule;             /* line of stage.rules, 0 none */
    int drop_rule;        /* line of drop.rules, 0 none */
    int floor_rule;       /* line of floor.rules, 0 none */
    double score;         /* of weights.tsv; 0 where a rule dropped it before */
    const char *why;      /* NULL: kept */
    int32_t claim;        /* index in Reading.claims, or -1 */
    bool weighed;               /* no rule drops it: its score decided */
    Claim said;                 /* what it says, or would say */
} TraceCandidate;

typedef struct {
    bool everything;            /* set by the caller: unlikely candidates are read to the end too, for fitting the weights */
    ARRAY(Analysis) analysis;   /* of every sentence that was read closely */
    ARRAY(TraceCandidate) candidate;
} Trace;

/* Reads one document. Deterministic: same bytes and same `given`, same Reading. `trace` may be NULL.
 * The Reading borrows from `d` and `keep`. */
Reading reader_read(const Document *d, const ReaderGiven *given, Trace *trace, Arena *keep, Arena scratch);
/* Gives every claim of a reading its id (reading_name.c), called by reader_read. */
void reading_name(const Document *d, Reading *r);

#endif
