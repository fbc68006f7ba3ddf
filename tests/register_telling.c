/* The rules of levels told a second time, plainly: it walks all claims for every scope and cell and shares no code with src/register but the structs. */
#include "register_telling.h"

#include <math.h>
#include <stdlib.h>

/* ---- The second telling: what a claim says of one day. -1 no, 0 may, 1 carried, 2 sure. `event` days are told apart. */

enum { LONG = -100000, FAR = 100000 };

typedef struct {
    int low, high, sure_from, sure_to, event_from, event_to, carry_from, carry_to, evidence;
} Says;

static int val(Day d, int otherwise)
{
    return day_known(d) ? d.n : otherwise;
}

static bool is_present(const AsOfClaim *c)
{
    return c->realis == REALIS_ACTUAL && c->stage >= STAGE_DECIDED && c->stage <= STAGE_LEAVING;
}

static bool is_past(const AsOfClaim *c)
{
    return c->stage != STAGE_DROPPED && c->realis != REALIS_POSSIBLE && c->realis != REALIS_CONDITIONAL && (c->stage == STAGE_ENDED || c->realis == REALIS_HISTORICAL);
}

bool telling_planned(const AsOfClaim *c)
{
    return c->realis == REALIS_PLANNED && c->stage >= STAGE_DECIDED && c->stage <= STAGE_LEAVING;
}

static bool is_dropped(const AsOfClaim *c)
{
    return c->stage == STAGE_DROPPED && c->realis != REALIS_POSSIBLE && c->realis != REALIS_CONDITIONAL;
}

int telling_kind(const AsOfClaim *c)
{
    return c->basis == BASIS_CEILING ? 1 : c->basis == BASIS_INCREASE ? 3 : 0;
}

static Says says(const AsOfClaim *c)
{
    Says s = {FAR, LONG, 1, 0, 1, 0, FAR, FAR - 1, LONG};
    bool dated = day_known(c->published_last);
    int p0 = val(c->published_first, LONG), p1 = val(c->published_last, LONG);
    bool running = is_present(c) || (telling_planned(c) && c->act == ACT_EXTEND && !c->start_said && dated);
    int s0 = val(c->start_earliest, LONG), s1 = val(c->start_latest, FAR), e0 = val(c->end_earliest, LONG), e1 = val(c->end_latest, FAR);
    if (running) {
        s.low = c->start_said ? s0 : p0;
        if (!c->start_said || s1 == FAR) s1 = dated ? p1 : FAR;
        s.high = e1;
        if (s1 < FAR) {
            s.sure_from = s1;
            s.sure_to = e0 > LONG ? e0 : dated ? p0 : s1;
        }
        if (dated) s.event_from = p0, s.event_to = p1;
        if (e1 == FAR) {
            s.carry_from = dated ? p1 : c->start_said && s1 < FAR ? s1 : c->learned.n;
            if (e0 > s.carry_from) s.carry_from = e0;
            if (s1 < FAR && s1 > s.carry_from) s.carry_from = s1;
        }
        s.evidence = p1;
    } else if (telling_planned(c)) {
        s.low = c->start_said && s0 > LONG ? s0 : p0;
        s.high = e1;
        s.evidence = p1;
        if (c->start_said && s1 < FAR) {
            s.sure_from = s.evidence = s1;
            s.sure_to = e0 > LONG ? e0 : s1;
            if (e1 == FAR) s.carry_from = s1 > e0 ? s1 : e0;
        }
    } else if (is_past(c)) {
        bool start = c->start_said && (s0 > LONG || s1 < FAR), end = e0 > LONG || e1 < FAR;
        int last = dated ? p1 : FAR;
        if (start) s.low = s0 > LONG ? s0 : s1;
        else if (end) s.low = e0 > LONG ? e0 : e1;
        if (end) s.high = e1 < FAR ? e1 : last;
        else if (start) s.high = s1 < FAR && s1 > last ? s1 : last;
        if (start && end && s1 < FAR && e0 > LONG) s.sure_from = s1, s.sure_to = e0;
        if (start && s0 > LONG && s1 < FAR) s.event_from = s0, s.event_to = s1;
        if (end) s.evidence = e1 < FAR ? e1 : e0;
        else if (start) s.evidence = s1 < FAR ? s1 : s0;
    }
    return s;
}

bool telling_known(const AsOfClaim *c, const AsOfQuestion *q)
{
    if (c->replaced && (!q->known_asked || !day_known(c->replaced_on) || c->replaced_on.n <= q->known.n)) return false;
    if (!q->known_asked) return true;
    return day_known(c->published_last) && c->published_last.n <= q->known.n;
}

/* Whether claim `e` may set an end to claim `c`. */
static bool applies(const AsOfClaim *e, const AsOfClaim *c)
{
    if (e->line == c->line) return e->scope == c->scope || e->whole;
    return e->umbrella && e->whole;
}

/* The newest end known for `c`. */
static bool find_end(const AsOfClaim *all, int n, const AsOfClaim *c, const AsOfQuestion *q, int *from, int *to, int *published, int64_t *document, bool *extends)
{
    bool found = false;
    uint64_t tie = 0;
    for (int i = 0; i < n; i++) {
        const AsOfClaim *e = &all[i];
        if (!telling_known(e, q) || !applies(e, c) || !day_known(e->published_last) || telling_kind(e) == 3) continue;
        int f = val(e->end_earliest, LONG), t;
        if (is_past(e)) t = val(e->end_latest, e->published_last.n);
        else if ((is_present(e) || telling_planned(e)) && day_known(e->end_latest)) t = e->end_latest.n;
        else continue;
        int p = e->published_last.n;
        bool newer = !found || p > *published || (p == *published && (t > *to || (t == *to && (f > *from || (f == *from && e->tie > tie)))));
        if (!newer) continue;
        found = true;
        *from = f, *to = t, *published = p, *document = e->document, tie = e->tie;
        *extends = e->act == ACT_EXTEND && !is_past(e);
    }
    return found;
}

static int certainty(const AsOfClaim *all, int n, const AsOfClaim *c, const AsOfQuestion *q, int *evidence, bool *began)
{
    Says s = says(c);
    int from = 0, to = 0, published = 0, p = val(c->published_last, LONG);
    int64_t document = 0;
    bool extends = false;
    if (!telling_known(c, q)) return -1;
    if (telling_planned(c))
        for (int i = 0; i < n; i++)
            if (telling_known(&all[i], q) && is_dropped(&all[i]) && applies(&all[i], c) && val(all[i].published_last, LONG) > p) return -1;
    if (find_end(all, n, c, q, &from, &to, &published, &document, &extends) && published > p && document != c->document && s.evidence <= to) {
        if (extends && s.high < to && s.high >= published - 31 && !is_past(c)) {
            int own = val(c->end_earliest, LONG);
            s.carry_from = s.sure_from <= s.sure_to ? s.sure_to + 1 : s.low;
            if (own > s.carry_from) s.carry_from = own;
            s.carry_to = s.high = to;
        }
        if (to < s.high) s.high = to;
        int sure = from > p ? from : p;
        if (sure < s.sure_to) s.sure_to = sure;
        if (from < s.carry_to) s.carry_to = from;
    }
    if (q->max_age && s.high == FAR) {
        int word = s.evidence > s.low ? s.evidence : s.low;
        if (s.carry_from < FAR && s.carry_from > word) word = s.carry_from;
        s.high = word + q->max_age;
    }
    *evidence = s.evidence;
    *began = s.sure_from <= s.sure_to;
    int best = -1;
    for (int d = q->first.n; d <= q->last.n; d++) {
        int now = d < s.low || d > s.high ? -1 : d >= s.sure_from && d <= s.sure_to ? 2 : d >= s.carry_from && d <= s.carry_to ? 1 : 0;
        if (now > best) best = now;
    }
    bool event = s.event_from <= s.event_to && q->first.n <= s.event_from && s.event_to <= q->last.n;
    return best >= 0 && event ? 2 : best;
}

/* Which of two live claims is nearer to the day asked. */
static bool nearer(const AsOfClaim *x, int ex, const AsOfClaim *y, int ey, const AsOfQuestion *q)
{
    bool bx = ex <= q->last.n, by = ey <= q->last.n;
    if (bx != by) return bx;
    if (ex != ey) return bx ? ex > ey : ex < ey;
    int px = val(x->published_last, LONG), py = val(y->published_last, LONG);
    if (px != py) return px > py;
    if (x->numbered != y->numbered) return x->numbered;
    double wx = x->high - x->low, wy = y->high - y->low;
    if (isnan(wx) != isnan(wy)) return isnan(wy);
    if (!isnan(wx) && wx != wy) return wx < wy;
    return x->tie != y->tie ? x->tie > y->tie : x->claim < y->claim;
}

bool telling_agree(const AsOfClaim *x, const AsOfClaim *y)
{
    if (!x->numbered || !y->numbered) return true;
    if (!isnan(x->high) && y->low > x->high) return false;
    return isnan(y->high) || x->low <= y->high;
}

Row telling_answer(const AsOfClaim *all, int n, uint64_t line, uint64_t scope, bool plan, int kind, const AsOfQuestion *q)
{
    int sure[TELLING_CLAIMS], evidence[TELLING_CLAIMS], order[TELLING_CLAIMS], lives = 0, seen = -1000000;
    bool began[TELLING_CLAIMS];
    for (int i = 0; i < n; i++) {
        if (all[i].line != line || all[i].scope != scope || telling_kind(&all[i]) != kind) continue;
        sure[i] = certainty(all, n, &all[i], q, &evidence[i], &began[i]);
        if (sure[i] < 0) continue;
        if (telling_planned(&all[i]) == plan) order[lives++] = i;
        else if (plan && evidence[i] <= q->last.n && evidence[i] > seen) seen = evidence[i];
    }
    if (!lives) return (Row){0};
    for (int i = 0; i < lives; i++)
        for (int k = i + 1; k < lives; k++)
            if (nearer(&all[order[k]], evidence[order[k]], &all[order[i]], evidence[order[i]], q)) {
                int t = order[i];
                order[i] = order[k];
                order[k] = t;
            }
    int first = order[0];
    /* A plan whose start has come and that was seen since. */
    if (plan && began[first]) {
        Says s = says(&all[first]);
        if (seen >= s.sure_from) return (Row){0};
    }
    Row r = {.some = true, .claim = all[first].claim, .number = -1, .certainty = sure[first]};
    const AsOfClaim *number = NULL;
    for (int i = 0; i < lives && !number; i++)
        if (all[order[i]].numbered) number = &all[order[i]];
    if (number) r.number = number->claim;
    bool run = true;
    for (int i = 0; i < lives; i++) {
        const AsOfClaim *c = &all[order[i]];
        bool same = !number || telling_agree(c, number), new_document = true, new_origin = true;
        run = run && same;
        if (!same && abs(evidence[order[i]] - evidence[first]) <= 31) r.others++;
        if (!run) continue;
        for (int k = 0; k < i; k++) {
            new_document &= all[order[k]].document != c->document;
            new_origin &= all[order[k]].origin != c->origin;
        }
        r.claims++;
        r.documents += new_document;
        r.origins += new_origin;
    }
    return r;
}
