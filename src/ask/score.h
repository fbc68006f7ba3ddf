/* How well found claims agree with gold ones, by the measures of docs/accuracy.md: pairs, whole pairs, fields, and kinds of claims.
 *
 * Two claims are a pair when contributor, asset and number are the same and their sentences overlap or their quantity words are the same;
 * claims without a number pair only where the sentences overlap. Each claim pairs once, best first. A pair is whole when stage and realis
 * agree too, and mission and host where gold has them. Statements about missions are a pair when mission, kind and number are the same and their sentences overlap. Gold claims marked `optional` count neither as missed nor, when found, as found. */
#ifndef INZET_ASK_SCORE_H
#define INZET_ASK_SCORE_H

#include <jansson.h>

#include "base/arena.h"
#include "base/error.h"

/* One line of a file of claims. The JSON stays with the set. */
typedef struct {
    Span doc;           /* file name without folder and ending */
    const json_t *claims, *missions;
} ScoreDoc;

typedef struct {
    ARRAY(ScoreDoc) doc;        /* sorted by name; of lines with one name the last one */
    ARRAY(json_t *) line;
} ScoreSet;

/* The JSON lines of `path` ("-": standard input): objects with `doc` and `claims`. An error names the line. Release either way. */
Error score_load(const char *path, ScoreSet *to, Arena *keep);
void score_release(ScoreSet *s);

typedef enum {
    SCORE_HEDGE, SCORE_BASIS, SCORE_STAGE, SCORE_REALIS, SCORE_ACT, SCORE_MISSION, SCORE_HOST, SCORE_PLACES, SCORE_ROLES, SCORE_START, SCORE_END,
    SCORE_DURATION, SCORE_DECIDER, SCORE_REQUESTER, SCORE_SPEAKER, SCORE_FIELDS
} ScoreField;
const char *score_field_name(ScoreField f);

typedef struct {
    int64_t right, of;
} Share;

typedef struct {
    int64_t gold, found, pairs, whole;
} ScoreCount;
/* 0 where nothing was there to be found. */
double score_precision(int64_t pairs, const ScoreCount *c);
double score_recall(int64_t pairs, const ScoreCount *c);
double score_f1(int64_t pairs, const ScoreCount *c);

/* What a gold claim is like: a claim has each kind that fits, and each word of its own `tags`. */
typedef struct {
    Span name;
    ScoreCount count;   /* `found` is not counted by kind */
} ScoreKind;

typedef enum { MISS_FIELD, MISS_GOLD, MISS_EXTRA } MissKind;

/* One disagreement. `gold` or `found` is NULL for claims without a partner. */
typedef struct {
    MissKind kind;
    ScoreField field;   /* of MISS_FIELD */
    Span doc;
    const json_t *gold, *found;
} Miss;

typedef struct {
    ScoreCount all;
    Share field[SCORE_FIELDS];
    ARRAY(ScoreKind) kind;      /* the built-in ones in fixed order, then tags as they were met */
    ScoreCount missions;        /* statements about missions; whole: the same as pairs */
    ARRAY(ScoreKind) what;      /* of those, by what they say, as they were met; here `found` is counted */
    ARRAY(Miss) miss;           /* by document, in the order of the claims; then the statements about missions */
} Score;

/* Documents of gold that `found` lacks count as read with no claim; documents that gold lacks are left out. */
Score score_claims(const ScoreSet *gold, const ScoreSet *found, Arena *keep);

/* One document's statements about missions (score_missions.c), called by score_claims. */
void score_missions(Score *s, Span doc, const json_t *gold, const json_t *found, Arena *keep);

#endif
