/* Extensions by a length of time: `extended by eight months` moves the end that was known then. */
#include "register/derive.h"

#include <stdlib.h>

enum { LAPSED_DAYS = 92 };  /* what ended longer ago than that is not what is extended */

static bool adds(const AsOfClaim *c)
{
    return c->added_months || c->added_days;
}

/* Whether the end of `c` can be the one that `x` moves: of the same contribution, in older words or in the same text, and not long past. */
static bool can_move(const AsOfClaim *x, const AsOfClaim *c)
{
    bool same = c->line == x->line ? c->scope == x->scope || c->whole || x->whole : (c->umbrella && c->whole) || (x->umbrella && x->whole);
    bool dated = day_known(x->published_last) && day_known(c->published_last);
    bool older = dated ? c->published_last.n < x->published_last.n : false;
    bool near = !day_known(x->published_first) || c->end_latest.n >= x->published_first.n - LAPSED_DAYS;
    Tells tells = as_of_tells(c);
    return c != x && same && day_known(c->end_latest) && (older || (c->document == x->document && !adds(c))) && near &&
           (tells == TELLS_PRESENT || tells == TELLS_PLANNED) && as_of_kind(c) != KIND_CHANGE;
}

/* The newest; of one day the one that lasts longest. */
static bool better(const AsOfClaim *a, const AsOfClaim *b)
{
    if (a->published_last.n != b->published_last.n) return a->published_last.n > b->published_last.n;
    if (a->end_latest.n != b->end_latest.n) return a->end_latest.n > b->end_latest.n;
    return a->tie > b->tie;
}

static void extend(AsOfClaim *x, const AsOfClaim *end)
{
    int32_t slack = x->added_about ? (x->added_months * 30 + x->added_days + 9) / 10 : 0;
    x->end_latest = day_add(day_add_months(end->end_latest, x->added_months), x->added_days + slack);
    x->end_earliest = day_known(end->end_earliest) ? day_add(day_add_months(end->end_earliest, x->added_months), x->added_days - slack) : NO_DAY;
}

static int order_publication(const void *a, const void *b)
{
    const AsOfClaim *x = *(AsOfClaim *const *)a, *y = *(AsOfClaim *const *)b;
    if (x->published_last.n != y->published_last.n) return x->published_last.n < y->published_last.n ? -1 : 1;
    return (x->tie > y->tie) - (x->tie < y->tie);
}

void derive_extend(AsOfClaim *claim, Size claims, Arena scratch)
{
    Size adding = 0;
    for (Size i = 0; i < claims; i++) adding += adds(&claim[i]);
    if (!adding) return;
    AsOfClaim **x = ARENA_NEW(&scratch, AsOfClaim *, adding);
    adding = 0;
    for (Size i = 0; i < claims; i++)
        if (adds(&claim[i])) x[adding++] = &claim[i];
    /* In order, so that an extension of an extension finds the end that the first one set. */
    qsort(x, (size_t)adding, sizeof *x, order_publication);
    for (Size i = 0; i < adding; i++) {
        const AsOfClaim *end = NULL;
        for (Size k = 0; k < claims; k++)
            if (can_move(x[i], &claim[k]) && (!end || better(&claim[k], end))) end = &claim[k];
        if (end) extend(x[i], end);
    }
}
