/* A contribution's history: what as_of_group would answer on every day, put together where it says the same. One sweep over the days on which
 * anything begins, comes before the day, or ends; heaps tell which claim governs in between. */
#include "register/lives.h"

#include <math.h>
#include <stdlib.h>

/* Claims by the order in which they govern; those that reach no more are dropped when they come to the top. */
typedef struct {
    const Live **item;
    Size len;
    bool before;    /* ordered as those with evidence before the day */
} Heap;

enum { PRESENT, PLAN, CELLS, BEFORE = 0, AFTER, NUMBERED = 2, HEAPS = 4 };

/* One cell in the making: its claims by BEFORE or AFTER, of each all and those with a number; the last step while it goes on. */
typedef struct {
    Heap heap[HEAPS];
    Size steps, open;   /* steps written; 1 + the one that goes on, 0: none */
    AsOfStep *step;
} CellSweep;

typedef struct {
    int32_t day;
    const Live *live;
    bool turns;         /* its evidence comes before the day; else it begins or ends */
} Event;

static void heap_swap(Heap *h, Size a, Size b)
{
    const Live *t = h->item[a];
    h->item[a] = h->item[b];
    h->item[b] = t;
}

static void heap_push(Heap *h, const Live *l)
{
    Size at = h->len++;
    h->item[at] = l;
    for (; at > 0 && live_order(h->item[at], h->item[(at - 1) / 2], h->before) < 0; at = (at - 1) / 2) heap_swap(h, at, (at - 1) / 2);
}

static void heap_pop(Heap *h)
{
    h->item[0] = h->item[--h->len];
    for (Size at = 0, child; (child = 2 * at + 1) < h->len; at = child) {
        if (child + 1 < h->len && live_order(h->item[child + 1], h->item[child], h->before) < 0) child++;
        if (live_order(h->item[at], h->item[child], h->before) <= 0) break;
        heap_swap(h, at, child);
    }
}

/* The one that governs on `day`; NULL: none. */
static const Live *heap_top(Heap *h, int32_t day)
{
    while (h->len && (h->item[0]->reach.high < day || (!h->before && h->item[0]->reach.evidence <= day))) heap_pop(h);
    return h->len ? h->item[0] : NULL;
}

static void cell_add(CellSweep *c, const Live *l, int32_t day)
{
    int side = l->reach.evidence <= day ? BEFORE : AFTER;
    heap_push(&c->heap[side], l);
    if (l->c->numbered) heap_push(&c->heap[side + NUMBERED], l);
}

static const Live *cell_top(CellSweep *c, int32_t day, int numbered)
{
    const Live *l = heap_top(&c->heap[BEFORE + numbered], day);
    return l ? l : heap_top(&c->heap[AFTER + numbered], day);
}

/* The last day of [from, to] that the claim's own bounds cover; before `from`: none. */
static int32_t last_sure(const Reach *r, int32_t from, int32_t to)
{
    int32_t last = r->sure_from <= r->sure_to && most(from, r->sure_from) <= least(to, r->sure_to) ? least(to, r->sure_to) : LONG_AGO;
    bool event = r->event_from == r->event_to && r->event_from >= from && r->event_from <= to;
    return event ? most(last, r->event_from) : last;
}

static bool equal_or_open(double x, double y)
{
    return x == y || (isnan(x) && isnan(y));
}

static Day known_day(int32_t n)
{
    return n <= LONG_AGO || n >= FAR_OFF ? NO_DAY : (Day){n};
}

/* Days [from, to] of one cell: they go on with the step before them, or begin one. */
static void cell_days(CellSweep *c, const AsOfClaim *claim, const Live *governor, const Live *number, int32_t from, int32_t to)
{
    const AsOfClaim *n = number ? number->c : NULL;
    AsOfStep *last = c->open ? &c->step[c->open - 1] : NULL;
    bool same = last && (last->number >= 0) == (n != NULL) && equal_or_open(last->low, n ? n->low : (double)NAN) &&
                equal_or_open(last->high, n ? n->high : (double)NAN);
    if (last && !same) last->until = last->carried;
    if (!same) {
        last = &c->step[c->steps++];
        *last = (AsOfStep){.claim = governor->c - claim, .number = n ? n - claim : -1, .from = known_day(from), .sure = NO_DAY, .tells = as_of_tells(governor->c),
                           .low = n ? n->low : (double)NAN, .best = n ? n->best : (double)NAN, .high = n ? n->high : (double)NAN};
        c->open = c->steps;
    }
    int32_t sure = last_sure(&governor->reach, from, to);
    if (sure != LONG_AGO) last->sure = (Day){sure};
    last->carried = known_day(to);
    last->until = governor->aged && to == governor->reach.high ? NO_DAY : known_day(to);
}

static bool fulfilled(CellSweep *present, const Live *plan, int32_t day)
{
    const Live *seen = heap_top(&present->heap[BEFORE], day);
    return seen && plan->reach.sure_from <= plan->reach.sure_to && seen->reach.evidence >= plan->reach.sure_from;
}

/* What holds on all of [from, to]: nothing begins, turns or ends in between. */
static void sweep_days(CellSweep cell[CELLS], const AsOfClaim *claim, int32_t from, int32_t to)
{
    for (int i = 0; i < CELLS; i++) {
        const Live *governor = cell_top(&cell[i], from, 0);
        if (governor && !(i == PLAN && fulfilled(&cell[PRESENT], governor, from))) cell_days(&cell[i], claim, governor, cell_top(&cell[i], from, NUMBERED), from, to);
        else cell[i].open = 0;
    }
}

static int order_events(const void *a, const void *b)
{
    const Event *x = a, *y = b;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return (x->live->c->claim > y->live->c->claim) - (x->live->c->claim < y->live->c->claim);
}

static Size events_of(const Live *live, Size lives, Event *event)
{
    Size events = 0;
    for (Size i = 0; i < lives; i++) {
        const Live *l = &live[i];
        event[events++] = (Event){l->reach.low, l, false};
        if (l->reach.evidence > l->reach.low && l->reach.evidence <= l->reach.high) event[events++] = (Event){l->reach.evidence, l, true};
        if (l->reach.high < FAR_OFF) event[events++] = (Event){l->reach.high + 1, l, false};
    }
    if (events) qsort(event, (size_t)events, sizeof *event, order_events);
    return events;
}

/* Room for one scope at a time. */
typedef struct {
    Live *live;
    Event *event;
    const Live **heap;
    AsOfStep *plan;
    int64_t *document, *origin;
} Work;

/* The first of `live`, which stands by evidence, with evidence on or after a day. */
static Size first_from(const Live *live, Size lives, int32_t day)
{
    Size low = 0, high = lives;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (live[middle].reach.evidence < day) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void vouch(AsOfStep *s, const AsOfClaim *c, Work w)
{
    w.document[s->claims] = c->document;
    w.origin[s->claims++] = c->origin;
}

/* How many vouch for a step: each claim of the cell that agrees counts for the step that its evidence falls in. */
static void count_step(const AsOfClaim *claim, const Live *live, Size lives, AsOfStep *s, Work w)
{
    const AsOfClaim *governor = &claim[s->claim], *number = s->number >= 0 ? &claim[s->number] : governor;
    int32_t from = or_else(s->from, LONG_AGO), to = or_else(s->carried, FAR_OFF);
    bool told = false, told_number = number == governor;
    for (Size i = first_from(live, lives, from); i < lives && live[i].reach.evidence <= to; i++) {
        told |= live[i].c == governor;
        told_number |= live[i].c == number;
        if (live[i].c == governor || numbers_agree(live[i].c, number)) vouch(s, live[i].c, w);
    }
    if (!told) vouch(s, governor, w);
    if (!told_number) vouch(s, number, w);
    s->documents = count_distinct(w.document, s->claims);
    s->origins = count_distinct(w.origin, s->claims);
}

/* Cell by cell, each by evidence. */
static int order_evidence(const void *a, const void *b)
{
    const Live *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->plan != y->plan) return x->plan ? 1 : -1;
    if (x->reach.evidence != y->reach.evidence) return x->reach.evidence < y->reach.evidence ? -1 : 1;
    return (x->c->claim > y->c->claim) - (x->c->claim < y->c->claim);
}

/* Both cells of one kind, whose claims are [0, lives). */
static Size steps_of_kind(const AsOfClaim *claim, const Live *live, Size lives, Work w, AsOfStep *step)
{
    CellSweep cell[CELLS] = {[PRESENT] = {.step = step}, [PLAN] = {.step = w.plan}};
    for (int i = 0; i < CELLS * HEAPS; i++) cell[i / HEAPS].heap[i % HEAPS] = (Heap){w.heap + i * lives, 0, i % NUMBERED == BEFORE};
    Size events = events_of(live, lives, w.event), plans = 0;
    for (Size i = 0, next; i < events; i = next) {
        int32_t day = w.event[i].day;
        for (next = i; next < events && w.event[next].day == day; next++) {
            const Live *l = w.event[next].live;
            if (w.event[next].turns || day == l->reach.low) cell_add(&cell[l->plan ? PLAN : PRESENT], l, day);
        }
        sweep_days(cell, claim, day, next < events ? w.event[next].day - 1 : FAR_OFF);
    }
    memcpy(step + cell[PRESENT].steps, w.plan, sizeof *step * (size_t)cell[PLAN].steps);
    while (plans < lives && !live[plans].plan) plans++;
    for (Size i = 0; i < cell[PRESENT].steps; i++) count_step(claim, live, plans, &step[i], w);
    for (Size i = 0; i < cell[PLAN].steps; i++) count_step(claim, live + plans, lives - plans, &step[cell[PRESENT].steps + i], w);
    return cell[PRESENT].steps + cell[PLAN].steps;
}

Size as_of_steps(AsOfClaim *claim, Size claims, const AsOfQuestion *q, AsOfStep *step, Arena scratch)
{
    Size steps = 0;
    Work w = {ARENA_NEW(&scratch, Live, claims), ARENA_NEW(&scratch, Event, 3 * claims), ARENA_NEW(&scratch, const Live *, CELLS * HEAPS * claims),
              ARENA_NEW(&scratch, AsOfStep, as_of_most_steps(claims)), ARENA_NEW(&scratch, int64_t, claims + 2), ARENA_NEW(&scratch, int64_t, claims + 2)};
    as_of_sort(claim, claims);
    for (Scopes s = scopes_begin(claim, claims, q); scopes_next(&s);) {
        Size lives = lives_of_scope(&s, w.live);
        for (Size i = 0; i < lives; i++) reach_age(&w.live[i].reach, q->max_age);
        if (lives) qsort(w.live, (size_t)lives, sizeof *w.live, order_evidence);
        for (Size from = 0, to; from < lives; from = to) {
            for (to = from + 1; to < lives && w.live[to].kind == w.live[from].kind; to++) {}
            steps += steps_of_kind(claim, w.live + from, to - from, w, step + steps);
        }
    }
    return steps;
}
