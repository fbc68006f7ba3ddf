/* The rules of levels: what one claim reaches, what caps it, which claim governs. */
#include "register/as_of.h"

#include <math.h>
#include <stdlib.h>

/* Days as plain numbers with both infinities; an unknown bound is a gap, told by the flags of Reach. */
enum { LONG_AGO = INT32_MIN / 2, FAR_OFF = INT32_MAX / 2, SAME_TIME_DAYS = 31 };

/* What a claim reaches by its own words. */
typedef struct {
    int32_t low, high;              /* it can cover these days */
    int32_t sure_from, sure_to;     /* it covers these for sure; none when from > to */
    int32_t event_from, event_to;   /* it covers some day of these; none when from > to */
    int32_t carry_from, carry_to;   /* here it is carried: last known, no end known; none when from > to */
    int32_t evidence;               /* day that orders claims: nearest before the day asked governs; LONG_AGO: undated */
} Reach;

/* An end that newer words set to older claims. */
typedef struct {
    bool some;
    int32_t published;
    int32_t from, to;   /* the last day of presence lies between */
    int64_t document;
    uint64_t tie;
} Cap;

const char *certainty_name(Certainty v)
{
    static const char *const name[] = {"not", "may", "carried", "must"};
    return name[v];
}

Tells as_of_tells(const AsOfClaim *c)
{
    if (c->realis == REALIS_CONDITIONAL || c->realis == REALIS_POSSIBLE) return TELLS_NOTHING;
    if (c->stage == STAGE_DROPPED) return TELLS_DROPPED;
    if (c->stage == STAGE_ENDED || c->realis == REALIS_HISTORICAL) return TELLS_PAST;
    if (c->realis == REALIS_NEGATED || c->stage <= STAGE_OFFERED) return TELLS_NOTHING;
    return c->realis == REALIS_ACTUAL ? TELLS_PRESENT : TELLS_PLANNED;
}

NumberKindOf as_of_kind(const AsOfClaim *c)
{
    switch (c->basis) {
    case BASIS_CEILING: return KIND_CEILING;
    case BASIS_TOTAL_SERVED: return KIND_TOTAL_SERVED;
    case BASIS_INCREASE:
    case BASIS_DECREASE: return KIND_CHANGE;
    case BASIS_REQUESTED: return KIND_REQUESTED;
    default: return KIND_LEVEL;
    }
}

bool as_of_known(const AsOfClaim *c, const AsOfQuestion *q)
{
    return !q->known_asked || (day_known(c->published_last) && c->published_last.n <= q->known.n);
}

static int32_t or_else(Day d, int32_t otherwise)
{
    return day_known(d) ? d.n : otherwise;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static Reach nowhere(void)
{
    return (Reach){FAR_OFF, LONG_AGO, 1, 0, 1, 0, FAR_OFF, FAR_OFF - 1, LONG_AGO};
}

/* "There are 43": there on the day of the text, before it only from a start that is said, after it until the end or carried. */
static Reach reach_present(const AsOfClaim *c)
{
    bool dated = day_known(c->published_last);
    int32_t first = or_else(c->published_first, LONG_AGO), last = or_else(c->published_last, LONG_AGO);
    Reach r = nowhere();
    int32_t start = c->start_said ? or_else(c->start_latest, dated ? last : FAR_OFF) : dated ? last : FAR_OFF;
    r.low = c->start_said ? or_else(c->start_earliest, LONG_AGO) : first;
    r.high = or_else(c->end_latest, FAR_OFF);
    r.sure_from = start;
    r.sure_to = or_else(c->end_earliest, dated ? first : start);
    if (start == FAR_OFF) r.sure_from = 1, r.sure_to = 0;
    if (dated) r.event_from = first, r.event_to = last;
    if (!day_known(c->end_latest)) {
        int32_t from = dated ? last : c->start_said && start != FAR_OFF ? start : or_else(c->learned, FAR_OFF);
        r.carry_from = most(from, or_else(c->end_earliest, LONG_AGO));
        if (start != FAR_OFF) r.carry_from = most(r.carry_from, start);
    }
    r.evidence = last;
    return r;
}

/* "Will send": from its start; where no start is said, from the day of the text at the earliest. */
static Reach reach_planned(const AsOfClaim *c)
{
    if (c->act == ACT_EXTEND && !c->start_said && day_known(c->published_last)) return reach_present(c);
    Reach r = nowhere();
    int32_t first = or_else(c->published_first, LONG_AGO);
    r.low = c->start_said ? or_else(c->start_earliest, first) : first;
    r.high = or_else(c->end_latest, FAR_OFF);
    r.evidence = or_else(c->published_last, LONG_AGO);
    if (!c->start_said || !day_known(c->start_latest)) return r;
    r.sure_from = c->start_latest.n;
    r.sure_to = or_else(c->end_earliest, r.sure_from);
    if (!day_known(c->end_latest)) r.carry_from = most(r.sure_from, or_else(c->end_earliest, LONG_AGO));
    r.evidence = r.sure_from;
    return r;
}

/* "In 2011 there were": only on days it names. A start alone is the period itself; it had ended by the day of the text. */
static Reach reach_past(const AsOfClaim *c)
{
    Reach r = nowhere();
    int32_t last = or_else(c->published_last, FAR_OFF);
    bool start = c->start_said && (day_known(c->start_earliest) || day_known(c->start_latest));
    bool end = day_known(c->end_earliest) || day_known(c->end_latest);
    if (!start && !end) return r;
    r.low = start ? or_else(c->start_earliest, c->start_latest.n) : or_else(c->end_earliest, c->end_latest.n);
    r.high = end ? or_else(c->end_latest, last) : most(last, or_else(c->start_latest, LONG_AGO));
    if (start && end && day_known(c->start_latest) && day_known(c->end_earliest)) {
        r.sure_from = c->start_latest.n;
        r.sure_to = c->end_earliest.n;
    }
    if (start && day_known(c->start_earliest) && day_known(c->start_latest)) r.event_from = c->start_earliest.n, r.event_to = c->start_latest.n;
    r.evidence = end ? or_else(c->end_latest, c->end_earliest.n) : or_else(c->start_latest, c->start_earliest.n);
    return r;
}

static Reach reach_of(const AsOfClaim *c)
{
    switch (as_of_tells(c)) {
    case TELLS_PRESENT: return reach_present(c);
    case TELLS_PLANNED: return reach_planned(c);
    case TELLS_PAST: return reach_past(c);
    default: return nowhere();
    }
}

static Certainty certainty_of(const Reach *r, const AsOfQuestion *q)
{
    int32_t first = most(q->first.n, r->low), last = least(q->last.n, r->high);
    if (first > last) return CERTAIN_NOT;
    if (most(r->sure_from, first) <= least(r->sure_to, last)) return CERTAIN_MUST;
    if (r->event_from <= r->event_to && q->first.n <= r->event_from && r->event_to <= q->last.n) return CERTAIN_MUST;
    return most(r->carry_from, first) <= least(r->carry_to, last) ? CERTAIN_CARRIED : CERTAIN_MAY;
}

/* What no end is known of is not carried for ever. */
static void apply_age(Reach *r, int32_t max_age)
{
    if (max_age <= 0 || r->high != FAR_OFF) return;
    int32_t last_word = most(r->evidence, r->low);
    if (r->carry_from != FAR_OFF) last_word = most(last_word, r->carry_from);
    r->high = last_word + max_age;
}

Certainty as_of_reach(const AsOfClaim *c, const AsOfQuestion *q)
{
    Reach r = reach_of(c);
    apply_age(&r, q->max_age);
    return certainty_of(&r, q);
}

void as_of_span(const AsOfClaim *c, int32_t max_age, Day *first, Day *last)
{
    Reach r = reach_of(c);
    apply_age(&r, max_age);
    *first = (Day){r.low};
    *last = (Day){r.high};
}

/* The end that a claim sets to claims published before it. */
static Cap cap_of(const AsOfClaim *c)
{
    Tells tells = as_of_tells(c);
    Cap cap = {.published = or_else(c->published_last, LONG_AGO), .document = c->document, .tie = c->tie};
    if (!day_known(c->published_last) || as_of_kind(c) == KIND_CHANGE) return cap;
    if (tells == TELLS_PAST) {
        cap.some = true;
        cap.to = or_else(c->end_latest, cap.published);
        cap.from = or_else(c->end_earliest, LONG_AGO);
    } else if ((tells == TELLS_PRESENT || tells == TELLS_PLANNED) && day_known(c->end_latest)) {
        cap.some = true;
        cap.to = c->end_latest.n;
        cap.from = or_else(c->end_earliest, LONG_AGO);
    }
    return cap;
}

/* The newest wins; of one day the one that lets it last longest. */
static Cap newer_cap(Cap a, Cap b)
{
    if (!a.some || !b.some) return a.some ? a : b;
    if (a.published != b.published) return a.published > b.published ? a : b;
    if (a.to != b.to) return a.to > b.to ? a : b;
    if (a.from != b.from) return a.from > b.from ? a : b;
    return a.tie >= b.tie ? a : b;
}

static void apply_cap(Reach *r, const AsOfClaim *c, const Cap *cap)
{
    int32_t published = or_else(c->published_last, LONG_AGO);
    if (!cap->some || cap->published <= published || cap->document == c->document || r->evidence > cap->to) return;
    r->high = least(r->high, cap->to);
    /* Once the end may have come, what was sure or carried is only possible. */
    r->sure_to = least(r->sure_to, most(cap->from, published));
    r->carry_to = least(r->carry_to, cap->from);
}

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
        cap = newer_cap(cap, cap_of(&claim[i]));
        if (as_of_tells(&claim[i]) == TELLS_DROPPED) dropped = most(dropped, or_else(claim[i].published_last, LONG_AGO));
    }
    Size lives = 0;
    uint32_t old = 0, found = 0;
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &claim[i];
        Live l = {.c = c, .reach = reach_of(c), .plan = as_of_tells(c) == TELLS_PLANNED, .kind = (uint8_t)as_of_kind(c)};
        if (!as_of_known(c, q) || (l.plan && or_else(c->published_last, LONG_AGO) < dropped)) continue;
        apply_cap(&l.reach, c, &cap);
        l.before = l.reach.evidence <= q->last.n;
        Certainty ageless = certainty_of(&l.reach, q);
        apply_age(&l.reach, q->max_age);
        l.certainty = certainty_of(&l.reach, q);
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
        *cap = newer_cap(*cap, cap_of(c));
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
        cap = newer_cap(cap, cap_of(&claim[i]));
        if (as_of_tells(&claim[i]) == TELLS_DROPPED) dropped = most(dropped, or_else(claim[i].published_last, LONG_AGO));
    }
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &claim[i];
        Live l = {.c = c, .reach = reach_of(c), .plan = as_of_tells(c) == TELLS_PLANNED, .before = true, .kind = (uint8_t)as_of_kind(c)};
        if (!as_of_known(c, q) || (l.plan && or_else(c->published_last, LONG_AGO) < dropped)) continue;
        apply_cap(&l.reach, c, &cap);
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

/* P1Y, P6M, P17W, P90D, P1Y6M. */
static bool read_duration(Span iso, int32_t *months, int32_t *days)
{
    *months = *days = 0;
    if (iso.len < 3 || iso.at[0] != 'P') return false;
    int32_t n = -1;
    for (Size i = 1; i < iso.len; i++) {
        char c = iso.at[i];
        if (c >= '0' && c <= '9') {
            n = (n < 0 ? 0 : n) * 10 + (c - '0');
            if (n > 100000) return false;
            continue;
        }
        if (n < 0) return false;
        if (c == 'Y') *months += 12 * n;
        else if (c == 'M') *months += n;
        else if (c == 'W') *days += 7 * n;
        else if (c == 'D') *days += n;
        else return false;
        n = -1;
    }
    return n < 0 && (*months || *days);
}

bool as_of_duration_end(Day start_earliest, Day start_latest, Span iso, bool about, Day *end_earliest, Day *end_latest)
{
    int32_t months, days;
    *end_earliest = *end_latest = NO_DAY;
    if (!read_duration(iso, &months, &days)) return false;
    int32_t slack = about ? (months * 30 + days + 9) / 10 : 0;
    if (day_known(start_earliest)) *end_earliest = day_add(day_add_months(start_earliest, months), days - 1 - slack);
    if (day_known(start_latest)) *end_latest = day_add(day_add_months(start_latest, months), days - 1 + slack);
    return true;
}
