/* Walking over scopes, and which of their claims reach. */
#include "register/lives.h"

#include <math.h>
#include <stdlib.h>

static void hear(Outside *o, const AsOfClaim *c)
{
    o->cap = cap_newer(o->cap, cap_of(c));
    if (as_of_tells(c) == TELLS_DROPPED) o->dropped = most(o->dropped, or_else(c->published_last, LONG_AGO));
}

/* What those of [from, to) say that speak for more than their own scope. */
static Outside heard(const Scopes *s, Outside o, Size from, Size to, bool umbrella)
{
    for (Size i = from; i < to; i++)
        if (s->claim[i].whole && s->claim[i].umbrella == umbrella && as_of_known(&s->claim[i], s->q)) hear(&o, &s->claim[i]);
    return o;
}

Scopes scopes_begin(const AsOfClaim *claim, Size claims, const AsOfQuestion *q)
{
    Scopes s = {.claim = claim, .claims = claims, .q = q, .group = {.dropped = LONG_AGO}};
    s.group = heard(&s, s.group, 0, claims, true);
    return s;
}

bool scopes_next(Scopes *s)
{
    const AsOfClaim *claim = s->claim;
    s->from = s->to;
    if (s->from >= s->claims) return false;
    s->line_begins = s->from == 0 || claim[s->from].line != claim[s->from - 1].line;
    if (s->line_begins) {
        Size end = s->from + 1;
        while (end < s->claims && claim[end].line == claim[s->from].line) end++;
        s->outside = claim[s->from].umbrella ? s->group : heard(s, s->group, s->from, end, false);
    }
    for (s->to = s->from + 1; s->to < s->claims && claim[s->to].line == claim[s->from].line && claim[s->to].scope == claim[s->from].scope;) s->to++;
    return true;
}

Size lives_of_scope(const Scopes *s, Live *live)
{
    Outside o = s->outside;
    Size lives = 0;
    for (Size i = s->from; i < s->to; i++)
        if (as_of_known(&s->claim[i], s->q)) hear(&o, &s->claim[i]);
    for (Size i = s->from; i < s->to; i++) {
        const AsOfClaim *c = &s->claim[i];
        Live l = {.c = c, .reach = reach_of(c), .plan = as_of_tells(c) == TELLS_PLANNED, .kind = (uint8_t)as_of_kind(c)};
        if (!as_of_known(c, s->q) || (l.plan && or_else(c->published_last, LONG_AGO) < o.dropped)) continue;
        cap_apply(&l.reach, c, &o.cap);
        l.aged = l.reach.high == FAR_OFF;
        if (l.reach.low <= l.reach.high) live[lives++] = l;
    }
    return lives;
}

int live_order(const Live *a, const Live *b, bool before)
{
    const AsOfClaim *x = a->c, *y = b->c;
    if (a->reach.evidence != b->reach.evidence) return before == (a->reach.evidence > b->reach.evidence) ? -1 : 1;
    if (x->published_last.n != y->published_last.n) return x->published_last.n > y->published_last.n ? -1 : 1;
    if (x->numbered != y->numbered) return x->numbered ? -1 : 1;
    double wide_x = x->high - x->low, wide_y = y->high - y->low;
    if (isnan(wide_x) != isnan(wide_y)) return isnan(wide_y) ? -1 : 1;
    if (!isnan(wide_x) && wide_x != wide_y) return wide_x < wide_y ? -1 : 1;
    if (x->tie != y->tie) return x->tie > y->tie ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

bool numbers_agree(const AsOfClaim *x, const AsOfClaim *y)
{
    double low = fmax(x->low, y->low), high = fmin(x->high, y->high);  /* fmax and fmin pass over NAN: open */
    return !x->numbered || !y->numbered || isnan(low) || isnan(high) || low <= high;
}

static int order_numbers(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int32_t count_distinct(int64_t *number, Size numbers)
{
    int32_t found = 0;
    if (numbers) qsort(number, (size_t)numbers, sizeof *number, order_numbers);
    for (Size i = 0; i < numbers; i++) found += i == 0 || number[i] != number[i - 1];
    return found;
}
