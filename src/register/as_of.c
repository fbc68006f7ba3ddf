/* The rules of levels: which claim governs, how many agree, and the steps of a history. */
#include "register/lives.h"

#include <math.h>
#include <stdlib.h>

enum { SAME_TIME_DAYS = 31 };

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

/* Cell by cell, in each cell the one that governs first: nearest evidence before the day, else nearest after. */
static int order_lives(const void *a, const void *b)
{
    const Live *l = a, *m = b;
    if (l->plan != m->plan) return l->plan ? 1 : -1;
    if (l->kind != m->kind) return l->kind < m->kind ? -1 : 1;
    if (l->before != m->before) return l->before ? -1 : 1;
    return live_order(l, m, l->before);
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
        bool agrees = !number || numbers_agree(cell[i].c, number);
        run = run && agrees;
        if (run) {
            w.document[level.claims] = cell[i].c->document;
            w.origin[level.claims++] = cell[i].c->origin;
        }
        level.others += !agrees && same_time(cell[i].reach.evidence, governor->reach.evidence);
    }
    level.documents = count_distinct(w.document, level.claims);
    level.origins = count_distinct(w.origin, level.claims);
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

/* The levels of the scope at hand; their indexes count in the group. */
static Size scope_levels(const Scopes *s, Work w, AsOfLevel *level)
{
    const AsOfQuestion *q = s->q;
    Size reaching = lives_of_scope(s, w.live), lives = 0;
    uint32_t old = 0, found = 0;
    for (Size i = 0; i < reaching; i++) {
        Live l = w.live[i];
        l.before = l.reach.evidence <= q->last.n;
        Certainty ageless = reach_certainty(&l.reach, q);
        reach_age(&l.reach, q->max_age);
        l.certainty = reach_certainty(&l.reach, q);
        if (l.certainty != CERTAIN_NOT) w.live[lives++] = l;
        else if (ageless != CERTAIN_NOT) old |= cell_bit(&l);
    }
    Size levels = levels_of_scope(s->claim, w, lives, q, level, &found);
    *w.stale |= (old & ~found) != 0;
    return levels;
}

Size as_of_group(AsOfClaim *claim, Size claims, const AsOfQuestion *q, AsOfLevel *level, Size *stale, Arena scratch)
{
    if (claims == 0) return 0;
    bool old = false;
    Work w = {ARENA_NEW(&scratch, Live, claims), ARENA_NEW(&scratch, int64_t, claims), ARENA_NEW(&scratch, int64_t, claims), &old};
    Size levels = 0, before = 0;
    as_of_sort(claim, claims);
    for (Scopes s = scopes_begin(claim, claims, q); scopes_next(&s);) {
        if (s.line_begins) {
            if (stale && old && levels == before) ++*stale;
            old = false;
            before = levels;
        }
        levels += scope_levels(&s, w, level + levels);
    }
    if (stale && old && levels == before) ++*stale;
    return levels;
}
