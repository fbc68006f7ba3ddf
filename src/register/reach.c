/* What one claim reaches by its own words, and what caps it. */
#include "register/reach.h"

enum { LAPSED_DAYS = 31 };

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
    if (c->replaced && (!q->known_asked || c->replaced_on.n <= q->known.n)) return false;
    return !q->known_asked || (day_known(c->published_last) && c->published_last.n <= q->known.n);
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

Reach reach_of(const AsOfClaim *c)
{
    switch (as_of_tells(c)) {
    case TELLS_PRESENT: return reach_present(c);
    case TELLS_PLANNED: return reach_planned(c);
    case TELLS_PAST: return reach_past(c);
    default: return nowhere();
    }
}

Certainty reach_certainty(const Reach *r, const AsOfQuestion *q)
{
    int32_t first = most(q->first.n, r->low), last = least(q->last.n, r->high);
    if (first > last) return CERTAIN_NOT;
    if (most(r->sure_from, first) <= least(r->sure_to, last)) return CERTAIN_MUST;
    if (r->event_from <= r->event_to && q->first.n <= r->event_from && r->event_to <= q->last.n) return CERTAIN_MUST;
    return most(r->carry_from, first) <= least(r->carry_to, last) ? CERTAIN_CARRIED : CERTAIN_MAY;
}

void reach_age(Reach *r, int32_t max_age)
{
    if (max_age <= 0 || r->high != FAR_OFF) return;
    int32_t last_word = most(r->evidence, r->low);
    if (r->carry_from != FAR_OFF) last_word = most(last_word, r->carry_from);
    r->high = last_word + max_age;
}

Certainty as_of_reach(const AsOfClaim *c, const AsOfQuestion *q)
{
    Reach r = reach_of(c);
    reach_age(&r, q->max_age);
    return reach_certainty(&r, q);
}

void as_of_span(const AsOfClaim *c, int32_t max_age, Day *first, Day *last)
{
    Reach r = reach_of(c);
    reach_age(&r, max_age);
    *first = (Day){r.low};
    *last = (Day){r.high};
}

Cap cap_of(const AsOfClaim *c)
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
        cap.extends = c->act == ACT_EXTEND;
    }
    return cap;
}

Cap cap_newer(Cap a, Cap b)
{
    if (!a.some || !b.some) return a.some ? a : b;
    if (a.published != b.published) return a.published > b.published ? a : b;
    if (a.to != b.to) return a.to > b.to ? a : b;
    if (a.from != b.from) return a.from > b.from ? a : b;
    return a.tie >= b.tie ? a : b;
}

void cap_apply(Reach *r, const AsOfClaim *c, const Cap *cap)
{
    int32_t published = or_else(c->published_last, LONG_AGO);
    if (!cap->some || cap->published <= published || cap->document == c->document || r->evidence > cap->to) return;
    /* Extended while it ran, or shortly after: from its own end on it is carried. */
    bool extended = cap->extends && r->high < cap->to && r->high >= cap->published - LAPSED_DAYS && as_of_tells(c) != TELLS_PAST;
    if (extended) {
        r->carry_from = most(r->sure_from <= r->sure_to ? r->sure_to + 1 : r->low, or_else(c->end_earliest, LONG_AGO));
        r->carry_to = r->high = cap->to;
    }
    r->high = least(r->high, cap->to);
    /* Once the end may have come, what was sure or carried is only possible. */
    r->sure_to = least(r->sure_to, most(cap->from, published));
    r->carry_to = least(r->carry_to, cap->from);
}

bool as_of_duration(Span iso, int32_t *months, int32_t *days)
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
    if (!as_of_duration(iso, &months, &days)) return false;
    int32_t slack = about ? (months * 30 + days + 9) / 10 : 0;
    if (day_known(start_earliest)) *end_earliest = day_add(day_add_months(start_earliest, months), days - 1 - slack);
    if (day_known(start_latest)) *end_latest = day_add(day_add_months(start_latest, months), days - 1 + slack);
    return true;
}
