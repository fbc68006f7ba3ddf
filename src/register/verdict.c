/* The rules of verdicts. */
#include "register/verdict.h"

#include "register/derive.h"

#include <math.h>

enum { SHORTLY_DAYS = 3, OWN_DAYS = 31 };

static bool planned(const AsOfClaim *c)
{
    return as_of_tells(c) == TELLS_PLANNED;
}

static bool equal_or_open(double x, double y)
{
    return (isnan(x) && isnan(y)) || x == y;
}

static bool equal_numbers(const AsOfClaim *a, const AsOfClaim *b)
{
    return equal_or_open(a->low, b->low) && equal_or_open(a->high, b->high);
}

static bool overlapping(const AsOfClaim *a, const AsOfClaim *b)
{
    double low = fmax(a->low, b->low), high = fmin(a->high, b->high);
    return isnan(low) || isnan(high) || low <= high;
}

/* Whether `x` lies within `y` and is narrower. */
static bool inside(const AsOfClaim *x, const AsOfClaim *y)
{
    return !isnan(x->low) && !isnan(x->high) && (isnan(y->low) || y->low <= x->low) && (isnan(y->high) || y->high >= x->high) &&
           !(x->low == y->low && x->high == y->high);
}

static bool undated(const AsOfClaim *c)
{
    return !day_known(c->published_last);
}

static int64_t days_between(const AsOfClaim *a, const AsOfClaim *b)
{
    int64_t days = (int64_t)a->published_last.n - b->published_last.n;
    return days < 0 ? -days : days;
}

static bool rotates(const AsOfClaim *c)
{
    return c->act == ACT_ROTATE || c->act == ACT_HAND_OVER || c->act == ACT_TAKE_OVER;
}

static bool changes(const AsOfClaim *c)
{
    return c->act == ACT_ENLARGE || c->act == ACT_REDUCE || c->act == ACT_WITHDRAW || c->act == ACT_END || c->act == ACT_SUSPEND || c->act == ACT_RESUME;
}

static bool open_interval(const AsOfClaim *c)
{
    return isnan(c->low) && isnan(c->high);
}

static bool ends_before(const AsOfClaim *a, const AsOfClaim *b)
{
    Day end = day_known(a->end_latest) ? a->end_latest : a->end_earliest, start = day_known(b->start_earliest) ? b->start_earliest : b->start_latest;
    return day_known(end) && b->start_said && day_known(start) && end.n < start.n;
}

/* Told of different days: by more than a month, or by their own bounds. */
static bool apart(const AsOfClaim *a, const AsOfClaim *b)
{
    if (ends_before(a, b) || ends_before(b, a)) return true;
    bool past = as_of_tells(a) == TELLS_PAST, past_too = as_of_tells(b) == TELLS_PAST;
    return past != past_too || (!undated(a) && !undated(b) && days_between(a, b) > OWN_DAYS);
}

static bool corrects(const AsOfClaim *a, const AsOfClaim *b)
{
    return a->publisher && a->publisher == b->publisher && a->document != b->document && days_between(a, b) <= SHORTLY_DAYS;
}

Verdict verdict_quantity(const AsOfClaim *a, const AsOfClaim *b)
{
    if (!a->numbered || !b->numbered) return (Verdict){VERDICT_NONE, ""};
#define RULE(VERDICT, name, words, test) \
    if (test) return (Verdict){VERDICT, name};
#include "register/verdict.def"
#undef RULE
    return (Verdict){VERDICT_NONE, ""};
}

Verdict verdict_end(const AsOfClaim *a, const AsOfClaim *b)
{
    bool told = a->end_said && b->end_said, dated = day_known(a->end_latest) && day_known(b->end_latest);
    if (!told || as_of_kind(a) != as_of_kind(b) || (a->scope != b->scope && !a->whole && !b->whole)) return (Verdict){VERDICT_NONE, ""};
    if (!dated) {
        /* Relative words without a date can only be held against each other in one text. */
        bool words = a->document == b->document && a->end_words && b->end_words && a->end_words != b->end_words;
        return words ? (Verdict){VERDICT_UNDETERMINED, "end-words"} : (Verdict){VERDICT_NONE, ""};
    }
    bool before = day_known(b->end_earliest) && a->end_latest.n < b->end_earliest.n, after = day_known(a->end_earliest) && b->end_latest.n < a->end_earliest.n;
    if (!before && !after) return (Verdict){VERDICT_NONE, ""};
    if (b->act == ACT_EXTEND || changes(b)) return (Verdict){VERDICT_TIME, "end-moved"};
    if (undated(a) != undated(b)) return (Verdict){VERDICT_UNDETERMINED, "no-date"};
    if (!undated(a) && days_between(a, b) > OWN_DAYS) return (Verdict){VERDICT_TIME, "end-later-known"};
    return (Verdict){VERDICT_CONTRADICTION, "end-disagrees"};
}

const char *verdict_name(VerdictKind v)
{
    static const char *const name[] = {"none", "same", "copy", "rounding", "refinement", "basis", "scope", "time", "rotation", "correction", "contradiction", "undetermined"};
    return name[v];
}

int verdict_from(Span name)
{
    for (int i = 0; i < VERDICT_COUNT; i++)
        if (span_is(name, verdict_name((VerdictKind)i))) return i;
    return -1;
}

const char *verdict_words(Span rule)
{
    static const struct {
        const char *name;
        const char *words;
    } row[] = {
#define RULE(VERDICT, name, words, test) {name, words},
#include "register/verdict.def"
#undef RULE
        {"end-moved", "het nieuwere bericht verschuift het einde"},
        {"end-later-known", "het einde is later anders vastgesteld"},
        {"end-words", "een tekst noemt twee keer een ander einde, en zonder datum is niet te zeggen welke dagen dat zijn"},
        {"end-disagrees", "zelfde bijdrage, zelfde tijd, en toch een ander einde"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (span_is(rule, row[i].name)) return row[i].words;
    return NULL;
}
