/* The rules of levels: which claim governs, how many agree, and the steps of a history. */
#include "register/reach.h"

#include <math.h>
#include <stdlib.h>

enum { SAME_TIME_DAYS = 31 };

/* A live claim. Its cell is its scope, whether it is planned, and the kind of its number. */
typedef struct {
    const AsOfClaim *c;
    Reach reach;
    Certainty certainty;
    bool plan;
    bool before;   /* its evidence is not younger than the day asked */
    uint8_t kind;
} Live;

int as_of_order(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    if (x->scope != y->scope) return x->scope < y->scope ? -1 : 1;
    if (x->published_last.n != y->published_last.n) return x->published_last.n < y->published_last.n ? -1 : 1;
    if (x->tie != y->tie) return x->tie < y->tie ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

void as_of_sort(AsOfClaim *claim, Size claims)
{
    Size at = 1;
    while (at < claims && as_of_order(&claim[at - 1], &claim[at]) <= 0) at++;
    if (at < claims) qsort(claim, (size_t)claims, sizeof *claim, as_of_order);
}

/* Cell by cell, in each cell the one that governs first: nearest evidence before the day, else nearest after; then the newer text, a number,
 * a tighter one, the tie. */
static int order_lives(const void *a, const void *b)
{
    const Live *l = a, *m = b;
    const AsOfClaim *x = l->c, *y = m->c;
    if (l->plan != m->plan) return l->plan ? 1 : -1;
    if (l->kind != m->kind) return l->kind < m->kind ? -1 : 1;
    if (l->before != m->before) return l->before ? -1 : 1;
    if (l->reach.evidence != m->reach.evidence) return l->before == (l->reach.evidence > m->reach.evidence) ? -1 : 1;
    if (x->published_last.n != y->published_last.n) return x->published_last.n > y->published_last.n ? -1 : 1;
    if (x->numbered != y->numbered) return x->numbered ? -1 : 1;
    double wide_x = x->high - x->low, wide_y = y->high - y->low;
    if (isnan(wide_x) != isnan(wide_y)) return isnan(wide_y) ? -1 : 1;
    if (!isnan(wide_x) && wide_x != wide_y) return wide_x < wide_y ? -1 : 1;
    if (x->tie != y->tie) return x->tie > y->tie ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static bool overlap(const AsOfClaim *x, const AsOfClaim *y)
{
    double low = fmax(x->low, y->low), high = fmin(x->high, y->high);  /* fmax and fmin pass over NAN: open */
    return !x->numbered || !y->numbered || isnan(low) || isnan(high) || low <= high;
}

static bool same_time(int32_t a, int32_t b)
{
    int64_t days = (int64_t)a - b;
    return days >= -SAME_TIME_DAYS && days <= SAME_TIME_DAYS;
}

static uint32_t cell_bit(const Live *l)
{
    return 1u << (l->kind * 2 + l->plan);
}

/* Room for one scope at a time. */
typedef struct {
    Live *live;
    int64_t *document;
    int64_t *origin;
    bool *stale;      /* something of the line was left out for its age */
} Work;

static int order_numbers(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int32_t distinct(int64_t *number, Size numbers)
{
    int32_t found = 0;
    qsort(number, (size_t)numbers, sizeof *number, order_numbers);
    for (Size i = 0; i < numbers; i++) found += i == 0 || number[i] != number[i - 1];
    return found;
}

/* The level of one cell, whose claims stand in the order in which they govern. */
static AsOfLevel level_of(const AsOfClaim *claim, Work w, const Live *cell, Size lives, const AsOfQuestion *q)
{
    const Live *governor = &cell[0];
    const AsOfClaim *number = NULL;
    for (Size i = 0; i < lives && !number; i++) number = cell[i].c->numbered ? cell[i].c : NULL;
    AsOfLevel level = {.claim = governor->c - claim, .number = number ? number - claim : -1, .certainty = governor->certainty,
                       .tells = as_of_tells(governor->c), .evidence = NO_DAY, .age = -1, .low = number ? number->low : (double)NAN,
                       .best = number ? number->best : (double)NAN, .high = number ? number->high : (double)NAN};
    if (governor->reach.evidence != LONG_AGO) {
        level.evidence = (Day){governor->reach.evidence};
        level.age = most(0, q->first.n - governor->reach.evidence);
    }
    bool run = true;
    for (Size i = 0; i < lives; i++) {
        bool agrees = !number || overlap(cell[i].c, number);
        run = run && agrees;
        if (run) {
            w.document[level.claims] = cell[i].c->document;
            w.origin[level.claims++] = cell[i].c->origin;
        }
        level.others += !agrees && same_time(cell[i].reach.evidence, governor->reach.evidence);
    }
    level.documents = distinct(w.document, level.claims);
    level.origins = distinct(w.origin, level.claims);
    return level;
}

/* Whether presence seen after a plan's start has taken its place. */
static bool fulfilled(const Live *live, Size lives, const Live *plan, const AsOfQuestion *q)
{
    if (plan->reach.sure_from > plan->reach.sure_to) return false;
    for (Size i = 0; i < lives; i++)
        if (!live[i].plan && live[i].kind == plan->kind && live[i].reach.evidence >= plan->reach.sure_from && live[i].reach.evidence <= q->last.n)
            return true;
    return false;
}

static Size levels_of_scope(const AsOfClaim *claim, Work w, Size lives, const AsOfQuestion *q, AsOfLevel *level, uint32_t *found)
{
    Live *live = w.live;
    Size levels = 0;
    if (lives) qsort(live, (size_t)lives, sizeof *live, order_lives);
    for (Size from = 0, to; from < lives; from = to) {
        for (to = from + 1; to < lives && live[to].plan == live[from].plan && live[to].kind == live[from].kind; to++) {}
        *found |= cell_bit(&live[from]);
        if (!live[from].plan || !fulfilled(live, lives, &live[from], q)) level[levels++] = level_of(claim, w, live + from, to - from, q);
    }
    return levels;
}

/* One scope of a line: claims [0, claims) in order of publication. `cap` is the newest end set from outside the scope, `dropped` the newest day
 * on which plans were called off from outside it. */
static Size scope_levels(const AsOfClaim *claim, Size claims, const AsOfQuestion *q, Cap cap, int32_t dropped, Work w, AsOfLevel *level)
{
    for (Size i = 0; i < claims; i++) {
        if (!as_of_known(&claim[i], q)) continue;
        cap = cap_newer(cap, cap_of(&claim[i]));
        if (as_of_tells(&claim[i]) == TELLS_DROPPED) dropped = most(dropped, or_else(claim[i].published_last, LONG_AGO));
    }
    Size lives = 0;
    uint32_t old = 0, found = 0;
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &claim[i];
        Live l = {.c = c, .reach = reach_of(c), .plan = as_of_tells(c) == TELLS_PLANNED, .kind = (uint8_t)as_of_kind(c)};
        if (!as_of_known(c, q) || (l.plan && or_else(c->published_last, LONG_AGO) < dropped)) continue;
        cap_apply(&l.reach, c, &cap);
        l.before = l.reach.evidence <= q->last.n;
        Certainty ageless = reach_certainty(&l.reach, q);
        reach_age(&l.reach, q->max_age);
        l.certainty = reach_certainty(&l.reach, q);
        if (l.certainty != CERTAIN_NOT) w.live[lives++] = l;
        else if (ageless != CERTAIN_NOT) old |= cell_bit(&l);
    }
    Size levels = levels_of_scope(claim, w, lives, q, level, &found);
    *w.stale |= (old & ~found) != 0;
    return levels;
}

/* Caps and cancellations that a stretch of claims sets, out of those that `speaks` for more than their own scope. */
static void outside(const AsOfClaim *claim, Size claims, bool umbrella, const AsOfQuestion *q, Cap *cap, int32_t *dropped)
{
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &claim[i];
        if (!c->whole || c->umbrella != umbrella || !as_of_known(c, q)) continue;
        *cap = cap_newer(*cap, cap_of(c));
        if (as_of_tells(c) == TELLS_DROPPED) *dropped = most(*dropped, or_else(c->published_last, LONG_AGO));
    }
}

static Size line_levels(const AsOfClaim *claim, Size claims, const AsOfQuestion *q, Cap cap, int32_t dropped, Work w, AsOfLevel *level)
{
    Size levels = 0;
    if (!claim->umbrella) outside(claim, claims, false, q, &cap, &dropped);
    for (Size from = 0, to; from < claims; from = to) {
        for (to = from + 1; to < claims && claim[to].scope == claim[from].scope; to++) {}
        Size found = scope_levels(claim + from, to - from, q, cap, dropped, w, level + levels);
        for (Size i = levels; i < levels + found; i++) {
            level[i].claim += from;
            if (level[i].number >= 0) level[i].number += from;
        }
        levels += found;
    }
    return levels;
}

Size as_of_group(AsOfClaim *claim, Size claims, const AsOfQuestion *q, AsOfLevel *level, Size *stale, Arena scratch)
{
    if (claims == 0) return 0;
    bool old = false;
    Work w = {ARENA_NEW(&scratch, Live, claims), ARENA_NEW(&scratch, int64_t, claims), ARENA_NEW(&scratch, int64_t, claims), &old};
    Size levels = 0;
    Cap cap = {0};
    int32_t dropped = LONG_AGO;
    as_of_sort(claim, claims);
    outside(claim, claims, true, q, &cap, &dropped);
    for (Size from = 0, to; from < claims; from = to) {
        for (to = from + 1; to < claims && claim[to].line == claim[from].line; to++) {}
        Size found = line_levels(claim + from, to - from, q, cap, dropped, w, level + levels);
        for (Size i = levels; i < levels + found; i++) {
            level[i].claim += from;
            if (level[i].number >= 0) level[i].number += from;
        }
        if (stale && old && !found) ++*stale;
        old = false;
        levels += found;
    }
    return levels;
}

/* Steps of one cell: each claim that changes the level begins one; it lasts to the day before the next, or to its own end. */
static Size steps_of_cell(const AsOfClaim *claim, const Live *cell, Size lives, AsOfStep *step)
{
    Size steps = 0;
    /* The youngest evidence stands first; history is told from the oldest. */
    for (Size i = lives - 1; i >= 0; i--) {
        const Live *l = &cell[i];
        AsOfStep *last = steps ? &step[steps - 1] : NULL;
        int32_t from = l->reach.evidence == LONG_AGO ? most(l->reach.low, l->reach.carry_from) : l->c->start_said && day_known(l->c->start_earliest) ? least(l->reach.low, l->reach.evidence) : l->reach.evidence;
        const AsOfClaim *before = last && last->number >= 0 ? &claim[last->number] : NULL;
        bool same = last && (!l->c->numbered || (before && before->low == l->c->low && before->high == l->c->high)) && from <= or_else(last->until, FAR_OFF) + 1;
        if (last && from <= last->from.n) from = last->from.n + (same ? 0 : 1);
        if (same) {
            last->claims++;
            last->sure = (Day){most(last->sure.n, l->reach.sure_to)};
            last->until = l->reach.high == FAR_OFF ? NO_DAY : (Day){most(l->reach.high, l->reach.evidence)};
            continue;
        }
        if (last && from <= or_else(last->until, FAR_OFF)) last->until = (Day){from - 1};
        if (last) last->sure.n = least(last->sure.n, or_else(last->until, FAR_OFF));
        int32_t sure = most(l->reach.sure_from <= l->reach.sure_to ? l->reach.sure_to : LONG_AGO, l->reach.event_from == l->reach.event_to ? l->reach.event_to : LONG_AGO);
        step[steps++] = (AsOfStep){.claim = l->c - claim, .number = l->c->numbered ? l->c - claim : -1, .from = {from}, .sure = {sure},
                                   .until = l->reach.high == FAR_OFF ? NO_DAY : (Day){most(l->reach.high, from)}, .tells = as_of_tells(l->c),
                                   .low = l->c->low, .best = l->c->best, .high = l->c->high, .claims = 1};
    }
    return steps;
}

/* The days on which everything in a claim's reach is before the question: order_lives then gives youngest evidence first. */
static Size scope_steps(const AsOfClaim *claim, Size claims, const AsOfQuestion *q, Cap cap, int32_t dropped, Live *live, AsOfStep *step)
{
    Size lives = 0, steps = 0;
    for (Size i = 0; i < claims; i++) {
        if (!as_of_known(&claim[i], q)) continue;
        cap = cap_newer(cap, cap_of(&claim[i]));
        if (as_of_tells(&claim[i]) == TELLS_DROPPED) dropped = most(dropped, or_else(claim[i].published_last, LONG_AGO));
    }
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &claim[i];
        Live l = {.c = c, .reach = reach_of(c), .plan = as_of_tells(c) == TELLS_PLANNED, .before = true, .kind = (uint8_t)as_of_kind(c)};
        if (!as_of_known(c, q) || (l.plan && or_else(c->published_last, LONG_AGO) < dropped)) continue;
        cap_apply(&l.reach, c, &cap);
        if (l.reach.low > l.reach.high) continue;
        live[lives++] = l;
    }
    if (lives) qsort(live, (size_t)lives, sizeof *live, order_lives);
    for (Size from = 0, to; from < lives; from = to) {
        for (to = from + 1; to < lives && live[to].plan == live[from].plan && live[to].kind == live[from].kind; to++) {}
        steps += steps_of_cell(claim, live + from, to - from, step + steps);
    }
    return steps;
}

Size as_of_steps(AsOfClaim *claim, Size claims, const AsOfQuestion *q, AsOfStep *step, Arena scratch)
{
    Size steps = 0;
    Cap cap = {0}, line_cap = {0};
    int32_t dropped = LONG_AGO, line_dropped = LONG_AGO;
    Live *live = ARENA_NEW(&scratch, Live, claims);
    as_of_sort(claim, claims);
    outside(claim, claims, true, q, &cap, &dropped);
    for (Size from = 0, to; from < claims; from = to) {
        if (from == 0 || claim[from].line != claim[from - 1].line) {
            Size end = from + 1;
            while (end < claims && claim[end].line == claim[from].line) end++;
            line_cap = cap;
            line_dropped = dropped;
            if (!claim[from].umbrella) outside(claim + from, end - from, false, q, &line_cap, &line_dropped);
        }
        for (to = from + 1; to < claims && claim[to].line == claim[from].line && claim[to].scope == claim[from].scope; to++) {}
        Size found = scope_steps(claim + from, to - from, q, line_cap, line_dropped, live, step + steps);
        for (Size i = steps; i < steps + found; i++) {
            step[i].claim += from;
            if (step[i].number >= 0) step[i].number += from;
        }
        steps += found;
    }
    return steps;
}
