/* Named yes/no features of a candidate: what rules and weights speak of, and what explain prints.
 * Four blocks per verb class: head.X (the verb that carries the tense), inner.X (an infinitive under it), noun.X (an act noun in the clause),
 * outer.X (a clause it hangs on); then the single features of feature.def. `verb.X` in a rule means head.X or inner.X; `any.X` also noun.X. */
#ifndef INZET_FRAMES_FEATURE_H
#define INZET_FRAMES_FEATURE_H

#include "base/out.h"
#include "syntax/clause.h"

enum {
    FEATURE_HEAD = 0,
    FEATURE_INNER = CLASS_COUNT,
    FEATURE_NOUN = 2 * CLASS_COUNT,
    FEATURE_OUTER = 3 * CLASS_COUNT,
    FEATURE_SINGLE = 4 * CLASS_COUNT
};

typedef enum {
    FEATURE_BEFORE_FIRST = FEATURE_SINGLE - 1,
#define FEATURE(NAME, name) FEATURE_##NAME,
#include "frames/feature.def"
#undef FEATURE
    FEATURE_COUNT
} Feature;

enum { FEATURE_WORDS = 8 };
_Static_assert(FEATURE_COUNT <= FEATURE_WORDS * 64, "widen Features");

typedef struct {
    uint64_t bits[FEATURE_WORDS];
} Features;

static inline void feature_set(Features *f, int feature, bool on)
{
    if (on) f->bits[feature / 64] |= (uint64_t)1 << (feature % 64);
}

static inline bool feature_has(const Features *f, int feature)
{
    return f->bits[feature / 64] >> (feature % 64) & 1;
}

/* Sets a block (FEATURE_HEAD ...) from class bits. */
void feature_classes(Features *f, int block, uint64_t classes);
/* Adds to `mask` every feature that a name in a rule means; false for an unknown name. */
bool feature_mask(Span name, Features *mask);
/* "head.deploy tense.present ...": all that are set. */
void feature_names(const Features *f, Out *to);
/* The name of one feature, into `to` (room for 48). */
void feature_name(int feature, char *to);

#endif
