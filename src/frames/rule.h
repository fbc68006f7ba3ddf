/* Decision rules: conditions over features, first that holds wins. data/nl/stage.rules gives stage, realis and act.
 *
 *   when head.deploy tense.present|tense.future !negated => decided planned deploy
 *
 *   drop total => strength of a whole mission           (drop.rules: why a candidate is none)
 *   hint !counted definite => hint.definite            (hints.rules: a name for a conjunction, weighed in weights.tsv)
 *   trust definite host.here => it says where           (floor.rules: a lower score will do; accept: nearly any; doubt: it takes a higher one)
 *
 * Terms are joined by white space (all must hold), alternatives by `|`, a leading `!` denies the whole term. */
#ifndef INZET_FRAMES_RULE_H
#define INZET_FRAMES_RULE_H

#include "base/error.h"
#include "frames/claim.h"
#include "frames/feature.h"

typedef struct {
    bool found;
    Stage stage;
    Realis realis;
    Act act;
    int line;       /* of the rules file */
} StageRead;

/* Compiles a rules file to an image section; on error says file, line, column and what was expected. */
Error rule_compile(Span text, const char *file, Arena *keep, Span *section);
/* The first rule of section `stage.rules` that holds. */
StageRead rule_stage(const Features *f);
/* Whether a rule of section `drop.rules` holds: why the candidate is no contribution; NULL when none does. Borrowed from the image. */
const char *rule_drop(const Features *f, int *line);

/* The score that a claim must reach: `floor`, or what the first rule of section `floor.rules` that holds makes of it. */
double rule_floor(const Features *f, double floor, int *line);

/* Hints: named conjunctions of features for the weights (section `hints.rules`). */
int rule_hints(void);
const char *rule_hint_name(int hint);
bool rule_hint(const Features *f, int hint);

#endif
