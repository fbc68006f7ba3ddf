/* What the files of the time reader share: the sentence being read, and the values that the rules make. */
#ifndef INZET_TIME_READER_H
#define INZET_TIME_READER_H

#include "lexicon/pattern.h"
#include "number/words.h"
#include "time/spec.h"

/* Kinds of values beyond PATTERN_HOST. */
enum { VALUE_NUMBER = PATTERN_HOST, VALUE_SPEC, VALUE_LENGTH, VALUE_MADE };

/* A finished expression, before it is placed. */
typedef struct {
    TimeKind kind;
    Connective connect;
    Spec a, b;
    bool two;
    Length length;
    bool inclusive, earliest_only, latest_only, vague, tussen, anchored, course;
    int32_t core_first;
    Hedge hedge;
} Made;

typedef struct {
    Times found;
    const Numbers *numbers;
    const WordRun *words;  /* those of `numbers` where it has the same tokens */
    Span section;
    Written written;
    Written told;       /* the stretch of days named last */
    Arena *list;
} Reader;

static inline Reader *time_reader(PatternRun *run)
{
    return run->self;
}

/* The token as a number; kind WORD_NONE beyond the sentence. */
const WordNumber *time_word(PatternRun *run, int32_t at);
/* Whether digits as a clock writes them, 18.30, stand at `at`. */
bool time_dotted(PatternRun *run, int32_t at);

/* shapes.c: the host's part in matching. */
uint32_t time_shapes(PatternRun *run, int32_t at);
bool time_shape(PatternRun *run, PatternShape s, int32_t at, PatternValue *out);

/* act.c, whole.c: the operations of data/nl/time.rules. */
bool time_act(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out);
bool time_act_whole(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out);
bool time_act_length(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out);
bool time_act_shift(PatternRun *run, PatternOp op, const PatternValue *arg, PatternValue *out);
bool time_act_duration(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out);
/* Whether digits that are a date only in the right place (22-4) stand in one. */
bool time_weak_fits(PatternRun *run, int32_t at);
bool time_give(PatternRun *run, PatternValue *out, int32_t kind, const void *from, Size size);
static inline bool time_give_spec(PatternRun *run, PatternValue *out, Spec s)
{
    return time_give(run, out, VALUE_SPEC, &s, sizeof s);
}

static inline bool time_give_made(PatternRun *run, PatternValue *out, Made m)
{
    return time_give(run, out, VALUE_MADE, &m, sizeof m);
}

/* The spec of a value that is one, or is a whole expression of one. */
bool time_spec_of(const PatternValue *v, Spec *s);
/* Whether a day and month without their year are a day of the calendar. */
bool time_valid_day(const Spec *s);

/* place.c: bounds and readings of a finished expression. */
void time_place(Time *t, const Made *m, Written w, int direction);
/* Places a date without its year in the year of a day named before it in the sentence: `de zomer van 2006 ... in het najaar`, `in december van dat jaar`. */
bool time_place_beside(Time *t, const Made *m, Day earlier);

#endif
